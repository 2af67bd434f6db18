"""Every row (or column) of the form stands in the tables that are there.

    kind: labels_present
    axis: row

One failure a table, naming the rows that are not there; their cells are part of the same gap. Passes where
each label was met. A table that is missing altogether is another rule's.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.place import column_name, row_name, table_place
from disclosecheck.kinds.tables import found_tables, lines_absent
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Form
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    axis: Literal["row", "column"]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form, tables = facts.form, found_tables(facts)
    if form is None or not tables:
        yield no_tables(facts)
        return
    gaps = [verdict for table in tables if (verdict := _gap(params, facts, form, table))]
    yield from gaps
    if not gaps:
        evidence = tuple(Evidence(section=_section(form, table), table=table) for table in tables)
        yield Verdict(outcome="pass", message=Message(f"table.{params.axis}s_present"), evidence=evidence)


def no_tables(facts: FactSet) -> Verdict:
    """What the rules about tables answer where there is none; that is the presence rule's to fail."""
    return Verdict(outcome="open", message=Message("table.none"), absent=tuple(facts.cells))


def _gap(params: Params, facts: FactSet, form: Form, table: str) -> Verdict | None:
    gone = lines_absent(facts, table, params.axis)
    cells = [cell for line in gone.values() for cell in line]
    if not gone:
        return None
    name = row_name if params.axis == "row" else column_name
    return Verdict(
        outcome="fail",
        message=Message(
            f"table.{params.axis}s_missing",
            {
                "table": table_place(form, table),
                "count": str(len(gone)),
                "names": tuple(name(form, table, key) for key in gone),
            },
        ),
        evidence=tuple(_line_evidence(params.axis, table, key, form) for key in gone),
        absent=tuple(cell.address for cell in cells),
    )


def _line_evidence(axis: str, table: str, key: str, form: Form) -> Evidence:
    section = _section(form, table)
    if axis == "row":
        return Evidence(section=section, table=table, row=key)
    return Evidence(section=section, table=table, column=key)


def _section(form: Form, table: str) -> int | None:
    return next((spec.section for spec in form.tables if spec.id == table), None)
