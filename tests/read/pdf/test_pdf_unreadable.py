"""A file that cannot be read ends in one error that says why; nothing else comes out of a broken file."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
from pdf_builder import BOTH, Reader, Sheet, pdf, table

from disclosecheck.model.errors import UnreadableError
from disclosecheck.model.wording import render
from disclosecheck.read.pdf import read_pdf
from disclosecheck.read.pdf import reader as reader_module
from disclosecheck.read.pdf_second import read_pdf_second
from disclosecheck.read.source import Source
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.messages import load_messages

FIXTURES = Path(__file__).parent / "fixtures"
WHOLE = pdf(table(Sheet(), [100, 200, 300], [100, 130], [(0, 0, 1, 1, "规章"), (0, 1, 1, 1, "1")]))
SCAN = Sheet().image(0, 0, 595, 842)


def refusal(reader: Reader, data: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        reader(Source("年度报告.pdf", data, ""))
    return caught.value


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(WHOLE[: len(WHOLE) // 2], "truncated", id="first half"),
        pytest.param(WHOLE[: WHOLE.index(b"startxref")], "truncated", id="without its end"),
        pytest.param(b"%PDF-1.7\n", "truncated", id="head alone"),
        pytest.param(b"%PDF-1.7\nnothing\nstartxref\n0\n%%EOF", "damaged_pdf", id="nothing inside"),
        pytest.param(
            WHOLE.replace(b"/Catalog", b"/Katalog").replace(b"/Pages", b"/Seiten"), "damaged_pdf", id="no directory"
        ),
        pytest.param((FIXTURES / "reportlab_password.pdf").read_bytes(), "encrypted", id="password"),
        pytest.param(pdf(SCAN, SCAN), "scanned", id="scan"),
        pytest.param(pdf(SCAN.text(100, 100, "扫描文字", mode=3)), "scanned", id="searchable scan"),
        pytest.param(pdf(Sheet().line(0, 0, 100, 100)), "scanned", id="text turned into curves"),
        pytest.param(pdf(Sheet()), "empty_pdf", id="blank page"),
        pytest.param(pdf(), "empty_pdf", id="no page"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    error = refusal(read_pdf, data)
    assert error.code == code
    text = render(error.message, load_messages(rules_folder()))
    assert "年度报告.pdf" in text.zh
    assert "年度报告.pdf" in text.en


def test_second_reading_refused() -> None:
    error = refusal(read_pdf_second, b"%PDF-1.7\n")
    assert error.code == "second_reading"
    assert "年度报告.pdf" in render(error.message, load_messages(rules_folder())).zh


def test_scan_is_named_by_page() -> None:
    assert refusal(read_pdf, pdf(SCAN, SCAN, SCAN)).message.params["pages"] == "1-3"


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_module, "MOST_PAGES", 2)
    error = refusal(read_pdf, pdf(*[Sheet().text(100, 100, "正文") for _ in range(3)]))
    assert (error.code, error.message.params["pages"], error.message.params["limit"]) == ("too_many_pages", "3", "2")


def test_page_count_that_lies() -> None:
    data = WHOLE.replace(b"/Count 1", b"/Count 99999999")
    assert read_pdf(Source("report.pdf", data, "")).pages == 1


def test_empty_password_is_read() -> None:
    source = Source("report.pdf", (FIXTURES / "reportlab_empty_password.pdf").read_bytes(), "")
    assert read_pdf(source).paragraphs[0].text == "云溪市临江区卫生健康委员会"


def test_bytes_after_the_end_do_no_harm() -> None:
    """Web servers append things."""
    document = read_pdf(Source("report.pdf", WHOLE + b"\n<!-- served by node 7 -->\n" * 200, ""))
    assert len(document.tables) == 1


def test_text_without_meaning() -> None:
    """Where a typeface has no table of meanings, all that the file says is which glyphs to draw."""
    data = pdf(Sheet().text(100, 100, "政府信息公开", font="G").text(100, 130, "十二"))
    assert refusal(read_pdf, data).code == "unmapped_text"


@pytest.mark.parametrize(
    ("label", "figure"), [pytest.param("行政许可", "12", id="in a cell"), pytest.param("共", "12", id="within a word")]
)
def test_a_figure_without_meaning_is_not_guessed(label: str, figure: str) -> None:
    """pdfium gives the number of the glyph, which may look like another figure."""
    sheet = Sheet().text(100, 100, "政府信息公开申请办理情况").text(100, 130, label)
    sheet.text(100 + 10 * len(label), 130, figure, font="G").text(110 + 10 * len(label), 130, "件")
    document = read_pdf(Source("report.pdf", pdf(sheet), ""))
    assert document.paragraphs[1].text == f"{label}\ufffd\ufffd件"
    assert [(note.code, note.params) for note in document.notes] == [
        ("unmapped_characters", {"count": "2", "pages": "1"})
    ]


@pytest.mark.parametrize("reader", BOTH)
@pytest.mark.parametrize("seed", range(40))
def test_damage(reader: Reader, seed: int) -> None:
    """Bytes flipped, overwritten or cut out: a Document or our error, never another exception."""
    rnd = random.Random(seed)
    data = bytearray((FIXTURES / "reportlab.pdf").read_bytes())
    if seed % 4 == 0:
        del data[rnd.randrange(len(data)) :]
    elif seed % 4 == 1:
        for _ in range(rnd.choice([1, 20, 400])):
            data[rnd.randrange(len(data))] ^= 1 << rnd.randrange(8)
    else:
        start = rnd.randrange(len(data))
        end = min(len(data), start + rnd.randrange(3000))
        data[start:end] = rnd.randbytes(end - start) if seed % 4 == 2 else b""
    with suppress(UnreadableError):
        reader(Source("report.pdf", bytes(data), ""))
