"""Numbers that a report adds in the side headings of a table are the sums of the rows below.

    kind: side_rows_add_up
    table: t3_requests

One failure for each column of a side heading that differs, all of one heading with one cause. Passes where all agree;
not applicable where no side heading holds as many numbers as the table has columns. A row below that holds no number
leaves its column out.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds.place import column_name, row_name, table_place, table_spec
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.terms import canonical, value_of
from disclosecheck.model.fact import Extra, FactSet
from disclosecheck.model.form import Form, TableSpec, address
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    table: str


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form = facts.form
    spec = table_spec(form, params.table) if form else None
    judged = False
    for extra in facts.extras if form and spec else ():
        if form and spec and extra.table == spec.id and extra.kind == "row" and extra.row is not None:
            for verdict in _judge(form, spec, facts, extra):
                judged = True
                yield verdict
    if not judged:
        yield Verdict(outcome="not_applicable", message=Message("table.no_side_row"))


def references(params: Params) -> Iterator[Reference]:
    yield Reference("table", params.table, ("table",))


def _judge(form: Form, spec: TableSpec, facts: FactSet, extra: Extra) -> Iterator[Verdict]:
    below = [row.key for row in spec.rows if row.parent == extra.row and row.leaf]
    columns = [column.key for column in spec.columns if not column.optional]
    if not below or len(extra.values) != len(columns):
        return
    for column, text in zip(columns, extra.values, strict=True):
        values = [value_of(facts, address(spec.id, row, column)) for row in below]
        if not text.isascii() or not text.isdigit() or None in values:
            continue
        total = sum((value for value in values if value is not None), Decimal(0))
        names: dict[str, Param] = {
            "table": table_place(form, spec.id),
            "row": row_name(form, spec.id, extra.row or ""),
            "column": column_name(form, spec.id, column),
            "printed": text,
            "sum": canonical(total),
        }
        holds = Decimal(text) == total
        yield Verdict(
            outcome="pass" if holds else "fail",
            message=Message("table.side_row_adds_up" if holds else "table.side_row_differs", names),
            expected=canonical(total),
            actual=text,
            evidence=(msgspec.structs.replace(extra.evidence, row=extra.row, column=column, quote=text),),
            cause=f"side_row.{extra.row}",
        )
