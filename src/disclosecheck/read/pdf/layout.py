"""One page: its lines of text, its tables and its single boxes."""

from disclosecheck.read.pdf.cells import Filling, fill_piece
from disclosecheck.read.pdf.drawings import read_drawings
from disclosecheck.read.pdf.frame import Frame
from disclosecheck.read.pdf.grid import find_grids
from disclosecheck.read.pdf.joining import first_token, line_text, words_to_lines
from disclosecheck.read.pdf.shapes import Drawings, Grid, Line, PageLayout, Piece, Word
from disclosecheck.read.pdf.visible import visible_words
from disclosecheck.read.pdf.words import PageText, read_words


class PageReading:
    """A page's layout, and what was noticed about the page."""

    def __init__(self, layout: PageLayout, drawings: Drawings) -> None:
        self.layout = layout
        self.drawings = drawings
        self.hidden: list[str] = []  # texts that nobody sees
        self.aslant: list[str] = []  # texts of a watermark
        self.unmapped = 0  # characters whose meaning the file does not tell
        self.characters = 0

    @property
    def is_picture(self) -> bool:
        """Whether what the page shows is a picture: a scan, or text turned into curves."""
        if self.characters == 0:
            return self.drawings.count > 0
        page = self.layout.width * self.layout.height
        return self.characters < 60 and any(image.area > 0.5 * page for image in self.drawings.images)

    @property
    def has_large_picture(self) -> bool:
        """Whether a picture large enough to hold a table stands on the page."""
        page = self.layout.width * self.layout.height
        return any(image.area > 0.1 * page for image in self.drawings.images)


def read_page(page: int, text: PageText, number: int) -> PageReading:
    """Everything on one page. `page` is pdfium's handle, `number` counts from 1."""
    words, frame, aslant = read_words(text)
    drawings = read_drawings(page, frame)
    words, hidden = visible_words(words, text, drawings, frame)
    tables, frames = _parted(find_grids(drawings))
    pieces, loose = _fill(tables, words, text, frame, number)
    width, height = frame.size
    reading = PageReading(PageLayout(number, width, height, _lines(loose), pieces, frames), drawings)
    reading.hidden, reading.aslant = hidden, aslant
    reading.characters = sum([len(word.text) for word in words])
    reading.unmapped = text.text.count("\ufffd")
    return reading


def _parted(grids: list[Grid]) -> tuple[list[Grid], list[Grid]]:
    """Tables, and grids of a single column: a box around prose, with or without lines under its headings."""
    return [grid for grid in grids if len(grid.xs) > 2], [grid for grid in grids if len(grid.xs) == 2]


def _fill(
    grids: list[Grid], words: list[Word], text: PageText, frame: Frame, number: int
) -> tuple[list[Piece], list[Word]]:
    """The tables with their texts, and the words that stand in none. A word belongs to the innermost table."""
    if not grids:
        return [], words
    fillings = [Filling(grid) for grid in grids]
    loose = words
    for filling in sorted(fillings, key=lambda filling: _area(filling.grid)):
        loose = filling.take(loose, text, frame)
    pieces = [fill_piece(filling, number) for filling in fillings]
    for piece in pieces:
        around = [other for other in pieces if other is not piece and _encloses(other, piece)]
        piece.parent = min(around, key=lambda other: (other.x1 - other.x0) * (other.y1 - other.y0), default=None)
    return pieces, loose


def _area(grid: Grid) -> float:
    return (grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])


def _encloses(outer: Piece, inner: Piece) -> bool:
    return outer.x0 <= inner.x0 and outer.x1 >= inner.x1 and outer.y0 <= inner.y0 and outer.y1 >= inner.y1


def _lines(words: list[Word]) -> list[Line]:
    lines: list[Line] = []
    for line in words_to_lines(words):
        text, first, em = line_text(line), line[0], max(line, key=lambda word: len(word.text)).size
        top, bottom = min(word.y0 for word in line), max(word.y1 for word in line)
        lead = first.x1 - first.x0 if first.text.isascii() else first_token(text) * em
        lines.append(Line(first.x0, top, max(word.x1 for word in line), bottom, text, em, lead))
    return lines
