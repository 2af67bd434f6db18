"""The tables hold no row or column that the form does not have.

    kind: labels_known

Review, one a table, for rows or columns with labels of the report's own: the form may be neither cut nor
widened, but a column such as 小计 comes from templates and harms nobody. Passes where every label is known.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.labels_present import no_tables
from disclosecheck.kinds.place import table_place
from disclosecheck.kinds.tables import found_tables
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form, tables = facts.form, found_tables(facts)
    if form is None or not tables:
        yield no_tables(facts)
        return
    for table in tables:
        extras = [extra for extra in facts.extras if extra.table == table]
        if extras:
            labels = tuple(extra.label for extra in extras)
            yield Verdict(
                outcome="review",
                message=Message("table.extra", {"table": table_place(form, table), "labels": labels}),
                evidence=tuple(extra.evidence for extra in extras),
            )
    if not facts.extras:
        yield Verdict(outcome="pass", message=Message("table.no_extra"))
