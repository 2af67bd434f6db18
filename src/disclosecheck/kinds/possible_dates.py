"""Every date in the text is one that a calendar has.

    kind: possible_dates

Fails with 2024年2月30日 and 13月5日. Passes with 2月29日 without a year, and with 20241月1日, from which a copy has
lost signs: only a day whose digits stand whole between 年, 月 and 日 is judged.
"""

import datetime
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.prose import SHOWN, Prose, no_document, prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_LEAP = 2000  # a year that has every day
_DIGITS = {0xFF10 + digit: str(digit) for digit in range(10)}


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set: the calendar says it."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    met, wrong = False, []
    for date, place in _dates(prose):
        met = True
        if not _exists(*date):
            wrong.append(place)
    for place in wrong[:SHOWN]:
        message = Message("possible_dates.impossible", {"quote": place.quote or ""})
        yield Verdict(outcome="fail", message=message, actual=place.value, evidence=(_plain(place),))
    if not met:
        yield Verdict(outcome="not_applicable", message=Message("possible_dates.none"))
    elif not wrong:
        yield Verdict(outcome="pass", message=Message("possible_dates.possible"))


def _plain(place: Evidence) -> Evidence:
    return msgspec.structs.replace(place, value=None)


def _dates(prose: Prose) -> Iterator[tuple[tuple[int, int, int], Evidence]]:
    text = prose.text.translate(_DIGITS)
    for match in (*_pattern().finditer(text), *_in_signs().finditer(text)):
        year, month, day = match.group(1), match.group(2), match.group(3)
        before = text[match.start() - 1 : match.start()]
        if before.isdigit() or (before and before in "/-.～~" and not year):
            continue
        place = prose.evidence(match.start(), match.end(), around=8)
        date = (int(year) if year else _LEAP, int(month), int(day))
        yield date, msgspec.structs.replace(place, value="".join(match.group().split()))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1)
def _in_signs() -> Any:
    import re2

    return re2.compile(r"(20\d\d)[-/](\d\d)[-/](\d\d)\b")


@lru_cache(maxsize=1)
def _pattern() -> Any:
    import re2

    return re2.compile(r"(?:(20\d\d)[ \x{a0}]?年[ \x{a0}]?)?(\d{1,2})[ \x{a0}]?月[ \x{a0}]?(\d{1,2})[ \x{a0}]?日")
