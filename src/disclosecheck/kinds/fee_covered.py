"""A sum of money that the text states is contained in the amount that the table holds.

    kind: fee_covered
    fact: processing_fee_collected
    cell: t2_art20_8.administrative_fees.fee_amount
    unit: 10000

Passes with 3000元 collected and 0.3 in the table (in 万元: `unit` is 10000); fails with 0, or with less than the
sum when rounded to the places that the cell prints. A sum of less than certain wording, or stated for a whole area
(全市), is reviewed instead: it may stand in the tables of others.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.kinds.place import cell_place
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import standing, stated, stated_as
from disclosecheck.kinds.terms import canonical, value_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    fact: str
    cell: str
    unit: Decimal = Decimal(1)
    areas: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    paid = [
        fact
        for fact in stated(facts, params.fact)
        if isinstance(fact.value, Decimal) and fact.value > 0 and not fact.approximate
    ]
    own = [fact for fact in paid if standing(fact, facts, params.areas) == "own"]
    if not own or facts.form is None or params.cell not in facts.cells:
        yield Verdict(outcome="not_applicable", message=Message("fee_covered.not_stated"))
        return
    fact, held = own[0], value_of(facts, params.cell)
    cell = facts.cells[params.cell]
    stated_value = fact.value if isinstance(fact.value, Decimal) else Decimal(0)
    names: dict[str, Param] = {"fact": Message(f"fact.{params.fact}"), "stated": canonical(stated_value)}
    place = cell_place(facts.form, params.cell)
    evidence = (fact.evidence, cell.evidence)
    if held is None:
        message = Message("fee_covered.open", {**names, "place": place})
        yield Verdict(outcome="open", message=message, evidence=evidence, absent=(params.cell,))
        return
    half = Decimal(5).scaleb(int(held.as_tuple().exponent) - 1) if held else Decimal(0)
    covered = (held + half) * params.unit >= stated_value
    sure = fact.confidence == "certain" and fact.scope in (None, "organ")  # an area's fee may stand in others' tables
    outcome: Literal["pass", "fail", "review"] = "pass" if covered else "fail" if sure else "review"
    message = Message(
        "fee_covered.covered" if covered else "fee_covered.missing", {**names, "place": place, "held": canonical(held)}
    )
    yield Verdict(
        outcome=outcome,
        message=message,
        actual=canonical(held),
        evidence=evidence,
        cells=(params.cell,),
        suspects=(stated_as(params.fact, stated_value),),
    )


def references(params: Params) -> Iterator[Reference]:
    yield Reference("fact", params.fact, ("fact",))
    yield Reference("cell", params.cell, ("cell",))
