"""The worked example with ledgers: every planted breach is found with its rows, and nothing else."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from making.district import FOLDER, line_of, load_breaches, load_tables, write_district
from making.packing import parts
from making.source import SAMPLES

LEDGER_OF = {table.file: name for name, table in load_tables().items()}


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What the plain call finds beside the profile, apart from what only follows from something else."""
    folder = tmp_path_factory.mktemp("district") / FOLDER
    shutil.copytree(SAMPLES / FOLDER, folder)
    call = [sys.executable, "-m", "disclosecheck", "report.docx", "--format", "json"]
    run = subprocess.run(call, capture_output=True, cwd=folder, check=False, timeout=120)
    assert run.returncode == 1, run.stderr.decode()
    [submission] = json.loads(run.stdout)["submissions"]
    return [finding for finding in submission["findings"] if finding["because_of"] is None]


def told(finding: dict[str, Any]) -> set[tuple[str, int, str | None]]:
    """The rows that a finding names: ledger, line, what was computed."""
    return {
        (LEDGER_OF[Path(place["file"]).name], place["line"], place["value"])
        for place in finding["evidence"]
        if place["source"] == "records" and place["line"] is not None
    }


def planted(entry: dict[str, Any]) -> set[tuple[str, int, str | None]]:
    return {
        (name, line_of(name, place), value)
        for name, places in entry.items()
        if name in LEDGER_OF.values()
        for place, value in places.items()
    }


def test_files_are_those_the_script_builds() -> None:
    for name, data in write_district():
        there = (SAMPLES / FOLDER / name).read_bytes()
        office = name.endswith((".docx", ".xlsx"))
        assert (parts(there) if office else there) == (parts(data) if office else data), name


@pytest.mark.slow
def test_every_breach_is_found_with_its_rows_and_nothing_else(findings: list[dict[str, Any]]) -> None:
    wrong = [finding for finding in findings if finding["outcome"] in ("fail", "review", "error")]
    wanted = load_breaches().findings
    assert sorted(finding["rule"] for finding in wrong) == sorted(entry["rule"] for entry in wanted)
    found = {finding["rule"]: told(finding) for finding in wrong}
    assert {entry["rule"]: planted(entry) for entry in wanted if "stated" not in entry} == {
        rule: rows for rule, rows in found.items() if rule != "cn-disclosure-ledgers/ledgers-agree"
    }


@pytest.mark.slow
def test_a_figure_that_differs_names_all_its_places(findings: list[dict[str, Any]]) -> None:
    [finding] = [one for one in findings if one["rule"].endswith("/ledgers-agree") and one["outcome"] == "fail"]
    assert [(place["source"], place["value"]) for place in finding["evidence"]] == [
        ("report", "72.5"),
        ("metrics", "81.3"),
        ("records", "72.5"),
    ]


@pytest.mark.slow
def test_what_looks_wrong_and_is_not_is_named_nowhere(findings: list[dict[str, Any]]) -> None:
    named = {row[:2] for finding in findings if finding["outcome"] != "pass" for row in told(finding)}
    traps = {
        (name, laid.row + load_tables()[name].above)
        for name, rows in load_breaches().traps.items()
        for laid in rows.values()
    }
    assert named & traps == set()
