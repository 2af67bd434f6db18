"""A stated date is not later than a clause asks.

    kind: deadline
    fact: major_decision_catalogue_published_on
    by: "03-31"

`by` is a day of the report year (YYYY-MM-DD for a fixed one). Passes with 2021-03-12, and with 2021-03-31; fails
with 2021-04-01; stated nowhere: open. Where nobody says which year it is about, the date's own year counts.
A date that a ledger yields goes before what is stated.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.counted import Param, counted, measured_of, none_readable, outcome_of_date, verdict_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import of_other_years, shown, stated, years_of
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Outcome, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    fact: str
    by: str

    def __post_init__(self) -> None:
        parts = self.by.split("-")
        if len(parts) not in (2, 3) or not all(part.isdigit() and len(part) in (2, 4) for part in parts):
            raise ValueError(f"by must be MM-DD or YYYY-MM-DD, not {self.by!r}")


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    ledger = counted(facts, params.fact)
    if ledger is not None and isinstance(ledger.value, str):
        yield _counted(params, ledger, facts)
        return
    if unreadable := none_readable(facts, params.fact, params.by, lambda _: "review"):
        yield unreadable
        return
    dated = [fact for fact in stated(facts, params.fact) if isinstance(fact.value, str)]
    name = Message(f"fact.{params.fact}")
    if not dated:
        yield _unstated(params, name, facts)
        return
    late = [fact for fact in dated if shown(fact.value) > _limit(params, fact, facts)]
    told = (late or dated)[0]
    outcome: Outcome = "pass"
    if late:
        unsure = len(late) < len(dated) or any(fact.confidence != "certain" or fact.approximate for fact in late)
        outcome = "review" if unsure else "fail"
    limit = _limit(params, told, facts)
    yield Verdict(
        outcome=outcome,
        message=Message(
            f"deadline.{'kept' if outcome == 'pass' else 'missed'}",
            {"fact": name, "date": shown(told.value), "by": limit},
        ),
        expected=limit,
        actual=shown(told.value),
        evidence=tuple(fact.evidence for fact in dated),
    )


def _unstated(params: Params, name: Message, facts: FactSet) -> Verdict:
    others = of_other_years(facts, params.fact)
    told: dict[str, Param] = {"years": years_of(others), "year": str(facts.year)}
    return Verdict(
        outcome="open",
        message=Message(
            f"deadline.{'other_year' if others else 'not_stated'}",
            {"fact": name, "name": params.fact, "by": params.by, **told},
        ),
        expected=params.by,
        evidence=tuple(fact.evidence for fact in others),
    )


def _counted(params: Params, fact: Fact, facts: FactSet) -> Verdict:
    limit = _limit(params, fact, facts)
    outcome = outcome_of_date(measured_of(fact), limit)
    told: dict[str, Param] = {"fact": Message(f"fact.{params.fact}"), "date": shown(fact.value), "by": limit}
    sentence = Message(f"deadline.{'kept' if outcome == 'pass' else 'missed' if outcome == 'fail' else 'unsure'}", told)
    return verdict_of(fact, facts, sentence, outcome, expected=limit, above=limit)


def references(params: Params) -> Iterator[Reference]:
    yield Reference("fact", params.fact, ("fact",))


def _limit(params: Params, fact: Fact, facts: FactSet) -> str:
    if len(params.by) > len("03-31"):
        return params.by
    year = str(facts.year) if facts.year is not None else shown(fact.value)[:4]
    return f"{year}-{params.by}"
