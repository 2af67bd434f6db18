"""The numbers in the cells are printed plainly, as Arabic digits alone.

    kind: cell_format
    fault: unit

`unit`: a counting word or a unit stands behind the number (15件) although the column has one; `units` are those words,
longest first.
`digits`: full-width digits, Chinese numerals, spaces or separators inside it (１ ２０４, 1,204, 十二). One failure a
table, with all its cells; passes where every number is plain. A number broken by the edge of a narrow column, which a
.pdf shows on two lines, is plain.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.place import inner_place, table_place
from disclosecheck.kinds.tables import found_tables
from disclosecheck.model.fact import CellFact, FactSet
from disclosecheck.model.form import Form
from disclosecheck.model.verdict import Message, Verdict

SHOWN = 4  # cells named in a message; the evidence names all

_SIGNS = frozenset("0123456789.-−－+")


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    fault: Literal["unit", "digits"]
    units: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form, tables = facts.form, found_tables(facts)
    if form is None or not tables:
        yield Verdict(outcome="not_applicable", message=Message("table.none"))
        return
    broken = facts.document is not None and facts.document.format == "pdf"
    bare = {(spec.id, column.key) for spec in form.tables for column in spec.columns if not column.unit}
    odd = [
        cell
        for cell in facts.cells.values()
        if cell.state == "number"
        and _is_odd(params, cell.text, broken)
        and not (params.fault == "unit" and (cell.table, cell.column) in bare)
    ]
    for table in tables:
        if cells := [cell for cell in odd if cell.table == table]:
            yield _verdict(params, form, table, cells)
    if not odd:
        yield Verdict(outcome="pass", message=Message(f"cells.no_{params.fault}"))


def _is_odd(params: Params, text: str, broken: bool) -> bool:
    if _SIGNS.issuperset(text):
        return False
    number = text.rstrip()
    unit = next((unit for unit in params.units if number.endswith(unit)), "")
    if params.fault == "unit":
        return bool(unit)
    number = number[: len(number) - len(unit)].strip()
    if broken:
        number = "".join(number.split())
    return not _SIGNS.issuperset(number)


def _verdict(params: Params, form: Form, table: str, cells: list[CellFact]) -> Verdict:
    shown = tuple(
        Message("cells.with_text", {"place": inner_place(form, cell.address), "text": cell.text})
        for cell in cells[:SHOWN]
    )
    return Verdict(
        outcome="fail",
        message=Message(
            f"cells.{params.fault}",
            {
                "table": table_place(form, table),
                "count": str(len(cells)),
                "cells": shown,
                "more": Message("equation.more") if len(cells) > SHOWN else "",
            },
        ),
        evidence=tuple(cell.evidence for cell in cells),
    )
