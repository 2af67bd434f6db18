"""Paragraphs out of lines that were broken at a fixed width, as a copy from PDF or a mail leaves them."""

from bisect import bisect_left, bisect_right

import msgspec

from disclosecheck.read.spacing import is_wide, width

_NARROWEST = 40  # columns of a page
_FEWEST = 4  # full lines by which a width shows
_SHARE = 0.35  # of the longer lines that must be full
_SLACK = 4  # columns that a full line may lack: no punctuation begins a line
_LONGER = 0.05  # share of lines that may pass the width
_ENDS = "。！？；：!?;:"
_CLOSING = "，。、；：！？）》”’」』】〉％,.;:!?)]}%"
_OPENING = "“‘（《〈「『【(["
_NUMERALS = "一二三四五六七八九十"


class Width(msgspec.Struct, frozen=True):
    """The width a text was broken at."""

    columns: int
    quotes: int  # columns of a curly quote: one in Latin fonts, two in Chinese ones
    indented: bool  # paragraphs begin with an indent


def find_width(lines: list[str]) -> Width | None:
    """The width that many lines of prose reach and hardly any passes; None for a text with a line a paragraph."""
    prose = [line for line in lines if line.strip() and not _is_row(line.strip())]
    indents = [_indent(line) for line in prose]
    indented = sum(size >= 2 for size in indents) >= 2 and indents.count(0) * 2 > len(indents)
    found = [_measure([line.strip() for line in prose], quotes, indented) for quotes in (2, 1)]
    return max((pair for pair in found if pair), key=lambda pair: pair[0], default=(0, None))[1]


def _measure(prose: list[str], quotes: int, indented: bool) -> tuple[int, Width] | None:
    """The number of full lines and their width, if curly quotes take so many columns."""
    long = sorted((size, line) for line in prose if (size := width(line, quotes)) >= _NARROWEST // 2)
    sizes = [size for size, _ in long]
    top = max(
        sorted(set(sizes)), key=lambda size: bisect_right(sizes, size) - bisect_left(sizes, size - _SLACK), default=0
    )
    reach = bisect_right(sizes, top + _SLACK)
    full = [line for _, line in long[bisect_left(sizes, top - _SLACK) : reach]]
    passing = len(sizes) - reach
    ended = sum(line[-1] in _ENDS for line in full)
    if top < _NARROWEST or len(full) < max(_FEWEST, _SHARE * len(long)):
        return None
    if passing > max(1, _LONGER * len(long)) or ended * 2 > len(full):
        return None
    return len(full), Width(sizes[reach - 1], quotes, indented)


def rejoin(lines: list[str], found: Width) -> list[str]:
    """Join lines into paragraphs; headings, rows and lines that end short of the width stay alone."""
    paragraphs: list[list[str]] = []
    last = ""  # the line before, blank lines left out
    room = 0  # columns of it taken by the indent of a first line, which a copy may have lost
    gap = False
    for line in lines:
        text = line.strip()
        if not text:
            gap = True
            continue
        if last and _may_join(last, line, gap, found) and _was_full(last, text, room, found):
            paragraphs[-1] += [_glue(last, text), text]
            room = 0
        else:
            paragraphs.append([text])
            room = _SLACK
        last, gap = text, False
    return ["".join(pieces) for pieces in paragraphs]


def _was_full(last: str, text: str, room: int, found: Width) -> bool:
    """What the next line begins with had no room in this one.

    A line that ends no sentence gets some slack: fonts are not all of fixed width.
    """
    size = width(last, found.quotes)
    strict = last[-1] in _ENDS or _begins_section(last)
    wanted = size + room + width(_first_token(text), found.quotes)
    return size <= found.columns + _SLACK and wanted > found.columns - (0 if strict else _SLACK)


def _may_join(last: str, line: str, gap: bool, found: Width) -> bool:
    text = line.strip()
    if text[0] in "#|" or _is_row(last) or _is_row(text) or _begins_section(text):
        return False
    if found.indented and _indent(line) >= 2:
        return False
    return not (last[-1] in _ENDS and (gap or _begins_item(text)))


def _first_token(text: str) -> str:
    """What cannot be broken: a word or number, or one wide sign, with brackets before and punctuation behind it."""
    end = 0
    while end < len(text) and text[end] in _OPENING:
        end += 1
    start = end
    while end < len(text) and text[end] != " " and not is_wide(text[end]) and text[end] not in _OPENING:
        end += 1
    end = max(end, start + 1)
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return text[:end]


def _glue(before: str, after: str) -> str:
    """Words and numbers were kept apart by a space; wide signs were not."""
    return " " if not is_wide(before[-1]) and not is_wide(after[0]) and after[0].isalnum() else ""


def _is_row(text: str) -> bool:
    """Cells laid out with blanks: wide gaps, figures behind a label, or nothing but short pieces."""
    if "   " in text or "\t" in text:
        return True
    pieces = text.split()
    if len(pieces) < 4:
        return False
    return all(len(piece) <= 6 for piece in pieces) or all(_is_figure(piece) for piece in pieces[1:])


def _is_figure(piece: str) -> bool:
    return not any(sign.isalpha() for sign in piece)


def _begins_section(text: str) -> bool:
    """一、 十二、"""
    head = text[:3].split("、")[0]
    return "、" in text[:3] and bool(head) and all(sign in _NUMERALS for sign in head)


def _begins_item(text: str) -> bool:
    """（一） 1. 第三，"""
    return text[0] in "（(第" or (text[0].isdigit() and text[1:2] in (".", "．", "、"))


def _indent(line: str) -> int:
    return width(line[: len(line) - len(line.lstrip())])
