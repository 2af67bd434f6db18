"""Real reports: the known defects are found at their place, and what looks like one is left alone."""

import os
from functools import cache
from pathlib import Path

import pytest

from disclosecheck.checking import read_report
from disclosecheck.engine.check import Checked, check
from disclosecheck.engine.choose import choose
from disclosecheck.model.errors import UnreadableError
from disclosecheck.model.verdict import Finding
from disclosecheck.rulebook.load import load_catalogue

CORPUS = os.environ.get("DISCLOSECHECK_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="DISCLOSECHECK_CORPUS is not set"),
]
# Excerpts end where they were cut, so that what is not there says nothing about the report.
PRESENCE = ("sections-present", "tables-present", "rows-present", "columns-present")


@cache
def checked(file: str) -> Checked:
    catalogue = load_catalogue()
    facts = read_report(str(Path(CORPUS or "") / file), catalogue)
    return check(facts, choose(facts, catalogue), catalogue)


def found(file: str, *outcomes: str) -> list[Finding]:
    """Findings of their own, but for presence."""
    return [
        finding
        for finding in checked(file).findings
        if finding.outcome in outcomes and finding.because_of is None and rule_of(finding) not in PRESENCE
    ]


def rule_of(finding: Finding) -> str:
    return finding.rule.split("/")[1]


@pytest.mark.parametrize(
    ("file", "rule", "outcome", "figures"),
    [
        pytest.param("034.html", "prose-results", "fail", ("337", "265"), id="fewer than the rows that are printed"),
        pytest.param("034.html", "prose-results", "fail", ("275", "258"), id="fewer granted than the table prints"),
        pytest.param("034.html", "prose-shares", "fail", ("32", "33.9"), id="a percentage that fits nothing"),
        pytest.param("034.html", "prose-reviews-upheld", "fail", ("0", "2"), id="reviews pending, said to be upheld"),
        pytest.param("034.html", "prose-litigations-upheld", "fail", ("0", "1"), id="a lawsuit pending"),
        pytest.param("037.pdf", "other-handling-split", "fail", ("3", "1"), id="one row for three"),
        pytest.param("037.txt", "other-handling-split", "fail", ("3", "1"), id="one row for three, as text"),
        pytest.param("043.txt", "prose-requests-received", "review", (None, "75"), id="carried in among the received"),
        pytest.param("043.txt", "sections-titled", "fail", None, id="a wrong character in a heading"),
        pytest.param("053.txt", "no-placeholders", "fail", None, id="a placeholder of the template"),
        pytest.param("131.txt", "edition-fits-year", "fail", ("2021", "2019"), id="the form of 2019 in 2023"),
    ],
)
def test_known_defects(file: str, rule: str, outcome: str, figures: tuple[str | None, str] | None) -> None:
    met = [(rule_of(finding), finding.expected, finding.actual) for finding in found(file, outcome)]
    if figures is None:
        assert rule in [name for name, _, _ in met]
    else:
        assert (rule, *figures) in met


@pytest.mark.parametrize(
    ("file", "fails", "reviews", "hints"),
    [
        pytest.param("008.txt", [], [], [], id="digits run together are open"),
        pytest.param("038.txt", [], [], [], id="a city's figures with those carried in"),
        pytest.param(
            "037.pdf",
            ["other-handling-split"],
            ["prose-requests-received"],
            ["rows-worded", "direct-suits-since-2024", "signed"],  # cut in print; one in 2024; no date at the end
            id="office and district",
        ),
        pytest.param("155.txt", [], [], [], id="two capacities"),
        pytest.param(
            "157.txt",
            [],
            [],
            ["period-stated"],  # its preamble names none
            id="carried in and out beside what was received",
        ),
    ],
)
def test_traps(file: str, fails: list[str], reviews: list[str], hints: list[str]) -> None:
    told = [finding for finding in found(file, "fail", "error", "review") if finding.severity != "info"]
    assert [rule_of(finding) for finding in told if finding.outcome != "review"] == fails
    assert [rule_of(finding) for finding in told if finding.outcome == "review"] == reviews
    hinted = [finding for finding in found(file, "fail", "review") if finding.severity == "info"]
    assert sorted(map(rule_of, hinted)) == sorted(hints)


def test_blanks_of_a_real_report_are_one_open_finding_a_table() -> None:
    assert [(rule_of(f), f.evidence[0].table, len(f.evidence)) for f in found("034.html", "open")] == [
        ("cells-filled", "t3_requests", 126),
        ("cells-filled", "t4_review_litigation", 9),
    ]


def test_no_report_has_a_crashed_rule_or_more_than_three_reviews() -> None:
    many = {}
    for path in sorted(Path(CORPUS or "").glob("[0-9]*")):
        if path.suffix not in (".txt", ".html", ".pdf"):
            continue
        try:
            met = found(path.name, "error", "review")
        except UnreadableError:
            continue  # judged by the tests of reading
        if len(met) > 3 or any(finding.outcome == "error" for finding in met):
            many[path.name] = [(rule_of(finding), finding.outcome) for finding in met]
    assert many == {}
