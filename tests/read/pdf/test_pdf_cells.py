"""What stands in a cell, as one text: wrapped, set upright, drawn out of order, too wide for its cell."""

import pytest
from pdf_builder import BOTH, Reader, Sheet, read, rows, table

from disclosecheck.read.pdf import read_pdf


def one_cell(text: str, width: float, height: float = 60) -> Sheet:
    cells = [(0, 0, 1, 1, text), (0, 1, 1, 1, "总计"), (1, 0, 1, 1, "0"), (1, 1, 1, 1, "1")]
    return table(Sheet(), [100, 100 + width, 300 + width], [100, 100 + height, 130 + height], cells)


@pytest.mark.parametrize("reader", BOTH)
@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        pytest.param(one_cell("结|果|维|持", 16), "结果维持", id="a character a line"),
        pytest.param(one_cell("结果|维持", 28), "结果维持", id="label over two lines"),
        pytest.param(one_cell("Natural|person", 60), "Natural person", id="English label over two lines"),
        pytest.param(
            one_cell("（二）部分公开（区分处理的，|只计这一情形）", 150),
            "（二）部分公开（区分处理的，只计这一情形）",
            id="long label",
        ),
        pytest.param(one_cell("115|3", 24), "1153", id="number cut where the cell is full"),
        pytest.param(one_cell("12|34", 100), "12\n34", id="two numbers in a wide cell stay two"),
        pytest.param(one_cell("1|153", 24), "1\n153", id="a longer number below is another one"),
        pytest.param(one_cell("27619.2|2", 44), "27619.22", id="decimals go over"),
        pytest.param(one_cell("", 60), "", id="blank"),
        pytest.param(one_cell("/", 60), "/", id="slash"),
    ],
)
def test_wrapped(reader: Reader, sheet: Sheet, expected: str) -> None:
    (found,) = read(reader, sheet).tables
    assert rows(found) == [[expected, "总计"], ["0", "1"]]


def upright() -> Sheet:
    cells = [(0, 0, 1, 1, ""), (0, 1, 1, 1, "（一）予以公开的政府信息公开申请"), (1, 0, 1, 1, "0"), (1, 1, 1, 1, "1")]
    return table(Sheet(), [100, 140, 400], [100, 200, 230], cells)


def column(sheet: Sheet, x: float, text: str) -> Sheet:
    for place, char in enumerate(text):
        sheet.text(x, 120 + 12 * place, char)
    return sheet


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(
            column(column(upright(), 122, "三、本年度"), 106, "办理结果"), id="two upright columns from the right"
        ),
        pytest.param(
            upright().text(113, 190, "三、本年度", matrix="0 1 -1 0").text(131, 190, "办理结果", matrix="0 1 -1 0"),
            id="turned to read upwards",
        ),
        pytest.param(
            upright().text(127, 110, "三、本年度", matrix="0 -1 1 0").text(109, 110, "办理结果", matrix="0 -1 1 0"),
            id="turned to read downwards",
        ),
    ],
)
def test_set_upright(sheet: Sheet) -> None:
    (found,) = read(read_pdf, sheet).tables
    assert rows(found)[0][0] == "三、本年度办理结果"


@pytest.mark.parametrize(
    ("first_row", "expected"),
    [
        pytest.param(["0", "12345", "1"], ["0", "12345", "1"], id="number wider than its cell"),
        pytest.param(["", "9487", ""], ["", "9487", ""], id="number wider than its cell, neighbours blank"),
        pytest.param(["9487", "12345", "1"], ["9487", "12345", "1"], id="numbers that overlap"),
    ],
)
def test_over_the_ruling(first_row: list[str], expected: list[str]) -> None:
    """Cells of 19 points; a figure is 5 wide."""
    cells = [(0, place, 1, 1, text) for place, text in enumerate(first_row)]
    cells += [(1, place, 1, 1, "0") for place in range(3)]
    (found,) = read(read_pdf, table(Sheet(), [100, 119, 138, 157], [100, 130, 160], cells)).tables
    assert rows(found) == [expected, ["0", "0", "0"]]


def test_over_rulings_that_stand_between_its_figures() -> None:
    cells = [(row, place, 1, 1, "9487" if (row, place) == (0, 1) else "") for row in range(2) for place in range(3)]
    (found,) = read(read_pdf, table(Sheet(), [100, 110, 120, 130], [100, 130, 160], cells)).tables
    assert rows(found)[0] == ["", "9487", ""]


@pytest.mark.parametrize("reader", BOTH)
def test_numbers_that_touch_at_the_ruling(reader: Reader) -> None:
    cells = [(0, 0, 1, 1, "9487"), (0, 1, 1, 1, "1234"), (0, 2, 1, 1, "1"), (1, 0, 1, 3, "合计")]
    (found,) = read(reader, table(Sheet(), [100, 120, 140, 160], [100, 130, 160], cells)).tables
    assert rows(found)[0] == ["9487", "1234", "1"]


@pytest.mark.parametrize("reader", BOTH)
def test_row_drawn_as_one_string(reader: Reader) -> None:
    blank = [(0, place, 1, 1, "") for place in range(3)]
    sheet = table(Sheet(), [100, 150, 200, 250], [100, 130], blank).text(110, 115, "12        0         345")
    (found,) = read(reader, sheet).tables
    assert rows(found) == [["12", "0", "345"]]


@pytest.mark.parametrize("reader", BOTH)
def test_drawn_column_by_column(reader: Reader) -> None:
    sheet = table(
        Sheet(), [100, 150, 200], [100, 130, 160, 190], [(r, c, 1, 1, "") for r in range(3) for c in range(2)]
    )
    for place in range(2):
        for row in range(3):
            sheet.text(120 + 50 * place, 115 + 30 * row, str(3 * place + row))
    (found,) = read(reader, sheet).tables
    assert rows(found) == [["0", "3"], ["1", "4"], ["2", "5"]]


@pytest.mark.parametrize("reader", BOTH)
def test_quotation_marks_drawn_afterwards(reader: Reader) -> None:
    sheet = one_cell("", 120, 30).text(110, 115, "3.危及 三安全 ").text(140, 115, "“").text(175, 115, "”")
    (found,) = read(reader, sheet).tables
    assert rows(found)[0][0] == "3.危及“三安全”"


@pytest.mark.parametrize(
    "shift", [pytest.param(0, id="at one place"), pytest.param(0.4, id="a hair apart"), pytest.param(1.5, id="bold")]
)
def test_printed_twice_is_read_once(shift: float) -> None:
    sheet = one_cell("", 120, 30).text(110, 115, "557").text(110 + shift, 115, "557")
    (found,) = read(read_pdf, sheet).tables
    assert rows(found)[0][0] == "557"


def test_printed_again_after_the_rest_is_read_once() -> None:
    """As programs do that draw a whole page twice."""
    sheet = one_cell("", 120, 30).text(110, 115, "557")
    for place in range(20):
        sheet.text(80, 300 + 20 * place, "（一）予以公开")
    sheet.text(110.3, 115, "557")
    (found,) = read(read_pdf, sheet).tables
    assert rows(found)[0][0] == "557"


def test_wide_gap_is_a_tab() -> None:
    """A column line that nobody drew: two numbers never become one."""
    (found,) = read(read_pdf, one_cell("", 160, 30).text(110, 115, "12").text(220, 115, "34")).tables
    assert rows(found)[0][0] == "12\t34"


def test_radicals_are_read_as_ideographs() -> None:
    (found,) = read(read_pdf, one_cell("⼀、⻓⽉", 100)).tables
    assert rows(found)[0][0] == "一、长月"
