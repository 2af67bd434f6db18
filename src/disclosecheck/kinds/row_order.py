"""The rows of a table stand in the order of the form.

    kind: row_order

One failure a table, naming the first row that stands before one it should follow. Passes where the rows that were met
ascend; a row that stands twice is judged where it stands first, and a side heading, which stands in the middle of its
rows as often as above them, is not judged. Not applicable where no row's label was met.
"""

import itertools
from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.place import row_name, table_place, table_spec
from disclosecheck.model.fact import FactSet, LabelMet
from disclosecheck.model.form import Form
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set: the form has the order."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form = facts.form
    tables = tuple(dict.fromkeys(label.table for label in facts.labels_met if label.row))
    if form is None or not tables:
        yield Verdict(outcome="not_applicable", message=Message("label.none"))
        return
    disordered = [verdict for table in tables if (verdict := _judge(facts, form, table))]
    yield from disordered
    if not disordered:
        yield Verdict(outcome="pass", message=Message("label.in_order"))


def _judge(facts: FactSet, form: Form, table: str) -> Verdict | None:
    spec = table_spec(form, table)
    ranks = {row.key: rank for rank, row in enumerate(spec.rows) if not row.header_only} if spec else {}
    met: dict[str, LabelMet] = {}
    for label in facts.labels_met:
        if label.table == table and label.row in ranks:
            met.setdefault(label.row, label)
    keys = list(met)
    for before, after in itertools.pairwise(keys):
        if ranks[after] < ranks[before]:
            return _verdict(form, table, met[before], met[after])
    return None


def _verdict(form: Form, table: str, before: LabelMet, after: LabelMet) -> Verdict:
    names: dict[str, Param] = {
        "first": row_name(form, table, before.row or ""),
        "second": row_name(form, table, after.row or ""),
    }
    return Verdict(
        outcome="fail",
        message=Message("label.out_of_order", {"table": table_place(form, table), **names}),
        evidence=(before.evidence, after.evidence),
    )
