"""Merged cells resolved into a rectangular grid, in one pass; no markup is known here.

A row says where each cell begins and ends on the table's column lines; a cell that goes on from the row above says so.
Column lines that lie closer than the eye can tell are one line: re-saved files have columns of a few twips.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from disclosecheck.model.document import Cell

# LibreOffice writes columns of 1 to 20 twips where two rows' borders miss each other; 60 twips are one millimetre, and
# no column that holds a figure is narrower than that.
SLIVER = 60

Merge = Literal["start", "continue"]


class RawCell(msgspec.Struct):
    """A cell as a row states it, on the table's own column lines."""

    start: int  # 0-based column line
    end: int
    text: str
    merge: Merge | None = None
    picture: bool = False  # nothing but a picture


class Grid(msgspec.Struct, frozen=True):
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    pictures: tuple[tuple[int, int], ...]  # (row, column) of cells that hold only a picture


class _Placed(msgspec.Struct):
    row: int
    column: int
    end: int
    raw: RawCell
    rowspan: int = 1


def resolve(rows: Sequence[Sequence[RawCell]], widths: Sequence[int | None]) -> Grid:
    """Lay out `rows`; `widths` are the columns' widths in twips as far as the file states them."""
    columns = _column_of_line(rows, widths)
    placed: list[_Placed] = []
    open_above: dict[int, _Placed] = {}
    for row_index, row in enumerate(rows):
        open_here: dict[int, _Placed] = {}
        for raw in row:
            column, end = columns[raw.start], columns[raw.end]
            if end <= column:  # a sliver, and blank: see _lines_apart
                continue
            above = open_above.get(column) if raw.merge == "continue" else None
            if above is not None and above.end == end:
                above.rowspan += 1
                open_here[column] = above
                continue
            cell = _Placed(row_index, column, end, raw)
            placed.append(cell)
            if raw.merge is not None:
                open_here[column] = cell
        open_above = open_here
    return Grid(
        rows=len(rows),
        columns=max(columns.values(), default=0),
        cells=tuple(map(_cell, placed)),
        pictures=tuple((cell.row, cell.column) for cell in placed if cell.raw.picture),
    )


def _cell(placed: _Placed) -> Cell:
    return Cell(
        row=placed.row,
        column=placed.column,
        text=placed.raw.text,
        rowspan=placed.rowspan,
        colspan=placed.end - placed.column,
    )


def _column_of_line(rows: Sequence[Sequence[RawCell]], widths: Sequence[int | None]) -> dict[int, int]:
    """The visible column that begins at each column line in use; lines that no cell uses are not seen."""
    spans = {(raw.start, raw.end) for row in rows for raw in row}
    lines = sorted({line for span in spans for line in span})
    places = _places(widths)
    if places is None:
        return {line: rank for rank, line in enumerate(lines)}
    narrow = {span for span in spans if places.at(span[1]) - places.at(span[0]) < SLIVER}
    apart = _lines_apart(rows, narrow) if narrow else frozenset()
    columns: dict[int, int] = {}
    rank, begun = -1, 0
    for line in lines:
        if rank < 0 or line in apart or places.at(line) - begun >= SLIVER:
            rank += 1
            begun = places.at(line)
        columns[line] = rank
    return columns


class _Places(msgspec.Struct):
    """Distance of each column line from the left in twips; columns without a stated width count as wide."""

    known: list[int]

    def at(self, line: int) -> int:
        beyond = line - len(self.known) + 1
        return self.known[line] if beyond <= 0 else self.known[-1] + beyond * SLIVER


def _places(widths: Sequence[int | None]) -> _Places | None:
    if max((width or 0 for width in widths), default=0) < SLIVER:  # the grid states nothing that could be meant
        return None
    known = [0]
    for width in widths:
        known.append(known[-1] + (SLIVER if width is None else width))
    return _Places(known)


def _lines_apart(rows: Iterable[Sequence[RawCell]], narrow: set[tuple[int, int]]) -> frozenset[int]:
    """Lines that end a narrow cell in which something stands: they stay, however narrow."""
    return frozenset(
        raw.end for row in rows for raw in row if (raw.text or raw.picture) and (raw.start, raw.end) in narrow
    )
