"""Words into the cells of a grid, and each cell's words into its text."""

from bisect import bisect_right
from itertools import pairwise

from disclosecheck.read.pdf.frame import Frame
from disclosecheck.read.pdf.joining import join_lines, line_text, words_to_lines
from disclosecheck.read.pdf.shapes import Grid, GridCell, Piece, PieceCell, Word
from disclosecheck.read.pdf.words import PageText, split_word

_OVERHANG = 1.5  # points a word may stick out of its cell before it is looked at character by character
_OVERFLOW = 24.0  # points, a line or two
_MARGIN = 12.0  # both inner margins of a cell together, at most (Word's default is 2 x 5.4)


class Filling:
    """The cells of one grid with the words that stand in them."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.words: list[list[Word]] = [[] for _ in grid.cells]
        columns = len(grid.xs) - 1
        self._places = [0] * (columns * (len(grid.ys) - 1))
        for number, cell in enumerate(grid.cells):
            for row in range(cell.row, cell.row_end):
                for column in range(cell.column, cell.column_end):
                    self._places[row * columns + column] = number

    def holds(self, x: float, y: float) -> bool:
        xs, ys = self.grid.xs, self.grid.ys
        if not (xs[0] <= x <= xs[-1] and ys[0] <= y):
            return False
        if y <= ys[-1]:
            return True
        # A browser may end the rulings of a cut row before its text ends.
        return y <= ys[-1] + _OVERFLOW and self.grid.cells[self.cell_at(x, y)].open_bottom

    def cell_at(self, x: float, y: float) -> int:
        """The index of the cell at a point that the grid holds."""
        xs, ys = self.grid.xs, self.grid.ys
        column = min(bisect_right(xs, x) - 1, len(xs) - 2)
        row = min(bisect_right(ys, y) - 1, len(ys) - 2)
        return self._places[row * (len(xs) - 1) + column]

    def add(self, word: Word, text: PageText, frame: Frame) -> None:
        """Put a word, whose middle the grid holds, into its cell; one that runs over a ruling is taken apart."""
        number = self.cell_at((word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2)
        cell = self.grid.cells[number]
        left, right = self.grid.xs[cell.column], self.grid.xs[cell.column_end]
        if word.turn == 0 and (word.x0 < left - _OVERHANG or word.x1 > right + _OVERHANG) and len(word.text) > 1:
            for part in self._parts(split_word(word, text, frame)):
                x, y = (part[0].x0 + part[-1].x1) / 2, (part[0].y0 + part[0].y1) / 2
                self.words[self.cell_at(x, y) if self.holds(x, y) else number].extend(part)
        else:
            self.words[number].append(word)

    def _parts(self, singles: list[Word]) -> list[list[Word]]:
        """Characters kept together unless a ruling stands in the gap between two: a number that is too wide for its
        cell runs over the ruling, and must not lose its ends to the neighbours."""
        parts = [[singles[0]]]
        for single in singles[1:]:
            previous = parts[-1][-1]
            ruling = self.grid.xs[min(bisect_right(self.grid.xs, previous.x1 - 0.5), len(self.grid.xs) - 1)]
            if single.x0 - previous.x1 > 0.5 and ruling < single.x0 + 0.5:
                parts.append([single])
            else:
                parts[-1].append(single)
        return parts


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
    piece = PieceCell(cell.row, cell.row_end, x0, x1, "", page, open_top=cell.open_top, open_bottom=cell.open_bottom)
    if words:
        piece.text, piece.room = cell_text(words, x1 - x0)
    return piece


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
