"""Packs of key points: every clause of the document has a rule, every fact is of the sort that decides it."""

import os
import re
import runpy
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from disclosecheck.model.rule import Rule, RulePack
from disclosecheck.rulebook.compile import compile_catalogue
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.lint import lint
from disclosecheck.rulebook.names import Names
from disclosecheck.rulebook.yaml_source import parse_yaml

ROOT = Path(__file__).parent.parent.parent
CATALOGUE = compile_catalogue(rules_folder())
PACKS = [pack for pack in CATALOGUE.packs.values() if pack.clauses]
TABLES = sorted(Path(os.environ.get("DISCLOSECHECK_CORPUS", "."), "..", "reference").glob("keypoints-*.yaml"))


def asked(rule: Rule) -> str | None:
    """The fact that a rule asks for; None where it judges the report itself."""
    return rule.params.get("fact")


def ids(pack: RulePack) -> str:
    return pack.id


def test_the_documents_are_rendered() -> None:
    assert {pack.id for pack in PACKS} >= {"jinan-health-2021", "shanghai-2024", "shanghai-health-2021"}


@pytest.mark.parametrize("pack", PACKS, ids=ids)
def test_facts_are_of_the_sort_that_decides(pack: RulePack) -> None:
    """Evidence goes with unit url, so that a metrics file takes an address; figures with numbers and dates."""
    wrong = [
        (rule.id, name, CATALOGUE.facts[name].unit)
        for rule in pack.rules
        if (name := asked(rule)) and CATALOGUE.facts[name].unit not in _UNITS[rule.decided_by or "figures"]
    ]
    assert wrong == []


class _Numbers:
    """All units but those of a yes."""

    def __contains__(self, unit: str) -> bool:
        return unit not in ("bool", "url")


_UNITS: dict[str, Any] = {"figures": _Numbers(), "evidence": ("url", "date"), "attestation": ("bool",)}


@pytest.mark.parametrize("pack", PACKS, ids=ids)
def test_a_number_said_in_a_title_is_the_one_that_is_judged(pack: RulePack) -> None:
    """不低于60% stands beside at_least: 60."""
    for rule in pack.rules:
        bound = next((rule.params[key] for key in ("at_least", "at_most", "below") if key in rule.params), None)
        said = re.search(r"(?:不低于|不少于|不超过|至少)(\d+)", rule.title.zh)
        if said and bound is not None:
            assert str(bound) == said[1], rule.id


@pytest.mark.corpus
@pytest.mark.skipif(not TABLES, reason="beside DISCLOSECHECK_CORPUS lies no table of the clauses")
@pytest.mark.parametrize("pack", PACKS, ids=ids)
def test_every_demand_of_the_table_has_a_rule(pack: RulePack) -> None:
    """The table is the one that shares most facts with the pack, whatever its name."""
    facts = {asked(rule) for rule in pack.rules}
    tables = [yaml.safe_load(path.read_text("utf-8"))["requirements"] for path in TABLES]
    demands = max(tables, key=lambda table: len(facts & {demand["metric"] for demand in table}))
    clauses = {clause.id for clause in pack.clauses}
    judged_in_the_report = Counter(rule.clause for rule in pack.rules if asked(rule) is None)
    left = [demand for demand in demands if demand["metric"] not in facts]
    assert not Counter(demand["clause"] for demand in left) - judged_in_the_report, [demand["id"] for demand in left]
    assert [demand["id"] for demand in demands if demand["clause"] not in clauses] == []


def test_the_pages_are_up_to_date() -> None:
    module = runpy.run_path(str(ROOT / "docs" / "coverage_pages.py"))
    written = {path.name: path.read_text("utf-8") for path in (ROOT / "docs").glob("coverage-*.md")}
    assert module["pages"]() == written, "run: python docs/coverage_pages.py"


PACK = """
id: linjiang-2021
version: "1"
title: {zh: 临江区要点, en: Key points of Linjiang}
authority: 临江区
kind: key_points
extends: [cn-annual-report]
clauses:
  - {id: 一（一）, title: {zh: 重点领域, en: Key fields}}
rules:
  - id: training
    title: {zh: 开展培训, en: Trainings}
    clause: 一（一）
    decided_by: figures
    threshold_from: implied
    kind: threshold
    fact: training_sessions_count
    at_least: 1
    severity: warning
    group: key_points
    basis: 临江政办〔2021〕1号 一（一）
    fix: {zh: 写明次数, en: Say how often.}
    cases:
      - name: once
        given: {facts: [{name: training_sessions_count, value: 1}]}
        expect: pass
      - name: not once
        given: {facts: [{name: training_sessions_count, value: 0, paragraph: 6}]}
        expect: {fail: paragraph.6}
      - name: silence
        expect: open
"""


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param("", "", None, id="as it should be"),
        pytest.param("    clause: 一（一）\n", "", "lint.no_clause", id="no clause"),
        pytest.param("    decided_by: figures\n", "", "lint.no_decided_by", id="nothing decides it"),
        pytest.param("    threshold_from: implied\n", "", "lint.no_threshold_from", id="a number from nowhere"),
        pytest.param(
            "threshold_from: implied\n", "threshold_from: default\n", "lint.default_unsaid", id="our number unsaid"
        ),
        pytest.param(
            "severity: warning", "severity: error", "lint.too_severe", id="an error where once is only implied"
        ),
        pytest.param("1号 一（一）", "1号", "lint.basis_without_clause", id="a basis without its clause"),
        pytest.param(
            "decided_by: figures", "decided_by: evidence", "lint.decided_otherwise", id="a number as evidence"
        ),
        pytest.param(
            "    kind: threshold\n    fact: training_sessions_count\n    at_least: 1\n",
            "    kind: attested\n    fact: coordination_mechanism\n",
            "lint.decided_otherwise",
            id="an attestation as figures",
        ),
        pytest.param(
            "    decided_by: figures\n    threshold_from: implied\n    kind: threshold\n"
            "    fact: training_sessions_count\n    at_least: 1\n",
            "    decided_by: attestation\n    kind: attested\n    fact: coordination_mechanism\n    needs: [by]\n",
            "lint.no_needs",
            id="a word without a day",
        ),
    ],
)
def test_lint(old: str, new: str, code: str | None) -> None:
    assert old in PACK
    names = Names(forms=dict(CATALOGUE.forms), facts=frozenset(CATALOGUE.facts))
    text = PACK.replace(old, new, 1) if old else PACK
    if code == "lint.default_unsaid":
        text = text.replace("severity: warning", "severity: info")
    if code == "lint.no_clause":  # or loading would say that the clause has no rule
        text = text.replace("rules:\n", "rules:\n" + PACK.partition("rules:\n")[2].replace("id: training", "id: kept"))
    found = {message.key for _, message in lint(parse_yaml(text, "x.yaml"), names)}
    assert found == ({code} if code else set())
