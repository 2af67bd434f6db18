"""Writes a sample as text pasted from Word or from a page."""

from collections.abc import Iterator

from making.content import Content, Piece
from making.layout import Grid
from making.source import Txt


def write_txt(content: Content, how: Txt) -> bytes:
    lines = [line for piece in content.pieces for line in _lines(piece, how)]
    return "\r\n".join([*lines, ""]).encode(how.encoding)


def _lines(piece: Piece, how: Txt) -> Iterator[str]:
    if piece.table is None:
        yield f"　　{piece.numeral}{piece.text}" if piece.kind in ("body", "heading") else piece.text
    elif how.tables == "tabs":
        yield from _rows(piece.table)
    elif how.tables == "lines":
        yield from (box.text for box in piece.table.boxes)
    else:
        yield "".join(box.text for box in piece.table.boxes)


def _rows(grid: Grid) -> Iterator[str]:
    """A line a row, cells apart by tabs; a cell that a box above covers is empty, as Word pastes it."""
    for row in range(grid.rows):
        here = sorted((box for box in grid.boxes if box.row <= row < box.row + box.rowspan), key=lambda box: box.column)
        yield "\t".join(box.text if box.row == row else "" for box in here)
