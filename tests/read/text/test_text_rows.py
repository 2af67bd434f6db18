"""Rows of cells become a table only where they are a true rectangle."""

import pytest
from text_builder import read, texts

LOST_SPANS = [
    "信息内容 | 制发件数 | 现行有效件数 |",
    "规章 | 0 | 0 |",
    "三、结果 | （一）予以公开 | 1 |",
    "（二）部分公开 | 2 | |",
]
STREAM = ["信息内容", "|", "本年制发件数", "|", "规章", "|", "0", "|"]
SPREAD = ["| ", " 信息内容  | ", " 本年制发件数  | ", "| ", " 规章  | ", " 0  | ", "| ", " 合计  | ", "  | "]


def table_of(lines):
    (table,) = read("\n".join(lines)).tables
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(table.rows)]


GRID = [["信息内容", "制发", "有效"], ["规章", "0", ""], ["合计", "3", "12"]]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            ["| 信息内容 | 制发 | 有效 |", "|---|:--:|---|", "| 规章 | 0 | |", "| 合计 | 3 | 12 |"], id="Markdown"
        ),
        pytest.param(["信息内容 | 制发 | 有效", "--- | --- | ---", "规章 | 0 |", "合计 | 3 | 12"], id="Markdown, bare"),
        pytest.param(["信息内容 | 制发 | 有效 |", "规章 | 0 | |", "合计 | 3 | 12 |"], id="bars without dashes"),
        pytest.param(["信息内容\t制发\t有效", "规章\t0\t", "合计\t3\t12"], id="tabs"),
        pytest.param(
            [
                "+----+----+----+",
                "| 信息内容 | 制发 | 有效 |",
                "+====+====+====+",
                "| 规章 | 0 |  |",
                "| 合计 | 3 | 12 |",
            ],
            id="drawn with signs",
        ),
        pytest.param(
            ["┌──┬──┬──┐", "│信息内容│制发│有效│", "├──┼──┼──┤", "│规章│0│ │", "│合计│3│12│", "└──┴──┴──┘"],
            id="drawn with lines",
        ),
        pytest.param(
            ["| **信息内容** | 制发 | 有效 |", "|---|---|---|", "| 规章 | 0 | &nbsp; |", "| 合计 | 3 | 12 |"],
            id="marks",
        ),
    ],
)
def test_a_true_rectangle_is_a_table(lines):
    assert table_of(["甲", *lines, "乙"]) == GRID


def test_a_break_inside_a_cell():
    assert table_of(["| 商业<br>企业 | a\\|b |", "|---|---|", "| 1 | 2 |"])[0] == ["商业\n企业", "a|b"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["第二十条第（一）项 |", "信息内容 | 制发 | 有效 |", "规章 | 0 | 6 |"],
            ["第二十条第（一）项", "信息内容\t制发\t有效", "规章\t0\t6"],
            id="rows of different length",
        ),
        pytest.param(
            LOST_SPANS,
            ["信息内容\t制发件数\t现行有效件数", "规章\t0\t0", "三、结果\t（一）予以公开\t1", "（二）部分公开\t2\t"],
            id="equal length, but moved to the left where a merged cell was lost",
        ),
        pytest.param(
            ["规章 | 0 |", "| 其中 | 0 | | 3 |"],
            ["规章\t0", "\t其中\t0\t\t3"],
            id="a bar before the first cell of some rows only",
        ),
        pytest.param(
            ["申请人情况 | 自然人 |", "其他 | 总计 |"], ["申请人情况\t自然人", "其他\t总计"], id="no figure to judge by"
        ),
        pytest.param(["| 合计 | 3 | 12 |"], ["合计\t3\t12"], id="one row"),
        pytest.param(["合计\t3\t12"], ["合计\t3\t12"], id="one row with tabs"),
        pytest.param(["\t一、总体情况", "\t无。"], ["一、总体情况", "无。"], id="tabs as indent"),
        pytest.param(STREAM, ["信息内容", "本年制发件数", "规章", "0"], id="bars between cells that stand one a line"),
        pytest.param(["首页 | 政务公开 | 年报"], ["首页 | 政务公开 | 年报"], id="a menu"),
    ],
)
def test_other_rows_stay_paragraphs(lines, expected):
    document = read("\n".join(lines))
    assert texts(document) == expected
    assert not document.tables


def test_rows_spread_over_lines():
    assert table_of(["甲", *SPREAD, "乙"]) == [["信息内容", "本年制发件数"], ["规章", "0"], ["合计", ""]]


def test_rows_spread_over_lines_and_cut_off_keep_the_last_cell():
    assert texts(read("\n".join([*SPREAD[:5], " 0"])))[-1] == "0"


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table>", id="in one line"),
        pytest.param(
            "<table>\n<tr><td rowspan=2>甲</td>\n<td>1</td></tr><tr><td>2</td></tr>\n</table>", id="over lines"
        ),
        pytest.param(
            "<html><body><table><tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr></table></body></html>",
            id="page",
        ),
    ],
)
def test_a_table_in_html_inside_markdown(markup):
    document = read(f"# 年度报告\n\n{markup}\n\n六、其他")
    assert texts(document) == ["年度报告", "六、其他"]
    assert [(cell.row, cell.column, cell.text, cell.rowspan) for cell in document.tables[0].cells] == [
        (0, 0, "甲", 2),
        (0, 1, "1", 1),
        (1, 1, "2", 1),
    ]
