"""Words into the cells of a grid, and each cell's words into its text."""

from bisect import bisect_right
from itertools import pairwise

from disclosecheck.read.pdf.frame import Frame
from disclosecheck.read.pdf.joining import join_lines, line_text, words_to_lines
from disclosecheck.read.pdf.page_text import PageText
from disclosecheck.read.pdf.shapes import Grid, GridCell, Piece, PieceCell, Word
from disclosecheck.read.pdf.words import split_word

_OVERHANG = 1.5  # points a word may stick out of its cell before it is looked at character by character
_OFF_CENTRE = 2.0  # points by which text set in the middle of its cell may be off
OVERFLOW = 24.0  # points, a line or two
_MARGIN = 12.0  # both inner margins of a cell together, at most (Word's default is 2 x 5.4)


class Filling:
    """The cells of one grid with the words that stand in them."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.words: list[list[Word]] = [[] for _ in grid.cells]
        self._lefts = [grid.xs[cell.column] - _OVERHANG for cell in grid.cells]
        self._rights = [grid.xs[cell.column_end] + _OVERHANG for cell in grid.cells]

    def cell_at(self, x: float, y: float) -> int:
        """The index of the cell at a point; -1 for a point outside."""
        xs, ys = self.grid.xs, self.grid.ys
        if not (xs[0] <= x <= xs[-1] and ys[0] <= y <= ys[-1] + OVERFLOW):
            return -1
        row, column = min(bisect_right(ys, y), len(ys) - 1) - 1, min(bisect_right(xs, x), len(xs) - 1) - 1
        number = self.grid.places[row][column]
        # Below the grid: a browser may end the rulings of a cut row before its text ends.
        return number if y <= ys[-1] or self.grid.cells[number].open_bottom else -1

    def take(self, words: list[Word], text: PageText, frame: Frame) -> list[Word]:
        """Put words into their cells, taking apart those that run over a ruling; returns the words outside the grid."""
        outside: list[Word] = []
        for word in words:
            number = self.cell_at((word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2)
            if number < 0:
                outside.append(word)
            elif (
                (word.x0 >= self._lefts[number] and word.x1 <= self._rights[number]) or word.turn or len(word.text) == 1
            ):
                self.words[number].append(word)
            else:
                for part in self._parts(split_word(word, text, frame)):
                    self.words[self._cell_of(part, number)].extend(part)
        return outside

    def _sides(self, number: int) -> tuple[float, float]:
        cell = self.grid.cells[number]
        return self.grid.xs[cell.column], self.grid.xs[cell.column_end]

    def _cell_of(self, part: list[Word], number: int) -> int:
        found = self.cell_at((part[0].x0 + part[-1].x1) / 2, (part[0].y0 + part[0].y1) / 2)
        return found if found >= 0 else number

    def _parts(self, singles: list[Word]) -> list[list[Word]]:
        """The runs of a word that goes over a ruling.

        A number too wide for its cell sticks out on both sides and must not lose its ends to the neighbours; two
        numbers that touch at a ruling must not become one. So a ruling parts what stands in the middle of the cells
        on both its sides, and else only where there is a gap, or where the characters start again further left.
        """
        touching = self._split(singles, 1.0)
        if all(self._is_in_the_middle(part) for part in touching):
            return touching
        return self._split(singles, -0.5)

    def _split(self, singles: list[Word], slack: float) -> list[list[Word]]:
        """Runs parted where a ruling stands between two characters, give or take `slack` points."""
        parts = [[singles[0]]]
        for single in singles[1:]:
            previous = parts[-1][-1]
            low, high = previous.x1 - slack, single.x0 + slack
            ruled = low < high and bisect_right(self.grid.xs, low) != bisect_right(self.grid.xs, high)
            if ruled or 2 * single.x0 < previous.x0 + previous.x1:
                parts.append([single])
            else:
                parts[-1].append(single)
        return parts

    def _is_in_the_middle(self, part: list[Word]) -> bool:
        left, right = self._sides(self._cell_of(part, 0))
        return abs((part[0].x0 + part[-1].x1) - (left + right)) < 2 * _OFF_CENTRE


def fill_piece(filling: Filling, page: int) -> Piece:
    """The grid with its texts."""
    grid = filling.grid
    cells = [_piece_cell(cell, words, grid, page) for cell, words in zip(grid.cells, filling.words, strict=True)]
    return Piece(
        page=page,
        rows=len(grid.ys) - 1,
        x0=grid.xs[0],
        x1=grid.xs[-1],
        y0=grid.ys[0],
        y1=grid.ys[-1],
        cells=cells,
    )


def _piece_cell(cell: GridCell, words: list[Word], grid: Grid, page: int) -> PieceCell:
    x0, x1 = grid.xs[cell.column], grid.xs[cell.column_end]
    text, room = cell_text(words, x1 - x0) if words else ("", 99.0)
    return PieceCell(cell.row, cell.row_end, x0, x1, text, page, room, cell.open_top, cell.open_bottom)


def cell_text(words: list[Word], width: float) -> tuple[str, float]:
    """A cell's text, and the room left in its last line, in sizes of a character. `width` is the cell's, in points."""
    if len(words) == 1:
        return words[0].text, _room(words, width)
    columns = _upright_columns(words)
    if columns:
        return "".join(word.text for column in columns for word in column), 0.0
    text, room = "", 0.0
    for line in words_to_lines(words):
        text = join_lines(text, line_text(line), full=room < 1.0)
        room = _room(line, width)
    return text, room


def _room(line: list[Word], width: float) -> float:
    return (width - _MARGIN - (line[-1].x1 - line[0].x0)) / (line[0].size or 1.0)


def _upright_columns(words: list[Word]) -> list[list[Word]]:
    """The columns, in reading order, of text set vertically or turned on its side; none for text set in lines."""
    turned = [word for word in words if word.turn]
    if 2 * len(turned) > len(words):
        upwards = sum(word.turn == 3 for word in turned) > sum(word.turn == 1 for word in turned)
        columns = _columns(words)
        for column in columns:
            column.sort(key=lambda word: -word.y1 if upwards else word.y0)
        return columns if upwards else columns[::-1]
    if len(words) > 2 and _runs_downwards(words):
        columns = _columns(words)
        return columns[::-1] if len(columns) > 1 else []
    return []


def _runs_downwards(words: list[Word]) -> bool:
    """Whether single characters follow one another downwards in the order they were drawn: 三、本 年 度 set upright."""
    if any(len(word.text) > 1 for word in words):
        return False
    steps = sum(
        abs(word.x0 - previous.x0) < 0.3 * (previous.y1 - previous.y0) and word.y0 > previous.y0
        for previous, word in pairwise(words)
    )
    return 2 * steps > len(words)


def _columns(words: list[Word]) -> list[list[Word]]:
    """Words grouped by the upright column they stand in, from left to right, each from top to bottom."""
    columns: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.x0 + word.x1):
        if columns and word.x0 < (columns[-1][0].x0 + columns[-1][0].x1) / 2:
            columns[-1].append(word)
        else:
            columns.append([word])
    for column in columns:
        column.sort(key=lambda word: word.y0)
    return columns
