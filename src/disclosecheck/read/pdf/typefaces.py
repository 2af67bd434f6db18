"""Typefaces that are neither in the file nor on this machine."""

import ctypes

from disclosecheck.read.pdf import pdfium
from disclosecheck.read.pdf.page_text import PageText

_TERMINATOR = 2  # bytes of the text that pdfium gives for a text object without any


def lacks_typeface(texts: list[int], text: PageText) -> bool:
    """Whether text is set in a typeface of which no glyph can be had.

    pdfium then drops text objects of a single character (人 alone in a line of a narrow cell), silently. That is seen
    by longer ones: they have a text, but no height.
    """
    absent = {font for font in set(map(pdfium.text_font, texts)) if pdfium.font_is_embedded(font) == 0}
    if not absent:
        return False
    return any(
        pdfium.text_font(item) in absent
        and pdfium.text_of_object(item, text.handle, None, 0) > _TERMINATOR
        and _height(item) == 0
        for item in texts
    )


def _height(item: int) -> float:
    bounds = (ctypes.c_float * 4)()
    start = ctypes.addressof(bounds)
    pdfium.object_bounds(item, start, start + 4, start + 8, start + 12)
    return float(bounds[3] - bounds[1])
