"""Each of the six statutory sections must be there, recognised by its title.

    kind: section_present

Passes for each heading that is one of the six, whatever its numeral. Fails for each that is not met; then
tables of that section that nobody found are part of the same gap.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.headings import heading_evidence, sections_by_number
from disclosecheck.kinds.place import ordinal
from disclosecheck.kinds.tables import cells_of_table
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import SectionSpec
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set: the form names the sections."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    found = sections_by_number(facts)
    for spec in facts.form.sections if facts.form else ():
        title = Text(zh=spec.title, en=spec.key)
        names: dict[str, Param] = {
            "number": ordinal(spec.number),
            "title": title,
        }
        if section := found.get(spec.number):
            evidence = (heading_evidence(section),)
            yield Verdict(outcome="pass", message=Message("section.present", names), evidence=evidence)
        else:
            yield Verdict(
                outcome="fail",
                message=Message("section.missing", names),
                expected=spec.title,
                evidence=(Evidence(section=spec.number),),
                absent=(f"section.{spec.number}", *_cells_lost(spec, facts)),
            )


def _cells_lost(spec: SectionSpec, facts: FactSet) -> Iterator[str]:
    for table in spec.tables:
        if table not in facts.tables_found:
            yield from cells_of_table(facts, table)
