"""Which words a reader of the printed page sees."""

import ctypes
from collections import deque
from itertools import repeat

from disclosecheck.read.pdf import pdfium
from disclosecheck.read.pdf.frame import Frame
from disclosecheck.read.pdf.shapes import Drawings, Word
from disclosecheck.read.pdf.words import PageText

_WHITE = 250  # of 255, in each of red, green and blue
_BLACK = (0, 0, 0, 255)


def visible_words(words: list[Word], text: PageText, drawings: Drawings, frame: Frame) -> tuple[list[Word], list[str]]:
    """The words that can be seen, and the texts that cannot: drawn without colour, white on white, or off the page."""
    width, height = frame.size
    unpainted = _unpainted(words, text, drawings)
    seen: list[Word] = []
    hidden: list[str] = []
    for index, word in enumerate(words):
        on_page = 0 <= word.x0 + word.x1 <= 2 * width and 0 <= word.y0 + word.y1 <= 2 * height
        if on_page and index not in unpainted:
            seen.append(word)
        else:
            hidden.append(word.text)
    return seen, hidden


def _unpainted(words: list[Word], text: PageText, drawings: Drawings) -> set[int]:
    """Indexes of the words that leave no mark on the page."""
    items = list(map(pdfium.char_object, repeat(text.handle), [word.first for word in words]))
    painted = {index: item for index, item in enumerate(items) if item}
    modes = map(pdfium.render_mode, painted.values()) if drawings.invisible else repeat(0)
    colours = _fill_colours(list(painted.values()))
    unpainted: set[int] = set()
    for index, mode, (red, green, blue, alpha) in zip(painted, modes, colours, strict=False):
        white = red >= _WHITE and green >= _WHITE and blue >= _WHITE
        colourless = mode in pdfium.INVISIBLE_MODES or alpha == 0
        if colourless or (white and not _stands_on_something(words[index], drawings)):
            unpainted.add(index)
    return unpainted


def _fill_colours(items: list[int]) -> list[tuple[int, int, int, int]]:
    """Red, green, blue, alpha of each text object; black for one that has no plain colour."""
    array = (ctypes.c_uint * (4 * len(items)))(*(_BLACK * len(items)))
    start = ctypes.addressof(array)
    red, green, blue, alpha = (range(start + 4 * part, start + 4 * part + 16 * len(items), 16) for part in range(4))
    deque(map(pdfium.fill_colour, items, red, green, blue, alpha), maxlen=0)
    flat = iter(array[:])
    return list(zip(flat, flat, flat, flat, strict=True))


def _stands_on_something(word: Word, drawings: Drawings) -> bool:
    """Whether a coloured area or a picture lies behind the word, on which white can be read."""
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    behind = [box for box in drawings.fills + drawings.images if box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1]
    if any(not box.item for box in behind):
        return True
    return any(min(colour[:3]) < _WHITE for colour in _fill_colours([box.item for box in behind]))
