"""One thing is counted by one measure word.

    kind: measure_words
    groups:
      - facts: [requests_received, requests_completed]
        measures: [件, 条, 份]

Fails with 收到申请12件 beside 办结11条; passes where all of a group's statements have the same word, or none. Names the
statement with the rarer word.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.registry import Reference
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    facts: tuple[str, ...]
    measures: tuple[str, ...]  # longest first


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    groups: tuple[Group, ...]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    counted = False
    uneven = False
    for group in params.groups:
        words = _words(group, facts)
        counted = counted or bool(words)
        if len(words) > 1:
            uneven = True
            yield _verdict(words)
    if not uneven:
        key = "even" if counted else "none"
        yield Verdict(outcome="pass" if counted else "not_applicable", message=Message(f"measure_words.{key}"))


def references(params: Params) -> Iterator[Reference]:
    for index, group in enumerate(params.groups):
        for place, name in enumerate(group.facts):
            yield Reference("fact", name, ("groups", index, "facts", place))


def _words(group: Group, facts: FactSet) -> dict[str, list[Fact]]:
    words: dict[str, list[Fact]] = {}
    for fact in facts.facts:
        if fact.name not in group.facts or fact.evidence.source != "report" or not fact.evidence.quote:
            continue
        match = _measured(group.measures).search(fact.evidence.quote)
        if match:
            words.setdefault(match.group(1), []).append(fact)
    return words


def _verdict(words: dict[str, list[Fact]]) -> Verdict:
    by_use = sorted(words, key=lambda word: -len(words[word]))
    usual, other = by_use[0], by_use[-1]
    evidence = tuple(fact.evidence for fact in (words[other][0], words[usual][0]))
    names: dict[str, Param] = {"one": evidence[0].quote or "", "other": evidence[1].quote or ""}
    return Verdict(
        outcome="fail",
        message=Message("measure_words.uneven", names),
        expected=usual,
        actual=other,
        evidence=evidence,
    )


@lru_cache(maxsize=16)
def _measured(measures: tuple[str, ...]) -> Any:
    """The measure word of the last figure."""
    import re2

    words = "|".join(map(re2.escape, measures))
    return re2.compile(rf"[0-9０-９零一二三四五六七八九十百千万]余? ?({words})[^0-9]*$")
