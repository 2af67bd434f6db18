"""No cell of the tables stands in one of the given states.

    kind: cell_state
    states: [blank, dash]
    words: [无]
    outcome: open

`states` are blank, dash, text and missing; `words` are texts that are counted as blank (and not as text, in a
rule that leaves them out by `except_words`). One verdict a table with all its cells in the evidence, for a
hundred blanks are one defect. Passes where no cell stands so.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.labels_present import no_tables
from disclosecheck.kinds.place import inner_place, table_place
from disclosecheck.kinds.tables import cells_of_table, found_tables, lines_absent
from disclosecheck.model.fact import CellFact, FactSet
from disclosecheck.model.form import Form
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message, Verdict

State = Literal["blank", "dash", "text", "missing"]

SHOWN = 4  # cells named in the message; the evidence names all


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    states: tuple[State, ...]
    outcome: Literal["fail", "open"]
    words: tuple[str, ...] = ()
    except_words: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form, tables = facts.form, found_tables(facts)
    if form is None or not tables:
        yield no_tables(facts)
        return
    clean = True
    for table in tables:
        if cells := _met(params, facts, table):
            clean = False
            yield _verdict(params, form, table, cells)
    if clean:
        yield Verdict(outcome="pass", message=Message(f"cells.no_{params.states[0]}"))


def _met(params: Params, facts: FactSet, table: str) -> list[CellFact]:
    elsewhere: set[str] = set()
    if "missing" in params.states:  # a row or column that is not there is a gap of its own
        lost = [*lines_absent(facts, table, "row").values(), *lines_absent(facts, table, "column").values()]
        elsewhere = {cell.address for line in lost for cell in line}
    return [
        cell
        for address in cells_of_table(facts, table)
        if _meets(params, cell := facts.cells[address]) and address not in elsewhere
    ]


def _meets(params: Params, cell: CellFact) -> bool:
    if cell.state == "text":
        text = cell.text.strip()
        return text in params.words or ("text" in params.states and text not in params.except_words)
    return cell.state in params.states


def _verdict(params: Params, form: Form, table: str, cells: list[CellFact]) -> Verdict:
    shown: tuple[str | Text | Message, ...] = tuple(_named(form, cell) for cell in cells[:SHOWN])
    reasons: tuple[str | Text | Message, ...] = tuple(
        Message(reason) for reason in dict.fromkeys(cell.reason for cell in cells) if reason
    )
    return Verdict(
        outcome=params.outcome,
        message=Message(
            f"cells.{params.states[0]}",
            {
                "table": table_place(form, table),
                "count": str(len(cells)),
                "cells": shown,
                "more": Message("equation.more") if len(cells) > SHOWN else "",
                "reasons": Message("cells.reasons", {"reasons": reasons}) if reasons else "",
            },
        ),
        evidence=tuple(cell.evidence for cell in cells),
        absent=tuple(cell.address for cell in cells),
    )


def _named(form: Form, cell: CellFact) -> Message:
    place = inner_place(form, cell.address)
    return Message("cells.with_text", {"place": place, "text": cell.text}) if cell.state == "text" else place
