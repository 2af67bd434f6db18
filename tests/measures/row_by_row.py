"""Measures read row by row, as a person would count them: what the columnar way is held against."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

from disclosecheck.measures.view import shared_calendar

Row = dict[str, Any]
UNREADABLE = "?"

# What an unreadable cell may hold: enough kinds of answers to reach every outcome that counts.
DATES = ("2021-01-04", "2021-06-15", "2021-12-31")


def completions(row: Row, possible: dict[str, tuple[str, ...]]) -> Iterator[Row]:
    """The row with every unreadable cell filled in each possible way."""
    keys = [key for key, value in row.items() if value == UNREADABLE]
    for values in product(*(possible[key] for key in keys)):
        yield {**row, **dict(zip(keys, values, strict=True))}


def term_kept(start: str, end: str) -> int:
    """The shortest term of working days that is kept, day by day."""
    calendar = shared_calendar(None)
    begun, done = date.fromisoformat(start), date.fromisoformat(end)
    term, due = 0, begun
    while due < done:
        due += timedelta(days=1)
        while not calendar.is_working_day(due.toordinal()):
            due += timedelta(days=1)
        term += 1
    return term


def longest(rows: list[Row], counts: Callable[[Row], bool], closing: str) -> int | None:
    taken = [
        term_kept(row["received"], max(row["answered"] or closing, row["received"])) for row in rows if counts(row)
    ]
    return max(taken, default=None)


def share(rows: list[Row], counts: Callable[[Row], bool], holds: Callable[[Row], bool]) -> Decimal | None:
    counted = [row for row in rows if counts(row)]
    held = [row for row in counted if holds(row)]
    return (Decimal(len(held)) * 100 / len(counted)).quantize(Decimal("0.000001")) if counted else None
