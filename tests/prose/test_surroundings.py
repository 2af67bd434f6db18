"""Whose a figure is, of when, what it is part of; where it stands and what is printed there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import ORGAN, facts, heading, phrasings, read, shown, values

from disclosecheck.extract.prose import find_figures
from disclosecheck.model.document import Cell, Document, Paragraph, Table
from disclosecheck.model.fact import Identity


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        pytest.param("收到政府信息公开申请5件", None, id="nobody named"),
        pytest.param("我委收到政府信息公开申请5件", "organ", id="we"),
        pytest.param("本机关收到政府信息公开申请5件", "organ", id="this organ"),
        pytest.param("区卫生健康委收到政府信息公开申请5件", "organ", id="the organ by its short name"),
        pytest.param("全区共收到政府信息公开申请5件", "district", id="the whole district"),
        pytest.param("2023年，全市行政机关收到政府信息公开申请5件", "city", id="the whole city, after the year"),
        pytest.param("全区收到政府信息公开申请8件，办结5件", "district", id="in the clause before"),
        pytest.param("区政府办代表区政府受理政府信息公开申请5件", "district_government", id="for the government"),
        pytest.param("各部门收到政府信息公开申请5件", "departments", id="the departments"),
        pytest.param("街道收到政府信息公开申请5件", "townships", id="one level of several"),
        pytest.param("推动全市工作，收到政府信息公开申请5件", None, id="an area that another clause is about"),
        pytest.param("通过区政府网站收到政府信息公开申请5件", None, id="the government's website is no government"),
        pytest.param("收到政府信息公开申请9件，因本机关不掌握等原因无法提供5件", None, id="not held by this organ"),
    ],
)
def test_scope(text: str, scope: str | None) -> None:
    assert facts(text)[-1].scope == scope


def test_the_whole_district_is_the_region_in_an_autonomous_region() -> None:
    (fact,) = facts("全区收到政府信息公开申请5件", organ="云溪自治区人民政府")
    assert fact.scope == "province"
    (fact,) = facts("全区收到政府信息公开申请5件", organ="云溪自治区临江市望江区人民政府")
    assert fact.scope == "district"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param("收到政府信息公开申请5件", "2023", id="no year: the report's"),
        pytest.param("2022年，收到政府信息公开申请5件", "2022", id="another year in front"),
        pytest.param("去年收到政府信息公开申请5件", "2022", id="last year"),
        pytest.param("2023年收到政府信息公开申请5件，较2022年减少", "2023", id="a year it is compared with"),
        pytest.param("收到政府信息公开申请8件，其中2022年结转3件", "2023", id="a year it was carried from"),
        pytest.param("按照《2022年政务公开工作要点》，收到政府信息公开申请5件", "2023", id="a year in a title"),
        pytest.param("2019年以来，收到政府信息公开申请5件", "cumulative", id="since a year"),
        pytest.param("2023年以来，收到政府信息公开申请5件", "2023", id="since this year's beginning"),
        pytest.param("2024年，收到政府信息公开申请5件", "planned", id="a year to come"),
        pytest.param("下一步，我委收到政府信息公开申请5件", "planned", id="next"),
        pytest.param("将做好接收工作，收到政府信息公开申请5件", "2023", id="将 that takes an object"),
    ],
)
def test_period(text: str, period: str) -> None:
    assert facts(text)[0].period == period


def test_an_unknown_year_stays_unknown() -> None:
    (fact,) = facts("收到政府信息公开申请5件", year=None)
    assert fact.period is None
    assert facts("3月12日公布年度重大行政决策目录", year=None)[0].name == "major_decision_catalogue_published"


def test_aims_last_to_the_end_of_the_paragraph_only() -> None:
    planned, stated = facts("下一步，加强培训。举办政务公开培训班4次。", "举办政务公开培训班2次。")
    assert (planned.period, stated.period) == ("planned", "2023")


def test_parts_name_their_whole() -> None:
    text = "收到政府信息公开申请30件（含上年结转2件），其中网上申请20件；办结28件，其中予以公开9件，不予公开3件。"
    parts = {(fact.name, shown(fact.value)): fact.dimensions.get("part_of") for fact in facts(text)}
    assert parts == {
        ("requests_received", "30"): None,
        ("requests_carried_in", "2"): "requests_received",
        ("requests_received", "20"): "requests_received",
        ("requests_completed", "28"): None,
        ("requests_granted", "9"): "requests_completed",
        ("requests_denied", "3"): "requests_completed",
    }


def test_a_share_takes_its_base_from_the_sentence_before() -> None:
    *_, share = facts("答复政府信息公开申请40件。予以公开10件，占25%。")
    assert share.dimensions == {"what": "requests_granted", "of": "requests_completed"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("全年收到政府信息公开申请5件，均按时办结。同时，办理12345工单900件，办结率99%。", id="hotline"),
        pytest.param("收到政府信息公开申请5件，均按时办结。收到人民来信56件，办结56件。", id="letters"),
        pytest.param("收到政府信息公开申请5件，均按时办结。受理网民留言60条，已办结60条。", id="messages"),
        pytest.param("收到政府信息公开申请5件，均按时办结。答复人大代表建议12件、政协提案15件。", id="proposals"),
        pytest.param("收到政府信息公开申请5件，均按时办结。受理许可申请120件，办结118件。", id="licences"),
        pytest.param("收到政府信息公开申请5件，均按时办结。办理行政应诉案件30件。", id="lawsuits of all kinds"),
    ],
)
def test_other_work_is_no_disclosure_request(text: str) -> None:
    assert values(text) == {"requests_received": "5", "request_on_time_reply_rate": "100"}


def test_a_subheading_says_what_its_paragraphs_are_about() -> None:
    assert values("（二）依申请公开", "全年收到30件，办结28件。") == {
        "requests_received": "30",
        "requests_completed": "28",
    }
    assert values("（三）政府信息管理", "全年收到30件，办结28件。") == {}
    assert values("（二）依申请公开", "（三）政府信息管理", "全年收到30件，办结28件。") == {}


def test_the_quote_is_the_smallest_clause_as_printed() -> None:
    text = "２０２３年，“我委”收到政府信息公开申请　３ ４１２　件（网上 20 件）、 办结１，２０４件。"
    assert [fact.evidence.quote for fact in facts(text)] == [
        "“我委”收到政府信息公开申请　３ ４１２　件",
        "网上 20 件",
        "办结１，２０４件",
    ]
    assert [fact.evidence.value for fact in facts(text)] == ["3412", "20", "1204"]


def test_traditional_characters_are_read_and_quoted_as_printed() -> None:
    (fact,), _ = read("全縣共收到政府信息公開申請5件", language="zh-Hant")
    assert (fact.name, fact.scope, fact.evidence.quote) == (
        "requests_received",
        "county",
        "全縣共收到政府信息公開申請5件",
    )


def test_a_figure_after_an_inline_heading_stands_in_that_section() -> None:
    text = "二、主动公开政府信息情况六、其他需要报告的事项2023年，未收取信息处理费。"
    blocks = (
        Paragraph(text=text, number=1, page=3),
        Table(number=1, rows=1, columns=1, cells=(Cell(row=0, column=0, text="申请9件"),)),
    )
    document = Document(path="a.txt", sha256="", format="text", blocks=blocks)
    sections = (
        heading(2, "二、主动公开政府信息情况", block=0),
        heading(6, "六、其他需要报告的事项", block=0, inline="2023年，未收取信息处理费。"),
    )
    stated = find_figures(document, sections, Identity(kind="annual_report", year=2023), phrasings())
    assert [(fact.name, fact.evidence.section, fact.evidence.page) for fact in stated.facts] == [
        ("processing_fee_none", 6, 3)
    ]
    assert stated.unmatched == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "规章000行政规范性文件1153第二十条第（五）项信息内容本年处理决定数量行政许可1029", id="run together"
        ),
        pytest.param("行政规范性文件 | 3 | 0 | 101 |", id="a row with bars"),
        pytest.param("行政许可    1286", id="a label and its cell"),
        pytest.param("17 0 0 0 0 0 17", id="cells without a label"),
        pytest.param("805", id="a cell"),
    ],
)
def test_a_table_that_lost_its_lines_states_nothing(text: str) -> None:
    assert read(text, section=2) == ((), ())


WORDS = ["收到", "政府信息公开申请", "办结", "其中", "予以公开", "占", "行政复议", "无", "未收到", "培训", "上年结转"]
WORDS += ["全区", "近", "余", "件", "次", "《", "》", "to", "cases"]
MARKS = ["（", "）", "，", "。", "；", "、", "：", "“", "”", ".", "%", "#", "@", "~", "②", "（一）", "1.", "\ue000"]
FIGURES = ["3", "１２", "1,204", "56%", "百分之百", "八成", "三十", "两", "2022年", "3月12日"]
PIECES = st.sampled_from([*WORDS, *MARKS, *FIGURES, "3 412", " ", "\u3000", "\n"])


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_whatever_is_written_every_quote_is_printed_there(text: str) -> None:
    found, unmatched = read(text, organ=ORGAN)
    for quote in [fact.evidence.quote for fact in found] + [one.quote for one in unmatched]:
        assert quote
        assert quote in text
