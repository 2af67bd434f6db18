"""Where the text says that there was nothing, the table holds nothing.

    kind: none_stated
    fact: requests_none
    cells: [t3_requests.new_received.natural_person, t3_requests.new_received.total]

Passes with 未收到申请 and zeros. Fails with 未收到申请 and any number above 0 in one of the cells, blanks or not; with
blanks beside zeros it is open. `says` is the value by which the fact says so, where it is a figure: 收费通知0件.
Wordings that are less than certain are reviewed. Nothing stated: not applicable.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds.place import cell_place
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import standing, stated
from disclosecheck.kinds.terms import Term, canonical, cells_of, expand, term_references, unread
from disclosecheck.model.fact import CellFact, Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    fact: str
    cells: tuple[Term, ...]
    areas: tuple[str, ...] = ()
    says: int | None = None


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    meant = True if params.says is None else Decimal(params.says)
    made = [fact for fact in stated(facts, params.fact) if fact.value == meant and not fact.approximate]
    own = [fact for fact in made if standing(fact, facts, params.areas) == "own"]
    summands = expand(facts.form, params.cells, "none", "") if facts.form else None
    if facts.form is None or summands is None or not own:
        key = "none_stated.other_scope" if made else "none_stated.not_stated"
        yield Verdict(outcome="not_applicable", message=Message(key))
        return
    cells = cells_of(facts, summands)
    above = [cell for cell in cells if cell.value is not None and cell.value > 0]
    statements = tuple(fact.evidence for fact in own)
    names = {"fact": Message(f"fact.{params.fact}")}
    if above:
        yield _contradicted(own, above, facts)
    elif absent := unread(facts, summands):
        yield Verdict(
            outcome="open", message=Message("none_stated.open", {**names}), evidence=statements, absent=absent
        )
    else:
        evidence = (*statements, *(cell.evidence for cell in cells))
        yield Verdict(outcome="pass", message=Message("none_stated.holds", {**names}), evidence=evidence)


def _contradicted(own: list[Fact], above: list[CellFact], facts: FactSet) -> Verdict:
    worst = max(above, key=lambda cell: cell.value or 0)
    unsure = all(fact.confidence != "certain" for fact in own)
    value = canonical(worst.value) if worst.value is not None else ""
    place = cell_place(facts.form, worst.address) if facts.form else worst.address
    return Verdict(
        outcome="review" if unsure else "fail",
        message=Message(
            "none_stated.contradicted",
            {"fact": Message(f"fact.{own[0].name}"), "place": place, "value": value},
        ),
        expected="0",
        actual=value,
        evidence=(*(fact.evidence for fact in own), *(cell.evidence for cell in above)),
        cells=tuple(cell.address for cell in above),
        cause=f"stated.{own[0].name}",
    )


def references(params: Params) -> Iterator[Reference]:
    yield Reference("fact", params.fact, ("fact",))
    yield from term_references(params.cells, "none", "cells")
