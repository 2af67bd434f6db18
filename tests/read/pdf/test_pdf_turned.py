"""The frame is that of the text: /Rotate, turned content, landscape and odd page boxes change nothing."""

import pytest
from pdf_builder import BOTH, Reader, Sheet, pdf, rows, table

from disclosecheck.read.source import Source

CELLS = [
    (0, 0, 1, 2, "申请人情况"),
    (1, 0, 1, 1, "自然人"),
    (1, 1, 1, 1, "总计"),
    (2, 0, 1, 1, "12"),
    (2, 1, 1, 1, "1153"),
]


def sheet(**options: int) -> Sheet:
    drawn = table(Sheet(700, 500, **options), [100, 200, 300], [100, 130, 160, 190], CELLS)
    return drawn.text(100, 60, "一、总体情况").text(100, 250, "二、主动公开")


@pytest.mark.parametrize("reader", BOTH)
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_turned(reader: Reader, rotate: int, turn: int) -> None:
    document = reader(Source("report.pdf", pdf(sheet(rotate=rotate, turn=turn)), ""))
    assert [getattr(block, "text", "table") for block in document.blocks] == ["一、总体情况", "table", "二、主动公开"]
    assert rows(document.tables[0]) == [["申请人情况", None], ["自然人", "总计"], ["12", "1153"]]


@pytest.mark.parametrize("reader", BOTH)
def test_page_box_that_does_not_begin_at_zero(reader: Reader) -> None:
    data = pdf(sheet()).replace(b"/MediaBox[0 0 700 500]", b"/MediaBox[-50 -70 650 430]")
    document = reader(Source("report.pdf", data, ""))
    assert rows(document.tables[0]) == [["申请人情况", None], ["自然人", "总计"], ["12", "1153"]]


@pytest.mark.parametrize("reader", BOTH)
def test_one_page_turned_among_others(reader: Reader) -> None:
    document = reader(Source("report.pdf", pdf(sheet(), sheet(rotate=90, turn=3), sheet()), ""))
    grid = [["申请人情况", None], ["自然人", "总计"], ["12", "1153"]]
    assert [rows(found) for found in document.tables] == [grid] * 3
    assert [found.page for found in document.tables] == [1, 2, 3]
