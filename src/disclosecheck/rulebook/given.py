"""What a case says is different about its submission."""

from __future__ import annotations

from typing import Literal

import msgspec

from disclosecheck.model.document import FileFormat
from disclosecheck.model.evidence import Source
from disclosecheck.model.fact import CellState, Confidence, Language
from disclosecheck.model.form import Edition
from disclosecheck.model.ledger import Flaw

ORGAN = "云溪市临江区卫生健康委员会"


class GivenCell(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    state: CellState
    text: str = ""
    value: int | float | None = None  # of a number that is not printed plainly: 15件
    reason: str | None = None


class GivenAttestation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who vouches for a statement of the metrics file, when, on what grounds; a proof that is a file is not there."""

    by: str | None = None
    on: str | None = None
    proof: str | None = None


class GivenFact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    value: bool | int | float | str
    dimensions: dict[str, str] = {}
    scope: str | None = None
    period: str | None = None
    approximate: bool = False
    confidence: Confidence = "certain"
    source: Source = "report"
    paragraph: int | None = None
    quote: str | None = None  # as printed, where it is more than the value
    attested: GivenAttestation | None = None


class GivenBreakdown(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number that the text takes apart: parts by their labels."""

    whole: int | float
    parts: dict[str, int | float]
    opener: str = "其中"
    tail: str = ""
    nested: bool = False
    beside: int = 0
    approximate: bool = False
    fact: str | None = None
    paragraph: int | None = None


class GivenChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A comparison with last year; a decrease is negative."""

    now: int | float | None = None
    by: int | float | None = None
    rate: str | None = None  # as printed: 16.70 has two places
    fact: str | None = None
    approximate: bool = False
    paragraph: int | None = None


class GivenSection(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: str | None = None
    numeral: int | msgspec.UnsetType | None = msgspec.UNSET
    alias: Literal["official", "alias", "deprecated", "similar", "english"] = "official"
    empty: bool = False


class GivenExtra(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    table: str
    label: str
    kind: Literal["row", "column", "table"] = "row"
    row: str | None = None
    values: tuple[str, ...] = ()
    same: bool = False


class GivenLedger(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    rows: tuple[dict[str, str], ...] = ()  # cells by column key; `?` cannot be read; choices by key, several with +
    closing: str | None = None  # ISO date
    flaws: tuple[Flaw, ...] = ()
    notes: tuple[Flaw, ...] = ()
    left_out: dict[str, tuple[int, ...]] = {}  # lines by code: left_totals


CellValue = int | float | str | GivenCell


class Given(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is different from a clean report whose every cell is `fill`; `*` in an address stands for all keys."""

    edition: Edition | None = None
    edition_told: bool = True  # by the labels of the tables
    fill: int = 0
    cells: dict[str, CellValue] = {}
    second: dict[str, CellValue] | None = None  # cells in which the second reading differs
    facts: tuple[GivenFact, ...] = ()
    ledgers: dict[str, GivenLedger] = {}  # by id: requests
    breakdowns: tuple[GivenBreakdown, ...] = ()
    changes: tuple[GivenChange, ...] = ()
    sections: dict[int, GivenSection] = {}
    section_order: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    without_sections: tuple[int, ...] = ()
    without_tables: tuple[str, ...] | Literal["all"] = ()
    one_row_other: bool = False  # （六）其他处理 in one row
    labels_met: tuple[str, ...] = ()
    labels_printed: dict[str, str] = {}  # a row's (t3_requests.granted) or a column's (t3_requests.*.total), otherwise
    extras: tuple[GivenExtra, ...] = ()
    notes: tuple[str, ...] = ()
    images: tuple[int, ...] = ()  # the paragraphs behind which a picture stands
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()  # tables of other kinds, as rows of texts, at the end
    paragraphs: dict[int, str] = {}  # by number; the headings of sections 1-6 are paragraphs 10 to 60
    organ: str | None = ORGAN
    year: int | msgspec.UnsetType | None = msgspec.UNSET
    expected_organ: str | None = None
    expected_year: int | None = None
    previous: Given | None = None  # last year's report, told in the same way
    peers: tuple[Given, ...] = ()  # other organs' reports of the same batch
    language: Language = "zh"
    format: FileFormat = "docx"
    title: str | None = None
    title_paragraph: int = 1  # the paragraph that prints it
    period: tuple[str, str] | None = None  # ISO dates, printed in paragraph 2
    signed: tuple[str, int] | None = None  # ISO date, and the paragraph that prints it
    published: str | None = None  # ISO date that a web page states
    expected_published: str | None = None
    table_sections: dict[str, int] = {}  # tables that stand in another section than the form's
    other_sections: dict[int, str] = {}  # by paragraph: headings of the first level that are none of the six
