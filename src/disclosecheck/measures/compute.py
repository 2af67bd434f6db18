"""A measure over a ledger: the figure, between what bounds it lies whatever the unreadable cells hold, and its rows."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import compress

import msgspec

from disclosecheck.measures.conditions import counting, tested
from disclosecheck.measures.days import UNKNOWN, days_of, starts_of
from disclosecheck.measures.numbers import numbers_of
from disclosecheck.measures.states import MAYBE, NO, YES, both, certain, pairs, possible
from disclosecheck.measures.view import View
from disclosecheck.model.ledger import BLANK
from disclosecheck.model.measure import Measure

PLACES = Decimal("0.000001")  # of a share; finer than any count of cases can tell

Number = Decimal | int
Values = Sequence[Number]


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """Dates are ordinals. `value` is None where no row can be counted; a bound is None where there is none."""

    value: Number | None
    least: Number | None
    most: Number | None
    counted: int
    left_out: int
    part: int | None = None  # of a share
    row: int | None = None  # the one that decides: index into the ledger's rows


class Rows(msgspec.Struct, frozen=True):
    """Which rows count, and what each says (UNKNOWN where it cannot be read); no values where they are only counted."""

    states: bytes
    values: Values = ()
    holds: bytes = b""
    at_most: Values = ()  # where open cases may count for more days than `values` says; () where they may not


def figure_of(measure: Measure, rows: Rows, view: View) -> Figure:
    match measure.together:
        case "share":
            return _share(rows, view.lost)
        case "count":
            return _count(rows, measure, view)
        case "longest" | "latest":
            return _highest(rows, view.lost)
        case "least" | "earliest":
            return _lowest(rows, measure, view.lost)
        case "sum":
            return _sum(rows, view.lost)
        case "distinct":
            return _distinct(rows, measure, view)


def rows_of(measure: Measure, view: View) -> Rows:
    """Raises MissingColumnError."""
    states = counting(measure, view)
    if measure.holds:
        result = tested(measure.holds, view)
        return Rows(both(states, result.asked), holds=result.holds)
    if measure.days is not None:
        counts = days_of(measure.days, view, view.closing)
        later = days_of(measure.days, view, view.closing_at_most)
        return Rows(states, counts, at_most=later if later is not counts else ())
    if measure.date is not None:
        return Rows(states, [day if day > BLANK else UNKNOWN for day in view.codes(measure.date)])
    if measure.number is not None:
        numbers = numbers_of(view.spec(measure.number), view)
        return Rows(states, [UNKNOWN if number is None else number for number in numbers])
    return Rows(states)


def _share(rows: Rows, lost: int) -> Figure:
    of = pairs(rows.states, rows.holds)
    held, failed, unsure = of[YES, YES], of[YES, NO], of[YES, MAYBE]
    least = _percent(held, held + failed + unsure + of[MAYBE, NO] + of[MAYBE, MAYBE] + lost)
    held_at_most = held + unsure + of[MAYBE, YES] + of[MAYBE, MAYBE] + lost
    most = _percent(held_at_most, held_at_most + failed)
    return Figure(
        value=_percent(held, held + failed),
        least=most if least is None else least,  # no row that may count can fail
        most=most,
        counted=held + failed,
        left_out=unsure + sum(of[MAYBE, state] for state in (NO, MAYBE, YES)) + lost,
        part=held,
    )


def _percent(part: int, whole: int) -> Decimal | None:
    return (Decimal(part) * 100 / whole).quantize(PLACES) if whole else None


def _count(rows: Rows, measure: Measure, view: View) -> Figure:
    states = both(rows.states, rows.holds) if rows.holds else rows.states
    sure, unsure = states.count(YES), states.count(MAYBE)
    if measure.once_by:
        columns = [view.ledger.columns[key] for key in measure.once_by if view.has(key)]
        told = list(zip(*columns, strict=True))
        once = set(compress(told, certain(states)))
        least, most = len(once), len(once | set(compress(told, possible(states))))
    else:
        least, most = sure, sure + unsure
    return Figure(value=least, least=least, most=most + view.lost, counted=sure, left_out=unsure + view.lost)


def _known(rows: Rows, mask: bytes) -> list[Number]:
    return [value for value in compress(rows.values, mask) if value != UNKNOWN]


def _left_out(rows: Rows, known: list[Number], lost: int) -> int:
    return len(rows.states) - rows.states.count(NO) - len(known) + lost


def _readable(rows: Rows, lost: int) -> bool:
    """Whether every row that may count says what it is counted for."""
    return not lost and UNKNOWN not in compress(rows.values, possible(rows.states))


def _highest(rows: Rows, lost: int) -> Figure:
    known = _known(rows, certain(rows.states))
    value = max(known, default=None)
    all_known = _known(Rows(rows.states, rows.at_most or rows.values), possible(rows.states))
    return Figure(
        value=value,
        least=value,
        most=max(all_known, default=None) if _readable(rows, lost) else None,
        counted=len(known),
        left_out=_left_out(rows, known, lost),
        row=_row_of(rows, value),
    )


def _lowest(rows: Rows, measure: Measure, lost: int) -> Figure:
    known = _known(rows, certain(rows.states))
    value = min(known, default=None)
    all_known = _known(rows, possible(rows.states))
    unbounded = None if measure.together == "earliest" else 0
    return Figure(
        value=value,
        least=min(all_known, default=None) if _readable(rows, lost) else unbounded,
        most=value,
        counted=len(known),
        left_out=_left_out(rows, known, lost),
        row=_row_of(rows, value),
    )


def _sum(rows: Rows, lost: int) -> Figure:
    known = _known(rows, certain(rows.states))
    total = sum(known)
    return Figure(
        value=total if known or not _left_out(rows, known, lost) else None,
        least=total,
        most=sum(_known(rows, possible(rows.states))) if _readable(rows, lost) else None,
        counted=len(known),
        left_out=_left_out(rows, known, lost),
    )


def _distinct(rows: Rows, measure: Measure, view: View) -> Figure:
    """How many different choices the rows name together."""
    column = view.spec(measure.number or "")
    codes = view.codes(column.key)
    sure = {code for code in compress(codes, certain(rows.states)) if code > BLANK}
    maybe = {code for code in compress(codes, possible(rows.states)) if code > BLANK}
    known = _known(rows, certain(rows.states))
    return Figure(
        value=_union(sure),
        least=_union(sure),
        most=_union(maybe) if _readable(rows, view.lost) else len(column.choices),
        counted=len(known),
        left_out=_left_out(rows, known, view.lost),
    )


def _union(codes: set[int]) -> int:
    joined = 0
    for code in codes:
        joined |= code
    return joined.bit_count()


def _row_of(rows: Rows, value: Number | None) -> int | None:
    """The first row that says the value."""
    if value is None:
        return None
    return next(
        row
        for row, (state, said) in enumerate(zip(rows.states, rows.values, strict=True))
        if state == YES and said == value
    )


def has_open(measure: Measure, rows: Rows, view: View) -> bool:
    """Whether a case that counts, or may count, is still open: its days run up to the day of closing."""
    spans = [measure.days, *(test.days for test in measure.holds)]
    columns = [view.codes(days.end) for days in spans if days is not None]
    return any(BLANK in compress(ends, possible(rows.states)) for ends in columns)


def begun_after(measure: Measure, view: View) -> int:
    """How many open cases that may count began after the day on which the ledger was closed, as it is stated."""
    spans = [measure.days, *(test.days for test in measure.holds)]
    days = next((days for days in spans if days is not None), None)
    if days is None or not view.stated:
        return 0
    starts = starts_of(days, view)
    if max(starts, default=BLANK) <= view.closing:
        return 0
    cases = zip(starts, view.codes(days.end), strict=True)
    late = bytes([end == BLANK and start > view.closing for start, end in cases])
    return sum(map(bool, compress(counting(measure, view), late)))
