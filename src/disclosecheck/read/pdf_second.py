"""A .pdf read a second time, independently: characters, rulings and cells by pdfplumber.

For --double-check only. What stands in which cell is found without anything of the first reading; only the joining of
pages into a document (running lines, tables over page breaks, paragraphs) is shared with it.
"""

import io
from itertools import pairwise
from typing import Any

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.table import TableFinder
from pdfplumber.utils.text import chars_to_textmap

from disclosecheck.model.document import Document
from disclosecheck.model.errors import UnreadableError
from disclosecheck.read.pdf.assemble import assemble
from disclosecheck.read.pdf.joining import first_token, join_lines
from disclosecheck.read.pdf.shapes import Grid, GridCell, Line, PageLayout, Piece, PieceCell
from disclosecheck.read.source import Source

Item = dict[str, Any]  # pdfplumber's objects
BBox = tuple[float, float, float, float]  # x0, top, x1, bottom

_THIN = 3.0  # points; a filled area no wider is a ruling
_NEAR = 3.0  # points within which cell borders are one line
_MARGIN = 12.0  # points, both inner margins of a cell
_LEAST_SPACE = 0.3  # of the size of the type: a wider gap parts words


def read_pdf_second(source: Source) -> Document:
    """Read a file of text pages; the tables are what it is for.

    Raises UnreadableError `second_reading` where pdfplumber cannot read the file.
    """
    try:
        with pdfplumber.open(io.BytesIO(source.data)) as pdf:
            layouts = [_layout(_upright(page), number) for number, page in enumerate(pdf.pages, 1)]
    except Exception as error:  # pdfminer lets any error of a broken file through
        raise UnreadableError("second_reading", path=source.path, detail=type(error).__name__) from error
    return assemble(source, layouts, (), [])


def _upright(page: Page) -> Page:
    """The page turned so that most of its text stands upright, whatever /Rotate says."""
    turns = [0, 0, 0, 0]
    for char in page.chars:
        a, b = char["matrix"][:2]
        turns[(0 if a > 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)] += 1
    quarters = turns.index(max(turns))
    if not quarters:
        return page
    rotation = (page.rotation + 90 * quarters) % 360
    page.page_obj.attrs["Rotate"] = page.page_obj.rotate = rotation
    return Page(page.pdf, page.page_obj, page.page_number)


def _layout(page: Page, number: int) -> PageLayout:
    chars = [char for char in page.chars if char["text"].strip()]
    rulings = _Rulings(page)
    layout = PageLayout(number, float(page.width), float(page.height), [], [], [])
    finder = TableFinder(page, rulings.settings())
    in_tables = {box for table in finder.tables for box in table.cells}
    for boxes in (*(table.cells for table in finder.tables), *([box] for box in finder.cells if box not in in_tables)):
        xs = _places([x for box in boxes for x in (box[0], box[2])])
        ys = _places([y for box in boxes for y in (box[1], box[3])])
        if len(xs) == 2:
            cells = [GridCell(_index(ys, box[1]), 0, _index(ys, box[3]), 1) for box in boxes]
            layout.frames.append(Grid(xs, ys, cells, []))
        else:
            around = (xs[0], ys[0], xs[-1], ys[-1])
            inside = [char for char in chars if _holds(around, char)]
            layout.pieces.append(_piece(boxes, xs, ys, inside, number, rulings))
            chars = [char for char in chars if not _holds(around, char)]
    layout.pieces.sort(key=lambda piece: piece.y0)
    layout.lines = _lines(chars)
    return layout


class _Rulings:
    """The page's rulings as straight strokes, and the sides of tables that a page break left open."""

    def __init__(self, page: Page) -> None:
        strokes = [stroke for item in (*page.lines, *page.rects, *page.curves) for stroke in _strokes(item)]
        self._page = page
        self._level = [stroke for stroke in strokes if stroke[3] - stroke[1] <= _THIN]
        self._upright = [stroke for stroke in strokes if stroke[2] - stroke[0] <= _THIN]
        self.open_tops = self._open_sides(1)
        self.open_bottoms = self._open_sides(3)

    def _open_sides(self, side: int) -> list[BBox]:
        """Where at least two upright rulings end at one height (`side` 1: the upper end) and nothing meets them."""
        loose: dict[int, list[BBox]] = {}
        for stroke in self._upright:
            x, y = (stroke[0] + stroke[2]) / 2, stroke[side]
            if not any(_touches(other, x, y) for other in (*self._level, *self._upright) if other != stroke):
                loose.setdefault(round(y / _NEAR), []).append(stroke)
        return [
            (min(stroke[0] for stroke in ends), ends[0][side], max(stroke[2] for stroke in ends), ends[0][side])
            for ends in loose.values()
            if len(ends) > 1
        ]

    def settings(self) -> dict[str, Any]:
        """The rulings given to pdfplumber one by one: of itself it takes none from a rectangle turned with the page."""
        levels = [(x0, (top + bottom) / 2, x1) for x0, top, x1, bottom in self._level]
        levels += [(x0, y, x1) for x0, y, x1, _ in (*self.open_tops, *self.open_bottoms)]
        horizontal = [_ruling(x0, y, x1, y) for x0, y, x1 in levels]
        uprights = [((x0 + x1) / 2, top, bottom) for x0, top, x1, bottom in self._upright]
        vertical = [_ruling(x, top, x, bottom) for x, top, bottom in uprights]
        return {
            "vertical_strategy": "explicit",
            "horizontal_strategy": "explicit",
            "explicit_vertical_lines": vertical if len(vertical) > 1 else [0, self._page.width],
            "explicit_horizontal_lines": horizontal if len(horizontal) > 1 else [0, self._page.height],
        }


def _touches(stroke: BBox, x: float, y: float) -> bool:
    return stroke[0] - _NEAR <= x <= stroke[2] + _NEAR and stroke[1] - _NEAR <= y <= stroke[3] + _NEAR


def _strokes(item: Item) -> list[BBox]:
    """The straight strokes of one drawn object."""
    box = (item["x0"], item["top"], item["x1"], item["bottom"])
    if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
        return [box]
    points = [*item["pts"], item["pts"][0]] if item["object_type"] == "rect" else item["pts"]
    if not item["stroke"]:
        return []
    return [(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)) for (ax, ay), (bx, by) in pairwise(points)]


def _ruling(x0: float, top: float, x1: float, bottom: float) -> Item:
    return {
        "object_type": "line",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _holds(box: BBox, char: Item) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _piece(
    boxes: list[BBox], xs: list[float], ys: list[float], chars: list[Item], number: int, rulings: _Rulings
) -> Piece:
    """The cells in rows, with their texts."""
    cells: list[PieceCell] = []
    for box in sorted(boxes, key=lambda box: (box[1], box[0])):
        text, room = _text([char for char in chars if _holds(box, char)], box[2] - box[0])
        row, row_end = _index(ys, box[1]), _index(ys, box[3])
        cell = PieceCell(row, row_end, xs[_index(xs, box[0])], xs[_index(xs, box[2])], text, number, room)
        middle = (box[0] + box[2]) / 2
        cell.open_top = any(_touches(side, middle, box[1]) for side in rulings.open_tops)
        cell.open_bottom = any(_touches(side, middle, box[3]) for side in rulings.open_bottoms)
        cells.append(cell)
    return Piece(number, len(ys) - 1, xs[0], xs[-1], ys[0], ys[-1], cells)


def _places(values: list[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _index(places: list[float], value: float) -> int:
    return min(range(len(places)), key=lambda index: abs(places[index] - value))


def _text(chars: list[Item], width: float) -> tuple[str, float]:
    """A cell's lines joined, and the room left in the last, in sizes of the type."""
    text, room = "", 99.0
    for line in _lines(chars):
        text = join_lines(text, line.text, full=room < 1.0)
        room = (width - _MARGIN - (line.x1 - line.x0)) / (line.em or 1.0)
    return text, room


def _lines(chars: list[Item]) -> list[Line]:
    """The characters as lines, by pdfplumber's own layout of text."""
    if not chars:
        return []
    size = max(char["size"] for char in chars)
    found = chars_to_textmap(chars, x_tolerance=_LEAST_SPACE * size).extract_text_lines(return_chars=True)
    lines: list[Line] = []
    for line in found:
        em, text = max(char["size"] for char in line["chars"]), line["text"]
        lines.append(Line(line["x0"], line["top"], line["x1"], line["bottom"], text, em, first_token(text) * em))
    return lines
