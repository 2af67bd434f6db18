"""An amount of money is in the unit that the header names.

    kind: amount_unit
    cell: t2_art20_8.administrative_fees.fee_amount
    from: 10000
    larger: {organs: ["人民政府$"], from: 1000000}
    times_previous: 100

Review where a whole number of `from` or more stands under 万元, or one that is more than `times_previous` times last
year's: it may have been written in yuan. `larger` are organs (RE2) that collect for a whole area, from which the amount
is another; `unless_organs` are those that do collect so much. Passes otherwise; not applicable where the form has no
such cell or it holds no number.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds.organs import is_one_of
from disclosecheck.kinds.place import cell_place
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.terms import canonical, value_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Larger(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"least": "from"}):
    organs: tuple[str, ...]
    least: Decimal


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"least": "from"}):
    cell: str
    least: Decimal
    times_previous: int
    larger: Larger | None = None
    unless_organs: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    amount = value_of(facts, params.cell)
    if amount is None or facts.form is None:
        yield Verdict(outcome="not_applicable", message=Message("amount.none"))
        return
    evidence = (facts.cells[params.cell].evidence,)
    names: dict[str, Param] = {"place": cell_place(facts.form, params.cell), "value": canonical(amount)}
    previous = value_of(facts.previous, params.cell) if facts.previous else None
    area = params.larger if params.larger is not None and is_one_of(params.larger.organs, facts) else params
    large = amount >= area.least and amount % 1 == 0
    leaps = bool(previous) and previous is not None and amount > params.times_previous * previous
    if (large or leaps) and not is_one_of(params.unless_organs, facts):
        message = Message("amount.doubtful", {**names, "yuan": canonical(amount / 10000)})
        yield Verdict(outcome="review", message=message, actual=canonical(amount), evidence=evidence)
    else:
        yield Verdict(outcome="pass", message=Message("amount.plausible", names), evidence=evidence)


def references(params: Params) -> Iterator[Reference]:
    yield Reference("cell", params.cell, ("cell",))
    for index, pattern in enumerate(params.unless_organs):
        yield Reference("pattern", pattern, ("unless_organs", index))
    for index, pattern in enumerate(params.larger.organs if params.larger else ()):
        yield Reference("pattern", pattern, ("larger", "organs", index))
