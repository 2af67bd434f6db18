"""Which of the stated figures a rule may go by: those of the report year, and whose they are."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from disclosecheck.kinds.terms import canonical
from disclosecheck.model.fact import Fact, FactSet

Standing = Literal["own", "doubtful", "other"]

# Scopes as rules/phrasings/context.yaml names them: an area as a whole, and bodies of which a report is never alone.
AREAS = ("province", "city", "district", "county", "township")
GOVERNMENT = "_government"  # ends the scopes of a government itself, apart from its area
OTHERS = ("country", "departments", "subordinates")


def stated(facts: FactSet, name: str) -> list[Fact]:
    """The submission's own statements of a figure for the report year, aims and last year's figures left out."""
    year = str(facts.year) if facts.year is not None else None
    return [
        fact
        for fact in facts.facts
        if fact.name == name
        and fact.evidence.source in ("report", "metrics")
        and (fact.period is None or year is None or fact.period == year)
        and fact.period != "planned"
    ]


def of_other_years(facts: FactSet, name: str) -> list[Fact]:
    """The submission's own statements of a figure for other years, where it has none for the report year."""
    return [
        fact
        for fact in facts.facts
        if fact.name == name
        and fact.evidence.source in ("report", "metrics")
        and fact.period not in (None, "planned", str(facts.year))
    ]


def years_of(statements: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(sorted({fact.period for fact in statements if fact.period is not None}))


def standing(fact: Fact, facts: FactSet, areas: Iterable[str]) -> Standing:
    """Whether a statement counts for the body that the tables count for.

    The tables of a government (`areas`: endings of such organs' names) count for its area, those of any other
    organ for itself; a statement that names no scope is taken for the organ's. Doubtful are a government's office
    in the government's report, and the whole area in a department's.
    """
    if fact.scope is None:
        return "own"
    if fact.scope in OTHERS:
        return "other"
    governs = facts.organ is not None and facts.organ.endswith(tuple(areas))
    own = fact.scope in AREAS if governs else fact.scope == "organ" and facts.organ is not None
    return "own" if own else "doubtful"


def stated_as(name: str, value: Decimal) -> str:
    """How verdicts call a stated figure when they doubt or suspect it."""
    return f"stated.{name}.{canonical(value)}"


def shown(value: Decimal | str | bool) -> str:
    """A stated value in the contract's form."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return canonical(value) if isinstance(value, Decimal) else value
