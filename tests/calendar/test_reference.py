"""The shipped years against the reference that lies beside the corpus."""

import os
from datetime import date
from pathlib import Path

import pytest
import yaml

from disclosecheck.calendar.years import load_calendar

pytestmark = pytest.mark.corpus
PATH = Path(os.environ.get("DISCLOSECHECK_CORPUS", "."), "..", "reference", "workdays-cn.yaml")
if not os.environ.get("DISCLOSECHECK_CORPUS") or not PATH.is_file():
    pytest.skip("no workdays-cn.yaml beside DISCLOSECHECK_CORPUS", allow_module_level=True)

REFERENCE = yaml.safe_load(PATH.read_text("utf-8"))
CALENDAR = load_calendar()


@pytest.mark.parametrize("year", REFERENCE["years"])
def test_every_day_of_the_year(year):
    stated = REFERENCE["years"][year]
    first, last = (date(int(year), *day).toordinal() for day in ((1, 1), (12, 31)))
    days = [date.fromordinal(day) for day in range(first, last + 1)]
    expected = {
        day
        for day in days
        if day.isoformat() in stated["makeup"] or (day.weekday() < 5 and day.isoformat() not in stated["off"])
    }
    # The December before may stand in the year's own notice.
    assert {day for day in days if CALENDAR.is_working_day(day.toordinal())} == expected
    assert len(expected) == stated["working_days"]


@pytest.mark.parametrize("case", REFERENCE["tests"], ids=lambda case: case["received"])
def test_when_a_term_ends(case):
    received = date.fromisoformat(case["received"]).toordinal()
    last = CALENDAR.due(received, case["working_days"])
    assert date.fromordinal(last).isoformat() == case["last_day"]
    assert CALENDAR.working_days_between(received, last) == case["working_days"]
