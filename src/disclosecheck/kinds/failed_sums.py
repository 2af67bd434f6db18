"""The sums of a report that do not add up, worked out once for all rules that explain them."""

from decimal import Decimal

import msgspec

from disclosecheck.kinds import equation
from disclosecheck.kinds.terms import Summand, total, unread
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Form

_KEPT = 2  # this year's report and the last


class Line(msgspec.Struct, frozen=True):
    """A judged sum: whose (a column's, a row's or a block's key), of which rule, and by how much it is off."""

    rule: int  # place of its equation in the list
    axis: str
    subject: str
    terms: tuple[Summand, ...]
    residual: Decimal


_CACHE: dict[int, tuple[FactSet, tuple[equation.Params, ...], tuple[Line, ...]]] = {}


def lines_of(sums: tuple[equation.Params, ...], facts: FactSet) -> tuple[Line, ...]:
    """All sums of `sums` whose cells hold numbers, those that add up among them."""
    kept = _CACHE.get(id(facts))
    if kept is not None and kept[0] is facts and kept[1] == sums:
        return kept[2]
    while len(_CACHE) >= _KEPT:
        del _CACHE[next(iter(_CACHE))]
    lines = tuple(_lines(sums, facts, facts.form)) if facts.form else ()
    _CACHE[id(facts)] = (facts, sums, lines)
    return lines


def _lines(sums: tuple[equation.Params, ...], facts: FactSet, form: Form) -> list[Line]:
    lines = []
    for rule, params in enumerate(sums):
        for subject, sides in equation.equations(params, facts):
            if not unread(facts, sides.left + sides.right):
                residual = total(facts, sides.left) - total(facts, sides.right)
                lines.append(Line(rule, params.for_each, subject, equation.terms_of(sides), residual))
    return lines
