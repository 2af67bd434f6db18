"""There is no section of the first level beside the six.

    kind: sections_known
    tolerated: [附件, 附表]

Fails with 七、监督保障情况 below the sixth section, or between two of the six. Passes with the six, and with headings
of `tolerated` words. A heading with the numeral of a section that is missing is that one in other words, and the
presence rule's. Where none of the six is met the text has another order altogether, and is not judged.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.headings import heading_evidence, statutory
from disclosecheck.kinds.prose import no_document
from disclosecheck.model.fact import FactSet, Section
from disclosecheck.model.verdict import Message, Verdict

_FEWEST = 3  # of the six that show that the report follows the form


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    tolerated: tuple[str, ...] = ()  # beginnings of titles


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    if facts.document is None:
        yield no_document()
        return
    known = statutory(facts)
    if len(known) < _FEWEST:
        yield Verdict(outcome="not_applicable", message=Message("sections_known.too_few"))
        return
    lost = {*range(1, 7)} - {section.number for section in known}
    extra = [section for section in facts.sections if section.number is None and _is_extra(params, section, lost)]
    for section in extra:
        yield Verdict(
            outcome="fail",
            message=Message("sections_known.extra", {"heading": section.heading}),
            actual=section.heading,
            evidence=(heading_evidence(section),),
        )
    if not extra:
        yield Verdict(outcome="pass", message=Message("sections_known.known"))


def _is_extra(params: Params, section: Section, lost: set[int]) -> bool:
    """Whether a heading is none of the six; in the place of one that is missing it is that one, worded otherwise."""
    return section.numeral not in lost and not section.title.startswith(params.tolerated or ("\0",))
