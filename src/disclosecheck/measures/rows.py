"""Rows of a ledger as evidence: where each stands, the cells that matter, and what was computed."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import compress, islice

import msgspec

from disclosecheck.measures.compute import Rows, Values, rows_of
from disclosecheck.measures.days import UNKNOWN, days_of
from disclosecheck.measures.load import measures
from disclosecheck.measures.states import MAYBE, NO, YES
from disclosecheck.measures.view import View, view_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.ledger import BLANK, UNREADABLE, Column, Ledger
from disclosecheck.model.measure import Days, Measure, Test
from disclosecheck.model.number import canonical

BLANK_CELL = "—"  # in a quote, so that a blank can be told from a cell left out
UNREADABLE_CELL = "?"


class Offenders(msgspec.Struct, frozen=True):
    """The rows that keep a figure from its bound (of a count: those it counts): the first, and how many there are."""

    listed: tuple[Evidence, ...]
    count: int
    counted: bool
    doubtful: bool  # whether they fall short hangs on the day of closing


def ledger_of(fact: Fact, facts: FactSet) -> Ledger:
    """The ledger that yields a counted fact."""
    return next(one for one in facts.ledgers if _is_of(fact, one))


def offenders_of(
    fact: Fact, facts: FactSet, *, above: Decimal | str | None = None, below: Decimal | None = None
) -> Offenders:
    """The rows behind a yielded fact that offend.

    Of days and dates those beyond `above`, of the least number those under `below`, of a share those that do not hold,
    of a count those that are counted.
    """
    measure = measures().facts[fact.name]
    view = view_of(ledger_of(fact, facts), facts.year)
    rows = rows_of(measure, view)
    listed = measures().listed
    found = list(_offending(rows, measure, above, below))
    said = _numbers(rows, measure, view) if found else ()
    return Offenders(
        tuple(place_of(row, measure, view, _said(said, row)) for row in islice(found, listed)),
        len(found),
        measure.together == "count",
        _hangs_on_closing(rows, above),
    )


def unsure_of(name: str, ledger: Ledger, facts: FactSet, most: int) -> tuple[Evidence, ...]:
    """The first rows of which nobody can tell whether they count, or what they say."""
    measure = measures().facts[name]
    view = view_of(ledger, facts.year)
    found = islice(_unsure(rows_of(measure, view)), most)
    return tuple(place_of(row, measure, view, None) for row in found)


def _unsure(rows: Rows) -> Iterator[int]:
    for row, state in enumerate(rows.states):
        if state == MAYBE or (
            state == YES
            and ((rows.holds and rows.holds[row] == MAYBE) or (rows.values and rows.values[row] == UNKNOWN))
        ):
            yield row


def cause_of(fact: Fact, bound: str) -> str:
    """What a failure is one defect with: late cases fail the longest time and the share in time alike."""
    measure = measures().facts[fact.name]
    term = measure.holds[0] if len(measure.holds) == 1 and measure.holds[0].days is not None else None
    days, limit = (measure.days, bound) if term is None else (term.days, str(term.at_most))
    if days is None or (term is not None and term.ever):
        return f"counted.{fact.name}.{bound}"
    cases = (measure.ledger, measure.during, measure.where, measure.unless, days, limit)
    return f"late.{msgspec.json.encode(cases).decode()}"


def _is_of(fact: Fact, ledger: Ledger) -> bool:
    return (ledger.form.id, ledger.file) == (measures().facts[fact.name].ledger, fact.evidence.file)


def _offending(rows: Rows, measure: Measure, above: Decimal | str | None, below: Decimal | None) -> Iterator[int]:
    sure = compress(range(len(rows.states)), (state == YES for state in rows.states))
    if measure.together == "share":
        return (row for row in sure if rows.holds[row] == NO)
    if measure.together == "count":
        return (row for row in sure if not rows.holds or rows.holds[row] == YES)
    if below is not None and measure.together == "least":
        return (row for row in sure if 0 <= rows.values[row] < below)
    if above is None or not rows.values:
        return iter(())
    bound = date.fromisoformat(above).toordinal() if isinstance(above, str) else above
    values = rows.at_most if _hangs_on_closing(rows, above) else rows.values
    return (row for row in sure if values[row] > bound)


def _said(said: Values, row: int) -> str | None:
    return canonical(Decimal(said[row])) if said else None


def _hangs_on_closing(rows: Rows, above: Decimal | str | None) -> bool:
    """Whether no case surely takes too long, so that those which perhaps do are the ones to see."""
    if not rows.at_most or not isinstance(above, Decimal):
        return False
    sure = compress(rows.values, (state == YES for state in rows.states))
    return max(sure, default=0) <= above


def _numbers(rows: Rows, measure: Measure, view: View) -> Values:
    """What was computed of each row, for a person to see: days, or the number that it states."""
    spans = [test.days for test in measure.holds if test.days is not None]
    if spans:
        return days_of(spans[0], view, view.closing)
    return () if measure.date is not None else rows.values


def place_of(row: int, measure: Measure, view: View, value: str | None) -> Evidence:
    """One row: file, sheet, line, and the cells that the measure looks at."""
    return row_evidence(row, columns_of(measure), view.ledger, value, seldom=_seldom(measure))


def row_evidence(
    row: int, keys: tuple[str, ...], ledger: Ledger, value: str | None = None, seldom: frozenset[str] = frozenset()
) -> Evidence:
    """One row with the cells of these columns, and before them what the row is about; blanks of `seldom` left out."""
    columns = [column for column in ledger.form.columns if column.key in ledger.columns]
    named = next((column.key for column in columns if column.type == "text"), None)
    shown = [
        column
        for column in columns
        if column.key == named or (column.key in keys and not (column.key in seldom and _blank(column, row, ledger)))
    ]
    return Evidence(
        source="records",
        file=ledger.file,
        sheet=ledger.sheet_of(row),
        line=ledger.lines[row],
        quote="；".join(
            f"{ledger.headings.get(column.key, column.title.zh)}：{_cell(column, row, ledger)}" for column in shown
        ),
        value=value,
    )


def columns_of(measure: Measure) -> tuple[str, ...]:
    """The columns that a measure looks at."""
    keys = [*measure.during, measure.date, measure.number, *_of_days(measure.days)]
    for test in (*measure.where, *measure.holds, *(test for tests in measure.unless for test in tests)):
        keys += _of_test(test)
    return tuple(dict.fromkeys(key for key in keys if key is not None))


def _seldom(measure: Measure) -> frozenset[str]:
    """The columns of what befalls few rows: a correction, an extension, time that does not count."""
    always: set[str | None] = {*measure.during, measure.date, measure.number}
    for test in (*measure.where, *measure.holds):
        always.add(test.column)
    for days in (measure.days, *(test.days for test in measure.holds)):
        if days is not None:
            always |= {days.start[-1], days.end}
    return frozenset(key for key in columns_of(measure) if key not in always)


def _blank(column: Column, row: int, ledger: Ledger) -> bool:
    return not ledger.columns[column.key][row]


def _of_test(test: Test) -> Iterator[str | None]:
    yield from (test.column, test.not_after)
    yield from _of_days(test.days)


def _of_days(days: Days | None) -> Iterator[str | None]:
    if days is None:
        return
    yield from (*days.start, days.end)
    for pause in days.not_counted:
        yield from (pause.start, pause.end)
    if days.extension is not None:
        for test in days.extension.given:
            yield from _of_test(test)


def _cell(column: Column, row: int, ledger: Ledger) -> str:
    held = ledger.columns[column.key][row]
    if isinstance(held, str):
        return held or BLANK_CELL
    if held in (BLANK, UNREADABLE):
        return BLANK_CELL if held == BLANK else UNREADABLE_CELL
    match column.type:
        case "date":
            return date.fromordinal(held).isoformat()
        case "yes_no":
            return "是" if held == 2 else "否"
        case "choices":
            return "、".join(choice.title.zh for place, choice in enumerate(column.choices) if held >> place & 1)
        case _:
            return column.choices[held - 1].title.zh
