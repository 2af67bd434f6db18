"""The day that a cell states, as an ordinal; what is not a whole date is not guessed at.

Read: dates and date-times of spreadsheets, their serial numbers, 2021-03-05, 2021/3/5, 2021.3.5, 20210305,
2021年3月5日, 二〇二一年三月五日, 3/25/2021 where only one reading is possible; a time, a weekday or 星期五 may follow.
"""

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from disclosecheck.model.ledger import UNREADABLE

# Days that a ledger of an office can name; outside them a cell holds something else, or a slip of the pen. 5 January
# 1900 is what a spreadsheet makes of the number 5.
FIRST_YEAR, LAST_YEAR = 1949, 2099
_FIRST, _LAST = date(FIRST_YEAR, 1, 1).toordinal(), date(LAST_YEAR, 12, 31).toordinal()
# ECMA-376, part 1, 18.17.4.1: serial number 1 is 1 January 1900 (and 60 a 29 February that never was), or 0 is
# 1 January 1904.
_LONGEST = 80  # characters of a date with its time and weekday, and spaces to spare
_EPOCHS = {False: date(1899, 12, 30).toordinal(), True: date(1904, 1, 1).toordinal()}

_SECONDS = r"(?:[:分] ?(?:\d{1,2}(?:\.\d+)?秒?)?)?"
_CLOCK = rf"\d{{1,2}}[:时點点] ?(?:\d{{1,2}}{_SECONDS})?(?: ?[AP]M|Z| ?[+-]\d{{2}}:?\d{{2}})?"
_TIME = rf" ?(?:T|上午|下午|晚上|中午|凌晨|早上|AM|PM)? ?{_CLOCK}"
_WEEKDAY = r" ?\(?(?:星期|周|礼拜)[一二三四五六日天]\)?"
_PART_OF_DAY = " ?(?:上午|下午|晚上|中午|凌晨|早上)"
_AFTER = re.compile(rf"(?:{_WEEKDAY})?(?:{_TIME}|{_PART_OF_DAY})?(?:{_WEEKDAY})?", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})\s*([-/.年])\s*(\d{1,2})\s*([-/.月])\s*(\d{1,2})(?!\d)\s*[日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_MONTH_NAME = re.compile(
    r"(?:(\d{1,2})[- ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[- ,]+(\d{4})"
    r"|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2}),? (\d{4}))(?!\d)",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"'?\d{2}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?")
_NO_YEAR = re.compile(r"\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?")
_NO_DAY = re.compile(r"\d{4}\s*(?:[-/.年]\s*(?:\d{1,2}\s*月?)?)?")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGITS = {sign: str(index) for index, sign in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "Ｏ": "0",
    "O": "0",
}
_CHINESE = re.compile(
    r"([〇零○OＯ一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]"
)

Dated = tuple[int, str | None]  # ordinal or UNREADABLE, and what is to be said of it


def read_date(raw: object, epoch_1904: bool = False) -> Dated:
    """The ordinal of a cell's day with None or a note's code (`serial`), or UNREADABLE with a flaw's code.

    Blank cells and words for nothing are the caller's.
    """
    if isinstance(raw, str):
        return _of_text(raw, epoch_1904)
    if isinstance(raw, date):  # date-times too
        return _in_range(raw.toordinal())
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _of_number(raw, epoch_1904)
    return UNREADABLE, "time_only" if isinstance(raw, time | timedelta) else "no_date"


def _of_number(number: float, epoch_1904: bool) -> Dated:
    whole = int(number)
    if whole == number and 10**7 <= whole < 10**8:
        return _of_parts(whole // 10000, whole // 100 % 100, whole % 100)
    if not 0 < number < 10**6:
        return UNREADABLE, "no_date"
    ordinal = _EPOCHS[epoch_1904] + whole
    return (ordinal, "serial") if _FIRST <= ordinal <= _LAST else (UNREADABLE, "no_date")


def _of_text(raw: str, epoch_1904: bool) -> Dated:
    text = " ".join(unicodedata.normalize("NFKC", raw[:_LONGEST]).split()).strip("'\" ")
    if len(raw) > _LONGEST:
        return UNREADABLE, "no_date"
    if match := _YEAR_FIRST.match(text):
        return _with_rest(_year_first(match), text[match.end() :])
    if match := _COMPACT.match(text):
        return _with_rest(_of_parts(*map(int, match.groups())), text[match.end() :])
    if match := _CHINESE.match(text):
        return _with_rest(_in_characters(match), text[match.end() :])
    if match := _MONTH_NAME.match(text):
        month = _MONTHS.index((match[2] or match[4]).lower()) + 1
        return _with_rest(_of_parts(int(match[3] or match[6]), month, int(match[1] or match[5])), text[match.end() :])
    if match := _YEAR_LAST.match(text):
        return _with_rest(_of_foreign(int(match[1]), int(match[3]), int(match[4])), text[match.end() :])
    if _SERIAL.fullmatch(text):
        return _of_number(float(text), epoch_1904)
    return UNREADABLE, _why(text)


def _of_foreign(first: int, second: int, year: int) -> Dated:
    """3/25/2021 has one reading, 3/5/2021 two."""
    if first <= 12 and second <= 12 and first != second:
        return UNREADABLE, "day_or_month"
    return _of_parts(year, *((second, first) if first > 12 else (first, second)))


def _with_rest(dated: Dated, rest: str) -> Dated:
    if _AFTER.fullmatch(rest):
        return dated
    if _YEAR_FIRST.search(rest) or _NO_YEAR.search(rest):
        return UNREADABLE, "two_dates"
    return UNREADABLE, "no_date"


def _why(text: str) -> str:
    for form, code in ((_NO_DAY, "no_day"), (_SHORT_YEAR, "two_digit_year"), (_NO_YEAR, "no_year")):
        if (match := form.match(text)) and _AFTER.fullmatch(text[match.end() :]):
            return code
    return "no_date"


def _of_parts(year: int, month: int, day: int) -> Dated:
    try:
        return _in_range(date(year, month, day).toordinal())
    except ValueError:
        return UNREADABLE, "no_such_day"


def _in_range(ordinal: int) -> Dated:
    return (ordinal, None) if _FIRST <= ordinal <= _LAST else (UNREADABLE, "far_date")


def _chinese(text: str) -> int:
    """Up to 九十九: 三, 十, 十五, 二十, 二十五."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(_DIGITS[sign] for sign in text))
    if "十" in tens:
        return 0
    return int(_DIGITS.get(tens, "1") if tens else "1") * 10 + int("".join(_DIGITS[sign] for sign in ones) or "0")


def date_in(text: str) -> int | None:
    """The first whole date in a text, as an ordinal."""
    plain = " ".join(unicodedata.normalize("NFKC", text[:400]).split())
    for form, read in ((_YEAR_FIRST, _year_first), (_CHINESE, _in_characters)):
        if match := form.search(plain):
            ordinal, code = read(match)
            return ordinal if code is None else None
    return None


def _year_first(match: "re.Match[str]") -> Dated:
    return _of_parts(int(match[1]), int(match[3]), int(match[5]))


def _in_characters(match: "re.Match[str]") -> Dated:
    return _of_parts(int("".join(_DIGITS[sign] for sign in match[1])), _chinese(match[2]), _chinese(match[3]))


_TAIL = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?")


def head_of(raw: object) -> str | None:
    """2021-03-05 of 2021-03-05 09:30:12, so that a column of a million times is read by its few days."""
    if isinstance(raw, str) and len(raw) > 15 and _TAIL.fullmatch(raw, 10):
        return raw[:10]
    return None


def shown(raw: object) -> str:
    """A cell as a person reads it."""
    if isinstance(raw, datetime):
        return raw.strftime("%Y-%m-%d") if raw.time() == time() else raw.strftime("%Y-%m-%d %H:%M")
    if isinstance(raw, date):
        return raw.isoformat()
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return str(raw)
