"""The numbers in the cells are of the right sort.

    kind: cell_value
    must_be: whole          # or: not_negative

`whole` asks the columns that count (units such as 件 and 项), not amounts of money; `not_negative` asks all but
the column 本年增/减 of 2019. One failure a cell. Passes where every number is right; cells that hold none are
other rules'.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.labels_present import no_tables
from disclosecheck.kinds.place import cell_place
from disclosecheck.kinds.tables import found_tables
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.fact import CellFact, FactSet
from disclosecheck.model.form import Form
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    must_be: Literal["whole", "not_negative"]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form = facts.form
    if form is None or not found_tables(facts):
        yield no_tables(facts)
        return
    exempt = "decimal" if params.must_be == "whole" else "signed_int"
    types = {(table.id, column.key): column.type for table in form.tables for column in table.columns}
    asked = [cell for cell in facts.cells.values() if types.get((cell.table, cell.column)) != exempt]
    wrong = [cell for cell in asked if _wrong(params, cell)]
    for cell in wrong:
        yield _verdict(params, form, cell)
    if not wrong:
        yield Verdict(outcome="pass", message=Message(f"cells.all_{params.must_be}"))


def _wrong(params: Params, cell: CellFact) -> bool:
    if cell.state != "number" or cell.value is None:
        return False
    return cell.value % 1 != 0 if params.must_be == "whole" else cell.value < 0


def _verdict(params: Params, form: Form, cell: CellFact) -> Verdict:
    value = canonical(cell.value) if cell.value is not None else ""
    return Verdict(
        outcome="fail",
        message=Message(
            f"cells.not_{params.must_be}", {"place": cell_place(form, cell.address), "value": cell.text or value}
        ),
        actual=value,
        evidence=(cell.evidence,),
        cells=(cell.address,),
    )
