"""Each of the six sections stands once.

    kind: sections_once

Fails where a heading comes again with other text below it. Passes where each stands once; a heading that is printed
twice with nothing between (a running title) is no second section.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.headings import heading_evidence, statutory
from disclosecheck.kinds.prose import no_document
from disclosecheck.model.fact import FactSet, Section
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    if facts.document is None:
        yield no_document()
        return
    first = {section.number: section for section in statutory(facts)}
    if not first:
        yield Verdict(outcome="not_applicable", message=Message("section.none"))
        return
    again = [section for section in facts.sections if section.number in first and section is not first[section.number]]
    told = [section for section in again if not _empty(section, first[section.number])]
    for section in told:
        yield Verdict(
            outcome="fail",
            message=Message("sections_once.again", {"heading": section.heading}),
            evidence=(heading_evidence(section), heading_evidence(first[section.number])),
        )
    if not told:
        yield Verdict(outcome="pass", message=Message("sections_once.once"))


def _empty(section: Section, first: Section) -> bool:
    return section.empty or first.empty
