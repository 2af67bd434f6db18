"""Tables: merged cells at their place, layout tables dissolved, nothing lost."""

import time

import pytest
from html_builder import GRID, PROSE, page, read, rows, texts


def only_table(markup):
    (table,) = read(page(f"<p>甲</p>{markup}")).tables
    return table


def test_merged_cells_stand_once_at_their_upper_left_place():
    table = only_table(
        "<table><tr><td rowspan=3 colspan=2>说明</td><td colspan=3>申请人情况</td></tr>"
        "<tr><td rowspan=2>自然人</td><td colspan=2>组织</td></tr><tr><td>企业</td><td>其他</td></tr>"
        "<tr><td colspan=2>一、新收</td><td>1</td><td>2</td><td>3</td></tr></table>"
    )
    assert rows(table) == [
        ["说明", None, "申请人情况", None, None],
        [None, None, "自然人", "组织", None],
        [None, None, None, "企业", "其他"],
        ["一、新收", None, "1", "2", "3"],
    ]
    first = table.cells[0]
    assert (first.rowspan, first.colspan) == (3, 2)


@pytest.mark.parametrize(
    ("span", "columns"),
    [
        pytest.param("2", 2, id="plain"),
        pytest.param("", 1, id="empty"),
        pytest.param("abc", 1, id="no number"),
        pytest.param("0", 1, id="zero"),
        pytest.param("-2", 1, id="negative"),
        pytest.param("2px", 2, id="number with a unit"),
        pytest.param("99999999999999", 3, id="wider than the table"),
    ],
)
def test_malformed_colspan(span, columns):
    table = only_table(f"<table><tr><td colspan='{span}'>甲</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>")
    assert table.cells[0].colspan == columns


@pytest.mark.parametrize(
    ("span", "height"),
    [
        pytest.param("2", 2, id="plain"),
        pytest.param("x", 1, id="no number"),
        pytest.param("0", 3, id="zero reaches to the end"),
        pytest.param("99999999999999", 3, id="higher than the table"),
    ],
)
def test_malformed_rowspan(span, height):
    below = "<tr><td>1</td><td>2</td></tr>" * 2
    table = only_table(f"<table><tr><td rowspan='{span}'>甲</td><td>0</td></tr>{below}</table>")
    assert table.cells[0].rowspan == height


def test_a_span_does_not_reach_over_a_cell_from_above():
    table = only_table(
        "<table><tr><td>1</td><td rowspan=2>甲</td><td>2</td></tr><tr><td colspan=3>乙</td><td>3</td></tr></table>"
    )
    assert rows(table) == [["1", "甲", "2"], ["乙", None, "3"]]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param("<td></td>", "", id="blank"),
        pytest.param("<td>&nbsp;</td>", "", id="no-break space is blank"),
        pytest.param("<td><p align=center>&nbsp;<o:p></o:p></p></td>", "", id="blank paragraph"),
        pytest.param("<td>0</td>", "0", id="zero is not blank"),
        pytest.param("<td>/</td>", "/", id="slash"),
        pytest.param("<td><p><span>1</span><span>7</span></p></td>", "17", id="split number"),
        pytest.param("<td>本年新<br>制作数量</td>", "本年新\n制作数量", id="br"),
        pytest.param("<td><p>商业</p><p>企业</p></td>", "商业\n企业", id="two paragraphs"),
        pytest.param("<td>商业<p>企业</p>件</td>", "商业\n企业\n件", id="text around a paragraph"),
        pytest.param("<td><div><p><b>总</b>计</p></div></td>", "总计", id="bold inside blocks"),
        pytest.param("<td><p><br></p></td>", "", id="break alone is blank"),
        pytest.param("<td><ol><li>甲<li>乙</ol></td>", "1.甲\n2.乙", id="list"),
        pytest.param("<td><p style='display:none'>9</p><p>2</p></td>", "2", id="hidden paragraph"),
        pytest.param("<th>总计</th>", "总计", id="th"),
        pytest.param("<td> 1 7 </td>", "1 7", id="a blank inside stays"),
    ],
)
def test_text_of_a_cell(cell, text):
    table = only_table(f"<table><tr><td>甲</td>{cell}</tr><tr><td>1</td><td>2</td></tr></table>")
    assert table.cells[1].text == text


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(f"<table><tr><td>{PROSE}</td></tr></table>", id="one cell"),
        pytest.param(f"<table><tr><td>甲</td></tr><tr><td>{PROSE}</td></tr></table>", id="one column"),
        pytest.param(f"<table><tr><td></td><td>{PROSE}</td><td>&nbsp;</td></tr></table>", id="spacers around a cell"),
        pytest.param(f"<table><tr><td>栏目</td><td>{PROSE * 9}</td></tr></table>", id="nearly all text in one cell"),
        pytest.param(f"<table role=presentation><tr><td>甲</td><td>{PROSE}</td></tr></table>", id="by its role"),
        pytest.param(f"<table><tr><td>甲</td><td>{PROSE}{GRID}</td></tr></table>", id="around tables of data"),
    ],
)
def test_layout_tables_dissolve(markup):
    document = read(page(f"<p>乙</p><p>丙</p>{markup}"))
    assert len(document.tables) == markup.count("信息内容")
    assert PROSE in "".join(texts(document))


def test_a_blank_form_is_a_table():
    table = only_table("<table><tr><td></td><td></td></tr><tr><td></td><td></td></tr></table>")
    assert [cell.text for cell in table.cells] == [""] * 4


def test_a_table_inside_a_table_of_data_follows_it():
    filler = "".join(f"<tr><td>第{n}行</td><td>{n}</td></tr>" for n in range(20))
    inner = "<table><tr><td>1</td><td>2</td></tr></table>"
    document = read(
        page(f"<p>甲</p><table>{filler}<tr><td>其中{inner}</td><td>3</td></tr></table><table>{filler}</table>")
    )
    assert [(table.number, table.parent, table.columns) for table in document.tables] == [
        (1, None, 2),
        (2, 1, 2),
        (3, None, 2),
    ]
    assert document.tables[0].cells[-2].text == "其中"


def test_caption_and_stray_text_stand_above_the_table():
    markup = "<table><caption>表一</caption>散落<tr>游离<td>1</td><td>2</td></tr></table>"
    document = read(page(f"<p>甲</p>{markup}<p>乙</p>"))
    assert texts(document) == ["甲", "表一", "散落", "游离", "乙"]
    assert rows(document.tables[0]) == [["1", "2"]]


def test_rows_and_columns_that_a_spreadsheet_hid_are_not_there():
    table = only_table(
        "<table><tr style='display:none'><td>x</td><td>y</td><td>z</td></tr>"
        "<tr><td>1</td><td style='display:none'>9</td><td>2</td></tr></table>"
    )
    assert rows(table) == [["1", "2"]]


def test_a_paragraph_left_open_before_a_table_ends_there():
    document = read(page("<p>四、情况<table><tr><td>1</td><td>2</td></tr></table><p>五、问题</p>"))
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Table", "Paragraph"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "row",
    [
        pytest.param("<tr><td>甲</td><td>0</td></tr>", id="plain rows"),
        pytest.param("<tr><td colspan=9999>甲</td><td rowspan=9999>0</td></tr>", id="huge spans in each row"),
    ],
)
def test_a_table_of_5000_rows_is_read_at_once(row):
    start = time.perf_counter()
    assert only_table(f"<table>{row * 5000}</table>").rows == 5000
    assert time.perf_counter() - start < 10


@pytest.mark.slow
def test_tables_nested_a_hundred_deep_are_read_at_once():
    start = time.perf_counter()
    document = read(page("<table><tr><td>甲</td><td>" * 100 + "底"))
    assert "底" in "".join(texts(document)) + "".join(c.text for table in document.tables for c in table.cells)
    assert time.perf_counter() - start < 10
