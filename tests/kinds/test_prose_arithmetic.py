"""Figures of the text against one another: parts, shares, changes, contradictions, confidence."""

from typing import Any

import pytest
from given import T3, T4, ask, facts_of, outcomes

AREAS = ["人民政府"]
CLOSING = {
    "closing": ["其他", "其余"],
    "complete": [["自然人", "法人"]],
    "open_words": ["等"],
    "open_openers": ["主要包括"],
}


def breakdown(whole: int, parts: dict[str, int], **more: Any) -> dict[str, Any]:
    return {"whole": whole, "parts": parts, "paragraph": 6, **more}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(breakdown(9, {"甲": 3}), "pass", id="one of several"),
        pytest.param(breakdown(9, {"甲": 3, "其余": 6}), "pass", id="the rest makes it whole"),
        pytest.param(breakdown(9, {"甲": 3, "其余": 5}, tail="等"), "pass", id="等 leaves the list open"),
        pytest.param(breakdown(9, {"甲": 3, "其余": 5}, tail="乙#件"), "pass", id="a list that goes on"),
        pytest.param(breakdown(9, {"甲": 3, "其余": 5}, opener="主要包括"), "pass", id="an open list"),
        pytest.param(breakdown(9, {"其他": 5}), "pass", id="the rest alone"),
        pytest.param(breakdown(9, {"甲": 3, "乙": 6, "丙": 40}, nested=True), "pass", id="a new whole after all parts"),
        pytest.param(
            breakdown(9, {"甲": 3, "乙": 5, "丙": 40}, nested=True), "fail", id="a nested part above the whole"
        ),
        pytest.param(breakdown(9, {"甲": 3, "其余": 5}), "fail", id="one short"),
        pytest.param(breakdown(9, {"甲": 3, "其他栏目发布信息": 5}), "review", id="a class that begins with 其他"),
        pytest.param(breakdown(9, {"自然人": 5, "法人": 3}), "fail", id="persons and organisations, one short"),
        pytest.param(breakdown(9, {"甲": 6, "乙": 6}), "fail", id="more than the whole"),
        pytest.param(breakdown(9, {"甲": 10}, approximate=True), "pass", id="a rounded whole"),
    ],
)
def test_parts(given: dict[str, Any], expected: str) -> None:
    assert outcomes(ask("breakdown", CLOSING, facts_of(breakdowns=[given]))) == [expected]


def test_the_finding_names_the_larger_part() -> None:
    (verdict,) = ask("breakdown", CLOSING, facts_of(breakdowns=[breakdown(382, {"网站": 35, "公众号": 2443})]))
    assert (verdict.expected, verdict.actual, verdict.message.params["label"]) == ("382", "2443", "公众号")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({"now": 35, "by": 5, "rate": "16.7"}, "pass", id="as it is"),
        pytest.param({"now": 35, "by": 5, "rate": "16.6"}, "pass", id="cut off, not rounded"),
        pytest.param({"now": 35, "by": 5, "rate": "14.3"}, "fail", id="of this year's figure"),
        pytest.param({"now": 30, "by": -5, "rate": "-14.3"}, "pass", id="a fall"),
        pytest.param({"now": 5, "by": 5, "rate": "100"}, "not_applicable", id="from nothing there is no rate"),
        pytest.param({"now": 35, "by": 5, "rate": "50", "approximate": True}, "not_applicable", id="rounded"),
    ],
)
def test_changes(change: dict[str, Any], expected: str) -> None:
    assert outcomes(ask("growth", {}, facts_of(changes=[change]))) == [expected]


def review(value: int, paragraph: int, **more: Any) -> dict[str, Any]:
    return {"name": "review_cases", "value": value, "paragraph": paragraph, **more}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param([review(2, 12), review(2, 41)], ["pass"], id="the same"),
        pytest.param([review(2, 12), review(4, 41, period="2022")], ["not_applicable"], id="last year's"),
        pytest.param([review(2, 12), review(4, 41, approximate=True)], ["not_applicable"], id="rounded"),
        pytest.param([review(2, 12), review(4, 41, confidence="likely")], ["not_applicable"], id="less than certain"),
        pytest.param([review(2, 12), review(4, 41, scope="city")], ["not_applicable"], id="another body's"),
        pytest.param([review(2, 12), review(4, 41, scope="organ")], ["fail"], id="the organ's own"),
        pytest.param([review(2, 12), review(4, 30), review(5, 41)], ["fail", "fail"], id="three values"),
    ],
)
def test_contradictions(facts: list[dict[str, Any]], expected: list[str]) -> None:
    params = {"figures": {"review_cases": [f"{T4}.review_total"]}, "areas": AREAS}
    given = facts_of(year=2023, facts=facts, cells={f"{T4}.review_total": 2})
    assert outcomes(ask("consistent", params, given)) == expected


def test_the_place_that_the_table_denies_is_the_wrong_one() -> None:
    params = {"figures": {"review_cases": [f"{T4}.review_total"]}}
    given = facts_of(facts=[review(2, 12), review(4, 41)], cells={f"{T4}.review_total": 4})
    (verdict,) = ask("consistent", params, given)
    assert (verdict.actual, verdict.expected, verdict.evidence[0].paragraph) == ("2", "4", 12)


@pytest.mark.parametrize("kind", ["agreement", "none_stated", "sources_agree", "threshold"])
@pytest.mark.parametrize(
    ("confidence", "expected"), [("certain", "fail"), ("likely", "review"), ("ambiguous", "review")]
)
def test_only_certain_wordings_fail(kind: str, confidence: str, expected: str) -> None:
    cells = {f"{T3}.new_received.total": 3}
    rule: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
        "agreement": (
            {"compare": [{"fact": "requests_received", "cells": [f"{T3}.new_received.total"]}]},
            {"name": "requests_received", "value": 5},
        ),
        "none_stated": (
            {"fact": "requests_none", "cells": [f"{T3}.new_received.total"]},
            {"name": "requests_none", "value": True},
        ),
        "sources_agree": ({}, {"name": "training_sessions_count", "value": 5}),
        "threshold": (
            {"fact": "diversified_interpretation_rate", "at_least": 60},
            {"name": "diversified_interpretation_rate", "value": 55},
        ),
    }
    params, stated = rule[kind]
    given = [{**stated, "confidence": confidence}]
    if kind == "sources_agree":
        given.append({"name": "training_sessions_count", "value": 4, "source": "metrics"})
    assert outcomes(ask(kind, params, facts_of(cells=cells, facts=given))) == [expected]


@pytest.mark.parametrize(
    ("prose", "metric", "expected"),
    [
        pytest.param(True, 2, "pass", id="heard, and twice"),
        pytest.param(True, 0, "fail", id="heard, and never"),
        pytest.param(2, True, "pass", id="twice, and attested"),
        pytest.param(True, True, "pass", id="both attest it"),
    ],
)
def test_a_statement_without_a_number_agrees_with_any(prose: object, metric: object, expected: str) -> None:
    given = [
        {"name": "main_leader_briefings_count", "value": prose, "paragraph": 6},
        {"name": "main_leader_briefings_count", "value": metric, "source": "metrics"},
    ]
    assert outcomes(ask("sources_agree", {}, facts_of(facts=given))) == [expected]


@pytest.mark.parametrize(
    "scope", ["province_government", "district_government", "city_level", "district_level", "townships", "system"]
)
@pytest.mark.parametrize("organ", ["云溪市教育局", "云溪市临江区人民政府"])
def test_levels_and_systems_are_doubtful(scope: str, organ: str) -> None:
    params = {"areas": AREAS, "compare": [{"fact": "requests_received", "cells": [f"{T3}.new_received.total"]}]}
    given = facts_of(organ=organ, facts=[{"name": "requests_received", "value": 5, "scope": scope}])
    assert outcomes(ask("agreement", params, given)) == ["review"]
