"""What only follows from a wrong figure in the text is no defect of its own."""

from typing import Any

import pytest
from invented import ORGAN, T3, T4, TEXT, judge, report, value

from disclosecheck.engine.check import Checked

RECEIVED = value(f"{T3}.new_received.total")
REVIEWS = value(f"{T4}.review_total")
GRANTED = value(f"{T3}.granted.total")
PERCENT = {
    "name": "share",
    "value": round(100 * GRANTED / RECEIVED, 1),
    "paragraph": 12,
    "dimensions": {"what": "requests_granted", "of": "requests_received"},
}


def failing(checked: Checked) -> dict[str, str | None]:
    """Catalogue id and the rule it refers to, of what fails in the text."""
    return {
        finding.error_type or "": finding.because_of and finding.because_of.partition("/")[2]
        for finding in checked.findings
        if finding.outcome == "fail" and (finding.error_type or "").startswith("E-G")
    }


def stated(name: str, figure: int, paragraph: int, **more: Any) -> dict[str, Any]:
    return {"name": name, "value": figure, "paragraph": paragraph, **more}


def divided(whole: int, one: int, other: int) -> dict[str, Any]:
    parts = {"网上申请": one, "信函申请": other, "当面申请": 1}
    return {"whole": whole, "parts": parts, "fact": "requests_received", "paragraph": 12}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"facts": [stated("requests_received", RECEIVED, 12)]}, {}, id="the table's figure"),
        pytest.param(
            {
                "facts": [stated("requests_received", RECEIVED + 9, 12)],
                "breakdowns": [divided(RECEIVED + 9, RECEIVED - 3, 2)],
            },
            {"E-G01": None, "E-G15": "prose-requests-received"},
            id="channels that add up to the true total",
        ),
        pytest.param(
            {
                "facts": [
                    stated("requests_received", 2 * RECEIVED, 12),
                    stated("requests_granted", GRANTED, 12),
                    PERCENT,
                ]
            },
            {"E-G01": None, "E-G13": "prose-requests-received"},
            id="a percentage of the true total",
        ),
        pytest.param(
            {
                "facts": [
                    stated("requests_received", 2 * RECEIVED, 12),
                    stated("requests_granted", GRANTED, 12),
                    {**PERCENT, "value": 99.5},
                ]
            },
            {"E-G01": None, "E-G13": None},
            id="a percentage that fits nothing",
        ),
        pytest.param(
            {"facts": [stated("requests_received", RECEIVED, 12)], "breakdowns": [divided(RECEIVED, RECEIVED - 4, 2)]},
            {"E-G15": None},
            id="one channel wrong, the total right",
        ),
        pytest.param(
            {"facts": [stated("review_cases", REVIEWS + 2, 12), stated("review_cases", REVIEWS, 41)]},
            {"E-G07": None, "E-G16": "prose-reviews"},
            id="two sections, one against the table",
        ),
        pytest.param(
            {
                "facts": [
                    stated("requests_received", 7, 12),
                    stated("requests_completed", 5, 12),
                ],
                "cells": {f"{T3}.*.*": 0},
            },
            {"E-G10": None, "E-G01": "prose-table-all-zero", "E-G02": "prose-table-all-zero"},
            id="a table of zeros",
        ),
    ],
)
def test_one_wrong_figure_is_one_finding(given: dict[str, Any], expected: dict[str, str | None]) -> None:
    assert failing(judge(report(**given))) == expected


def followed(checked: Checked) -> dict[str, str | None]:
    """Rule and the rule it refers to, of what fails above a hint."""
    return {
        finding.rule.partition("/")[2]: finding.because_of and finding.because_of.partition("/")[2]
        for finding in checked.findings
        if finding.outcome == "fail" and finding.severity != "info"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "根据《中华人民共和国政府信息公开条列》编制。",
            {"spelling": None, "instrument-titles": "spelling"},
            id="a law's name with a word that is spelt wrong",
        ),
        pytest.param(
            "根据《中华人民共和国信息公开条例》编制。",
            {"instrument-titles": None},
            id="a law's name with a word left out",
        ),
        pytest.param(
            "认真学习条列，根据《中华人民共和国信息公开条例》编制。",
            {"spelling": None, "instrument-titles": None},
            id="two slips in two places",
        ),
    ],
)
def test_a_name_spelt_wrong_is_one_finding(text: str, expected: dict[str, str | None]) -> None:
    whole = {**TEXT, 3: text, 1: f"{ORGAN}2023年政府信息公开工作年度报告", 63: "2024年1月19日"}
    assert followed(judge(report(paragraphs=whole, organ=ORGAN, title=whole[1], signed=("2024-01-19", 63)))) == expected


def test_a_fee_that_the_text_contradicts_is_not_missing_from_the_table_as_well() -> None:
    fees = [stated("processing_fee_amount", 1100, 12), stated("processing_fee_collected", 1600, 12)]
    assert followed(judge(report(facts=fees))) == {
        "fee-not-contradicted": None,
        "prose-processing-fee": "fee-not-contradicted",
    }
