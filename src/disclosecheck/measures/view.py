"""A ledger with what its rows are judged against: the report year, the calendar, the day on which it was closed."""

import os
from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import cast

from disclosecheck.calendar.calendar import Calendar
from disclosecheck.calendar.years import VARIABLE, load_calendar
from disclosecheck.measures.load import measures
from disclosecheck.model.ledger import Column, Ledger
from disclosecheck.model.measure import Days

# What the reader calls rows whose cells may stand under other headings, and those of sheets that lack a heading.
LOST = ("left_shifted", "left_unread")


class MissingColumnError(Exception):
    """The ledger has no such column, so that the figure cannot be counted."""


class View:
    def __init__(self, ledger: Ledger, year: int | None, calendar: Calendar | None = None) -> None:
        self.ledger = ledger
        self.year = year
        self.size = len(ledger.lines)
        self.counts: dict[
            tuple[Days, int], list[int]
        ] = {}  # what days.py has counted: several figures rest on the same days
        self._calendar = calendar

    @property
    def lost(self) -> int:
        """Rows that may be cases and cannot be read at all."""
        return sum(len(part.lines) for part in self.ledger.left_out if part.code in LOST)

    @property
    def calendar(self) -> Calendar:
        return self._calendar or shared_calendar(os.environ.get(VARIABLE))

    def spec(self, key: str) -> Column:
        return self.ledger.form.column(key)

    def has(self, key: str) -> bool:
        return key in self.ledger.columns

    def codes(self, key: str) -> Sequence[int]:
        """A column of dates (ordinals) or choices.

        Raises MissingColumnError.
        """
        return cast("Sequence[int]", self._column(key))

    def texts(self, key: str) -> Sequence[str]:
        """Raises MissingColumnError."""
        return cast("Sequence[str]", self._column(key))

    def _column(self, key: str) -> Sequence[int] | Sequence[str]:
        if key not in self.ledger.columns:
            raise MissingColumnError(key)
        return self.ledger.columns[key]

    @property
    def stated(self) -> bool:
        """Whether the day of closing was said, by the ledger or the call."""
        return self.ledger.closing is not None

    @cached_property
    def closing(self) -> int:
        """The last day on which the ledger was surely kept: an open case is counted up to it at least.

        As stated; else the report year's end where the entries reach close to it, else the last date of an entry.
        Never today: the same files give the same findings on any day.
        """
        if self.ledger.closing is not None:
            return self.ledger.closing
        days = {day for key in self._dates() for day in {*self.codes(key)} if day > 0}
        if self.year is None:
            return max(days, default=0)
        end = self._end(self.year)
        last = max((day for day in days if day <= self._end(self.year + 1)), default=0)  # not by a slip of the pen
        return end if last > end - measures().kept_up else last

    @property
    def closing_at_most(self) -> int:
        """The day up to which an open case may count: the year's end where nobody says when the ledger was closed."""
        if self.ledger.closing is not None or self.year is None:
            return self.closing
        return max(self.closing, self._end(self.year))

    def _end(self, year: int) -> int:
        return date(year, 12, 31).toordinal()

    def _dates(self) -> list[str]:
        return [column.key for column in self.ledger.form.columns if column.type == "date" and self.has(column.key)]


def view_of(ledger: Ledger, year: int | None) -> View:
    """The same view for the same ledger: what was counted for a figure serves to name its rows."""
    view = _VIEWS.get(id(ledger))
    if view is None or view.ledger is not ledger or view.year != year:
        if len(_VIEWS) >= KEPT:
            _VIEWS.clear()
        view = _VIEWS[id(ledger)] = View(ledger, year)
    return view


KEPT = 8  # ledgers of one submission
_VIEWS: dict[int, View] = {}


@lru_cache(maxsize=2)
def shared_calendar(own: str | None) -> Calendar:
    """The calendar with the user's file of that path; read once a process."""
    return load_calendar(own)
