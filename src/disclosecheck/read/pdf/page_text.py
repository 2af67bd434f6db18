"""The characters of one page, as pdfium has them."""

import ctypes
import re
from collections import deque
from itertools import repeat

from disclosecheck.read.pdf import pdfium
from disclosecheck.read.pdf.frame import Frame, Rectangle
from disclosecheck.read.pdf.radicals import unify_radicals

_QUARTER = 1.5707963
_WORD = re.compile(r"\S+")
_FIGURE_IN_WORD = re.compile(r"[0-9](?<=[^\s0-9].)")  # the first of several


class PageText:
    """A page's characters. To be closed before its page."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.handle = pdfium.load_text(page)
        self.count = max(pdfium.count_chars(self.handle), 0) if self.handle else 0
        self.text = self._read() if self.count else ""
        self.spans = [match.span() for match in _WORD.finditer(self.text)]  # of the words, by index
        self.turns = self._turns()  # of the words
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

    def _turns(self) -> list[int | None]:
        """Clockwise quarter turns of each word; None for one that stands aslant (a watermark)."""
        angles = list(map(pdfium.char_angle, repeat(self.handle), [start for start, _ in self.spans]))
        return [_turn(angle) for angle in angles] if any(angles) else [0] * len(angles)

    @property
    def usual_turn(self) -> int:
        """The way most characters of the page stand."""
        if not any(self.turns):
            return 0
        weights = [0, 0, 0, 0]
        for turn, (start, end) in zip(self.turns, self.spans, strict=True):
            if turn is not None:
                weights[turn] += end - start
        return weights.index(max(weights))


def _turn(angle: float) -> int | None:
    turn = round(angle / _QUARTER)
    return turn % 4 if abs(angle - turn * _QUARTER) < 0.15 else None
