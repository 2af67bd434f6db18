"""Personal data, counts and their words, length, shares of sentences, repetition and copied text."""

from typing import Any

import msgspec
import pytest
from given import ask, facts_of, outcomes

from disclosecheck.kinds.personal_data import is_bank_card, is_identity_card

CARD, BANK = "990101199003071237", "6299990000000017"  # invented: there is no region 99
PERSONAL = {
    "office": ["电话", "咨询"],
    "private": ["申请人"],
    "accounts": ["卡号"],
    "treasury": ["国库"],
    "not_before": ["索引号"],
    "units": ["元"],
}
COUNTS = {"after": ["召开", "组织"], "measures": ["次", "件"], "not_before": ["实事"]}
MEASURES = {"groups": [{"facts": ["requests_received", "requests_completed"], "measures": ["件", "条"]}]}
SENTENCE = "建立信息公开联络员制度，由办公室按月汇总各科室更新情况并在内网通报，纳入年终考核。"


@pytest.mark.parametrize(
    ("number", "right"),
    [
        pytest.param("990101199003071230", False, id="wrong check digit"),
        pytest.param("990101199013071237", False, id="no such month"),
        pytest.param("123456789012345678", False, id="no such year"),
        pytest.param(CARD, True, id="right"),
    ],
)
def test_identity_cards(number: str, *, right: bool) -> None:
    assert is_identity_card(number) is right


@pytest.mark.parametrize(
    ("number", "right"),
    [
        pytest.param("6299990000000018", False, id="wrong check digit"),
        pytest.param("1234567812345670", False, id="another issuer's"),
        pytest.param(BANK, True, id="right"),
    ],
)
def test_bank_cards(number: str, *, right: bool) -> None:
    assert is_bank_card(number) is right


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("咨询电话：13800000000", ["pass"], id="the office's own mobile"),
        pytest.param("收入13800000000元", ["pass"], id="an amount"),
        pytest.param(f"索引号：{CARD}", ["pass"], id="the index number of a document"),
        pytest.param(f"编码1{CARD}", ["pass"], id="part of a longer number"),
        pytest.param(f"www.linjiang.example/{CARD}.html", ["pass"], id="part of an address"),
        pytest.param(f"编号{BANK}", ["pass"], id="sixteen digits that nothing calls a card"),
        pytest.param(f"缴入国库，卡号{BANK}", ["pass"], id="the treasury's account"),
        pytest.param("联系手机13800000000，咨询请拨打。", ["pass"], id="a mobile to ask"),
        pytest.param("与13800000000核实", ["review"], id="a mobile of which nothing is said"),
        pytest.param("申请人可拨咨询电话13800000000", ["review"], id="a mobile for applicants, or of one"),
        pytest.param("申请人手机138 0000 0000", ["fail"], id="an applicant's mobile"),
        pytest.param(f"李某，{CARD}", ["fail"], id="an identity card"),
        pytest.param("９９０１０１１９９００３０７１２３７", ["fail"], id="in full-width digits"),
        pytest.param("退回卡号6299 9900 0000 0017", ["fail"], id="a bank card in groups"),
    ],
)
def test_personal_data(text: str, expected: list[str]) -> None:
    assert outcomes(ask("personal_data", PERSONAL, facts_of(paragraphs={11: text}))) == expected


@pytest.mark.parametrize("text", [f"李某，{CARD}。", f"退回卡号{BANK}。", "申请人手机13800000000。"])
def test_no_number_is_printed(text: str) -> None:
    verdicts = ask("personal_data", PERSONAL, facts_of(paragraphs={11: text}))
    shown = msgspec.json.encode(verdicts).decode()
    assert not any(number in shown for number in (CARD, BANK, "13800000000"))
    assert "****" in shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("召开第三次会议，组织培训2次。", ["pass"], id="an ordinal"),
        pytest.param("组织培训两次、召开会议一次，组织检查3次。", ["pass"], id="one and two"),
        pytest.param("组织办好十件实事，召开会议4次，组织整改3件。", ["pass"], id="ten deeds is a name"),
        pytest.param("组织二次解读，召开会议4次。", ["pass"], id="a second time"),
        pytest.param("组织培训三次，召开会议四次。", ["pass"], id="one way only"),
        pytest.param("组织培训三次，召开会议4次。", ["fail"], id="both ways"),
    ],
)
def test_numeral_style(text: str, expected: list[str]) -> None:
    assert outcomes(ask("numeral_style", COUNTS, facts_of(paragraphs={11: text}))) == expected


def counted(*quotes: str) -> Any:
    names = ("requests_received", "requests_completed")
    return facts_of(
        facts=[
            {"name": name, "value": 12, "quote": quote, "paragraph": 11}
            for name, quote in zip(names, quotes, strict=False)
        ]
    )


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        pytest.param((), ["not_applicable"], id="nothing counted"),
        pytest.param(("收到申请12", "办结12件"), ["pass"], id="one without a word"),
        pytest.param(("收到申请12件", "办结12 件"), ["pass"], id="a space before the word"),
        pytest.param(("收到申请12件", "办结12条"), ["fail"], id="two words"),
    ],
)
def test_measure_words(quotes: tuple[str, ...], expected: list[str]) -> None:
    assert outcomes(ask("measure_words", MEASURES, counted(*quotes))) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({"paragraphs": {11: "公" * 10}}, ["pass"], id="just enough"),
        pytest.param({"paragraphs": {11: "公" * 9 + "  "}}, ["review"], id="spaces do not count"),
        pytest.param({"paragraphs": {11: "公" * 21}}, ["review"], id="too long"),
        pytest.param({"paragraphs": {11: "公" * 10}, "organ": "临江区人民政府"}, ["review"], id="a government's"),
        pytest.param({"paragraphs": {11: ""}, "without_sections": [6]}, ["not_applicable"], id="a part is missing"),
    ],
)
def test_length(given: dict[str, Any], expected: list[str]) -> None:
    params = {
        "at_least": 10,
        "at_most": 20,
        "governments": {"endings": ["人民政府"], "at_least": 15},
        "outcome": "review",
    }
    assert outcomes(ask("length", params, facts_of(**given))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("主动公开信息工作。及时答复群众申请。", ["not_applicable"], id="two sentences tell nothing"),
        pytest.param(
            "将进一步加强公开。将政务公开列入考核。及时答复群众申请。发布政策解读九篇。", ["pass"], id="one in four"
        ),
        pytest.param(
            "将进一步加强公开。今后将进一步答复申请。将进一步改版网站专栏。发布政策解读九篇。",
            ["fail"],
            id="three in four",
        ),
    ],
)
def test_sentence_share(text: str, expected: list[str]) -> None:
    params = {"message": "planned", "sections": [1], "with_words": ["将进一步"], "at_most": 50, "fewest": 4}
    assert (
        outcomes(ask("sentence_share", params, facts_of(paragraphs={11: text, 51: "将进一步改进工作。" * 9})))
        == expected
    )


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param((SENTENCE, SENTENCE), ["pass"], id="one short sentence twice"),
        pytest.param((SENTENCE + "一季度更新36条信息。", "全年更新36条信息。" + SENTENCE), ["pass"], id="not in a row"),
        pytest.param(
            (SENTENCE + "一季度更新36条。另行通报。", SENTENCE + "二季度更新42条。"), ["pass"], id="then other figures"
        ),
        pytest.param(
            (SENTENCE + "对更新不及时的科室进行约谈。", SENTENCE.replace("，", ",") + " 对更新不及时的科室进行约谈。"),
            ["fail"],
            id="two sentences in a row, marks aside",
        ),
    ],
)
def test_repeated_text(texts: tuple[str, str], expected: list[str]) -> None:
    facts = facts_of(paragraphs={11: texts[0], 51: texts[1]})
    assert outcomes(ask("repeated_text", {"shortest": 45}, facts)) == expected


def similarity(this_year: str, last_year: str | None) -> list[str]:
    params = {"fail_from": 80, "review_from": 60, "fewest": 20, "boilerplate": ["以上情况如有疑问请与办公室联系"]}
    previous = {} if last_year is None else {"previous": {"paragraphs": {11: last_year}}}
    return outcomes(ask("similarity", params, facts_of(paragraphs={11: this_year}, **previous)))


OTHER = "开展政府开放日活动，邀请居民走进实验室，现场解答饮用水检测疑问，送办事指南进敬老院。"


@pytest.mark.parametrize(
    ("this_year", "last_year", "expected"),
    [
        pytest.param(SENTENCE, None, ["not_applicable"], id="no report of last year"),
        pytest.param("无。", SENTENCE, ["not_applicable"], id="too little to compare"),
        pytest.param(OTHER, SENTENCE, ["pass"], id="another text"),
        pytest.param(
            OTHER + "以上情况如有疑问请与办公室联系" * 3,
            SENTENCE + "以上情况如有疑问请与办公室联系" * 3,
            ["pass"],
            id="common phrases do not count",
        ),
        pytest.param(SENTENCE + OTHER, SENTENCE, ["fail"], id="all of the shorter text"),
        pytest.param(SENTENCE + OTHER[:20], SENTENCE + OTHER[20:], ["review"], id="most of it"),
        pytest.param("全年公开36条。" + SENTENCE, "全年公开1,248条。" + SENTENCE, ["fail"], id="figures do not count"),
    ],
)
def test_similarity(this_year: str, last_year: str | None, expected: list[str]) -> None:
    assert similarity(this_year, last_year) == expected
