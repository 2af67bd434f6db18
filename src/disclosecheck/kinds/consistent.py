"""What the text states in two places is the same in both.

    kind: consistent
    figures: {review_cases: [t4_review_litigation.review_total]}
    none: {reviews_none: review_cases}
    may_differ_by: {requests_received: [t3_requests.carried_in.total]}

Fails with 复议2件 in section one and 复议4件 in section four, and with 未收到申请 beside 收到申请3件. Compared are
certain figures of one period, scope and reading that stand in different places; `may_differ_by` are cells for which
writers count with and without. Figures of a part (a channel, a kind of applicant) are left out. Where the tables
hold the figure, the place that differs from them is the one that is named. Statements for two bodies are no
contradiction.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import standing, stated, stated_as
from disclosecheck.kinds.terms import Term, canonical, held, term_references
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    figures: dict[str, tuple[Term, ...]]
    none: dict[str, str] = {}
    may_differ_by: dict[str, tuple[Term, ...]] = {}
    areas: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    asked = False
    for name in params.figures:
        for same in _populations(params, facts, name):
            asked = asked or len(same) > 1
            yield from _judge(params, facts, name, same)
    for nothing, name in params.none.items():
        yield from _against_none(params, facts, nothing, name)
    if not asked:
        yield Verdict(outcome="not_applicable", message=Message("consistent.stated_once"))


def references(params: Params) -> Iterator[Reference]:
    for nothing, name in params.none.items():
        yield Reference("fact", nothing, ("none", nothing))
        yield Reference("fact", name, ("none", nothing))
    for key in ("figures", "may_differ_by"):
        for name, terms in getattr(params, key).items():
            yield Reference("fact", name, (key, name))
            for reference in term_references(terms, "none", name):
                yield Reference(reference.what, reference.name, (key, *reference.path))


def _populations(params: Params, facts: FactSet, name: str) -> Iterator[list[Fact]]:
    """The statements that should be equal: of one scope, period, reading and kind."""
    groups: dict[object, list[Fact]] = {}
    for fact in stated(facts, name):
        if isinstance(fact.value, Decimal) and _is_firm(fact) and not fact.dimensions.keys() - {"part_of", "reading"}:
            whose = "own" if standing(fact, facts, params.areas) == "own" else fact.scope
            key = (whose, fact.period or str(facts.year), fact.dimensions.get("reading"))
            groups.setdefault(key, []).append(fact)
    yield from groups.values()


def _is_firm(fact: Fact) -> bool:
    return fact.confidence == "certain" and not fact.approximate and fact.evidence.source == "report"


def _judge(params: Params, facts: FactSet, name: str, same: list[Fact]) -> Iterator[Verdict]:
    values = list(dict.fromkeys(Decimal(fact.value) for fact in same if isinstance(fact.value, Decimal)))
    if len(values) == 1:
        if len(same) > 1:
            yield Verdict(
                outcome="pass",
                message=Message("consistent.same", {"fact": Message(f"fact.{name}"), "value": canonical(values[0])}),
                evidence=tuple(fact.evidence for fact in same),
            )
        return
    printed = held(facts, params.figures[name])
    kept = printed if printed in values else values[0]
    allowed = held(facts, params.may_differ_by.get(name, ()))
    apart = [value for value in values if value != kept and not (allowed and abs(value - kept) == allowed)]
    yield from (_contradiction(name, kept, value, same) for value in apart)
    if not apart:
        names = {"fact": Message(f"fact.{name}")}
        evidence = tuple(fact.evidence for fact in same)
        yield Verdict(outcome="pass", message=Message("consistent.with_and_without", {**names}), evidence=evidence)


def _contradiction(name: str, kept: Decimal, value: Decimal, same: list[Fact]) -> Verdict:
    wrong = [fact for fact in same if fact.value == value]
    right = [fact for fact in same if fact.value == kept]
    apart = {fact.evidence.paragraph for fact in wrong} != {fact.evidence.paragraph for fact in right}
    names = {"one": canonical(value), "other": canonical(kept)}
    return Verdict(
        outcome="fail" if apart else "review",  # two figures in one paragraph may be of two matters
        message=Message("consistent.differs", {"fact": Message(f"fact.{name}"), **names}),
        expected=canonical(kept),
        actual=canonical(value),
        evidence=tuple(fact.evidence for fact in (*wrong, *right)),
        cause=stated_as(name, value),
        doubts=(stated_as(name, value),),
    )


def _against_none(params: Params, facts: FactSet, nothing: str, name: str) -> Iterator[Verdict]:
    """That there was none, and a figure above 0, both said of the organ itself."""
    said = [fact for fact in stated(facts, nothing) if fact.value is True and _is_firm(fact)]
    counted = [
        fact
        for fact in stated(facts, name)
        if isinstance(fact.value, Decimal) and fact.value > 0 and _is_firm(fact) and not fact.dimensions
    ]
    said, counted = (
        [fact for fact in same if standing(fact, facts, params.areas) == "own"] for same in (said, counted)
    )
    if said and counted:
        value = canonical(counted[0].value) if isinstance(counted[0].value, Decimal) else ""
        yield Verdict(
            outcome="fail",
            message=Message("consistent.none_and_some", {"fact": Message(f"fact.{nothing}"), "value": value}),
            actual=value,
            evidence=(said[0].evidence, counted[0].evidence),
            cause=f"stated.{nothing}",
        )
