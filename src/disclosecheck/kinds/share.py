"""A percentage in the text is what its figures give.

    kind: share
    bases: [requests_received, requests_handled, requests_completed]
    tolerance: 0.05

A fact `share` says of what it is the share (dimension `what`) and of which total (`of`); both must be stated in
the same paragraph. Passes with 61件，占78.2% of 78; fails with 79.2%. `bases` are totals that writers take for one
another: one of them must give the percentage. `tolerance` is in percentage points, beside half a unit of the last
printed place. `figures` are the cells of stated figures: a percentage that is right with the table's value follows
from the figure that the text has wrong. Percentages of counts that no fact is about (审核稿件90篇，退回12篇，占15.3%)
are asked too.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.share_of_counts import plain_shares
from disclosecheck.kinds.statements import shown, stated, stated_as
from disclosecheck.kinds.terms import Term, canonical, held, term_references
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    bases: tuple[str, ...] = ()
    tolerance: Decimal = Decimal("0.05")
    figures: dict[str, tuple[Term, ...]] = {}


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    asked = False
    told = {share.evidence.paragraph for share in stated(facts, "share") if {"of", "what"} <= share.dimensions.keys()}
    for verdict in plain_shares(facts, params.tolerance, told):
        asked = True
        yield verdict
    for share in stated(facts, "share"):
        if not isinstance(share.value, Decimal) or share.approximate:
            continue
        parts, wholes = _beside(share, facts, "what", ()), _beside(share, facts, "of", params.bases)
        if parts and wholes:
            asked = True
            yield _judge(params, share, parts[0], wholes, facts)
    if not asked:
        yield Verdict(outcome="not_applicable", message=Message("share.not_stated"))


def references(params: Params) -> Iterator[Reference]:
    for index, name in enumerate(params.bases):
        yield Reference("fact", name, ("bases", index))
    for name, terms in params.figures.items():
        yield Reference("fact", name, ("figures", name))
        for reference in term_references(terms, "none", name):
            yield Reference(reference.what, reference.name, ("figures", *reference.path))


def _beside(share: Fact, facts: FactSet, role: str, alternatives: tuple[str, ...]) -> list[Fact]:
    """The figures of the share's own paragraph that it names, then those that may be meant instead."""
    name = share.dimensions.get(role, "")
    names = [name, *(other for other in alternatives if name in alternatives and other != name)]
    return [
        fact
        for candidate in names
        for fact in stated(facts, candidate)
        if fact.evidence.paragraph == share.evidence.paragraph and _is_count(fact)
    ]


def _is_count(fact: Fact) -> bool:
    return (
        isinstance(fact.value, Decimal) and not fact.approximate and not fact.dimensions.keys() - {"part_of", "reading"}
    )


def _judge(params: Params, share: Fact, part: Fact, wholes: list[Fact], facts: FactSet) -> Verdict:
    printed = Decimal(str(share.value))
    places = -int(printed.as_tuple().exponent)
    allowed = params.tolerance + Decimal(5).scaleb(-places - 1)
    given = [(whole, _percent(part, whole)) for whole in wholes]
    tie = next(
        ((whole, percent) for whole, percent in given if percent is not None and abs(percent - printed) <= allowed),
        None,
    )
    whole, percent = tie or given[0]
    unsure = any(fact.confidence == "ambiguous" for fact in (share, part, whole)) or percent is None
    right = canonical(round(percent, max(places, 1))) if percent is not None else ""
    names = {"part": canonical(_number(part)), "whole": canonical(_number(whole)), "percent": canonical(printed)}
    return Verdict(
        outcome="pass" if tie else "review" if unsure else "fail",
        message=Message("share.right" if tie else "share.wrong", {**names, "given": right}),
        expected=right or None,
        actual=canonical(printed),
        evidence=(share.evidence, part.evidence, whole.evidence),
        doubts=(share_as(share),),
        suspects=() if tie else _mended_by(params, printed, allowed, part, whole, facts),
    )


def _mended_by(
    params: Params, printed: Decimal, allowed: Decimal, part: Fact, whole: Fact, facts: FactSet
) -> tuple[str, ...]:
    """The stated figures with whose value in the tables the percentage would be right."""
    one = held(facts, params.figures.get(part.name, ()))
    all_ = held(facts, params.figures.get(whole.name, ()))
    pairs = (
        (part, one, _number(whole)),
        (whole, _number(part), all_),
    )
    return tuple(
        stated_as(fact.name, _number(fact))
        for fact, above, below in pairs
        if above is not None and below and abs(100 * above / below - printed) <= allowed
    )


def share_as(share: Fact) -> str:
    """How verdicts call a stated percentage when they doubt or suspect it."""
    return f"share.{share.evidence.paragraph}.{shown(share.value)}"


def _percent(part: Fact, whole: Fact) -> Decimal | None:
    return 100 * _number(part) / _number(whole) if _number(whole) else None


def _number(fact: Fact) -> Decimal:
    return fact.value if isinstance(fact.value, Decimal) else Decimal(0)
