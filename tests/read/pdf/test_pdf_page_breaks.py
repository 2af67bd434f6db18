"""Tables that go on over a page break come out as one, with nothing joined that stands for itself."""

import pytest
from pdf_builder import BOTH, Reader, Sheet, read, rows, table

from disclosecheck.read.pdf import read_pdf

Row = list[str | tuple[str, int, int] | None]
XS = [60.0, 200.0, 300.0, 400.0]
HEAD: Row = ["信息内容", "甲", "乙"]


def page(
    *lines: Row, foot: bool = False, xs: list[float] | None = None, height: float = 30, style: str = "lines"
) -> Sheet:
    """A table at the top, or at the foot, of a page. An entry is a text, (text, rowspan, colspan), or None: spanned."""
    cells = [
        (
            row,
            column,
            *(entry[1:] if isinstance(entry, tuple) else (1, 1)),
            entry[0] if isinstance(entry, tuple) else entry,
        )
        for row, line in enumerate(lines)
        for column, entry in enumerate(line)
        if entry is not None
    ]
    top = 780 - height * len(lines) if foot else 60
    return table(Sheet(), xs or XS, [top + height * place for place in range(len(lines) + 1)], cells, style)


@pytest.mark.parametrize("reader", BOTH)
@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param(
            (page(HEAD, ["规章", "1", "2"], foot=True), page(["行政许可", "3", "4"])),
            [["信息内容", "甲", "乙"], ["规章", "1", "2"], ["行政许可", "3", "4"]],
            id="goes on",
        ),
        pytest.param(
            (page(HEAD, foot=True), page(*[["规章", "1", "2"]] * 24), page(["行政许可", "3", "4"])),
            [["信息内容", "甲", "乙"], *[["规章", "1", "2"]] * 24, ["行政许可", "3", "4"]],
            id="over three pages",
        ),
        pytest.param(
            (page(HEAD, ["规章", "1", "2"], foot=True), page(["行政许可", ("3", 1, 2), None])),
            [["信息内容", "甲", "乙"], ["规章", "1", "2"], ["行政许可", "3", None]],
            id="fewer column lines below",
        ),
        pytest.param(
            (page([("第二十条第（五）项", 1, 3), None, None], foot=True), page(HEAD, ["规章", "1", "2"])),
            [["第二十条第（五）项", None, None], ["信息内容", "甲", "乙"], ["规章", "1", "2"]],
            id="caption row alone above",
        ),
        pytest.param(
            (page(HEAD, ["规章", "1", "2"], foot=True), page(["行政许可", "3", "4"], xs=[x + 20 for x in XS])),
            [["信息内容", "甲", "乙"], ["规章", "1", "2"], ["行政许可", "3", "4"]],
            id="margins mirrored for binding",
        ),
        pytest.param(
            (page(HEAD, ["规章", "1", "2"], foot=True), page(HEAD, ["行政许可", "3", "4"])),
            [["信息内容", "甲", "乙"], ["规章", "1", "2"], ["行政许可", "3", "4"]],
            id="heading repeated",
        ),
        pytest.param(
            (
                page(["（四）无法提供", "1.不掌握", "1"], foot=True),
                page([("", 2, 1), "2.没有", "2"], [None, "3.不明", "3"]),
            ),
            [["（四）无法提供", "1.不掌握", "1"], [None, "2.没有", "2"], [None, "3.不明", "3"]],
            id="label stands above the break",
        ),
        pytest.param(
            (
                page([("", 2, 1), "1.不掌握", "1"], [None, "2.没有", "2"], foot=True),
                page(["（四）无法提供", "3.不明", "3"]),
            ),
            [["（四）无法提供", "1.不掌握", "1"], [None, "2.没有", "2"], [None, "3.不明", "3"]],
            id="label stands below the break",
        ),
        pytest.param(
            (
                page(["5.要求行政机关确认或者重新", "1", "2"], foot=True),
                page(["出具已获取信息", "", ""], ["3.其他", "5", "6"]),
            ),
            [["5.要求行政机关确认或者重新出具已获取信息", "1", "2"], ["3.其他", "5", "6"]],
            id="row cut, figures above",
        ),
        pytest.param(
            (
                page(["5.要求行政机关确认或者重新", "", ""], foot=True),
                page(["出具已获取信息", "1", "2"], ["3.其他", "5", "6"]),
            ),
            [["5.要求行政机关确认或者重新出具已获取信息", "1", "2"], ["3.其他", "5", "6"]],
            id="row cut, figures below",
        ),
        pytest.param(
            (page(HEAD, ["规章", "1", "2"], foot=True), page(["", "", ""], ["行政许可", "3", "4"])),
            [["信息内容", "甲", "乙"], ["规章", "1", "2"], ["行政许可", "3", "4"]],
            id="empty half of a cut row",
        ),
        pytest.param(
            (page(["自然人", ("法人或其他组织", 1, 2), None], foot=True), page(["", "企业", "其他"], ["1", "2", "3"])),
            [["自然人", "法人或其他组织", None], [None, "企业", "其他"], ["1", "2", "3"]],
            id="heading of two rows cut between them",
        ),
    ],
)
def test_joined(reader: Reader, pages: tuple[Sheet, ...], expected: list[list[str | None]]) -> None:
    (found,) = read(reader, *pages).tables
    assert rows(found) == expected


@pytest.mark.parametrize("reader", BOTH)
@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        pytest.param(
            (page(["行政处罚", "", ""], foot=True), page(["行政强制", "", ""])),
            [["行政处罚", "", ""], ["行政强制", "", ""]],
            id="rows of a blank form",
        ),
        pytest.param(
            (page(["1.属于国家秘密属于国家秘密", "", ""], foot=True), page(["2.其他法律", "", ""])),
            [["1.属于国家秘密属于国家秘密", "", ""], ["2.其他法律", "", ""]],
            id="blank rows, the label above full",
        ),
        pytest.param(
            (page(["行政事业性收费其他收费项目", "1", "2"], foot=True), page(["合计", "3", "4"])),
            [["行政事业性收费其他收费项目", "1", "2"], ["合计", "3", "4"]],
            id="both have figures, the label above full",
        ),
        pytest.param(
            (page(["（一）予以公开", "1", ""], foot=True), page(["（二）部分公开", "", "2"])),
            [["（一）予以公开", "1", ""], ["（二）部分公开", "", "2"]],
            id="blank beside figures",
        ),
        pytest.param(
            (page(["规章", "1", "2"], foot=True), page(["规章", "1", "2"])),
            [["规章", "1", "2"], ["规章", "1", "2"]],
            id="the same row again is no heading",
        ),
        pytest.param(
            (page(["规章", "1", "2"], foot=True), page(["", "3", "4"])),
            [["规章", "1", "2"], ["", "3", "4"]],
            id="label missing below",
        ),
    ],
)
def test_rows_that_stand_for_themselves(reader: Reader, pages: tuple[Sheet, ...], expected: list[list[str]]) -> None:
    (found,) = read(reader, *pages).tables
    assert rows(found) == expected


@pytest.mark.parametrize("reader", BOTH)
@pytest.mark.parametrize(
    "below",
    [
        pytest.param(page(["行政许可", "3", "4"], xs=[60, 110, 350, 400]), id="other columns"),
        pytest.param(page(["行政许可", "3", "4"], xs=[60, 200, 300, 500]), id="wider"),
        pytest.param(
            page(["行政许可", "3", "4"]).text(60, 40, "三、收到和处理政府信息公开申请情况"), id="heading between"
        ),
    ],
)
def test_two_tables(reader: Reader, below: Sheet) -> None:
    document = read(reader, page(HEAD, ["规章", "1", "2"], foot=True), below)
    assert [rows(found) for found in document.tables] == [
        [["信息内容", "甲", "乙"], ["规章", "1", "2"]],
        [["行政许可", "3", "4"]],
    ]


@pytest.mark.parametrize("reader", BOTH)
def test_running_lines_between_do_not_part_a_table(reader: Reader) -> None:
    above = page(HEAD, ["规章", "1", "2"], foot=True).text(60, 30, "云溪市年度报告").text(290, 800, "- 1 -")
    below = page(["行政许可", "3", "4"]).text(60, 30, "云溪市年度报告").text(290, 800, "- 2 -")
    document = read(reader, above, below)
    assert [rows(found) for found in document.tables] == [
        [["信息内容", "甲", "乙"], ["规章", "1", "2"], ["行政许可", "3", "4"]]
    ]
    assert [cell.page for cell in document.tables[0].cells] == [1] * 6 + [2] * 3
    assert document.paragraphs == ()


def test_box_above_a_table_of_other_width_stays_prose() -> None:
    box = Sheet().area(60, 700, 300, 780, paint="S").text(70, 740, "本表由办公室填写")
    document = read(read_pdf, box, page(HEAD, ["规章", "1", "2"]))
    assert [paragraph.text for paragraph in document.paragraphs] == ["本表由办公室填写"]
    assert len(document.tables) == 1


def test_row_without_rulings_at_the_break_is_one_row() -> None:
    """As browsers and WeasyPrint cut rows: neither half is closed towards the other."""
    above, below = Sheet(), Sheet()
    for x in XS:
        above.line(x, 720, x, 780)
        below.line(x, 60, x, 120)
    above.line(60, 720, 400, 720).line(60, 750, 400, 750)
    below.line(60, 90, 400, 90).line(60, 120, 400, 120)
    above.text(70, 735, "规章").text(250, 735, "1").text(70, 765, "5.要求行政机关确认或者重新").text(250, 765, "2")
    below.text(70, 75, "出具已获取信息").text(70, 105, "合计").text(250, 105, "3")
    (found,) = read(read_pdf, above, below).tables
    assert rows(found) == [["规章", "1", ""], ["5.要求行政机关确认或者重新出具已获取信息", "2", ""], ["合计", "3", ""]]


def test_cell_that_goes_on_over_both_ends_of_a_page() -> None:
    """No level ruling of the page meets the outer side of its column."""
    above, middle, below = Sheet(), Sheet(), Sheet()
    for sheet, top, bottom in ((above, 720, 780), (middle, 60, 120), (below, 60, 120)):
        for x in XS:
            sheet.line(x, top, x, bottom)
        for y in (top, top + 30, bottom):
            sheet.line(XS[1], y, XS[3], y)
        for row in (0, 1):
            sheet.text(210, top + 15 + 30 * row, f"{'一二三四五六'[(top != 720) * 2 + row]}、甲").text(
                340, top + 15 + 30 * row, "1"
            )
    above.line(60, 720, 200, 720).text(80, 750, "三、本年度办理结果")
    below.line(60, 120, 200, 120)
    (found,) = read(read_pdf, above, middle, below).tables
    assert [cell.rowspan for cell in found.cells if cell.column == 0] == [6]
    assert [row[2] for row in rows(found)] == ["1"] * 6


def test_long_table_over_many_pages() -> None:
    """5,000 rows are read in time that grows with their number."""
    lines = [[f"{number}.甲", str(number), "0"] for number in range(50)]
    sheets = [page(*lines, height=14) for _ in range(100)]
    (found,) = read(read_pdf, *sheets).tables
    assert (found.rows, found.columns, len(found.cells)) == (5000, 3, 15000)
