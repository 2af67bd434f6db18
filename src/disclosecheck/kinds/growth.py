"""A rise or fall that the text states is what its figures give.

    kind: growth
    figures: {requests_received: [t3_requests.new_received.total]}
    tolerance: 0.1

Passes with 35件，比上年增加5件，增长16.7%; fails with 增长20%. Where last year's figure is known (from the report
given with --previous, or stated in the text), amount and rate are held against it too, if this year's figure is the
table's. `tolerance` is in percentage points, beside half a unit of the last printed place.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import stated_as
from disclosecheck.kinds.terms import Term, canonical, held, term_references
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import Change, Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    figures: dict[str, tuple[Term, ...]] = {}
    tolerance: Decimal = Decimal("0.1")


class Earlier(msgspec.Struct, frozen=True):
    """The figure of the year compared with, and where it is known from."""

    value: Decimal
    evidence: tuple[Evidence, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    asked = False
    for change in facts.changes:
        if change.approximate or change.now is None:
            continue
        verdict = _within(params, change) or _against(params, change, facts)
        if verdict is not None:
            asked = True
            yield verdict
    if not asked:
        yield Verdict(outcome="not_applicable", message=Message("growth.none"))


def references(params: Params) -> Iterator[Reference]:
    for name, terms in params.figures.items():
        yield Reference("fact", name, ("figures", name))
        for reference in term_references(terms, "none", name):
            yield Reference(reference.what, reference.name, ("figures", *reference.path))


def _within(params: Params, change: Change) -> Verdict | None:
    """Amount and rate of one comparison against each other; None where they agree or one is not stated."""
    if change.by is None or change.rate is None or change.now is None:
        return None
    before = change.now.value - change.by
    if before <= 0 or _near(params, change.rate, before, change.now.value):
        return None
    return _wrong_rate(change, change.rate, Earlier(before))


def _against(params: Params, change: Change, facts: FactSet) -> Verdict | None:
    """The comparison against last year's figure; None where that is not known and nothing else was compared."""
    earlier = _earlier(params, change, facts)
    if change.now is None:
        return None
    if earlier is None:
        both = change.by is not None and change.rate is not None and change.now.value > change.by
        return Verdict(outcome="pass", message=Message("growth.right"), evidence=(change.evidence,)) if both else None
    now = change.now.value
    if change.by is not None and change.by != now - earlier.value:
        return _verdict(change, earlier, "growth.amount", now - earlier.value, change.by)
    if change.rate is not None and earlier.value > 0 and not _near(params, change.rate, earlier.value, now):
        return _wrong_rate(change, change.rate, earlier)
    evidence = (change.evidence, *earlier.evidence)
    return Verdict(outcome="pass", message=Message("growth.right"), evidence=evidence)


def _near(params: Params, rate: Decimal, before: Decimal, now: Decimal) -> bool:
    half = Decimal(5).scaleb(int(rate.as_tuple().exponent) - 1)
    return abs(100 * (now - before) / before - rate) <= params.tolerance + half


def _wrong_rate(change: Change, rate: Decimal, earlier: Earlier) -> Verdict:
    now = change.now.value if change.now is not None else Decimal(0)
    right = round(100 * (now - earlier.value) / earlier.value, max(1, -int(rate.as_tuple().exponent)))
    return _verdict(change, earlier, "growth.rate", right, rate)


def _verdict(change: Change, earlier: Earlier, key: str, right: Decimal, stated: Decimal) -> Verdict:
    now = change.now.value if change.now is not None else Decimal(0)
    names = {
        "now": canonical(now),
        "before": canonical(earlier.value),
        "right": _signed(right),
        "stated": _signed(stated),
    }
    return Verdict(
        outcome="fail",
        message=Message(key, {**names}),
        expected=canonical(right),
        actual=canonical(stated),
        evidence=(change.evidence, *earlier.evidence),
        suspects=(stated_as(change.fact, now),) if change.fact else (),
    )


def _signed(value: Decimal) -> str:
    return f"+{canonical(value)}" if value > 0 else canonical(value)


def _earlier(params: Params, change: Change, facts: FactSet) -> Earlier | None:
    """Last year's figure: from the same paragraph, else from last year's tables.

    The latter only if this year's figure is the one that the tables hold, and so counts for the same body.
    """
    name, year = change.fact, facts.year
    if name is None or change.now is None or name not in params.figures or (year and change.base != year - 1):
        return None
    beside = [fact for fact in facts.named(name) if _is_beside(fact, change)]
    if len(beside) == 1 and isinstance(beside[0].value, Decimal):
        return Earlier(beside[0].value, (beside[0].evidence,))
    if held(facts, params.figures[name]) != change.now.value:
        return None
    before = held(facts.previous, params.figures[name]) if facts.previous is not None else None
    if before is None or facts.previous is None:
        return None
    if facts.year is not None and facts.previous.year != facts.year - 1:
        return None
    return Earlier(before)


def _is_beside(fact: Fact, change: Change) -> bool:
    """Whether a certain figure of the year compared with stands in the same paragraph."""
    return (
        fact.period == str(change.base)
        and fact.evidence.paragraph == change.evidence.paragraph
        and fact.confidence == "certain"
        and not (fact.approximate or fact.dimensions)
        and isinstance(fact.value, Decimal)
    )
