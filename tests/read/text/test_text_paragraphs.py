"""A line is a paragraph, unless the text was broken at a width or stands in one line."""

import re

import pytest
from text_builder import read, texts

from disclosecheck.model.errors import UnreadableError

OPENING = (
    "本报告由云溪市临江区卫生健康委员会编制，所列数据的统计期限自2023年1月1日起至12月31日止，如有疑问请与本机关联系。"
)
FIRST = (
    "2023年，我委坚持以公开为常态、不公开为例外，全年主动公开政府信息128条，其中政策文件12条、解读材料9条，"
    "通过政府网站发布101条，通过政务新媒体发布27条，收到政府信息公开申请17件，均按时答复，未发生超期情况。"
)
SECOND = (
    "下一步，我委将加强培训，完善制度，拓展渠道，提高答复质量，做好政策解读，切实保障公众的知情权、参与权和监督权。"
)
HEADINGS = ["一、总体情况", "五、存在的主要问题及改进情况"]


def broken(text, columns=48, indent=""):
    """Lines of at most that many columns; numbers stay whole, and no punctuation begins a line."""
    lines, line = [], indent
    for token in re.findall(r"(?:[0-9A-Za-z]+|.)[，。、；）]*", text):
        if sum(1 + (sign > "\u2e80") for sign in line + token) > columns:
            lines.append(line)
            line = ""
        line += token
    return "\n".join([*lines, line])


@pytest.mark.parametrize("indent", ["", "　　", "    "])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_lines_broken_at_a_width_are_joined(indent, blank):
    parts = [HEADINGS[0], FIRST, HEADINGS[1], SECOND]
    lines = [part if part in HEADINGS else broken(part, indent=indent) for part in parts]
    assert texts(read(f"\n{blank}".join(lines))) == parts


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        pytest.param("- 3 -", ("- 3 -",), id="page number"),
        pytest.param("\n\n—12—\n", ("—12—",), id="page number between blank lines"),
        pytest.param("第 3 页", ("第 3 页",), id="page number in words"),
        pytest.param("", (), id="page break as a blank line"),
    ],
)
def test_a_paragraph_goes_on_over_a_page(between, expected):
    lines = broken(FIRST).split("\n")
    document = read("\n".join([*lines[:2], between, *lines[2:], broken(SECOND)]))
    assert texts(document) == [FIRST, SECOND]
    assert document.margins == expected


def test_words_and_numbers_keep_their_blank_over_a_line():
    text = "The report was compiled by the Health Commission of Linjiang District in 2023 and covers all " * 4
    lines = [text.strip()[at : at + 60] for at in range(0, 360, 60)]
    words = "\n".join(line.strip() for line in lines)
    assert "  " not in " ".join(texts(read(words)))


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([OPENING, *HEADINGS, FIRST, SECOND], id="a line a paragraph"),
        pytest.param(["规章", "0", "0", "0", "行政规范性文件", "3", "1", "12"], id="a cell a line"),
        pytest.param(["结 结 其 尚", "果 果 他 未", "维 纠 结 审", "持 正 果 结"], id="a sign a column"),
        pytest.param(["（一）主动公开。", "（二）依申请公开。", "（三）政府信息管理。"] * 3, id="short items"),
        pytest.param([OPENING[:30], OPENING[:31], OPENING[:29]], id="three lines show no width"),
        pytest.param(
            [f"第{n}项共计公开政府信息一百二十八条，比上年增加，全部按时公开。" for n in "一二三四五六"], id="sentences"
        ),
        pytest.param(["首页 | 政务公开 | 年报", "我要收藏", "当前位置：首页 > 年报"], id="chrome of a page"),
        pytest.param(
            ["规章               0          0       0", "行政规范性文件          3   1     12"], id="laid out"
        ),
        pytest.param(["规　章", "结　　论"], id="ideographic spaces in a label"),
        pytest.param(["行政规范性文件1153", "１７件", "—", "/", "——"], id="as printed"),
    ],
)
def test_other_lines_stay_as_they_are(lines):
    assert texts(read("\n".join(lines))) == lines


def test_rows_inside_a_broken_text_stay_alone():
    row = "四、结转下年度继续办理 0 0 0 0 0 0 0"
    assert row in texts(read("\n".join([broken(FIRST), row, HEADINGS[1], broken(SECOND)])))


@pytest.mark.parametrize(
    "gap",
    [
        pytest.param("　　", id="two ideographic spaces"),
        pytest.param("　　　　", id="four"),
        pytest.param("\xa0\xa0\xa0\xa0", id="no-break spaces"),
    ],
)
def test_a_report_in_one_line_is_cut_at_its_gaps(gap):
    parts = [OPENING, HEADINGS[0], FIRST, HEADINGS[1], SECOND]
    assert texts(read(gap + gap.join(parts))) == parts


def test_a_report_in_one_line_without_gaps_stays_whole():
    assert texts(read(OPENING + HEADINGS[0] + FIRST)) == [OPENING + HEADINGS[0] + FIRST]


def test_blank_lines_rules_and_breaks():
    assert texts(read("甲\r\n\r\n  \r乙\n----\n====\n\x0c丙\x0b丁\u2028戊\n　　己　\n")) == list("甲乙丙丁戊己")


@pytest.mark.parametrize(
    ("line", "text", "level", "bold"),
    [
        pytest.param("# 年度报告", "年度报告", 1, False, id="heading"),
        pytest.param("### 一、总体情况 ###", "一、总体情况", 3, False, id="closed heading"),
        pytest.param("##一、总体情况", "一、总体情况", 2, False, id="no blank behind the marks"),
        pytest.param("#政务公开#", "#政务公开#", None, False, id="a topic is no heading"),
        pytest.param("**一、总体情况**", "一、总体情况", None, True, id="bold"),
        pytest.param("收到**17**件", "收到17件", None, False, id="bold inside"),
        pytest.param("2**", "2**", None, False, id="marks without a pair"),
        pytest.param("1\\.属于国家秘密", "1.属于国家秘密", None, False, id="backslash"),
        pytest.param("收到&nbsp;17件", "收到 17件", None, False, id="entity"),
    ],
)
def test_marks_of_markdown(line, text, level, bold):
    (paragraph,) = read(line).paragraphs
    assert (paragraph.text, paragraph.level, paragraph.bold) == (text, level, bold)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("来源：办公室 发布时间：2024-01-20 10:00", "2024-01-20", id="pasted from a page"),
        pytest.param("成文日期：2024-01-20", None, id="the day of writing"),
        pytest.param(f"发布日期：2024-01-20{FIRST * 2}", None, id="in prose"),
    ],
)
def test_day_of_publication(line, expected):
    assert read(f"{line}\n{OPENING}").published == expected


@pytest.mark.parametrize("text", ["\n", "  \n　\n", "----\n", "|\n|\n", "- 1 -"])
def test_no_text_is_told(text):
    with pytest.raises(UnreadableError) as error:
        read(text)
    assert error.value.code == "no_text"
