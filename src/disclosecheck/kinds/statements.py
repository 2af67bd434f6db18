"""Which of the stated figures a rule may go by: those of the report year, and whose they are."""

from collections.abc import Iterable
from decimal import Decimal

from disclosecheck.kinds.terms import canonical
from disclosecheck.model.fact import Fact, FactSet

INNER = ("organ", "office", "department")  # scopes that are an organ's own, whatever area it governs


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


def other_scope(fact: Fact, facts: FactSet, areas: Iterable[str]) -> bool:
    """Whether a statement counts for somebody else than the tables do.

    The tables of a government (`areas`: endings of such organs' names) count for its area, those of any other
    organ for itself; a statement that names no scope is taken for the organ's.
    """
    if fact.scope is None or facts.organ is None:
        return False
    governs = facts.organ.endswith(tuple(areas))
    return (fact.scope in INNER) == governs


def shown(value: Decimal | str | bool) -> str:
    """A stated value in the contract's form."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return canonical(value) if isinstance(value, Decimal) else value
