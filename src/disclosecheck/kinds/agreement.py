"""A figure stated in prose (or in a metrics file) is the one that the tables hold.

    kind: agreement
    areas: [人民政府]
    compare:
      - fact: requests_received
        cells: [t3_requests.new_received.total]
        readings:
          includes_carried_in: {cells: [t3_requests.new_received.total, t3_requests.carried_in.total]}

Passes with 收到35件 and 35 in the table. Fails with 收到35件 and 33. A reading is another sum the words can mean;
it counts where the sentence says so (or `unsaid: true`), and fails only when none of the possible ones ties. Blank
cells: a figure smaller than what is printed fails, another is open. Figures of one paragraph that add up to the cells
are parts of them. What may be stated for somebody else (全区 in a department's report) is reviewed at most, a figure of
less than certain wording too; a rounded one is not asked. Nothing stated: not applicable.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.kinds.claims import Claim, Comparison, claims
from disclosecheck.kinds.place import cell_place, split_address
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import AREAS, GOVERNMENT, stated_as
from disclosecheck.kinds.terms import (
    Summand,
    Term,
    all_zero,
    canonical,
    cells_of,
    expand,
    least,
    term_references,
    total,
    unread,
)
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Form
from disclosecheck.model.verdict import Balance, Message, Verdict
from disclosecheck.model.wording import Param


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    compare: tuple[Comparison, ...]
    areas: tuple[str, ...] = ()


Judged = tuple[Claim, Verdict]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form = facts.form
    claimed = list(claims(params.compare, params.areas, facts)) if form else []
    if form is None or not claimed:
        yield Verdict(outcome="not_applicable", message=Message("agreement.not_stated"))
        return
    judged = [(claim, verdict) for claim in claimed if (verdict := _judge(claim, facts, form))]
    doubtful: list[Judged] = []
    told_apart = _told_apart(judged, facts)
    for name in dict.fromkeys(claim.comparison.fact for claim, _ in judged):
        same = [pair for pair in judged if pair[0].comparison.fact == name]
        apart = [pair for pair in same if pair[1].outcome in ("fail", "review")]
        if _make_up(apart):
            yield from (verdict for claim, verdict in same if (claim, verdict) not in apart and claim.standing == "own")
            yield _together(apart)
            continue
        own = [pair for pair in same if pair[0].standing == "own"]
        others = [pair for pair in same if pair[0].standing == "doubtful" and not _is_vague(pair)]
        theirs = any(verdict.outcome == "pass" for _, verdict in others)  # then it is the table that is somebody else's
        unsure = [pair for pair in own if pair[1].outcome == "fail" and (theirs or _of_area(pair[0], told_apart))]
        yield from (pair[1] for pair in own if pair not in unsure)
        doubtful += unsure + ([] if own else others)
    yield from _doubtful(doubtful)
    if all(pair[0].standing == "other" or (pair[0].standing == "doubtful" and _is_vague(pair)) for pair in judged):
        message = Message("agreement.other_bodies" if judged else "agreement.not_in_form")
        yield Verdict(outcome="not_applicable", message=message)


def _is_vague(pair: Judged) -> bool:
    """Whether neither the wording nor the scope is sure (以县政府名义办理15件): too little to ask a person for."""
    return pair[0].comparison.otherwise == "review" and pair[1].outcome != "pass"


def _make_up(apart: list[Judged]) -> bool:
    """Whether what one paragraph states one by one makes up the cells: 区政府36件，各部门147件, 183 in all."""
    places = {fact.evidence.paragraph for claim, _ in apart for fact in claim.facts}
    added = sum((claim.value for claim, _ in apart), Decimal(0))
    return len(apart) > 1 and len(places) == 1 and {verdict.expected for _, verdict in apart} == {canonical(added)}


def _together(apart: list[Judged]) -> Verdict:
    facts = [fact for claim, _ in apart for fact in claim.facts]
    added = canonical(sum((claim.value for claim, _ in apart), Decimal(0)))
    first, verdict = apart[0]
    params: dict[str, Param] = {"fact": Message(f"fact.{first.comparison.fact}"), "stated": added}
    return Verdict(
        outcome="pass",
        message=Message("agreement.agrees_together", params),
        actual=added,
        evidence=(*(fact.evidence for fact in facts), *verdict.evidence[len(first.facts) :]),
        cells=verdict.cells,
    )


def _told_apart(judged: list[Judged], facts: FactSet) -> set[str]:
    """What a government states of itself (市本级收到563件) apart from its area (全市收到5,872件), by a first word.

    Then the tables may count for either, also where only one of the two is stated (全市公开2,914件).
    """
    names = {claim.comparison.fact for claim, verdict in judged if claim.standing == "own"}
    if any(claim.standing == "doubtful" and verdict.outcome == "pass" for claim, verdict in judged):
        return {_subject(name) for name in names}
    itself = {_subject(fact.name) for fact in facts.facts if (fact.scope or "").endswith(GOVERNMENT)}
    return itself & {_subject(name) for name in names}


def _subject(name: str) -> str:
    return name.partition("_")[0]


def _of_area(claim: Claim, subjects: set[str]) -> bool:
    return _subject(claim.comparison.fact) in subjects and all(fact.scope in AREAS for fact in claim.facts)


def references(params: Params) -> Iterator[Reference]:
    for index, comparison in enumerate(params.compare):
        place = ("compare", index)
        yield Reference("fact", comparison.fact, (*place, "fact"))
        sums: dict[tuple[str, ...], tuple[Term, ...]] = {("cells",): comparison.cells}
        sums |= {("readings", name, "cells"): reading.cells for name, reading in comparison.readings.items()}
        for keys, terms in sums.items():
            for reference in term_references(terms, "none", "cells"):
                yield Reference(reference.what, reference.name, (*place, *keys, *reference.path[1:]))


def _judge(claim: Claim, facts: FactSet, form: Form) -> Verdict | None:
    said = claim.comparison.readings.get(claim.reading or "")
    literal = expand(form, said.cells if said else claim.comparison.cells, "none", "")
    if literal is None:
        return None
    if not unread(facts, literal) and total(facts, literal) == claim.value:
        return _verdict(claim, facts, literal, "pass", "agreement.agrees")
    other = _other_reading(claim, facts, form)
    if other is not None:
        name, summands = other
        message = "agreement.agrees_otherwise"
        return _verdict(claim, facts, summands, "pass", message, reading=Message(f"agreement.{name}"))
    if absent := unread(facts, literal):
        return _incomplete(claim, facts, form, literal, absent)
    return _differs(claim, facts, form, literal)


def _other_reading(claim: Claim, facts: FactSet, form: Form) -> tuple[str, tuple[Summand, ...]] | None:
    """Another possible reading that ties, the first where several do; None when none does."""
    possible = {name: reading.cells for name, reading in claim.comparison.readings.items() if reading.unsaid}
    if claim.reading in claim.comparison.readings:
        possible["literal"] = claim.comparison.cells
    ties = _ties(claim, facts, form, possible)
    return ties[0] if ties else None


def _ties(
    claim: Claim, facts: FactSet, form: Form, sums: dict[str, tuple[Term, ...]]
) -> list[tuple[str, tuple[Summand, ...]]]:
    expanded = [(name, expand(form, terms, "none", "")) for name, terms in sums.items()]
    return [
        (name, summands)
        for name, summands in expanded
        if summands and not unread(facts, summands) and total(facts, summands) == claim.value
    ]


def _differs(claim: Claim, facts: FactSet, form: Form, literal: tuple[Summand, ...]) -> Verdict:
    """Another figure than the cells; `cause` says when it is that of a reading which the words do not allow."""
    unsaid = {name: reading.cells for name, reading in claim.comparison.readings.items() if not reading.unsaid}
    unsaid.pop(claim.reading or "", None)
    causes = [name for name, _ in _ties(claim, facts, form, unsaid)]
    held = total(facts, literal)
    fails = claim.comparison.otherwise == "fail"
    outcome: Literal["fail", "review"] = "fail" if fails and _certain(claim) else "review"
    verdict = _verdict(claim, facts, literal, outcome, "agreement.differs", held=canonical(held))
    note = Message("agreement.would_agree", {"reading": Message(f"agreement.{causes[0]}")}) if causes else ""
    return msgspec.structs.replace(
        verdict,
        message=Message(verdict.message.key, {**verdict.message.params, "note": note}),
        expected=canonical(held),
        balance=Balance(literal, held - claim.value, stated=True) if fails else None,
        cause=_cause(claim, facts, literal, causes),
        doubts=(stated_as(claim.comparison.fact, claim.value),),
    )


def _certain(claim: Claim) -> bool:
    return any(fact.confidence == "certain" for fact in claim.facts)


def _cause(claim: Claim, facts: FactSet, literal: tuple[Summand, ...], readings: list[str]) -> str:
    """What this failure may share with others: a table of zeros, a reading, the same figure contradicted elsewhere."""
    table = split_address(literal[0][1])[0]
    if claim.value > 0 and all_zero(facts, table):
        return f"all_zero.{table}"
    return readings[0] if readings else stated_as(claim.comparison.fact, claim.value)


def _incomplete(
    claim: Claim, facts: FactSet, form: Form, literal: tuple[Summand, ...], absent: tuple[str, ...]
) -> Verdict:
    bound = least(facts, form, literal)
    if bound is not None and claim.value < bound and all(fact.confidence != "ambiguous" for fact in claim.facts):
        outcome = claim.comparison.otherwise if _certain(claim) else "review"
        verdict = _verdict(claim, facts, literal, outcome, "agreement.too_small", held=canonical(bound))
        doubts = (stated_as(claim.comparison.fact, claim.value),)
        return msgspec.structs.replace(verdict, expected=canonical(bound), doubts=doubts)
    if (run := _run_together(facts, literal)) is not None and not run.endswith(canonical(claim.value)):
        return _verdict(claim, facts, literal, "review", "agreement.run_differs", held=run)
    places = tuple(cell_place(form, cell) for cell in absent[:3])
    verdict = _verdict(claim, facts, literal, "open", "agreement.open", held=places)
    return msgspec.structs.replace(verdict, absent=absent)


def _run_together(facts: FactSet, literal: tuple[Summand, ...]) -> str | None:
    """The digits of a row that a copy has run together, where the figure must be the last of them: the total."""
    fact = facts.cells.get(literal[0][1]) if len(literal) == 1 else None
    if fact is None or fact.reason != "cell.digits_run_together" or fact.column != "total":
        return None
    return fact.text if fact.text.isdigit() else None


def _verdict(
    claim: Claim,
    facts: FactSet,
    summands: tuple[Summand, ...],
    outcome: Literal["pass", "fail", "open", "review"],
    message: str,
    **names: str | Message | tuple[Message, ...],
) -> Verdict:
    cells = cells_of(facts, summands)
    params: dict[str, Param] = {
        "fact": Message(f"fact.{claim.comparison.fact}"),
        "stated": canonical(claim.value),
        **names,
    }
    return Verdict(
        outcome=outcome,
        message=Message(message, params),
        actual=canonical(claim.value),
        evidence=(*(fact.evidence for fact in claim.facts), *(cell.evidence for cell in cells)),
        cells=tuple(cell for _, cell in summands),
    )


def _doubtful(pairs: list[Judged]) -> Iterator[Verdict]:
    """What may count for somebody else: it may tie; all that does not is one verdict for a person, and never fails."""
    yield from (verdict for _, verdict in pairs if verdict.outcome not in ("fail", "review"))
    apart = [(claim, verdict) for claim, verdict in pairs if verdict.outcome in ("fail", "review")]
    if not apart:
        return
    first, verdict = apart[0]
    stated_at = [fact.evidence for claim, _ in apart for fact in claim.facts]
    yield msgspec.structs.replace(
        verdict,
        outcome="review",
        message=Message("agreement.other_scope", verdict.message.params),
        evidence=(*stated_at, *verdict.evidence[len(first.facts) :]),
        balance=None,
        cause="other_scope",
    )
