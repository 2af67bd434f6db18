"""How working days are counted, on ordinals (`date.toordinal()`).

The day of receipt does not count: counting begins on the day after (Civil Code, art. 201), with the first working day.
Received on a Friday and answered on the Monday is 1; received on a Saturday and answered on the Monday is 1 as well.
A term ends with its last working day.
"""

from array import array
from collections.abc import Iterable, Sequence
from datetime import date

from disclosecheck.model.errors import UsageError

NO_DAY = -(2**31)  # a count that cannot be made: one of its days is blank or unreadable
OUTSIDE = NO_DAY + 1  # one of its days lies outside the years covered


class CalendarError(UsageError):
    """A day outside the years whose holidays are known. The message says which file to write."""


class Calendar:
    """The days from `first` to `last` (ordinals), each a working day or a day off."""

    def __init__(self, first: int, working: Sequence[bool]) -> None:
        """`working` has an entry for each day from `first` on."""
        self.first = first
        self.last = first + len(working) - 1
        self._days = array("i", [day for day, works in enumerate(working, first) if works])
        counts = array("i", [0])  # counts[n]: working days among the first n
        for works in working:
            counts.append(counts[-1] + works)
        self._counts = counts

    def covers(self, day: int) -> bool:
        return self.first <= day <= self.last

    def is_working_day(self, day: int) -> bool:
        """Raises CalendarError outside the covered years."""
        return self._until(day) > self._counts[day - self.first]

    def working_days_between(self, start: int, end: int) -> int:
        """Working days after `start`, up to and including `end`; negative when `end` comes first.

        An answer on a day off has taken the working days that have passed by then: see `is_kept` for what that means
        for a term. Additive: what lies between a and c is what lies between a and b and between b and c.

        Raises CalendarError outside the covered years.
        """
        return self._until(end) - self._until(start)

    def due(self, start: int, days: int) -> int:
        """The last day of a term of `days` working days that begins with the receipt on `start`.

        Raises CalendarError when the term runs out of the covered years.
        """
        if days < 0:
            raise ValueError(f"a term has no {days} days")
        before = self._until(start)
        if days == 0:
            return start
        if before + days > len(self._days):
            raise self._outside(self.last + 1)
        return self._days[before + days - 1]

    def is_kept(self, start: int, end: int, days: int) -> bool:
        """Whether `end` is no later than the last day of the term.

        Stricter than a count of days in one case: an answer on a day off right after the last day of the term is late,
        though no further working day has passed (received on a Thursday, a term of 1, answered on the Saturday).
        """
        return end <= self.due(start, days)

    def working_days(self, starts: Sequence[int], ends: Sequence[int]) -> "array[int]":
        """As working_days_between, row by row, for whole columns.

        NO_DAY where a day is blank or unreadable (below 1), OUTSIDE where one is not covered; nothing is raised.
        """
        first, last, counts = self.first - 1, self.last, self._counts
        return array(
            "i",
            [
                counts[end - first] - counts[start - first]
                if first < start <= last and first < end <= last
                else (NO_DAY if start < 1 or end < 1 else OUTSIDE)
                for start, end in zip(starts, ends, strict=True)
            ],
        )

    def dues(self, starts: Sequence[int], days: int) -> "array[int]":
        """As due, for a whole column: NO_DAY and OUTSIDE where there is none."""
        return array("i", [self._due_or_mark(start, days) for start in starts])

    def years(self) -> tuple[int, int]:
        """The first and the last year covered."""
        return date.fromordinal(self.first).year, date.fromordinal(self.last).year

    def _due_or_mark(self, start: int, days: int) -> int:
        if start < 1:
            return NO_DAY
        if not self.covers(start):
            return OUTSIDE
        place = self._counts[start - self.first + 1] + days
        if place > len(self._days):
            return OUTSIDE
        return self._days[place - 1] if days else start

    def _until(self, day: int) -> int:
        """Working days up to and including `day`."""
        if not self.first <= day <= self.last:
            raise self._outside(day)
        return self._counts[day - self.first + 1]

    def _outside(self, day: int) -> CalendarError:
        shown = date.fromordinal(day).isoformat() if 0 < day <= date.max.toordinal() else str(day)
        first, last = self.years()
        return CalendarError("calendar_outside", day=shown, year=shown[:4], first=str(first), last=str(last))

    def missing_years(self, days: Iterable[int]) -> tuple[int, ...]:
        """The years of those days that are not covered."""
        return tuple(sorted({date.fromordinal(day).year for day in days if day > 0 and not self.covers(day)}))
