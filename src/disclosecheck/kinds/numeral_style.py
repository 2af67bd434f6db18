"""Counts of one sort are all in figures, or all in characters.

    kind: numeral_style
    after: [召开, 举办]
    measures: [次, 场]
    not_before: [实事]

Fails with 召开发布会三次 beside 召开会议2次, both in one paragraph: what stands together has one form.
Passes with 第三次会议 and 三大行动, which count nothing, with 一次, 两次 and 十余次, which nobody writes in
figures, and with a measure word that is written in one way only.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.prose import Prose, no_chinese, no_document, prose_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param

NUMERAL = "[三四五六七八九十][二三四五六七八九十百]{0,3}"  # 二次 is a second time
_DISTANCE = 6  # characters between the word that says what is counted and the count


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    after: tuple[str, ...]
    measures: tuple[str, ...]
    not_before: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    in_characters: dict[tuple[int, str], tuple[int, int]] = {}  # by paragraph and measure word
    for match in _counts(params.after, params.measures, NUMERAL).finditer(prose.text):
        if not prose.text[match.end() :].startswith(params.not_before):
            in_characters.setdefault(_key(prose, match), match.span(1))
    in_figures: dict[tuple[int, str], tuple[int, int]] = {}
    for match in _counts(params.after, params.measures, "[0-9０-９]+余?").finditer(prose.text) if in_characters else ():
        in_figures.setdefault(_key(prose, match), match.span(1))
    both = [key for key in in_characters if key in in_figures]
    for key in both:
        evidence = tuple(prose.evidence(*spans[key]) for spans in (in_characters, in_figures))
        names: dict[str, Param] = {"one": evidence[0].quote or "", "other": evidence[1].quote or ""}
        yield Verdict(outcome="fail", message=Message("numeral_style.mixed", names), evidence=evidence)
    if not both:
        yield Verdict(outcome="pass", message=Message("numeral_style.even"))


def _key(prose: Prose, match: Any) -> tuple[int, str]:
    return prose.at(match.start()).start, match.group(2)


@lru_cache(maxsize=8)
def _counts(after: tuple[str, ...], measures: tuple[str, ...], numeral: str) -> Any:
    import re2

    verbs, words = "|".join(map(re2.escape, after)), "|".join(map(re2.escape, measures))
    return re2.compile(rf"(?:{verbs})[^，。；：、\n0-9第每两]{{0,{_DISTANCE}}}?((?:{numeral}) ?({words}))")
