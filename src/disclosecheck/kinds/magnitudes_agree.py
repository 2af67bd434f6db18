"""The same figure is not stated once with more noughts than elsewhere.

    kind: magnitudes_agree

Review where a submission states a figure twice (same name, dimensions, scope and period) with the same digits but ten
times or ten thousand times as large: 15.8万条 and 1.58万条. `digits` is how many significant digits the two share at
least. It follows from a finding that denies one of the two. Passes where no two statements differ so; not applicable
where nothing is stated twice.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds.statements import stated_as
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param

_RATIOS = (10, 10_000)  # a decimal point misplaced, 万 left out


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    digits: int = 2


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts.facts:
        if isinstance(fact.value, Decimal) and fact.value > 0 and fact.evidence.source == "report":
            key = (fact.name, fact.scope, fact.period, *sorted(fact.dimensions.items()))
            groups.setdefault(key, []).append(fact)
    repeated = [group for group in groups.values() if len(group) > 1]
    if not repeated:
        yield Verdict(outcome="not_applicable", message=Message("figure.once"))
        return
    pairs = [pair for group in repeated if (pair := _pair(params, group))]
    for pair in pairs:
        larger, smaller = pair
        names: dict[str, Param] = {"one": larger.evidence.quote or "", "other": smaller.evidence.quote or ""}
        evidence = (larger.evidence, smaller.evidence)
        suspects = tuple(stated_as(fact.name, fact.value) for fact in pair if isinstance(fact.value, Decimal))
        message = Message("figure.magnitude", names)
        yield Verdict(outcome="review", message=message, evidence=evidence, suspects=suspects)
    if not pairs:
        yield Verdict(outcome="pass", message=Message("figure.same_magnitude"))


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
