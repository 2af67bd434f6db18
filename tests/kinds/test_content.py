"""Section five, the processing fee, what governments owe: what is a mistake, and what only looks like one."""

from functools import lru_cache
from typing import Any

import msgspec
import pytest
from given import ask, facts_of, outcomes

from disclosecheck.checking import catalogue_with
from disclosecheck.kinds.fee_by_pages import Params as Tariff
from disclosecheck.kinds.fee_by_pages import tariff
from disclosecheck.model.rule import Rule


@lru_cache(maxsize=1)
def rules() -> dict[str, Rule]:
    packs = catalogue_with(()).packs
    return {rule.id: rule for name in ("local-items", "cn-annual-report-2021") for rule in packs[name].rules}


def judge(rule: str, **given: Any) -> list[str]:
    """The outcomes of a shipped rule, with the words that its pack gives it."""
    return outcomes(ask(rules()[rule].kind, dict(rules()[rule].params), facts_of(**given)))


PROBLEMS = "2023年我委信息公开工作取得一定成效，但仍存在一些不足：一是政策解读形式不够丰富；二是答复的规范性有待提高。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(PROBLEMS + "下一步，我委将丰富解读形式。", ["pass"], id="a plan"),
        pytest.param(
            PROBLEMS + "2024年，加强业务培训，规范答复文书。", ["pass"], id="a plan without a verb of the future"
        ),
        pytest.param(PROBLEMS + "（二）改进措施：组织培训。", ["pass"], id="under a sub-heading"),
        pytest.param("存在公开不及时等问题，今后要按月通报。", ["pass"], id="all in one sentence"),
        pytest.param(
            "存在公开不及时的问题，进一步完善通报制度。", ["pass"], id="in one sentence, no verb of the future"
        ),
        pytest.param("针对公开不及时的问题，建立通报制度，已整改到位。", ["not_applicable"], id="a problem, mended"),
        pytest.param(PROBLEMS, ["fail"], id="a list of problems"),
        pytest.param(
            "政策解读形式不够丰富，有待进一步加强。", ["fail"], id="what has to be strengthened is no measure"
        ),
    ],
)
def test_measures_are_named(text: str, expected: list[str]) -> None:
    assert judge("problems-with-measures", paragraphs={51: text}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("解读滞后。下一步，加强学习。", ["pass"], id="a problem in two characters"),
        pytest.param("群众对解读的需求与供给之间还有差距。我委将增加图解。", ["pass"], id="a gap"),
        pytest.param("一是加强学习；二是强化培训；三是完善制度。", ["fail"], id="three measures"),
        pytest.param("坚持问题导向，加强培训，对更新不及时的单位进行约谈。", ["fail"], id="problems of others"),
    ],
)
def test_problems_are_named(text: str, expected: list[str]) -> None:
    assert judge("measures-with-problems", paragraphs={51: text}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("政策解读材料形式不够丰富。下一步加强解读。", ["pass"], id="of interpretation"),
        pytest.param(
            "公开意识有待增强，特别是村级公开栏更新慢、内容不全面。下一步通报。", ["pass"], id="with an instance"
        ),
        pytest.param("公开内容有待进一步丰富。下一步加强培训。", ["review"], id="of nothing"),
        pytest.param(
            "虽取得成效，但仍存在一些不足：一是工作人员业务能力有待提高。下一步培训。", ["review"], id="of anybody"
        ),
    ],
)
def test_problems_are_concrete(text: str, expected: list[str]) -> None:
    assert judge("problems-concrete", paragraphs={51: text}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1.解读形式单一；2.答复不规范。下一步：（一）制作图解；（二）开展培训。", ["pass"], id="other numerals"
        ),
        pytest.param(
            "一是解读形式单一；二是答复不规范。下一步，加强培训。", ["not_applicable"], id="one answer to both"
        ),
        pytest.param(
            "一是解读形式单一；二是答复不规范；三是更新慢，较少更新。下一步，一是制作图解；二是培训。",
            ["fail"],
            id="one left out",
        ),
    ],
)
def test_measures_match_problems(text: str, expected: list[str]) -> None:
    assert judge("a-measure-for-each-problem", paragraphs={51: text}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "针对解读形式单一的问题，我委建立了会商机制。2024年，将继续完善。", ["pass"], id="done, then planned"
        ),
        pytest.param("解读形式单一。下一步，我委将制作图解。", ["fail"], id="planned"),
        pytest.param("解读形式单一。", ["not_applicable"], id="no measure at all"),
    ],
)
def test_something_was_done(text: str, expected: list[str]) -> None:
    assert judge("improvements-done", year=2023, paragraphs={51: text}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("未发现泄密问题。解读形式单一。", ["pass"], id="no leak"),
        pytest.param("无专职人员的问题仍未解决。", ["pass"], id="the problem of having none"),
        pytest.param("上年问题已整改，无遗留问题，但解读形式单一。", ["pass"], id="none left from last year"),
        pytest.param("暂无。", ["fail"], id="none yet"),
        pytest.param("我委信息公开工作不存在明显问题。", ["fail"], id="none to speak of"),
    ],
)
def test_problems_are_not_denied(text: str, expected: list[str]) -> None:
    assert judge("problems-not-denied", paragraphs={51: text}) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"paragraphs": {61: "未产生政府信息公开信息处理费用。"}}, ["pass"], id="none was due"),
        pytest.param({"paragraphs": {61: "没有收取任何费用。"}}, ["pass"], id="no charge of any kind"),
        pytest.param({"paragraphs": {61: "（文字描述）"}}, ["not_applicable"], id="the prompt of the blank form"),
        pytest.param({"without_sections": [6]}, ["not_applicable"], id="an excerpt"),
        pytest.param({"paragraphs": {61: "Nothing to report."}, "language": "en"}, ["not_applicable"], id="English"),
        pytest.param({"paragraphs": {61: "无其他需要报告的事项。"}}, ["fail"], id="nothing to report"),
    ],
)
def test_the_fee_is_stated(given: dict[str, Any], expected: list[str]) -> None:
    assert judge("fee-stated", **given) == expected


def test_only_none_is_one_defect_with_the_fee_that_is_missing() -> None:
    """Both rules miss the same thing, so that the second follows from the first."""
    facts = facts_of(paragraphs={61: "无。"})
    found = [
        ask(rules()[rule].kind, dict(rules()[rule].params), facts)[0]
        for rule in ("fee-stated", "section-six-says-more")
    ]
    assert [verdict.outcome for verdict in found] == ["fail", "fail"]
    assert found[0].absent == found[1].absent != ()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(["无。", "云溪市临江区卫生健康委员会", "2024年1月19日"], ["fail"], id="signed"),
        pytest.param(["无。", "附件：收费目录"], ["pass"], id="with an annex"),
        pytest.param(["无信息处理费收取情况。"], ["pass"], id="none of what"),
    ],
)
def test_section_six_says_more_than_none(lines: list[str], expected: list[str]) -> None:
    paragraphs = dict(enumerate(lines, 61))
    assert judge("section-six-says-more", paragraphs=paragraphs, signed=("2024-01-19", 63)) == expected


@pytest.mark.parametrize(
    ("pages", "yuan"),
    [(0, 0), (30, 0), (31, 10), (68, 380), (80, 500), (100, 700), (101, 720), (200, 2700), (201, 2740)],
)
def test_tariff_by_pages(pages: int, yuan: int) -> None:
    """The steps of 国办函〔2020〕109号."""
    assert tariff(msgspec.convert(rules()["fee-as-tariff"].params, Tariff), pages) == yuan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("对1件申请收取信息处理费，共80页，金额500元。", ["pass"], id="as the tariff"),
        pytest.param("复印８０页，收取５００元。", ["pass"], id="full-width digits"),
        pytest.param("对15件申请收取信息处理费，合计1,500元，共300页。", ["not_applicable"], id="of several requests"),
        pytest.param("超过30页的部分每页10元收取。", ["not_applicable"], id="a rate is no fee"),
        pytest.param("网页浏览80页，培训费800元。", ["not_applicable"], id="another matter"),
        pytest.param("复印80页，收取800元。", ["fail"], id="10 yuan for the free pages too"),
    ],
)
def test_fee_by_pages(text: str, expected: list[str]) -> None:
    assert judge("fee-as-tariff", paragraphs={61: text}) == expected


NONE = {"name": "processing_fee_none", "value": True, "paragraph": 61}
PAID = {"name": "processing_fee_collected", "value": 200, "paragraph": 61}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param([NONE, {**PAID, "value": 0}], ["pass"], id="none, that is 0 yuan"),
        pytest.param([PAID], ["not_applicable"], id="one statement contradicts nothing"),
        pytest.param([NONE, {**PAID, "period": "2022"}], ["not_applicable"], id="200 yuan last year"),
        pytest.param([{**NONE, "confidence": "likely"}, PAID], ["review"], id="no other charge, perhaps"),
        pytest.param([NONE, PAID], ["fail"], id="none, and 200 yuan"),
        pytest.param(
            [{"name": "processing_fee_notices", "value": 0, "paragraph": 61}, PAID],
            ["fail"],
            id="no notice, and 200 yuan",
        ),
    ],
)
def test_fee_does_not_contradict_itself(facts: list[dict[str, Any]], expected: list[str]) -> None:
    assert judge("fee-not-contradicted", year=2023, facts=facts) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["（二）依申请公开", "收到申请十二件。", "（三）信息管理"], ["pass"], id="numerals below a sub-heading"
        ),
        pytest.param(["依申请公开方面，全年零申请。"], ["pass"], id="none at all"),
        pytest.param(
            ["（二）依申请公开", "依法做好2023年度答复工作。", "（三）培训", "培训3次。"], ["fail"], id="a year"
        ),
        pytest.param(["认真做好主动公开工作。"], ["not_applicable"], id="nothing is said of requests"),
    ],
)
def test_requests_in_figures(lines: list[str], expected: list[str]) -> None:
    assert judge("requests-in-figures", paragraphs=dict(enumerate(lines, 11))) == expected
