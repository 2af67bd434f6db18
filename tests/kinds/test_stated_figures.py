"""Thresholds, deadlines, and figures in two sources."""

from typing import Any

import pytest
from given import T3, ask, facts_of, outcomes

RATE = {"fact": "diversified_interpretation_rate", "at_least": 60}


def rate(value: object, **more: Any) -> dict[str, Any]:
    return {"name": "diversified_interpretation_rate", "value": value, **more}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param([rate(59.99)], "fail", id="just below"),
        pytest.param([rate(60)], "pass", id="exactly"),
        pytest.param([rate(60, approximate=True)], "review", id="nearly 60 may be 59"),
        pytest.param([rate(80, approximate=True)], "pass", id="some 80 is above in any case"),
        pytest.param([rate(50, confidence="ambiguous")], "review", id="an ambiguous figure"),
        pytest.param([rate(72), rate(55, source="metrics")], "review", id="two figures on both sides"),
        pytest.param([rate(55), rate(50, source="metrics")], "fail", id="two figures below"),
        pytest.param([rate(80, period="planned")], "open", id="an aim"),
        pytest.param([rate(80, period="2020")], "open", id="another year's"),
        pytest.param([], "open", id="stated nowhere"),
    ],
)
def test_threshold(stated: list[dict[str, Any]], expected: str) -> None:
    assert outcomes(ask("threshold", RATE, facts_of(facts=stated, year=2021))) == [expected]


@pytest.mark.parametrize(
    ("value", "bounds", "expected"),
    [
        pytest.param(True, {"at_least": 1}, "pass", id="said without a number counts as once"),
        pytest.param(True, {"at_least": 3}, "fail", id="once is not three times"),
        pytest.param(False, {"at_least": 1}, "fail", id="said not to have been"),
        pytest.param(6, {"at_most": 5}, "fail", id="above the most"),
        pytest.param(5, {"at_most": 5}, "pass", id="the most"),
        pytest.param(100, {"below": 100}, "fail", id="as many as last year are not fewer"),
        pytest.param(99.99, {"below": 100}, "pass", id="one copy fewer"),
    ],
)
def test_bounds(value: object, bounds: dict[str, int], expected: str) -> None:
    params = {"fact": "main_leader_briefings_count", **bounds}
    facts = facts_of(facts=[{"name": "main_leader_briefings_count", "value": value}])
    assert outcomes(ask("threshold", params, facts)) == [expected]


@pytest.mark.parametrize(
    ("stated", "year", "expected"),
    [
        pytest.param("2021-04-01", 2021, "fail", id="a day late"),
        pytest.param("2021-03-31", 2021, "pass", id="the last day"),
        pytest.param("2020-12-30", 2021, "pass", id="before the year began"),
        pytest.param("2022-01-15", 2021, "fail", id="early in the next year"),
        pytest.param("2022-01-15", None, "pass", id="no year known: the date's own"),
        pytest.param("2021-12-01", None, "fail", id="late in any year"),
    ],
)
def test_deadline(stated: str, year: int | None, expected: str) -> None:
    params = {"fact": "major_decision_catalogue_published_on", "by": "03-31"}
    facts = facts_of(facts=[{"name": "major_decision_catalogue_published_on", "value": stated}], year=year)
    assert outcomes(ask("deadline", params, facts)) == [expected]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        pytest.param([rate(72.0)], "pass", id="72.0 is 72"),
        pytest.param([rate(72), rate(55)], "pass", id="one of two statements agrees"),
        pytest.param([rate(70, approximate=True)], "review", id="a rounded figure"),
        pytest.param([rate(72, dimensions={"of": "videos"})], "not_applicable", id="another figure of the same name"),
        pytest.param([rate(55)], "fail", id="another value"),
    ],
)
def test_sources_agree(prose: list[dict[str, Any]], expected: str) -> None:
    facts = facts_of(facts=[*prose, rate(72, source="metrics")])
    assert outcomes(ask("sources_agree", {}, facts)) == [expected]


def test_a_figure_of_another_year_alone_is_told_with_its_year() -> None:
    [verdict] = ask("threshold", RATE, facts_of(facts=[rate(80, period="2020"), rate(80, period="planned")]))
    assert (verdict.outcome, verdict.message.key) == ("open", "threshold.other_year")
    assert (verdict.message.params["years"], len(verdict.evidence)) == (("2020",), 1)


def test_a_date_of_another_year_alone_is_told_with_its_year() -> None:
    name = "major_decision_catalogue_published_on"
    facts = facts_of(facts=[{"name": name, "value": "2020-03-01", "period": "2020"}], year=2021)
    [verdict] = ask("deadline", {"fact": name, "by": "03-31"}, facts)
    assert (verdict.outcome, verdict.message.key) == ("open", "deadline.other_year")


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        pytest.param([rate(72.5)], ("rounded", "72.5"), id="one is the other rounded"),
        pytest.param([rate(55), rate(72.5)], ("rounded", "72.5"), id="the statement that agrees is told"),
        pytest.param([rate(72.48)], ("same", "72.48"), id="the same places"),
    ],
)
def test_figures_that_agree_are_told_as_they_are_written(prose: list[dict[str, Any]], said: tuple[str, str]) -> None:
    [verdict] = ask("sources_agree", {}, facts_of(facts=[*prose, rate(72.48, source="metrics")]))
    assert (verdict.message.key.partition(".")[2], verdict.message.params["prose"]) == said


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param({}, "pass", id="zeros"),
        pytest.param({f"{T3}.new_received.total": ""}, "open", id="a blank among zeros"),
        pytest.param(
            {f"{T3}.new_received.total": "", f"{T3}.new_received.other_org": 1}, "fail", id="one among blanks"
        ),
        pytest.param({f"{T3}.carried_in.total": 1}, "pass", id="carried in is not received"),
    ],
)
def test_none_stated(cells: dict[str, object], expected: str) -> None:
    params = {"fact": "requests_none", "cells": [f"{T3}.new_received.total", f"{T3}.new_received.other_org"]}
    facts = facts_of(cells=cells, facts=[{"name": "requests_none", "value": True}])
    assert outcomes(ask("none_stated", params, facts)) == [expected]


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        pytest.param({"value": 33.9}, "fail", id="fits no total"),
        pytest.param({"value": 32.1}, "pass", id="32.05 rounded up"),
        pytest.param({"value": 32}, "pass", id="rounded to a whole number"),
        pytest.param({"value": 30.0}, "pass", id="a share of those received"),
        pytest.param({"value": 33.9, "approximate": True}, "not_applicable", id="a rounded share"),
        pytest.param({"value": 33.9, "paragraph": 7}, "not_applicable", id="in another paragraph"),
        pytest.param({"value": 33.9, "confidence": "ambiguous"}, "review", id="an ambiguous share"),
    ],
)
def test_share(share: dict[str, Any], expected: str) -> None:
    facts = facts_of(
        facts=[
            {"name": "requests_received", "value": 859, "paragraph": 6},
            {"name": "requests_completed", "value": 805, "paragraph": 6},
            {"name": "requests_granted", "value": 258, "paragraph": 6},
            {
                "name": "share",
                "paragraph": 6,
                "dimensions": {"what": "requests_granted", "of": "requests_completed"},
                **share,
            },
        ]
    )
    params = {"bases": ["requests_received", "requests_handled", "requests_completed"]}
    assert outcomes(ask("share", params, facts)) == [expected]
