"""What the rules about title, dates, structure, publication say of real reports: each finding was read by a person."""

import json
import os
from pathlib import Path

import pytest

from disclosecheck.engine.check import ask
from disclosecheck.extract.facts import extract_facts
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.read.dispatch import read_document
from disclosecheck.rulebook.load import load_catalogue

CORPUS = os.environ.get("DISCLOSECHECK_CORPUS", "")
FIRST_YEAR = 2019  # of the unified form

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="DISCLOSECHECK_CORPUS names no folder"),
]

TRUE = {
    "signed-in-time": {"001"},
    "published-in-time-department": {"080", "082"},
    "basis-in-force": {"049", "055", "078", "137"},
    "overview-has-five-aspects": {"048", "052", "055", "067"},
    "numbers-run-on": {"149"},
    "title-worded": {"052", "097", "123", "131", "159"},
    "title-one-year-word": {"043", "044", "091", "151"},
    "period-stated": {"056", "072", "097", "100", "111", "157", "162"},
}
FOR_A_PERSON = {"addressed-to-the-public": {"048", "065"}, "overview-has-five-aspects": {"145"}}


@pytest.fixture(scope="module")
def said() -> dict[tuple[str, str], set[str]]:
    """The reports by outcome and rule."""
    catalogue = load_catalogue()
    found: dict[tuple[str, str], set[str]] = {}
    for line in (Path(CORPUS) / "index.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        for outcome, rule in _outcomes(Path(CORPUS) / entry["file"], catalogue):
            found.setdefault((outcome, rule), set()).add(entry["id"])
    return found


def _outcomes(path: Path, catalogue: Catalogue) -> set[tuple[str, str]]:
    facts = extract_facts(read_document(str(path)), catalogue)
    if facts.year is not None and facts.year < FIRST_YEAR:
        return set()
    pack = catalogue.packs["cn-annual-report-2019" if facts.year in (2019, 2020) else "cn-annual-report-2021"]
    groups = ("A", "P", "B02", "B06", "B07", "B08", "B10", "B12")
    rules = [rule for rule in pack.rules if rule.error_type and rule.error_type.removeprefix("E-").startswith(groups)]
    return {(verdict.outcome, rule.id) for rule in rules for verdict in ask(rule, facts)}


@pytest.mark.parametrize(
    ("outcome", "expected"), [("fail", TRUE), ("review", FOR_A_PERSON), ("open", {}), ("error", {})]
)
def test_findings(said: dict[tuple[str, str], set[str]], outcome: str, expected: dict[str, set[str]]) -> None:
    assert {rule: reports for (was, rule), reports in said.items() if was == outcome} == expected
