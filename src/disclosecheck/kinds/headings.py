"""The headings of a report as the section kinds ask for them."""

from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet, Section
from disclosecheck.model.verdict import Message, Verdict


def statutory(facts: FactSet) -> list[Section]:
    """The headings that are one of the six, in document order, each section at its first place."""
    seen: dict[int, Section] = {}
    for section in facts.sections:
        if section.number is not None:
            seen.setdefault(section.number, section)
    return list(seen.values())


def sections_by_number(facts: FactSet) -> dict[int, Section]:
    return {section.number: section for section in statutory(facts) if section.number is not None}


def section_at(facts: FactSet, paragraph: int | None) -> int | None:
    """The section in which a paragraph stands; None before the first heading and under one that is none of the six."""
    above = [section for section in facts.sections if paragraph is not None and section.paragraph <= paragraph]
    return above[-1].number if above else None


def heading_evidence(section: Section) -> Evidence:
    return Evidence(
        section=section.number, paragraph=section.paragraph, page=section.page, quote=section.heading, value=None
    )


def no_headings() -> Verdict:
    """What the rules about headings answer where there is none; that is the presence rule's to fail."""
    absent = tuple(f"section.{number}" for number in range(1, 7))
    return Verdict(outcome="open", message=Message("section.none"), absent=absent)
