"""A heading is worded as the form has it, or in a way that is accepted.

    kind: section_title
    refuse: [similar]

`refuse` lists what is a mistake: `similar` (a misprint or a wording of one's own), `deprecated` (the wording
of the reports before 2019). Passes with 概述 where only `similar` is refused; fails with 政府信息公开行政法复议情况.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.headings import heading_evidence, no_headings, statutory
from disclosecheck.model.fact import FactSet, Section
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    refuse: tuple[Literal["similar", "deprecated"], ...]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    sections = statutory(facts)
    if not sections:
        yield no_headings()
        return
    refused = [section for section in sections if section.alias in params.refuse]
    for section in refused:
        yield _refused(section, facts)
    if not refused:
        evidence = tuple(heading_evidence(section) for section in sections)
        yield Verdict(outcome="pass", message=Message("section.titled"), evidence=evidence)


def _refused(section: Section, facts: FactSet) -> Verdict:
    form = facts.form
    official = next((spec.title for spec in form.sections if spec.number == section.number), "") if form else ""
    return Verdict(
        outcome="fail",
        message=Message(f"section.title_{section.alias}", {"title": section.title, "official": official}),
        expected=official,
        actual=section.title,
        evidence=(heading_evidence(section),),
    )
