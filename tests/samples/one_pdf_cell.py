"""One figure of a .pdf printed otherwise, by an update that is added to the file as an editor would add it."""

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

from one_cell import printed_cells
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from making.content import Content

_SHOWN = re.compile(rb"/(F\d+) (\d+) Tf(\[.*?\]\s*TJ|<[0-9A-F]+>\s*Tj)", re.DOTALL)
_CODE = re.compile(rb"<([0-9A-F]+)>")
_PAIR = re.compile(rb"<([0-9A-F]+)>\s*<([0-9A-F]+)>")
TABLE_FONT = b"9"  # points; the figures of the tables, and neither those of the text nor the page numbers


class Printed:
    """A figure as a page's content stream shows it."""

    def __init__(self, stream: Any, data: bytes, match: re.Match[bytes], codes: dict[str, bytes], text: str) -> None:
        self.stream, self.data, self.match, self.codes, self.text = stream, data, match, codes, text

    def instead(self, text: str) -> bytes:
        """The page's content with `text` in the figure's place."""
        shown = b"/%s %s Tf<%s>Tj" % (self.match[1], self.match[2], b"".join(self.codes[sign] for sign in text))
        return self.data[: self.match.start()] + shown + self.data[self.match.end() :]


def pdf_changer(file: bytes, content: Content) -> Callable[[str, str], bytes]:
    """`file` is the .pdf of `content`: its figures, in reading order, must be those of the report."""
    document = PDFDocument(PDFParser(io.BytesIO(file)))
    shown = [figure for page in PDFPage.create_pages(document) for figure in _figures(page)]
    cells = printed_cells(content)
    assert [figure.text for figure in shown] == list(cells.values())
    places = dict(zip(cells, shown, strict=True))
    root = _root(file)

    def change(address: str, text: str) -> bytes:
        figure = places[address]
        return _updated(file, figure.stream.objid, figure.instead(text), root)

    return change


def _figures(page: PDFPage) -> Iterator[Printed]:
    for reference in page.contents:
        stream = resolve1(reference)
        data = stream.get_data()
        for match in _SHOWN.finditer(data):
            signs = _signs(page, match[1].decode())
            size = len(next(iter(signs), b"00"))
            codes = b"".join(_CODE.findall(match[3]))
            text = "".join(signs.get(codes[at : at + size], "?") for at in range(0, len(codes), size))
            if match[2] == TABLE_FONT and re.fullmatch(r"[+-]?[\d.]*\d", text):
                yield Printed(stream, data, match, {sign: code for code, sign in signs.items()}, text)


def _signs(page: PDFPage, font: str) -> dict[bytes, str]:
    """What the codes of a font stand for."""
    fonts = resolve1(page.resources["Font"])
    table = resolve1(resolve1(fonts[font])["ToUnicode"]).get_data()
    body = b"".join(re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL))
    return {code: bytes.fromhex(sign.decode()).decode("utf-16-be") for code, sign in _PAIR.findall(body)}


def _root(file: bytes) -> bytes:
    found = re.findall(rb"/Size (\d+)/Root (\d+ \d+ R)", file)
    return b"/Size %s/Root %s" % found[-1]


def _updated(file: bytes, number: int, content: bytes, root: bytes) -> bytes:
    before = re.findall(rb"startxref\s+(\d+)", file)[-1]
    at = len(file)
    added = b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (number, len(content), content)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n<<%s/Prev %s>>\n" % (number, at, root, before)
    return file + added + table + b"startxref\n%d\n%%%%EOF\n" % (at + len(added))
