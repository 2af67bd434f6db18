"""Words into a line's text, and lines into running text, as Chinese and Western writing do it."""

import re
from itertools import pairwise

from disclosecheck.read.pdf.shapes import Word
from disclosecheck.read.pdf.words import FULL_WIDTH, is_same_print

# A gap in sizes of a full-width character. Between a full-width character and its neighbour, programs put up to a
# quarter of one by themselves (before figures, to fill the line): a smaller gap is no space that somebody typed.
_SPACE_FULL_WIDTH = 0.6
_SPACE = 0.12
TAB = 2.2

_CLOSERS = "，。、；：？！》）】」％,.;:?!)%"
_OPENERS = "《（【「("
_QUOTES = "“”‘’"
_FIGURE = "0123456789.,"
_HYPHEN = "\x02"  # pdfium's sign for a hyphen at the end of a line
# 一、 （一） (1) 1. 1、 ① 第一条 I. — with which an item begins, not the rest of one that was cut
_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十百\d]+[章节条]"
    r"|[IVX]{1,4}\. "
)


def begins_item(text: str) -> bool:
    """Whether the text begins with an item's number."""
    return _ITEM.match(text) is not None


def is_full_width(char: str) -> bool:
    return char >= FULL_WIDTH


def words_to_lines(words: list[Word]) -> list[list[Word]]:
    """Words grouped by the line they stand on, each line from left to right, lines from top to bottom."""
    lines: list[list[Word]] = []
    top = bottom = 0.0
    for word in sorted(words, key=_middle):
        height = word.y1 - word.y0
        shared = min(bottom, word.y1) - max(top, word.y0)
        if lines and shared >= 0.5 * min(height, bottom - top):
            lines[-1].append(word)
            if height > bottom - top:
                top, bottom = word.y0, word.y1
        else:
            lines.append([word])
            top, bottom = word.y0, word.y1
    for line in lines:
        if len(line) > 1:
            line.sort(key=_left)
    return lines


def _middle(word: Word) -> float:
    return word.y0 + word.y1


def _left(word: Word) -> float:
    return word.x0


def line_text(line: list[Word]) -> str:
    """The words of one line; a wide gap is a tab, unless the line was stretched to fill its measure."""
    if len(line) == 1:
        return line[0].text
    kept = [line[0]]
    for word in line[1:]:
        if not is_same_print(word, kept[-1]):
            kept.append(word)
    gaps = [(word.x0 - previous.x1) / (min(word.size, previous.size) or 1.0) for previous, word in pairwise(kept)]
    tab = TAB if max(gaps, default=0.0) < TAB or not _is_stretched(kept, gaps) else max(gaps) + 1
    parts = [kept[0].text]
    for word, previous, gap in zip(kept[1:], kept, gaps, strict=False):
        full_width = word.text[0] >= FULL_WIDTH or previous.text[-1] >= FULL_WIDTH
        if gap >= tab:
            parts.append("\t")
        elif gap >= (_SPACE_FULL_WIDTH if full_width else _SPACE):
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


def _is_stretched(line: list[Word], gaps: list[float]) -> bool:
    """Whether the gaps are even, between words of a Western language."""
    lettered = sum(word.text[0].isascii() and word.text[0].isalpha() for word in line)
    enough = len(line) if len(line) == 2 else (len(line) + 1) // 2
    return lettered >= enough and max(gaps) <= 1.6 * min(gaps)


def first_token(text: str) -> float:
    """The width, in sizes of a full-width character, of what a line break cannot part from the text's first character.

    UAX #14 in short: closing marks stay with what precedes them, opening marks with what follows, quotation marks
    with both; Western words and numbers stay whole.
    """
    end = 1
    if not is_full_width(text[0]) and text[0] not in _QUOTES:
        while end < len(text) and text[end] < FULL_WIDTH and text[end] not in _QUOTES and not text[end].isspace():
            end += 1
    while end < len(text) and (text[end] in _CLOSERS + _QUOTES or text[end - 1] in _OPENERS + _QUOTES):
        end += 1
    return sum(1.0 if char >= FULL_WIDTH or char in _QUOTES else 0.55 for char in text[:end])


def join_lines(above: str, below: str, full: bool) -> str:
    """A text that goes on in the next line. `full`: the line above had no room for what begins the next.

    Chinese is joined without a space, English with one. Two numbers are one only where the first line was full.
    """
    if not above or not below:
        return above or below
    last, first = above[-1], below[0]
    if last == _HYPHEN:
        return above[:-1] + ("" if above[-2:-1].islower() and first.islower() else "-") + below
    if last >= FULL_WIDTH or first >= FULL_WIDTH:
        return above + below
    if last in _FIGURE and first in _FIGURE:
        return above + below if full and _goes_over(above, below) else f"{above}\n{below}"
    return above + below if _is_address(above) and full else f"{above} {below}"


def _goes_over(above: str, below: str) -> bool:
    """Whether a number may have been cut at the end of a full line: what is left of it is no longer than the line."""
    head, tail = len(above) - len(above.rstrip(_FIGURE)), len(below) - len(below.lstrip(_FIGURE))
    return head >= tail


def _is_address(above: str) -> bool:
    """Whether a web or mail address is being cut."""
    word = above[max(above.rfind(" "), above.rfind("\t")) + 1 :]
    return "/" in word or "@" in word or "www." in word
