"""The statutory tables of a document: their edition, the form as printed, and every cell of it."""

from collections.abc import Sequence

import msgspec

from disclosecheck.extract.editions import edition_of, edition_of_year, printed_form
from disclosecheck.extract.fold import bare
from disclosecheck.extract.grid_reader import GridReader
from disclosecheck.extract.labels import FormLabels
from disclosecheck.extract.reading import Place, Reading, Stretch
from disclosecheck.model.document import Document, Paragraph, Table
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import CellFact, Section
from disclosecheck.model.form import Edition, Form, Row, TableSpec, address

_CACHE: dict[int, tuple[Form, FormLabels]] = {}


class TablesRead(msgspec.Struct, frozen=True, kw_only=True):
    """What `read_tables` found; `cells` holds every cell of `form`."""

    edition: Edition | None  # by the labels met
    form: Form | None
    reading: Reading | None
    cells: dict[str, CellFact]
    found: frozenset[str]
    taken: tuple[Stretch, ...]  # text that is table and not prose


class Pages(msgspec.Struct, frozen=True, kw_only=True):
    """A document to be matched, the same as printed, and its sections."""

    document: Document
    printed: Document
    sections: tuple[Section, ...]

    @property
    def is_text(self) -> bool:
        return self.document.format == "text"

    def grids(self) -> list[tuple[int, Table, Table]]:
        """The real grids with their place; what a text reader makes of bars and tabs is none."""
        pairs = zip(self.document.blocks, self.printed.blocks, strict=True)
        return [
            (index, table, printed)
            for index, (table, printed) in enumerate(pairs)
            if isinstance(table, Table) and isinstance(printed, Table) and not self.is_text
        ]

    def section_at(self, block: int) -> int | None:
        for section in self.sections:
            if section.start <= block < section.end:
                return section.number
        return None

    def part(self, number: int | None) -> list[tuple[int, int]]:
        """(block, offset) of a section's text, or of the whole document's."""
        sections = [section for section in self.sections if section.number == number]
        if number is None:
            return [(index, 0) for index in range(len(self.document.blocks)) if self._is_running(index)]
        part: list[tuple[int, int]] = []
        for section in sections:
            heading = self.document.blocks[section.start]
            if section.inline and isinstance(heading, Paragraph):
                part.append((section.start, max(heading.text.rfind(section.inline), 0)))
            part += [(index, 0) for index in range(section.start + 1, section.end) if self._is_running(index)]
        return part

    def _is_running(self, index: int) -> bool:
        return self.is_text or isinstance(self.document.blocks[index], Paragraph)


def labels_of(form: Form) -> FormLabels:
    """The labels of a form, worked out once."""
    if id(form) not in _CACHE:
        _CACHE[id(form)] = (form, FormLabels(form))  # the form is kept, so that its id stays its own
    return _CACHE[id(form)][1]


def read_tables(pages: Pages, forms: dict[Edition, Form], units: tuple[str, ...], year: int | None) -> TablesRead:
    """Read the tables with the edition that their labels show; without tables, the report year names the form."""
    edition = _edition(pages, forms)
    assumed = edition or edition_of_year(year, forms)
    if assumed is None and _has_any_table(pages, forms):
        assumed = max(forms.values(), key=lambda form: form.first_year).edition
    if assumed is None:
        return TablesRead(edition=None, form=None, reading=None, cells={}, found=frozenset(), taken=())
    form = forms[assumed]
    reading, taken = _read(pages, form, units)
    if (printed := printed_form(form, reading, forms)) is not form:
        form = printed
        reading, taken = _read(pages, form, units)
    found = reading.tables
    cells = {cell.address: cell for cell in _all_cells(form, reading)}
    return TablesRead(
        edition=edition if reading.rows else None,
        form=form,
        reading=reading,
        cells=cells,
        found=found,
        taken=tuple(taken),
    )


def _edition(pages: Pages, forms: dict[Edition, Form]) -> Edition | None:
    labels = {edition: labels_of(form) for edition, form in forms.items()}
    wordings = {bare(cell.text) for _, table, _ in pages.grids() for cell in table.cells}
    if edition := edition_of(wordings, labels):
        return edition
    from disclosecheck.extract.text_part import TextPart
    from disclosecheck.extract.text_reader import wordings_of_tables

    for places in _parts(pages, (2, 3)):
        part = TextPart(pages.document, pages.printed, places, None)
        met = {mark for known in labels.values() for mark in wordings_of_tables(part, known)}
        if edition := edition_of(wordings | met, labels):
            return edition
    return None


def _has_any_table(pages: Pages, forms: dict[Edition, Form]) -> bool:
    """Whether labels of tables stand there that all editions print."""
    known = {wording for form in forms.values() for wording in labels_of(form).row_tables if len(wording) > 4}
    cells = sum(bare(cell.text) in known for _, table, _ in pages.grids() for cell in table.cells)
    return cells >= 3


def _read(pages: Pages, form: Form, units: tuple[str, ...]) -> tuple[Reading, list[Stretch]]:
    labels = labels_of(form)
    reading = Reading(labels, units)
    grids = GridReader(reading)
    for index, table, printed in pages.grids():
        grids.read(table, printed, pages.section_at(index))
    taken: list[Stretch] = []
    for number in dict.fromkeys(spec.section for spec in form.tables):
        tables = tuple(spec.id for spec in form.tables if spec.section == number)
        if not any(table in reading.tables for table in tables):
            taken += _read_text(pages, reading, number, tables)
    reading.settle()
    return reading, taken


def _read_text(pages: Pages, reading: Reading, number: int, tables: tuple[str, ...]) -> list[Stretch]:
    """Read the tables of a section from running text; gives the text they take up."""
    from disclosecheck.extract.text_part import TextPart  # a report with grids needs none of it
    from disclosecheck.extract.text_reader import read_text_tables

    for places in _parts(pages, (number,)):
        if places:
            part = TextPart(pages.document, pages.printed, places, number)
            read_text_tables(part, reading, tables)
            if any(table in reading.tables for table in tables):
                return part.taken()
    return []


def _parts(pages: Pages, numbers: Sequence[int]) -> list[list[tuple[int, int]]]:
    """Where tables that are running text may stand: their sections, else anywhere."""
    own = [place for number in numbers for place in pages.part(number)]
    return [own, pages.part(None)]


def _all_cells(form: Form, reading: Reading) -> list[CellFact]:
    """Every cell of the form: as read, or missing with the reason; optional ones only where they were printed."""
    cells: list[CellFact] = []
    for spec in form.tables:
        rows: tuple[Row | None, ...] = tuple(row for row in spec.rows if not row.header_only) or (None,)
        for row in rows:
            for column in spec.columns:
                key = row.key if row else None
                cell = reading.cells.get(address(spec.id, key, column.key))
                if cell is None and not column.optional and not (row and row.optional):
                    cell = _missing(spec, key, column.key, reading)
                if cell is not None:
                    cells.append(cell)
    return cells


def _missing(spec: TableSpec, row: str | None, column: str, reading: Reading) -> CellFact:
    reason = "cell.row_not_found" if spec.id in reading.tables else "cell.table_not_found"
    place = Place(section=spec.section)
    evidence = Evidence(section=place.section, table=spec.id, row=row, column=column)
    return CellFact(table=spec.id, row=row, column=column, state="missing", reason=reason, evidence=evidence)
