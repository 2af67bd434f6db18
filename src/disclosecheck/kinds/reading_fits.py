"""A total that is said to include what was carried in does include it.

    kind: reading_fits
    fact: requests_received
    reading: includes_carried_in
    cells: [t3_requests.new_received.total]
    included: [t3_requests.carried_in.total]

For a person to look at: 收到207件（含上年结转6件） where the table has 207 new ones beside the 6. The figure ties
with the table, only not as the words say; what ties with neither is the business of agreement.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import standing, stated
from disclosecheck.kinds.terms import Term, canonical, cells_of, expand, term_references, total, unread
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    fact: str
    reading: str
    cells: tuple[Term, ...]
    included: tuple[Term, ...]
    areas: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    said = [
        fact
        for fact in stated(facts, params.fact)
        if fact.dimensions.get("reading") == params.reading
        and isinstance(fact.value, Decimal)
        and not fact.approximate
        and standing(fact, facts, params.areas) == "own"
    ]
    whole = expand(facts.form, params.cells, "none", "") if facts.form else None
    more = expand(facts.form, params.included, "none", "") if facts.form else None
    if not said or not whole or not more or unread(facts, (*whole, *more)):
        yield Verdict(outcome="not_applicable", message=Message("reading_fits.not_said"))
        return
    without, included = total(facts, whole), total(facts, more)
    for fact in said:
        apart = bool(included) and fact.value == without
        names: dict[str, Param] = {
            "fact": Message(f"fact.{params.fact}"),
            "stated": canonical(without),
            "more": canonical(included),
        }
        yield Verdict(
            outcome="review" if apart else "pass",
            message=Message("reading_fits.apart" if apart else "reading_fits.fits", {**names}),
            expected=canonical(without + included) if apart else None,
            actual=canonical(without) if apart else None,
            evidence=(fact.evidence, *(cell.evidence for cell in cells_of(facts, (*whole, *more)))),
        )


def references(params: Params) -> Iterator[Reference]:
    yield Reference("fact", params.fact, ("fact",))
    yield from term_references(params.cells, "none", "cells")
    yield from term_references(params.included, "none", "included")
