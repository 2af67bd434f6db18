"""Punctuation beside Chinese characters has one width throughout.

    kind: mark_widths
    marks: {",": "，", ";": "；", ":": "："}

Fails, naming the rarer ones, where 公开信息12条,其中 stands beside 全年，; passes where all are narrow, and with
1,234, 8:30 or www.linjiang.example:8080, which are not beside Chinese characters on both sides. A pair （…) of unequal
width counts too. What is found in pasted text is not judged: a copy changes widths.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.marks import pair
from disclosecheck.kinds.prose import SHOWN, Prose, no_document, prose_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_CLOSERS = "）》”】〕％%"


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    marks: dict[str, str]  # narrow: wide


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None or facts.document is None:
        yield no_document()
        return
    rare = _rarer(params, prose)
    places = sorted([*rare, *(mark.place for mark in pair(prose).unequal)])
    if not places:
        yield Verdict(outcome="pass", message=Message("mark_widths.even"))
        return
    if facts.document.format == "text":
        yield Verdict(outcome="not_applicable", message=Message("wording.copy"))
        return
    evidence = tuple(prose.evidence(place, place + 1) for place in places[:SHOWN])
    message = Message("mark_widths.mixed", {"count": str(len(places)), "quote": evidence[0].quote or ""})
    yield Verdict(outcome="fail", message=message, evidence=evidence)


def _rarer(params: Params, prose: Prose) -> list[int]:
    """The places of the width that fewer of the marks between Chinese characters have; none where all have one."""
    narrow = [place for mark in params.marks for place in _between(mark, prose.text)]
    wide = [place for mark in params.marks.values() for place in _between(mark, prose.text)]
    return min(narrow, wide, key=len)


def _between(mark: str, text: str) -> Iterator[int]:
    place = text.find(mark)
    while place >= 0:
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        if (_is_chinese(before) or (before and before in _CLOSERS)) and _is_chinese(after):
            yield place
        place = text.find(mark, place + 1)


def _is_chinese(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"
