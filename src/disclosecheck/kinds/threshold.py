"""A stated figure reaches what a clause asks.

    kind: threshold
    fact: diversified_interpretation_rate
    at_least: 60

`at_most` likewise. Passes with 72 % stated in the report or the metrics file; fails with 55 %; stated nowhere: open.
Two statements on both sides of the threshold, and a rounded or ambiguous one that may lie on either, are for a
person. A bare statement that the thing was done (主要负责人听取了汇报) counts as once.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import shown, stated
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message, Verdict

Side = Literal["pass", "fail", "review"]


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`fact` is a name of the registry; exactly one of the bounds is given, in the fact's unit."""

    fact: str
    at_least: Decimal | None = None
    at_most: Decimal | None = None

    def __post_init__(self) -> None:
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("needs exactly one of at_least, at_most")


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    statements = [fact for fact in stated(facts, params.fact) if _plain(fact)]
    name = Message(f"fact.{params.fact}")
    if not statements:
        yield Verdict(
            outcome="open",
            message=Message("threshold.not_stated", {"fact": name, "name": params.fact}),
            expected=_bound(params),
        )
        return
    sides = {_side(params, fact) for fact in statements}
    outcome = sides.pop() if len(sides) == 1 else "review"
    yield Verdict(
        outcome=outcome,
        message=Message(_key(params, outcome), {"fact": name, "bound": _bound(params), "stated": _values(statements)}),
        expected=_bound(params),
        actual=shown(statements[0].value),
        evidence=tuple(fact.evidence for fact in statements),
    )


def references(params: Params) -> Iterator[Reference]:
    yield Reference("fact", params.fact, ("fact",))


def _plain(fact: Fact) -> bool:
    """A figure of a part (one channel, one kind of applicant) is not the figure."""
    return not (fact.dimensions.keys() - {"part_of"}) and not isinstance(fact.value, str)


def _side(params: Params, fact: Fact) -> Side:
    value = Decimal(fact.value) if isinstance(fact.value, Decimal | bool) else Decimal(0)
    reached = value >= params.at_least if params.at_least is not None else value <= (params.at_most or 0)
    if fact.confidence == "ambiguous":
        return "review"
    if fact.approximate:  # 近六成, 80余: which side of a near threshold is not known
        near = value == Decimal(_bound(params)) or not reached
        return "review" if near else "pass"
    if not reached and fact.confidence != "certain":
        return "review"
    return "pass" if reached else "fail"


def _bound(params: Params) -> str:
    bound = params.at_least if params.at_least is not None else params.at_most
    return canonical(bound) if bound is not None else ""


def _key(params: Params, outcome: Side) -> str:
    if outcome == "review":
        return "threshold.unsure"
    comparison = "at_least" if params.at_least is not None else "at_most"
    return f"threshold.{comparison}_{'met' if outcome == 'pass' else 'missed'}"


def _values(statements: list[Fact]) -> tuple[str | Text | Message, ...]:
    return tuple(dict.fromkeys(shown(fact.value) for fact in statements))
