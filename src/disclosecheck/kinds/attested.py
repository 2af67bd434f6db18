"""A thing that no report can show is attested in the metrics file.

    kind: attested
    fact: platform_copies_agree
    unstated: open

Passes with `true`, fails with `false`. With `due`, the fact is a date and must not be later than the date of that fact.
Where nothing is attested: open, not applicable, or (`open_when_published`) open once --published says that it is out.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import shown, stated
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    fact: str
    due: str | None = None
    unstated: Literal["open", "not_applicable", "open_when_published"] = "open"


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    told = stated(facts, params.fact)
    due = stated(facts, params.due) if params.due else []
    if not told or (params.due and not due):
        missing = params.fact if not told else params.due or params.fact
        yield _unstated(params, facts, missing)
    elif params.due:
        yield _in_time(params, told[0], due[0])
    else:
        yield _true(params, told)


def references(params: Params) -> Iterator[Reference]:
    yield Reference("fact", params.fact, ("fact",))
    if params.due:
        yield Reference("fact", params.due, ("due",))


def _unstated(params: Params, facts: FactSet, missing: str) -> Verdict:
    arises = params.unstated == "open" or (params.unstated == "open_when_published" and facts.expected.published)
    message = Message("attested.unstated", {"fact": Message(f"fact.{missing}"), "name": missing})
    return Verdict(outcome="open" if arises else "not_applicable", message=message)


def _in_time(params: Params, told: Fact, due: Fact) -> Verdict:
    date, limit = shown(told.value), shown(due.value)
    late = date > limit
    return Verdict(
        outcome="fail" if late else "pass",
        message=Message(
            f"attested.{'late' if late else 'in_time'}",
            {"fact": Message(f"fact.{params.fact}"), "date": date, "by": limit},
        ),
        expected=limit,
        actual=date,
        evidence=(told.evidence,),
    )


def _true(params: Params, told: list[Fact]) -> Verdict:
    denied = [fact for fact in told if fact.value is False or shown(fact.value) in ("false", "0")]
    suffix = "denied" if denied else "attested"
    return Verdict(
        outcome="fail" if denied else "pass",
        message=Message(f"attested.{suffix}", {"fact": Message(f"fact.{params.fact}")}),
        evidence=tuple(fact.evidence for fact in denied or told),
    )
