"""Days that a case took, row by row, for whole columns.

The count is the shortest term that the case would have kept: the day of receipt does not count, what is done on a day
off counts as done on the next working day, and a term of calendar days that ends on a day off ends on the working day
after it (Civil Code, arts. 201 and 203).
"""

from collections.abc import Sequence

from disclosecheck.measures.states import MAYBE, YES
from disclosecheck.measures.view import View
from disclosecheck.model.ledger import BLANK, UNREADABLE
from disclosecheck.model.measure import Days, Extension, Pause

UNKNOWN = -1  # the days of a row of which a date is missing, unreadable, out of order or in a year not covered

_FAR = 1 << 40  # what a date that says nothing is taken for: it leaves no sensible difference


def days_of(days: Days, view: View, closing: int) -> list[int]:
    """Days of each row, or UNKNOWN; of an open case as many as had passed on the day of closing.

    Raises MissingColumnError.
    """
    if (days, closing) not in view.counts:
        view.counts[days, closing] = _count(days, view, closing)
    return view.counts[days, closing]


def _count(days: Days, view: View, closing: int) -> list[int]:
    starts, ends = starts_of(days, view), view.codes(days.end)
    begin, finish = _scales(days, view, starts, ends, closing)
    raw = [
        finish[end] - begin[start] if start < end or end == BLANK else (0 if start == end > 0 else -_FAR)
        for start, end in zip(starts, ends, strict=True)
    ]
    counts = [count if count >= 0 else (0 if count > -_FAR // 2 else UNKNOWN) for count in raw]
    for pause in days.not_counted:
        _pause(counts, pause, starts, ends, view, closing)
    if days.extension is not None:
        _extend(counts, days.extension, view)
    return counts


def starts_of(days: Days, view: View) -> Sequence[int]:
    """By row, the first date that is not blank; the last of the columns must be there."""
    first, *others = (view.codes(key) for key in days.start if view.has(key) or key == days.start[-1])
    for other in others:
        first = [one if one != BLANK else two for one, two in zip(first, other, strict=True)]
    return first


def _scales(
    days: Days, view: View, starts: Sequence[int], ends: Sequence[int], closing: int
) -> tuple[dict[int, int], dict[int, int]]:
    """What each date of a column stands for as a beginning and as an end, so that their difference is the count."""
    begins, finishes = {*starts} - {BLANK, UNREADABLE}, {*ends, closing} - {BLANK, UNREADABLE}
    if days.of == "calendar":
        begin = {day: day for day in begins}
        finish = {day: _after_days_off(day, view) for day in finishes}
    else:
        begin = {day: _passed(day, view) for day in begins if view.calendar.covers(day)}
        finish = {day: _done(day, view) for day in finishes if view.calendar.covers(day)}
    begin.update(dict.fromkeys((*(begins - begin.keys()), BLANK, UNREADABLE), _FAR))
    finish.update(dict.fromkeys((*(finishes - finish.keys()), UNREADABLE), -_FAR))
    finish[BLANK] = finish.get(closing, -_FAR)  # a ledger without any date has no day of closing
    return begin, finish


def _passed(day: int, view: View) -> int:
    """Working days of the calendar up to and including `day`."""
    return view.calendar.working_days_between(view.calendar.first, day)


def _done(day: int, view: View) -> int:
    return _passed(day, view) + (not view.calendar.is_working_day(day))


def _after_days_off(day: int, view: View) -> int:
    """The first day on which a term of calendar days may end and still be kept on `day`."""
    before = day - 1
    while view.calendar.covers(before) and not view.calendar.is_working_day(before):
        before -= 1
    return before + 1 if view.calendar.covers(before) else day


def _pause(
    counts: list[int], pause: Pause, starts: Sequence[int], ends: Sequence[int], view: View, closing: int
) -> None:
    """Take the working days of a pause from the counts of the rows that have one."""
    if not view.has(pause.start):
        return
    resumed = view.codes(pause.end) if view.has(pause.end) else [BLANK] * view.size
    for row, start in enumerate(view.codes(pause.start)):
        if start == BLANK or counts[row] == UNKNOWN:
            continue
        last = ends[row] or closing
        end = _end_of(pause, start, resumed[row], last, view)
        if end is None:
            counts[row] = UNKNOWN
            continue
        begin, end = max(start, starts[row]), min(end, last)
        if end > begin:
            counts[row] = max(0, counts[row] - view.calendar.working_days_between(begin, end))


def _end_of(pause: Pause, start: int, resumed: int, last: int, view: View) -> int | None:
    """The day on which a pause ends at the latest; None where its dates say nothing."""
    if start == UNREADABLE or resumed == UNREADABLE or 0 < resumed < start:
        return None
    end = resumed or max(last, start)
    if not (view.calendar.covers(start) and view.calendar.covers(end)):
        return None
    if pause.at_most is None or view.calendar.working_days_between(start, end) <= pause.at_most:
        return end
    return view.calendar.due(start, pause.at_most)


def _extend(counts: list[int], extension: Extension, view: View) -> None:
    """Take the days of a lawful extension from the counts of the rows that used it."""
    from disclosecheck.measures.conditions import tested

    long = [row for row, count in enumerate(counts) if count > extension.after]
    if not long:
        return
    given = tested(extension.given, view).holds
    for row in long:
        if given[row] == MAYBE:
            counts[row] = UNKNOWN
        elif given[row] == YES:
            counts[row] -= min(extension.days, counts[row] - extension.after)
