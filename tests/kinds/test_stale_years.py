"""Years of earlier reports: where one is left over, and the many places where one is right."""

import pytest
from formality_rules import said, verdicts_on
from given import facts_of, outcomes

RULE = "years-not-stale"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("按照《中华人民共和国政府信息公开条例》（2019年修订），我局公开信息300条。", id="year of a law"),
        pytest.param("根据临政办〔2022〕47号要求，我局公开信息300条。", id="document number"),
        pytest.param("2022年政务公开工作要点印发后，我局公开信息300条。", id="name of a plan"),
        pytest.param("2022年，我局公开信息280条；2023年，我局公开信息300条。", id="series of years"),
        pytest.param("2023年，我局公开信息300条。2022年，我局公开信息280条。", id="this year first"),
        pytest.param("与2022年相比，我局公开信息增加12%。", id="comparison"),
        pytest.param("2022年相比2021年，我局公开信息增加12%。", id="comparison of older years"),
        pytest.param("2019年以来，我局主动公开信息1200条。", id="since a year"),
        pytest.param("截至2022年底，我局主动公开信息1200条。", id="as of a year"),
        pytest.param("我局办结2022年结转申请4件。", id="carried in"),
        pytest.param("2022年度部门决算已由我局公开。", id="accounts of a year"),
        pytest.param("针对2022年第三方评估指出的问题，我局逐条整改。", id="last year's problems"),
        pytest.param("（三）2022年存在问题的改进情况", id="a heading about last year's problems"),
        pytest.param("2022年第三方评估中，我局政务公开工作得到肯定。", id="an assessment of last year"),
        pytest.param("2035年，我局将建成数字政府。", id="a year to come"),
        pytest.param("2023年，我局主动公开信息300条。", id="this year"),
    ],
)
def test_an_older_year_that_is_right(text: str) -> None:
    assert said(RULE, text) == ["pass"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2022年，我局主动公开信息300条。", id="an organ's work"),
        pytest.param("（一）主动公开。2022年，全区主动公开信息300条。", id="behind a sub-heading"),
        pytest.param("2022年度，我局未收到政府信息公开申请。", id="nothing received"),
        pytest.param("认真落实《条例》。2021年我局主动公开信息300条。", id="two years old, second sentence"),
        pytest.param("（二）2022年依申请公开情况", id="a sub-heading"),
        pytest.param("（二）依申请公开。2022年新收申请78件，比上年增加12件。", id="with last year's growth"),
        pytest.param("2022年，我局公开工作取得一定成效，但仍存在一些问题。", id="a summary with its problems"),
        pytest.param("2022年，我局将政务公开纳入考核，与业务一起部署。", id="words that only look like a look-back"),
        pytest.param("一是2022年共制发规范性文件3件。", id="behind 一是"),
    ],
)
def test_a_year_left_over(text: str) -> None:
    assert said(RULE, text) == ["review"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2024年，我局将继续做好公开工作。", ["pass"], id="next year's plan"),
        pytest.param("下一步，我局将落实《2023年工作要点》提出的任务。", ["pass"], id="a plan by its name"),
        pytest.param("2023年，我局将政务公开纳入年度考核。", ["pass"], id="将 that is no future"),
        pytest.param("下一步，2023年我局将继续做好公开工作。", ["review"], id="next step in the report year"),
        pytest.param("2023年，我局将进一步提高答复质量。", ["review"], id="the report year as future"),
        pytest.param("2022年，我局将继续做好公开工作。", ["review"], id="an older year as future"),
    ],
)
def test_next_steps(text: str, expected: list[str]) -> None:
    assert said(RULE, text, paragraph=51) == expected


def test_a_heading_of_last_year() -> None:
    facts = facts_of(year=2023, sections={1: {"title": "2022年总体情况"}}, paragraphs={11: "主动公开信息300条。"})
    verdicts = verdicts_on(RULE, facts)
    assert outcomes(verdicts) == ["review"]
    assert verdicts[0].evidence[0].paragraph == 10


def test_all_places_are_one_finding() -> None:
    facts = facts_of(year=2023, paragraphs={11: "2022年，我局公开信息3条。", 12: "2022年，我局收到申请5件。"})
    assert [[place.paragraph for place in verdict.evidence] for verdict in verdicts_on(RULE, facts)] == [[11, 12]]


def test_without_a_year_nothing_is_old() -> None:
    assert said(RULE, "2022年，我局主动公开信息300条。", year=None) == ["not_applicable"]
