"""The one real .pdf of the corpus: every cell of its tables, its headings, and nothing of its margins in the text."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from pdf_builder import BOTH, Reader

from disclosecheck.model.document import Document, Table
from disclosecheck.read.pdf import read_pdf
from disclosecheck.read.source import Source

CORPUS = os.environ.get("DISCLOSECHECK_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="DISCLOSECHECK_CORPUS is not set: the real reports are not here"),
]


def document(reader: Reader) -> Document:
    path = Path(CORPUS or "", "037.pdf")
    return reader(Source(str(path), path.read_bytes(), ""))


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(Path(CORPUS or "", "037.truth.json").read_text(encoding="utf-8"))
    return read


def bare(text: str) -> str:
    return "".join(text.split())


def rows(table: Table) -> list[list[str]]:
    """Each row's texts from left to right, those of cells that span it from above included."""
    return [
        [bare(cell.text) for cell in table.cells if cell.row <= row < cell.row + cell.rowspan]
        for row in range(table.rows)
    ]


@pytest.mark.parametrize("reader", BOTH)
def test_table_2(reader: Reader, truth: dict[str, Any]) -> None:
    by_label = {row[0]: row[1:] for row in rows(document(reader).tables[0])}
    assert {label: by_label[label] for label in truth["t2"]} == truth["t2"]


@pytest.mark.parametrize("reader", BOTH)
def test_table_3(reader: Reader, truth: dict[str, Any]) -> None:
    table = document(reader).tables[1]
    figures = [[bare(cell.text) for cell in table.cells if cell.row == row and cell.column > 2] for row in range(3, 26)]
    assert figures == [[str(value) for value in values] for values in truth["t3"]["rows"].values()]
    labels = ["".join(row[:-7]) for row in rows(table)[3:]]
    for label, wanted in zip(labels, truth["t3"]["rows"], strict=True):
        assert wanted.split("）")[-1][:6] in label or wanted[:6] in label
    heads = {bare(cell.text): cell.column for cell in table.cells if cell.row < 3 and cell.text}
    assert [heads[name] for name in truth["t3"]["columns"]] == list(range(3, 10))


@pytest.mark.parametrize("reader", BOTH)
def test_table_4(reader: Reader, truth: dict[str, Any]) -> None:
    table = document(reader).tables[2]
    assert [cell.text for cell in table.cells if cell.row == 3] == [str(value) for value in truth["t4"]["raw"]]
    labels = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    heads = sorted((cell.column, bare(cell.text)) for cell in table.cells if cell.row in (1, 2) and cell.colspan == 1)
    assert [text for _, text in heads] == labels * 3


def test_headings_and_text(truth: dict[str, Any]) -> None:
    read = document(read_pdf)
    texts = [bare(paragraph.text) for paragraph in read.paragraphs]
    for section in truth["sections"]:
        assert f"{section['num']}、{section['title']}" in texts
    for figure in truth["figures"]:
        assert any(bare(figure["quote"]) in text for text in texts)
    assert texts[:2] == [truth["organ"], truth["title"].removeprefix(truth["organ"])]
    assert len(texts) == 18
    assert read.margins == tuple(f"- {number} -" for number in range(1, 6))
    assert read.notes == ()
