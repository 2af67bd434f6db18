"""Cells to the values of their column's type, each text read once."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from disclosecheck.ledgers.dates import head_of, read_date, shown
from disclosecheck.ledgers.fold import fold, without_brackets
from disclosecheck.model.ledger import BLANK, NO_NUMBER, UNREADABLE, Column
from disclosecheck.model.ledger_words import LedgerWords

FORMULA = "\0formula"  # stands in a cell whose formula has no value
ACROSS = "\0across"  # in one that a value of the column to the left lies over
_LIMIT = 200_000  # texts remembered of a column
_PARTS = re.compile(r"[、,;/|+&\n\r]|和|及|以及|与")
_NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
_UNITS = "人名位次条件个项份篇场期家件余 "

Read = Callable[[object], tuple[int, str | None]]

# Codes of notes; every other code is a flaw's.
NOTES = frozenset({"serial", "text_date", "nothing", "pending"})


class Reading(dict[object, int]):
    """A column's values by what stands in its cells; `unusual` says of which something is to be told."""

    def __init__(self, read: Read) -> None:
        super().__init__()
        self._read = read
        self.unusual: dict[object, str] = {}
        self.codes: set[str] = set()

    def __missing__(self, raw: object) -> int:
        head = head_of(raw)
        if head is not None:  # not remembered whole: there may be a million
            value = self[head]
            if value == UNREADABLE or head in self.unusual:
                self.unusual[raw] = self.unusual[head]
            return value
        value, code = self._read(raw)
        self[raw] = value
        if code is not None:
            self.unusual[raw] = code
            self.codes.add(code)
        return value

    def trim(self) -> None:
        """Forget what has been read once it is too much; between blocks only."""
        if len(self) > _LIMIT:
            self.clear()
            self.unusual.clear()


class Readings:
    """How the cells of a file are read: by the words of all ledgers, and the epoch of its dates."""

    def __init__(self, words: LedgerWords, epoch_1904: bool, of_spreadsheet: bool) -> None:
        self._nothing = {fold(word) for word in words.nothing}
        self._nothing_raw = {word.casefold() for word in words.nothing}
        self._pending = {fold(word) for word in words.pending}
        self._errors = {word.upper() for word in words.errors}
        self._epoch_1904 = epoch_1904
        self._of_spreadsheet = of_spreadsheet

    def reading(self, column: Column) -> Reading:
        """For all types but texts and numbers."""
        if column.type == "date":
            return Reading(self._date)
        choices = _choices(column)
        if column.type == "choices":
            return Reading(lambda raw: self._several(raw, choices))
        code = "no_yes_no" if column.type == "yes_no" else "unknown_choice"
        return Reading(lambda raw: self._one(raw, choices, code))

    def text(self, raw: object) -> str:
        return "" if isinstance(raw, str) and raw.startswith("\0") else shown(raw).strip()

    def number(self, raw: object) -> tuple[str, str | None]:
        """In plain decimal form; "" for a blank, NO_NUMBER with a flaw's code for what is none."""
        state = self._state(raw)
        if state is not None:
            return (NO_NUMBER if state[0] == UNREADABLE else ""), state[1]
        if isinstance(raw, bool):
            return NO_NUMBER, "no_number"
        text = unicodedata.normalize("NFKC", shown(raw)).strip()
        match = _NUMBER.match(text)
        if match is None or text[match.end() :].strip(_UNITS):
            return NO_NUMBER, "no_number"
        value = Decimal(match[0].replace(",", ""))
        return format(value.normalize() if value % 1 else value.to_integral_value(), "f"), None

    def is_blank(self, raw: object) -> bool:
        return isinstance(raw, str) and not raw.strip()

    def _date(self, raw: object) -> tuple[int, str | None]:
        state = self._state(raw)
        if state is not None:
            return state
        if isinstance(raw, str) and fold(raw) in self._pending:
            return BLANK, "pending"
        ordinal, code = read_date(raw, self._epoch_1904)
        if code is None and self._of_spreadsheet and isinstance(raw, str):
            code = "text_date"
        return ordinal, code

    def _one(self, raw: object, choices: dict[str, int], code: str) -> tuple[int, str | None]:
        if isinstance(raw, bool):
            raw = "true" if raw else "false"
        state = None if _known(raw, choices) else self._state(raw)
        if state is not None:
            return state
        found = _known(raw, choices)
        return (found, None) if found else (UNREADABLE, code)

    def _several(self, raw: object, choices: dict[str, int]) -> tuple[int, str | None]:
        state = None if _known(raw, choices) else self._state(raw)
        if state is not None:
            return state
        whole = _known(raw, choices)
        parts = [whole] if whole else [_known(part, choices) for part in _PARTS.split(_wide(raw)) if part.strip()]
        if not all(parts) or not parts:
            return UNREADABLE, "unknown_choice"
        bits = 0
        for part in parts:
            bits |= 1 << (part - 1)
        return bits, None

    def _state(self, raw: object) -> tuple[int, str | None] | None:
        """Of cells that hold no value of their own: blank, a word for nothing, a failed or unreckoned formula."""
        if not isinstance(raw, str):
            return None
        text = raw.strip()
        if not text:
            return BLANK, None
        if raw == FORMULA:
            return UNREADABLE, "formula"
        if raw == ACROSS:
            return UNREADABLE, "merged_across"
        if text.upper() in self._errors:
            return UNREADABLE, "error_value"
        if text.casefold() in self._nothing_raw or fold(text) in self._nothing:
            return BLANK, "nothing"
        return None


def _choices(column: Column) -> dict[str, int]:
    """1-based places of the choices by their folded words."""
    known: dict[str, int] = {}
    for place, choice in enumerate(column.choices, 1):
        for word in (choice.key, choice.title.zh, choice.title.en, *choice.aliases):
            known.setdefault(fold(word), place)
    return known


def choice_named(name: str | None, column: Column) -> int:
    """1-based place of the choice that a sheet is named by, or 0."""
    return _choices(column).get(fold(name), 0) if name and column.type == "choice" else 0


def _known(raw: object, choices: dict[str, int]) -> int:
    text = shown(raw)
    return choices.get(fold(text), 0) or choices.get(fold(without_brackets(text)), 0)


def _wide(raw: object) -> str:
    return unicodedata.normalize("NFKC", shown(raw))
