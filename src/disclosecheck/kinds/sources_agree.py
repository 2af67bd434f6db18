"""A figure that stands in the report and in the metrics file is the same in both.

    kind: sources_agree

One failure a figure that differs, naming both places. Rounded statements, those of less than certain wording,
and those for somebody else are for a person to compare. A statement that a thing was done (at least once) says
nothing against its number, unless that is 0. Not applicable where no figure stands in both.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.kinds.statements import shown, standing, stated
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    areas: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    asked = False
    for name in dict.fromkeys(fact.name for fact in facts.facts if fact.evidence.source == "metrics"):
        statements = stated(facts, name)
        for metric in (fact for fact in statements if fact.evidence.source == "metrics"):
            prose = [fact for fact in statements if fact.evidence.source == "report" and _same(fact, metric)]
            if prose:
                asked = True
                yield _judge(metric, prose, facts, params)
    if not asked:
        yield Verdict(outcome="not_applicable", message=Message("sources_agree.nothing_in_both"))


def _same(one: Fact, other: Fact) -> bool:
    return {**one.dimensions, "part_of": ""} == {**other.dimensions, "part_of": ""}


def _judge(metric: Fact, prose: list[Fact], facts: FactSet, params: Params) -> Verdict:
    differing = [fact for fact in prose if not _agree(fact.value, metric.value)]
    outcome: Literal["pass", "fail", "review"] = "pass"
    if differing and len(differing) == len(prose):
        outcome = "fail" if any(_firm(fact, facts, params) for fact in differing) else "review"
    told = differing[0] if outcome != "pass" else prose[0]
    return Verdict(
        outcome=outcome,
        message=Message(
            "sources_agree.same" if outcome == "pass" else "sources_agree.differs",
            {"fact": Message(f"fact.{metric.name}"), "prose": shown(told.value), "metrics": shown(metric.value)},
        ),
        expected=shown(metric.value),
        actual=shown(told.value),
        evidence=(*(fact.evidence for fact in prose), metric.evidence),
    )


def _agree(one: Decimal | str | bool, other: Decimal | str | bool) -> bool:
    """Whether two values may both be true; that a thing was done agrees with any number above 0."""
    if isinstance(one, bool) != isinstance(other, bool):
        return bool(one) == bool(other)
    return one == other


def _firm(fact: Fact, facts: FactSet, params: Params) -> bool:
    own = standing(fact, facts, params.areas) == "own"
    return own and not fact.approximate and fact.confidence == "certain"
