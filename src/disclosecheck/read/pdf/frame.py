"""The frame in which a page's text stands upright, whatever /Rotate says and however the content was turned."""

import ctypes

import msgspec

from disclosecheck.read.pdf import pdfium

Rectangle = tuple[float, float, float, float]
_A4 = (0.0, 842.0, 595.0, 0.0)  # left, top, right, bottom: for a page without a usable box

_LARGEST = 20_000.0  # points; 14400 is the most that PDF 32000-1 allows


class Frame(msgspec.Struct, frozen=True):
    """Page space (y up, any origin) into the upright frame (y down, origin at the upper left corner)."""

    left: float
    top: float
    right: float
    bottom: float
    turn: int  # clockwise quarter turns of the text in page space

    @classmethod
    def of_page(cls, page: int, turn: int) -> "Frame":
        array = (ctypes.c_float * 4)()
        found = pdfium.page_box(page, ctypes.addressof(array))
        left, top, right, bottom = array[:] if found else _A4
        if not (0 < right - left < _LARGEST and 0 < top - bottom < _LARGEST):
            left, top, right, bottom = _A4
        return cls(left, top, right, bottom, turn)

    @property
    def size(self) -> tuple[float, float]:
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn % 2 else (width, height)

    def place_all(self, flat: list[float]) -> list[Rectangle]:
        """Many rectangles at once, given as left, top, right, bottom one after the other."""
        numbers = iter(flat)
        rectangles = zip(numbers, numbers, numbers, numbers, strict=True)
        if self.turn:
            return [self.place(*rectangle) for rectangle in rectangles]
        x, y = self.left, self.top
        return [(left - x, y - top, right - x, y - bottom) for left, top, right, bottom in rectangles]

    def place(self, left: float, top: float, right: float, bottom: float) -> Rectangle:
        """x0, y0, x1, y1 in the upright frame."""
        if self.turn == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.turn == 3:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turn == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left
