"""Working days of the mainland: the shipped years, how days are counted, and what is not known."""

from array import array
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosecheck.calendar.calendar import NO_DAY, OUTSIDE, CalendarError
from disclosecheck.calendar.years import load_calendar, read_years
from disclosecheck.rulebook.folder import rules_folder

CALENDAR = load_calendar()
FIRST, LAST = date(2019, 1, 1), date(2026, 12, 31)
SHIPPED = sorted((rules_folder() / "workdays").glob("*.yaml"))

days = st.dates(FIRST, LAST)


def ordinal(text):
    return date.fromisoformat(text).toordinal()


def between(start, end):
    return CALENDAR.working_days_between(start.toordinal(), end.toordinal())


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        pytest.param("2021-03-05", "2021-03-05", 0, id="the day of receipt does not count"),
        pytest.param("2021-03-05", "2021-03-08", 1, id="received on Friday, answered on Monday"),
        pytest.param("2021-03-06", "2021-03-08", 1, id="received on Saturday, answered on Monday"),
        pytest.param("2021-03-06", "2021-03-07", 0, id="received and answered on one weekend"),
        pytest.param("2021-03-05", "2021-03-06", 0, id="answered on the Saturday after: no working day has passed"),
        pytest.param("2021-03-04", "2021-03-06", 1, id="answered on a Saturday: the Friday has passed"),
        pytest.param("2021-02-10", "2021-02-18", 1, id="the Spring Festival of 2021 does not count"),
        pytest.param("2021-02-12", "2021-02-18", 1, id="received on a public holiday"),
        pytest.param("2021-02-10", "2021-02-17", 0, id="answered on the holiday's last day"),
        pytest.param("2021-02-19", "2021-02-20", 1, id="a make-up Saturday counts"),
        pytest.param("2021-02-06", "2021-02-07", 1, id="a make-up Sunday counts"),
        pytest.param("2021-12-31", "2022-01-04", 1, id="across the turn of the year"),
        pytest.param("2020-01-23", "2020-02-03", 1, id="Spring Festival of 2020 was extended"),
        pytest.param("2019-04-30", "2019-05-05", 1, id="Labour Day of 2019 was changed by a second notice"),
        pytest.param("2024-02-08", "2024-02-09", 1, id="the eve of 2024 was no day off by the notice"),
        pytest.param("2021-03-08", "2021-03-05", -1, id="an answer before its question is negative"),
    ],
)
def test_how_days_are_counted(start, end, count):
    assert CALENDAR.working_days_between(ordinal(start), ordinal(end)) == count


@pytest.mark.parametrize(
    ("start", "term", "due"),
    [
        pytest.param("2021-03-05", 0, "2021-03-05", id="a term of no days ends at once"),
        pytest.param("2021-03-05", 1, "2021-03-08", id="one day from Friday"),
        pytest.param("2021-03-06", 1, "2021-03-08", id="one day from Saturday"),
        pytest.param("2023-09-20", 20, "2023-10-24", id="twenty days over National Day"),
        pytest.param("2024-01-25", 20, "2024-02-27", id="twenty days over Spring Festival"),
        pytest.param("2024-09-09", 5, "2024-09-14", id="ends on a make-up Saturday"),
        pytest.param("2025-09-26", 7, "2025-10-13", id="seven days over National Day, begun by a make-up Sunday"),
        pytest.param("2026-02-10", 15, "2026-03-09", id="fifteen days with two make-up Saturdays"),
    ],
)
def test_when_a_term_ends(start, term, due):
    assert date.fromordinal(CALENDAR.due(ordinal(start), term)).isoformat() == due
    assert list(CALENDAR.dues(array("i", [ordinal(start)]), term)) == [ordinal(due)]


@pytest.mark.parametrize(
    ("end", "kept"),
    [
        pytest.param("2021-03-05", True, id="on the last day"),
        pytest.param("2021-03-06", False, id="on the Saturday after the last day, though no working day has passed"),
        pytest.param("2021-03-08", False, id="on the next working day"),
    ],
)
def test_a_day_off_after_the_last_day_is_late(end, kept):
    assert CALENDAR.is_kept(ordinal("2021-03-04"), ordinal(end), 1) is kept


def test_a_negative_term_is_a_fault_of_the_caller():
    with pytest.raises(ValueError, match="-1"):
        CALENDAR.due(ordinal("2021-03-05"), -1)


# ── the shipped years ──


@pytest.mark.parametrize(
    ("year", "count"),
    [(2019, 250), (2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)],
)
def test_working_days_of_a_year(year, count):
    whole = range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
    assert sum(CALENDAR.is_working_day(day) for day in whole) == count


def test_every_day_agrees_with_chinesecalendar():
    library = pytest.importorskip("chinese_calendar")
    differ = [day for day in covered() if library.is_workday(day) != CALENDAR.is_working_day(day.toordinal())]
    assert differ == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_year_names_its_notices_and_the_length_of_each_holiday(path):
    import yaml

    assert list(read_years(path)) == [int(path.stem)]
    entry = yaml.safe_load(path.read_text("utf-8"))[path.stem]
    assert all(notice["number"].startswith("国办发明电〔") for notice in entry["notices"])
    assert all("days" in holiday for holiday in entry["holidays"])
    # Seven holidays by the State Council's decree on them; two of them may fall together.
    assert sum(1 + holiday["name"].count("、") for holiday in entry["holidays"]) == 7


def covered():
    return [FIRST + timedelta(days=index) for index in range((LAST - FIRST).days + 1)]


# ── any two days ──


def slow_count(start, end):
    """Walks from day to day."""
    count, day = 0, start
    while day < end:
        day += timedelta(days=1)
        count += CALENDAR.is_working_day(day.toordinal())
    return count


@given(days, days)
def test_any_two_days_against_a_slow_count(one, other):
    start, end = sorted((one, other))
    assert between(start, end) == slow_count(start, end)
    assert between(end, start) == -slow_count(start, end)


@given(days, days, days)
def test_counts_add_up(one, two, three):
    assert between(one, three) == between(one, two) + between(two, three)


@given(days, days)
def test_a_later_answer_never_took_fewer_days(start, end):
    if end < LAST:
        assert between(start, end + timedelta(days=1)) >= between(start, end)


@given(days, st.integers(1, 60))
def test_the_last_day_of_a_term_is_the_first_with_that_count(start, term):
    try:
        due = CALENDAR.due(start.toordinal(), term)
    except CalendarError:
        assert between(start, LAST) < term
        return
    assert CALENDAR.is_working_day(due)
    assert CALENDAR.working_days_between(start.toordinal(), due) == term
    assert CALENDAR.working_days_between(start.toordinal(), due - 1) == term - 1


@given(days, days)
def test_the_term_of_a_count_ends_no_later_than_the_answer(start, end):
    count = between(start, end)
    if count > 0:
        due = CALENDAR.due(start.toordinal(), count)
        assert due <= end.toordinal()
        assert due == end.toordinal() or not CALENDAR.is_working_day(end.toordinal())


@given(st.lists(st.tuples(days, days), max_size=20))
def test_columns_are_counted_as_single_days_are(rows):
    starts = array("i", [start.toordinal() for start, _ in rows])
    ends = array("i", [end.toordinal() for _, end in rows])
    assert list(CALENDAR.working_days(starts, ends)) == [between(*row) for row in rows]


# ── what is not known ──


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param("2018-12-31", "2019-01-04", id="before"),
        pytest.param("2026-12-25", "2027-01-05", id="after"),
        pytest.param("2030-01-01", "2030-01-05", id="both"),
    ],
)
def test_a_day_outside_the_years_is_an_error_with_its_remedy(start, end):
    with pytest.raises(CalendarError) as error:
        CALENDAR.working_days_between(ordinal(start), ordinal(end))
    assert error.value.message.params["first"] == "2019"
    assert error.value.message.params["last"] == "2026"


def test_a_term_that_runs_out_of_the_years_is_an_error():
    with pytest.raises(CalendarError) as error:
        CALENDAR.due(ordinal("2026-12-20"), 20)
    assert error.value.message.params["year"] == "2027"


def test_columns_mark_what_cannot_be_counted():
    day = ordinal("2021-03-05")
    outside = ordinal("2027-03-05")
    starts = array("i", [day, 0, day, -1, outside, day, 0])
    ends = array("i", [day + 3, day, 0, day, day, outside, outside])
    counted = CALENDAR.working_days(starts, ends)
    assert list(counted) == [1, NO_DAY, NO_DAY, NO_DAY, OUTSIDE, OUTSIDE, NO_DAY]
    assert list(CALENDAR.dues(array("i", [0, -1, outside, ordinal("2026-12-20")]), 20)) == [
        NO_DAY,
        NO_DAY,
        OUTSIDE,
        OUTSIDE,
    ]
    assert CALENDAR.missing_years([day, 0, -1, outside, ordinal("2018-05-01")]) == (2018, 2027)


def test_the_edges_are_covered():
    assert CALENDAR.years() == (2019, 2026)
    assert CALENDAR.covers(FIRST.toordinal())
    assert CALENDAR.covers(LAST.toordinal())
    assert not CALENDAR.covers(FIRST.toordinal() - 1)
    assert not CALENDAR.covers(LAST.toordinal() + 1)
    assert between(FIRST, LAST) == sum(CALENDAR.is_working_day(day.toordinal()) for day in covered()[1:])
