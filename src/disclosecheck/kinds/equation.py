"""Two sums of cells must stand in a relation, for each row, column or block of a table.

    kind: equation
    for_each: column
    left: [t3_requests.new_received, t3_requests.carried_in]
    right: [t3_requests.results_total, t3_requests.carried_forward]

Passes with 20 + 1 = 18 + 3. Fails with 20 + 1 and 18 + 2: left is what is expected, right what is there.
A cell that holds no number leaves it open; but printed counts are a lower bound, and a side that is
complete and smaller than what the other side already prints fails. `relation` is equal, at_least or
at_most (left to right); an empty side is 0; `when_broken: review` leaves the verdict to a person.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.kinds.hints import hint, total_left_zero
from disclosecheck.kinds.place import column_name, group_name, row_name, split_address, table_place
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.terms import (
    Axis,
    Summand,
    Term,
    canonical,
    cells_of,
    expand,
    lower_bound,
    side_name,
    subjects,
    table_of,
    term_references,
    total,
    unread,
)
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Form
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Balance, Message, Verdict

SHOWN = 3  # cells named in a message; the evidence names all

Relation = Literal["equal", "at_least", "at_most"]


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`only` narrows the rows, columns or blocks; `also` asks the same of tables with the same columns.

    `if_printed` lets a rule about an added column rest where there is none.
    """

    left: tuple[Term, ...]
    right: tuple[Term, ...]
    for_each: Axis = "none"
    relation: Relation = "equal"
    only: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    if_printed: bool = False
    when_broken: Literal["fail", "review"] = "fail"


class Sides(msgspec.Struct, frozen=True):
    """One equation: what it is asked of, and its cells."""

    params: Params
    form: Form
    subject: Text | Message
    left: tuple[Summand, ...]
    right: tuple[Summand, ...]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    found = list(equations(params, facts))
    if not found:
        yield Verdict(outcome="not_applicable", message=Message("equation.not_in_form"))
    for _, sides in found:
        yield _judge(sides, facts)


def references(params: Params) -> Iterator[Reference]:
    yield from term_references(params.left, params.for_each, "left")
    yield from term_references(params.right, params.for_each, "right")


def equations(params: Params, facts: FactSet) -> Iterator[tuple[str, Sides]]:
    """Each sum that a rule asks for, with the key of its row, column or block."""
    form = facts.form
    if form is None:
        return
    first = table_of(params.left[0])
    for table in (first, *params.also):
        left_terms, right_terms = (_of_table(terms, first, table) for terms in (params.left, params.right))
        for key in subjects(form, table, params.for_each, params.only):
            left = expand(form, left_terms, params.for_each, key)
            right = expand(form, right_terms, params.for_each, key)
            if left is None or right is None:
                continue
            if params.if_printed and not all(cell in facts.cells for _, cell in (*left, *right)):
                continue
            yield key, Sides(params, form, _subject(form, table, params.for_each, key), left, right)


def _of_table(terms: tuple[Term, ...], first: str, table: str) -> tuple[Term, ...]:
    return tuple(term.replace(first, table, 1) if isinstance(term, str) else term for term in terms)


def _subject(form: Form, table: str, axis: Axis, key: str) -> Text | Message:
    if axis == "none":
        return table_place(form, table)
    name = {"row": row_name, "column": column_name, "block": group_name}[axis](form, table, key)
    return Message(f"equation.{axis}", {"table": table_place(form, table), "name": name})


def _judge(sides: Sides, facts: FactSet) -> Verdict:
    if absent := unread(facts, sides.left + sides.right):
        return _incomplete(sides, facts, absent)
    left, right = total(facts, sides.left), total(facts, sides.right)
    evidence = tuple(cell.evidence for cell in cells_of(facts, sides.right + sides.left))
    cells = tuple(cell for _, cell in sides.left + sides.right)
    if _holds(sides.params.relation, left, right):
        message = Message("equation.holds", {"subject": sides.subject, "sum": canonical(left)})
        if sides.params.relation != "equal":
            message = Message("equation.within", {"subject": sides.subject, **_figures(sides, left, right)})
        shown = evidence[: len(sides.right) or None]  # the side that claims; the addends would be said twice or thrice
        return Verdict(
            outcome="pass", message=message, evidence=shown, cells=cells, balance=_balance(sides, left - right)
        )
    return Verdict(
        outcome=sides.params.when_broken,
        message=_broken(sides, facts, left, right),
        expected=canonical(left),
        actual=canonical(right),
        evidence=evidence,
        cells=cells,
        balance=_balance(sides, left - right),
        cause=_cause(sides, facts),
    )


def _holds(relation: Relation, left: Decimal, right: Decimal) -> bool:
    if relation == "equal":
        return left == right
    return left >= right if relation == "at_least" else left <= right


def _balance(sides: Sides, residual: Decimal) -> Balance | None:
    if sides.params.relation != "equal":
        return None
    return Balance(terms_of(sides), residual)


def _broken(sides: Sides, facts: FactSet, left: Decimal, right: Decimal) -> Message:
    figures = _figures(sides, left, right)
    if sides.params.relation != "equal":
        return Message(f"equation.not_{sides.params.relation}", {"subject": sides.subject, **figures})
    balance = Balance(terms_of(sides), left - right)
    return Message(
        "equation.unequal",
        {
            "subject": sides.subject,
            **figures,
            "difference": canonical(abs(left - right)),
            "hint": hint(balance, facts, sides.form) or "",
        },
    )


def _cause(sides: Sides, facts: FactSet) -> str | None:
    """Totals of one column left at 0 are one defect (E-E12), however many rows they spoil."""
    cell = total_left_zero(terms_of(sides), facts) if sides.params.relation == "equal" else None
    return f"total_zero.{cell.split('.')[0]}.{cell.split('.')[-1]}" if cell else None


def terms_of(sides: Sides) -> tuple[Summand, ...]:
    """The cells of both sides, with coefficients under which a sum that holds is 0."""
    return (*sides.left, *((-times, cell) for times, cell in sides.right))


def _figures(sides: Sides, left: Decimal, right: Decimal) -> dict[str, str | Text | Message]:
    axis = sides.params.for_each
    return {
        "left": side_name(sides.form, sides.params.left, axis, len(sides.left)),
        "right": side_name(sides.form, sides.params.right, axis, len(sides.right)),
        "left_sum": canonical(left),
        "right_sum": canonical(right),
    }


def _incomplete(sides: Sides, facts: FactSet, absent: tuple[str, ...]) -> Verdict:
    """Open, unless the printed part of one side is already more than the whole of the other."""
    evidence = tuple(cell.evidence for cell in cells_of(facts, sides.right + sides.left))
    if verdict := _exceeded(sides, facts):
        return msgspec.structs.replace(verdict, evidence=evidence)
    names = tuple(_item_name(sides, cell) for cell in absent[:SHOWN])
    more = Message("equation.more") if len(absent) > SHOWN else ""
    return Verdict(
        outcome="open",
        message=Message(
            "equation.open", {"subject": sides.subject, "count": str(len(absent)), "cells": names, "more": more}
        ),
        evidence=tuple(fact.evidence for cell in absent if (fact := facts.cells.get(cell)) is not None),
        cells=tuple(cell for _, cell in sides.left + sides.right),
        absent=absent,
    )


def _exceeded(sides: Sides, facts: FactSet) -> Verdict | None:
    for whole, partial, relations in (
        (sides.left, sides.right, ("equal", "at_least")),
        (sides.right, sides.left, ("equal", "at_most")),
    ):
        if unread(facts, whole) or sides.params.relation not in relations:
            continue
        bound, claimed = lower_bound(facts, sides.form, partial), total(facts, whole)
        if bound is not None and claimed < bound:
            return Verdict(
                outcome=sides.params.when_broken,
                message=Message(
                    "equation.exceeded",
                    {"subject": sides.subject, "claimed": canonical(claimed), "bound": canonical(bound)},
                ),
                expected=canonical(bound),
                actual=canonical(claimed),
                cells=tuple(cell for _, cell in sides.left + sides.right),
            )
    return None


def _item_name(sides: Sides, cell: str) -> Text:
    """What a cell is called beside its subject: the row in a column, the column in a row or block."""
    table, row, column = split_address(cell)
    if sides.params.for_each == "column" and row is not None:
        return row_name(sides.form, table, row)
    return column_name(sides.form, table, column)
