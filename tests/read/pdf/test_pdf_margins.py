"""Page numbers and running lines are kept out of the text; a line that only looks like one is not."""

import pytest
from pdf_builder import BOTH, Reader, Sheet, read, table

from disclosecheck.read.pdf import read_pdf

TEXTS = ["一、总体情况坚持公开。", "二、主动公开政府信息。", "三、收到申请十七件。", "四、没有行政复议。"]


def pages(foot: str | None = None, head: str | None = None, count: int = 3) -> list[Sheet]:
    """`{n}` is the page's number."""
    sheets = []
    for number in range(1, count + 1):
        sheet = Sheet().text(80, 200, TEXTS[number - 1]).text(80, 400, "我们将继续推进。")
        for text, y in ((foot, 800), (head, 40)):
            if text:
                sheet.text(280, y, text.format(n=number))
        sheets.append(sheet)
    return sheets


@pytest.mark.parametrize("reader", BOTH)
@pytest.mark.parametrize(
    ("foot", "head"),
    [
        pytest.param("- {n} -", None, id="- 1 -"),
        pytest.param("—{n}—", None, id="—1—"),
        pytest.param("－ {n} －", None, id="full-width dashes"),
        pytest.param("{n}", None, id="bare number"),
        pytest.param("第{n}页", None, id="第1页"),
        pytest.param("第 {n} 页 共 3 页", None, id="第 1 页 共 3 页"),
        pytest.param("{n} / 3", None, id="1 / 3"),
        pytest.param("Page {n} of 3", None, id="Page 1 of 3"),
        pytest.param(None, "云溪市临江区卫生健康委员会年度报告", id="running title"),
        pytest.param("第{n}页", "云溪市临江区卫生健康委员会年度报告", id="both"),
        pytest.param("年度报告第{n}页", None, id="running text with the number"),
    ],
)
def test_running_lines(reader: Reader, foot: str | None, head: str | None) -> None:
    document = read(reader, *pages(foot, head))
    assert [paragraph.text for paragraph in document.paragraphs] == [
        text for number in range(3) for text in (TEXTS[number], "我们将继续推进。")
    ]
    expected = {text.format(n=number) for text in (foot, head) if text for number in (1, 2, 3)}
    assert {text.replace(" ", "") for text in document.margins} == {text.replace(" ", "") for text in expected}


def test_page_number_of_a_single_page() -> None:
    document = read(read_pdf, *pages("- {n} -", count=1))
    assert document.margins == ("- 1 -",)


@pytest.mark.parametrize(
    "sheets",
    [
        pytest.param([Sheet().text(80, 200, "甲").text(80, 800, "联系电话见网站。")], id="last line of a page"),
        pytest.param(
            [
                Sheet().text(80, 200, text).text(80, y, "我们将继续推进。")
                for text, y in zip(TEXTS, (700, 730, 760), strict=False)
            ],
            id="sentence that returns at other places",
        ),
        pytest.param(
            [Sheet().text(80, 200, text).text(80, 500, "我们将继续推进。") for text in TEXTS], id="returns in mid page"
        ),
        pytest.param([Sheet().text(80, 420, "1204").text(80, 200, "甲")], id="number in mid page"),
        pytest.param([Sheet().text(80, 300, "1204").text(80, 400, "甲")], id="number first, in mid page"),
        pytest.param([Sheet().text(80, 200, "甲").text(80, 800, "2024年1月20日")], id="date at the foot"),
    ],
)
def test_no_running_line(sheets: list[Sheet]) -> None:
    document = read(read_pdf, *sheets)
    assert document.margins == ()
    assert len(document.paragraphs) == 2 * len(sheets)


def test_number_above_a_table_at_the_foot_is_no_page_number() -> None:
    sheet = Sheet().text(80, 200, "甲").text(80, 730, "2")
    cells = [(0, 0, 1, 1, "规章"), (0, 1, 1, 1, "1")]
    document = read(read_pdf, table(sheet, [80, 200, 300], [760, 790], cells))
    assert [paragraph.text for paragraph in document.paragraphs] == ["甲", "2"]
