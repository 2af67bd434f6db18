"""The tables are those of the form that the report year asks for.

    kind: edition_fit
    edition: "2021"

Fails where the labels are those of another edition than the one that this pack judges by; the document number
that a report cites says nothing about it. Open where the year is not known; not applicable where the tables that
were found (if any) do not show their edition: that is for the rules about presence.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.tables import cells_of_table, found_tables
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Edition
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    edition: Edition


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    met = facts.identity.edition
    if met is None:
        yield Verdict(outcome="not_applicable", message=Message("table.edition_untold"))
        return
    if facts.year is None:
        yield Verdict(outcome="open", message=Message("table.edition_year_unknown", {"met": met}))
        return
    names = {"met": met, "asked": params.edition, "year": str(facts.year)}
    if met == params.edition:
        yield Verdict(outcome="pass", message=Message("table.edition_fits", {**names}), evidence=_places(facts))
        return
    yield Verdict(
        outcome="fail",
        message=Message("table.edition_differs", {**names}),
        expected=params.edition,
        actual=met,
        evidence=_places(facts),
    )


def _places(facts: FactSet) -> tuple[Evidence, ...]:
    """The tables met, each at its first cell that was read."""
    firsts = (
        next((fact for cell in cells_of_table(facts, table) if (fact := facts.cells[cell]).state != "missing"), None)
        for table in found_tables(facts)
    )
    return tuple(
        Evidence(section=cell.evidence.section, table=cell.table, page=cell.evidence.page) for cell in firsts if cell
    )
