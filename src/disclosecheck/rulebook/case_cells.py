"""The cells of a case's submission: all filled alike, but for those that the case names."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import CellFact
from disclosecheck.model.form import Form, Row, TableSpec
from disclosecheck.rulebook.given import CellValue, GivenCell

DASHES = ("-", "—", "－", "——", "/", "／")


def one_row_other(form: Form) -> Form:
    """The variant with 186 cells: the heading （六）其他处理 is a result of its own."""
    tables = tuple(
        msgspec.structs.replace(table, rows=tuple(_other_as_leaf(row) for row in table.rows if row.parent != "other"))
        for table in form.tables
    )
    return msgspec.structs.replace(form, tables=tables)


def _other_as_leaf(row: Row) -> Row:
    return msgspec.structs.replace(row, leaf=True, header_only=False) if row.key == "other" else row


def in_other_sections(cells: dict[str, CellFact], sections: dict[str, int]) -> dict[str, CellFact]:
    """The cells with the sections in which some tables stand out of place."""
    for address, cell in cells.items() if sections else ():
        if cell.table in sections:
            evidence = msgspec.structs.replace(cell.evidence, section=sections[cell.table])
            cells[address] = msgspec.structs.replace(cell, evidence=evidence)
    return cells


def cells_of(form: Form, given: dict[str, CellValue], fill: int, gone: tuple[str, ...]) -> dict[str, CellFact]:
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
