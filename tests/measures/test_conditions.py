"""What tests say of a row: yes, no, or that nobody can tell."""

import msgspec
import pytest
from ledgers_in_memory import ledger

from disclosecheck.measures import conditions
from disclosecheck.measures.compute import figure_of, rows_of
from disclosecheck.measures.states import MAYBE, NO, YES
from disclosecheck.measures.view import MissingColumnError, View
from disclosecheck.model.measure import Days, Measure, Test

DAYS = Days(start=("received",), end="answered")


def said(test: Test, row: dict[str, str]) -> int:
    return conditions.tested((test,), View(ledger([row]), 2021)).holds[0]


ONLINE = Test(column="channel", one_of=("online",))
IN_TIME = Test(column="replied", not_after="answered")


@pytest.mark.parametrize(
    ("test", "row", "expected"),
    [
        pytest.param(ONLINE, {"channel": "online"}, YES, id="the choice"),
        pytest.param(ONLINE, {"channel": "petition"}, NO, id="another"),
        pytest.param(ONLINE, {"channel": ""}, MAYBE, id="a blank tells nothing"),
        pytest.param(msgspec.structs.replace(ONLINE, blank="yes"), {"channel": ""}, YES, id="a blank says yes"),
        pytest.param(Test(column="simple", one_of=("yes",)), {"simple": ""}, NO, id="a blank says no"),
        pytest.param(Test(column="simple", one_of=("no",)), {"simple": ""}, YES, id="and no is asked for"),
        pytest.param(Test(column="sure", one_of=("yes",)), {"sure": ""}, MAYBE, id="unless each row must say"),
        pytest.param(Test(column="simple", one_of=("yes",)), {"simple": "?"}, MAYBE, id="yes or no, unreadable"),
        pytest.param(Test(column="forms", one_of=("video",)), {"forms": "text+video"}, YES, id="one of several"),
        pytest.param(Test(column="forms", one_of=("video",)), {"forms": "text"}, NO, id="none of several"),
        pytest.param(Test(column="forms", one_of=("video",)), {"forms": "?"}, MAYBE, id="choices, unreadable"),
        pytest.param(Test(column="forms", at_least=2), {"forms": "text+video"}, YES, id="two forms"),
        pytest.param(Test(column="forms", at_least=2), {"forms": "text"}, NO, id="one form"),
        pytest.param(Test(column="persons", at_least=2), {"persons": "3"}, YES, id="three persons"),
        pytest.param(Test(column="persons", at_least=2), {"persons": ""}, MAYBE, id="a blank is not zero"),
        pytest.param(Test(column="answered", filled=True), {"answered": ""}, NO, id="not filled in"),
        pytest.param(Test(column="answered", filled=True), {"answered": "?"}, MAYBE, id="filled in with something"),
        pytest.param(Test(column="number", filled=False), {"number": ""}, YES, id="blank is asked for"),
        pytest.param(IN_TIME, {"replied": "2021-03-01", "answered": "2021-03-01"}, YES, id="on the same day"),
        pytest.param(IN_TIME, {"replied": "2021-03-02", "answered": "2021-03-01"}, NO, id="later"),
        pytest.param(IN_TIME, {"replied": "", "answered": "2021-03-01"}, NO, id="never"),
        pytest.param(IN_TIME, {"replied": "2021-03-02", "answered": "?"}, MAYBE, id="later than nobody knows what"),
        pytest.param(Test(column="simple", one_of=("no",)), {"number": "1"}, YES, id="no column says no"),
        pytest.param(msgspec.structs.replace(ONLINE, absent="unknown"), {"number": "1"}, MAYBE, id="no column"),
    ],
)
def test_a_row(test: Test, row: dict[str, str], expected: int) -> None:
    assert said(test, row) == expected


def test_a_column_that_is_not_there_yields_no_figure() -> None:
    with pytest.raises(MissingColumnError):
        said(ONLINE, {"number": "1"})
    with pytest.raises(MissingColumnError):
        said(Test(column="simple", one_of=("yes",)), {"number": "1"})


@pytest.mark.parametrize(
    ("answered", "ever", "expected"),
    [
        pytest.param("2021-03-08", False, ("100.000000", 1), id="in time"),
        pytest.param("2021-03-09", False, ("0.000000", 1), id="late"),
        pytest.param("2021-03-09", True, ("100.000000", 1), id="late, and late will do"),
        pytest.param("", True, ("0.000000", 1), id="open and overdue"),
    ],
)
def test_a_share_in_time(answered: str, ever: bool, expected: tuple[str, int]) -> None:
    measure = Measure(ledger="cases", together="share", holds=(Test(days=DAYS, at_most=5, ever=ever),))
    view = View(ledger([{"received": "2021-03-01", "answered": answered}], closing="2021-03-31"), 2021)
    figure = figure_of(measure, rows_of(measure, view), view)
    assert (str(figure.value), figure.counted) == expected


def test_an_open_case_that_is_not_due_is_neither_late_nor_in_time() -> None:
    measure = Measure(ledger="cases", together="share", holds=(Test(days=DAYS, at_most=5),))
    view = View(ledger([{"received": "2021-03-29", "answered": ""}], closing="2021-03-31"), 2021)
    assert figure_of(measure, rows_of(measure, view), view).value is None


def test_topics_of_one_meeting_are_one() -> None:
    measure = Measure(ledger="cases", together="count", once_by=("received", "number"))
    rows = [("2021-03-01", "A"), ("2021-03-01", "A"), ("2021-03-01", "B"), ("2021-03-02", "A")]
    view = View(ledger([{"received": day, "number": name} for day, name in rows]), 2021)
    figure = figure_of(measure, rows_of(measure, view), view)
    assert (figure.value, figure.counted) == (3, 4)


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        pytest.param(["text", "video+text"], (2, 2, 2), id="two of three"),
        pytest.param(["text", "?"], (1, 1, 3), id="the unreadable one may name all"),
    ],
)
def test_different_choices(forms: list[str], expected: tuple[int, int, int]) -> None:
    measure = Measure(ledger="cases", together="distinct", number="forms")
    view = View(ledger([{"forms": one} for one in forms]), 2021)
    figure = figure_of(measure, rows_of(measure, view), view)
    assert (figure.value, figure.least, figure.most) == expected
