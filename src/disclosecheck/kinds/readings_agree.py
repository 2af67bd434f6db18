"""Two independent readers of one file found the same in every cell.

    kind: readings_agree

Review, one a table, naming the cells on which they differ: one of the readings is wrong, so no sum of that table is
safe. Passes where they agree everywhere; not applicable where the file was read once.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.place import cell_place, table_place
from disclosecheck.kinds.tables import cells_of_table
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import CellFact, FactSet
from disclosecheck.model.form import Form
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param

SHOWN = 4


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form, second = facts.form, facts.second
    if form is None or second is None:
        yield Verdict(outcome="not_applicable", message=Message("readings_agree.read_once"))
        return
    agreed = True
    for table in form.tables:
        differing = [
            (facts.cells[cell], second.cells.get(cell))
            for cell in cells_of_table(facts, table.id)
            if _told(facts.cells[cell]) != _told(second.cells.get(cell))
        ]
        if differing:
            agreed = False
            yield _verdict(form, table.id, differing)
    if agreed:
        yield Verdict(outcome="pass", message=Message("readings_agree.same", {"count": str(len(facts.cells))}))


def _told(cell: CellFact | None) -> tuple[str, str | None]:
    """What a reading says of a cell; how it was printed does not matter where it is a number."""
    if cell is None:
        return "missing", None
    return (cell.state, str(cell.value)) if cell.state == "number" else (cell.state, None)


def _verdict(form: Form, table: str, differing: list[tuple[CellFact, CellFact | None]]) -> Verdict:
    shown: tuple[str | Text | Message, ...] = tuple(
        Message(
            "readings_agree.cell",
            {
                "place": cell_place(form, first.address),
                "first": _quoted(first),
                "second": _quoted(second),
            },
        )
        for first, second in differing[:SHOWN]
    )
    evidence: list[Evidence] = []
    for first, second in differing:
        evidence += [first.evidence] if second is None else [first.evidence, second.evidence]
    more = Message("equation.more") if len(differing) > SHOWN else ""
    names: dict[str, Param] = {
        "table": table_place(form, table),
        "count": str(len(differing)),
        "cells": shown,
        "more": more,
    }
    return Verdict(
        outcome="review",
        message=Message("readings_agree.differ", names),
        evidence=tuple(evidence),
        cells=tuple(first.address for first, _ in differing),
    )


def _quoted(cell: CellFact | None) -> Message:
    if cell is None or cell.state == "missing":
        return Message("readings_agree.not_read")
    return Message("readings_agree.read", {"text": cell.text})
