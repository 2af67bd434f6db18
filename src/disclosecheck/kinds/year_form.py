"""The report year is written in full.

    kind: year_form
    after: [无, 未, 我局]
    short_after: [度, 我, 全]

Fails with 2022无行政复议 (before one of `after`, 年 is missing) and with 23年度 in a report on 2023 (before one of
`short_after`). Passes with 2022年, with 从业23年 and with 近23年来. What is found in pasted text
is not judged: a copy loses signs.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.prose import no_chinese, no_document, prose_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    after: tuple[str, ...]
    short_after: tuple[str, ...]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None or facts.document is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    if facts.year is None:
        yield Verdict(outcome="not_applicable", message=Message("year_form.no_year"))
        return
    hits = list(_years(params.after, params.short_after, facts.year).finditer(prose.text))
    if hits and facts.document.format == "text":
        yield Verdict(outcome="not_applicable", message=Message("wording.copy"))
        return
    for match in hits:
        evidence = prose.evidence(*match.span(match.lastindex))
        message = Message("year_form.incomplete", {"quote": evidence.quote or ""})
        yield Verdict(outcome="fail", message=message, actual=match.group(match.lastindex), evidence=(evidence,))
    if not hits:
        yield Verdict(outcome="pass", message=Message("year_form.full"))


@lru_cache(maxsize=8)
def _years(after: tuple[str, ...], short_after: tuple[str, ...], year: int) -> Any:
    """The report year or a neighbour of it without 年, and both without their century, at the start of a clause."""
    import re2

    words, short = "|".join(map(re2.escape, after)), "|".join(map(re2.escape, short_after))
    full = "|".join(str(year + shift) for shift in (-1, 0, 1))
    without = rf"(?:^|[^0-9A-Za-z./〔\[_\-])((?:{full})(?:{words}))"
    cut = rf"(?:^|[\n。；，、：（])({year % 100:02}年(?:{short}))"
    return re2.compile(f"(?m){without}|{cut}")
