"""Something stands under each heading.

    kind: section_content

Passes with 六、其他需要报告的事项 and the word 无 below. Fails where the next heading, the signature or the end follows
at once.
Sections that hold a table are asked by the rules about tables.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.headings import heading_evidence, no_headings, statutory
from disclosecheck.kinds.last_year import other_name
from disclosecheck.model.document import Paragraph
from disclosecheck.model.fact import FactSet, Section
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    sections = statutory(facts)
    if not sections:
        yield no_headings()
        return
    tabular = {spec.number for spec in facts.form.sections if spec.tables} if facts.form else set()
    asked = [section for section in sections if section.number not in tabular]
    empty = [section for section in asked if section.empty or _only_signed(facts, section)]
    for section in empty:
        message = Message("section.empty", {"heading": section.heading})
        yield Verdict(outcome="fail", message=message, evidence=(heading_evidence(section),))
    if not asked:
        yield Verdict(outcome="not_applicable", message=Message("section.all_tabular"))
    elif not empty:
        evidence = tuple(heading_evidence(section) for section in asked)
        yield Verdict(outcome="pass", message=Message("section.filled"), evidence=evidence)


def _only_signed(facts: FactSet, section: Section) -> bool:
    """Whether nothing but the organ's name and a date stands below a heading."""
    signed = facts.identity.places.get("signed")
    if signed is None or signed.paragraph is None or section.inline or facts.document is None or not facts.organ:
        return False
    body = facts.document.blocks[section.start + 1 : section.end]
    lines = [block.text.strip() for block in body if isinstance(block, Paragraph) and block.number != signed.paragraph]
    tables = any(not isinstance(block, Paragraph) for block in body)
    return not tables and len(lines) < len(body) and all(not other_name(line, facts.organ) for line in lines if line)
