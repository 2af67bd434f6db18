"""Whatever a program draws its borders with, the same table comes out; what only looks like one does not."""

from copy import deepcopy

import pytest
from pdf_builder import BOTH, Reader, Sheet, read, rows, table

from disclosecheck.read.pdf import read_pdf

XS = [100.0, 200.0, 300.0]
YS = [100.0, 130.0, 160.0, 190.0]
CELLS = [(0, 0, 1, 2, "申请人情况"), (1, 0, 1, 1, "自然人"), (1, 1, 1, 1, "总计"), (2, 0, 1, 1, "12"), (2, 1, 1, 1, "")]
GRID = [["申请人情况", None], ["自然人", "总计"], ["12", ""]]


def drawn(style: str) -> Sheet:
    return table(Sheet(), XS, YS, CELLS, style)


@pytest.mark.parametrize("reader", BOTH)
@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(drawn("lines"), id="a line a side"),
        pytest.param(drawn("dashes"), id="dashed lines"),
        pytest.param(drawn("gaps"), id="corners left open by a hair"),
        pytest.param(drawn("thin areas"), id="thin filled areas"),
        pytest.param(drawn("stroked rectangles"), id="a rectangle a cell"),
        pytest.param(drawn("double"), id="double borders"),
        pytest.param(drawn("lines").into_form(), id="inside a form XObject"),
        pytest.param(drawn("lines").into_form("0.5 0 0 0.5 20 30"), id="inside a form XObject that shrinks it"),
        pytest.param(
            drawn("lines").into_form(placed="0.5 0 0 0.5 20 30"), id="inside a form XObject that is placed small"
        ),
        pytest.param(
            drawn("lines").into_form("2 0 0 2 0 0").into_form(placed="0.4 0 0 0.4 9 9"), id="form inside a form"
        ),
        pytest.param(drawn("lines").area(100, 100, 300, 130, colour="0.8 g"), id="heading shaded"),
        pytest.param(drawn("lines").line(100, 130, 200, 160), id="diagonal in a cell"),
    ],
)
def test_borders(reader: Reader, sheet: Sheet) -> None:
    (found,) = read(reader, sheet).tables
    assert rows(found) == GRID
    assert {(cell.row, cell.column): cell.colspan for cell in found.cells}[0, 0] == 2


def test_borders_of_two_lines_apart() -> None:
    (found,) = read(read_pdf, drawn("wide double")).tables
    assert rows(found) == GRID


def test_borders_filled_between_two_rectangles() -> None:
    """pdfplumber gives such a border as a shapeless curve."""
    (found,) = read(read_pdf, drawn("rings")).tables
    assert rows(found) == GRID


def test_all_borders_in_one_path() -> None:
    lines = [f"{x} {842 - YS[0]} m {x} {842 - YS[-1]} l" for x in (XS[0], XS[-1])]
    lines += [f"{XS[0]} {842 - y} m {XS[-1]} {842 - y} l" for y in YS]
    lines.append(f"{XS[1]} {842 - YS[1]} m {XS[1]} {842 - YS[-1]} l")
    sheet = table(Sheet(), XS, YS, CELLS, "none").raw(f"q 0.5 w {' '.join(lines)} S Q")
    (found,) = read(read_pdf, sheet).tables
    assert rows(found) == GRID


@pytest.mark.parametrize("reader", BOTH)
@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(Sheet().area(80, 80, 500, 140, paint="S"), id="box around prose"),
        pytest.param(Sheet().area(80, 80, 500, 140, paint="S").line(80, 112, 500, 112), id="box with a heading"),
        pytest.param(Sheet().line(80, 112, 500, 112).line(80, 114, 500, 114), id="rules of a letterhead"),
        pytest.param(Sheet().line(100, 106, 200, 106).line(100, 136, 200, 136), id="underlines"),
        pytest.param(Sheet().line(90, 80, 90, 140).line(92.5, 80, 92.5, 140), id="bars beside the text"),
        pytest.param(Sheet().area(80, 80, 500, 140, colour="0.9 g"), id="shaded paragraph"),
        pytest.param(Sheet().area(20, 20, 575, 822, paint="S"), id="frame around the page"),
        pytest.param(Sheet().area(80, 80, 500, 140, paint="S").area(82, 82, 498, 138, paint="S"), id="double box"),
    ],
)
def test_no_table(reader: Reader, sheet: Sheet) -> None:
    page = deepcopy(sheet).text(100, 100, "温馨提示").text(100, 130, "本报告的电子版可在网站下载。")
    document = read(reader, page)
    assert [paragraph.text for paragraph in document.blocks] == ["温馨提示", "本报告的电子版可在网站下载。"]


@pytest.mark.parametrize("reader", BOTH)
def test_table_inside_a_page_frame(reader: Reader) -> None:
    document = read(reader, drawn("lines").area(20, 20, 575, 822, paint="S").text(100, 60, "年度报告"))
    assert [paragraph.text for paragraph in document.paragraphs] == ["年度报告"]
    assert [rows(found) for found in document.tables] == [GRID]


def test_table_without_outer_borders() -> None:
    sheet = table(Sheet(), XS, YS, [(2, 0, 1, 1, "12"), (1, 0, 1, 1, "自然人"), (1, 1, 1, 1, "总计")], "none")
    sheet.line(100, 130, 300, 130).line(100, 160, 300, 160).line(200, 130, 200, 190).text(150, 115, "申请人情况")
    (found,) = read(read_pdf, sheet).tables
    assert rows(found)[-2:] == [["自然人", "总计"], ["12", ""]]


def test_nested_table_knows_its_parent() -> None:
    sheet = table(Sheet(), [100, 300, 500], [100, 200, 300], [(0, 0, 1, 1, "外"), (0, 1, 1, 1, ""), (1, 0, 1, 2, "2")])
    table(sheet, [320, 380, 440], [120, 140, 160], [(0, 0, 1, 1, "内"), (0, 1, 1, 1, "7"), (1, 0, 1, 2, "8")])
    outer, inner = read(read_pdf, sheet).tables
    assert (outer.number, inner.number, inner.parent) == (1, 2, 1)
    assert rows(outer) == [["外", ""], ["2", None]]
    assert rows(inner) == [["内", "7"], ["8", None]]


def test_hatching_is_no_table() -> None:
    sheet = Sheet().text(100, 700, "图例")
    for step in range(300):
        sheet.line(100 + step, 100, 100 + step, 400).line(100, 100 + step, 400, 100 + step)
    assert read(read_pdf, sheet).tables == ()
