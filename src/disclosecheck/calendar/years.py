"""Years of days off and make-up days, from `rules/workdays/` and a file of the user's.

    "2021":
      notices:
        - {number: 国办发明电〔2020〕27号, address: "http://www.gov.cn/..."}
      holidays:
        - {name: 元旦, off: 01-01..01-03, days: 3}
        - {name: 春节, off: 02-11..02-17, days: 7, work: [02-07, 02-20]}

`off` holds the days off as the notice states them, weekends included; `days` is the notice's 共7天, which finds slips
of the pen; `work` the weekend days on which one works. A day of another year (the December before) is written whole:
2018-12-30..01-01. A file may hold several years. A year of the user's file stands for ours.

A year's file of the collection NateScarlet/holiday-cn (MIT) is read as it is, too: {"year": 2021, "papers": [...],
"days": [{"name": "元旦", "date": "2021-01-01", "isOffDay": true}, ...]}.
"""

import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec

from disclosecheck.calendar.calendar import Calendar, CalendarError
from disclosecheck.model.errors import PackError
from disclosecheck.model.verdict import Message
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.strict import Problem, convert_at
from disclosecheck.rulebook.yaml_source import YamlSource, read_yaml

VARIABLE = "DISCLOSECHECK_WORKDAYS"
LONGEST = 31  # days of one holiday; more is a slip of the pen


class Notice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    number: str  # 国办发明电〔2020〕27号
    address: str | None = None


class Holiday(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    off: str
    days: int | None = None
    work: tuple[str, ...] = ()


class Year(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    notices: tuple[Notice, ...]
    holidays: tuple[Holiday, ...]


class CollectedDay(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    date: str
    isOffDay: bool  # noqa: N815 - the collection's own word


class Collected(msgspec.Struct, frozen=True, kw_only=True):
    """A year as holiday-cn writes it."""

    year: int
    days: tuple[CollectedDay, ...]


class DaysOfYear(msgspec.Struct, frozen=True, kw_only=True):
    """What a year's notices change about weekdays and weekends."""

    year: int
    off: frozenset[date]
    work: frozenset[date]


def load_calendar(own: str | None = None, rules: Path | None = None) -> Calendar:
    """The shipped years joined with those of the user's file: `own`, or what DISCLOSECHECK_WORKDAYS names.

    Raises PackError for a file with mistakes, CalendarError when years between are missing.
    """
    years: dict[int, DaysOfYear] = {}
    for path in sorted(((rules or rules_folder()) / "workdays").glob("*.yaml")):
        years.update(read_years(path))
    chosen = own or os.environ.get(VARIABLE)
    if chosen:
        years.update(read_years(Path(chosen)))
    return _calendar(years)


def read_years(path: Path) -> dict[int, DaysOfYear]:
    """The years of one file.

    Raises PackError that lists every mistake with its line.
    """
    source = read_yaml(path)
    problems: list[Problem] = []
    years: dict[int, DaysOfYear] = {}
    if not isinstance(source.data, dict) or not source.data:
        problems.append((1, Message("workdays.no_years")))
    elif "days" in source.data:
        if (days := _collected(source, problems)) is not None:
            years[days.year] = days
    else:
        for key in source.data:
            if (days := _year(source, key, problems)) is not None:
                years[days.year] = days
    if problems:
        raise PackError(str(path), tuple(problems))
    return years


def _collected(source: YamlSource, problems: list[Problem]) -> DaysOfYear | None:
    entry = convert_at(source, (), Collected, problems)
    if entry is None:
        return None
    if not entry.days:  # of a year whose notice is not out yet
        problems.append((source.line(("days",)), Message("workdays.no_days", {"year": str(entry.year)})))
        return None
    off: set[date] = set()
    work: set[date] = set()
    for index, day in enumerate(entry.days):
        try:
            found = _day(day.date, day.name, entry.year)
        except _MistakeError as mistake:
            problems.append((source.line(("days", index)), mistake.message))
            continue
        (off if day.isOffDay else work).add(found)
    return DaysOfYear(year=entry.year, off=frozenset(off), work=frozenset(work)) if not problems else None


def _year(source: YamlSource, key: str, problems: list[Problem]) -> DaysOfYear | None:
    if not (len(key) == 4 and key.isdecimal() and key.isascii()):
        problems.append((source.line((key,)), Message("workdays.no_year", {"value": key})))
        return None
    entry = convert_at(source, (key,), Year, problems)
    if entry is None:
        return None
    off: set[date] = set()
    work: set[date] = set()
    before = len(problems)
    for index, holiday in enumerate(entry.holidays):
        line = source.line((key, "holidays", index))
        try:
            off.update(_off(holiday, int(key)))
            work.update(_work(holiday, int(key)))
        except _MistakeError as mistake:
            problems.append((line, mistake.message))
    if both := off & work:
        problems.append((source.line((key,)), Message("workdays.off_and_work", {"day": min(both).isoformat()})))
    if len(problems) > before:
        return None
    return DaysOfYear(year=int(key), off=frozenset(off), work=frozenset(work))


class _MistakeError(Exception):
    def __init__(self, key: str, name: str, value: str) -> None:
        super().__init__(key)
        self.message = Message(f"workdays.{key}", {"name": name, "value": value})


def _off(holiday: Holiday, year: int) -> Iterator[date]:
    first, _, last = holiday.off.partition("..")
    start = _day(first, holiday.name, year)
    end = _day(last, holiday.name, year) if last else start
    length = (end - start).days + 1
    if not 1 <= length <= LONGEST:
        raise _MistakeError("no_range", holiday.name, holiday.off)
    if holiday.days is not None and holiday.days != length:
        raise _MistakeError("days_differ", holiday.name, str(length))
    return (start + timedelta(days=index) for index in range(length))


def _work(holiday: Holiday, year: int) -> Iterator[date]:
    for text in holiday.work:
        day = _day(text, holiday.name, year)
        if day.weekday() < 5:
            raise _MistakeError("no_weekend", holiday.name, day.isoformat())
        yield day


def _day(text: str, name: str, year: int) -> date:
    """MM-DD of the year, or YYYY-MM-DD within it, the December before or the January after."""
    try:
        day = date.fromisoformat(text if len(text) == len("2021-02-11") else f"{year}-{text}")
    except ValueError as error:
        raise _MistakeError("no_day", name, text) from error
    if not date(year - 1, 12, 1) <= day <= date(year + 1, 1, 31):
        raise _MistakeError("far_day", name, text)
    return day


def _calendar(years: dict[int, DaysOfYear]) -> Calendar:
    first, last = min(years), max(years)
    if gaps := [year for year in range(first, last) if year not in years]:
        raise CalendarError("calendar_gap", year=str(gaps[0]), first=str(first), last=str(last))
    off = frozenset[date]().union(*(days.off for days in years.values()))
    work = frozenset[date]().union(*(days.work for days in years.values()))
    start, end = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()
    return Calendar(start, [_works(date.fromordinal(day), off, work) for day in range(start, end + 1)])


def _works(day: date, off: frozenset[date], work: frozenset[date]) -> bool:
    return day in work or (day.weekday() < 5 and day not in off)
