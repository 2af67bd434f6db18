"""Real reports as they were published: each is read, whole, and none loses a sign."""

import json
import os
from pathlib import Path

import pytest

from disclosecheck.model.document import Paragraph
from disclosecheck.read.dispatch import read_document

CORPUS = os.environ.get("DISCLOSECHECK_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="DISCLOSECHECK_CORPUS is not set: no real reports at hand"),
]
TEXTS = sorted(Path(CORPUS).glob("*.txt")) if CORPUS else []


def squeezed(text):
    """Without what reading may take away: blanks, bars, rules."""
    return "".join(sign for sign in text if not (sign.isspace() or sign in "|-=—"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_sign_is_kept(path):
    document = read_document(str(path))
    pieces = list(document.margins)
    for block in document.blocks:
        pieces += [block.text] if isinstance(block, Paragraph) else [cell.text for cell in block.cells]
    assert sorted(squeezed("".join(pieces))) == sorted(squeezed(path.read_text("utf-8")))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_headings_of_sections_begin_a_paragraph(path):
    """Those that began a line in the file, or stood behind a gap."""
    text = path.read_text("utf-8").replace("　　", "\n")
    truth = json.loads(path.with_suffix("").with_suffix(".truth.json").read_text("utf-8"))
    starts = [paragraph.text for paragraph in read_document(str(path)).paragraphs]
    for section in truth["sections"]:
        heading = f"{section['num']}、{section['title']}"
        if any(line.strip().startswith(heading) for line in text.splitlines()):
            assert any(start.startswith(heading) for start in starts)


def test_a_page_gives_its_three_tables():
    document = read_document(str(Path(CORPUS) / "034.html"))
    assert [(table.rows, table.columns) for table in document.tables] == [(18, 5), (26, 10), (4, 15)]
    assert document.published == "2020-01-31"


@pytest.mark.parametrize(
    ("name", "beginning", "ending"),
    [
        pytest.param("037.txt", "（四）政府信息公开平台建设情况", "确保公开信息及时准确规范。", id="indented"),
        pytest.param("038.txt", "（五）监督保障方面。", "30名个人予以通报表扬。", id="not indented"),
        pytest.param("166.txt", "2020 年,在区政府", "方面有待提升。", id="half-width punctuation"),
    ],
)
def test_lines_broken_at_a_width_are_joined(name, beginning, ending):
    texts = [paragraph.text for paragraph in read_document(str(Path(CORPUS) / name)).paragraphs]
    assert any(text.startswith(beginning) and text.endswith(ending) for text in texts)
