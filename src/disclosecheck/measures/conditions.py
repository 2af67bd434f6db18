"""What tests say of the rows of a ledger, and which rows belong to the report year."""

from collections.abc import Sequence
from datetime import date

import msgspec

from disclosecheck.measures.days import UNKNOWN, days_of
from disclosecheck.measures.numbers import numbers_of
from disclosecheck.measures.states import MAYBE, NO, YES, all_of, all_yes, both, looked_up, neither
from disclosecheck.measures.view import View
from disclosecheck.model.ledger import BLANK, NO_NUMBER, UNREADABLE, Column
from disclosecheck.model.measure import Answer, Days, Measure, Test
from disclosecheck.model.rule import Text

_ANSWERS: dict[Answer, int] = {"yes": YES, "no": NO, "unknown": MAYBE}


class Tested(msgspec.Struct, frozen=True):
    """By row: whether all tests hold, and if they can be asked (a case not yet due is neither late nor in time)."""

    holds: bytes
    asked: bytes


def tested(tests: Sequence[Test], view: View) -> Tested:
    """Raises MissingColumnError."""
    results = [_test(test, view) for test in tests]
    return Tested(
        all_of((result.holds for result in results), view.size),
        all_of((result.asked for result in results), view.size),
    )


def counting(measure: Measure, view: View) -> bytes:
    """Which rows a measure is about.

    Raises MissingColumnError.
    """
    result = tested(measure.where, view)
    left_out = neither((tested(tests, view).holds for tests in measure.unless), view.size)
    return all_of((result.holds, result.asked, left_out, in_year(measure.during, view)), view.size)


def in_year(during: Sequence[str], view: View) -> bytes:
    """Rows whose date lies in the report year, or whose two dates span a part of it; all of them without a year."""
    if not during or view.year is None:
        return all_yes(view.size)
    first, last = date(view.year, 1, 1).toordinal(), date(view.year, 12, 31).toordinal()
    begun, *ended = (view.codes(key) for key in during)
    never = {BLANK: MAYBE if view.spec(during[0]).filled else NO, UNREADABLE: MAYBE}
    if not ended:
        return looked_up(begun, {day: YES if first <= day <= last else NO for day in {*begun}} | never)
    before = {day: YES if day <= last else NO for day in {*begun}} | never
    after = {day: YES if day >= first else NO for day in {*ended[0]}} | {BLANK: YES, UNREADABLE: MAYBE}
    return both(looked_up(begun, before), looked_up(ended[0], after))


def _test(test: Test, view: View) -> Tested:
    if test.days is not None:
        return _within(test, test.days, view)
    column = view.spec(test.column or "")
    answer = None if view.has(column.key) else _without(test, column)
    holds = _of_column(test, column, view) if answer is None else bytes((_ANSWERS[answer],)) * view.size
    return Tested(holds, all_yes(view.size))


def _without(test: Test, column: Column) -> Answer | None:
    """What a ledger without the column says; no, as its blanks do, where it says yes or no and that is asked for."""
    if test.absent is None and column.type == "yes_no" and not column.filled and "no" in test.one_of:
        return "yes"
    return test.absent


def assumed(tests: Sequence[Test], view: View) -> tuple[Text, ...]:
    """Titles of the columns that the ledger lacks and without which every row passes."""
    columns = [(test, view.spec(test.column)) for test in tests if test.column is not None]
    return tuple(
        column.title for test, column in columns if not view.has(column.key) and _without(test, column) == "yes"
    )


def _of_column(test: Test, column: Column, view: View) -> bytes:
    if test.filled is not None:
        return _filled(column, view, wanted=test.filled)
    if test.at_least is not None:
        least = test.at_least
        numbers = numbers_of(column, view)
        return bytes([MAYBE if number is None else YES if number >= least else NO for number in numbers])
    if test.not_after is not None:
        dates = zip(view.codes(column.key), view.codes(test.not_after), strict=True)
        return bytes([_not_after(day, limit) for day, limit in dates])
    return _one_of(test, column, view)


def _not_after(day: int, limit: int) -> int:
    """A day that has not come is no day in time."""
    if day == BLANK:
        return NO
    return MAYBE if day == UNREADABLE or limit <= BLANK else YES if day <= limit else NO


def _within(test: Test, days: Days, view: View) -> Tested:
    """A case done within its term holds, a late one does not, an open one is asked when it is overdue.

    Where nobody says when the ledger was closed, an open case may be overdue or not.
    """
    ends, term = view.codes(days.end), test.at_most or 0
    counts = days_of(days, view, view.closing)
    holds = bytes([MAYBE if count == UNKNOWN else YES if count <= term else NO for count in counts])
    if test.ever:
        holds = bytes(
            [state if end == BLANK or state == MAYBE else YES for state, end in zip(holds, ends, strict=True)]
        )
    later = days_of(days, view, view.closing_at_most)
    asked = bytes([NO if end == BLANK and 0 <= count <= term else YES for count, end in zip(later, ends, strict=True)])
    if later is not counts:
        unsure = [end == BLANK and 0 <= low <= term < high for end, low, high in zip(ends, counts, later, strict=True)]
        holds = bytes([MAYBE if one else state for one, state in zip(unsure, holds, strict=True)])
    return Tested(holds, asked)


def _filled(column: Column, view: View, *, wanted: bool) -> bytes:
    filled, blank = (YES, NO) if wanted else (NO, YES)
    if column.type in ("text", "number"):
        return bytes([MAYBE if text == NO_NUMBER else filled if text else blank for text in view.texts(column.key)])
    codes = view.codes(column.key)
    return looked_up(codes, dict.fromkeys({*codes}, filled) | {BLANK: blank, UNREADABLE: MAYBE})


def _one_of(test: Test, column: Column, view: View) -> bytes:
    """Choices among those asked for; of a column of several choices, at least one of them."""
    codes = view.codes(column.key)
    if column.type == "yes_no":
        blank = MAYBE if column.filled else YES if "no" in test.one_of else NO
        states = {number: YES if key in test.one_of else NO for number, key in enumerate(("no", "yes"), start=1)}
    else:
        blank = MAYBE
        places = [place for place, choice in enumerate(column.choices) if choice.key in test.one_of]
        wanted = sum(1 << place for place in places)
        single = column.type == "choice"
        states = {code: YES if (code - 1 in places if single else code & wanted) else NO for code in {*codes}}
    if test.blank is not None:
        blank = _ANSWERS[test.blank]
    return looked_up(codes, states | {BLANK: blank, UNREADABLE: MAYBE})
