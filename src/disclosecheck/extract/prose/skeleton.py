"""A passage with its numbers, dates and percentages as single signs, and the way back to the printed text."""

from bisect import bisect_right
from decimal import Decimal
from typing import Literal

import msgspec

NUMBER, PERCENT, DATE, YEAR, OTHER = "#%@~\ue000"
SIGNS = frozenset("#%@~\ue000")  # never in ordinary text: readers replace what is printed so by BLURRED
BLURRED = "\ue001"
END = "。"  # of a sentence, whatever was printed


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as printed, with 万 and 亿 worked in; or a year, or a date as (year or None, month, day)."""

    kind: Literal["number", "percent", "date", "year"]
    value: Decimal | int | tuple[int | None, int, int]
    approximate: bool = False
    aim: bool = False  # not less than
    statement: bool = False  # something is counted or measured


class Skeleton(msgspec.Struct, frozen=True, kw_only=True):
    """`text` is what patterns run over, in pieces that map one to one onto the printed text, or whole when a sign."""

    text: str
    tokens: dict[int, Token]  # by place in `text`
    starts: list[int]  # of the pieces in `text`
    origins: list[int]  # of the pieces in the compact text
    ends: list[int]  # where each piece ends in the compact text
    length: int  # of the printed text
    offsets: list[int] | None  # from the compact text to the printed text; None when they are the same

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """The span of the printed text that `text[start:end]` stands for, with what was dropped around it."""
        begin = self._compact(start, last=False)
        finish = self._compact(end - 1, last=True)
        if self.offsets is None:
            return begin, finish
        first = self.offsets[begin - 1] + 1 if begin else 0
        return first, self.offsets[finish] if finish < len(self.offsets) else self.length

    def _compact(self, place: int, *, last: bool) -> int:
        piece = bisect_right(self.starts, place) - 1
        if self.text[place] in SIGNS:
            return self.ends[piece] if last else self.origins[piece]
        return self.origins[piece] + place - self.starts[piece] + last


class Builder:
    """Collects the pieces of a skeleton in order."""

    def __init__(self, printed: int, offsets: list[int] | None) -> None:
        self._printed = printed
        self._parts: list[str] = []
        self._length = 0
        self._tokens: dict[int, Token] = {}
        self._starts: list[int] = []
        self._origins: list[int] = []
        self._ends: list[int] = []
        self._offsets = offsets

    def add(self, part: str, start: int, end: int, token: Token | None = None) -> None:
        """A piece that stands for the compact text from `start` to `end`."""
        if not part:
            return
        if token:
            self._tokens[self._length] = token
        elif len(part) > 1 or part == PERCENT:
            part = part.replace(PERCENT, BLURRED)
        self._parts.append(part)
        self._starts.append(self._length)
        self._origins.append(start)
        self._ends.append(end)
        self._length += len(part)

    def build(self) -> Skeleton:
        return Skeleton(
            text="".join(self._parts),
            tokens=self._tokens,
            starts=self._starts,
            origins=self._origins,
            ends=self._ends,
            length=self._printed,
            offsets=self._offsets,
        )
