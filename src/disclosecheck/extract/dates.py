"""Dates, years and periods in running text, also where a copy has lost signs: 20211月1日, 20241231日."""

import datetime
from collections.abc import Iterator
from itertools import pairwise

import re2

from disclosecheck.extract.fold import narrow
from disclosecheck.extract.numbers import read_chinese

_NUMERAL = "[零〇○一二三四五六七八九十]"
_DATE = re2.compile(
    rf"(?:(20\d\d|{_NUMERAL}{{4}})年?)?(?:(\d{{1,2}}|{_NUMERAL}{{1,3}})月(\d{{1,2}}|{_NUMERAL}{{1,3}})[日号]|(1231|11)日)"
)
_MONTHS = re2.compile(r"(20\d\d)年?1月?(?:-|–|—|―|~|至|到)12月")
_YEAR = re2.compile(rf"(20\d\d|二{_NUMERAL}{{3}})(?:年度|年)")
_BARE_YEAR = re2.compile(rf"(20\d\d|二{_NUMERAL}{{3}})(?:年度|年)?")
_PLAIN = re2.compile(r"(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})")
_REACH = 90  # signs behind a word of the period within which it stands
_LOST = {"11": (1, 1), "1231": (12, 31)}  # 2024年1月1日 that lost 年 and 月


class Date:
    """A date with its place in the narrowed text; the year is None where none is printed."""

    def __init__(self, year: int | None, month: int, day: int, start: int, end: int) -> None:
        self.year, self.month, self.day, self.start, self.end = year, month, day, start, end

    def iso(self, year: int | None = None) -> str | None:
        """As 2024-01-20; None for a day that no calendar has."""
        try:
            return datetime.date(self.year or year or 0, self.month, self.day).isoformat()
        except ValueError:
            return None


def find_dates(text: str) -> Iterator[Date]:
    """The dates of a text already narrowed, in reading order."""
    for match in _DATE.finditer(text):
        year, month, day, lost = match.group(1), match.group(2), match.group(3), match.group(4)
        if lost:
            if year:
                yield Date(_number(year), *_LOST[lost], match.start(), match.end())
            continue
        yield Date(_number(year) if year else None, _number(month), _number(day), match.start(), match.end())


def find_period(text: str, words: tuple[str, ...]) -> tuple[str, str] | None:
    """The statistical period: two days behind one of the words; an end without a year takes that of the beginning."""
    text = narrow(text)
    for start in sorted(place for word in words if (place := text.find(word)) >= 0):
        stretch = text[start : start + _REACH]
        dates = list(find_dates(stretch))
        for first, last in pairwise(dates):
            begin, end = first.iso(), last.iso(first.year)
            if first.year and begin and end and begin <= end:
                return begin, end
        if match := _MONTHS.search(stretch):
            return f"{match.group(1)}-01-01", f"{match.group(1)}-12-31"
    return None


def labelled_date(text: str, labels: tuple[str, ...]) -> str | None:
    """The ISO date behind one of a page's labels: `发布日期：2024-01-20`, `发布时间 2024年1月20日`."""
    for label in labels:
        start = text.find(label)
        if start >= 0:
            stretch = text[start + len(label) :].lstrip(":：】] \t\u3000|")
            if match := _PLAIN.match(stretch):
                return Date(int(match.group(1)), int(match.group(2)), int(match.group(3)), 0, 0).iso()
            first = next(find_dates(narrow(stretch)), None)
            if first is not None and first.start == 0 and first.year:
                return first.iso()
    return None


def first_year(text: str, *, bare: bool = False) -> int | None:
    """The first year that a text names as one, 2023年, 二〇二三年度; a `bare` one may have lost its 年."""
    match = (_BARE_YEAR if bare else _YEAR).search(narrow(text))
    return _number(match.group(1)) if match else None


def years_in(text: str) -> list[int]:
    """All years that a text names, in reading order."""
    return [_number(match.group(1)) for match in _YEAR.finditer(narrow(text))]


def without_year(text: str) -> str:
    """A narrowed title without its year: `2023年度`, `二〇二三年`."""
    return str(_BARE_YEAR.sub("", text))


def _number(numeral: str) -> int:
    return int(numeral) if numeral[0].isascii() else int(read_chinese(numeral) or 0)
