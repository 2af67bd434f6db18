"""This year's report against last year's: what is compared, and whose mistake it is."""

import json
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest
from given import T3, ask, facts_of, outcomes

from disclosecheck.checking import Settings, Submission, catalogue_with, check_submission
from disclosecheck.kinds.last_year import last_year, other_organ
from disclosecheck.model.verdict import Finding

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CORPUS = os.environ.get("DISCLOSECHECK_CORPUS")
corpus = pytest.mark.skipif(not CORPUS, reason="DISCLOSECHECK_CORPUS is not set")


@pytest.mark.parametrize(
    ("this_year", "before", "compared"),
    [
        pytest.param({"year": 2023}, {"year": 2022}, True, id="the year before"),
        pytest.param({"year": None}, {"year": 2022}, True, id="a report that does not say its year"),
        pytest.param({"year": 2023}, {"year": 2023}, False, id="the same report twice"),
        pytest.param({"year": 2023}, {"year": 2020}, False, id="an older one"),
        pytest.param({"year": 2023}, {"year": 2022, "organ": "望山县教育局"}, False, id="another organ's"),
        pytest.param(
            {"year": 2023, "paragraphs": {11: "区大数据中心改设为本机关。"}},
            {"year": 2022, "organ": "区大数据中心"},
            True,
            id="the organ under its old name, which the text gives",
        ),
    ],
)
def test_what_fits(this_year: dict[str, Any], before: dict[str, Any], compared: bool) -> None:
    facts = facts_of(**this_year, previous=before)
    assert (last_year(facts) is not None) == compared


@pytest.mark.parametrize(
    ("now", "before", "differs"),
    [
        pytest.param("云溪市临江区卫生健康委员会", "临江区卫健委", False, id="its short form"),
        pytest.param("临江区卫健委", "云溪市临江区卫生健康委员会", False, id="short this year"),
        pytest.param(None, "望山县教育局", False, id="a report that names nobody"),
        pytest.param("临江区数据局", "临江区大数据中心", True, id="a new name"),
        pytest.param("临江区教育局", "望山县教育局", True, id="the same bureau elsewhere"),
    ],
)
def test_other_organ(now: str | None, before: str | None, differs: bool) -> None:
    facts = facts_of(organ=now, previous={"organ": before})
    assert facts.previous is not None
    assert other_organ(facts, facts.previous) == differs


CARRIED = {
    "for_each": "column",
    "pairs": [{"now": [f"{T3}.carried_in"], "before": [f"{T3}.carried_forward"]}],
    "sums": [
        {
            "for_each": "row",
            "left": [f"{T3}.natural_person", {"group": f"{T3}.organisations"}],
            "right": [f"{T3}.total"],
        }
    ],
}


def carried(now: dict[str, Any], before: dict[str, Any]) -> list[Any]:
    here = {f"{T3}.carried_in.{column}": value for column, value in now.items()}
    there = {f"{T3}.carried_forward.{column}": value for column, value in before.items()}
    return ask("continuity", CARRIED, facts_of(year=2023, cells=here, previous={"year": 2022, "cells": there}))


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        pytest.param({"natural_person": 5, "total": 5}, {"natural_person": 5, "total": 5}, ["pass"], id="goes on"),
        pytest.param({"natural_person": 4, "total": 4}, {"natural_person": 4, "total": 5}, ["pass"], id="its own slip"),
        pytest.param({"other_org": 4}, {"natural_person": 4}, ["review"], id="either"),
        pytest.param({"natural_person": 3, "total": 3}, {"natural_person": 5, "total": 5}, ["fail"], id="two lost"),
        pytest.param({"total": ""}, {}, ["open"], id="a blank here"),
        pytest.param({}, {"total": ""}, ["open"], id="a blank there"),
    ],
)
def test_whose_mistake(now: dict[str, Any], before: dict[str, Any], expected: list[str]) -> None:
    assert outcomes(carried(now, before)) == expected


def test_what_follows_from_several_cells_is_said_of_the_first() -> None:
    t2 = "t2_art20_1"
    pair = {"now": [f"{t2}.in_force", {"cell": f"{t2}.issued", "times": -1}], "before": [f"{t2}.in_force"]}
    cells = {f"{t2}.normative_documents.in_force": 27, f"{t2}.normative_documents.issued": 3}
    before = {"year": 2022, "cells": {f"{t2}.normative_documents.in_force": 20}}
    facts = facts_of(year=2023, cells=cells, previous=before)
    (verdict,) = ask("continuity", {"for_each": "row", "pairs": [pair]}, facts)
    assert (verdict.outcome, verdict.expected, verdict.actual) == ("fail", "23", "27")


def test_evidence_says_which_report_it_is_from() -> None:
    (verdict,) = carried({"total": 3}, {"total": 5})
    assert [(place.source, place.row, place.value) for place in verdict.evidence] == [
        ("report", "carried_in", "3"),
        ("previous", "carried_forward", "5"),
    ]


def findings(path: Path, previous: Path) -> dict[str, Finding]:
    """The findings of the group `years` by rule, for a report and last year's as files."""
    result = check_submission(Submission(path=str(path), previous=str(previous)), Settings(), catalogue_with(()))
    return {finding.rule.partition("/")[2]: finding for finding in result.findings}


@pytest.mark.parametrize("suffix", [".html", ".txt"])
def test_last_years_file_of_any_format(tmp_path: Path, suffix: str) -> None:
    """Last year's report of the sample, a year older in every place: what goes on does not, the rest is copied."""
    text = (SAMPLES / "clean-2021").with_suffix(suffix).read_text("utf-8")
    older = tmp_path / f"last{suffix}"
    older.write_text(text.replace("2023", "2022").replace("2024", "2023"), "utf-8")
    found = findings(SAMPLES / "clean-2021.docx", older)
    failing = {name for name, finding in found.items() if finding.outcome == "fail"}
    assert {"carried-over", "requests-not-copied", "decisions-not-copied", "section-five-not-copied"} <= failing
    assert found["carried-over"].expected == "4"
    assert json.loads(msgspec.json.encode(found["carried-over"].evidence[-1]))["source"] == "previous"
    assert found["previous-is-last-years"].outcome == "pass"


def test_the_same_file_is_not_last_years() -> None:
    """Nothing is compared, and one line says why."""
    sample = SAMPLES / "clean-2021.html"
    found = findings(sample, sample)
    assert found["previous-is-last-years"].outcome == "review"
    compared = [found[name].outcome for name in ("carried-over", "requests-not-copied", "section-five-not-copied")]
    assert compared == ["not_applicable"] * 3


@corpus
@pytest.mark.corpus
@pytest.mark.parametrize(
    ("this_year", "before", "expected"),
    [
        # 49 in force + 1 - 1 is not 53, but the digits of both reports have run together: nobody can tell from them.
        pytest.param(
            "007", "008", {"in-force-continued": "open", "section-five-not-copied": "pass"}, id="run together"
        ),
        pytest.param("008", "009", {"section-five-not-copied": "fail"}, id="section five word for word"),
        pytest.param("009", "010", {"in-force-continued": "not_applicable"}, id="the form changed between them"),
        pytest.param("043", "044", {"section-five-not-copied": "pass", "carried-over": "open"}, id="another text"),
        pytest.param(
            "007", "009", {"previous-is-last-years": "review", "carried-over": "not_applicable"}, id="too old"
        ),
        pytest.param("043", "009", {"organ-same-as-last-year": "review"}, id="another organ"),
    ],
)
def test_real_pairs(this_year: str, before: str, expected: dict[str, str]) -> None:
    folder = Path(CORPUS or "")
    found = findings(folder / f"{this_year}.txt", folder / f"{before}.txt")
    assert {name: found[name].outcome for name in expected} == expected
