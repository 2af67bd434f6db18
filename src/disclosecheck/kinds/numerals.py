"""Numbers in front of paragraphs and in running text, as the kinds about numbering read them: （一）, 1., 一是."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

import msgspec

from disclosecheck.kinds.prose import Passage

Level = Literal["han_bracket", "arabic", "arabic_bracket", "ordinal"]

_RANKS = {sign: rank for rank, sign in enumerate("一二三四五六七八九十", 1)}
_RANKS |= {f"十{sign}": rank + 10 for sign, rank in list(_RANKS.items()) if rank < 10}
_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)}

_LEVELS: tuple[Level, ...] = ("han_bracket", "arabic", "arabic_bracket", "ordinal")
_BEFORE = "。；;：:！ \t\n\u3000\u00a0"  # signs after which a number may begin, and that are none of it


class Numeral(msgspec.Struct, frozen=True):
    """A number with its place in the passage; `printed` is its form: `（一）`, `(一)`, `1.`, `1、`."""

    level: Level
    rank: int
    start: int
    end: int
    printed: str


def leading(passage: Passage) -> Numeral | None:
    """The number that a passage, or what follows a heading in it, begins with."""
    text = passage.text[passage.heading :].translate(_WIDE)
    match = _leading().match(text)
    if match is None:
        return None
    return _numeral(match, passage.heading)


def within(passage: Passage) -> Iterator[Numeral]:
    """The numbers in brackets that begin a clause of a passage, and 一是, 二是."""
    for match in _within().finditer(passage.text.translate(_WIDE)):
        if numeral := _numeral(match, 0):
            yield numeral


def _numeral(match: Any, shift: int) -> Numeral | None:
    for index, level in enumerate(_LEVELS, 1):
        if index <= match.re.groups and (digits := match.group(index)):
            rank = _RANKS.get(digits) or (int(digits) if digits.isdigit() else 0)
            if not rank:
                return None
            start, end = match.start() + shift, match.end() + shift
            return Numeral(level, rank, start, end, _printed(level, match.group()))
    return None


def _printed(level: Level, matched: str) -> str:
    """The number alone, as it stands there: `（二）`, `3.`, `三是`."""
    text = "".join(matched.strip(_BEFORE).split())
    if level == "arabic":
        return text.rstrip("".join(sign for sign in text if not sign.isdigit() and sign not in "、．."))
    return text[: text.index("是") + 1] if level == "ordinal" else text


@lru_cache(maxsize=1)
def _leading() -> Any:
    import re2

    return re2.compile(
        r"^[\s\x{3000}\x{a0}]*(?:[（(][ ]?([一二三四五六七八九十]{1,2})[ ]?[）)]"
        r"|(\d{1,2})[ ]?(?:[、．]|[.][^\d\w%％]|[.][一-龥])|[（(][ ]?(\d{1,2})[ ]?[）)])"
    )


@lru_cache(maxsize=1)
def _within() -> Any:
    import re2

    return re2.compile(
        r"(?:^|[。；;：:！\s])(?:[（(]([一二三四五六七八九十]{1,2})[）)]|(\x{0})|[（(](\d{1,2})[）)]"
        r"|([一二三四五六七八九十])是[^否])"
    )
