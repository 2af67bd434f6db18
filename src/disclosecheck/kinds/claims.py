"""What prose or a metrics file claims of cells: figures, and the sums that their words can mean."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.kinds.statements import Standing, shown, standing, stated
from disclosecheck.kinds.terms import Term
from disclosecheck.model.fact import Fact, FactSet


class Reading(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another sum that the words can mean; `unsaid`: possible although no word of it is said."""

    cells: tuple[Term, ...]
    unsaid: bool = False


class Comparison(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One fact and its cells; `where` gives the dimensions that the fact must have, and it may have no others."""

    fact: str
    cells: tuple[Term, ...]
    where: dict[str, str] = {}
    readings: dict[str, Reading] = {}
    otherwise: Literal["fail", "review"] = "fail"


class Claim(msgspec.Struct, frozen=True):
    """One figure as stated in one or several places, and what it is to be compared with."""

    facts: tuple[Fact, ...]
    value: Decimal
    comparison: Comparison
    reading: str | None
    standing: Standing  # whether it counts for the body that the tables count for


def claims(compare: tuple[Comparison, ...], areas: tuple[str, ...], facts: FactSet) -> Iterator[Claim]:
    claimed: set[int] = set()
    for comparison in compare:
        groups: dict[tuple[str, str | None, Standing], list[Fact]] = {}
        for fact in stated(facts, comparison.fact):
            if id(fact) in claimed or not _meant(comparison, fact):
                continue
            claimed.add(id(fact))
            if fact.approximate or not isinstance(fact.value, Decimal):
                continue
            key = (shown(fact.value), _reading(fact, facts), standing(fact, facts, areas))
            groups.setdefault(key, []).append(fact)
        for (value, reading, counts_for), same in groups.items():
            yield Claim(tuple(same), Decimal(value), comparison, reading, counts_for)


def _meant(comparison: Comparison, fact: Fact) -> bool:
    given = {name: value for name, value in fact.dimensions.items() if name != "reading"}
    if "part_of" not in comparison.where:
        given.pop("part_of", None)
    return given == comparison.where


def _reading(fact: Fact, facts: FactSet) -> str | None:
    """What the statement says it includes; a list after a total (自然人61件) shares the total's reading."""
    if "reading" in fact.dimensions or fact.evidence.paragraph is None:
        return fact.dimensions.get("reading")
    whole = fact.dimensions.get("part_of")
    return next(
        (
            other.dimensions["reading"]
            for other in facts.facts
            if other.name == whole
            and other.evidence.paragraph == fact.evidence.paragraph
            and "reading" in other.dimensions
        ),
        None,
    )
