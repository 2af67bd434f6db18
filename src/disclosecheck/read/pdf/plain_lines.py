"""Lines of prose taken whole, as pdfium has them: what stands in no table need not be measured word by word."""

import re
from itertools import pairwise

from disclosecheck.read.pdf.frame import Frame
from disclosecheck.read.pdf.page_text import PageText
from disclosecheck.read.pdf.shapes import Word
from disclosecheck.read.pdf.words import FULL_WIDTH, is_level, widths, word_between

Zone = tuple[float, float]  # from y to y

_LINE = re.compile(r"\S(?:[^\r\n]*\S)?")
_LOOSEST = 1.12  # times the width that the characters of a line need; a line with a wide gap has more
_LOOSEST_WESTERN = 0.72  # heights a character


def plain_lines(text: PageText, frame: Frame, tables: list[Zone]) -> list[Word]:
    """The lines of several words outside `tables` that run level and without wide gaps."""
    spans = [match.span() for match in _LINE.finditer(text.text)]
    spans = [(start, end) for start, end in spans if _is_plain(text.text[start:end])]
    firsts = frame.place_all(text.boxes([start for start, _ in spans]))
    outside = [
        (span, first)
        for span, first in zip(spans, firsts, strict=True)
        if not any(top <= first[3] and first[1] <= bottom for top, bottom in tables)
    ]
    lasts = frame.place_all(text.boxes([end - 1 for (_, end), _ in outside]))
    lines: list[Word] = []
    for ((start, end), first), last in zip(outside, lasts, strict=True):
        if is_level(first, last, end - start):
            line = word_between(first, last, text.text[start:end], start, 0)
            if _is_tight(line, first[3] - first[1]):
                lines.append(line)
    _measure_leads(lines, text, frame)
    for line in lines:
        line.text = _without_gaps(line.text)
    return lines


def _is_plain(chars: str) -> bool:
    """Whether the line has spaces, and none whose width tells something: within Chinese, several, or tabs."""
    if " " not in chars or "  " in chars or "\t" in chars:
        return False
    if chars.isascii():
        return True
    if "\u3000" in chars or (chars[0] < FULL_WIDTH and chars[-1] < FULL_WIDTH):
        return False
    return not any(left[-1] >= FULL_WIDTH and right[0] >= FULL_WIDTH for left, right in pairwise(chars.split(" ")))


def _is_tight(line: Word, height: float) -> bool:
    width = line.x1 - line.x0
    if line.text.isascii():
        return width <= _LOOSEST_WESTERN * height * len(line.text)
    return width <= _LOOSEST * line.size * widths(line.text)


def _measure_leads(lines: list[Word], text: PageText, frame: Frame) -> None:
    """Give Western lines the width of their first word."""
    western = [line for line in lines if line.text.isascii()]
    ends = frame.place_all(text.boxes([line.first + line.text.index(" ") - 1 for line in western]))
    for line, end in zip(western, ends, strict=True):
        line.lead = end[2] - line.x0


def _without_gaps(chars: str) -> str:
    """The line without the gaps that programs leave between Chinese and figures by themselves."""
    if chars.isascii():
        return chars
    joined = ""
    for part in chars.split(" "):
        joined += part if not joined or joined[-1] >= FULL_WIDTH or part[0] >= FULL_WIDTH else f" {part}"
    return joined
