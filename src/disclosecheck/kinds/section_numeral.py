"""A heading's numeral is that of its title.

    kind: section_numeral

Passes with 四、政府信息公开行政复议、行政诉讼情况. Fails with 五、 before that title. A heading without a numeral is
not asked (its numeral may be automatic, or the report may have none).
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.headings import heading_evidence, no_headings, statutory
from disclosecheck.kinds.place import ordinal
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set: the form gives the numerals."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    sections = statutory(facts)
    if not sections:
        yield no_headings()
        return
    numbered = [section for section in sections if section.numeral is not None]
    wrong = [section for section in numbered if section.numeral != section.number]
    for section in wrong:
        yield Verdict(
            outcome="fail",
            message=Message("section.numeral", {"heading": section.heading, "number": ordinal(section.number or 1)}),
            expected=str(section.number),
            actual=str(section.numeral),
            evidence=(heading_evidence(section),),
        )
    if not numbered:
        yield Verdict(outcome="not_applicable", message=Message("section.no_numerals"))
    elif not wrong:
        evidence = tuple(heading_evidence(section) for section in numbered)
        yield Verdict(outcome="pass", message=Message("section.numbered"), evidence=evidence)
