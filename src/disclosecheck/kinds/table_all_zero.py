"""A table is not all zeros where the text counts what belongs into it.

    kind: table_all_zero
    table: t3_requests
    facts: [requests_received, requests_completed]

Fails with 受理申请6件 and a table of zeros; the figures that differ from it for that reason refer to this finding.
With one number above 0, or a blank, in the table this rule has nothing to say: others compare figure by figure.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds.place import table_place
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import standing, stated
from disclosecheck.kinds.terms import all_zero, canonical
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    table: str
    facts: tuple[str, ...]
    areas: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    counted = [
        fact
        for name in params.facts
        for fact in stated(facts, name)
        if isinstance(fact.value, Decimal) and fact.value > 0 and fact.confidence == "certain"
    ]
    own = [fact for fact in counted if standing(fact, facts, params.areas) == "own"]
    if not own or facts.form is None or not any(cell.table == params.table for cell in facts.cells.values()):
        yield Verdict(outcome="not_applicable", message=Message("table_all_zero.not_stated"))
        return
    place = table_place(facts.form, params.table)
    if not all_zero(facts, params.table):
        yield Verdict(outcome="pass", message=Message("table_all_zero.filled", {"table": place}))
        return
    value = canonical(own[0].value) if isinstance(own[0].value, Decimal) else ""
    names: dict[str, Param] = {"fact": Message(f"fact.{own[0].name}"), "value": value, "table": place}
    cells = [cell.evidence for cell in facts.cells.values() if cell.table == params.table]
    yield Verdict(
        outcome="fail",
        message=Message("table_all_zero.contradicted", {**names}),
        actual="0",
        evidence=(*(fact.evidence for fact in own), cells[0]),
        cause=f"all_zero.{params.table}",
    )


def references(params: Params) -> Iterator[Reference]:
    yield Reference("table", params.table, ("table",))
    for index, name in enumerate(params.facts):
        yield Reference("fact", name, ("facts", index))
