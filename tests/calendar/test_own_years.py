"""Years that users write themselves, and slips of the pen in them."""

from datetime import date
from pathlib import Path

import pytest

from disclosecheck.calendar.calendar import CalendarError
from disclosecheck.calendar.years import VARIABLE, load_calendar, read_years
from disclosecheck.model.errors import PackError
from disclosecheck.rulebook.folder import rules_folder

YEAR_2027 = """
"2027":
  notices: [{number: 国办发明电〔2026〕9号}]
  holidays:
    - {name: 元旦, off: 01-01..01-03, days: 3}
    - {name: 春节, off: 02-05..02-13, days: 9, work: [01-31, 02-14]}
"""


def written(tmp_path, text, name="workdays.yaml"):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return str(path)


def works(calendar, text):
    return calendar.is_working_day(date.fromisoformat(text).toordinal())


def test_a_year_of_ones_own_follows_the_shipped_ones(tmp_path):
    calendar = load_calendar(written(tmp_path, YEAR_2027))
    assert calendar.years() == (2019, 2027)
    assert not works(calendar, "2027-01-01")
    assert works(calendar, "2027-01-31")  # a Sunday
    assert works(calendar, "2027-02-15")


def test_the_environment_names_the_file(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, written(tmp_path, YEAR_2027))
    assert load_calendar().years() == (2019, 2027)


def test_the_callers_file_goes_before_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "missing.yaml"))
    assert load_calendar(written(tmp_path, YEAR_2027)).years() == (2019, 2027)


def test_a_year_of_ones_own_stands_for_the_shipped_one(tmp_path):
    own = '"2026":\n  notices: [{number: 试}]\n  holidays: [{name: 元旦, off: 2025-12-31..01-01}]\n'
    calendar = load_calendar(written(tmp_path, own))
    assert not works(calendar, "2025-12-31")
    assert works(calendar, "2026-01-02")  # a Friday, off by the shipped notice
    assert not works(calendar, "2026-02-28")  # a make-up Saturday by the shipped notice


def test_several_years_stand_in_one_file(tmp_path):
    later = YEAR_2027 + '"2028":\n  notices: []\n  holidays: []\n'
    assert load_calendar(written(tmp_path, later)).years() == (2019, 2028)


def test_years_between_must_not_be_missing(tmp_path):
    with pytest.raises(CalendarError) as error:
        load_calendar(written(tmp_path, '"2028":\n  notices: []\n  holidays: []\n'))
    assert error.value.message.params["year"] == "2027"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("", "no_years", id="an empty file"),
        pytest.param("- 2027-01-01\n", "no_years", id="a list"),
        pytest.param(YEAR_2027.replace('"2027"', "year"), "no_year", id="a key that is no year"),
        pytest.param(YEAR_2027.replace("days: 3", "days: 4"), "days_differ", id="not as long as the notice says"),
        pytest.param(
            YEAR_2027.replace("01-01..01-03, days: 3", "01-03..01-01"), "no_range", id="ends before it begins"
        ),
        pytest.param(YEAR_2027.replace("02-05..02-13, days: 9", "02-05..12-13"), "no_range", id="months long"),
        pytest.param(YEAR_2027.replace("02-14", "02-15"), "no_weekend", id="a make-up day on a Monday"),
        pytest.param(YEAR_2027.replace("01-31", "02-06"), "off_and_work", id="off and at work"),
        pytest.param(YEAR_2027.replace("01-31", "02-30"), "no_day", id="a day that does not exist"),
        pytest.param(YEAR_2027.replace("01-31", "2028-02-05"), "far_day", id="a day of another year"),
        pytest.param(YEAR_2027.replace("01-31", "1月31日"), "no_day", id="a day in words"),
    ],
)
def test_slips_of_the_pen_are_named_with_their_line(tmp_path, text, problem):
    with pytest.raises(PackError) as error:
        load_calendar(written(tmp_path, text))
    ((line, message),) = error.value.problems
    assert message.key == f"workdays.{problem}"
    assert line is not None


def test_all_slips_are_named_at_once(tmp_path):
    text = YEAR_2027.replace("days: 3", "days: 4").replace("02-14", "02-15")
    with pytest.raises(PackError) as error:
        load_calendar(written(tmp_path, text))
    assert [line for line, _ in error.value.problems] == [5, 6]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(YEAR_2027.replace("off:", "offf:"), id="an unknown key"),
        pytest.param('"2027": {holidays: []}\n', id="no notice named"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path, text):
    with pytest.raises(PackError):
        load_calendar(written(tmp_path, text))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(PackError) as error:
        read_years(tmp_path / "missing.yaml")
    assert error.value.path.endswith("missing.yaml")


COLLECTED = """{
    "$schema": "https://example.org/schema.json",
    "year": 2027,
    "papers": ["https://example.org/notice"],
    "days": [
        {"name": "元旦", "date": "2026-12-31", "isOffDay": true},
        {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
        {"name": "元旦", "date": "2027-01-03", "isOffDay": false}
    ]
}"""


def test_a_year_of_the_collection_is_read_as_it_is(tmp_path):
    calendar = load_calendar(written(tmp_path, COLLECTED, "2027.json"))
    assert calendar.years() == (2019, 2027)
    assert not works(calendar, "2026-12-31")
    assert not works(calendar, "2027-01-01")
    assert works(calendar, "2027-01-03")  # a Sunday


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param('{"year": 2027, "papers": [], "days": []}', "no_days", id="a year whose notice is not out"),
        pytest.param(COLLECTED.replace("2027-01-01", "2027-02-30"), "no_day", id="a day that does not exist"),
        pytest.param(COLLECTED.replace("2027-01-01", "2029-01-01"), "far_day", id="a day of another year"),
    ],
)
def test_a_year_of_the_collection_with_slips(tmp_path, text, problem):
    with pytest.raises(PackError) as error:
        load_calendar(written(tmp_path, text, "2027.json"))
    assert [message.key for _, message in error.value.problems] == [f"workdays.{problem}"]


def test_the_year_that_the_documentation_shows_is_the_shipped_one(tmp_path):
    page = (Path(__file__).resolve().parents[2] / "docs" / "ledgers.md").read_text("utf-8")
    shown = page.partition("```yaml\n")[2].partition("```")[0]
    assert read_years(Path(written(tmp_path, shown))) == read_years(rules_folder() / "workdays" / "2026.yaml")
