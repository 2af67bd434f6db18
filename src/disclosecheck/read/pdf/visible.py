"""Which words a reader of the printed page sees."""

import ctypes
from math import isfinite

import msgspec

from disclosecheck.read.pdf import pdfium
from disclosecheck.read.pdf.frame import Frame
from disclosecheck.read.pdf.page_text import PageText
from disclosecheck.read.pdf.shapes import Drawings, Word

_WHITE = 250  # of 255, in each of red, green and blue


class Unseen(msgspec.Struct):
    """The page's text objects that are drawn without colour, and those that are white."""

    colourless: set[int]
    white: set[int]

    def __bool__(self) -> bool:
        return bool(self.colourless or self.white)


def unseen_objects(drawings: Drawings) -> Unseen:
    plain, red, green, blue, alpha = _fill_colours(drawings.texts)
    unseen = Unseen(set(), set())
    if not pdfium.INVISIBLE_MODES.isdisjoint(map(pdfium.render_mode, drawings.texts)):
        unseen.colourless = {item for item in drawings.texts if pdfium.render_mode(item) in pdfium.INVISIBLE_MODES}
    if not all(alpha):
        known = zip(drawings.texts, plain, alpha, strict=True)
        unseen.colourless |= {item for item, is_plain, opacity in known if is_plain and not opacity}
    if max(red, default=0) >= _WHITE:
        colours = zip(drawings.texts, red, green, blue, strict=True)
        unseen.white = {item for item, *rgb in colours if min(rgb) >= _WHITE}
    return unseen


def visible_words(
    words: list[Word], text: PageText, drawings: Drawings, frame: Frame, unseen: Unseen
) -> tuple[list[Word], list[str]]:
    """The words that can be seen, and the texts that cannot: drawn without colour, white on white, or off the page."""
    width, height = frame.size
    xs, ys = [word.x0 + word.x1 for word in words], [word.y0 + word.y1 for word in words]
    if not words:
        return words, []
    finite = isfinite(sum(xs) + sum(ys))  # else a broken file
    if not unseen and finite and min(xs) >= 0 <= min(ys) and max(xs) <= 2 * width and max(ys) <= 2 * height:
        return words, []
    seen: list[Word] = []
    hidden: list[str] = []
    for word, x, y in zip(words, xs, ys, strict=True):
        on_page = 0 <= x <= 2 * width and 0 <= y <= 2 * height
        if on_page and _is_painted(word, text, drawings, unseen):
            seen.append(word)
        else:
            hidden.append(word.text)
    return seen, hidden


def _is_painted(word: Word, text: PageText, drawings: Drawings, unseen: Unseen) -> bool:
    item = pdfium.char_object(text.handle, word.first)
    if item in unseen.colourless:
        return False
    return item not in unseen.white or _stands_on_something(word, drawings)


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
