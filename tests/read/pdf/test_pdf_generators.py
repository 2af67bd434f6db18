"""Reports as several programs draw them (make_fixtures.py): both readers are held to the same truth."""

import json
from pathlib import Path
from typing import Any

import pytest
from pdf_builder import BOTH, Reader

from disclosecheck.model.document import Document, Table
from disclosecheck.read.pdf import read_pdf
from disclosecheck.read.source import Source

FIXTURES = Path(__file__).parent / "fixtures"
REPORTS = ["libreoffice", "libreoffice_turned", "libreoffice_english", "reportlab", "typst", "weasyprint"]


def document(reader: Reader, name: str) -> Document:
    path = FIXTURES / f"{name}.pdf"
    return reader(Source(path.name, path.read_bytes(), ""))


def truth(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    return read


def cells(table: Table) -> set[tuple[int, int, int, int, str]]:
    return {(cell.row, cell.column, cell.rowspan, cell.colspan, bare(cell.text)) for cell in table.cells}


def bare(text: str) -> str:
    """Without spaces: between Chinese and figures programs put some of their own."""
    return text if text.isascii() else "".join(text.split())


@pytest.mark.parametrize("reader", BOTH)
@pytest.mark.parametrize("name", REPORTS)
def test_cells(reader: Reader, name: str) -> None:
    read = document(reader, name)
    if any(note.code == "typeface_missing" for note in read.notes):
        pytest.skip("this machine has no Chinese typeface, and the file none of its own: see test_pdf_typefaces.py")
    expected = [{(*cell[:4], bare(cell[4])) for cell in table} for table in truth(name)["tables"]]
    found = [cells(table) for table in read.tables]
    if reader is not read_pdf and name == "weasyprint":  # pdfplumber misses a cell that the break left open
        assert [len(wanted - have) <= 1 for wanted, have in zip(expected, found, strict=True)] == [True] * 3
    else:
        assert found == expected


@pytest.mark.parametrize("name", REPORTS)
def test_paragraphs(name: str) -> None:
    found = [bare(paragraph.text) for paragraph in document(read_pdf, name).paragraphs]
    assert found == [bare(text) for text in truth(name)["paragraphs"]]


@pytest.mark.parametrize("name", [name for name in REPORTS if name != "libreoffice_english"])
def test_page_numbers_are_margins(name: str) -> None:
    read = document(read_pdf, name)
    assert [text.strip("- ") for text in read.margins] == [str(number) for number in range(1, read.pages + 1)]


@pytest.mark.parametrize("name", [name for name in REPORTS if name != "libreoffice_english"])
def test_a_table_goes_over_a_page_break(name: str) -> None:
    """What the fixtures are for."""
    assert any(len({cell.page for cell in table.cells}) > 1 for table in document(read_pdf, name).tables)
