"""Submissions in miniature: a clean one of an edition, and what a case says is different about it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.model.document import Cell, Document, FileFormat, Note, Paragraph, Table
from disclosecheck.model.evidence import Evidence, Source
from disclosecheck.model.fact import (
    Breakdown,
    CellFact,
    CellState,
    Change,
    Confidence,
    Expected,
    Extra,
    Fact,
    FactSet,
    Identity,
    LabelMet,
    Language,
    Part,
    Section,
)
from disclosecheck.model.form import Edition, Form, Row, TableSpec

DASHES = ("-", "—", "－", "——", "/", "／")
ORGAN = "云溪市临江区卫生健康委员会"


class GivenCell(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    state: CellState
    text: str = ""
    value: int | float | None = None  # of a number that is not printed plainly: 15件
    reason: str | None = None


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


CellValue = int | float | str | GivenCell


class Given(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is different from a clean report whose every cell is `fill`; `*` in an address stands for all keys."""

    edition: Edition | None = None
    edition_told: bool = True  # by the labels of the tables
    fill: int = 0
    cells: dict[str, CellValue] = {}
    second: dict[str, CellValue] | None = None  # cells in which the second reading differs
    facts: tuple[GivenFact, ...] = ()
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


def build(given: Given, forms: dict[Edition, Form], edition: Edition) -> FactSet:
    """The facts of `given`; `edition` is the form where the case names none. Raises KeyError for an unknown table."""
    form = forms[given.edition or edition]
    if given.one_row_other:
        form = _one_row_other(form)
    gone = tuple(table.id for table in form.tables) if given.without_tables == "all" else given.without_tables
    paragraphs, sections = _text(given, form)
    facts = FactSet(
        document=Document(
            path="case.docx",
            sha256="",
            format=given.format,
            blocks=(*paragraphs, *(_table(rows, place) for place, rows in enumerate(given.tables, start=1))),
            notes=(
                *(Note(code=code) for code in given.notes),
                *(Note(code="image", params={"after": str(number)}, paragraph=number) for number in given.images),
            ),
        ),
        identity=_identity(given, form, gone),
        form=form,
        cells=_elsewhere(_cells(form, given.cells, given.fill, gone), given.table_sections),
        facts=tuple(_fact(fact) for fact in given.facts),
        breakdowns=tuple(_breakdown(one) for one in given.breakdowns),
        changes=tuple(_change(one, _year(given, form)) for one in given.changes),
        sections=sections,
        extras=tuple(_extra(extra) for extra in given.extras),
        tables_found=frozenset(table.id for table in form.tables) - set(gone),
        labels_met=(*map(_label, given.labels_met), *(_label(*printed) for printed in given.labels_printed.items())),
        expected=Expected(year=given.expected_year, organ=given.expected_organ, published=given.expected_published),
        previous=build(_year_before(given, form), forms, edition) if given.previous else None,
    )
    if given.second is None:
        return facts
    return msgspec.structs.replace(
        facts,
        second=msgspec.structs.replace(facts, cells=_cells(form, {**given.cells, **given.second}, given.fill, gone)),
    )


def _table(rows: tuple[tuple[str, ...], ...], number: int) -> Table:
    cells = tuple(
        Cell(row=row, column=column, text=text) for row, line in enumerate(rows) for column, text in enumerate(line)
    )
    return Table(number=number, rows=len(rows), columns=max(map(len, rows)), cells=cells)


def _year(given: Given, form: Form) -> int | None:
    return form.first_year if given.year is msgspec.UNSET else given.year


def _year_before(given: Given, form: Form) -> Given:
    """Last year's report; of the year before this one's where the case names none."""
    year = form.first_year if given.year is msgspec.UNSET else given.year
    if given.previous is None or given.previous.year is not msgspec.UNSET or not isinstance(year, int):
        return given.previous or Given()
    return msgspec.structs.replace(given.previous, year=year - 1)


def _identity(given: Given, form: Form, gone: tuple[str, ...]) -> Identity:
    year = _year(given, form)
    place = Evidence(paragraph=1, quote=given.organ)
    places = {"organ": place, "year": place}
    if given.title is not None:
        places["title"] = Evidence(paragraph=given.title_paragraph, quote=given.title)
    if given.period is not None:
        places["period"] = Evidence(paragraph=2, quote=given.paragraphs.get(2))
    if given.signed is not None:
        places["signed"] = Evidence(paragraph=given.signed[1], quote=given.paragraphs.get(given.signed[1]))
    return Identity(
        kind="annual_report",
        title=given.title,
        edition=form.edition if given.edition_told and len(gone) < len(form.tables) else None,
        organ=given.organ,
        year=year,
        language=given.language,
        period=given.period,
        published=given.published,
        signed=given.signed[0] if given.signed else None,
        places=places,
    )


def _elsewhere(cells: dict[str, CellFact], sections: dict[str, int]) -> dict[str, CellFact]:
    """The cells with the sections in which some tables stand out of place."""
    for address, cell in cells.items() if sections else ():
        if cell.table in sections:
            evidence = msgspec.structs.replace(cell.evidence, section=sections[cell.table])
            cells[address] = msgspec.structs.replace(cell, evidence=evidence)
    return cells


def _one_row_other(form: Form) -> Form:
    """The variant with 186 cells: the heading （六）其他处理 is a result of its own."""
    tables = tuple(
        msgspec.structs.replace(table, rows=tuple(_other_as_leaf(row) for row in table.rows if row.parent != "other"))
        for table in form.tables
    )
    return msgspec.structs.replace(form, tables=tables)


def _other_as_leaf(row: Row) -> Row:
    return msgspec.structs.replace(row, leaf=True, header_only=False) if row.key == "other" else row


def _cells(form: Form, given: dict[str, CellValue], fill: int, gone: tuple[str, ...]) -> dict[str, CellFact]:
    cells = {
        address: cell
        for address in form.addresses()
        if (cell := _cell(form, address, GivenCell(state="missing") if address.split(".")[0] in gone else fill))
    }
    for pattern, value in given.items():
        for address in _matching(form, pattern) if pattern.split(".")[0] not in gone else ():
            cells[address] = _cell(form, address, value)
    return cells


def _matching(form: Form, pattern: str) -> list[str]:
    """The addresses that a pattern means, those of columns that the form only tolerates included."""
    table, *keys = pattern.split(".")
    spec = next(spec for spec in form.tables if spec.id == table)
    rows = [row.key for row in spec.rows if not (row.header_only or row.optional)]
    columns = [column.key for column in spec.columns if not column.optional]
    if len(keys) == 1:
        return [f"{table}.{key}" for key in (columns if keys[0] == "*" else keys)]
    return [
        f"{table}.{row}.{column}"
        for row in (rows if keys[0] == "*" else [keys[0]])
        for column in (columns if keys[1] == "*" else [keys[1]])
    ]


def _cell(form: Form, address: str, value: CellValue) -> CellFact:
    table, *keys = address.split(".")
    row, column = (keys[0], keys[1]) if len(keys) == 2 else (None, keys[0])
    cell = value if isinstance(value, GivenCell) else _told(value)
    shown = cell.text if cell.value is None else str(cell.value)
    number = Decimal(shown) if cell.state == "number" else None
    evidence = Evidence(
        section=_spec(form, table).section,
        table=table,
        row=row,
        column=column,
        quote=None if cell.state == "missing" else cell.text,
        value=shown if cell.state == "number" else None,
    )
    return CellFact(
        table=table,
        row=row,
        column=column,
        state=cell.state,
        value=number,
        text=cell.text,
        reason=cell.reason,
        evidence=evidence,
    )


def _spec(form: Form, table: str) -> TableSpec:
    return next(spec for spec in form.tables if spec.id == table)


def _told(value: int | float | str) -> GivenCell:
    if isinstance(value, int | float):
        return GivenCell(state="number", text=str(value))
    if not value.strip():
        return GivenCell(state="blank", text=value)
    return GivenCell(state="dash" if value in DASHES else "text", text=value)


def _breakdown(given: GivenBreakdown) -> Breakdown:
    return Breakdown(
        whole=Part(label="", value=Decimal(str(given.whole)), approximate=given.approximate, fact=given.fact),
        parts=tuple(Part(label=label, value=Decimal(str(value))) for label, value in given.parts.items()),
        opener=given.opener,
        tail=given.tail,
        nested=given.nested,
        beside=Decimal(given.beside),
        unit="件",
        evidence=Evidence(section=1, paragraph=given.paragraph, quote=f"{given.whole}件"),
    )


def _change(given: GivenChange, year: int | None) -> Change:
    return Change(
        fact=given.fact,
        now=None if given.now is None else Part(label="", value=Decimal(str(given.now))),
        by=None if given.by is None else Decimal(str(given.by)),
        rate=None if given.rate is None else Decimal(given.rate),
        approximate=given.approximate,
        base=None if year is None else year - 1,
        evidence=Evidence(section=1, paragraph=given.paragraph, quote=given.rate),
    )


def _fact(given: GivenFact) -> Fact:
    numeric = isinstance(given.value, int | float) and not isinstance(given.value, bool)
    shown = str(given.value)
    return Fact(
        name=given.name,
        value=Decimal(shown) if numeric else given.value if isinstance(given.value, bool) else shown,
        unit="",
        dimensions=given.dimensions,
        scope=given.scope,
        period=given.period,
        approximate=given.approximate,
        confidence=given.confidence,
        evidence=Evidence(
            source=given.source,
            section=1 if given.source == "report" else None,
            paragraph=given.paragraph,
            quote=given.quote or shown,
            value=shown if numeric else None,
        ),
    )


def _text(given: Given, form: Form) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    """The paragraphs, headings among them, and the sections that begin and end at their places."""
    sections = _sections(given, form)
    headings = {section.paragraph: section.heading for section in sections}
    titles = {given.title_paragraph: given.title} if given.title is not None else {}
    texts = sorted((headings | titles | given.paragraphs).items())
    places = {number: index for index, (number, _) in enumerate(texts)}
    starts = [places[section.paragraph] for section in sections]
    ends = [*starts[1:], len(texts)][: len(starts)]
    placed = tuple(
        msgspec.structs.replace(section, start=start, end=end)
        for section, start, end in zip(sections, starts, ends, strict=True)
    )
    return tuple(Paragraph(text=text, number=number) for number, text in texts), placed


def _sections(given: Given, form: Form) -> list[Section]:
    sections = []
    for place, number in enumerate(given.section_order):
        if number in given.without_sections:
            continue
        spec = next(spec for spec in form.sections if spec.number == number)
        told = given.sections.get(number, GivenSection())
        numeral = number if told.numeral is msgspec.UNSET else told.numeral
        title = told.title or spec.title
        sections.append(
            Section(
                number=number,
                key=spec.key,
                heading=f"{'一二三四五六'[numeral - 1]}、{title}" if numeral else title,
                title=title,
                numeral=numeral,
                paragraph=10 * (place + 1),
                start=0,
                end=0,
                empty=told.empty,
                alias=told.alias,
            )
        )
    sections += [_unknown(number, heading) for number, heading in given.other_sections.items()]
    return sorted(sections, key=lambda section: section.paragraph)


def _unknown(paragraph: int, heading: str) -> Section:
    numeral, _, title = heading.partition("、")
    rank = "一二三四五六七八九十".find(numeral) + 1 if len(numeral) == 1 else 0
    return Section(
        number=None,
        key=None,
        heading=heading,
        title=title or heading,
        numeral=rank or None,
        paragraph=paragraph,
        start=0,
        end=0,
    )


def _extra(given: GivenExtra) -> Extra:
    evidence = Evidence(table=given.table, row=given.row, quote=given.label)
    return Extra(
        table=given.table,
        label=given.label,
        values=given.values,
        kind=given.kind,
        row=given.row,
        same=given.same,
        evidence=evidence,
    )


def _label(name: str, printed: str = "") -> LabelMet:
    table, *keys = name.split(".")
    row, column = (None, keys[1]) if keys[0] == "*" else (keys[0], None)
    place = Evidence(table=table, row=row, column=column, quote=printed or None)
    exact = not printed
    return LabelMet(
        table=table, row=row, column=column, printed=printed or keys[-1], exact=exact, known=exact, evidence=place
    )
