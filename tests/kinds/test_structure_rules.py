"""Numbers that run on, aspects that are spoken of, parts that are promised, organs that are named."""

from typing import Any

import pytest
from formality_rules import said, verdicts_on
from given import facts_of, outcomes

TITLES = (
    "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
    "政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况"
)


def _numbers(*lines: str) -> list[str]:
    facts = facts_of(year=2023, paragraphs={11 + index: line for index, line in enumerate(lines)})
    return [verdict.actual or verdict.outcome for verdict in verdicts_on("numbers-run-on", facts)]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("（一）甲。", "（二）乙。", "（三）丙。"), id="three"),
        pytest.param(("（一）甲。1.子。2.丑。", "（二）乙。1.寅。"), id="lists inside"),
        pytest.param(("（一）甲。", "1.子。", "2.丑。", "（二）乙。", "1.寅。"), id="a new list under each"),
        pytest.param(("（一）甲", "一是子；二是丑。", "（二）乙", "一是寅；二是卯。"), id="一是 begins again"),
        pytest.param(("甲：（一）子；（二）丑。", "乙：（一）寅。"), id="lists in sentences"),
        pytest.param(("问题：（一）子。", "（二）丑。"), id="the first stands in a sentence"),
        pytest.param(("2.5万人关注。", "1.5万人阅读。"), id="decimals"),
        pytest.param(tuple(f"（{n}）甲。" for n in ("一二三四五六七八九十")), id="ten"),
        pytest.param(
            ("（一）甲。", "（二）复议结果维持3件、结果纠正1件、其他结果1件、尚未审结1件", "（三）丙。"),
            id="a paragraph that looks like a table",
        ),
        pytest.param(("1.甲。", "25.乙。"), id="a number far off"),
        pytest.param(("二是乙。",), id="a sentence that begins in the middle"),
    ],
)
def test_numbers_that_run_on(lines: tuple[str, ...]) -> None:
    assert _numbers(*lines) in (["pass"], ["not_applicable"])


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        pytest.param(("（一）甲。", "（三）丙。"), ["（三）"], id="skipped"),
        pytest.param(("（一）甲。", "（二）乙。", "（二）丙。"), ["（二）"], id="twice"),
        pytest.param(("（二）乙。", "（三）丙。"), ["（二）"], id="begins with two"),
        pytest.param(("1.甲。", "2.乙。", "4.丁。"), ["4."], id="Arabic"),
        pytest.param(("一是子；二是丑；四是寅。",), ["四是"], id="三是 is missing"),
    ],
)
def test_numbers_that_do_not(lines: tuple[str, ...], wrong: list[str]) -> None:
    assert _numbers(*lines) == wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"本报告由{TITLES}、其他需要报告的事项六部分组成。", ["pass"], id="six of six"),
        pytest.param(f"本报告由{TITLES}和其他需要报告的事项等6个部分组成。", ["pass"], id="digits and 等"),
        pytest.param(f"本报告由{TITLES}六部分组成。", ["fail"], id="five listed"),
        pytest.param(f"本报告由{TITLES}、其他需要报告的事项七部分组成。", ["fail"], id="seven promised"),
        pytest.param(f"本报告由{TITLES}、附件等部分组成。", ["not_applicable"], id="no number"),
        pytest.param(f"本报告由{TITLES}、收费及减免情况六部分组成。", ["pass"], id="a title that is not the form's"),
        pytest.param("主动公开分为五个部分的工作。", ["not_applicable"], id="parts of something else"),
    ],
)
def test_parts_promised(text: str, expected: list[str]) -> None:
    assert said("parts-as-promised", text, paragraph=2) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"paragraphs": {11: "我局全年公开信息。"}}, ["pass"], id="its own word for itself"),
        pytest.param({"paragraphs": {11: "突破自我局限。"}, "organ": "白石镇人民政府"}, ["pass"], id="自我局限"),
        pytest.param({"paragraphs": {11: "群众说“我委托了代理人”。"}}, ["pass"], id="a word in a quotation"),
        pytest.param({"paragraphs": {2: "请与云溪市临江区民政局办公室联系。"}}, ["pass"], id="its own office"),
        pytest.param({"paragraphs": {2: "请与区民政局联系。"}}, ["pass"], id="an abbreviation"),
        pytest.param({"paragraphs": {2: "请与区人民政府办公室联系。"}}, ["pass"], id="the office above"),
        pytest.param({"paragraphs": {2: "请与云溪市临江区教育体育局联系。"}}, ["review"], id="another field of work"),
        pytest.param({"paragraphs": {2: "请与南山区民政局联系。"}}, ["review"], id="another area"),
        pytest.param({"paragraphs": {11: "我委全年公开信息。"}}, ["review"], id="another kind of organ"),
        pytest.param(
            {"paragraphs": {2: "现公布《南山区民政局2023年政府信息公开工作年度报告》。"}}, ["review"], id="quoted title"
        ),
    ],
)
def test_one_organ(given: dict[str, Any], expected: list[str]) -> None:
    facts = facts_of(**{"organ": "云溪市临江区民政局", "year": 2023, **given})
    assert outcomes(verdicts_on("one-organ", facts)) == expected


@pytest.mark.parametrize(
    ("organ", "date", "expected"),
    [
        pytest.param("云溪市临江区民政局", "2024-01-31", ["pass"], id="department, last day"),
        pytest.param("云溪市临江区民政局", "2024-02-01", ["fail"], id="department, a day late"),
        pytest.param("云溪市人民政府办公厅", "2024-02-01", ["fail"], id="a government's office is a department"),
        pytest.param("云溪市临江区人民政府", "2024-02-01", ["not_applicable"], id="government"),
        pytest.param("云溪经济开发区管理委员会", "2024-02-01", ["not_applicable"], id="committee that governs an area"),
        pytest.param("云溪市临江区白石街道办事处", "2024-05-01", ["not_applicable"], id="street"),
        pytest.param("云溪海关", "2024-02-01", ["not_applicable"], id="an organ of no known class"),
    ],
)
def test_departments_publish_by_31_january(organ: str, date: str, expected: list[str]) -> None:
    facts = facts_of(year=2023, organ=organ, expected_published=date)
    assert outcomes(verdicts_on("published-in-time-department", facts)) == expected


def test_a_local_notice_grants_a_later_day() -> None:
    facts = facts_of(year=2023, organ="云溪市临江区民政局", expected_published="2024-02-20")
    assert outcomes(verdicts_on("published-in-time-department", facts, until="02-29")) == ["pass"]


def test_a_date_above_section_six_is_no_signature() -> None:
    facts = facts_of(year=2023, signed=("2023-03-05", 51), paragraphs={51: "2023年3月5日"})
    assert outcomes(verdicts_on("signed-in-time", facts)) == ["not_applicable"]


def test_a_section_without_end_is_not_asked_for_aspects() -> None:
    facts = facts_of(year=2023, without_sections=[2, 3, 4, 5, 6], paragraphs={11: "全年主动公开信息300条。"})
    assert outcomes(verdicts_on("overview-has-five-aspects", facts)) == ["not_applicable"]
