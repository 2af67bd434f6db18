"""A clean report of which one cell after the other is changed, without writing the rest again."""

import io
import re
import zipfile
from collections.abc import Callable

from lxml import etree

from making.content import Content, compose_report
from making.layout import Grid
from making.source import Change, Docx, Html, load_report
from making.web import write_html
from making.word import write_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TD = re.compile(r"(<td[^>]*>)(.*?)(</td>)", re.DOTALL)

Changed = Callable[[str, str], bytes]  # (address, text to print there) -> the file


def printed_cells(content: Content) -> dict[str, str]:
    """The figures of the report by address, as printed."""
    return {box.address: box.text for grid in _grids(content) for box in grid.boxes if box.address}


def clean(name: str) -> Content:
    return compose_report(load_report(name), Change())


def docx_changer(content: Content) -> Changed:
    package = write_docx(content, Docx(split_runs=True))
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    cells = _word_cells(root, content)

    def change(address: str, text: str) -> bytes:
        texts = list(cells[address].iter(f"{W}t"))
        before = [node.text for node in texts]
        for node in texts:
            node.text = ""
        texts[0].text = text
        parts["word/document.xml"] = etree.tostring(root)
        for node, old in zip(texts, before, strict=True):
            node.text = old
        return _zip(parts)

    return change


def html_changer(content: Content) -> Changed:
    page = write_html(content, Html()).decode("utf-8")
    cells = list(_TD.finditer(page))
    boxes = [box for grid in _grids(content) for row in range(grid.rows) for box in grid.boxes if box.row == row]
    assert len(cells) == len(boxes)
    places = {box.address: cell for box, cell in zip(boxes, cells, strict=True) if box.address}

    def change(address: str, text: str) -> bytes:
        cell = places[address]
        return (page[: cell.start(2)] + f"<p>{text}</p>" + page[cell.end(2) :]).encode("utf-8")

    return change


def _grids(content: Content) -> list[Grid]:
    return [piece.table for piece in content.pieces if piece.table]


def _word_cells(root: etree._Element, content: Content) -> dict[str, etree._Element]:
    """The w:tc of every figure, by its place: a row's cells stand in the order of the boxes that cross the row."""
    places = {}
    for grid, table in zip(_grids(content), root.iter(f"{W}tbl"), strict=True):
        for number, row in enumerate(table.iter(f"{W}tr")):
            across = sorted(
                (box for box in grid.boxes if box.row <= number < box.row + box.rowspan), key=lambda box: box.column
            )
            for box, cell in zip(across, row.iter(f"{W}tc"), strict=True):
                if box.address:
                    places[box.address] = cell
    return places


def _zip(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return stream.getvalue()
