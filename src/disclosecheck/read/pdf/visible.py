"""Which words a reader of the printed page sees."""

import ctypes
from itertools import repeat

from disclosecheck.read.pdf import pdfium
from disclosecheck.read.pdf.frame import Frame
from disclosecheck.read.pdf.shapes import Drawings, Word
from disclosecheck.read.pdf.words import PageText

_WHITE = 250  # of 255, in each of red, green and blue


def visible_words(words: list[Word], text: PageText, drawings: Drawings, frame: Frame) -> tuple[list[Word], list[str]]:
    """The words that can be seen, and the texts that cannot: drawn without colour, white on white, or off the page."""
    width, height = frame.size
    unpainted = _unpainted(words, text, drawings)
    xs, ys = [word.x0 + word.x1 for word in words], [word.y0 + word.y1 for word in words]
    if not words or (not unpainted and min(xs) >= 0 <= min(ys) and max(xs) <= 2 * width and max(ys) <= 2 * height):
        return words, []
    seen: list[Word] = []
    hidden: list[str] = []
    for index, (word, x, y) in enumerate(zip(words, xs, ys, strict=True)):
        if 0 <= x <= 2 * width and 0 <= y <= 2 * height and index not in unpainted:
            seen.append(word)
        else:
            hidden.append(word.text)
    return seen, hidden


def _unpainted(words: list[Word], text: PageText, drawings: Drawings) -> set[int]:
    """Indexes of the words that leave no mark on the page."""
    items = list(map(pdfium.char_object, repeat(text.handle), [word.first for word in words]))
    colourless, white = _unseen({item for item in items if item}, drawings)
    if not colourless and not white:
        return set()
    return {
        index
        for index, item in enumerate(items)
        if item in colourless or (item in white and not _stands_on_something(words[index], drawings))
    }


def _unseen(items: set[int], drawings: Drawings) -> tuple[set[int], set[int]]:
    """Text objects that are drawn without colour, and those that are white."""
    order = list(items)
    plain, red, green, blue, alpha = _fill_colours(order)
    colourless: set[int] = set()
    white: set[int] = set()
    if drawings.invisible:
        colourless = {item for item in order if pdfium.render_mode(item) in pdfium.INVISIBLE_MODES}
    if not all(alpha):
        colourless |= {item for item, known, opacity in zip(order, plain, alpha, strict=True) if known and not opacity}
    if max(red, default=0) >= _WHITE:
        white = {item for item, *rgb in zip(order, red, green, blue, strict=True) if min(rgb) >= _WHITE}
    return colourless, white


def _fill_colours(items: list[int]) -> tuple[list[int], ...]:
    """For each object: whether it has a plain colour (no pattern); its red, green, blue and alpha, else 0."""
    array = (ctypes.c_uint * (4 * len(items)))()
    start = ctypes.addressof(array)
    red, green, blue, alpha = (range(start + 4 * part, start + 4 * part + 16 * len(items), 16) for part in range(4))
    plain = list(map(pdfium.fill_colour, items, red, green, blue, alpha))
    flat: list[int] = array[:]
    return plain, flat[0::4], flat[1::4], flat[2::4], flat[3::4]


def _stands_on_something(word: Word, drawings: Drawings) -> bool:
    """Whether a coloured area or a picture lies behind the word, on which white can be read."""
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    behind = [box for box in drawings.fills + drawings.images if box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1]
    if any(not box.item for box in behind):
        return True
    plain, red, green, blue, _ = _fill_colours([box.item for box in behind])
    return any(not known or min(rgb) < _WHITE for known, *rgb in zip(plain, red, green, blue, strict=True))
