"""How a figure is computed from the rows of a ledger. Data, from `rules/measures.yaml`."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.model.rule import Text

Together = Literal["longest", "least", "latest", "earliest", "share", "count", "sum", "distinct"]
Sort = Literal["working", "calendar"]
Answer = Literal["yes", "no", "unknown"]


class Pause(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}
):
    """Time that does not count: a third party is asked, another organ is consulted."""

    start: str  # date columns
    end: str
    at_most: int | None = None  # working days after which it counts again, whether there was an answer or not


class Extension(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Working days by which a term may be prolonged, for rows that pass all tests of `given`."""

    days: int
    after: int  # the term that is prolonged: what was answered within it needed no extension
    given: tuple[Test, ...]


class Days(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}
):
    """From one date to another; where there is no other yet, to the day on which the ledger was closed.

    The day of receipt does not count; what is done on a day off counts as done on the next working day.
    """

    start: tuple[str, ...]  # date columns, of which the first that is there and filled in counts
    end: str
    of: Sort = "working"
    not_counted: tuple[Pause, ...] = ()
    extension: Extension | None = None


class Test(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"one_of": "is"}):
    """What a row must fulfil: `is`, `filled`, `at_least` or `not_after` of a column, or `days` with `at_most`."""

    __test__ = False  # no test of pytest's

    column: str | None = None
    one_of: tuple[str, ...] = ()  # keys of choices, of which it has one at least; yes, no
    filled: bool | None = None
    at_least: int | None = None  # that many of the choices, or that number
    not_after: str | None = None  # a date column
    days: Days | None = None
    at_most: int | None = None  # days; a case that is open and not yet due is not asked at all
    ever: bool = False  # with days: a late answer will do
    blank: Answer | None = None  # what a blank says; else nothing, or no in a yes_no column that need not be filled in
    absent: Answer | None = None  # what a ledger without that column says; else it yields no such figure

    def __post_init__(self) -> None:
        said = (bool(self.one_of), self.filled is not None, self.at_least is not None, self.not_after is not None)
        if sum(said) != (self.days is None) or (self.column is None) != (self.days is not None):
            raise ValueError("needs a column with one of is, filled, at_least, not_after; or days with at_most")
        if (self.days is None) != (self.at_most is None):
            raise ValueError("days and at_most belong together")


class Measure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which rows of a ledger count, what each of them says, and how that is put together to a fact."""

    ledger: str
    during: tuple[str, ...] = ()  # a date column, or two: the row belongs to the report year when it touches it
    where: tuple[Test, ...] = ()
    unless: tuple[tuple[Test, ...], ...] = ()  # rows that pass all tests of one of these do not count
    once_by: tuple[str, ...] = ()  # of a count: rows with the same cells in these columns are one
    together: Together
    days: Days | None = None  # what a row says: one of these four; nothing where rows are only counted
    date: str | None = None
    number: str | None = None  # a number, or how many of the choices, and which
    holds: tuple[Test, ...] = ()  # whether it passes all of these
    basis: str | None = None  # where the text asks for it, or that it is our own reading

    def __post_init__(self) -> None:
        given = [name for name in ("days", "date", "number", "holds") if getattr(self, name)]
        if tuple(given) not in _SAYS[self.together]:
            wanted = " or ".join(name[0] if name else "none" for name in _SAYS[self.together])
            raise ValueError(f"{self.together} needs exactly one of days, date, number, holds: {wanted}")


_SAYS: dict[Together, tuple[tuple[str, ...], ...]] = {
    "longest": (("days",),),
    "least": (("number",),),
    "latest": (("date",),),
    "earliest": (("date",),),
    "share": (("holds",),),
    "count": ((), ("holds",)),
    "sum": (("number",),),
    "distinct": (("number",),),
}


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """On what a ledger's figure rests. Between `least` and `most` it lies whatever the unreadable cells hold."""

    counted: int  # rows
    left_out: int  # rows that may count, but cannot be read
    least: Decimal | str | None = None  # None: no bound
    most: Decimal | str | None = None
    part: int | None = None  # of a share: rows that hold
    closing: str | None = None  # ISO date up to which open cases are counted; None where none is open
    closing_at_most: str | None = None  # where nobody says when the ledger was closed, and entries end before the year
    stated: bool = False  # by the ledger or the call
    after_closing: int = 0  # open cases that began after the stated day of closing: nothing is counted of them
    not_told: tuple[Text, ...] = ()  # columns that would tell rows apart and that the ledger lacks: all of them count
