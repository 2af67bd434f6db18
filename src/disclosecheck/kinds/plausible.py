"""Printed figures are within what such an organ's usually are.

    kind: plausible
    of: {name: {zh: 规章, en: regulations}, cells: [t2_art20_1.regulations.issued, t2_art20_1.regulations.in_force]}
    at_most: 0
    organs: ["(?:县|镇|乡)人民政府$"]
    remark: {zh: 县乡政府不能制定规章, en: counties and towns make no regulations}

The sum of `of` must be `at_least` or `at_most` a number, at most `percent` of the sum of `against`, or at most that sum
itself (`percent: 100`); with both, it must be beyond both to be doubtful. `organs` (RE2, on the organ's name) are those
it is asked of, `unless_organs` those left out; `first_year` and `last_year` bound the report year; `zero` are cells
that must all be 0 for the question to arise. `add_previous` adds last year's figure of `against` when that report is
there.

Ends in `review` (or `fail`, for what cannot be) with all its cells; passes where the figures are usual. Not applicable
to other organs and years, and where a cell holds no number: nothing is added up by halves.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.kinds.organs import is_one_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.terms import Summand, Term, canonical, cells_of, expand, term_references, total, unread
from disclosecheck.model.fact import FactSet
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Sum(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Cells that are added up, and what the sum is called."""

    name: Text
    cells: tuple[Term, ...]


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    of: Sum
    remark: Text
    against: Sum | None = None
    percent: int = 100
    at_most: int | None = None
    at_least: int | None = None
    zero: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    unless_organs: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    add_previous: bool = False
    outcome: Literal["review", "fail"] = "review"

    def __post_init__(self) -> None:
        if self.against is None and self.at_most is None and self.at_least is None:
            raise ValueError("needs at_most, at_least or against")


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    of = _cells(params.of, facts)
    against = _cells(params.against, facts)
    zero = tuple((1, cell) for cell in params.zero)
    if of is None or against is None or unread(facts, of + against + zero):
        yield Verdict(outcome="not_applicable", message=Message("plausible.not_stated"))
        return
    usual = _is_usual(params, facts, of, against) or any(total(facts, (cell,)) for cell in zero)
    if not _is_asked(params, facts, usual):
        yield Verdict(outcome="not_applicable", message=Message("plausible.not_asked"))
        return
    shown = tuple(cell.evidence for cell in cells_of(facts, of + against + zero))
    names: dict[str, Param] = {"name": params.of.name, "value": canonical(total(facts, of)), "remark": params.remark}
    if usual:
        yield Verdict(outcome="pass", message=Message("plausible.usual", names), evidence=shown[:1])
        return
    compared: Message | str = ""
    if params.against is not None:
        named: dict[str, Param] = {"name": params.against.name, "value": canonical(total(facts, against))}
        compared = Message("plausible.compared", named)
    message = Message("plausible.unusual", {**names, "compared": compared})
    yield Verdict(outcome=params.outcome, message=message, actual=canonical(total(facts, of)), evidence=shown)


def references(params: Params) -> Iterator[Reference]:
    for key, sum_ in (("of", params.of), ("against", params.against)):
        for reference in term_references(sum_.cells, "none", "cells") if sum_ else ():
            yield Reference(reference.what, reference.name, (key, *reference.path))
    for index, cell in enumerate(params.zero):
        yield Reference("cell", cell, ("zero", index))
    for key, patterns in (("organs", params.organs), ("unless_organs", params.unless_organs)):
        for index, pattern in enumerate(patterns):
            yield Reference("pattern", pattern, (key, index))


def _cells(sum_: Sum | None, facts: FactSet) -> tuple[Summand, ...] | None:
    """The cells of a sum; none for no sum, None where the form as read does not have them."""
    if sum_ is None:
        return ()
    return expand(facts.form, sum_.cells, "none", "") if facts.form else None


def _is_usual(params: Params, facts: FactSet, of: tuple[Summand, ...], against: tuple[Summand, ...]) -> bool:
    value = total(facts, of)
    if params.at_least is not None and value < params.at_least:
        return False
    beyond = params.at_most is None or value > params.at_most
    if params.against is None:
        return params.at_most is None or not beyond
    bound = total(facts, against) + _previous(params, facts, against)
    return not (beyond and value * 100 > bound * params.percent)


def _previous(params: Params, facts: FactSet, against: tuple[Summand, ...]) -> Decimal:
    if not params.add_previous or facts.previous is None or unread(facts.previous, against):
        return Decimal(0)
    return total(facts.previous, against)


def _is_asked(params: Params, facts: FactSet, usual: bool) -> bool:
    """Whether the rule is for this organ and year; usual figures are not looked at twice for the organ's sake."""
    year = facts.year
    if params.first_year is not None and (year is None or year < params.first_year):
        return False
    if params.last_year is not None and (year is None or year > params.last_year):
        return False
    if usual:
        return True
    if params.organs and not is_one_of(params.organs, facts):
        return False
    return not is_one_of(params.unless_organs, facts)
