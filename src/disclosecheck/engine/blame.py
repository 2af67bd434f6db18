"""One wrong cell is one primary finding: the sums that it spoils, and the text that tells its true value, follow."""

from decimal import Decimal

import msgspec

from disclosecheck.engine.exchange import Equation
from disclosecheck.engine.explain import attach_explanations
from disclosecheck.engine.judged import Judged
from disclosecheck.engine.locate import Located, locate
from disclosecheck.kinds.hints import swapped_digits
from disclosecheck.kinds.place import cell_place
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Form
from disclosecheck.model.verdict import Message


def blame(judged: list[Judged], facts: FactSet) -> list[Judged]:
    """Name the wrong cells behind failed sums, and let what only follows from them refer to them."""
    failed = {key for key, item in enumerate(judged) if _is_sum(item, stated=False) and item.verdict.outcome == "fail"}
    if failed and facts.form is not None:
        before = judged
        located = _locate(judged, facts)
        for cell, demand in located.corrections.items():
            judged = _explain(judged, facts, facts.form, located, cell, demand)
        for pair in located.exchanges:
            judged = _explain_exchange(judged, facts, facts.form, pair)
        known = {key for key in failed if judged[key] is not before[key]}
        judged = attach_explanations(_name_candidates(judged, facts.form, located), known)
    return _group_causes(judged)


def _is_sum(item: Judged, *, stated: bool) -> bool:
    balance = item.verdict.balance
    judged = ("pass", "fail", "review") if stated else ("pass", "fail")
    return balance is not None and balance.stated == stated and item.verdict.outcome in judged


def _locate(judged: list[Judged], facts: FactSet) -> Located:
    values = {cell: fact.value for cell, fact in facts.cells.items() if fact.value is not None}
    equations = [_equation(key, item) for key, item in enumerate(judged) if _is_sum(item, stated=False)]
    doubted = [_equation(key, item) for key, item in enumerate(judged) if _is_sum(item, stated=True)]
    return locate(equations, values, [*doubted, *_impossible(judged, equations)])


def _equation(key: int, item: Judged) -> Equation:
    balance = item.verdict.balance
    terms: dict[str, int] = {}
    for times, cell in balance.terms if balance else ():
        terms[cell] = terms.get(cell, 0) + times
    return Equation(key, terms, balance.residual if balance else Decimal(0))


def _impossible(judged: list[Judged], equations: list[Equation]) -> list[Equation]:
    """A cell that cannot be what it says (negative, a fraction) speaks for the correction that its sum asks for."""
    spoiled = {item.verdict.cells[0] for item in judged if _about_one_cell(item)}
    return [
        msgspec.structs.replace(equation, terms={cell: equation.terms[cell]})
        for equation in equations
        for cell in spoiled & equation.terms.keys()
    ]


def _about_one_cell(item: Judged) -> bool:
    verdict = item.verdict
    return verdict.outcome == "fail" and verdict.balance is None and len(verdict.cells) == 1


def _explain(
    judged: list[Judged], facts: FactSet, form: Form, located: Located, cell: str, demand: Decimal
) -> list[Judged]:
    """Make one finding of all that the correction of `cell` puts right."""
    followers = [key for key, item in enumerate(judged) if item.because_of is None and _follows(item, cell, located)]
    primary = _primary(judged, followers, cell, located)
    count = sum(_is_sum(item, stated=False) and cell in item.verdict.cells for item in judged)
    named = _named(judged[primary], facts, form, cell, demand, count)
    return [
        named if key == primary else item.following(named.name) if key in followers else item
        for key, item in enumerate(judged)
    ]


def _follows(item: Judged, cell: str, located: Located) -> bool:
    if item.verdict.outcome != "fail" and not (item.verdict.outcome == "review" and _is_sum(item, stated=True)):
        return False
    if _about_one_cell(item):
        return item.verdict.cells == (cell,)
    if item.verdict.balance is None:
        return False
    equation = _equation(0, item)
    corrected = equation.residual + sum(
        (equation.terms[other] * demand for other, demand in located.corrections.items() if other in equation.terms),
        Decimal(0),
    )
    return cell in equation.terms and corrected == 0


def _primary(judged: list[Judged], followers: list[int], cell: str, located: Located) -> int:
    """The first finding that is about this cell alone, if any; one that is about another wrong cell too only after."""
    others = located.corrections.keys() - {cell}
    alone = [
        key
        for key in followers
        if not _is_sum(judged[key], stated=True) and not others & set(judged[key].verdict.cells)
    ]
    return (alone or followers)[0]


def _named(item: Judged, facts: FactSet, form: Form, cell: str, demand: Decimal, count: int) -> Judged:
    fact = facts.cells[cell]
    printed = fact.value or Decimal(0)
    corrected = printed + demand
    swapped = swapped_digits(printed, corrected)
    message = Message(
        "blame.cell" if count > 1 else "blame.cell_once",
        {
            "place": cell_place(form, cell),
            "printed": canonical(printed),
            "demanded": canonical(corrected),
            "count": str(count),
            "hint": Message("blame.swapped") if swapped else "",
        },
    )
    verdict = msgspec.structs.replace(
        item.verdict,
        message=message,
        expected=canonical(corrected),
        actual=canonical(printed),
        evidence=(fact.evidence,),
        cells=(cell,),
    )
    return msgspec.structs.replace(item, verdict=verdict)


def _explain_exchange(judged: list[Judged], facts: FactSet, form: Form, pair: tuple[str, str]) -> list[Judged]:
    """Make one finding of all that two figures spoil which stand in each other's place."""
    first, second = (facts.cells[cell] for cell in pair)
    one, other = first.value or Decimal(0), second.value or Decimal(0)
    moved = Located({pair[0]: other - one, pair[1]: one - other}, {})
    followers = [
        key
        for key, item in enumerate(judged)
        if item.because_of is None and any(_follows(item, cell, moved) for cell in pair)
    ]
    primary = next(key for key in followers if _is_sum(judged[key], stated=False))
    count = sum(_is_sum(item, stated=False) and bool({*pair} & {*item.verdict.cells}) for item in judged)
    message = Message(
        "blame.exchanged",
        {
            "first": cell_place(form, pair[0]),
            "second": cell_place(form, pair[1]),
            "one": canonical(one),
            "other": canonical(other),
            "count": str(count),
        },
    )
    verdict = msgspec.structs.replace(
        judged[primary].verdict, message=message, evidence=(first.evidence, second.evidence), cells=pair
    )
    named = msgspec.structs.replace(judged[primary], verdict=verdict)
    return [
        named if key == primary else item.following(named.name) if key in followers else item
        for key, item in enumerate(judged)
    ]


def _name_candidates(judged: list[Judged], form: Form, located: Located) -> list[Judged]:
    """Where several cells would do, the finding lists them and guesses none."""
    for key, cells in located.candidates.items():
        item = judged[key]
        places = tuple(cell_place(form, cell) for cell in cells)
        message = Message("blame.candidates", {"message": item.verdict.message, "cells": places})
        judged = [
            msgspec.structs.replace(other, verdict=msgspec.structs.replace(other.verdict, message=message))
            if other is item
            else other
            for other in judged
        ]
    return judged


def _group_causes(judged: list[Judged]) -> list[Judged]:
    """Failures (or reviews) with the same cause are one: the first names all its places, the others refer to it."""
    causes: dict[tuple[str, str], list[int]] = {}
    for key, item in enumerate(judged):
        verdict = item.verdict
        if verdict.cause and verdict.outcome in ("fail", "review") and item.because_of is None:
            causes.setdefault((verdict.outcome, verdict.cause), []).append(key)
    grouped = list(judged)
    for first, *rest in causes.values():
        if rest:
            grouped[first] = _with_others(judged[first], [judged[key] for key in rest])
        for key in rest:
            grouped[key] = judged[key].following(judged[first].name)
    return grouped


def _is_row(place: Evidence) -> bool:
    """A ledger's rows are named by the failure that comes first; others of the same cause are about the same rows."""
    return place.source == "records"


def _with_others(item: Judged, others: list[Judged]) -> Judged:
    verdict = item.verdict
    firsts = [place for other in others for place in other.verdict.evidence[:1]]
    evidence = (*verdict.evidence, *(place for place in firsts if not _is_row(place)))
    message = Message("blame.and_others", {"message": verdict.message, "count": str(len(others))})
    return msgspec.structs.replace(item, verdict=msgspec.structs.replace(verdict, message=message, evidence=evidence))
