"""What a ledger yields and a cell of the report's tables counts is the same.

    kind: ledger_fits_table
    cells: {requests_received: t3_requests.new_received.total}
    areas: [人民政府]

A difference is for a person: the ledger may be that of one office only. The tables of a government (`areas`: endings
of such organs' names) count for its area, so that only a ledger that holds more than the table is asked about. Blank
cells are for other rules.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds.counted import counted, told
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.fact import CellFact, Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    cells: dict[str, str]  # fact: cell
    areas: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    asked = False
    for name, address in params.cells.items():
        fact, cell = counted(facts, name), facts.cells.get(address)
        if fact is not None and cell is not None and isinstance(fact.value, Decimal) and cell.value is not None:
            asked = True
            yield _judge(params, facts, fact, fact.value, cell, cell.value)
    if not asked:
        yield Verdict(outcome="not_applicable", message=Message("ledger_fits_table.nothing"))


def references(params: Params) -> Iterator[Reference]:
    for name, address in params.cells.items():
        yield Reference("fact", name, ("cells", name))
        yield Reference("cell", address, ("cells", name))


def _judge(params: Params, facts: FactSet, fact: Fact, value: Decimal, cell: CellFact, printed: Decimal) -> Verdict:
    governs = facts.organ is not None and facts.organ.endswith(params.areas)
    fits = _may_be(fact, printed) or (governs and value <= printed)
    sentence = Message(
        f"ledger_fits_table.{'fits' if fits else 'differs'}",
        {"fact": Message(f"fact.{fact.name}"), "counted": canonical(value), "printed": canonical(printed)},
    )
    return Verdict(
        outcome="pass" if fits else "review",
        message=told(fact, sentence),
        expected=canonical(value),
        actual=canonical(printed),
        evidence=(cell.evidence, fact.evidence),
        suspects=(f"counted.{fact.name}",),
    )


def _may_be(fact: Fact, printed: Decimal) -> bool:
    """Whether the rows that cannot be read leave room for what is printed."""
    measured = fact.measured
    if measured is None or not isinstance(measured.least, Decimal):
        return False
    return measured.least <= printed and (measured.most is None or printed <= Decimal(measured.most))
