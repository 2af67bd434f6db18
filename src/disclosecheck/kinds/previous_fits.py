"""The report given as last year's is the one to compare with.

    kind: previous_fits
    compare: organ
    renamed: [更名, 机构改革]

`year`: it is the report of the year before. `organ`: it is the same organ's, by its name or a short form of it, or
this year's text has the old name or a word of `renamed`. Otherwise `review`: either the wrong file was given, or a
year or a name is wrong in one of the two. Not applicable without `--previous`, and where one of them does not say.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.last_year import from_last_year, not_compared, other_organ, says, wrong_year
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    compare: Literal["year", "organ"]
    renamed: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    previous = facts.previous
    if previous is None:
        yield not_compared(facts)
    elif params.compare == "year":
        yield _year(facts, previous)
    else:
        yield _organ(params, facts, previous)


def _year(facts: FactSet, previous: FactSet) -> Verdict:
    if facts.year is None or previous.year is None:
        return Verdict(outcome="not_applicable", message=Message("previous_fits.no_year"))
    wanted, given = str(facts.year - 1), str(previous.year)
    names: dict[str, Param] = {"wanted": wanted, "given": given}
    if not wrong_year(facts, previous):
        return Verdict(outcome="pass", message=Message("previous_fits.right_year", names))
    return Verdict(
        outcome="review",
        message=Message("previous_fits.wrong_year", names),
        expected=wanted,
        actual=given,
        evidence=_places(facts, previous, "year"),
    )


def _organ(params: Params, facts: FactSet, previous: FactSet) -> Verdict:
    now, before = facts.organ, previous.organ
    if now is None or before is None or wrong_year(facts, previous):
        return Verdict(outcome="not_applicable", message=Message("previous_fits.no_organ"))
    names: dict[str, Param] = {"now": now, "before": before}
    if not other_organ(facts, previous):
        return Verdict(outcome="pass", message=Message("previous_fits.same_organ", names))
    if says(facts, (before, *params.renamed)):
        return Verdict(outcome="pass", message=Message("previous_fits.explained", names))
    return Verdict(
        outcome="review",
        message=Message("previous_fits.other_organ", names),
        expected=before,
        actual=now,
        evidence=_places(facts, previous, "organ"),
    )


def _places(facts: FactSet, previous: FactSet, what: str) -> tuple[Evidence, ...]:
    here, there = facts.identity.places.get(what), previous.identity.places.get(what)
    return (*((here,) if here else ()), *((from_last_year(there),) if there else ()))
