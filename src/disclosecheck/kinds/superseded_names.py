"""No organ is called by a name that it no longer had in the report year.

    kind: superseded_names
    names:
      - {name: 卫计委, until: 2019, now: 卫生健康委员会}
    past: [原, 机构改革, 更名]

Fails with 市卫计委 in a report on 2022. Passes with 原市卫计委, in a sentence that has a word of `past` or a year up to
`until`, inside the title or number of a document, in a report on an earlier year, and where it is the organ's own name.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.prose import (
    LONGEST,
    SHOWN,
    Prose,
    excused,
    no_chinese,
    no_document,
    prose_of,
    sentence_around,
    words_met,
)
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Name(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    until: int  # the last year in which it may have been right
    now: str
    unless: tuple[str, ...] = ()  # names of which it is a part by right


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    names: tuple[Name, ...]
    past: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    if facts.year is None:
        yield Verdict(outcome="not_applicable", message=Message("superseded_names.no_year"))
        return
    names = {name.name: name for name in params.names if name.until < facts.year}
    met: dict[str, list[int]] = {}
    for place, text in words_met(names, prose.text):
        if text not in (facts.organ or "") and not _is_past(place, names[text], params, prose):
            met.setdefault(text, []).append(place)
    for text, places in met.items():
        yield _verdict(names[text], places, prose)
    if not met:
        yield Verdict(outcome="pass", message=Message("superseded_names.none"))


def _is_past(place: int, name: Name, params: Params, prose: Prose) -> bool:
    text, end = prose.text, place + len(name.name)
    in_number = text[end : end + 3].lstrip("发函办字").startswith(("〔", "[", "［"))
    if in_number or excused(text, place, name.unless, name.name) or _in_title(text, place):
        return True
    sentence = sentence_around(text, place, end)
    return any(word in sentence for word in params.past) or any(
        int(year) <= name.until for year in _years().findall(sentence)
    )


def _in_title(text: str, place: int) -> bool:
    low = max(0, place - LONGEST)
    return text.rfind("《", low, place) > text.rfind("》", low, place)


def _verdict(name: Name, places: list[int], prose: Prose) -> Verdict:
    evidence = tuple(prose.evidence(place, place + len(name.name)) for place in places[:SHOWN])
    params: dict[str, Param] = {
        "name": name.name,
        "now": name.now,
        "until": str(name.until),
        "quote": evidence[0].quote or "",
    }
    message = Message("superseded_names.old", params)
    return Verdict(outcome="fail", message=message, expected=name.now, actual=name.name, evidence=evidence)


@lru_cache(maxsize=1)
def _years() -> Any:
    import re2

    return re2.compile("(20[0-9]{2}) ?年?")
