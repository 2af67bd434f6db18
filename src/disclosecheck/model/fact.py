"""What a submission states: table cells and figures in prose alike, each with its place."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import msgspec

from disclosecheck.model.document import Document
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.form import Edition, Form

if TYPE_CHECKING:
    from disclosecheck.model.ledger import Ledger
    from disclosecheck.model.measure import Measured

CellState = Literal["number", "blank", "dash", "text", "missing"]
Confidence = Literal["certain", "likely", "ambiguous"]
DocumentKind = Literal["annual_report", "metrics", "unknown"]
Language = Literal["zh", "zh-Hant", "en"]


class CellFact(msgspec.Struct, frozen=True, kw_only=True):
    """One cell of the form as printed. `value` is None unless `state` is `number`."""

    table: str
    row: str | None  # None in table 4
    column: str
    state: CellState
    value: Decimal | None = None
    text: str = ""  # as printed, e.g. 15件
    reason: str | None = None  # why it is `missing`: a message key such as cell.digits_run_together
    evidence: Evidence

    @property
    def address(self) -> str:
        return f"{self.table}.{self.row}.{self.column}" if self.row else f"{self.table}.{self.column}"


class Attestation(msgspec.Struct, frozen=True, kw_only=True):
    """Who vouches for a statement, when (ISO date), and what proves it: an address, a document number, a file."""

    by: str | None = None
    on: str | None = None
    proof: str | None = None


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A figure, date or statement in prose, a metrics file or a ledger."""

    name: str  # of the fact registry: requests_received, diversified_interpretation_rate
    value: Decimal | str | bool  # number; ISO date; statement made (True)
    unit: str  # percent, items, meetings, working_days, yuan, date, bool ...
    dimensions: dict[str, str] = {}  # applicant=natural_person; reading=includes_carried_in; channel=online
    scope: str | None = (
        None  # organ, district, city, province, department ...: as the statement says; None when it says nothing
    )
    period: str | None = None  # "2023"; "2022" for last year's; "planned" for an aim
    approximate: bool = False  # 近, 约, 余, 以上: never used in a hard tie-out
    confidence: Confidence = "certain"
    attested: Attestation | None = None  # of a metrics file
    measured: Measured | None = None  # of a ledger
    evidence: Evidence


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A heading of the first level as met. `number` is None when it is none of the six."""

    number: int | None  # 1-6, by title first
    key: str | None
    heading: str  # the line as printed, with numeral
    title: str  # without numeral
    numeral: int | None = None  # rank that the printed numeral states
    paragraph: int
    page: int | None = None
    start: int  # index into Document.blocks of the heading; the body is blocks[start+1:end]
    end: int
    inline: str = ""  # body text that stands in the heading's own paragraph (一、总体情况2023年，...)
    empty: bool = False  # nothing but the heading
    alias: Literal["official", "alias", "deprecated", "similar", "english"] | None = None


class Extra(msgspec.Struct, frozen=True, kw_only=True):
    """What a statutory table holds beyond the form; reported, never dropped.

    A row or column that the form does not know, a second row for the same label, numbers in a row that is a side
    heading in the form, or a second copy of a whole table.
    """

    table: str
    label: str
    values: tuple[str, ...]
    evidence: Evidence
    kind: Literal["row", "column", "table"] = "row"
    row: str | None = None  # key of the form's row whose label it bears: a side heading, or a row that stands twice
    same: bool = False  # of a second copy: it holds what the first holds


class LabelMet(msgspec.Struct, frozen=True, kw_only=True):
    """A label of the form as a document prints it, with the row or column it was taken for (None: that of a table)."""

    table: str
    row: str | None = None
    column: str | None = None
    printed: str
    exact: bool  # the official label, but for widths, spaces and script
    known: bool = True  # that, or a wording of it that the form lists; otherwise cut off, or with a slip of the pen
    evidence: Evidence


class Unmatched(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in prose that holds a number and became no fact."""

    quote: str
    paragraph: int


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One number of a breakdown with the words before it."""

    label: str  # simplified, without spaces and quotation marks
    value: Decimal
    approximate: bool = False
    fact: str | None = None  # that the number states


class Breakdown(msgspec.Struct, frozen=True, kw_only=True):
    """A number in prose and those that it is said to consist of: 公开382条，其中网站35条、公众号347条."""

    whole: Part
    parts: tuple[Part, ...]
    opener: str = ""  # what introduces the parts: 其中, 主要包括
    tail: str = ""  # what follows the last part up to the next mark: 等
    nested: bool = False  # the last part is broken down in turn, so that what follows may be its parts
    unit: str = ""  # the measure word that all of them count
    beside: Decimal = Decimal(0)  # counted right before the whole, so that the parts may be of both: 建议18件、提案26件
    evidence: Evidence


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A comparison with another year in prose: 35件，比上年增加5件，增长16.7%. A decrease is negative."""

    fact: str | None = None  # what `now` states
    now: Part | None = None
    by: Decimal | None = None
    rate: Decimal | None = None  # in percent, with as many places as printed
    approximate: bool = False
    base: int | None = None  # the year compared with; None when that of the report is unknown
    evidence: Evidence


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """Who reports on what, as the document itself says it."""

    kind: DocumentKind
    title: str | None = None
    edition: Edition | None = None  # by the labels of the tables; None when there are none
    organ: str | None = None
    year: int | None = None
    language: Language | None = None
    period: tuple[str, str] | None = None  # ISO dates
    published: str | None = None  # ISO date that the document or page states
    signed: str | None = None  # ISO date at its end
    places: dict[str, Evidence] = {}  # where title, organ, year, period, published, signed stand


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """What the caller says about the submission (--year, --organ, --published)."""

    year: int | None = None
    organ: str | None = None
    published: str | None = None


class FactSet(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the rules may ask about one submission."""

    document: Document | None  # None for a metrics file alone
    identity: Identity
    form: Form | None  # as read, variants of rows settled; the statutory edition's when no table was found
    cells: dict[str, CellFact] = {}  # by address, every cell of `form`, those not there as `missing`
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    extras: tuple[Extra, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    changes: tuple[Change, ...] = ()
    tables_found: frozenset[str] = frozenset()  # ids of the form's tables of which anything was read
    labels_met: tuple[LabelMet, ...] = ()  # in document order (order, wording and duplicates are judged)
    expected: Expected = Expected()
    ledgers: tuple[Ledger, ...] = ()
    previous: FactSet | None = None  # last year's report
    peers: tuple[FactSet, ...] = ()  # other organs' reports of the batch, in rule cases; see disclosecheck.peers
    second: FactSet | None = None  # the same file by the second, independent reader

    def named(self, name: str) -> tuple[Fact, ...]:
        return tuple(fact for fact in self.facts if fact.name == name)

    @property
    def year(self) -> int | None:
        """The report year: what the document says, else what the caller expects."""
        return self.identity.year if self.identity.year is not None else self.expected.year

    @property
    def organ(self) -> str | None:
        return self.identity.organ or self.expected.organ
