"""What a document of key points asks for, clause by clause, and what decides it: for people, not for judging."""

from typing import Literal

import msgspec

from disclosecheck.model.rule import Clause, DecidedBy, Severity, Text, ThresholdFrom

Place = Literal["report", "metrics", "records"]  # where a statement may stand, as in Evidence.source


class Demand(msgspec.Struct, frozen=True, kw_only=True):
    """One rule of the pack."""

    rule: str
    title: Text
    decided_by: DecidedBy | None
    asked: Text | None  # the number or date: 不低于 60%; None where none is compared
    threshold_from: ThresholdFrom | None
    severity: Severity
    encouraged: bool
    facts: tuple[str, ...]  # names of the registry
    places: tuple[Place, ...]  # where the program finds it
    ledgers: tuple[str, ...] = ()  # ids of the ledgers that yield it
    basis: str


class ClauseDemands(msgspec.Struct, frozen=True, kw_only=True):
    clause: Clause
    demands: tuple[Demand, ...]


class PackDemands(msgspec.Struct, frozen=True, kw_only=True):
    """All clauses of the pack's document, in its order."""

    pack: str
    version: str
    title: Text
    authority: str
    clauses: tuple[ClauseDemands, ...]

    @property
    def demands(self) -> tuple[Demand, ...]:
        return tuple(demand for part in self.clauses for demand in part.demands)
