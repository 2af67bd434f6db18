"""Who reports on what, and what is no report at all."""

import pytest
from building import HEAD_3, HEADINGS, TITLE, body_3, catalogue, document, facts_of, grid, text

from disclosecheck.extract.facts import extract_facts
from disclosecheck.model.fact import Expected, Identity

BODY = (HEADINGS[0], "2023年，本委公开信息35件。", *HEADINGS[1:], "无。")


def _identity(*lines: str, title: str | None = None) -> Identity:
    return facts_of(document(*lines, title=title)).identity


@pytest.mark.parametrize(
    ("lines", "organ", "year"),
    [
        pytest.param(["云溪市临江区财政局2023年政府信息公开工作年度报告"], "云溪市临江区财政局", 2023, id="one line"),
        pytest.param(
            ["云溪市临江区财政局", "2023年政府信息公开工作年度报告"], "云溪市临江区财政局", 2023, id="two lines"
        ),
        pytest.param(
            ["云溪市临江区财政局", "2023年", "政府信息公开工作年度报告"], "云溪市临江区财政局", 2023, id="three lines"
        ),
        pytest.param(["2023年云溪市财政局政府信息公开工作年度报告"], "云溪市财政局", 2023, id="the year in front"),
        pytest.param(
            ["2024年云溪市政府信息公开工作年度报告"], "云溪市", 2024, id="an area that stands for its government"
        ),
        pytest.param(["云溪市人民政府信息公开工作年度报告2023"], None, None, id="a year behind the title is no title"),
        pytest.param(
            ["云溪市人民政府2023年政府信息公开工作年度报告"], "云溪市人民政府", 2023, id="a people's government"
        ),
        pytest.param(["云溪市财政局2023年信息化工作报告"], None, 2023, id="a report on something else"),
        pytest.param(["云溪市财政局关于2023年政府信息公开工作的年度报告"], "云溪市财政局", 2023, id="about its work"),
        pytest.param(["云溪市财政局关于2023年政府信息公开年度报告"], "云溪市财政局", 2023, id="about"),
        pytest.param(["云溪市财政局２０２３年度政府信息公开工作报告"], "云溪市财政局", 2023, id="full-width year"),
        pytest.param(["云溪市财政局二〇二三年政府信息公开年报"], "云溪市财政局", 2023, id="year in Chinese numerals"),
        pytest.param(["云溪市财政局2023 年政府信息公开工作年度报告"], "云溪市财政局", 2023, id="a space before 年"),
        pytest.param(["云溪市财政局2023政府信息公开工作年度报告"], "云溪市财政局", 2023, id="年 lost by a copy"),
        pytest.param(["标题: 云溪市财政局2023年政府信息公开工作年度报告"], "云溪市财政局", 2023, id="a page's label"),
        pytest.param(
            ["首页 > 政府信息公开年报 > 云溪市财政局2023年政府信息公开工作年度报告"], "云溪市财政局", 2023, id="a trail"
        ),
        pytest.param(
            ["欢迎访问云溪市财政局!", "云溪市财政局2023年政府信息公开工作年度报告"],
            "云溪市财政局",
            2023,
            id="a greeting above",
        ),
        pytest.param(["云溪市财政局\n2023年政府信息公开工作年度报告"], "云溪市财政局", 2023, id="a soft line break"),
        pytest.param(
            ["云溪市财政局政府信息公开工作年度报告（2023年度）"], "云溪市财政局", 2023, id="the year behind it"
        ),
        pytest.param(
            ["云溪市财政局2023年政府信息公开工作年度报告（2024年1月20日）"], "云溪市财政局", 2023, id="a date behind it"
        ),
        pytest.param(
            ["海关总署(本级机关)2023年政府信息公开工作年度报告"], "海关总署(本级机关)", 2023, id="brackets in a name"
        ),
    ],
)
def test_title_organ_and_year(lines: list[str], organ: str | None, year: int | None) -> None:
    identity = _identity(*lines, HEADINGS[0], "概况。", *HEADINGS[1:])
    assert (identity.organ, identity.year) == (organ, year)
    assert (identity.title is not None) == (organ is not None)


def test_the_title_is_given_as_printed_with_its_place() -> None:
    identity = _identity("登录 注册", "云溪市财政局", "2023年政府信息公开工作年度报告", *BODY)
    assert identity.title == "云溪市财政局2023年政府信息公开工作年度报告"
    assert identity.places["title"].paragraph == 2


@pytest.mark.parametrize(
    ("preamble", "title"),
    [
        pytest.param("现公布《云溪市财政局2023年政府信息公开工作年度报告》。", True, id="quoted"),
        pytest.param("根据条例规定，现公布云溪市财政局2023年政府信息公开工作年度报告。", True, id="named"),
        pytest.param("云溪市财政局2023年政府信息公开工作年度报告根据条例编制。", True, id="the subject of a sentence"),
        pytest.param("根据《云溪市政府信息公开工作年度报告格式》编制本报告。", False, id="a format is none"),
    ],
)
def test_a_title_that_only_the_preamble_names(preamble: str, title: bool) -> None:
    identity = _identity(preamble, *BODY)
    assert identity.title == ("云溪市财政局2023年政府信息公开工作年度报告" if title else None)
    assert identity.year == 2023
    assert "title" not in identity.places


def test_the_page_s_own_title_where_the_body_has_none() -> None:
    identity = _identity(
        "根据条例编制本报告。", *BODY, title="云溪市财政局2023年政府信息公开工作年度报告_云溪市人民政府"
    )
    assert (identity.organ, identity.year) == ("云溪市财政局", 2023)


@pytest.mark.parametrize(
    ("lines", "organ"),
    [
        pytest.param([*BODY, "云溪市财政局", "2024年1月20日"], "云溪市财政局", id="signature"),
        pytest.param([*BODY, "云溪市财政局2024年1月20日更多信息请关注"], "云溪市财政局", id="signature run on"),
        pytest.param(["发布机构： 云溪市财政局  发布日期：2024-01-20", *BODY], "云溪市财政局", id="a page's label"),
        pytest.param(["本报告由云溪市财政局按照条例编制。", *BODY], "云溪市财政局", id="compiled by"),
        pytest.param(["如有疑问，请与云溪市财政局联系。", *BODY], "云溪市财政局", id="contact"),
        pytest.param(
            [HEADINGS[0], "2023年，云溪市财政局坚持公开。", *HEADINGS[1:]], "云溪市财政局", id="first sentence"
        ),
        pytest.param([HEADINGS[0], "2023年，我局坚持公开。", *HEADINGS[1:]], None, id="a report that only says we"),
    ],
)
def test_the_organ_where_no_title_names_it(lines: list[str], organ: str | None) -> None:
    assert _identity(*lines).organ == organ


@pytest.mark.parametrize(
    ("line", "year"),
    [
        pytest.param("本报告中所列数据的统计期限自2022年1月1日起至2022年12月31日止。", 2022, id="by the period"),
        pytest.param("现将2022年工作报告如下。", 2022, id="by the preamble"),
        pytest.param("根据条例编制本报告。", 2023, id="by section one"),
    ],
)
def test_the_year_where_no_title_names_it(line: str, year: int) -> None:
    assert _identity(line, *BODY).year == year


def test_last_year_s_documents_in_quotes_do_not_count() -> None:
    body = [HEADINGS[0], "印发《2022年工作要点》《2022年分工》。2023年公开35件。", *HEADINGS[1:]]
    assert _identity("根据条例编制本报告。", *body).year == 2023


def test_no_year_anywhere() -> None:
    facts = facts_of(document("根据条例编制本报告。", HEADINGS[0], "公开35件。", *HEADINGS[1:]))
    assert (facts.identity.year, facts.year, facts.form) == (None, None, None)


def test_the_caller_s_year_chooses_the_form_and_is_not_the_document_s() -> None:
    given = document("根据条例编制本报告。", HEADINGS[0], "公开35件。", *HEADINGS[1:])
    facts = extract_facts(given, catalogue(), Expected(year=2020))
    assert facts.identity.year is None
    assert facts.form is not None
    assert facts.form.edition == "2019"


@pytest.mark.parametrize(
    ("year", "edition"),
    [
        pytest.param(2018, None, id="before the unified form"),
        pytest.param(2019, "2019", id="the first year"),
        pytest.param(2020, "2019", id="the last of the first edition"),
        pytest.param(2021, "2021", id="the first of the second"),
        pytest.param(2030, "2021", id="until further notice"),
    ],
)
def test_without_tables_the_year_names_the_form_and_the_edition_stays_open(year: int, edition: str | None) -> None:
    facts = facts_of(document(f"云溪市财政局{year}年政府信息公开工作年度报告", *BODY))
    assert facts.identity.edition is None
    assert (facts.form.edition if facts.form else None) == edition


def test_the_edition_is_that_of_the_labels_whatever_the_report_cites() -> None:
    table = grid(["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "0", "0", "0"])
    given = document(
        TITLE, "根据国办公开办函〔2019〕60号编制。", HEADINGS[0], "概况。", HEADINGS[1], table, *HEADINGS[2:]
    )
    assert facts_of(given).identity.edition == "2021"


def test_the_tables_both_editions_print_name_none() -> None:
    given = document(TITLE, HEADINGS[0], "概况。", *HEADINGS[1:3], grid(*HEAD_3, *body_3("2019")), *HEADINGS[3:])
    facts = facts_of(given)
    assert facts.identity.edition is None
    assert facts.form is not None
    assert facts.form.edition == "2021"


@pytest.mark.parametrize(
    ("line", "period"),
    [
        pytest.param("统计期限自2023年1月1日起至2023年12月31日止", ("2023-01-01", "2023-12-31"), id="in full"),
        pytest.param("统计期限为2023年1月1日至12月31日", ("2023-01-01", "2023-12-31"), id="the year once"),
        pytest.param(
            "统计时限为2023 年 1 月 1 日-2023 年 12 月 31 日", ("2023-01-01", "2023-12-31"), id="spaces, a dash"
        ),
        pytest.param("所列数据统计期限为2023年1—12月", ("2023-01-01", "2023-12-31"), id="months"),
        pytest.param(
            "统计期限从二〇二三年一月一日到二〇二三年十二月三十一日", ("2023-01-01", "2023-12-31"), id="in Chinese"
        ),
        pytest.param("统计期限自202311日起至20231231日止", ("2023-01-01", "2023-12-31"), id="年 and 月 lost by a copy"),
        pytest.param("统计期限自20231月1日起至2023年12月31日止", ("2023-01-01", "2023-12-31"), id="年 lost by a copy"),
        pytest.param(
            "统计期限自2023年1月1日起至2023年11月30日止", ("2023-01-01", "2023-11-30"), id="as printed, right or wrong"
        ),
        pytest.param("统计期限自2023年2月30日起至2023年12月31日止", None, id="a day that no calendar has"),
        pytest.param("2023年1月1日起至12月31日止，开展培训", None, id="no word of statistics"),
    ],
)
def test_the_statistical_period(line: str, period: tuple[str, str] | None) -> None:
    assert _identity(TITLE, line, *BODY).period == period


@pytest.mark.parametrize(
    ("line", "published"),
    [
        pytest.param("发布日期：2024-01-20  浏览次数：35", "2024-01-20", id="as content systems print it"),
        pytest.param("发布时间 2024年1月20日", "2024-01-20", id="in Chinese"),
        pytest.param("发布日期: 2024-1-5 15:07:31", "2024-01-05", id="with the hour"),
        pytest.param("成文日期：2024-01-20", None, id="the day it was written"),
        pytest.param("发布日期：2024-02-30", None, id="a day that no calendar has"),
    ],
)
def test_the_day_of_publication(line: str, published: str | None) -> None:
    assert _identity(TITLE, line, *BODY).published == published


def test_places_of_what_the_document_states() -> None:
    identity = _identity(TITLE, "统计期限自2023年1月1日起至2023年12月31日止。", *BODY, "云溪市财政局", "2024年1月20日")
    places = {name: evidence.paragraph for name, evidence in identity.places.items()}
    assert places == {"title": 1, "organ": 1, "year": 1, "period": 2, "signed": 12}


@pytest.mark.parametrize(
    ("lines", "signed"),
    [
        pytest.param(["云溪市财政局", "2024年1月20日"], "2024-01-20", id="on a line of its own"),
        pytest.param(["云溪市财政局　　2024年1月20日"], "2024-01-20", id="behind the organ"),
        pytest.param(["云溪市财政局", "二〇二四年一月二十日"], "2024-01-20", id="in Chinese numerals"),
        pytest.param(["云溪市财政局", "2024年1月20日", "附件：1.统计表.docx"], "2024-01-20", id="an attachment below"),
        pytest.param(["本报告自2024年1月20日起公布。"], None, id="a date in a sentence"),
        pytest.param(["2023年未收取信息处理费。"], None, id="no date"),
    ],
)
def test_the_day_of_signature(lines: list[str], signed: str | None) -> None:
    assert _identity(TITLE, *BODY, *lines).signed == signed


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [
                "2023年云溪市卫生健康委员会政务公开工作要点",
                "为做好政务公开工作，制定本要点。",
                "一、深化公开",
                "二、加强解读",
            ],
            id="key points",
        ),
        pytest.param(
            [
                "云溪市卫生健康委员会关于印发2023年政务公开工作要点的通知",
                "各单位：",
                "2023年政务公开工作要点",
                "一、总体要求",
            ],
            id="a notice that hands them out",
        ),
        pytest.param(
            [
                "关于做好2023年政府信息公开工作年度报告编制工作的通知",
                "各单位：",
                "编制本报告应当包括六部分。",
                *HEADINGS,
            ],
            id="a notice about reports with their headings",
        ),
        pytest.param(
            ["《云溪市财政局2023年政府信息公开工作年度报告》解读", "统计期限自2023年1月1日起。", *HEADINGS[:3]],
            id="an interpretation of a report",
        ),
        pytest.param(["图解：云溪市财政局2023年政府信息公开工作年度报告", "一图读懂。"], id="an infographic"),
        pytest.param(["云溪市财政局2024年政务公开工作计划", "一、总体情况", "二、主要任务"], id="a work plan"),
        pytest.param(["云溪市财政局政府信息公开指南", "一、总体情况", "本机关主动公开信息。"], id="a guide"),
        pytest.param(
            [f"云溪市{name}局2023年政府信息公开工作年度报告" for name in ("财政", "教育", "公安")],
            id="a list of reports",
        ),
        pytest.param(["财政局动态", "我局公布《云溪市财政局2023年政府信息公开工作年度报告》。"], id="news of a report"),
        pytest.param(["云溪市关于加强道路维护的说明", "今年修路35公里。"], id="something else"),
        pytest.param(
            ["Key Points of Government Affairs Disclosure in Yunxi City in 2024", "1. Optimize."], id="in English"
        ),
    ],
)
def test_what_is_no_report(lines: list[str]) -> None:
    facts = facts_of(document(*lines))
    assert facts.identity.kind == "unknown"
    assert (facts.form, facts.cells, facts.sections) == (None, {}, ())


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([TITLE, "根据条例编制本报告。"], id="an excerpt that has not come to section one"),
        pytest.param(["根据条例编制本报告。统计期限自2023年1月1日起。", HEADINGS[0], "概况。"], id="no title"),
        pytest.param([HEADINGS[0], "2023年，本局主动公开政府信息35件。"], id="section one alone"),
        pytest.param([HEADINGS[3], "无。", HEADINGS[4], "无。"], id="the end of a report"),
        pytest.param(["云溪市教育局2015年度政府信息公开工作报告", "一、概述", "二、收费及减免情况"], id="an old one"),
        pytest.param(
            ["一、主动公开情况", "二、回应解读情况", "三、依申请公开情况", "四、行政复议数量"], id="the old statistics"
        ),
    ],
)
def test_what_is_a_report(lines: list[str]) -> None:
    assert _identity(*lines).kind == "annual_report"


def test_a_notice_that_hands_out_a_whole_report_is_one() -> None:
    table = grid(*HEAD_3, *body_3())
    lines = (
        "关于报送2023年政府信息公开工作年度报告的函",
        TITLE,
        HEADINGS[0],
        "概况。",
        *HEADINGS[1:3],
        table,
        *HEADINGS[3:],
    )
    assert facts_of(document(*lines)).identity.kind == "annual_report"


def test_a_notice_with_the_blank_form_is_none() -> None:
    rows = [[entry if isinstance(entry, tuple) or not entry.isdigit() else "" for entry in line] for line in body_3()]
    lines = (
        "关于印发政府信息公开工作年度报告格式的通知",
        "各单位：",
        *HEADINGS[:3],
        grid(*HEAD_3, *rows),
        *HEADINGS[3:],
    )
    assert facts_of(document(*lines)).identity.kind == "unknown"


@pytest.mark.parametrize(
    ("line", "language"),
    [
        pytest.param("公开政府信息35件。", "zh", id="simplified"),
        pytest.param("公開政府信息35件。", "zh-Hant", id="traditional"),
        pytest.param("The commission disclosed information.", "en", id="English"),
        pytest.param("公开政府信息 Annual Report on Government Information Disclosure", "zh", id="a line of both"),
    ],
)
def test_language(line: str, language: str) -> None:
    assert facts_of(text(line * 3)).identity.language == language


def test_a_report_in_traditional_characters_names_its_organ_in_simplified_ones() -> None:
    lines = "雲溪市財政局2023年政府信息公開工作年度報告\n一、總體情況\n公開信息35件。\n二、主動公開政府信息情況\n無"
    identity = facts_of(text(lines)).identity
    assert identity.title == "雲溪市財政局2023年政府信息公開工作年度報告"
    assert (identity.organ, identity.year, identity.language) == ("云溪市财政局", 2023, "zh-Hant")


def test_a_report_in_english() -> None:
    lines = """Annual Report on Government Information Disclosure of Linjiang District Health Commission in 2023
The statistical period of the data is from January 1, 2023 to December 31, 2023.
I. General situation
In 2023, the commission disclosed 35 pieces of information.
Vi. Other matters that need to be reported
None.
Linjiang District Health Commission
January 19, 2024"""
    identity = facts_of(text(lines)).identity
    assert (identity.kind, identity.organ, identity.year) == (
        "annual_report",
        "Linjiang District Health Commission",
        2023,
    )
    assert identity.period == ("2023-01-01", "2023-12-31")
    assert identity.signed == "2024-01-19"


def test_a_machine_translated_report_without_a_title_takes_its_year_from_the_text() -> None:
    lines = "I. General situation\nIn 2020, the commission disclosed information. In 2019, it had not.\nIn 2020, more."
    identity = facts_of(text(lines + "\nSecond, the initiative to disclose government information")).identity
    assert (identity.kind, identity.title, identity.organ, identity.year) == ("annual_report", None, None, 2020)


def test_an_empty_document_is_no_report() -> None:
    assert facts_of(document()).identity == Identity(kind="unknown")
