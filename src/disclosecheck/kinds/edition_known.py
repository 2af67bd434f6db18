"""The tables that were read show which edition of the form they are.

    kind: edition_known

Passes where labels stand that only one edition prints. Review where the tables that print such labels were read and
show none. Open, as part of the same gap, where those tables are missing: who misses them says so.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.labels_present import no_tables
from disclosecheck.kinds.tables import cells_of_table, found_tables
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Form
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set: the forms say which labels tell them apart."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form, found = facts.form, found_tables(facts)
    if met := facts.identity.edition:
        yield Verdict(outcome="pass", message=Message("table.edition_known", {"met": met}))
    elif form is None or not found:
        yield no_tables(facts)
    elif lost := tuple(table for table in _telling(form) if table not in found):
        absent = tuple(cell for table in lost for cell in cells_of_table(facts, table))
        yield Verdict(outcome="open", message=Message("table.edition_untold"), absent=absent)
    else:
        places = tuple(Evidence(section=spec.section, table=spec.id) for spec in form.tables if spec.id in found)
        yield Verdict(outcome="review", message=Message("table.edition_unlabelled"), evidence=places)


def _telling(form: Form) -> tuple[str, ...]:
    """The tables whose rows or columns are among the labels that only this edition prints."""
    marks = set(form.fingerprint)
    return tuple(
        spec.id
        for spec in form.tables
        if marks & {*(row.label for row in spec.rows), *(column.label for column in spec.columns)}
    )
