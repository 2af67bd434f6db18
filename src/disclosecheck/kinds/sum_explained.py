"""What lies behind sums that do not add up. It explains the findings of `equation` and repeats none of them.

    kind: sum_explained
    by: total_zero
    sums:
      - {for_each: column, left: [{leaves: t3_requests}], right: [t3_requests.results_total]}

`by` is the pattern looked for:
    total_zero     a row or column of totals was left at 0 although its parts are not
    columns        the column of totals holds, two or more columns of applicants do not, and make up for one another
    counted_twice  the results are too many by just what stands in `row` (部分公开 counts once only)
    one_item       the difference is what exactly one of several items holds: counted twice, or left out
    shifted        a row's figures hold when they are moved by one column
    beyond_received  `row` alone is more than all that was `received`

The engine lets each answer follow from the finding it explains. What is only likely ends in `review`. Passes where
every sum holds, not applicable where the pattern does not fit.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds import equation
from disclosecheck.kinds.explanations import (
    Explanation,
    by_columns,
    by_counting_twice,
    by_excess,
    by_item,
    by_shift,
    by_zeros,
)
from disclosecheck.kinds.failed_sums import lines_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`row` is that of `counted_twice` (which `one_item` leaves to it) and of `beyond_received`."""

    by: Literal["total_zero", "columns", "counted_twice", "one_item", "shifted", "beyond_received"]
    sums: tuple[equation.Params, ...]
    row: str = ""
    received: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    lines = lines_of(params.sums, facts)
    if not any(line.residual for line in lines):
        yield Verdict(outcome="pass" if lines else "not_applicable", message=Message("explain.nothing"))
        return
    found = list(_explanations(params, facts))
    for explanation in found:
        yield _verdict(params, facts, explanation)
    if not found:
        yield Verdict(outcome="not_applicable", message=Message("explain.other"))


def references(params: Params) -> Iterator[Reference]:
    for index, sum_ in enumerate(params.sums):
        for reference in equation.references(sum_):
            yield Reference(reference.what, reference.name, ("sums", index, *reference.path))
    if params.row:
        yield Reference("row", params.row, ("row",))


def _explanations(params: Params, facts: FactSet) -> Iterator[Explanation]:
    lines = lines_of(params.sums, facts)
    if facts.form is None:
        return
    if params.by == "total_zero":
        yield from by_zeros(lines, facts, facts.form)
    elif params.by == "columns":
        yield from by_columns(lines, facts.form)
    elif params.by == "counted_twice":
        yield from by_counting_twice(lines, facts, facts.form, params.row)
    elif params.by == "one_item":
        yield from by_item(lines, facts, facts.form, params.row)
    elif params.by == "beyond_received":
        yield from by_excess(lines, facts, facts.form, params.row, params.received)
    else:
        yield from by_shift(lines, facts, facts.form)


def _verdict(params: Params, facts: FactSet, explanation: Explanation) -> Verdict:
    evidence = tuple(facts.cells[cell].evidence for cell in explanation.cells if cell in facts.cells)
    return Verdict(
        outcome="fail" if explanation.certain else "review",
        message=explanation.message,
        evidence=evidence,
        cells=explanation.cells,
        explains=tuple(line.terms for line in explanation.lines),
    )
