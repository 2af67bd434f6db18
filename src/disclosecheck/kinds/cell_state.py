"""No cell of the tables stands in one of the given states.

    kind: cell_state
    states: [blank, dash]
    words: [无]
    outcome: open

`states` are blank, dash, text and missing; `words` are texts that are counted as blank (and not as text, in a
rule that leaves them out by `except_words`). `patterns` (RE2, for the whole text without spaces, full-width signs made
narrow) narrow it to texts of a kind that `named` calls by its name; `except_patterns` leave them out. One verdict a
table with all its cells in the evidence, for a hundred blanks are one defect. Passes where no cell stands so.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.labels_present import no_tables
from disclosecheck.kinds.patterns import compiled
from disclosecheck.kinds.place import inner_place, table_place
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.tables import found_tables, lines_absent
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
    patterns: tuple[str, ...] = ()
    except_patterns: tuple[str, ...] = ()
    named: Literal["text", "template", "placeholder", "letter", "approximate"] | None = None

    @property
    def name(self) -> str:
        return self.named or self.states[0]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form, tables = facts.form, found_tables(facts)
    if form is None or not tables:
        yield (
            no_tables(facts)
            if not params.patterns
            else Verdict(outcome="not_applicable", message=Message("table.none"))
        )
        return
    met = [cell for cell in facts.cells.values() if cell.table in tables and _meets(params, cell)]
    if "missing" in params.states:
        elsewhere = _on_lost_lines(facts, tables) if met else set()
        met = [cell for cell in met if cell.address not in elsewhere]
    for table in tables:
        if cells := [cell for cell in met if cell.table == table]:
            yield _verdict(params, form, table, cells)
    if not met:
        yield Verdict(outcome="pass", message=Message(f"cells.no_{params.name}"))


def _on_lost_lines(facts: FactSet, tables: tuple[str, ...]) -> set[str]:
    """The cells of rows and columns that are not there: a gap of its own."""
    lines = [
        line for table in tables for axis in ("row", "column") for line in lines_absent(facts, table, axis).values()
    ]
    return {cell.address for line in lines for cell in line}


def _meets(params: Params, cell: CellFact) -> bool:
    if cell.state == "text":
        text = cell.text.strip()
        return text in params.words or ("text" in params.states and _is_asked(params, text))
    return cell.state in params.states


def _is_asked(params: Params, text: str) -> bool:
    from unicodedata import normalize  # a library of 1 MB that most reports do without

    if text in params.except_words:
        return False
    narrow = "".join(normalize("NFKC", text).split())
    if params.except_patterns and compiled(params.except_patterns).fullmatch(narrow):
        return False
    return not params.patterns or compiled(params.patterns).fullmatch(narrow) is not None


def references(params: Params) -> Iterator[Reference]:
    for key, patterns in (("patterns", params.patterns), ("except_patterns", params.except_patterns)):
        for index, pattern in enumerate(patterns):
            yield Reference("pattern", pattern, (key, index))


def _verdict(params: Params, form: Form, table: str, cells: list[CellFact]) -> Verdict:
    shown: tuple[str | Text | Message, ...] = tuple(_named(form, cell) for cell in cells[:SHOWN])
    reasons: tuple[str | Text | Message, ...] = tuple(
        Message(reason) for reason in dict.fromkeys(cell.reason for cell in cells) if reason
    )
    return Verdict(
        outcome=params.outcome,
        message=Message(
            f"cells.{params.name}",
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
