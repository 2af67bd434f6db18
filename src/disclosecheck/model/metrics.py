"""Figures handed in beside a report, or without one."""

import msgspec

from disclosecheck.model.fact import Fact


class Metrics(msgspec.Struct, frozen=True, kw_only=True):
    """A metrics file: whose figures and of which year, where it says so, and the figures."""

    organ: str | None = None
    year: int | None = None
    facts: tuple[Fact, ...] = ()
    closing: str | None = None  # ISO date of the day on which the ledgers were closed
    ledgers: tuple[tuple[str, str], ...] = ()  # (ledger form's id, sheet) of the sheets of a workbook that are ledgers
