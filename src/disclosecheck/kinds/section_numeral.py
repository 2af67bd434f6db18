"""A heading's numeral is that of its title.

    kind: section_numeral
    no_numerals: [—]

Passes with 四、政府信息公开行政复议、行政诉讼情况. Fails with 五、 before that title, and with one of `no_numerals`, a
dash typed for 一. A heading without a numeral is not asked (its numeral may be automatic, or the report may have none).
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.headings import heading_evidence, no_headings, statutory
from disclosecheck.kinds.place import ordinal
from disclosecheck.model.fact import FactSet, Section
from disclosecheck.model.verdict import Message, Verdict

MARKS = "、.．,，"  # behind a numeral


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    no_numerals: tuple[str, ...] = ()  # signs that look like a numeral and are none


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    sections = statutory(facts)
    if not sections:
        yield no_headings()
        return
    signs = {section.heading: sign for section in sections if (sign := _sign(section, params))}
    numbered = [section for section in sections if section.numeral is not None or section.heading in signs]
    wrong = [section for section in numbered if section.numeral != section.number or section.heading in signs]
    for section in wrong:
        yield Verdict(
            outcome="fail",
            message=Message("section.numeral", {"heading": section.heading, "number": ordinal(section.number or 1)}),
            expected=str(section.number),
            actual=signs.get(section.heading) or str(section.numeral),
            evidence=(heading_evidence(section),),
        )
    if not numbered:
        yield Verdict(outcome="not_applicable", message=Message("section.no_numerals"))
    elif not wrong:
        evidence = tuple(heading_evidence(section) for section in numbered)
        yield Verdict(outcome="pass", message=Message("section.numbered"), evidence=evidence)


def _sign(section: Section, params: Params) -> str:
    """The sign in the place of a numeral."""
    heading = section.heading.lstrip()
    found = (sign for sign in params.no_numerals if heading.startswith(tuple(sign + mark for mark in MARKS)))
    return next(found, "")
