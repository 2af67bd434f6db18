"""What nobody sees on the page is not read as its text, and what stands on it is, wherever the file keeps it."""

import pytest
from pdf_builder import Sheet, read, rows, table

from disclosecheck.model.document import Note
from disclosecheck.model.verdict import Message
from disclosecheck.model.wording import render
from disclosecheck.read.pdf import read_pdf
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.messages import load_messages


def texts(sheet: Sheet) -> list[str]:
    return [paragraph.text for paragraph in read(read_pdf, sheet).paragraphs]


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(Sheet().text(100, 300, "看不见", mode=3), id="drawn without colour"),
        pytest.param(Sheet().text(100, 300, "看不见", colour="1 g"), id="white on white"),
        pytest.param(
            Sheet().area(80, 280, 400, 320, colour="1 g").text(100, 300, "看不见", colour="1 g"),
            id="white on a white area",
        ),
        pytest.param(Sheet().text(700, 300, "看不见"), id="off the page"),
        pytest.param(Sheet().text(100, 300, "看不见", mode=3).into_form(), id="inside a form XObject"),
    ],
)
def test_hidden_text_is_noted(sheet: Sheet) -> None:
    document = read(read_pdf, sheet.text(100, 100, "一、总体情况"))
    assert [paragraph.text for paragraph in document.paragraphs] == ["一、总体情况"]
    assert [(note.code, note.params, note.page, note.quote) for note in document.notes] == [
        ("hidden_text", {"count": "1"}, 1, "看不见")
    ]


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(
            Sheet().area(80, 280, 400, 320, colour="0.2 0.3 0.6 rg").text(100, 300, "看得见", colour="1 g"),
            id="white on blue",
        ),
        pytest.param(Sheet().image(80, 280, 400, 320).text(100, 300, "看得见", colour="1 g"), id="white on a picture"),
        pytest.param(Sheet().text(100, 300, "看得见", colour="0.9 g"), id="light grey"),
        pytest.param(Sheet().text(100, 300, "看得见", mode=2), id="made bold with a stroke"),
        pytest.param(Sheet().text(570, 300, "看得见"), id="runs over the page's edge"),
    ],
)
def test_what_can_be_seen(sheet: Sheet) -> None:
    document = read(read_pdf, sheet)
    assert [paragraph.text for paragraph in document.paragraphs] == ["看得见"]
    assert document.notes == ()


def test_watermark_is_kept_apart() -> None:
    sheet = Sheet().text(200, 500, "征求意见稿", size=60, matrix=".7 .7 -.7 .7").text(100, 300, "一、总体情况")
    document = read(read_pdf, sheet)
    assert [paragraph.text for paragraph in document.paragraphs] == ["一、总体情况"]
    assert "".join(document.margins) == "征求意见稿"


@pytest.mark.parametrize("kind", ["FreeText", "Widget"])
def test_text_put_on_by_an_editor_is_read(kind: str) -> None:
    cells = [(0, 0, 1, 1, "行政许可"), (0, 1, 1, 1, ""), (1, 0, 1, 2, "合计")]
    sheet = table(Sheet(), [100, 200, 300], [100, 130, 160], cells).typed_on(240, 115, "12", subtype=kind)
    (found,) = read(read_pdf, sheet).tables
    assert rows(found) == [["行政许可", "12"], ["合计", None]]


def test_reviewers_marks_are_noted() -> None:
    sheet = Sheet().text(100, 100, "一、总体情况").typed_on(300, 100, "", subtype="Highlight")
    (note,) = read(read_pdf, sheet.typed_on(300, 200, "", subtype="Text")).notes
    assert (note.code, note.params) == ("comments", {"count": "2"})


@pytest.mark.parametrize(
    ("sheets", "notes"),
    [
        pytest.param(
            [Sheet().image(0, 0, 595, 842), Sheet().text(100, 100, "正文")], [("image_pages", "1")], id="scanned page"
        ),
        pytest.param(
            [Sheet().text(100, 100, "正文"), *[Sheet().image(0, 0, 595, 842) for _ in range(3)]],
            [("image_pages", "2-4")],
            id="scanned pages in a row",
        ),
        pytest.param(
            [Sheet().text(100, 100, "正文"), Sheet().image(0, 0, 595, 842).text(100, 100, "扫描文字", mode=3)],
            [("image_pages", "2")],
            id="searchable scan",
        ),
        pytest.param(
            [Sheet().text(100, 100, "正文"), Sheet().image(0, 0, 595, 842).text(500, 830, "第2页")],
            [("image_pages", "2")],
            id="scan with a page number",
        ),
        pytest.param(
            [Sheet().text(100, 100, "正文" * 20).image(80, 300, 520, 600)],
            [("large_pictures", "1")],
            id="table as a picture",
        ),
        pytest.param([Sheet().text(100, 100, "正文").image(80, 300, 120, 340)], [], id="emblem"),
        pytest.param([Sheet().text(100, 100, "正文"), Sheet()], [], id="blank page"),
    ],
)
def test_pictures(sheets: list[Sheet], notes: list[tuple[str, str]]) -> None:
    document = read(read_pdf, *sheets)
    assert [(note.code, note.params["pages"]) for note in document.notes] == notes
    assert document.pages == len(sheets)


@pytest.mark.parametrize(
    "note",
    [
        pytest.param(Note(code="image_pages", params={"pages": "1-3"}), id="image pages"),
        pytest.param(Note(code="large_pictures", params={"pages": "1"}), id="large pictures"),
        pytest.param(Note(code="typeface_missing", params={"pages": "1"}), id="typeface missing"),
        pytest.param(Note(code="unmapped_characters", params={"pages": "1", "count": "2"}), id="unmapped characters"),
        pytest.param(Note(code="hidden_text", params={"count": "2"}), id="hidden text"),
        pytest.param(Note(code="comments", params={"count": "2"}), id="comments"),
    ],
)
def test_notes_have_words(note: Note) -> None:
    """With the parameters that this reader gives; shared codes keep the words of the .docx reader."""
    text = render(Message(f"note.{note.code}", {**note.params}), load_messages(rules_folder()))
    assert "{" not in text.zh + text.en
