"""Spelling, doubled words, marks, widths, years, names and titles: near misses first."""

from typing import Any

import pytest
from given import ask, facts_of, outcomes

from disclosecheck.kinds.marks import pair
from disclosecheck.kinds.prose import prose_of

WORDS = {
    "words": [
        {"wrong": "条列", "right": "条例", "unless": ["逐条列", "条列出"]},
        {"wrong": "的的", "right": "的", "unless": ["目的的"]},
        {"wrong": "微信公共号", "right": "微信公众号", "sure": False},
    ]
}
DOUBLED = {"whitelist": ["研究研究"], "compounds": ["公开", "服务", "工作"]}
TITLES = {"titles": ["中华人民共和国政府信息公开条例", "政府信息公开条例"], "also": ["中华人民共和国行政许可法"]}
NAMES = {"names": [{"name": "卫计委", "until": 2019, "now": "卫生健康委员会"}], "past": ["原", "机构改革"]}
WIDTHS = {"marks": {",": "，", ":": "："}}
YEARS = {"after": ["无", "未"], "short_after": ["度", "全年"]}
PLACES = {
    "levels": [["区", "县"], ["镇", "乡"]],
    "larger": ["省", "市", "自治区"],
    "verbs": ["认真", "坚持"],
    "not_names": ["全区", "社区"],
    "not_first": ["与", "向"],
}


def said(kind: str, params: dict[str, Any], text: str, **given: Any) -> list[str]:
    return outcomes(ask(kind, params, facts_of(paragraphs={11: text}, **given)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("对照清单逐条列出。", ["pass"], id="in a word in which it is right"),
        pytest.param("公开的目的的实现。", ["pass"], id="the wrong part begins inside the right word"),
        pytest.param("信息公开条列已逐条列出。", ["fail"], id="wrong once, right once"),
        pytest.param("条列一、条列二、的的", ["fail", "fail"], id="one finding for each word"),
        pytest.param("微信公共号", ["review"], id="a word that may be right"),
    ],
)
def test_spelling(text: str, expected: list[str]) -> None:
    assert said("spelling", WORDS, text) == expected


def test_spelling_names_every_place() -> None:
    facts = facts_of(paragraphs={11: "条列", 51: "条列"})
    (verdict,) = ask("spelling", WORDS, facts)
    assert [(place.section, place.paragraph) for place in verdict.evidence] == [(1, 11), (5, 51)]
    assert (verdict.expected, verdict.actual) == ("条例", "条列")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("研究研究再定。", ["pass"], id="in the whitelist"),
        pytest.param("走进政务服务服务大厅。", ["pass"], id="one compound ends, the next begins"),
        pytest.param("公开20232023条。", ["pass"], id="figures"),
        pytest.param("哈哈哈哈", ["pass"], id="one character"),
        pytest.param("落实，落实", ["pass"], id="a mark between them"),
        pytest.param("主动公开工作工作。", ["fail"], id="a compound cannot begin before a mark"),
        pytest.param("严格遵循遵循原则。", ["fail"], id="two characters"),
        pytest.param("政府网站管理员政府网站管理员负责。", ["pass"], id="longer than six: the rule about passages"),
        pytest.param("公共文化共文化设施", ["fail"], id="three characters"),
    ],
)
def test_doubled_words(text: str, expected: list[str]) -> None:
    assert said("doubled_words", DOUBLED, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1）受理；（2）答复；a)归档", ["pass"], id="brackets that end numerals"),
        pytest.param("（含“一网通办”（试行））", ["pass"], id="one inside the other"),
        pytest.param("(其中：网站36条）", ["pass"], id="widths are another rule's"),
        pytest.param("请联系（电话：6180118。", ["fail"], id="not closed"),
        pytest.param("规定》第三条", ["fail"], id="not opened"),
        pytest.param("“放管服“改革", ["fail"], id="opened twice"),
        pytest.param("《条例（修订）", ["fail"], id="the outer one is not closed"),
    ],
)
def test_paired_marks(text: str, expected: list[str]) -> None:
    assert outcomes(ask("paired_marks", {}, facts_of(paragraphs={11: text, 51: "另一段。"}))) == expected


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("深化“放管服“改革，推进“一网通办”。", "“改革", id="the closing half turned the wrong way"),
        pytest.param("增设“一张图，开通“健康临江”。", "“一张图", id="the first is not closed"),
    ],
)
def test_the_quotation_mark_that_is_wrong_is_named(text: str, quote: str) -> None:
    prose = prose_of(facts_of(paragraphs={11: text, 51: "另一段。"}))
    assert prose is not None
    (mark,) = pair(prose).alone
    assert prose.text.startswith(quote, mark.place)


def test_a_text_that_was_cut_at_its_end_has_no_closing_mark() -> None:
    facts = facts_of(paragraphs={61: "无（其他"})
    assert outcomes(ask("paired_marks", {}, facts)) == ["pass"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("公开2,148条，8:30开放，网址a.example:80", ["pass"], id="beside figures and letters"),
        pytest.param("公开,解读,回应", ["pass"], id="narrow throughout"),
        pytest.param(",公开，解读", ["pass"], id="at the very beginning"),
        pytest.param("公开,解读，回应，监督", ["fail"], id="both widths"),
        pytest.param("机关（本级)", ["fail"], id="a bracket of each width"),
    ],
)
def test_mark_widths(text: str, expected: list[str]) -> None:
    assert said("mark_widths", WIDTHS, text) == expected


def test_the_rarer_width_is_named() -> None:
    (verdict,) = ask("mark_widths", WIDTHS, facts_of(paragraphs={11: "公开，解读，回应", 51: "问题,改进"}))
    assert [place.paragraph for place in verdict.evidence] == [51]


@pytest.mark.parametrize("kind", ["mark_widths", "paired_marks", "year_form"])
def test_a_copy_is_not_blamed(kind: str) -> None:
    params = {"mark_widths": WIDTHS, "paired_marks": {}, "year_form": YEARS}[kind]
    text = "公开,解读，回应（2023无复议。"
    assert said(kind, params, text, year=2023, format="text") == ["not_applicable"]
    assert said(kind, params, "公开，解读。", year=2023, format="text") == ["pass"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2022年无行政复议。", ["pass"], id="in full"),
        pytest.param("从业22年度过难关", ["pass"], id="years of service"),
        pytest.param("〔2022〕无", ["pass"], id="the number of a document"),
        pytest.param("2019未", ["pass"], id="far from the report year: no year, or not this report's"),
        pytest.param("电话06472022未接通", ["pass"], id="part of a longer number"),
        pytest.param("2022无行政复议。", ["fail"], id="no 年"),
        pytest.param("。22年度公开36条", ["fail"], id="two digits"),
    ],
)
def test_year_form(text: str, expected: list[str]) -> None:
    assert said("year_form", YEARS, text, year=2022) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("《中华人民共和国政府信息公开条例》", ["pass"], id="the title"),
        pytest.param("《 中华人民共和国 政府信息公开条例（2019修订）》", ["pass"], id="spaces, and a note in brackets"),
        pytest.param("《云溪市政府信息公开条例》", ["pass"], id="a local one"),
        pytest.param("《中华人民共和国行政许可法》", ["pass"], id="another real one"),
        pytest.param("《政府信息公开办法》", ["pass"], id="two signs exchanged: another instrument"),
        pytest.param("《信息公开条例》", ["pass"], id="cut short at the beginning"),
        pytest.param("《中华人民共和国政府信息公开条列》", ["fail"], id="one wrong sign"),
        pytest.param("《中华人民共和国信息公开条例》", ["fail"], id="two signs left out"),
        pytest.param("《政府信息公开工作条例》", ["fail"], id="two signs too many"),
        pytest.param("公开条例。", ["not_applicable"], id="no title"),
    ],
)
def test_instrument_titles(text: str, expected: list[str]) -> None:
    assert said("instrument_titles", TITLES, text) == expected


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        pytest.param("会同市卫计委发布。", 2018, ["pass"], id="in its time"),
        pytest.param("原市卫计委档案已移交。", 2022, ["pass"], id="said to be past"),
        pytest.param("2016年市卫计委制发的文件已清理。", 2022, ["pass"], id="of its time"),
        pytest.param("《市卫计委关于报送信息的通知》", 2022, ["pass"], id="in a title"),
        pytest.param("云卫计委〔2021〕3号", 2022, ["pass"], id="in the number of a document"),
        pytest.param("会同市卫计委发布。", 2022, ["fail"], id="after its time"),
    ],
)
def test_superseded_names(text: str, year: int, expected: list[str]) -> None:
    assert said("superseded_names", NAMES, text, year=year) == expected


def test_an_organ_may_use_its_own_name() -> None:
    assert said("superseded_names", NAMES, "市卫计委公开信息。", year=2022, organ="云溪市卫计委") == ["pass"]


@pytest.mark.parametrize(
    ("text", "organ", "expected"),
    [
        pytest.param("临江区认真落实。", "云溪市临江区司法局", ["pass"], id="its own place"),
        pytest.param("全区认真落实。社区坚持公开。", "云溪市临江区司法局", ["pass"], id="no names"),
        pytest.param("石桥镇认真落实。", "云溪市临江区司法局", ["pass"], id="a town of the district"),
        pytest.param("接待望山县坚持公开的同行。", "云溪市临江区司法局", ["pass"], id="not the subject"),
        pytest.param("2023年，与望山县坚持协作。", "云溪市临江区司法局", ["pass"], id="after a preposition"),
        pytest.param("望山县认真落实。", "云溪市临江区司法局", ["review"], id="another district at work"),
        pytest.param("石桥镇坚持公开。", "云溪市临江区柳河镇人民政府", ["review"], id="another town at work"),
        pytest.param("望山县认真落实。", "云溪市司法局", ["not_applicable"], id="a city's office"),
        pytest.param("望山县认真落实。", "云岭自治区人民政府", ["not_applicable"], id="an autonomous region's 区"),
    ],
)
def test_other_places(text: str, organ: str, expected: list[str]) -> None:
    assert said("other_places", PLACES, text, organ=organ) == expected
