"""What has been read of a ledger, and what is told of the reading."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import compress

from disclosecheck.model.ledger import BLANK, Column, Flaw, LedgerForm, LeftOut

_LISTED = 5  # lines that a note names

Values = Sequence[int] | Sequence[str]


class Gathered:
    """What has been read of one ledger, from one sheet or several."""

    def __init__(self, form: LedgerForm) -> None:
        self.form = form
        self.lines: array[int] = array("i")
        self.numbers: dict[str, array[int]] = {}
        self.texts: dict[str, list[str]] = {}
        self.flaws: list[Flaw] = []
        self.notes: list[Flaw] = []
        self.left: list[LeftOut] = []
        self.parts: list[tuple[int, str]] = []
        self.headings: dict[str, str] = {}

    def columns(self) -> dict[str, Values]:
        return {**self.numbers, **self.texts}

    def even_out(self, coded: Iterable[Column], strings: Iterable[Column]) -> None:
        """A sheet that lacks a column which an earlier one has is blank there, and the other way round."""
        size = len(self.lines)
        for column in coded:
            self.numbers.setdefault(column.key, array("i", [BLANK]) * size)
        for column in strings:
            self.texts.setdefault(column.key, [""] * size)

    def append(
        self, coded: dict[str, "array[int]"], strings: dict[str, list[str]], lines: range, left: Iterable[int]
    ) -> None:
        """The values of a block but for the rows that are left out; `left` are their indexes."""
        keep = bytearray(b"\1") * len(lines)
        for index in left:
            keep[index] = 0
        kept = sum(keep)
        whole = kept == len(lines)
        self.lines.extend(lines if whole else compress(lines, keep))
        for key, numbers in self.numbers.items():
            if key in coded:
                numbers.extend(coded[key] if whole else compress(coded[key], keep))
            else:
                numbers.extend([BLANK] * kept)
        for key, texts in self.texts.items():
            if key in strings:
                texts.extend(strings[key] if whole else compress(strings[key], keep))
            else:
                texts.extend([""] * kept)


class Tally:
    """Rows that are left out of a sheet, and how many cells were read in a way that is worth saying."""

    def __init__(self, sheet: str | None) -> None:
        self._sheet = sheet
        self._left: dict[str, array[int]] = {}
        self._said: dict[tuple[str, str | None], list[int]] = {}  # how many, and the first lines

    def leave(self, code: str, line: int) -> None:
        self._left.setdefault(code, array("i")).append(line)

    def say(self, code: str, column: str | None, line: int) -> None:
        count = self._said.setdefault((code, column), [0])
        count[0] += 1
        if len(count) <= _LISTED:
            count.append(line)

    def left_out(self) -> list[LeftOut]:
        return [LeftOut(code=code, lines=lines, sheet=self._sheet) for code, lines in self._left.items()]

    def notes(self) -> list[Flaw]:
        return [self._note(code, column, count) for (code, column), count in sorted(self._said.items(), key=str)]

    def _note(self, code: str, column: str | None, count: list[int]) -> Flaw:
        more = ("…",) if count[0] > len(count) - 1 else ()
        params: dict[str, str | tuple[str, ...]] = {"count": str(count[0]), "lines": (*map(str, count[1:]), *more)}
        return Flaw(code=code, line=count[1], column=column, params=params, sheet=self._sheet)


def rows_there(left: Iterable[LeftOut], lines: Sequence[int]) -> int:
    """All rows that were met: cases and what was left out."""
    return len(lines) + sum(len(group.lines) for group in left)
