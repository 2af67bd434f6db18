"""The headings that a form knows, and what is said when a file has others."""

from collections.abc import Sequence
from difflib import get_close_matches

from disclosecheck.ledgers.dates import shown
from disclosecheck.ledgers.fold import fold, without_brackets
from disclosecheck.ledgers.sheet import Row
from disclosecheck.model.ledger import Column, LedgerForm
from disclosecheck.model.verdict import Message
from disclosecheck.model.wording import Param

SEARCHED = 40  # rows above which titles and explanations may stand
LONGEST = 100  # characters of a heading that are looked at
_GLIMPSE, _SEEN = 20, 6  # characters and cells of a file that seems to be none of ours
LISTED = 60  # headings that a mistake names


class Labels:
    """The headings that a form knows."""

    def __init__(self, form: LedgerForm) -> None:
        self.form = form
        self.sure: dict[str, str] = {}
        self.weak: dict[str, str] = {}
        for column in form.columns:
            for text in (column.title.zh, column.title.en, column.key, *column.aliases):
                self.sure.setdefault(fold(text), column.key)
            for text in column.weak:
                self.weak.setdefault(fold(text), column.key)
        self.passed_over = {fold(text) for text in form.passed_over}
        self._known: dict[str, tuple[str, bool] | None] = {}

    def key_of(self, heading: str) -> tuple[str, bool] | None:
        """The column that a heading names, and whether surely so."""
        if heading not in self._known:
            self._known[heading] = self._key_of(heading[:LONGEST])
        return self._known[heading]

    def _key_of(self, heading: str) -> tuple[str, bool] | None:
        for text in (heading, without_brackets(heading)):
            folded = fold(text)
            if folded in self.sure:
                return self.sure[folded], True
            if folded in self.weak:
                return self.weak[folded], False
        return None

    def column_named(self, text: str) -> Column | None:
        """By key or title, as mappings name it."""
        wanted = fold(text)
        for column in self.form.columns:
            if wanted in (fold(column.key), fold(column.title.zh), fold(column.title.en)):
                return column
        return None


def unknown_column(name: str, form: LedgerForm) -> Message:
    known = [text for column in form.columns for text in (column.key, column.title.zh)]
    near = get_close_matches(name, known, n=2, cutoff=0.6)
    params: dict[str, Param] = {
        "name": name,
        "ledger": form.title,
        "known": tuple(column.key for column in form.columns),
    }
    return (
        Message("ledger.no_column_near", params | {"near": tuple(near)})
        if near
        else Message("ledger.no_column", params)
    )


def twice(column: Column, places: list[int], printed: list[tuple[str, ...]]) -> Message:
    return Message(
        "ledger.two_columns",
        {
            "column": column.title,
            "key": column.key,
            "headings": tuple(f"{printed[place][0]} ({letters(place)})" for place in places),
        },
    )


def unmapped(key: str, heading: str, at: list[int], printed: list[tuple[str, ...]], form: LedgerForm) -> Message:
    headings = [options[0][:LONGEST] for options in printed if options[0]][:LISTED]
    if len(at) > 1:
        return Message("ledger.mapped_twice", {"heading": heading, "columns": tuple(letters(place) for place in at)})
    near = get_close_matches(heading, headings, n=2, cutoff=0.5)
    return Message(
        "ledger.mapped_missing",
        {"column": form.column(key).title, "heading": heading, "headings": tuple(near or headings)},
    )


def missing(column: Column, headings: list[str]) -> Message:
    """Names what is near: the heading that shares most with one that we know."""
    known = [fold(text) for text in (column.title.zh, column.title.en, *column.aliases, *column.weak)]
    by_fold = {fold(heading): heading for heading in headings}
    near = {by_fold[match] for text in known for match in get_close_matches(text, list(by_fold), n=1, cutoff=0.6)}
    params: dict[str, Param] = {"column": column.title, "key": column.key, "headings": tuple(headings)}
    if near:
        return Message("ledger.no_needed_near", params | {"near": tuple(sorted(near))})
    return Message("ledger.no_needed", params)


def nothing(rows: Sequence[Row], form: LedgerForm) -> Message:
    """Where no row heads any column: what is missing, and what stands in the first rows."""
    seen = [text[:_GLIMPSE] for row in rows[:SEARCHED] for cell in row[:LISTED] if (text := text_of(cell))]
    return Message(
        "ledger.no_headings",
        {
            "rows": str(SEARCHED),
            "needed": tuple(column.title for column in form.columns if column.needed),
            "seen": tuple(seen[:_SEEN]),
        },
    )


def letters(place: int) -> str:
    """Column 0 is A, 26 is AA."""
    name = ""
    number = place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def text_of(cell: object) -> str:
    """A cell of a heading, on one line."""
    text = shown(cell)
    return "" if text.startswith("\0") else " ".join(text.split())
