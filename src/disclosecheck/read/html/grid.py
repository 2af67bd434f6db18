"""A table's cells on a rectangular grid, row and column spans resolved."""

from collections.abc import Callable

import msgspec

from disclosecheck.model.document import Cell
from disclosecheck.read.html.cells import rows_of, simple_text
from disclosecheck.read.html.page import Element, hides

_WIDEST = 100  # columns that a span may reach; the widest table of the form has 16


def read_grid(
    table: Element, read_cell: Callable[[Element], str], *, hiding: bool = True
) -> tuple[int, int, list[Cell]]:
    """The number of rows and of columns, and the cells in reading order.

    `read_cell` reads cells with more than plain lines; `hiding` says whether any may be hidden. Malformed spans count
    1, and none reaches over another cell or the table's end.
    """
    rows = [row for row in rows_of(table) if not _is_left_out(row)]
    below = len(rows)  # rows from the present one to the end
    free_from: dict[int, int] = {}  # column -> first row in which no cell from above covers it
    cells: list[Cell] = []
    columns = reach = 0
    for index, row in enumerate(rows):
        column = 0
        for cell in row:
            tag = cell.tag
            if tag != "td" and tag != "th":
                continue
            if hiding and _is_left_out(cell):  # a column that a spreadsheet hid
                continue
            while column in free_from and free_from[column] > index:
                column += 1
            if column >= columns:
                columns = column + 1
            text = simple_text(cell)
            if text is None:
                text = read_cell(cell)
            rowspan, colspan = cell.get("rowspan"), cell.get("colspan")
            if not (rowspan or colspan):
                cells.append(Cell(row=index, column=column, text=text))
                column += 1
                continue
            high = min(_number(rowspan) or below, below) if rowspan else 1  # 0: to the end, by the HTML standard
            wide = _free_columns(column, _number(colspan), free_from, index) if colspan else 1
            if high > 1:
                free_from.update(dict.fromkeys(range(column, column + wide), index + high))
            cells.append(Cell(row=index, column=column, text=text, rowspan=high, colspan=wide))
            column += wide
            reach = max(reach, column)
        below -= 1
    if reach > columns:
        cells = [_cut(cell, columns) if cell.column + cell.colspan > columns else cell for cell in cells]
    return len(rows), columns, cells


def _is_left_out(element: Element) -> bool:
    style = element.get("style")
    return style is not None and hides(style)


def _cut(cell: Cell, columns: int) -> Cell:
    """Columns at the right in which no cell begins are cut off the spans."""
    return msgspec.structs.replace(cell, colspan=columns - cell.column)


def _free_columns(column: int, wanted: int, free_from: dict[int, int], row: int) -> int:
    """How many of the wanted columns are free in that row."""
    wide = 1
    while wide < wanted and column + wide < _WIDEST and free_from.get(column + wide, 0) <= row:
        wide += 1
    return wide


def _number(value: str) -> int:
    """The digits that a span begins with, as browsers read it; 1 where there are none."""
    if not (value.isascii() and value.isdecimal()):
        value = value.strip()
        value = value[: next((at for at, sign in enumerate(value) if sign not in "0123456789"), len(value))] or "1"
    return int(value[:6])
