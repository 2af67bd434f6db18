"""The report was published by the day that its organ has.

    kind: published_by
    organs: department
    by: "01-31"

The date is that of --published, else the one the page states. Fails with 2024-02-01 for a department's report of 2023,
passes with 2024-01-31 and with any other class of organ (not applicable). `until` is a later day that a local notice
grants (MM-DD). A date before the year was over, and a page's own date more than a year after it (a page that was moved
shows such), are for a person.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.organ_class import OrganClasses, class_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Outcome, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    organs: Literal["department", "government", "township"]
    by: str  # MM-DD of the year after the report year
    until: str | None = None  # a later day that a local notice grants
    classes: OrganClasses

    def __post_init__(self) -> None:
        for day in (self.by, *((self.until,) if self.until else ())):
            if len(day) != 5 or day[2] != "-" or not (day[:2] + day[3:]).isdigit():
                raise ValueError(f"a day is MM-DD, not {day!r}")


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    told, date = facts.expected.published, facts.expected.published or facts.identity.published
    if date is None:
        yield Verdict(outcome="not_applicable", message=Message("published_by.unknown"))
    elif facts.year is None or class_of(facts.organ, params.classes) != params.organs:
        yield Verdict(outcome="not_applicable", message=Message("published_by.other_organ"))
    else:
        yield _judge(params, facts, date, _year(facts, date, facts.year), told=told is not None)


def _year(facts: FactSet, date: str, year: int) -> int:
    """The year of the period where the day fits that one better: a wrong year in the title is told of the title."""
    period = facts.identity.period
    reported = int(period[1][:4]) if period is not None and facts.expected.year is None else year
    return reported if year < reported and date[:4] == str(reported + 1) else year


def _judge(params: Params, facts: FactSet, date: str, year: int, *, told: bool) -> Verdict:
    limit = f"{year + 1}-{max(params.by, params.until or '')}"
    names = {"date": date, "by": limit, "year": str(year)}
    place = facts.identity.places.get("published") if not told else None
    outcome, suffix = _outcome(date, limit, year, told=told)
    return Verdict(
        outcome=outcome,
        message=Message(f"published_by.{suffix}", {**names}),
        expected=limit,
        actual=date,
        evidence=(place or Evidence(quote=date),),
    )


def _outcome(date: str, limit: str, year: int, *, told: bool) -> tuple[Outcome, str]:
    if date <= f"{year}-12-31":
        return "review", "before_the_year_was_over"
    if date <= limit:
        return "pass", "in_time"
    if not told and date > f"{year + 1}-12-31":
        return "review", "perhaps_moved"
    return "fail", "late"
