"""Last year's report as the kinds compare with it: only when it is the report of the year before, by the same organ."""

import msgspec

from disclosecheck.kinds.prose import prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict


def last_year(facts: FactSet) -> FactSet | None:
    """What `--previous` gave, where it fits; None otherwise, for which `not_compared` has the words."""
    previous = facts.previous
    if previous is None or wrong_year(facts, previous):
        return None
    if other_organ(facts, previous) and not says(facts, (previous.organ or "",)):
        return None
    return previous


def not_compared(facts: FactSet) -> Verdict:
    """What the kinds answer without a report to compare with."""
    key = "last_year.not_given" if facts.previous is None else "last_year.unfit"
    return Verdict(outcome="not_applicable", message=Message(key))


def wrong_year(facts: FactSet, previous: FactSet) -> bool:
    """Whether both say their year, and they are not a year apart."""
    return facts.year is not None and previous.year is not None and previous.year != facts.year - 1


def other_organ(facts: FactSet, previous: FactSet) -> bool:
    """Whether both name their organ, and neither name is the other or short for it."""
    now, before = facts.organ, previous.organ
    return now is not None and before is not None and other_name(now, before)


def other_name(one: str, other: str) -> bool:
    """Whether neither name is the other or short for it."""
    return not (_short_for(one, other) or _short_for(other, one))


def says(facts: FactSet, words: tuple[str, ...]) -> bool:
    """Whether the text of this year's report has one of the words."""
    prose = prose_of(facts)
    return prose is not None and any(word in prose.text for word in words if word)


def from_last_year(evidence: Evidence) -> Evidence:
    return msgspec.structs.replace(evidence, source="previous")


def _short_for(short: str, full: str) -> bool:
    """Whether all signs of `short` stand in `full`, in order: 区卫健委 for 临江区卫生健康委员会."""
    signs = iter(full)
    return all(sign in signs for sign in short)
