"""A figure of last year that this year's text quotes is the one that last year's report states.

    kind: quoted_last_year
    areas: [人民政府]
    compare:
      - {fact: requests_received, cells: [t3_requests.new_received.total]}

Takes `compare` from the kind `agreement`, and asks it of the statements about the year before. Passes with
2022年收到30件 where last year's table, or its text, says 30; fails where both say otherwise. Last year's blanks are
no matter of this year's report. Not applicable without `--previous`, and where nothing is quoted.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds import agreement
from disclosecheck.kinds.agreement import Params as Agreement
from disclosecheck.kinds.last_year import from_last_year, last_year, not_compared
from disclosecheck.kinds.registry import Reference
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict

JUDGED = ("pass", "fail", "review")


class Params(Agreement, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """As those of `agreement`."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    previous = last_year(facts)
    if previous is None:
        yield not_compared(facts)
        return
    quoted = tuple(fact for fact in facts.facts if _is_quoted(fact, facts, previous))
    judged = [
        _of_last_year(verdict)
        for verdict in agreement.check(params, _asked(previous, quoted))
        if verdict.outcome in JUDGED
    ]
    if judged:
        yield from judged
    else:
        yield Verdict(outcome="not_applicable", message=Message("quoted_last_year.nothing"))


def references(params: Params) -> Iterator[Reference]:
    yield from agreement.references(params)


def _is_quoted(fact: Fact, facts: FactSet, previous: FactSet) -> bool:
    """Whether it is about the year before, and last year's text does not say the same."""
    return (
        facts.year is not None
        and fact.period == str(facts.year - 1)
        and fact.evidence.source == "report"
        and not any(other.name == fact.name and other.value == fact.value for other in previous.facts)
    )


def _asked(previous: FactSet, quoted: tuple[Fact, ...]) -> FactSet:
    """Last year's tables beside this year's statements about them."""
    cells = {
        name: msgspec.structs.replace(cell, evidence=from_last_year(cell.evidence))
        for name, cell in previous.cells.items()
    }
    statements = tuple(msgspec.structs.replace(fact, period=None) for fact in quoted)
    return msgspec.structs.replace(previous, facts=statements, cells=cells)


def _of_last_year(verdict: Verdict) -> Verdict:
    """The verdict in words about last year, without the cells: they are none of this report."""
    told = {
        "pass": "quoted_last_year.agrees",
        "fail": "quoted_last_year.differs",
        "review": "quoted_last_year.may_differ",
    }
    given = verdict.message.params
    names = {"fact": given.get("fact", ""), "stated": given.get("stated", ""), "held": given.get("held", "")}
    message = Message(told[verdict.outcome], names)
    return msgspec.structs.replace(verdict, message=message, balance=None, cells=(), absent=(), cause=None)
