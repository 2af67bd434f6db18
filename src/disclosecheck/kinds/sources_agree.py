"""A figure that stands in several places is the same in all of them.

    kind: sources_agree

One failure a figure that differs between the report and the metrics file, naming both places. With `with: records`,
the figures are those that a ledger yields, held against what the report and the metrics file state: one failure names
all the places. Rounded statements, those of less than certain wording, and those for somebody else are for a person
to compare, and so is a ledger of which some rows cannot be read where the statement may still be true. A statement
that a thing was done (at least once) says nothing against its number, unless that is 0. Not applicable where no figure
stands in two places.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.kinds.statements import shown, standing, stated
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Outcome, Verdict

Value = Decimal | str | bool
_ALL = Decimal(100)
_PLACES = 2  # of a percentage in a message


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"against": "with"}):
    areas: tuple[str, ...] = ()
    against: Literal["metrics", "records"] = "metrics"


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    verdicts = list(_with_records(params, facts) if params.against == "records" else _with_metrics(params, facts))
    nothing = "nothing_in_ledgers" if params.against == "records" else "nothing_in_both"
    yield from verdicts or [Verdict(outcome="not_applicable", message=Message(f"sources_agree.{nothing}"))]


def _with_metrics(params: Params, facts: FactSet) -> Iterator[Verdict]:
    """The report against the metrics file; what a ledger yields too is compared with the ledger."""
    yielded = {fact.name for fact in facts.facts if fact.measured is not None and not fact.dimensions}
    for name in dict.fromkeys(fact.name for fact in facts.facts if fact.evidence.source == "metrics"):
        statements = stated(facts, name)
        for metric in (fact for fact in statements if fact.evidence.source == "metrics"):
            prose = [fact for fact in statements if fact.evidence.source == "report" and _same(fact, metric)]
            if prose and not (name in yielded and _same(metric, None)):
                yield _judge(metric, prose, facts, params)


def _with_records(params: Params, facts: FactSet) -> Iterator[Verdict]:
    for fact in facts.facts:
        if fact.measured is None:
            continue
        statements = [one for one in stated(facts, fact.name) if _same(one, fact)]
        if statements:
            yield _judge_counted(fact, statements, facts, params)


def _same(one: Fact, other: Fact | None) -> bool:
    """Whether two figures are of the same part; without the other, whether it is the whole's."""
    return {**one.dimensions, "part_of": ""} == {**(other.dimensions if other else {}), "part_of": ""}


def _judge(metric: Fact, prose: list[Fact], facts: FactSet, params: Params) -> Verdict:
    differing = [fact for fact in prose if not _round_alike(metric, fact)]
    outcome: Literal["pass", "fail", "review"] = "pass"
    if differing and len(differing) == len(prose):
        outcome = "fail" if any(_firm(fact, facts, params) for fact in differing) else "review"
    told = differing[0] if outcome != "pass" else next((fact for fact in prose if fact not in differing), prose[0])
    alike = "same" if _in_unit(told) == _in_unit(metric) else "rounded"
    return Verdict(
        outcome=outcome,
        message=Message(
            f"sources_agree.{alike if outcome == 'pass' else 'differs'}",
            {"fact": Message(f"fact.{metric.name}"), "prose": _in_unit(told), "metrics": _in_unit(metric)},
        ),
        expected=shown(metric.value),
        actual=shown(told.value),
        evidence=(*(fact.evidence for fact in prose), metric.evidence),
    )


def _judge_counted(fact: Fact, statements: list[Fact], facts: FactSet, params: Params) -> Verdict:
    from disclosecheck.kinds.counted import shown_counted

    differing = [one for one in statements if not _agrees_with(fact, one)]
    if any(one.evidence.source == "report" and one not in differing for one in statements):
        differing = [one for one in differing if one.evidence.source != "report"]  # one of two statements is enough
    doubtful = [one for one in differing if _possible(fact, one) or not _firm(one, facts, params)]
    outcome: Outcome = "pass" if not differing else "review" if len(doubtful) == len(differing) else "fail"
    told = differing or statements
    return Verdict(
        outcome=outcome,
        message=Message(
            "sources_agree.as_counted" if outcome == "pass" else "sources_agree.not_as_counted",
            {
                "fact": Message(f"fact.{fact.name}"),
                "counted": shown_counted(fact),
                "stated": tuple(
                    Message(f"sources_agree.in_{one.evidence.source}", {"value": _in_unit(one)}) for one in told
                ),
            },
        ),
        expected=shown(fact.value),
        actual=shown(told[0].value),
        evidence=(*(one.evidence for one in statements), fact.evidence),
        doubts=(f"counted.{fact.name}",),
    )


def _in_unit(fact: Fact) -> str | Message:
    if fact.unit != "percent" or not isinstance(fact.value, Decimal):
        return shown(fact.value)
    return Message("counted.percent", {"value": canonical(round(fact.value, _PLACES))})


def _agrees_with(fact: Fact, other: Fact) -> bool:
    """Whether a statement is the other figure as far as its places go: 72 is 71.83 rounded, 72.7 % is 24 of 33."""
    if not isinstance(fact.value, Decimal) or not isinstance(other.value, Decimal):
        return _agree(fact.value, other.value)
    return abs(fact.value - other.value) <= _slack(other.value)


def _round_alike(one: Fact, other: Fact) -> bool:
    """Whether one is the other rounded; but 100 % says all, and 99.6 % is not all."""
    if _ALL in (one.value, other.value):
        return _agree(one.value, other.value)
    return _agrees_with(one, other) or _agrees_with(other, one)


def _slack(stated: Decimal) -> Decimal:
    """By how much a value may differ that is rounded to the places written."""
    exponent = stated.as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent) if isinstance(exponent, int) else 0) / 2


def _possible(fact: Fact, other: Fact) -> bool:
    """Whether the rows that cannot be read may make up for the difference."""
    measured, value = fact.measured, other.value
    if measured is None or not measured.left_out or isinstance(value, bool):
        return False
    if isinstance(value, Decimal):
        least, most, slack = measured.least, measured.most, _slack(value)
        above = not isinstance(least, Decimal) or least - slack <= value
        return above and (not isinstance(most, Decimal) or value <= most + slack)
    above = not isinstance(measured.least, str) or measured.least <= value
    return above and (not isinstance(measured.most, str) or value <= measured.most)


def _agree(one: Value, other: Value) -> bool:
    """Whether two values may both be true; that a thing was done agrees with any number above 0."""
    if isinstance(one, bool) != isinstance(other, bool):
        return bool(one) == bool(other)
    return one == other


def _firm(fact: Fact, facts: FactSet, params: Params) -> bool:
    own = standing(fact, facts, params.areas) == "own"
    return own and not fact.approximate and fact.confidence == "certain"
