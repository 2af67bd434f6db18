"""Days that a case took: what does not count, what is open, and what nobody can tell."""

import msgspec
import pytest
from ledgers_in_memory import ledger

from disclosecheck.measures.compute import figure_of, rows_of
from disclosecheck.measures.days import UNKNOWN, days_of
from disclosecheck.measures.view import View
from disclosecheck.model.ledger import LeftOut
from disclosecheck.model.measure import Days, Extension, Measure, Pause, Test

PLAIN = Days(start=("received",), end="answered")
CALENDAR = Days(start=("received",), end="answered", of="calendar")
ANEW = Days(start=("corrected", "received"), end="answered")
ASKED = Days(start=("received",), end="answered", not_counted=(Pause(start="asked", end="replied", at_most=15),))
EXTENDED = Days(
    start=("received",),
    end="answered",
    extension=Extension(days=20, after=20, given=(Test(column="extended", one_of=("yes",)),)),
)


def counted(days: Days, row: dict[str, str], closing: str | None = "2021-12-31") -> int:
    view = View(ledger([row], closing=closing), 2021)
    return days_of(days, view, view.closing)[0]


@pytest.mark.parametrize(
    ("received", "answered", "expected"),
    [
        pytest.param("2021-03-01", "2021-03-01", 0, id="on the day of receipt"),
        pytest.param("2021-03-06", "2021-03-06", 0, id="both on a Saturday"),
        pytest.param("2021-03-01", "2021-03-02", 1, id="on the next day"),
        pytest.param("2021-03-05", "2021-03-08", 1, id="over a weekend"),
        pytest.param("2021-03-06", "2021-03-08", 1, id="received on a Saturday"),
        pytest.param("2021-03-05", "2021-03-06", 1, id="on a Saturday, as though on Monday"),
        pytest.param("2021-03-04", "2021-03-06", 2, id="on the Saturday after the first day"),
        pytest.param("2021-02-05", "2021-02-18", 5, id="over the Spring Festival, with a make-up Sunday"),
        pytest.param("2021-03-02", "2021-03-01", UNKNOWN, id="before it came"),
        pytest.param("?", "2021-03-01", UNKNOWN, id="received on a day that cannot be read"),
        pytest.param("", "2021-03-01", UNKNOWN, id="received on no day"),
        pytest.param("2021-03-02", "?", UNKNOWN, id="answered on a day that cannot be read"),
        pytest.param("2015-03-02", "2021-03-02", UNKNOWN, id="in a year whose holidays are not known"),
        pytest.param("2021-12-20", "", 9, id="open, up to the closing"),
        pytest.param("2022-01-04", "", 0, id="received after the closing"),
    ],
)
def test_working_days(received: str, answered: str, expected: int) -> None:
    assert counted(PLAIN, {"received": received, "answered": answered}) == expected


@pytest.mark.parametrize(
    ("received", "answered", "expected"),
    [
        pytest.param("2021-03-01", "2021-04-30", 60, id="sixty days"),
        pytest.param("2021-03-02", "2021-05-06", 60, id="the last of sixty lies in a holiday"),
        pytest.param("2021-03-02", "2021-05-07", 66, id="the day after"),
        pytest.param("2015-03-02", "2015-03-12", 10, id="calendar days need no holidays"),
    ],
)
def test_calendar_days(received: str, answered: str, expected: int) -> None:
    assert counted(CALENDAR, {"received": received, "answered": answered}) == expected


@pytest.mark.parametrize(
    ("days", "row", "expected"),
    [
        pytest.param(ANEW, {"corrected": "2021-03-15"}, 5, id="anew from the correction"),
        pytest.param(ANEW, {"corrected": ""}, 15, id="nothing was corrected"),
        pytest.param(ANEW, {"corrected": "?"}, UNKNOWN, id="corrected on a day that cannot be read"),
        pytest.param(ASKED, {"asked": "2021-03-03", "replied": "2021-03-10"}, 10, id="a third party took five days"),
        pytest.param(ASKED, {"asked": "2021-03-03", "replied": ""}, 2, id="it has not answered"),
        pytest.param(ASKED, {"asked": "2021-02-20", "replied": "2021-03-03"}, 13, id="asked before it came"),
        pytest.param(ASKED, {"asked": "2021-03-10", "replied": "2021-03-03"}, UNKNOWN, id="it answered before"),
        pytest.param(ASKED, {"asked": "?", "replied": "2021-03-03"}, UNKNOWN, id="asked on a day that cannot be read"),
        pytest.param(ASKED, {"asked": "", "replied": "2021-03-03"}, 15, id="nobody was asked"),
    ],
)
def test_days_that_do_not_count(days: Days, row: dict[str, str], expected: int) -> None:
    assert counted(days, {"received": "2021-03-01", "answered": "2021-03-22", **row}) == expected


@pytest.mark.parametrize(
    ("answered", "extended", "expected"),
    [
        pytest.param("2021-03-29", "yes", 20, id="within the term, extended in vain"),
        pytest.param("2021-03-30", "no", 21, id="a day late"),
        pytest.param("2021-03-30", "yes", 20, id="the first day of the extension"),
        pytest.param("2021-04-26", "yes", 20, id="its last day, with a make-up Sunday"),
        pytest.param("2021-04-27", "yes", 21, id="the day after"),
        pytest.param("2021-03-30", "?", UNKNOWN, id="nobody can tell whether it was extended"),
        pytest.param("2021-03-12", "?", 9, id="nobody can tell, and it does not matter"),
    ],
)
def test_extensions(answered: str, extended: str, expected: int) -> None:
    assert counted(EXTENDED, {"received": "2021-03-01", "answered": answered, "extended": extended}) == expected


def test_a_third_party_stops_the_term_for_fifteen_days_at_most() -> None:
    row = {"received": "2021-03-01", "answered": "2021-04-30", "asked": "2021-03-01", "replied": "2021-04-20"}
    assert counted(ASKED, row) == counted(PLAIN, row) - 15


LONGEST = Measure(ledger="cases", together="longest", during=("received", "answered"), days=PLAIN)


@pytest.mark.parametrize(
    ("rows", "closing", "expected"),
    [
        pytest.param([("2021-03-01", "")], "2021-03-08", (5, 5, 5), id="closed in March, as it says"),
        pytest.param([("2021-12-20", "")], None, (9, 9, 9), id="kept up to December: the year's end"),
        pytest.param(
            [("2021-03-01", ""), ("2021-03-02", "2021-03-08")], None, (5, 5, 212), id="closed nobody knows when"
        ),
        pytest.param([("2021-03-01", "2021-03-02")], None, (1, 1, 1), id="nothing is open"),
        pytest.param([("2020-12-30", "2021-01-08")], None, (6, 6, 6), id="carried over into the year"),
        pytest.param(
            [("2020-12-28", "2020-12-31"), ("2021-03-01", "2021-03-02")], None, (1, 1, 1), id="done before it"
        ),
        pytest.param(
            [("2022-01-04", "2022-01-20"), ("2021-03-01", "2021-03-02")], None, (1, 1, 1), id="of the next year"
        ),
        pytest.param(
            [("2021-03-01", "?"), ("2021-03-01", "2021-03-02")], None, (1, 1, None), id="one that cannot be read"
        ),
    ],
)
def test_bounds_of_the_longest(
    rows: list[tuple[str, str]], closing: str | None, expected: tuple[int, int, int | None]
) -> None:
    held = ledger([{"received": received, "answered": answered} for received, answered in rows], closing=closing)
    view = View(held, 2021)
    figure = figure_of(LONGEST, rows_of(LONGEST, view), view)
    assert (figure.value, figure.least, figure.most) == expected


SHARE = Measure(ledger="cases", together="share", holds=(Test(column="simple", one_of=("yes",)),))
COUNT = Measure(ledger="cases", together="count")


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        pytest.param(SHARE, (50, "33.333333", "66.666667"), id="share"),
        pytest.param(COUNT, (2, "2", "3"), id="count"),
        pytest.param(LONGEST, (1, "1", "None"), id="longest"),
    ],
)
def test_rows_lost_in_reading_widen_the_bounds(measure: Measure, expected: tuple[int, str, str]) -> None:
    rows = [{"received": "2021-03-01", "answered": "2021-03-02", "simple": simple} for simple in ("yes", "no")]
    held = msgspec.structs.replace(ledger(rows), left_out=(LeftOut(code="left_shifted", lines=(4,)),))
    view = View(held, 2021)
    figure = figure_of(measure, rows_of(measure, view), view)
    assert (figure.value, str(figure.least), str(figure.most)) == expected
    assert figure.left_out == 1


def test_a_row_of_totals_is_not_lost() -> None:
    totals = LeftOut(code="left_totals", lines=(3,))
    held = msgspec.structs.replace(ledger([{"received": "2021-03-01"}]), left_out=(totals,))
    view = View(held, 2021)
    assert figure_of(COUNT, rows_of(COUNT, view), view).left_out == 0
