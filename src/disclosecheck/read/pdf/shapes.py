"""What the steps of reading a page hand on: words, edges, grids, lines. Points (1/72 inch), x to the right, y down,
in the frame in which the page's text stands upright."""

import msgspec


class Word(msgspec.Struct, gc=False):
    """Characters that stand together; the box is that of its first and last character."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    size: float  # of a full-width character, as far as its own characters tell
    first: int  # index of its first character in the page's text
    end: int  # index behind its last character
    turn: int = 0  # 0 reads to the right, 1 downwards, 2 upside down, 3 upwards
    lead: float = 0.0  # of a line taken whole: the width of its first word, where that is a Western one


class Edge(msgspec.Struct, gc=False):
    """A ruling: `at` is its y (horizontal) or x (vertical); it runs from `start` to `end`."""

    at: float
    start: float
    end: float


class Box(msgspec.Struct, gc=False):
    """A filled area or a picture."""

    x0: float
    y0: float
    x1: float
    y1: float
    item: int = 0  # pdfium's handle of a filled path, as long as the page is open

    @property
    def area(self) -> float:
        return max(0.0, self.x1 - self.x0) * max(0.0, self.y1 - self.y0)


class Drawings(msgspec.Struct):
    """What is drawn on a page besides text."""

    horizontal: list[Edge]
    vertical: list[Edge]
    fills: list[Box]
    images: list[Box]
    count: int  # objects of any kind that are no text
    texts: list[int]  # pdfium's handles of the text objects, as long as the page is open


class GridCell(msgspec.Struct, gc=False):
    """A cell as the rulings enclose it: rows [row, row_end), columns [column, column_end)."""

    row: int
    column: int
    row_end: int
    column_end: int
    open_top: bool = False  # at the upper edge of the grid, and no ruling closes it: the page break runs through it
    open_bottom: bool = False


class Grid(msgspec.Struct):
    """Cells between the lines `xs` and `ys`."""

    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    places: list[list[int]]  # row by row, for each unit between two lines the index of its cell


class Line(msgspec.Struct):
    """A line of text outside tables; words with a wide gap between them are parted by a tab."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    em: float  # size of a full-width character, as far as the words tell
    lead: float  # width of what a line break cannot part from its first character


class PieceCell(msgspec.Struct):
    """A cell of a piece of a table, with its text."""

    row: int
    row_end: int
    x0: float
    x1: float
    text: str
    page: int
    room: float = 99.0  # sizes of a character left in its last line
    open_top: bool = False
    open_bottom: bool = False


class Piece(msgspec.Struct):
    """The part of a table that stands on one page, or several such parts already joined."""

    page: int
    rows: int
    x0: float
    x1: float
    y0: float
    y1: float
    cells: list[PieceCell]
    parent: "Piece | None" = None


class PageLayout(msgspec.Struct):
    """A page as read: lines outside tables, tables and single boxes, each from top to bottom."""

    number: int  # 1-based
    width: float
    height: float
    lines: list[Line]
    pieces: list[Piece]
    frames: list[Grid]  # grids of a single column: tables only as the continuation of one
