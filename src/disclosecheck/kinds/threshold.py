"""A stated figure reaches what a clause asks.

    kind: threshold
    fact: diversified_interpretation_rate
    at_least: 60

`at_most` likewise, `below` without the bound itself (fewer copies than last year). Passes with 72 % stated in the
report or the metrics file; fails with 55 %; stated nowhere: open.
Two statements on both sides of the threshold, and a rounded or ambiguous one that may lie on either, are for a
person. A bare statement that the thing was done (主要负责人听取了汇报) counts as once. What a clause only encourages
(`encouraged: true`) is not applicable below the threshold, never failed. `unstated: not_applicable` is for what does
not arise everywhere.
A figure counted from a ledger goes before what is stated, and a failure names the rows; where the rows that cannot be
read could turn the answer, it is for a person. That statements and ledger differ is `sources_agree`'s to say.
"""

from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING, Literal

import msgspec

from disclosecheck.kinds.counted import counted, measured_of, none_readable, outcome_of, shown_counted, verdict_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import of_other_years, shown, stated, years_of
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message, Verdict

if TYPE_CHECKING:
    from disclosecheck.model.measure import Measured

Side = Literal["pass", "fail", "review"]
_PLACES = Decimal("0.01")  # of a percentage in a message


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`fact` is a name of the registry; exactly one of the bounds is given, in the fact's unit."""

    fact: str
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    below: Decimal | None = None
    encouraged: bool = False
    unstated: Literal["open", "not_applicable"] = "open"

    def __post_init__(self) -> None:
        if (self.at_least, self.at_most, self.below).count(None) != 2:
            raise ValueError("needs exactly one of at_least, at_most, below")


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    ledger = counted(facts, params.fact)
    if ledger is not None and isinstance(ledger.value, Decimal):
        yield _counted(params, ledger, facts)
        return
    if unreadable := none_readable(facts, params.fact, _bound(params), lambda measured: _outcome(params, measured)):
        yield unreadable
        return
    statements = [fact for fact in stated(facts, params.fact) if _plain(fact)]
    name = Message(f"fact.{params.fact}")
    if not statements:
        others = of_other_years(facts, params.fact)
        key = "other_year" if others else "not_stated"
        yield Verdict(
            outcome=params.unstated,
            message=Message(
                f"threshold.{key}",
                {"fact": name, "name": params.fact, "years": years_of(others), "year": str(facts.year)},
            ),
            expected=_expected(params),
            evidence=tuple(fact.evidence for fact in others),
        )
        return
    sides = {_side(params, fact) for fact in statements}
    outcome = sides.pop() if len(sides) == 1 else "review"
    yield Verdict(
        outcome="not_applicable" if outcome == "fail" and params.encouraged else outcome,
        message=Message(
            "threshold.encouraged" if outcome == "fail" and params.encouraged else _key(params, outcome),
            {"fact": name, "bound": _in_unit(_bound(params), statements[0]), "stated": _values(statements)},
        ),
        expected=_expected(params),
        actual=shown(statements[0].value),
        evidence=tuple(fact.evidence for fact in statements),
    )


def _outcome(params: Params, measured: "Measured") -> Side:
    return outcome_of(measured, lambda value: _reached(params, value))


def _counted(params: Params, fact: Fact, facts: FactSet) -> Verdict:
    outcome = _outcome(params, measured_of(fact))
    encouraged = outcome == "fail" and params.encouraged
    bound = _bound(params)
    key = "encouraged" if encouraged else _key(params, outcome).partition(".")[2]
    sentence = Message(
        f"threshold.{key}",
        {"fact": Message(f"fact.{params.fact}"), "bound": _in_unit(bound, fact), "stated": shown_counted(fact)},
    )
    above = params.at_most if params.at_most is not None else params.below
    return verdict_of(
        fact,
        facts,
        sentence,
        "not_applicable" if encouraged else outcome,
        expected=_expected(params),
        above=above,
        below=params.at_least,
    )


def references(params: Params) -> Iterator[Reference]:
    yield Reference("fact", params.fact, ("fact",))


def _plain(fact: Fact) -> bool:
    """A figure of a part (one channel, one kind of applicant) is not the figure."""
    return not (fact.dimensions.keys() - {"part_of"}) and not isinstance(fact.value, str)


def _side(params: Params, fact: Fact) -> Side:
    value = Decimal(fact.value) if isinstance(fact.value, Decimal | bool) else Decimal(0)
    reached = _reached(params, value)
    if fact.confidence == "ambiguous":
        return "review"
    if fact.approximate:  # 近六成, 80余: which side of a near threshold is not known
        near = value == Decimal(_bound(params)) or not reached
        return "review" if near else "pass"
    if not reached and fact.confidence != "certain":
        return "review"
    return "pass" if reached else "fail"


def _reached(params: Params, value: Decimal) -> bool:
    if params.at_least is not None:
        return value >= params.at_least
    return value <= params.at_most if params.at_most is not None else value < (params.below or 0)


def _bound(params: Params) -> str:
    bound = next(bound for bound in (params.at_least, params.at_most, params.below) if bound is not None)
    return canonical(bound)


def _expected(params: Params) -> str:
    return f"<{_bound(params)}" if params.below is not None else _bound(params)


def _key(params: Params, outcome: Side) -> str:
    if outcome == "review":
        return "threshold.unsure"
    comparison = next(name for name in ("at_least", "at_most", "below") if getattr(params, name) is not None)
    return f"threshold.{comparison}_{'met' if outcome == 'pass' else 'missed'}"


def _values(statements: list[Fact]) -> tuple[str | Text | Message, ...]:
    return tuple(_in_unit(value, fact) for value, fact in {shown(fact.value): fact for fact in statements}.items())


def _in_unit(value: str, fact: Fact) -> str | Message:
    if fact.unit != "percent" or isinstance(fact.value, bool):
        return value
    shortened = canonical(Decimal(value).quantize(_PLACES, rounding=ROUND_DOWN))  # 99.996 % is not yet all
    return Message("threshold.percent", {"value": shortened})
