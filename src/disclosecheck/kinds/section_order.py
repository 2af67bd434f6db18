"""The six sections stand in their order.

    kind: section_order

Passes with I, II, III, IV, V, VI, and with II missing (that is another rule's). Fails with I, II, IV, III,
naming the fewest headings that would have to move.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.headings import heading_evidence, no_headings, statutory
from disclosecheck.model.fact import FactSet, Section
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set: the form gives the order."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    sections = statutory(facts)
    if not sections:
        yield no_headings()
        return
    kept = _longest_ascending(sections)
    moved = tuple(section for section in sections if section not in kept)
    if not moved:
        evidence = tuple(heading_evidence(section) for section in sections)
        yield Verdict(outcome="pass", message=Message("section.in_order"), evidence=evidence)
        return
    numbers = [str(section.number) for section in sections]
    yield Verdict(
        outcome="fail",
        message=Message("section.out_of_order", {"headings": tuple(section.heading for section in moved)}),
        expected=" ".join(sorted(numbers)),
        actual=" ".join(numbers),
        evidence=tuple(heading_evidence(section) for section in moved),
    )


def _longest_ascending(sections: list[Section]) -> list[Section]:
    """The largest part of the headings that is in order; of two equally large ones the first."""
    best: list[list[Section]] = []
    for section in sections:
        before = [chain for chain in best if (chain[-1].number or 0) < (section.number or 0)]
        best.append([*max(before, key=len, default=[]), section])
    return max(best, key=len)
