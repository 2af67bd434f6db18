"""Headings of one level are numbered in one style, with brackets of one width.

    kind: numbering_style

Fails with （一） beside (二), with 1. beside 2、, and with 一、 beside 二. in the headings of the first level. Passes
where each level keeps to its own.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.numerals import leading
from disclosecheck.kinds.prose import no_document, prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_RANK = frozenset("一二三四五六七八九十0123456789 \t\u3000\u00a0")


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    styles: dict[str, dict[str, Evidence]] = {}
    for passage in prose.passages:
        at = passage.start
        if passage.heading:
            head = passage.text[: passage.heading]
            if style := _style(head):
                styles.setdefault("first", {}).setdefault(style, prose.evidence(at, at + passage.heading))
        if passage.section is not None and (numeral := leading(passage)):
            place = prose.evidence(at + numeral.start, at + numeral.end)
            styles.setdefault(numeral.level, {}).setdefault(_style(numeral.printed), place)
    mixed = {level: places for level, places in styles.items() if len(places) > 1}
    for places in mixed.values():
        message = Message("numbering_style.mixed", {"styles": tuple(places)})
        yield Verdict(outcome="fail", message=message, evidence=tuple(places.values()))
    if not mixed:
        suffix = "one" if styles else "none"
        yield Verdict(outcome="pass" if styles else "not_applicable", message=Message(f"numbering_style.{suffix}"))


def _style(printed: str) -> str:
    """What stands around the rank: `（ ）`, `、`; nothing where no rank begins the text."""
    text = printed.strip()
    ranked = [place for place, sign in enumerate(text[:4]) if sign in _RANK]
    if not ranked or ranked[0] > 1:
        return ""
    end = ranked[0]
    while end < len(text) and text[end] in _RANK:
        end += 1
    if text[end : end + 1] not in ("、", ".", "．", "，", ",", "）", ")"):
        return ""
    digits = "1" if text[ranked[0]].isdigit() else "一"
    return f"{text[: ranked[0]]}{digits}{text[end : end + 1]}"
