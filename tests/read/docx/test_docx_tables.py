"""Tables as the grid that a reader sees."""

import pytest
from docx_builder import CHANGE, num, p, r, read, rows, tbl, tc, texts, tr
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosecheck.read.docx.grid import SLIVER, RawCell, resolve

PICTURE = '<w:r><w:pict><v:shape><v:imagedata r:id="rId7"/></v:shape></w:pict></w:r>'


def only_table(body, **known):
    [table] = read(body, **known).tables
    return table


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(tbl(tr("规章", "1"), tr("", "2")), [["规章", "1"], ["", "2"]], id="plain, blank kept"),
        pytest.param(tbl(tr(tc("行政处罚", span=2), "3"), tr("a", "b", "c")), [["行政处罚", "^", "3"], ["a", "b", "c"]],
                     id="over columns"),
        pytest.param(tbl(tr(tc("结果", merge="restart"), "1"), tr(tc("", merge="continue"), "2"), tr("合计", "3")),
                     [["结果", "1"], ["^", "2"], ["合计", "3"]], id="over rows"),
        pytest.param(tbl(tr(tc("甲", span=2, merge="restart"), "1"), tr(tc("", span=2, merge="continue"), "2"),
                         tr("a", "b", "c")), [["甲", "^", "1"], ["^", "^", "2"], ["a", "b", "c"]], id="over both"),
        pytest.param(tbl(tr(tc("甲", merge="restart"), "1"), tr(tc("乙", merge="restart"), "2")),
                     [["甲", "1"], ["乙", "2"]], id="one merge under another"),
        pytest.param(tbl(tr(tc("甲", merge="restart"), "1"), tr(tc("乙", merge="continue"), "2")),
                     [["甲", "1"], ["^", "2"]], id="text in a continued cell is not shown"),
        pytest.param(tbl(tr(tc("甲", merge="restart"), "1"), tr("", "2"), tr(tc("", merge="continue"), "3")),
                     [["甲", "1"], ["", "2"], ["", "3"]], id="a merge does not jump a row"),
        pytest.param(tbl(tr(tc("甲", merge="restart", span=2), "1"), tr(tc("", merge="continue"), "b", "2")),
                     [["甲", "^", "1"], ["", "b", "2"]], id="a merge of another width is none"),
        pytest.param(tbl(tr(tc("甲", merge="continue"), "1"), tr(tc("乙", merge="continue"), "2")),
                     [["甲", "1"], ["^", "2"]], id="a merge that nothing began"),
        pytest.param(tbl(tr(tc("旧", merge="restart"), "0", props=f"<w:del {CHANGE}/>"),
                         tr(tc(p(f"<w:ins {CHANGE}>{r('甲')}</w:ins>"), merge="continue"), "1")), [["甲", "1"]],
                     id="a merge whose beginning was deleted"),
        pytest.param(tbl(tr("a", "b", props='<w:gridBefore w:val="1"/>'), tr("c", "d", "e", props='<w:gridAfter '
                     'w:val="0"/>')), [["·", "a", "b"], ["c", "d", "e"]], id="columns left out before"),
        pytest.param(tbl(tr("a", props='<w:gridAfter w:val="2"/>'), tr("c", "d", "e")),
                     [["a", "·", "·"], ["c", "d", "e"]], id="columns left out after"),
        pytest.param(tbl(tr("a", "b", props='<w:gridBefore w:val="3"/>')), [["a", "b"]],
                     id="columns left out in every row are not there"),
        pytest.param(tbl(tr(tc("a", span=3), tc("b", span=2)), tr(tc("c", span=3), tc("d", span=2))),
                     [["a", "b"], ["c", "d"]], id="columns that no cell uses are not there"),
        pytest.param(tbl(tr(tc("甲", props='<w:hMerge w:val="restart"/>'), tc("", props="<w:hMerge/>"), "1"),
                         tr("a", "b", "c")), [["甲", "^", "1"], ["a", "b", "c"]], id="old merge over columns"),
        pytest.param(tbl(tr(tc("a", props='<w:gridSpan w:val="x"/>'), tc("b", props='<w:gridSpan w:val="0"/>'))),
                     [["a", "b"]], id="spans that are no number"),
        pytest.param(tbl(tr(tc("a", span=999999999), "b")), [["a", "b"]], id="span beyond all measure"),
        pytest.param(tbl(), [], id="no rows"),
        pytest.param(tbl(tr(), tr("a", "b")), [["·", "·"], ["a", "b"]], id="row without cells"),
    ],
)  # fmt: skip
def test_grid(table, expected):
    assert rows(only_table(table)) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(tbl(tr("a", tc("", span=2), "b"), tr(tc("c", span=2), "", "d"), widths=(596, 1, 600, 596)),
                     [["a", "", "b"], ["c", "", "d"]], id="borders that miss each other by a twip"),
        pytest.param(tbl(tr("a", "", "b"), widths=(596, 1, 600)), [["a", "b"]], id="blank sliver cell"),
        pytest.param(tbl(tr("a", "7", "b"), tr("c", "", "d"), widths=(596, 1, 600)), [["a", "7", "b"], ["c", "", "d"]],
                     id="narrow cell in which something stands"),
        pytest.param(tbl(tr("a", tc(p(PICTURE)), "b"), widths=(596, 1, 600)), [["a", "", "b"]],
                     id="narrow cell with a picture"),
        pytest.param(tbl(tr("a", "", "b"), widths=(596, SLIVER, 600)), [["a", "", "b"]], id="just wide enough"),
        pytest.param(tbl(tr("a", "", "b"), widths=(596, SLIVER - 1, 600)), [["a", "b"]], id="just too narrow"),
        pytest.param(tbl(tr("a", "", "b"), widths=(1, 1, 1)), [["a", "", "b"]], id="widths that mean nothing"),
        pytest.param(tbl(tr("a", "", "b"), widths=(600,)), [["a", "", "b"]], id="widths of some columns only"),
        pytest.param(tbl(tr(tc("甲", span=2, merge="restart"), "1"), tr(tc("", merge="continue"), "", "2"),
                         widths=(600, 5, 600)), [["甲", "1"], ["^", "2"]], id="merge over rows beside a sliver"),
        pytest.param(tbl(tr("", "a", ""), widths=(20, 600, 20)), [["a"]], id="slivers at both edges"),
    ],
)  # fmt: skip
def test_sliver_columns(table, expected):
    assert rows(only_table(table)) == expected


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        pytest.param(tc(p("商业"), p(), p("企业")), "商业\n企业", id="paragraphs on lines, blank ones left out"),
        pytest.param(tc(p(r("<w:t>结果</w:t><w:br/><w:t>维持</w:t>"))), "结果\n维持", id="line break"),
        pytest.param(tc(p("　")), "", id="ideographic space is blank"),
        pytest.param(tc(p(r("1"), r("2", "<w:b/>"), r("8"))), "128", id="number in three runs"),
        pytest.param("<w:tc>" + p("甲") + "</w:tc>", "甲", id="cell without properties"),
        pytest.param("<w:tc><w:tcPr/></w:tc>", "", id="cell without a paragraph"),
        pytest.param(f"<w:sdt><w:sdtPr/><w:sdtContent>{tc('甲')}</w:sdtContent></w:sdt>", "甲", id="cell in a control"),
        pytest.param(tc(f"<w:sdt><w:sdtPr/><w:sdtContent>{p('甲')}</w:sdtContent></w:sdt>"), "甲", id="control in it"),
        pytest.param(f"<w:customXml w:element='x'>{tc('甲')}</w:customXml>", "甲", id="cell in custom XML"),
        pytest.param(tc(p("17", r('<w:footnoteReference w:id="1"/>'))), "17", id="number with a footnote"),
    ],
)
def test_text_of_a_cell(cell, text):
    table = only_table(tbl(tr("左", cell, "右"), tr("a", "b", "c")))
    assert rows(table)[0] == ["左", text, "右"]


@pytest.mark.parametrize(
    "wrapped",
    [
        pytest.param(f"<w:sdt><w:sdtPr/><w:sdtContent>{tr('a', 'b')}</w:sdtContent></w:sdt>", id="content control"),
        pytest.param(f"<w:customXml w:element='x'>{tr('a', 'b')}</w:customXml>", id="custom XML"),
        pytest.param(tr("a", "b", props=f"<w:ins {CHANGE}/>"), id="row inserted"),
        pytest.param(tr("旧", "旧", props=f"<w:del {CHANGE}/>") + tr("a", "b"), id="row deleted"),
        pytest.param(tr("隐", "藏", props="<w:hidden/>") + tr("a", "b"), id="row hidden"),
        pytest.param(tr("a", "b", props='<w:hidden w:val="0"/>'), id="row not hidden"),
        pytest.param(tr("a", tc("旧", props=f"<w:cellDel {CHANGE}/>"), "b"), id="cell deleted"),
        pytest.param(tr("a", tc("b", props=f"<w:cellIns {CHANGE}/>")), id="cell inserted"),
    ],
)
def test_rows_wrapped_or_changed(wrapped):
    assert rows(only_table(tbl(wrapped, tr("c", "d")))) == [["a", "b"], ["c", "d"]]


def test_tracked_merge_is_read_as_accepted():
    first = tc("甲", props=f'<w:cellMerge {CHANGE} w:vMerge="rest"/>')
    second = tc("", props=f'<w:cellMerge {CHANGE} w:vMerge="cont"/>')
    assert rows(only_table(tbl(tr(first, "1"), tr(second, "2")))) == [["甲", "1"], ["^", "2"]]


def test_nested_table_follows_its_parent():
    inner = tbl(tr("x", tc(tbl(tr("u", "v")), p("y"))))
    found = read(p("前") + tbl(tr("a", tc(p("b"), inner, p("c")))) + p("后") + tbl(tr("1", "2")))
    assert [type(block).__name__ for block in found.blocks] == [
        "Paragraph", "Table", "Table", "Table", "Paragraph", "Table",
    ]  # fmt: skip
    assert [(table.number, table.parent) for table in found.tables] == [(1, None), (2, 1), (3, 2), (4, None)]
    assert [rows(table) for table in found.tables] == [[["a", "b\nc"]], [["x", "y"]], [["u", "v"]], [["1", "2"]]]


REPORT = tc(p("一、总体情况"), tbl(tr("a", "b")), p("二、主动公开"))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(tbl(tr(REPORT)), id="one cell round the report"),
        pytest.param(tbl(tr("一、总体情况"), tr(tc(tbl(tr("a", "b")), p("二、主动公开")))), id="one column"),
        pytest.param(tbl(tr(tc(tbl(tr(REPORT))))), id="frame in a frame"),
    ],
)  # fmt: skip
def test_a_table_that_only_frames_the_page_is_none(body):
    found = read(body)
    assert texts(found) == ["一、总体情况", "二、主动公开"]
    assert [(table.number, table.parent, rows(table)) for table in found.tables] == [(1, None, [["a", "b"]])]


def test_a_table_of_one_column_is_a_table():
    assert rows(only_table(tbl(tr("a"), tr("b")))) == [["a"], ["b"]]


def test_frame_inside_a_cell_belongs_to_the_cell():
    assert rows(only_table(tbl(tr("a", tc(p("b"), tbl(tr("框")), p("c")))))) == [["a", "b\n框\nc"]]


def test_footnotes_of_a_table_follow_it():
    cell = tc(p("17", r('<w:footnoteReference w:id="1"/>')))
    found = read(tbl(tr("a", cell)) + p("后"), footnotes=f'<w:footnote w:id="1">{p("含上年结转")}</w:footnote>')
    assert [getattr(block, "text", "table") for block in found.blocks] == ["table", "含上年结转", "后"]


def test_counting_goes_on_over_rows_that_are_not_seen():
    spec = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:suff w:val="nothing"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    line = tc(p("项", props=num(1)))
    table = tbl(tr(line, "x"), tr(line, "y", props=f"<w:del {CHANGE}/>"), tr(line, "z"))
    assert rows(only_table(table, numbering=spec)) == [["1.项", "x"], ["2.项", "z"]]


@st.composite
def merged_grids(draw):
    """A grid cut into rectangles, and the rows of raw cells by which a file would state it."""
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    owner = [[-1] * width for _ in range(height)]
    boxes = []
    for top in range(height):
        for left in range(width):
            if owner[top][left] != -1:
                continue
            right = left + 1
            while right < width and owner[top][right] == -1 and draw(st.booleans()):
                right += 1
            bottom = top + 1
            while bottom < height and draw(st.booleans()):
                bottom += 1
            for row in range(top, bottom):
                for column in range(left, right):
                    owner[row][column] = len(boxes)
            boxes.append((top, left, bottom, right))
    raw = []
    for row in range(height):
        cells, column = [], 0
        while column < width:
            top, _, bottom, right = boxes[owner[row][column]]
            merge = None if bottom - top == 1 else "start" if row == top else "continue"
            cells.append(RawCell(column, right, str(owner[row][column]) if row == top else "", merge))
            column = right
        raw.append(cells)
    return owner, raw


@settings(max_examples=150, deadline=None)
@given(merged_grids())
def test_any_cut_of_a_grid_is_put_together_again(grid):
    owner, raw = grid
    found = resolve(raw, [600] * len(owner[0]))
    shown = [[None] * found.columns for _ in range(found.rows)]
    for cell in found.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                assert shown[row][column] is None
                shown[row][column] = int(cell.text)
    used = sorted({0} | {raw_cell.start for row in raw for raw_cell in row})
    assert shown == [[line[column] for column in used] for line in owner]
