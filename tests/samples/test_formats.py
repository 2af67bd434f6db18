"""The same report gives the same findings, whatever its file format."""

from collections import Counter

import pytest
from expectation import check_path, files_of, load_expectations

from disclosecheck.model.verdict import Finding
from making.source import SAMPLES

ABOUT_THE_FILE = ("tracked-changes", "readings-agree")  # the contract leaves these out
ABOUT_THE_PAGE = (  # and these: only a page states when it was published, and only a page can offer a file instead
    "published-in-time-department",
    "published-in-time-government",
    "page-shows-the-report",
)
SEVERAL = [name for name, wanted in load_expectations().items() if len(files_of(name)) > 1 and wanted.error is None]

Key = tuple[object, ...]


def keys(file: str) -> Counter[Key]:
    result = check_path(SAMPLES / file)
    assert result.findings
    return Counter(key for finding in result.findings for key in _keys(finding))


def _keys(finding: Finding) -> list[Key]:
    if finding.rule.split("/")[1] in (*ABOUT_THE_FILE, *ABOUT_THE_PAGE):
        return []
    same = (finding.rule, finding.outcome, finding.severity, finding.expected, finding.actual)
    places = {(evidence.table, evidence.row, evidence.column) for evidence in finding.evidence} or {()}
    return [(*same, *place) for place in sorted(places, key=str)]


@pytest.mark.parametrize("name", SEVERAL)
def test_formats_of_one_report_agree(name: str) -> None:
    first, *others = files_of(name)
    wanted = keys(first)
    for other in others:
        found = keys(other)
        assert (wanted - found, found - wanted) == (Counter(), Counter()), f"{first} against {other}"


def test_the_flattened_copy_agrees_too() -> None:
    assert keys("clean-2021-lines.txt") == keys("clean-2021.docx")


@pytest.mark.parametrize("name", SEVERAL)
def test_what_only_a_page_can_show_fails_in_no_format(name: str) -> None:
    """So that leaving these rules out above hides no difference that matters: the samples are published in time."""
    for file in files_of(name):
        told = {
            finding.outcome
            for finding in check_path(SAMPLES / file).findings
            if finding.rule.split("/")[1] in ABOUT_THE_PAGE
        }
        assert told <= {"pass", "not_applicable"}, file
