"""The benchmark of planted mistakes works: its reports are clean, every type is planted, and a handful is found."""

import pytest

from disclosecheck.checking import catalogue_with
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.yaml_source import read_yaml
from planting.bases import load_bases
from planting.run import Planted, ask, clean_findings, told
from planting.sorts import PLANTERS, UNPLANTED
from planting.table import planted_in

BASES = {name: base for name, base in load_bases().items() if not name.startswith("real-")}


def test_every_type_is_planted_or_says_why_not():
    types = set(read_yaml(rules_folder() / "error_types.yaml").data["types"])
    assert set(PLANTERS) | set(UNPLANTED) == types
    assert all(reason for reason in UNPLANTED.values())


@pytest.mark.parametrize("name", BASES)
def test_a_report_to_plant_in_is_clean(name, tmp_path):
    whole = Planted(type="", what="", draft=BASES[name].draft)
    result = ask(whole, tmp_path, "html", catalogue_with(()))
    own = [f for f in result.findings if f.because_of is None and f.rule.startswith("cn-annual-report")]
    assert [f.rule for f in own if f.outcome in ("fail", "error", "review", "open") and f.severity != "info"] == []


@pytest.mark.parametrize(
    ("kind", "name", "suffix"),
    [
        pytest.param("E-D01", "city-2020", "docx", id="a cell's text in the form of 2019"),
        pytest.param("E-E01", "district-2023", "docx", id="one cell of the sums"),
        pytest.param("E-C04", "county-2022", "html", id="a column left out"),
        pytest.param("E-C08", "township-2024", "html", id="a row shifted"),
        pytest.param("E-B03", "shanghai-2021", "docx", id="two sections exchanged"),
        pytest.param("E-G06", "county-2022", "html", id="a figure of the text"),
        pytest.param("E-H01", "district-2023", "html", id="last year's report beside it"),
        pytest.param("E-K12", "township-2024", "docx", id="a word of the text"),
        pytest.param("E-P07", "city-2020", "html", id="a metrics file beside it"),
    ],
)
def test_a_handful_is_found(kind, name, suffix, tmp_path):
    base = BASES[name]
    planted = next(planted_in(base, kind, 1))
    beside = base.previous if planted.previous is not None else None
    clean = ask(Planted(type="", what="", draft=base.draft, previous=beside), tmp_path, suffix, catalogue_with(()))
    answer = told(planted, ask(planted, tmp_path, suffix, catalogue_with(())), clean_findings(clean))
    assert (answer.answer, answer.extra) == ("found", ())


@pytest.mark.parametrize(
    ("places", "answer"),
    [
        pytest.param(("cell:t3_requests.granted.total",), "found", id="the cell"),
        pytest.param(("cell:t3_requests.granted.other_org",), "elsewhere", id="another cell of the row"),
        pytest.param(("text:无",), "elsewhere", id="another place altogether"),
    ],
)
def test_found_means_at_its_place(places, answer, tmp_path):
    draft = BASES["township-2024"].draft.set_cells({"t3_requests.granted.total": "若干"})
    result = ask(Planted(type="E-D01", what="", draft=draft), tmp_path, "html", catalogue_with(()))
    for kind, expected in (("E-D01", answer), ("E-D02", "otherwise" if answer == "found" else "missed")):
        assert told(Planted(type=kind, what="", draft=draft, places=places), result, frozenset()).answer == expected
