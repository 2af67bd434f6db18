"""Titles, periods, signatures, and what only a metrics file can attest."""

from typing import Any

import msgspec
import pytest
from formality_rules import verdicts_on
from given import ask, facts_of, outcomes

ORGAN = "云溪市临江区民政局"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param(f"{ORGAN}2023年政府信息公开工作年度报告", ["pass"], id="organ, year"),
        pytest.param(f"{ORGAN}关于2023年度政府信息公开工作年度报告", ["pass"], id="关于"),
        pytest.param(f"{ORGAN}二〇二三年政府信息公开工作年度报告", ["pass"], id="year in Chinese numerals"),
        pytest.param("云溪市政府信息公开工作年度报告（2023年）", ["pass"], id="year behind in brackets"),
        pytest.param("云溪市2023年政府信息公開工作年度報告", ["pass"], id="traditional characters"),
        pytest.param(f"{ORGAN}政府信息公开工作年度报告", ["fail"], id="no year"),
        pytest.param("2023年政府信息公开工作年度报告", ["fail"], id="no organ"),
        pytest.param("关于2023年度政府信息公开工作年度报告", ["fail"], id="关于 is no organ"),
    ],
)
def test_what_a_title_names(title: str, expected: list[str]) -> None:
    assert outcomes(verdicts_on("title-names-organ-and-year", facts_of(title=title))) == expected


def test_an_organ_on_the_line_above_may_be_one() -> None:
    title = "2023年政府信息公开工作年度报告"
    facts = facts_of(paragraphs={2: "云溪港务集团有限公司"}, title=title, title_paragraph=3)
    assert outcomes(verdicts_on("title-names-organ-and-year", facts)) == ["review"]


def test_a_title_that_only_a_sentence_gives_is_not_called_the_title() -> None:
    named = facts_of(title=f"{ORGAN}2023年政府信息公开情况报告")
    mentioned = msgspec.structs.replace(named, identity=msgspec.structs.replace(named.identity, places={}))
    said = [verdicts_on("title-worded", facts)[0].message.key for facts in (named, mentioned)]
    assert said == ["title.not_worded", "title.called_not_worded"]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        pytest.param(("2023-01-01", "2023-12-31"), ["pass"], id="the whole year"),
        pytest.param(("2023-01-01", "2024-12-31"), ["fail"], id="two years"),
        pytest.param(("2023-01-05", "2023-12-31"), ["fail"], id="begins late"),
        pytest.param(("2023-01-01", "2023-11-30"), ["fail"], id="ends early"),
    ],
)
def test_periods(period: tuple[str, str], expected: list[str]) -> None:
    facts = facts_of(year=2023, period=period, paragraphs={2: "统计期限如下。"})
    assert outcomes(verdicts_on("period-whole-year", facts)) == expected


def test_days_of_something_else_are_for_a_person() -> None:
    facts = facts_of(period=("2023-03-01", "2023-03-31"), paragraphs={2: "统计数据显示，3月1日至3月31日访问量最高。"})
    assert outcomes(verdicts_on("period-whole-year", facts)) == ["review"]


def test_a_wrong_title_is_not_a_wrong_signature_too() -> None:
    given: dict[str, Any] = {
        "year": 2024,
        "title": f"{ORGAN}2024年政府信息公开工作年度报告",
        "period": ("2023-01-01", "2023-12-31"),
        "signed": ("2024-01-19", 62),
        "paragraphs": {62: "2024年1月19日"},
    }
    facts = facts_of(**given)
    assert outcomes(verdicts_on("period-of-title-year", facts)) == ["fail"]
    assert outcomes(verdicts_on("signed-in-time", facts)) == ["pass"]


@pytest.mark.parametrize(
    ("value", "published", "expected"),
    [
        pytest.param(None, None, ["not_applicable"], id="a draft"),
        pytest.param(None, "2024-01-20", ["open"], id="published, nobody says"),
        pytest.param(True, None, ["pass"], id="attested"),
        pytest.param(False, "2024-01-20", ["fail"], id="denied"),
    ],
)
def test_what_only_a_person_can_attest(value: bool | None, published: str | None, expected: list[str]) -> None:
    told = [{"name": "platform_copies_agree", "value": value, "source": "metrics"}] if value is not None else []
    facts = facts_of(facts=told, expected_published=published)
    params = {"fact": "platform_copies_agree", "unstated": "open_when_published"}
    assert outcomes(ask("attested", params, facts)) == expected


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        pytest.param("docx", {1: "本报告依法编制，内容如下。"}, ["fail"], id="a document that begins at once"),
        pytest.param("docx", {1: "2023年度年报"}, ["review"], id="a line that may be a title"),
        pytest.param("html", {1: "本报告依法编制，内容如下。"}, ["review"], id="a page may show it elsewhere"),
        pytest.param("text", {1: "本报告依法编制，内容如下。"}, ["not_applicable"], id="a copy may have left it"),
    ],
)
def test_reports_without_a_title(kind: str, lines: dict[int, str], expected: list[str]) -> None:
    assert outcomes(verdicts_on("title-present", facts_of(format=kind, paragraphs=lines))) == expected


def test_a_list_of_contents_is_no_second_section() -> None:
    order = [1, 2, 3, 4, 5, 6]
    facts = facts_of(section_order=[*order, *order], sections={number: {"empty": True} for number in order})
    assert outcomes(verdicts_on("sections-once", facts)) == ["pass"]
