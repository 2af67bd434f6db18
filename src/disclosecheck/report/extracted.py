"""What was read from one report, in the shape of the contract's `extract --format json`."""

from decimal import Decimal

import msgspec

from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import CellFact, Extra, Fact, FactSet, Unmatched
from disclosecheck.model.number import canonical
from disclosecheck.model.result import DocumentShown


class SectionShown(msgspec.Struct, frozen=True):
    number: int | None
    heading: str
    title: str
    paragraph: int
    page: int | None
    empty: bool


class CellShown(msgspec.Struct, frozen=True):
    row: str | None
    column: str
    state: str
    value: str | None
    text: str
    page: int | None


class ExtraShown(msgspec.Struct, frozen=True):
    label: str
    values: tuple[str, ...]
    page: int | None


class TableShown(msgspec.Struct, frozen=True):
    cells: tuple[CellShown, ...]
    extra_rows: tuple[ExtraShown, ...]
    extra_columns: tuple[ExtraShown, ...]


class FactShown(msgspec.Struct, frozen=True):
    name: str
    value: str | bool
    unit: str
    dimensions: dict[str, str]
    scope: str | None
    period: str | None
    approximate: bool
    confidence: str
    evidence: Evidence


class ExtractOutput(msgspec.Struct, frozen=True):
    """`disclosecheck extract --format json`; its JSON Schema is report/schema/extract.schema.json."""

    schema_version: str
    path: str
    document: DocumentShown
    sections: tuple[SectionShown, ...]
    tables: dict[str, TableShown]
    facts: tuple[FactShown, ...]
    unmatched: tuple[Unmatched, ...]


def extracted(path: str, facts: FactSet, document: DocumentShown, schema_version: str) -> ExtractOutput:
    """Tables of which nothing was found are left out; a cell that only is not there stays, as `missing`."""
    return ExtractOutput(
        schema_version=schema_version,
        path=path,
        document=document,
        sections=tuple(
            SectionShown(s.number, s.heading, s.title, s.paragraph, s.page, s.empty) for s in facts.sections
        ),
        tables={table: _table(table, facts) for table in _tables(facts)},
        facts=tuple(_fact(fact) for fact in facts.facts),
        unmatched=facts.unmatched,
    )


def unmatched_share(output: ExtractOutput) -> str:
    """Statements with a number that belong to no fact, of all statements with one."""
    matched = {(fact.evidence.paragraph, fact.evidence.quote) for fact in output.facts}
    total = len(matched) + len(output.unmatched)
    return f"{100 * len(output.unmatched) / total:.0f}%" if total else "0%"


def _tables(facts: FactSet) -> list[str]:
    """The form's tables that were found, in form order."""
    return [table.id for table in facts.form.tables if table.id in facts.tables_found] if facts.form else []


def _table(table: str, facts: FactSet) -> TableShown:
    extras = [extra for extra in facts.extras if extra.table == table]
    return TableShown(
        cells=tuple(_cell(cell) for cell in facts.cells.values() if cell.table == table),
        extra_rows=tuple(_extra(extra) for extra in extras if extra.kind != "column"),
        extra_columns=tuple(_extra(extra) for extra in extras if extra.kind == "column"),
    )


def _cell(cell: CellFact) -> CellShown:
    value = canonical(cell.value) if cell.value is not None else None
    return CellShown(cell.row, cell.column, cell.state, value, cell.text, cell.evidence.page)


def _extra(extra: Extra) -> ExtraShown:
    return ExtraShown(extra.label, extra.values, extra.evidence.page)


def _fact(fact: Fact) -> FactShown:
    value = canonical(fact.value) if isinstance(fact.value, Decimal) else fact.value
    return FactShown(
        name=fact.name,
        value=value,
        unit=fact.unit,
        dimensions=fact.dimensions,
        scope=fact.scope,
        period=fact.period,
        approximate=fact.approximate,
        confidence=fact.confidence,
        evidence=fact.evidence,
    )
