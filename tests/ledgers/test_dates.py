"""What day a cell states, and why it states none."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosecheck.ledgers.dates import head_of, read_date
from disclosecheck.model.ledger import UNREADABLE

MARCH = date(2021, 3, 5)


@pytest.mark.parametrize(
    "raw",
    [
        date(2021, 3, 5),
        datetime.combine(MARCH, time(23, 59)),
        "2021-03-05",
        "2021-3-5",
        "2021/3/5",
        "2021.3.5",
        "2021. 3. 5",
        "2021年3月5日",
        "2021年03月05日",
        "2021 年 3 月 5 日",
        "2021年3月5号",
        "2021年3月5",
        "20210305",
        20210305,
        20210305.0,
        "二〇二一年三月五日",
        "二○二一年三月五日",
        "二零二一年三月五日",
        "２０２１年３月５日",
        "２０２１－０３－０５",
        " 2021-03-05\t",
        "'2021-03-05",
        "2021-03-05 09:30",
        "2021-03-05 9:30:05",
        "2021-03-05T09:30:05",
        "2021-03-05T09:30:05.123Z",
        "2021-03-05T09:30:05+08:00",
        "2021/3/5 下午3:20",
        "2021年3月5日9时30分",
        "2021年3月5日 09:30",
        "2021年3月5日（星期五）",
        "2021-03-05 周五",
        "2021年3月5日星期五 9:30",
        "2021年3月5日上午",
        "20210305 09:30",
        "05-Mar-2021",
        "Mar 5, 2021",
        "5 March 2021",
    ],
)
def test_a_day_in_its_usual_forms(raw):
    assert read_date(raw) == (MARCH.toordinal(), None)


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        pytest.param("二〇二一年十月十日", date(2021, 10, 10), id="ten"),
        pytest.param("二〇二一年十二月三十一日", date(2021, 12, 31), id="thirty-one"),
        pytest.param("二〇二一年十一月二十日", date(2021, 11, 20), id="twenty"),
        pytest.param("3/25/2021", date(2021, 3, 25), id="only the 25th of March is possible"),
        pytest.param("25/3/2021", date(2021, 3, 25), id="day first, only one reading"),
        pytest.param("4/4/2021", date(2021, 4, 4), id="both readings are the same day"),
        pytest.param("2012-03-05", date(2012, 3, 5), id="an old year is possible"),
        pytest.param("2020-02-29", date(2020, 2, 29), id="a leap day"),
    ],
)
def test_other_days(raw, day):
    assert read_date(raw) == (day.toordinal(), None)


@pytest.mark.parametrize(
    ("raw", "epoch_1904", "day"),
    [
        pytest.param(44260, False, MARCH, id="1900"),
        pytest.param(44260.39583, False, MARCH, id="with a time"),
        pytest.param("44260", False, MARCH, id="as text"),
        pytest.param("44260.5", False, MARCH, id="as text with a time"),
        pytest.param(42798, True, MARCH, id="1904"),
    ],
)
def test_serial_numbers_are_dates_and_are_said_to_be(raw, epoch_1904, day):
    assert read_date(raw, epoch_1904) == (day.toordinal(), "serial")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        pytest.param("2021-02-30", "no_such_day", id="the 30th of February"),
        pytest.param("2021-02-29", "no_such_day", id="a leap day in a common year"),
        pytest.param("2021-13-05", "no_such_day", id="a thirteenth month"),
        pytest.param("20211305", "no_such_day", id="a thirteenth month, compact"),
        pytest.param("2021-00-05", "no_such_day", id="month nought"),
        pytest.param("二〇二一年二月三十日", "no_such_day", id="the 30th of February in characters"),
        pytest.param("3月5日", "no_year", id="no year"),
        pytest.param("03-05", "no_year", id="no year, with a hyphen"),
        pytest.param("3.5", "no_year", id="no year, with a point"),
        pytest.param("3月5日 9:30", "no_year", id="no year, with a time"),
        pytest.param("2021年3月", "no_day", id="no day"),
        pytest.param("2021-03", "no_day", id="no day, with a hyphen"),
        pytest.param("2021年", "no_day", id="a year"),
        pytest.param("2021", "no_day", id="a bare year"),
        pytest.param("21-3-5", "two_digit_year", id="a year of two digits"),
        pytest.param("21年3月5日", "two_digit_year", id="a year of two digits, in Chinese"),
        pytest.param("3/5/2021", "day_or_month", id="March or May"),
        pytest.param("2021-03-05至2021-03-09", "two_dates", id="from and to"),
        pytest.param("2021-03-05、2021-03-09", "two_dates", id="two dates"),
        pytest.param("2021年3月5日，3月9日补充答复", "two_dates", id="a second date without a year"),
        pytest.param("2021-03-05前", "no_date", id="before a day"),
        pytest.param("2021-03-051", "no_date", id="a digit too many"),
        pytest.param("2021年3月上旬", "no_date", id="a third of a month"),
        pytest.param("已答复", "no_date", id="a word"),
        pytest.param("2021-03-05" + " " * 100_000 + "x", "no_date", id="a long text"),
        pytest.param("2021-03-05 2021-03-06", "two_dates", id="two dates with a blank between"),
        pytest.param(5, "no_date", id="a small number"),
        pytest.param(-44260, "no_date", id="a negative number"),
        pytest.param(2021, "no_date", id="a year as a number"),
        pytest.param(99999999, "no_such_day", id="eight nines"),
        pytest.param(True, "no_date", id="a truth value"),
        pytest.param(time(9, 30), "time_only", id="a time of day"),
        pytest.param(timedelta(days=2), "time_only", id="a duration"),
        pytest.param(date(1900, 1, 5), "far_date", id="the spreadsheet's 5"),
        pytest.param("1900-01-05", "far_date", id="the same as text"),
        pytest.param("2201-03-05", "far_date", id="a slip in the century"),
        pytest.param("0021-03-05", "far_date", id="the year 21"),
    ],
)
def test_what_states_no_day_is_not_guessed(raw, code):
    assert read_date(raw) == (UNREADABLE, code)


@given(st.dates(date(1949, 10, 1), date(2099, 12, 31)))
def test_every_form_of_every_day(day):
    forms = (
        day,
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}.{day.month:02}.{day.day:02}",
        f"{day:%Y%m%d}",
        f"{day.isoformat()} 08:05:09",
    )
    assert {read_date(form) for form in forms} == {(day.toordinal(), None)}


@given(st.text(max_size=30))
def test_no_text_is_too_much(text):
    ordinal, code = read_date(text)
    assert (ordinal == UNREADABLE) == (code is not None and code != "serial")


@pytest.mark.parametrize(
    ("raw", "head"),
    [
        ("2021-03-05 09:30:12", "2021-03-05"),
        ("2021-03-05T09:30:12.5", "2021-03-05"),
        ("2021-03-05", None),
        ("2021-03-05 09:30:12 至今", None),
        (44260.5, None),
    ],
)
def test_a_time_is_parted_from_its_day(raw, head):
    assert head_of(raw) == head
