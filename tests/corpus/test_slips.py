"""Wording in real reports: what is found is what a reader would strike out, and nothing else is."""

import os
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosecheck.checking import read_report
from disclosecheck.engine.check import check
from disclosecheck.engine.choose import Chosen, choose
from disclosecheck.model.errors import UnreadableError
from disclosecheck.model.verdict import Finding
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.load import load_catalogue
from disclosecheck.rulebook.yaml_source import read_yaml

CORPUS = os.environ.get("DISCLOSECHECK_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="DISCLOSECHECK_CORPUS is not set"),
]
# Found, and read by eye: each is the report's own slip.
KNOWN = {
    ("034.html", "marks-of-one-width", None),
    ("043.txt", "no-doubled-characters", "的的"),
    ("044.txt", "no-doubled-words", "审核审核"),
    ("053.txt", "no-placeholders", "(具体网址)"),
    ("100.txt", "spelling", "行政起诉"),
    ("145.txt", "as-of-dates", "截止2024年"),
    ("169.txt", "no-doubled-words", "遵循遵循"),
}
PRESENCE = ("overview-has-figures", "text-not-too-short")  # most of the corpus are beginnings of reports


@cache
def rules() -> frozenset[str]:
    pack = read_yaml(Path(rules_folder()) / "packs" / "cn-annual-report-wording.yaml").data
    return frozenset(rule["id"] for rule in pack["rules"]) - set(PRESENCE)


def findings(path: Path) -> list[Finding]:
    catalogue = load_catalogue()
    try:
        facts = read_report(str(path), catalogue)
    except UnreadableError:
        return []
    packs = choose(facts, catalogue, ("cn-annual-report",)).packs
    asked = tuple(replace(pack, rules=tuple(rule for rule in pack.rules if rule.id in rules())) for pack in packs)
    return list(check(facts, Chosen(asked), catalogue).findings)


def test_nothing_but_the_known_slips_is_found() -> None:
    found = {
        (path.name, finding.rule.split("/")[1], finding.actual)
        for path in sorted(Path(CORPUS or "").glob("[0-9]*.*"))
        if path.suffix in (".txt", ".html", ".pdf")
        for finding in findings(path)
        if finding.outcome not in ("pass", "open", "not_applicable")
    }
    assert found == KNOWN


def test_each_is_named_where_it_stands() -> None:
    (placeholder,) = (f for f in findings(Path(CORPUS or "") / "053.txt") if f.outcome == "fail")
    assert "具体网址" in (placeholder.evidence[0].quote or "")
