"""The same figure is not stated once with more noughts than elsewhere.

    kind: magnitudes_agree
    openers: [其中]

Review where a submission states a figure twice (same name, dimensions, scope and period) with the same digits but ten
times or ten thousand times as large: 15.8万条 and 1.58万条. `digits` is how many significant digits the two share at
least. The same goes for numbers of three digits or more that no fact is about, behind the same words of one clause
(without `openers`) and with the same unit. It follows from a finding that denies one of the two. Passes where no two
statements differ so; not applicable where nothing is stated twice.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.prose import prose_of
from disclosecheck.kinds.statements import stated_as
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param

_WORDS = 6  # signs of the words before a number by which two are known to be the same figure
_DIGITS = 3  # significant digits that such two share: fewer are a coincidence
_RATIOS = (10, 10_000)  # a decimal point misplaced, 万 left out


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    digits: int = 2
    openers: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts.facts:
        if isinstance(fact.value, Decimal) and fact.value > 0 and fact.evidence.source == "report":
            key = (fact.name, fact.scope, fact.period, *sorted(fact.dimensions.items()))
            groups.setdefault(key, []).append(fact)
    repeated = [group for group in groups.values() if len(group) > 1]
    if not any(_pair(params, group) for group in repeated) and (places := _of_other_matters(params, facts)):
        names: dict[str, Param] = {"one": places[0].quote or "", "other": places[1].quote or ""}
        yield Verdict(outcome="review", message=Message("figure.magnitude", names), evidence=places)
        return
    if not repeated:
        yield Verdict(outcome="not_applicable", message=Message("figure.once"))
        return
    pairs = [pair for group in repeated if (pair := _pair(params, group))]
    for pair in pairs:
        larger, smaller = pair
        names = {"one": larger.evidence.quote or "", "other": smaller.evidence.quote or ""}
        evidence = (larger.evidence, smaller.evidence)
        suspects = tuple(stated_as(fact.name, fact.value) for fact in pair if isinstance(fact.value, Decimal))
        message = Message("figure.magnitude", names)
        yield Verdict(outcome="review", message=message, evidence=evidence, suspects=suspects)
    if not pairs:
        yield Verdict(outcome="pass", message=Message("figure.same_magnitude"))


def _of_other_matters(params: Params, facts: FactSet) -> tuple[Evidence, ...]:
    """The first two numbers behind the same words that differ so, of a matter that no fact is about."""
    prose = prose_of(facts) if facts.document is not None else None
    if prose is None or "万" not in prose.text:
        return ()
    seen: dict[tuple[str, str], list[tuple[Decimal, int, int]]] = {}
    for match in _counted().finditer(prose.text):
        words, number, scale, unit = match.groups()
        words = _without(words, params.openers)
        value = Decimal(number.replace(",", "")) * (10_000 if scale else 1)
        if len(words) < _WORDS or _significant(value) < _DIGITS:
            continue
        others = seen.setdefault((words, unit), [])
        for other, start, end in others:
            if max(value, other) / min(value, other) in _RATIOS:
                return prose.evidence(start, end, 0), prose.evidence(match.start(), match.end(), 0)
        others.append((value, match.start(), match.end()))
    return ()


def _without(words: str, openers: tuple[str, ...]) -> str:
    """What is counted, without the words that a clause opens with: 其中."""
    return next((words.removeprefix(opener) for opener in openers if words.startswith(opener)), words)


@lru_cache(maxsize=1)
def _counted() -> Any:
    """What a clause says before its number, the number, 万, and what it counts."""
    import re2

    return re2.compile(r"([一-龥]+)([1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*(?:\.\d+)?|0\.\d*[1-9]\d*)(万)?余?([一-龥])")


def _pair(params: Params, group: list[Fact]) -> tuple[Fact, Fact] | None:
    """The first two statements of which one is ten or ten thousand times the other."""
    known = {fact.value: fact for fact in reversed(group)}
    for fact in group:
        value = fact.value
        for ratio in _RATIOS if isinstance(value, Decimal) and _significant(value) >= params.digits else ():
            if isinstance(value, Decimal) and (larger := known.get(value * ratio)) is not None:
                return larger, fact
    return None


def _significant(value: Decimal) -> int:
    return len(canonical(value).replace(".", "").strip("0"))
