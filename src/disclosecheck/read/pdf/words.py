"""Characters into words, in the frame in which the page's text stands upright."""

import ctypes
import re
from collections import deque
from itertools import repeat

from disclosecheck.read.pdf import pdfium
from disclosecheck.read.pdf.frame import Frame, Rectangle
from disclosecheck.read.pdf.radicals import unify_radicals
from disclosecheck.read.pdf.shapes import Word

_QUARTER = 1.5707963
_WORD = re.compile(r"\S+")
_FIGURE_IN_WORD = re.compile(r"[0-9](?<=[^\s0-9].)")  # the first of several
# Advance of a character in heights of one. Below it, the characters of a word stand upon each other: drawn twice, or
# drawn out of order. The narrowest honest run, `ill` in a narrow face, has 0.2.
_LEAST_ADVANCE = 0.12
_FULL_WIDTH = "\u2e80"  # where CJK begins; full-width forms come later still


class PageText:
    """A page's characters. To be closed before its page."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.handle = pdfium.load_text(page)
        self.count = max(pdfium.count_chars(self.handle), 0) if self.handle else 0
        self.text = self._read() if self.count else ""
        self.spans = [match.span() for match in _WORD.finditer(self.text)]  # of the words, by index
        self._drop_guesses()

    def close(self) -> None:
        if self.handle:
            pdfium.close_text(self.handle)

    def _read(self) -> str:
        """One character for each index; pdfium's own text leaves out those without a meaning."""
        buffer = ctypes.create_string_buffer(2 * self.count + 2)
        pdfium.get_text(self.handle, 0, self.count, ctypes.addressof(buffer))
        text = buffer.raw[:-2].decode("utf-16-le", errors="replace")
        if len(text) != self.count or "\0" in text:
            codes = map(pdfium.char_code, repeat(self.handle), range(self.count))
            text = "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)
        return unify_radicals(text)

    def _drop_guesses(self) -> None:
        """Put U+FFFD for each character whose meaning the file does not tell.

        pdfium gives the number of the glyph instead, which may look like a figure. Typefaces change where words and
        figures begin, so that asking there is enough.
        """
        starts = [start for start, _ in self.spans]
        starts += [match.start() for match in _FIGURE_IN_WORD.finditer(self.text)]
        if any(map(pdfium.char_unmapped, repeat(self.handle), starts)):
            guessed = map(pdfium.char_unmapped, repeat(self.handle), range(self.count))
            chars = zip(self.text, guessed, strict=True)
            self.text = "".join("\ufffd" if guess and not char.isspace() else char for char, guess in chars)

    def boxes(self, indexes: list[int]) -> list[float]:
        """Left, top, right, bottom of each character, one after the other, in page space."""
        array = (ctypes.c_float * (4 * len(indexes)))()
        start = ctypes.addressof(array)
        addresses = range(start, start + 16 * len(indexes), 16)
        deque(map(pdfium.char_box, repeat(self.handle), indexes, addresses), maxlen=0)
        flat: list[float] = array[:]
        return flat

    def upright_box(self, index: int, frame: Frame, box: Rectangle) -> Rectangle:
        """The box of a character that may be set in vertical writing: pdfium forgets to scale such boxes."""
        if abs(pdfium.font_size(self.handle, index) - (box[2] - box[0])) > 0.01:
            return box
        matrix = (ctypes.c_float * 6)()
        if not pdfium.char_matrix(self.handle, index, ctypes.addressof(matrix)):
            return box
        scale = max(abs(matrix[0]), abs(matrix[1]))
        if abs(scale - 1) < 0.01:
            return box
        ink = (ctypes.c_double * 4)()
        start = ctypes.addressof(ink)
        pdfium.char_ink(self.handle, index, start, start + 8, start + 16, start + 24)
        left, right, bottom, top = ink
        x0, y0, x1, y1 = frame.place(left, top, right, bottom)
        x, y, half = (x0 + x1) / 2, (y0 + y1) / 2, scale * (box[2] - box[0]) / 2
        return x - half, y - half, x + half, y + half

    def turns(self, indexes: list[int]) -> list[int | None]:
        """Clockwise quarter turns of each character; None for one that stands aslant (a watermark)."""
        angles = list(map(pdfium.char_angle, repeat(self.handle), indexes))
        return [_turn(angle) for angle in angles] if any(angles) else [0] * len(angles)


def _turn(angle: float) -> int | None:
    turn = round(angle / _QUARTER)
    return turn % 4 if abs(angle - turn * _QUARTER) < 0.15 else None


def read_words(text: PageText) -> tuple[list[Word], Frame, list[str]]:
    """The page's words, the frame they are measured in, and the texts that stand aslant."""
    spans = text.spans
    turns = text.turns([start for start, _ in spans])
    frame = Frame.of_page(text.page, _usual_turn(turns, spans))
    firsts = frame.place_all(text.boxes([start for start, _ in spans]))
    lasts = iter(frame.place_all(text.boxes([end - 1 for start, end in spans if end - start > 1])))
    words: list[Word] = []
    aslant: list[str] = []
    for (start, end), turn, first in zip(spans, turns, firsts, strict=True):
        chars = text.text[start:end]
        last = next(lasts) if end - start > 1 else first
        if turn is None:
            aslant.append(chars)
        elif last is first:
            if abs((first[2] - first[0]) - (first[3] - first[1])) < 0.01:
                first = text.upright_box(start, frame, first)
            words.append(_word(first, first, chars, start, (turn - frame.turn) % 4))
        else:
            word = _word(first, last, chars, start, (turn - frame.turn) % 4)
            if word.turn or _is_sound(first, last, end - start):
                words.append(word)
            else:
                words.extend(split_word(word, text, frame))
    return words, frame, aslant


def _word(first: Rectangle, last: Rectangle, chars: str, start: int, turn: int) -> Word:
    """The word between its first and its last character's box."""
    ax0, ay0, ax1, ay1 = first
    bx0, by0, bx1, by1 = last
    if chars[0] >= _FULL_WIDTH:
        size = ax1 - ax0
    elif chars[-1] >= _FULL_WIDTH:
        size = bx1 - bx0
    else:
        length, height = len(chars), ay1 - ay0
        full_width = (len(chars.encode("utf-8", "replace")) - length) / 2  # three bytes against one
        size = min(max((bx1 - ax0) / ((length + full_width) / 2), 0.65 * height), height)
    return Word(
        ax0 if ax0 < bx0 else bx0,
        ay0 if ay0 < by0 else by0,
        ax1 if ax1 > bx1 else bx1,
        ay1 if ay1 > by1 else by1,
        chars,
        size,
        start,
        turn,
    )


def _usual_turn(turns: list[int | None], spans: list[tuple[int, int]]) -> int:
    """The way most characters of the page stand."""
    if not any(turns):
        return 0
    weights = [0, 0, 0, 0]
    for turn, (start, end) in zip(turns, spans, strict=True):
        if turn is not None:
            weights[turn] += end - start
    return weights.index(max(weights))


def _is_sound(first: Rectangle, last: Rectangle, length: int) -> bool:
    """Whether a word's characters run to the right along one line.

    pdfium takes characters that stand under one another (vertical writing, figures in a column) for a word, too.
    """
    height = first[3] - first[1]
    return abs(last[3] - first[3]) < 0.5 * height and last[0] - first[0] > _LEAST_ADVANCE * height * (length - 1)


def split_word(word: Word, text: PageText, frame: Frame) -> list[Word]:
    """One word a character; a character drawn twice at one place (for boldness) is kept once."""
    start = word.first
    boxes = frame.place_all(text.boxes(list(range(start, start + len(word.text)))))
    singles: list[Word] = []
    for offset, (char, box) in enumerate(zip(word.text, boxes, strict=True)):
        single = Word(*box, char, word.size, start + offset, word.turn)
        if not any(is_same_print(single, other) for other in singles[-3:]):
            singles.append(single)
    return singles


def is_same_print(one: Word, other: Word) -> bool:
    """Whether the same characters were drawn twice, a hair apart."""
    slack = 0.2 * (one.y1 - one.y0)
    return one.text == other.text and abs(one.x0 - other.x0) < slack and abs(one.y0 - other.y0) < slack
