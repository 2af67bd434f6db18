"""Which numbers of a sentence are figures, and which are names, dates, ordinals and numerals of lists."""

from decimal import Decimal

import pytest
from written import facts, phrasings, read

from disclosecheck.extract.prose.chinese import ChineseReader
from disclosecheck.extract.prose.english import read_english


def figures(text: str) -> list[Decimal]:
    tokens = ChineseReader(phrasings().context).read(text).tokens
    return [token.value for token in tokens.values() if isinstance(token.value, Decimal)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("国办公开办函〔2021〕30号", id="a document's number"),
        pytest.param("国务院令第711号", id="an order's number"),
        pytest.param("《条例》第五十条、第20条", id="articles"),
        pytest.param("2023年1月1日至12月31日", id="dates"),
        pytest.param("2024-01-20", id="an ISO date"),
        pytest.param("二〇二三年度", id="a year in numerals"),
        pytest.param("电话：0647-6180118，邮编：990118", id="telephone and postcode"),
        pytest.param("望江路118号3楼502室", id="an address"),
        pytest.param("（一）主动公开（1）政策文件", id="numerals of a list in brackets"),
        pytest.param("1.主动公开", id="numeral and point"),
        pytest.param("2、依申请公开", id="numeral and comma"),
        pytest.param("1.2021年主动公开", id="numeral before a year"),
        pytest.param("12345热线、12315平台", id="hotlines by their numbers"),
        pytest.param("党的十九届五中全会、“十四五”规划", id="congresses and plans"),
        pytest.param("进一步加强，第一时间公开，逐一答复", id="numerals inside words"),
        pytest.param("一次性告知，二次解读", id="numerals that count nothing"),
        pytest.param("由总体情况等6部分组成", id="the text's own parts"),
        pytest.param("2.0版平台", id="a version"),
        pytest.param("www.linjiang.example/col/col1229.html", id="an address on the web"),
        pytest.param("图1　表2", id="figures and tables by number"),
        pytest.param("09:34", id="a time of day"),
    ],
)
def test_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("15件", "15", id="Arabic"),
        pytest.param("１０４６件", "1046", id="full-width"),
        pytest.param("34,290件", "34290", id="thousands with a comma"),
        pytest.param("1，204条", "1204", id="thousands with a full-width comma"),
        pytest.param("3 412 条", "3412", id="thousands with a space"),
        pytest.param("三件", "3", id="a numeral"),
        pytest.param("两宗", "2", id="two as counted"),
        pytest.param("一百二十件", "120", id="a long numeral"),
        pytest.param("四十余条", "40", id="some forty"),
        pytest.param("1.35万余条", "13500", id="ten thousands with a fraction"),
        pytest.param("2.1亿次", "210000000", id="hundred millions"),
        pytest.param("98.5%", "98.5", id="percent"),
        pytest.param("１００％", "100", id="full-width percent"),
        pytest.param("百分之百", "100", id="a hundred of a hundred"),
        pytest.param("百分之九十八点五", "98.5", id="percent in numerals"),
        pytest.param("八成", "80", id="tenths"),
        pytest.param("第3批共12345件", "12345", id="a hotline's number that counts"),
    ],
)
def test_figure(text: str, value: str) -> None:
    assert figures(text) == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        pytest.param("收到政府信息公开申请300件", False, id="exact"),
        pytest.param("收到政府信息公开申请近300件", True, id="nearly"),
        pytest.param("收到政府信息公开申请约300件", True, id="about"),
        pytest.param("收到政府信息公开申请超过300件", True, id="more than"),
        pytest.param("收到政府信息公开申请300余件", True, id="and some"),
        pytest.param("收到政府信息公开申请300件以上", True, id="and above"),
        pytest.param("收到政府信息公开申请1.2万件", True, id="rounded to ten thousands"),
    ],
)
def test_approximation_is_kept(text: str, approximate: bool) -> None:
    (fact,) = facts(text)
    assert (fact.name, fact.approximate) == ("requests_received", approximate)


def test_english_numbers_in_figures_and_words() -> None:
    tokens = read_english("On March 12, 2021 the bureau held two trainings, 1,204 people and 64 % of them.").tokens
    assert [token.value for token in tokens.values()] == [(2021, 3, 12), Decimal(2), Decimal(1204), Decimal(64)]


def test_what_no_wording_takes_is_told_with_its_clause() -> None:
    _, unmatched = read("（一）2023年，新增栏目4个，接待来访10余次。", "详见国办公开办函〔2021〕30号第三条。")
    assert [(one.quote, one.paragraph) for one in unmatched] == [("新增栏目4个", 2), ("接待来访10余次", 2)]
