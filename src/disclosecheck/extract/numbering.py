"""The numeral in front of a heading: `一、`, `(二)`, `3.`, `IV.`, `Second,`, `第五部分`, and the rank it states."""

from typing import Literal

import msgspec

from disclosecheck.extract.numbers import read_chinese

Style = Literal["han", "part", "arabic", "roman", "word", "bracket", "none"]

_HAN = frozenset("零〇一二三四五六七八九十")
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_SIGNS = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "Ⅵ": 6, "Ⅶ": 7, "Ⅷ": 8, "Ⅸ": 9, "Ⅹ": 10}
_STOPS = frozenset("、.．,，:：﹑丶")
_SPACES = frozenset(" \t\u00a0\u2002\u2003\u3000?\ufffd")  # a copy may show a space as a question mark
_DASHES = frozenset("—–―-－─")
_MOST = 30  # sections of one report; 2023、 is no numeral


class Numbering(msgspec.Struct, frozen=True):
    """A numeral as found; the title begins at `end` of the text."""

    style: Style
    rank: int | None
    end: int


NONE = Numbering("none", None, 0)


def read_numbering(text: str, ordinals: dict[str, int]) -> Numbering:
    """The numeral that a text begins with, spaces before it skipped; `ordinals` are English words for numbers."""
    start = _skip(text, 0)
    if start == len(text):
        return NONE
    found = _read(text, start, ordinals)
    return Numbering(found.style, found.rank, _skip(text, found.end) if found is not NONE else start)


def _read(text: str, start: int, ordinals: dict[str, int]) -> Numbering:
    sign = text[start]
    if sign in "(（〔":
        return _bracketed(text, start)
    if sign in _HAN:
        return _stopped(text, start, _HAN, "han")
    if sign in _DIGITS:
        return _stopped(text, start, _DIGITS, "arabic")
    if sign in _DASHES and text[start + 1 : start + 2] in ("、", ".", "．"):
        return Numbering("han", 1, start + 2)  # a dash typed for 一
    if sign in _SIGNS:
        return Numbering("roman", _SIGNS[sign], start + 1 + (text[start + 1 : start + 2] in _STOPS))
    if sign == "第":
        return _part(text, start)
    return _english(text, start, ordinals) if sign.isascii() and sign.isalpha() else NONE


def _stopped(text: str, start: int, signs: frozenset[str], style: Style) -> Numbering:
    end = _run(text, start, signs)
    after = text[end : end + 1]
    if after in _STOPS and after:
        # `1.1` and `2023.1.5` are no headings of the first level
        if style == "arabic" and text[end + 1 : end + 2] in _DIGITS and text[end + 1 : end + 2]:
            return NONE
    elif not (after in _SPACES and after):
        return NONE
    rank = _rank(text[start:end])
    return Numbering(style, rank, end + 1) if rank is not None else NONE


def _bracketed(text: str, start: int) -> Numbering:
    place = _skip(text, start + 1)
    end = _run(text, place, _HAN) if text[place : place + 1] in _HAN else _run(text, place, _DIGITS)
    close = _skip(text, end)
    if end == place or text[close : close + 1] not in (")", "）", "〕"):
        return NONE
    return Numbering("bracket", _rank(text[place:end]), close + 1 + (text[close + 1 : close + 2] in ("、", ".")))


def _part(text: str, start: int) -> Numbering:
    end = _run(text, start + 1, _HAN)
    for word in ("部分", "章", "、"):
        if end > start + 1 and text.startswith(word, end):
            stop = _skip(text, end + len(word))
            return Numbering("part", _rank(text[start + 1 : end]), stop + (text[stop : stop + 1] in _STOPS))
    return NONE


def _english(text: str, start: int, ordinals: dict[str, int]) -> Numbering:
    end = start
    while end < len(text) and text[end].isascii() and text[end].isalpha():
        end += 1
    if text[end : end + 1] not in (".", ",", "、", "．", "，"):
        return NONE
    word = text[start:end].lower()
    if word in ordinals:
        return Numbering("word", ordinals[word], end + 1)
    rank = _roman(word)
    return Numbering("roman", rank, end + 1) if rank else NONE


def _roman(word: str) -> int:
    """The value of a Roman numeral in small letters, 0 for any other word."""
    total = 0
    for place, letter in enumerate(word):
        if letter not in _ROMAN:
            return 0
        following = _ROMAN.get(word[place + 1 : place + 2], 0)
        total += -_ROMAN[letter] if _ROMAN[letter] < following else _ROMAN[letter]
    return total


def _rank(numeral: str) -> int | None:
    value = read_chinese(numeral) if numeral[0] in _HAN else int(numeral)
    return int(value) if value is not None and 0 < value <= _MOST else None


def _run(text: str, start: int, signs: frozenset[str]) -> int:
    while start < len(text) and text[start] in signs:
        start += 1
    return start


def _skip(text: str, start: int) -> int:
    return _run(text, start, _SPACES)
