"""Each section that must hold a table holds it, whole.

    kind: table_present

One verdict a section: table 2 may stand as one grid or as several. Passes where every part of it was
recognised by its labels; fails where a part or all of it was not, and owns the cells that are gone with it.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.headings import heading_evidence, sections_by_number
from disclosecheck.kinds.place import ordinal, table_place
from disclosecheck.kinds.tables import cells_of_table
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Form, SectionSpec
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set: the form says which section holds which tables."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form = facts.form
    for spec in form.sections if form else ():
        if form and spec.tables:
            yield _section(spec, form, facts)


def _section(spec: SectionSpec, form: Form, facts: FactSet) -> Verdict:
    lost = tuple(table for table in spec.tables if table not in facts.tables_found)
    heading = sections_by_number(facts).get(spec.number)
    if not lost:
        evidence = tuple(Evidence(section=spec.number, table=table) for table in spec.tables)
        return Verdict(
            outcome="pass", message=Message("table.present", {"number": ordinal(spec.number)}), evidence=evidence
        )
    whole = len(lost) == len(spec.tables)
    gaps = tuple(Evidence(section=spec.number, table=table) for table in lost)
    return Verdict(
        outcome="fail",
        message=Message(
            "table.missing" if whole else "table.part_missing",
            {"number": ordinal(spec.number), "tables": tuple(table_place(form, table) for table in lost)},
        ),
        evidence=(heading_evidence(heading), *gaps) if heading else gaps,
        absent=tuple(cell for table in lost for cell in cells_of_table(facts, table)),
    )
