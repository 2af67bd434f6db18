"""One page: its lines of text, its tables and its single boxes."""

from itertools import pairwise

from disclosecheck.read.pdf.cells import OVERFLOW, Filling, fill_piece
from disclosecheck.read.pdf.drawings import read_drawings
from disclosecheck.read.pdf.frame import Frame
from disclosecheck.read.pdf.grid import find_grids
from disclosecheck.read.pdf.joining import first_token, line_text, words_to_lines
from disclosecheck.read.pdf.page_text import PageText
from disclosecheck.read.pdf.plain_lines import plain_lines
from disclosecheck.read.pdf.shapes import Drawings, Grid, Line, PageLayout, Piece, Word
from disclosecheck.read.pdf.typefaces import lacks_typeface
from disclosecheck.read.pdf.visible import unseen_objects, visible_words
from disclosecheck.read.pdf.words import read_words


class PageReading:
    """A page's layout, and what was noticed about the page."""

    def __init__(self, layout: PageLayout, drawings: Drawings) -> None:
        self.layout = layout
        self.drawings = drawings
        self.hidden: list[str] = []  # texts that nobody sees
        self.aslant: list[str] = []  # texts of a watermark
        self.lacks_typeface = False  # some of its text is in a typeface that is nowhere to be had
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
    frame = Frame.of_page(page, text.usual_turn)
    drawings = read_drawings(page, frame)
    tables, frames = _parted(find_grids(drawings))
    unseen = unseen_objects(drawings)
    plain: list[Word] = []
    if not unseen and all(turn == frame.turn for turn in text.turns):
        plain = plain_lines(text, frame, [(grid.ys[0], grid.ys[-1] + OVERFLOW) for grid in tables])
    reading = PageReading(PageLayout(number, *frame.size, [], [], frames), drawings)
    while True:
        words, reading.aslant = read_words(text, frame, plain)
        words, reading.hidden = visible_words(plain + words, text, drawings, frame, unseen)
        reading.layout.pieces, loose = _fill(tables, words, text, frame, number)
        lines = words_to_lines(loose)
        if not plain or not any(map(_overlap, lines)):
            break
        plain = []
    reading.layout.lines = [_line(line) for line in lines]
    reading.characters = sum([len(word.text) for word in words])
    reading.lacks_typeface = lacks_typeface(drawings.texts, text)
    reading.unmapped = text.text.count("\ufffd")
    return reading


def _overlap(line: list[Word]) -> bool:
    """Whether something was drawn into a line that was taken whole (quotation marks of another typeface)."""
    return any(right.x0 < left.x1 - 0.3 * right.size for left, right in pairwise(line))


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


def _line(words: list[Word]) -> Line:
    first, text = words[0], line_text(words)
    if len(words) == 1:
        x1, top, bottom, em = first.x1, first.y0, first.y1, first.size
    else:
        x1, top, bottom = max(w.x1 for w in words), min(w.y0 for w in words), max(w.y1 for w in words)
        em = max(words, key=lambda word: len(word.text)).size
    lead = first.lead or (first.x1 - first.x0 if first.text.isascii() else first_token(text) * em)
    return Line(first.x0, top, x1, bottom, text, em, lead)
