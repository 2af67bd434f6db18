"""Reading a .docx against its floor and against python-docx, as ratios of interleaved rounds.

    python benchmarks/read_docx.py [FILE.docx …]

Without files: every .docx of samples/, and the blank official form of the corpus that DISCLOSECHECK_CORPUS names.

parts   unzip + lxml parse of all parts that say something about the text: body, styles, numbering, notes, headers,
        footers, relations, title. The goal is at most 5.
body    unzip + lxml parse of word/document.xml alone, a floor that no reader of styles and numbering can reach.
cells   python-docx, `row.cells` of every row and the text of every paragraph, over the reader. The goal is at least 5
        (documents without tables are left out).
"""

import gc
import io
import os
import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from lxml import etree

from disclosecheck.read.docx import read_docx
from disclosecheck.read.source import Source

ROUNDS = 16
_KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer", "core")


def unzip_and_parse_parts(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            stem = name.rpartition("/")[2].rstrip(".xml0123456789")
            if name in ("word/document.xml", "_rels/.rels", "word/_rels/document.xml.rels") or (
                name.startswith(("word/", "docProps/")) and name.endswith(".xml") and stem in _KINDS
            ):
                etree.fromstring(package.read(name))


def unzip_and_parse_body(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        etree.fromstring(package.read("word/document.xml"))


def read_with_python_docx(data: bytes) -> None:
    document = docx.Document(io.BytesIO(data))
    for paragraph in document.paragraphs:
        _ = paragraph.text
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                _ = cell.text


def seconds(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def measure(path: Path) -> tuple[float, float, float, float]:
    """Median milliseconds of the reader, and the medians of the three ratios, each taken within a round.

    Each round begins with another of the four, since what comes first finds the memory cold; the collector rests, as in
    timeit, for one call would else clear away the garbage of another.
    """
    data = path.read_bytes()
    source = Source(str(path), data, "")
    calls: list[Callable[[], object]] = [
        lambda: read_docx(source),
        lambda: unzip_and_parse_parts(data),
        lambda: unzip_and_parse_body(data),
        lambda: read_with_python_docx(data),
    ]
    rounds = []
    for first in range(ROUNDS):
        gc.collect()
        gc.disable()
        spent = {index % 4: seconds(calls[index % 4]) for index in range(first, first + 4)}
        gc.enable()
        rounds.append([spent[index] for index in range(4)])
    return (
        statistics.median(ours * 1000 for ours, *_ in rounds),
        statistics.median(ours / parts for ours, parts, _, _ in rounds),
        statistics.median(ours / body for ours, _, body, _ in rounds),
        statistics.median(cells / ours for ours, _, _, cells in rounds),
    )


def default_files() -> list[Path]:
    files = sorted((Path(__file__).parents[1] / "samples").glob("*.docx"))
    corpus = os.environ.get("DISCLOSECHECK_CORPUS")
    return files + ([Path(corpus) / "blank-form-2021.docx"] if corpus else [])


def main(arguments: list[str]) -> None:
    rows = [(path, *measure(path)) for path in ([Path(name) for name in arguments] or default_files())]
    print(f"{'file':40}{'ms':>8}{'x parts':>9}{'x body':>9}{'python-docx':>13}")
    for path, *figures in rows:
        print(f"{path.name[:39]:40}{figures[0]:8.1f}{figures[1]:9.2f}{figures[2]:9.2f}{figures[3]:12.1f}x")
    tables = [row[4] for row in rows if docx.Document(str(row[0])).tables]
    print(f"worst: {max(row[2] for row in rows):.2f} x parts, {max(row[3] for row in rows):.2f} x body")
    if tables:
        print(f"python-docx, {len(tables)} documents with tables: at least {min(tables):.1f} x, median ", end="")
        print(f"{statistics.median(tables):.1f} x")


if __name__ == "__main__":
    main(sys.argv[1:])
