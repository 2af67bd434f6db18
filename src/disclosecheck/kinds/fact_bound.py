"""A stated figure is within a bound, or a multiple of a step, wherever it is stated.

    kind: fact_bound
    facts: [processing_fee_collected]
    multiple_of: 10

`at_most` fails above it, `review_above` leaves to a person what lies between. One verdict a statement; not applicable
where none is made: unlike `threshold`, nobody is asked to state it. Approximate figures and aims are left out.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import stated
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param

Answer = Literal["pass", "review", "fail"]


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    facts: tuple[str, ...]
    at_most: int | None = None
    review_above: int | None = None
    multiple_of: int | None = None

    def __post_init__(self) -> None:
        if self.at_most is None and self.multiple_of is None:
            raise ValueError("needs at_most or multiple_of")


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    statements = [fact for name in params.facts for fact in stated(facts, name) if not fact.approximate]
    if not statements:
        yield Verdict(outcome="not_applicable", message=Message("figure.not_stated"))
    for fact in statements:
        yield _judge(params, fact)


def references(params: Params) -> Iterator[Reference]:
    for index, name in enumerate(params.facts):
        yield Reference("fact", name, ("facts", index))


def _judge(params: Params, fact: Fact) -> Verdict:
    value = fact.value if isinstance(fact.value, Decimal) else Decimal(0)
    outcome = _outcome(params, value)
    if outcome != "pass" and fact.confidence == "ambiguous":
        outcome = "review"
    bound = params.multiple_of if params.multiple_of is not None else params.at_most
    if outcome == "review" and params.review_above is not None:
        bound = params.review_above
    sort = "multiple" if params.multiple_of is not None else "above"
    key = f"figure.{sort}" if outcome != "pass" else "figure.fits"
    names: dict[str, Param] = {
        "quote": fact.evidence.quote or canonical(value),
        "value": canonical(value),
        "bound": str(bound),
    }
    return Verdict(outcome=outcome, message=Message(key, names), actual=canonical(value), evidence=(fact.evidence,))


def _outcome(params: Params, value: Decimal) -> Answer:
    if params.multiple_of is not None and value % params.multiple_of:
        return "fail"
    if params.at_most is not None and value > params.at_most:
        return "fail"
    return "review" if params.review_above is not None and value > params.review_above else "pass"
