"""One gap is one finding; the rules that need what is not there are open and refer to it."""

from typing import Any

import pytest
from invented import T3, T4, figures, judge, primary, report

PACK = "cn-annual-report-2021"


@pytest.mark.parametrize(
    ("given", "rules"),
    [
        pytest.param({"without_tables": "all"}, ["tables-present"] * 3, id="all tables"),
        pytest.param({"without_tables": [T3]}, ["tables-present"], id="one table"),
        pytest.param(
            {"without_tables": [T4], "without_sections": [4]}, ["sections-present"], id="a section with its table"
        ),
        pytest.param({"without_sections": [4]}, ["sections-present"], id="a heading above its table"),
        pytest.param({"cells": {f"{T3}.granted.*": {"state": "missing"}}}, ["rows-present"], id="a row"),
        pytest.param({"cells": {f"{T3}.*.other_org": {"state": "missing"}}}, ["columns-present"], id="a column"),
        pytest.param({"cells": {f"{T3}.granted.total": {"state": "missing"}}}, ["cells-read"], id="a cell"),
        pytest.param({"cells": {f"{T3}.granted.total": ""}}, ["cells-filled"], id="a blank"),
        pytest.param({"cells": {f"{T3}.granted.total": "若干"}}, ["cells-are-numbers"], id="a word"),
        pytest.param(
            {"cells": {f"{T3}.granted.total": "", f"{T4}.review_other": "/"}},
            ["cells-filled"] * 2,
            id="blanks in two tables",
        ),
    ],
)
def test_one_gap_is_one_finding(given: dict[str, Any], rules: list[str]) -> None:
    given = {**given, "cells": figures("2021") | given.get("cells", {})}
    checked = judge(report(**given))
    assert [finding.rule for finding in primary(checked)] == [f"{PACK}/{rule}" for rule in rules]


def test_sums_that_lack_a_cell_are_open_and_say_because_of_what() -> None:
    checked = judge(report(cells={f"{T3}.granted.total": ""}))
    opened = [finding for finding in checked.findings if finding.outcome == "open" and finding.because_of]
    assert [finding.rule.split("/")[1] for finding in opened] == ["results-sum", "applicants-sum"]
    assert {finding.because_of for finding in opened} == {f"{PACK}/cells-filled"}
    assert checked.coverage.equations_judged == 40


def test_a_blank_never_leaves_a_submission_complete() -> None:
    for cell in report().cells:
        found = primary(judge(report(cells={cell: ""})))
        assert [(finding.outcome, finding.required) for finding in found] == [("open", True)], cell
