"""A row that the edition divides is divided.

    kind: rows_split
    row: t3_requests.other
    into: [other_overdue_correction, other_overdue_fee, other_misc]
    only_in: "2021"

Fails where （六）其他处理 stands in one row with numbers, as in the form of 2019. Passes where its three rows
stand. The form as read knows which: one row is a leaf there, three are its children.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.place import row_name, table_spec
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.tables import lines
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Edition
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    row: str
    into: tuple[str, ...]
    only_in: Edition


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    table, key = params.row.split(".")
    rows = lines(facts, table, "row")
    spec = table_spec(facts.form, table) if facts.form else None
    if spec is None or facts.form is None or facts.form.edition != params.only_in:
        yield Verdict(outcome="not_applicable", message=Message("equation.not_in_form"))
        return
    if table not in facts.tables_found:
        absent = tuple(cell.address for row in rows.values() for cell in row)
        yield Verdict(outcome="open", message=Message("table.none"), absent=absent)
        return
    children = {row.key for row in spec.rows} & set(params.into)
    if key in rows and not children:
        yield Verdict(
            outcome="fail",
            message=Message("table.not_split", {"row": row_name(facts.form, table, key)}),
            expected=str(len(params.into)),
            actual="1",
            evidence=tuple(cell.evidence for cell in rows[key]),
            cells=tuple(cell.address for cell in rows[key]),
        )
        return
    evidence = tuple(cell.evidence for child in params.into for cell in rows.get(child, ())[-1:])
    yield Verdict(outcome="pass", message=Message("table.split"), evidence=evidence)


def references(params: Params) -> Iterator[Reference]:
    yield Reference("row", params.row, ("row",))
    table = params.row.split(".")[0]
    for index, key in enumerate(params.into):
        yield Reference("row", f"{table}.{key}", ("into", index))
