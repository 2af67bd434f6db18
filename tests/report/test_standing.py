"""Counts, status and exit code, from findings."""

import msgspec
import pytest
from made_by_hand import FOLLOWS, UNEQUAL, finding, result, unreadable

from disclosecheck.model.verdict import Waived
from disclosecheck.standing import Bar, count, exit_code, status_of

WAIVED = Waived("机构改革", "张某", "2024-12-31")
PASS = finding()


def warned(outcome="fail"):
    return finding(outcome, severity="warning", required=False)


@pytest.mark.parametrize(
    ("findings", "bar", "status", "code"),
    [
        pytest.param([PASS, finding("open", required=False)], Bar(), "pass", 0, id="an open rule that is not required"),
        pytest.param([PASS, finding("review")], Bar(), "pass", 0, id="a required review without --strict"),
        pytest.param(
            [PASS, finding("review", required=False)],
            Bar("error", True),
            "pass",
            0,
            id="strict looks at required rules only",
        ),
        pytest.param([PASS, warned()], Bar(), "pass", 0, id="a warning below the bar"),
        pytest.param([PASS, FOLLOWS], Bar(), "pass", 0, id="a consequence does not count by itself"),
        pytest.param([PASS, finding("fail", waived=WAIVED)], Bar(), "pass", 0, id="a waived failure"),
        pytest.param([PASS, finding("open", waived=WAIVED)], Bar(), "pass", 0, id="a waived gap"),
        pytest.param([PASS, finding("not_applicable")], Bar(), "pass", 0, id="not applicable beside a pass"),
        pytest.param([PASS, finding("open")], Bar(), "incomplete", 4, id="a required rule is open"),
        pytest.param(
            [PASS, finding("review")], Bar("error", True), "incomplete", 4, id="a required review under --strict"
        ),
        pytest.param([UNEQUAL, finding("open")], Bar(), "fail", 1, id="a failure outweighs a gap"),
        pytest.param([UNEQUAL], Bar("never"), "fail", 0, id="never quiets the code, not the status"),
        pytest.param([finding("open")], Bar("never"), "incomplete", 0, id="never quiets incompleteness"),
        pytest.param([warned()], Bar("warning"), "fail", 1, id="a warning at the bar"),
        pytest.param([warned()], Bar("info"), "fail", 1, id="a warning above the bar"),
        pytest.param([warned()], Bar("never"), "pass", 0, id="under never the status keeps the default bar"),
        pytest.param([UNEQUAL, finding("error")], Bar(), "fail", 3, id="a crashed rule beside a failure"),
        pytest.param([PASS, finding("error")], Bar(), "incomplete", 3, id="a crashed rule never passes"),
        pytest.param([PASS, finding("error")], Bar("never"), "incomplete", 3, id="never does not quiet a crash"),
        pytest.param([finding("not_applicable")], Bar(), "incomplete", 3, id="no rule applied"),
        pytest.param([finding("open", required=False)], Bar(), "incomplete", 4, id="nothing that is asked was stated"),
        pytest.param([], Bar(), "incomplete", 3, id="no finding at all is no pass"),
    ],
)
def test_status_and_exit_code(findings, bar, status, code):
    assert status_of(findings, bar) == status
    assert exit_code([result(*findings, status=status)], bar) == code


@pytest.mark.parametrize(
    ("results", "code"),
    [
        pytest.param([], 3, id="no input matched"),
        pytest.param([result(PASS), unreadable()], 3, id="one of two cannot be read"),
        pytest.param([result(UNEQUAL), unreadable()], 3, id="unread outweighs a failure"),
        pytest.param([result(PASS), result(UNEQUAL)], 1, id="one of two fails"),
        pytest.param([result(finding("open")), result(UNEQUAL)], 1, id="failure outweighs incompleteness"),
        pytest.param([result(PASS), result(finding("open"))], 4, id="one of two is incomplete"),
        pytest.param([result(PASS), result(PASS)], 0, id="all pass"),
    ],
)
def test_exit_code_of_several(results, code):
    assert exit_code(results, Bar()) == code


def test_counts_leave_out_consequences_and_waived():
    waived = finding("fail", waived=WAIVED)
    numbers = msgspec.to_builtins(count([PASS, PASS, UNEQUAL, FOLLOWS, waived, finding("open")]))
    assert numbers == {"pass": 2, "fail": 1, "open": 1, "review": 0, "not_applicable": 0, "error": 0, "waived": 1}
