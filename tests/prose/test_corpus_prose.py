"""Figures in the prose of real reports, against what a careful reader found in them."""

import json
import os
from pathlib import Path

import pytest

from corpus_prose import NAMES
from disclosecheck.extract.facts import extract_facts
from disclosecheck.model.fact import FactSet
from disclosecheck.read.dispatch import read_document
from disclosecheck.rulebook.compile import compile_catalogue
from disclosecheck.rulebook.folder import rules_folder

FOLDER = os.environ.get("DISCLOSECHECK_CORPUS", "")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FOLDER, reason="DISCLOSECHECK_CORPUS names no folder of real reports"),
]

# 030 and 032 count all reviews of the office and say that none was about disclosure; 129 helped another office.
OTHER_MATTERS = {
    ("030", "review"),
    ("030", "litigation"),
    ("032", "review"),
    ("032", "litigation"),
    ("129", "assisted"),
}


@pytest.fixture(scope="module")
def reports() -> dict[str, FactSet]:
    catalogue = compile_catalogue(rules_folder())
    found = {}
    for path in sorted(Path(FOLDER).glob("*.truth.json")):
        source = next(
            file for suffix in ("pdf", "html", "txt") if (file := path.with_name(f"{path.name[:3]}.{suffix}")).exists()
        )
        found[path.name[:3]] = extract_facts(read_document(str(source)), catalogue)
    return found


def test_every_figure_that_a_careful_reader_lists_is_found(reports: dict[str, FactSet]) -> None:
    missed = []
    for identifier, facts in reports.items():
        truth = json.loads((Path(FOLDER) / f"{identifier}.truth.json").read_text(encoding="utf-8"))
        for figure in truth["figures"]:
            metric = figure["metric"].partition("(")[0]
            if (identifier, metric) not in OTHER_MATTERS and not _has(facts, NAMES[metric], float(figure["value"])):
                missed.append((identifier, metric, figure["value"], figure["quote"]))
    assert missed == []


@pytest.mark.parametrize(
    ("identifier", "name", "value"),
    [
        pytest.param("030", "review_cases", 3, id="reviews of all kinds"),
        pytest.param("032", "litigation_cases", 1, id="lawsuits of all kinds"),
        pytest.param("104", "requests_received", 60, id="messages"),
        pytest.param("063", "requests_completed", 34, id="letters"),
        pytest.param("015", "requests_completed", 3, id="the mailbox of the head"),
        pytest.param("034", "interpretation_items_count", 83, id="what the gazette reprints"),
        pytest.param("061", "opinions_received_count", 799, id="a class of published items"),
        pytest.param("129", "requests_completed", 1, id="another office's request"),
    ],
)
def test_other_figures_are_not_taken_for_it(
    reports: dict[str, FactSet], identifier: str, name: str, value: float
) -> None:
    assert not _has(reports[identifier], (name,), value)


def test_two_capacities_are_two_scopes(reports: dict[str, FactSet]) -> None:
    handled = {fact.scope: fact.value for fact in reports["155"].named("requests_handled")}
    assert handled == {"district_government": 17, "organ": 13}


def test_what_is_included_is_said(reports: dict[str, FactSet]) -> None:
    (answered,) = reports["034"].named("requests_completed")
    assert answered.dimensions == {"reading": "includes_carried_in"}
    assert {
        fact.dimensions.get("of") for fact in reports["034"].named("share") if "requests" in fact.dimensions["what"]
    } == {"requests_completed"}


def _has(facts: FactSet, names: tuple[str, ...], value: float) -> bool:
    stated = [fact.value for name in names for fact in facts.named(name)]
    return any(value == (0 if one is True else float(one)) for one in stated if not isinstance(one, str))
