"""Measures over columns give what counting row by row gives, and bounds hold whatever unreadable cells stand for."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledgers_in_memory import CHANNELS, ledger
from row_by_row import Row, completions, longest, share, term_kept

from disclosecheck.measures.compute import Figure, figure_of, rows_of
from disclosecheck.measures.view import View
from disclosecheck.model.measure import Days, Measure, Test

CLOSING = "2021-12-31"
FIRST = date(2021, 1, 1)

LONGEST = Measure(
    ledger="cases",
    together="longest",
    where=(Test(column="channel", one_of=("online", "hotline")),),
    days=Days(start=("received",), end="answered"),
)
IN_TIME = Measure(
    ledger="cases",
    together="share",
    where=LONGEST.where,
    holds=(Test(days=Days(start=("received",), end="answered"), at_most=5),),
)
SIMPLE = Measure(ledger="cases", together="share", where=LONGEST.where, holds=(Test(column="simple", one_of=("yes",)),))
HOW_MANY = Measure(ledger="cases", together="count", where=LONGEST.where, holds=SIMPLE.holds)

dates = st.integers(0, 360).map(lambda days: (FIRST + timedelta(days=days)).isoformat())


@st.composite
def cases(draw: st.DrawFn, unreadable: bool = False) -> Row:
    received = draw(dates)
    later = date.fromisoformat(received) + timedelta(days=draw(st.integers(0, 30)))
    answered = draw(st.sampled_from(["", min(later, date(2021, 12, 31)).isoformat()]))
    row = {
        "received": received,
        "answered": answered,
        "channel": draw(st.sampled_from(CHANNELS)),
        "simple": draw(st.sampled_from(["yes", "no"])),
    }
    if unreadable:
        for key in draw(st.sets(st.sampled_from(["answered", "channel", "simple"]))):
            row[key] = "?"
    return row


def counts(row: Row) -> bool:
    return row["channel"] in ("online", "hotline")


def taken(row: Row) -> int:
    return term_kept(row["received"], row["answered"] or CLOSING)


def due(row: Row) -> bool:
    return counts(row) and (row["answered"] != "" or taken(row) > 5)


def figure(measure: Measure, rows: list[Row]) -> Figure:
    view = View(ledger(rows, closing=CLOSING), 2021)
    return figure_of(measure, rows_of(measure, view), view)


def slowly(measure: Measure, rows: list[Row]) -> int | Decimal | None:
    if measure is LONGEST:
        return longest(rows, counts, CLOSING)
    if measure is IN_TIME:
        return share(rows, due, lambda row: taken(row) <= 5)
    if measure is SIMPLE:
        return share(rows, counts, lambda row: row["simple"] == "yes")
    return sum(counts(row) and row["simple"] == "yes" for row in rows)


MEASURES = [
    pytest.param(LONGEST, id="longest"),
    pytest.param(IN_TIME, id="share in time"),
    pytest.param(SIMPLE, id="share of a sort"),
    pytest.param(HOW_MANY, id="count"),
]


@pytest.mark.parametrize("measure", MEASURES)
@settings(max_examples=60, deadline=None)
@given(rows=st.lists(cases(), min_size=1, max_size=12))
def test_readable_rows(measure: Measure, rows: list[Row]) -> None:
    got = figure(measure, rows)
    assert got.value == slowly(measure, rows)
    assert got.left_out == 0
    if got.value is not None:
        assert (got.least, got.most) == (got.value, got.value)


@pytest.mark.parametrize("measure", MEASURES)
@settings(max_examples=60, deadline=None)
@given(rows=st.lists(cases(unreadable=True), min_size=1, max_size=4))
def test_bounds_hold_whatever_the_cells_say(measure: Measure, rows: list[Row]) -> None:
    got = figure(measure, rows)
    for filled in product(*(completions(row, possible(row)) for row in rows)):
        value = slowly(measure, list(filled))
        if value is not None:
            assert got.least is None or got.least <= value
            assert got.most is None or value <= got.most


def possible(row: Row) -> dict[str, tuple[str, ...]]:
    last = (date.fromisoformat(row["received"]) + timedelta(days=40)).isoformat()
    return {
        "answered": (row["received"], min(last, CLOSING)),
        "channel": ("online", "petition"),
        "simple": ("yes", "no"),
    }


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(cases(unreadable=True), min_size=1, max_size=4))
def test_bounds_of_counts_are_reached(rows: list[Row]) -> None:
    got = figure(HOW_MANY, rows)
    values = [slowly(HOW_MANY, list(filled)) for filled in product(*(completions(row, possible(row)) for row in rows))]
    assert (got.least, got.most) == (min(values), max(values))


@pytest.mark.parametrize("measure", MEASURES)
@settings(max_examples=60, deadline=None)
@given(rows=st.lists(cases(), min_size=1, max_size=6), passed=st.integers(0, 365))
def test_bounds_hold_whenever_a_ledger_was_closed(measure: Measure, rows: list[Row], passed: int) -> None:
    """Nobody says when: on a day between the last that it was surely kept and the year's end."""
    view = View(ledger(rows), 2021)
    got = figure_of(measure, rows_of(measure, view), view)
    closed = date.fromordinal(min(view.closing + passed, view.closing_at_most)).isoformat()
    stated = View(ledger(rows, closing=closed), 2021)
    value = figure_of(measure, rows_of(measure, stated), stated).value
    if value is not None:
        assert got.least is None or got.least <= value
        assert got.most is None or value <= got.most
