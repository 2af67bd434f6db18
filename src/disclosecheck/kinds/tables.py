"""The cells of the form's tables by row and column, as the kinds about tables ask for them."""

from collections.abc import Iterator

from disclosecheck.kinds.place import split_address
from disclosecheck.model.fact import CellFact, FactSet


def cells_of_table(facts: FactSet, table: str) -> Iterator[str]:
    prefix = f"{table}."
    return (cell for cell in facts.cells if cell.startswith(prefix))


def found_tables(facts: FactSet) -> tuple[str, ...]:
    """The form's tables of which anything was read, in form order."""
    return tuple(spec.id for spec in facts.form.tables if spec.id in facts.tables_found) if facts.form else ()


def lines(facts: FactSet, table: str, axis: str) -> dict[str, list[CellFact]]:
    """The cells of a table by row or by column key, in form order."""
    grouped: dict[str, list[CellFact]] = {}
    for cell in cells_of_table(facts, table):
        _, row, column = split_address(cell)
        key = row if axis == "row" else column
        if key is not None:
            grouped.setdefault(key, []).append(facts.cells[cell])
    return grouped


def lines_absent(facts: FactSet, table: str, axis: str) -> dict[str, list[CellFact]]:
    """Rows or columns of a table that is there, whose label is not and of which no cell was read.

    None where nothing at all was read of the table: then its cells, not its lines, are what is missing.
    """
    if all(facts.cells[cell].state != "missing" for cell in cells_of_table(facts, table)):
        return {}
    met = {label.row if axis == "row" else label.column for label in facts.labels_met if label.table == table}
    found = lines(facts, table, axis)
    absent = {
        key: cells for key, cells in found.items() if key not in met and all(cell.state == "missing" for cell in cells)
    }
    return absent if len(absent) < len(found) else {}
