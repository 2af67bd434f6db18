"""The six sections: by their titles first, their numerals second."""

import pytest
from building import HEAD_3, HEADINGS, TITLE, body_3, document, facts_of, grid, text

from disclosecheck.model.fact import Section


def _sections(*lines: str) -> tuple[Section, ...]:
    return facts_of(document(TITLE, *lines)).sections


def _numbers(*lines: str) -> list[int | None]:
    return [section.number for section in _sections(*lines)]


def test_the_official_headings() -> None:
    sections = _sections(*HEADINGS)
    assert [section.number for section in sections] == [1, 2, 3, 4, 5, 6]
    assert [section.numeral for section in sections] == [1, 2, 3, 4, 5, 6]
    assert {section.alias for section in sections} == {"official"}
    assert sections[3].title == "政府信息公开行政复议、行政诉讼情况"
    assert sections[3].heading == HEADINGS[3]


@pytest.mark.parametrize(
    ("line", "number", "numeral", "alias"),
    [
        pytest.param("一、 总体情况", 1, 1, "official", id="a space behind the numeral"),
        pytest.param("一、总体情况、", 1, 1, "official", id="a stray stop behind the title"),
        pytest.param("一.总体情况", 1, 1, "official", id="a point for a stop"),
        pytest.param("一 总体情况", 1, 1, "official", id="a space for a stop"),
        pytest.param("—、总体情况", 1, 1, "official", id="a dash typed for one"),
        pytest.param("1、 总体情况", 1, 1, "official", id="an Arabic numeral"),
        pytest.param("（一）总体情况", 1, 1, "official", id="a numeral in brackets"),
        pytest.param("I. 总体情况", 1, 1, "official", id="a Roman numeral"),
        pytest.param("第一部分 总体情况", 1, 1, "official", id="a part"),
        pytest.param("总体情况", 1, None, "official", id="no numeral"),
        pytest.param("　　一、总体情况", 1, 1, "official", id="an indent"),
        pytest.param("一、2023年政务公开总体情况", 1, 1, "alias", id="a year in front"),
        pytest.param("一、概述", 1, 1, "deprecated", id="a title of the years before"),
        pytest.param("五、存在的主要问题和改进情况", 5, 5, "alias", id="an alias"),
        pytest.param("五、存在的主要问题及改进情 况", 5, 5, "official", id="a space inside"),
        pytest.param("四、政府信息公开行政法复议、行政诉讼情况", 4, 4, "similar", id="one sign too many"),
        pytest.param("三、收到和处理政府信息公开申请情兄", 3, 3, "similar", id="one sign wrong"),
        pytest.param("三、收到申请和办理情况", 3, 3, "similar", id="worded freely, with the right rank"),
        pytest.param(
            "二、政府信息公开行政复议、行政诉讼情况", 4, 2, "official", id="the title counts, not the numeral"
        ),
        pytest.param("六、其他需要报告的事项。", 6, 6, "official", id="a full stop"),
        pytest.param("五、存在的主要问题及改进情况及下一步打算", 5, 5, "similar", id="a longer title"),
    ],
)
def test_wordings_of_headings(line: str, number: int, numeral: int | None, alias: str) -> None:
    (section,) = _sections(line, "正文。")
    assert (section.number, section.numeral, section.alias) == (number, numeral, alias)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "（一）主动公开政府信息情况。全年公开35件。", id="a part of section one with the title of section two"
        ),
        pytest.param("（二）依申请公开政府信息情况", id="with one of section three"),
        pytest.param("一是总体情况良好。", id="first of all"),
        pytest.param("总体情况良好，公开信息35件。", id="a sentence that begins with a title"),
        pytest.param("一、总体情况……………………1", id="an entry of a table of contents"),
        pytest.param("三、本年度办理结果", id="a row of table 3"),
        pytest.param("四、结转下年度继续办理 0 0 0 0 0 0 0", id="another"),
        pytest.param("2023年、2024年总体情况", id="a year is no numeral"),
    ],
)
def test_what_is_no_heading_of_a_section(line: str) -> None:
    assert _numbers(line, "正文。") == []


def test_the_list_of_sections_in_the_preamble_is_none() -> None:
    preamble = "本报告包括一、总体情况，二、主动公开政府信息情况，三、收到和处理政府信息公开申请情况等六部分。"
    assert [section.paragraph for section in _sections(preamble, *HEADINGS)] == [3, 4, 5, 6, 7, 8]


def test_a_table_of_contents_without_page_numbers() -> None:
    sections = _sections("目录", *HEADINGS, HEADINGS[0], "概况。", *HEADINGS[1:])
    assert [(section.number, section.paragraph) for section in sections] == [
        (1, 9),
        (2, 11),
        (3, 12),
        (4, 13),
        (5, 14),
        (6, 15),
    ]


def test_empty_sections_one_after_another_are_no_table_of_contents() -> None:
    sections = _sections(*HEADINGS[:5])
    assert [section.empty for section in sections] == [True] * 5


def test_sub_headings_that_are_numbered_like_sections() -> None:
    lines = [
        HEADINGS[0],
        "概况。",
        *HEADINGS[1:5],
        "一、存在问题",
        "公开不够。",
        "二、改进措施",
        "加强公开。",
        HEADINGS[5],
    ]
    assert _numbers(*lines) == [1, 2, 3, 4, 5, 6]


def test_an_arabic_heading_of_section_one_s_parts_is_none() -> None:
    assert _numbers(HEADINGS[0], "1.主动公开情况", "公开35件。", "2.依申请公开情况", "无。", *HEADINGS[1:]) == [
        1,
        2,
        3,
        4,
        5,
        6,
    ]


def test_a_heading_that_is_none_of_the_six_is_kept() -> None:
    sections = _sections(*HEADINGS, "七、附件")
    assert [(section.number, section.title) for section in sections][-1] == (None, "附件")


def test_headings_of_a_report_before_the_unified_form() -> None:
    titles = ["概述", "主动公开政府信息情况", "收费及减免情况", "存在的问题"]
    sections = _sections(*(f"{numeral}、{title}" for numeral, title in zip("一二三四", titles, strict=True)))
    assert [section.title for section in sections] == titles
    assert [section.number for section in sections] == [1, 2, None, None]


def test_a_heading_without_numeral_among_numbered_ones() -> None:
    lines = [*HEADINGS[:3], "政府信息公开行政复议、行政诉讼情况", *HEADINGS[4:]]
    sections = _sections(*lines)
    assert [(section.number, section.numeral) for section in sections][3] == (4, None)


def test_sections_out_of_order_stay_out_of_order() -> None:
    assert _numbers(HEADINGS[0], HEADINGS[2], HEADINGS[1], *HEADINGS[3:]) == [1, 3, 2, 4, 5, 6]


def test_a_section_that_stands_twice_stays_twice() -> None:
    assert _numbers(*HEADINGS[:3], "无。", HEADINGS[2], *HEADINGS[3:]) == [1, 2, 3, 3, 4, 5, 6]


def test_a_heading_run_together_with_its_body() -> None:
    (section,) = _sections("一、总体情况2023年，本委公开信息35件。", "另有2件。")
    assert (section.heading, section.title) == ("一、总体情况", "总体情况")
    assert section.inline == "2023年，本委公开信息35件。"
    assert not section.empty


def test_a_soft_line_break_behind_a_heading() -> None:
    (section,) = _sections("一、总体情况\n2023年，本委公开信息35件。")
    assert (section.title, section.inline) == ("总体情况", "2023年，本委公开信息35件。")


def test_a_whole_report_in_one_paragraph() -> None:
    body = "2023年，本委公开信息35件。（一）主动公开。公开35件。"
    line = "本报告根据条例编制。" + "".join(f"{heading}{body}" for heading in HEADINGS)
    facts = facts_of(document(TITLE, line))
    assert [section.title for section in facts.sections] == [heading[2:] for heading in HEADINGS]
    assert {section.inline for section in facts.sections} == {body}
    assert {section.paragraph for section in facts.sections} == {2}
    assert facts.document is not None
    starts = [facts.document.blocks[section.start] for section in facts.sections]
    assert [block.text[:2] for block in starts] == [heading[:2] for heading in HEADINGS]  # type: ignore[union-attr]


def test_two_empty_headings_in_one_line() -> None:
    assert _numbers(HEADINGS[0], "概况。", HEADINGS[1] + HEADINGS[2], *HEADINGS[3:]) == [1, 2, 3, 4, 5, 6]


def test_a_section_is_empty_only_without_text_and_table() -> None:
    table = grid(*HEAD_3, *body_3())
    sections = facts_of(document(TITLE, HEADINGS[0], "概况。", HEADINGS[1], HEADINGS[2], table, *HEADINGS[3:])).sections
    assert [section.empty for section in sections] == [False, True, False, True, True, True]


def test_bodies_lie_between_the_headings() -> None:
    facts = facts_of(document(TITLE, HEADINGS[0], "甲。", "乙。", *HEADINGS[1:], "丙。"))
    assert facts.document is not None
    first, last = facts.sections[0], facts.sections[-1]
    blocks = facts.document.blocks
    assert [block.text for block in blocks[first.start + 1 : first.end]] == ["甲。", "乙。"]  # type: ignore[union-attr]
    assert [block.text for block in blocks[last.start + 1 : last.end]] == ["丙。"]  # type: ignore[union-attr]


def test_traditional_characters_are_matched_and_quoted_as_printed() -> None:
    sections = facts_of(text("一、總體情況\n公開信息。\n三、收到和處理政府信息公開申請情況\n無")).sections
    assert [(section.number, section.title, section.alias) for section in sections] == [
        (1, "總體情況", "official"),
        (3, "收到和處理政府信息公開申請情況", "official"),
    ]


def test_readings_that_a_mirror_site_put_between_the_characters() -> None:
    sections = facts_of(text("一、總體(tǐ)情況\n公開(kāi)信息。\n二、政府信息主動(dòng)公開(kāi)情況\n無")).sections
    assert [(section.number, section.title) for section in sections] == [(1, "總體情況"), (2, "政府信息主動公開情況")]


def test_machine_english_headings() -> None:
    lines = """I. General situation
In 2020, under the strong leadership of the provincial government, the commission disclosed information.
(A) voluntary disclosure
Secondly, all-round publicity and three-dimensional reporting were carried out.
Second, actively do a good job in the construction of the website.
Second, the initiative to disclose government information
Iii. Receiving and handling applications for government information disclosure
Four, the government information disclosure of administrative reconsideration and administrative litigation.
Five,Existing problems and the next work plan
First, the problems.
Vi. Other matters that need to be reported
None."""
    sections = facts_of(text(lines)).sections
    assert [(section.number, section.numeral, section.alias) for section in sections] == [
        (number, number, "english") for number in range(1, 7)
    ]
    assert sections[1].empty
    assert not sections[5].empty
