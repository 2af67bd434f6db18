"""What belongs to one section does not stand in another.

    kind: section_of_content

Review, one a table, for a table of the form below another section's heading. Passes where each stands in its own;
what stands before the first heading, or below one that is none of the six, is not judged.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.place import ordinal, table_place
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set: the form says where its tables stand."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form = facts.form
    if form is None or not facts.tables_found:
        yield Verdict(outcome="not_applicable", message=Message("section_of_content.none"))
        return
    there = {section.number for section in facts.sections}
    met: dict[str, Evidence] = {}
    for cell in facts.cells.values():
        if cell.state != "missing":
            met.setdefault(cell.table, cell.evidence)
    wrong = 0
    for spec in form.tables:
        place = met.get(spec.id)
        if place is None or place.section is None or place.section == spec.section or spec.section not in there:
            continue
        wrong += 1
        names: dict[str, Param] = {
            "table": table_place(form, spec.id),
            "own": ordinal(spec.section),
            "other": ordinal(place.section),
        }
        yield Verdict(
            outcome="review",
            message=Message("section_of_content.elsewhere", {**names}),
            expected=str(spec.section),
            actual=str(place.section),
            evidence=(Evidence(section=place.section, table=spec.id, page=place.page),),
        )
    if not wrong:
        yield Verdict(outcome="pass", message=Message("section_of_content.own"))
