"""Real reports against what a careful reader found in them: DISCLOSECHECK_CORPUS names the folder.

What is not read right stands here by name, so that it can neither grow nor be forgotten.
"""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from disclosecheck.extract.facts import extract_facts
from disclosecheck.model.fact import FactSet
from disclosecheck.read.dispatch import read_document
from disclosecheck.rulebook.load import load_catalogue

CORPUS = os.environ.get("DISCLOSECHECK_CORPUS", "")
SEEDS = Path(CORPUS).parent / "seeds"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="DISCLOSECHECK_CORPUS names no folder"),
]

# Pages without a title and without a signature, or that name their organ by a short form only.
ORGAN_NOT_PRINTED = {"028", "038", "048", "049", "059", "100", "105", "109", "112", "124", "132", "147", "162", "166"}
ORGAN_PRINTED_OTHERWISE = {"052", "063", "070", "082", "097", "120", "149", "153", "157"}
YEAR_NOT_PRINTED = {"028", "059", "162"}
# A copy of 005 in one line has lost where its headings end; the reader shortened the last heading of 013.
HEADINGS_NOT_RIGHT = {"005": 4, "013": 1}
RUN_TOGETHER = {"007", "008", "009", "010", "043", "044"}
BREAKS_OFF = {"131"}


def _script() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "corpus_reading.py"
    spec = importlib.util.spec_from_file_location("corpus_reading", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["corpus_reading"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def wrong() -> dict[str, list[str]]:
    """The lines about what is not right, by question."""
    script = _script()
    found: dict[str, list[str]] = {}
    for line in script.run(Path(CORPUS), load_catalogue()).wrong:
        question = line[10:].partition(":")[0]
        found.setdefault(question, []).append(line)
    return found


def _ids(lines: list[str]) -> set[str]:
    return {line[:3] for line in lines}


def test_every_report_is_known_as_one(wrong: dict[str, list[str]]) -> None:
    assert wrong.get("kind", []) == []


def test_editions(wrong: dict[str, list[str]]) -> None:
    assert wrong.get("edition", []) == []


def test_every_cell_is_right_or_told(wrong: dict[str, list[str]]) -> None:
    assert wrong.get("cell", []) == []
    assert wrong.get("no cell invented", []) == []
    told = wrong.get("cells told to be missing", [])
    assert {line[:3] for line in told if "cell.digits_run_together" in line} == RUN_TOGETHER
    assert {line[:3] for line in told if "cell.digits_run_together" not in line} == BREAKS_OFF


def test_headings(wrong: dict[str, list[str]]) -> None:
    lines = wrong.get("heading", [])
    assert {name: sum(line.startswith(name) for line in lines) for name in _ids(lines)} == HEADINGS_NOT_RIGHT
    assert wrong.get("no heading too many", []) == []


def test_years(wrong: dict[str, list[str]]) -> None:
    assert _ids(wrong.get("year", [])) == YEAR_NOT_PRINTED


def test_organs(wrong: dict[str, list[str]]) -> None:
    lines = wrong.get("organ", [])
    assert _ids([line for line in lines if " None, " in line]) == ORGAN_NOT_PRINTED
    assert _ids([line for line in lines if " None, " not in line]) == ORGAN_PRINTED_OTHERWISE


def _seed(number: str) -> FactSet:
    path = next(SEEDS.glob(f"{number}_*.txt"), None)
    if path is None:
        pytest.skip(f"seed {number} is not beside the corpus")
    return extract_facts(read_document(str(path)), load_catalogue())


@pytest.mark.parametrize("number", ["000", "001", "002", "004"])
def test_key_points_are_no_report(number: str) -> None:
    assert _seed(number).identity.kind == "unknown"


def test_the_machine_translated_report_of_2020() -> None:
    facts = _seed("003")
    identity = facts.identity
    assert (identity.kind, identity.year, identity.language) == ("annual_report", 2020, "en")
    assert (identity.title, identity.organ, identity.period, identity.signed) == (None, None, None, None)
    assert [(section.number, section.alias) for section in facts.sections] == [(n, "english") for n in range(1, 7)]
    assert [section.empty for section in facts.sections] == [False, True, True, True, False, False]
    assert facts.tables_found == frozenset()
    assert facts.form is not None
    assert facts.form.edition == "2019"
    assert {cell.reason for cell in facts.cells.values()} == {"cell.table_not_found"}
