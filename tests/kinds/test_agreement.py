"""Figures in prose against cells: readings, scopes, blanks."""

from typing import Any

import pytest
from given import T3, ask, facts_of, outcomes

AREAS = ["人民政府", "区管委会", "实验区"]
RECEIVED = {
    "areas": AREAS,
    "compare": [
        {
            "fact": "requests_received",
            "cells": [f"{T3}.new_received.total"],
            "readings": {"includes_carried_in": {"cells": [f"{T3}.new_received.total", f"{T3}.carried_in.total"]}},
        }
    ],
}
CELLS = {f"{T3}.new_received.total": 207, f"{T3}.carried_in.total": 6}


def received(value: int, **more: Any) -> dict[str, Any]:
    return {"name": "requests_received", "value": value, "paragraph": 6, **more}


INCLUDING = {"dimensions": {"reading": "includes_carried_in"}}


@pytest.mark.parametrize(
    ("stated", "organ", "expected"),
    [
        pytest.param([received(213)], "云溪市教育局", "fail", id="with those carried in, unsaid"),
        pytest.param([received(213, **INCLUDING)], "云溪市教育局", "pass", id="with those carried in, said"),
        pytest.param([received(207, **INCLUDING)], "云溪市教育局", "pass", id="said to include them, does not"),
        pytest.param([received(208, **INCLUDING)], "云溪市教育局", "fail", id="ties under no reading"),
        pytest.param([received(208, confidence="ambiguous")], "云溪市教育局", "review", id="an ambiguous figure"),
        pytest.param([received(210, approximate=True)], "云溪市教育局", "not_applicable", id="a rounded figure"),
        pytest.param([received(300, period="planned")], "云溪市教育局", "not_applicable", id="an aim"),
        pytest.param(
            [received(30, dimensions={"channel": "online"})], "云溪市教育局", "not_applicable", id="one channel"
        ),
        pytest.param(
            [received(900, scope="city")], "云溪市教育局", "review", id="the whole city, in a bureau's report"
        ),
        pytest.param(
            [received(17, scope="organ")], "云溪市临江区人民政府", "review", id="the office, in a district's report"
        ),
        pytest.param([received(17, scope="organ")], "云溪市教育局", "fail", id="the bureau, in its own report"),
        pytest.param([received(107), received(100)], "云溪市教育局", "pass", id="two offices, together"),
        pytest.param([received(213, scope="district")], "云溪综合实验区", "fail", id="the district, in its own report"),
        pytest.param([received(17, scope="city"), received(207)], "云溪市教育局", "pass", id="two scopes, both right"),
        pytest.param(
            [received(13), received(207, scope="city")], "云溪市教育局", "review", id="the city's is the table's"
        ),
        pytest.param(
            [received(17, scope="district_government")], "云溪市临江区人民政府", "review", id="for the government"
        ),
        pytest.param([received(17, scope="departments")], "云溪市教育局", "not_applicable", id="other bodies' figures"),
        pytest.param(
            [received(207, scope="city_government")], "云溪市人民政府办公室", "pass", id="on its behalf, the same"
        ),
        pytest.param([received(17, scope="organ")], None, "review", id="whose report is not known"),
        pytest.param([received(207)], "云溪市教育局", "pass", id="the same"),
        pytest.param([], "云溪市教育局", "not_applicable", id="nothing stated"),
    ],
)
def test_requests_received(stated: list[dict[str, Any]], organ: str | None, expected: str) -> None:
    verdicts = ask("agreement", RECEIVED, facts_of(cells=CELLS, facts=stated, organ=organ))
    assert outcomes(verdicts) == [expected]


def test_one_figure_in_two_places_is_one_verdict_that_names_both() -> None:
    verdicts = ask("agreement", RECEIVED, facts_of(cells=CELLS, facts=[received(35), received(35, paragraph=9)]))
    assert [verdict.outcome for verdict in verdicts] == ["fail"]
    assert [evidence.paragraph for evidence in verdicts[0].evidence[:2]] == [6, 9]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param([received(207), received(107), received(100)], "pass pass", id="the whole and its parts"),
        pytest.param([received(207), received(107), received(101)], "pass fail fail", id="parts that make another sum"),
        pytest.param([received(107), received(100, paragraph=9)], "fail fail", id="two paragraphs"),
    ],
)
def test_parts_of_one_paragraph(stated: list[dict[str, Any]], expected: str) -> None:
    verdicts = ask("agreement", RECEIVED, facts_of(cells=CELLS, facts=stated, organ="云溪市教育局"))
    assert " ".join(verdict.outcome for verdict in verdicts) == expected


def test_a_vague_figure_of_who_knows_whom_is_nobodys_matter() -> None:
    compare = [{"fact": "requests_handled", "cells": [f"{T3}.results_total.total"], "otherwise": "review"}]
    said = {"name": "requests_handled", "value": 15, "paragraph": 6}
    own, doubtful = (
        ask("agreement", {"compare": compare}, facts_of(cells={f"{T3}.results_total.total": 63}, facts=[stated]))
        for stated in (said, {**said, "scope": "city"})
    )
    assert (outcomes(own), outcomes(doubtful)) == (["review"], ["not_applicable"])


def test_several_figures_of_others_are_one_review() -> None:
    stated = [received(900, scope="city"), received(300, scope="city")]
    verdicts = ask("agreement", RECEIVED, facts_of(cells=CELLS, facts=stated))
    assert [verdict.outcome for verdict in verdicts] == ["review"]


def test_a_figure_that_ties_under_two_readings_passes() -> None:
    readings = {
        "newly_received": {"cells": [f"{T3}.new_received.total"], "unsaid": True},
        "includes_carried_in": {"cells": [f"{T3}.new_received.total", f"{T3}.carried_in.total"], "unsaid": True},
    }
    params = {"compare": [{"fact": "requests_handled", "cells": [f"{T3}.results_total.total"], "readings": readings}]}
    facts = facts_of(cells={f"{T3}.new_received.total": 207}, facts=[{"name": "requests_handled", "value": 207}])
    assert outcomes(ask("agreement", params, facts)) == ["pass"]


@pytest.mark.parametrize(
    ("printed", "stated", "expected"),
    [
        pytest.param({"natural_person": 40}, 30, "fail", id="fewer than one printed cell holds"),
        pytest.param({"natural_person": 40}, 45, "open", id="more than is printed"),
        pytest.param({"natural_person": 40}, 40, "open", id="as many as are printed, others blank"),
        pytest.param({"natural_person": -40}, 30, "open", id="a negative cell bounds nothing"),
        pytest.param({}, 30, "open", id="nothing printed"),
    ],
)
def test_a_blank_total_is_bounded_by_its_parts(printed: dict[str, int], stated: int, expected: str) -> None:
    cells: dict[str, Any] = {f"{T3}.new_received.*": ""}
    cells |= {f"{T3}.new_received.{column}": value for column, value in printed.items()}
    assert outcomes(ask("agreement", RECEIVED, facts_of(cells=cells, facts=[received(stated)]))) == [expected]


def test_a_list_after_a_total_shares_its_reading() -> None:
    params = {
        "compare": [
            {
                "fact": "requests_from_natural_persons",
                "cells": [f"{T3}.new_received.natural_person"],
                "readings": {
                    "includes_carried_in": {
                        "cells": [f"{T3}.new_received.natural_person", f"{T3}.carried_in.natural_person"]
                    }
                },
            }
        ]
    }
    cells = {f"{T3}.new_received.natural_person": 71, f"{T3}.carried_in.natural_person": 1}
    part = {
        "name": "requests_from_natural_persons",
        "value": 72,
        "paragraph": 6,
        "dimensions": {"part_of": "requests_received"},
    }
    said = facts_of(cells=cells, facts=[received(75, **INCLUDING), part])
    unsaid = facts_of(cells=cells, facts=[received(75), part])
    assert outcomes(ask("agreement", params, said)) == ["pass"]
    assert outcomes(ask("agreement", params, unsaid)) == ["fail"]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(75, "review", id="the row cannot end in that total"),
        pytest.param(74, "open", id="it may"),
        pytest.param(4, "open", id="it may end in a shorter one"),
    ],
)
def test_digits_that_have_run_together_are_never_split_but_have_an_end(stated: int, expected: str) -> None:
    run = {"state": "missing", "text": "713000074", "reason": "cell.digits_run_together"}
    facts = facts_of(cells={f"{T3}.new_received.*": run}, facts=[received(stated)])
    assert outcomes(ask("agreement", RECEIVED, facts)) == [expected]


OWN = {"name": "requests_received", "value": 207, "scope": "city_government"}
GRANTED = {"name": "requests_granted", "value": 900, "paragraph": 6}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param([OWN, {**GRANTED, "scope": "city"}], "review", id="the city's, beside the government's own"),
        pytest.param([{**GRANTED, "scope": "city"}], "fail", id="the city's, the only ones stated"),
        pytest.param([OWN, GRANTED], "fail", id="nobody else's by any word"),
    ],
)
def test_a_government_that_counts_itself_apart_is_asked_whose_its_tables_are(
    stated: list[dict[str, Any]], expected: str
) -> None:
    params = {"areas": AREAS, "compare": [{"fact": "requests_granted", "cells": [f"{T3}.granted.total"]}]}
    facts = facts_of(cells={f"{T3}.granted.total": 332}, facts=stated, organ="云溪市人民政府")
    assert outcomes(ask("agreement", params, facts)) == [expected]
