"""Words in the text: where they must not stand, and where they must."""

from typing import Any

import pytest
from given import ask, facts_of, outcomes

FEE = {"patterns": ["信息处理费|收取[^，。]{0,4}费用"], "demand": "present", "sections": [6]}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"paragraphs": {61: "无其他需要报告的事项。"}}, ["fail"], id="not said"),
        pytest.param({"paragraphs": {11: "未收取信息处理费。"}}, ["fail"], id="said in another section"),
        pytest.param(
            {"paragraphs": {61: "未收取信息处理费。"}, "without_sections": [6]}, ["open"], id="no such section"
        ),
        pytest.param({"paragraphs": {61: "未收取信息处理费。"}}, ["pass"], id="said there"),
    ],
)
def test_present(given: dict[str, Any], expected: list[str]) -> None:
    assert outcomes(ask("wording", FEE, facts_of(**given))) == expected


def test_absent_names_each_paragraph() -> None:
    facts = facts_of(paragraphs={11: "待补充", 12: "已补充", 51: "情况待补充。"})
    verdicts = ask("wording", {"patterns": ["待补充"]}, facts)
    assert [(verdict.outcome, verdict.evidence[0].paragraph) for verdict in verdicts] == [("fail", 11), ("fail", 51)]
    assert verdicts[1].evidence[0].section == 5


def test_a_pattern_that_would_hang_a_backtracking_engine() -> None:
    facts = facts_of(paragraphs={11: "a" * 20000 + "b"})
    assert outcomes(ask("wording", {"patterns": ["(a+)+$"]}, facts)) == ["pass"]
