"""Rows and cells of a table's markup, with what is hidden, deleted or wrapped in content controls settled."""

from collections.abc import Iterator

import msgspec
from lxml import etree

from disclosecheck.read.docx import names as n
from disclosecheck.read.docx.grid import Merge
from disclosecheck.read.docx.notices import Notices
from disclosecheck.read.docx.parts import child
from disclosecheck.read.docx.styles import is_on

# A span that says more is a mistake or an attack; Word allows 63 columns.
_WIDEST = 1024
_WRAPPERS = frozenset((n.CUSTOM_XML, n.INS, n.MOVE_TO))


class CellPlace(msgspec.Struct):
    """What a cell's properties say of its place in the row."""

    span: int = 1
    merge: Merge | None = None
    joined_left: bool = False  # goes on from the cell to its left (hMerge)
    deleted: bool = False


PLAIN = CellPlace()  # where nothing is said


def column_widths(table: etree._Element) -> list[int | None]:
    """Widths of the grid's columns in twips, None where the file states none."""
    grid = child(table, n.TBL_GRID)
    return [_width(column.get(n.W)) for column in grid.iterchildren(n.GRID_COL)] if grid is not None else []


def rows(table: etree._Element, notices: Notices) -> Iterator[tuple[etree._Element, int]]:
    """Each row that is there, with the columns left out before its first cell."""
    for row in _children(table, n.TR):
        properties = child(row, n.TR_PR)
        before = 0
        if properties is not None:
            if _is_gone(row, properties, notices):
                continue
            skipped = child(properties, n.GRID_BEFORE)
            before = _count(skipped, 0) if skipped is not None else 0
        yield row, before


def cells(row: etree._Element) -> Iterator[etree._Element]:
    return _children(row, n.TC)


def place(stated: list[etree._Element], notices: Notices) -> CellPlace:
    """Spans and merges of one cell, from those of its properties that state them."""
    found = CellPlace()
    for node in stated:
        tag = node.tag
        if tag == n.GRID_SPAN:
            found.span = _count(node, 1)
        elif tag == n.V_MERGE:
            found.merge = "start" if node.get(n.VAL) == "restart" else "continue"
        elif tag == n.H_MERGE:
            found.joined_left = node.get(n.VAL) != "restart"
        elif tag == n.CELL_MERGE:  # a tracked merge, read as accepted
            notices.add("tracked_changes", part="cells")
            found.merge = "start" if node.get(n.A_V_MERGE) == "rest" else "continue"
        else:
            notices.add("tracked_changes", part="cells")
            found.deleted = tag == n.CELL_DEL
    return found


def is_frame(table: etree._Element) -> bool:
    """A table that only lays out the page: one column, and a single cell or other tables inside."""
    count = 0
    for row in _children(table, n.TR):
        inside = _children(row, n.TC)
        if next(inside, None) is None or next(inside, None) is not None:
            return False
        count += 1
    return count == 1 or next(table.iterdescendants(n.TBL), None) is not None


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children of that tag, also those inside content controls and custom XML."""
    for node in parent:
        name = node.tag
        if name == tag:
            yield node
        elif name == n.SDT:
            for content in node.iterchildren(n.SDT_CONTENT):
                yield from _children(content, tag)
        elif name in _WRAPPERS:
            yield from _children(node, tag)


def _is_gone(row: etree._Element, properties: etree._Element, notices: Notices) -> bool:
    gone = False
    for node in properties:
        if node.tag == n.HIDDEN:
            if is_on(node):
                notices.add("hidden_text", _text(row))
                gone = True
        elif node.tag in (n.INS, n.DEL):
            gone = gone or node.tag == n.DEL
            notices.add("tracked_changes", _text(row), "rows")
    return gone


def _text(row: etree._Element) -> str:
    return " ".join(text.text or "" for text in row.iter(n.T, n.DELETED_TEXT))


def _width(text: str | None) -> int | None:
    try:
        return max(0, round(float(text))) if text else None
    except (ValueError, OverflowError):  # a width in cm or a word: strict files may say 2.5cm
        return None


def _count(node: etree._Element, least: int) -> int:
    value = node.get(n.VAL, "")
    return min(max(int(value), least), _WIDEST) if value.isdecimal() and len(value) < 9 else least
