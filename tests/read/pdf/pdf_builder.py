"""Small PDFs drawn operator by operator, so that a test says exactly what stands on the page.

Places are points from the upper left corner. The typeface draws every character as a box: those from CJK on 1 em wide,
others half an em.
"""

import base64
import zlib
from collections.abc import Callable, Iterable

import pytest

from disclosecheck.model.document import Document, Table
from disclosecheck.read.pdf import read_pdf
from disclosecheck.read.pdf_second import read_pdf_second
from disclosecheck.read.source import Source

Reader = Callable[[Source], Document]
Cell = tuple[int, int, int, int, str]  # row, column, rowspan, colspan, text

BOTH = [pytest.param(read_pdf, id="pdfium"), pytest.param(read_pdf_second, id="pdfplumber")]

# A TrueType file of three boxes, made with fontTools.
_BOXES = zlib.decompress(
    base64.b64decode(
        "eNpjYGRgYGBncGBgYjBIzk0smP1o0x4GBkYWoKhNek5l2jIu50tAvgeQ75eRmphi6C/OB2TXALFZBlCAPYp5GZC9BYhVMnJLKjiPMEwDsn8AMU9O"
        "fnIigxSDCVC/A5DPkZtYUcDAysAGZN8AYgUGkN1AfOrcxHnx/DZfGZiZXwBFGJ6rv1wKp43+b2Dexgw0g4EZ6EYIAOphLvjfASRfMBgxGDFvA5uE"
        "DJjBIswMLFAZJgZ0BUCdIMz4BWgCRJ4ZiEWgOkWAOjWANBvYBGDY+DH8/w/kg+n/lzYxItnIC/SjOpAPcynQHHFBRUEj5pYA5pY/NYRkGA8hyTBO"
        "gMgwAAAzBUiT"
    )
)
_GLYPHS = b"".join((2 if code < 0x2E80 else 1).to_bytes(2, "big") for code in range(0x10000))


class Sheet:
    """One page. `rotate` is /Rotate; `turn` turns the content itself, clockwise, by quarter turns."""

    def __init__(self, width: float = 595, height: float = 842, *, rotate: int = 0, turn: int = 0) -> None:
        self.width, self.height, self.rotate, self.turn = width, height, rotate, turn
        self.operators: list[str] = []
        self.forms: list[tuple[list[str], str]] = []
        self.annotations: list[str] = []
        self.chars: set[str] = set()

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 10,
        *,
        mode: int = 0,
        colour: str = "0 g",
        matrix: str = "1 0 0 1",
        font: str = "F",
    ) -> "Sheet":
        """`y` is the middle of the line, `matrix` turns or scales the text, `mode` is Tr; font G tells no meanings."""
        base = self.height - y - 0.38 * size
        self.chars.update(text)
        code = text.encode("utf-16-be").hex()
        self.operators.append(f"q {colour} BT /{font} {size} Tf {mode} Tr {matrix} {x} {base} Tm <{code}> Tj ET Q")
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5, extra: str = "") -> "Sheet":
        h = self.height
        self.operators.append(f"q {width} w {extra} {x0} {h - y0} m {x1} {h - y1} l S Q")
        return self

    def area(self, x0: float, y0: float, x1: float, y1: float, *, paint: str = "f", colour: str = "0 g") -> "Sheet":
        """A rectangle; `paint` is f (filled), S (stroked) or B (both)."""
        self.operators.append(f"q {colour} 0.5 w {x0} {self.height - y1} {x1 - x0} {y1 - y0} re {paint} Q")
        return self

    def raw(self, operators: str) -> "Sheet":
        self.operators.append(operators)
        return self

    def image(self, x0: float, y0: float, x1: float, y1: float) -> "Sheet":
        return self.raw(f"q {x1 - x0} 0 0 {y1 - y0} {x0} {self.height - y1} cm /Image Do Q")

    def into_form(self, matrix: str = "1 0 0 1 0 0", placed: str = "1 0 0 1 0 0") -> "Sheet":
        """Move all that was drawn so far into a form XObject, with a matrix of its own, placed by another."""
        self.forms.append((self.operators, matrix))
        self.operators = [f"q {placed} cm /Form{len(self.forms) - 1} Do Q"]
        return self

    def typed_on(self, x: float, y: float, text: str, size: float = 10, subtype: str = "FreeText") -> "Sheet":
        """Text put on the finished page by a PDF editor."""
        base = self.height - y
        box = f"{x} {base - size} {x + 2 * size * len(text)} {base + size}"
        self.chars.update(text)
        appearance = f"BT /F {size} Tf {x} {base - 0.38 * size} Td <{text.encode('utf-16-be').hex()}> Tj ET"
        self.annotations.append(f"{subtype}|{box}|{appearance}")
        return self


def table(
    sheet: Sheet, xs: list[float], ys: list[float], cells: Iterable[Cell], style: str = "lines", size: float = 10
) -> Sheet:
    """Draw a table: every cell's border in the given style, its text centred."""
    cells = list(cells)
    if style != "none":
        for row, column, rowspan, colspan, _ in cells:
            _border(sheet, xs[column], ys[row], xs[column + colspan], ys[row + rowspan], style)
    for row, column, rowspan, colspan, text in cells:
        middle = (xs[column] + xs[column + colspan]) / 2
        put(sheet, middle, (ys[row] + ys[row + rowspan]) / 2, text, size)
    return sheet


def put(sheet: Sheet, x: float, y: float, text: str, size: float = 10) -> None:
    """Lines of text, parted by |, centred on a point."""
    lines = text.split("|")
    for number, line in enumerate(lines):
        if line:
            left = x - size * sum(1 if char >= "⺀" else 0.5 for char in line) / 2
            sheet.text(left, y + (number - (len(lines) - 1) / 2) * 1.2 * size, line, size)


def _border(sheet: Sheet, x0: float, y0: float, x1: float, y1: float, style: str) -> None:
    sides = ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1))
    if style == "lines":
        for side in sides:
            sheet.line(*side)
    elif style == "dashes":
        for side in sides:
            sheet.line(*side, extra="[2 2] 0 d")
    elif style == "gaps":  # corners left open by a hair, as when borders are drawn cell by cell
        for ax, ay, bx, by in sides:
            sheet.line(ax + (1 if ax < bx else 0), ay + (1 if ay < by else 0), bx - (1 if ax < bx else 0), by)
    elif style == "thin areas":
        for ax, ay, bx, by in sides:
            sheet.area(ax - 0.25, ay - 0.25, bx + 0.25, by + 0.25)
    elif style == "stroked rectangles":
        sheet.area(x0, y0, x1, y1, paint="S")
    elif style == "rings":  # the area between two rectangles filled
        h = sheet.height
        outer = f"{x0} {h - y1} {x1 - x0} {y1 - y0} re"
        sheet.raw(f"q {outer} {x0 + 0.7} {h - y1 + 0.7} {x1 - x0 - 1.4} {y1 - y0 - 1.4} re f* Q")
    elif style in ("double", "wide double"):
        for ax, ay, bx, by in sides:
            for shift in (-1.5, 1.5) if style == "double" else (-2.2, 2.2):
                across, down = (0.0, shift) if ay == by else (shift, 0.0)
                sheet.line(ax + across, ay + down, bx + across, by + down)
    else:
        raise ValueError(style)


def pdf(*sheets: Sheet) -> bytes:
    """The file."""
    objects: list[bytes] = [b"", b"", *_FONT_OBJECTS]
    objects[6] = _stream(b"", _meaning({char for sheet in sheets for char in sheet.chars}).encode())
    pages = [_add_page(objects, sheet) for sheet in sheets]
    kids = " ".join(f"{page} 0 R" for page in pages)
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode()
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    table_of_places = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table_of_places}trailer<</Root 1 0 R/Size {size}>>\n".encode()
    out += f"startxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _add_page(objects: list[bytes], sheet: Sheet) -> int:
    resources = "/Font<</F 3 0 R/G 10 0 R>>"
    names = "/Image 9 0 R"
    for number, (operators, matrix) in enumerate(sheet.forms):
        head = f"/Type/XObject/Subtype/Form/BBox[-5000 -5000 5000 5000]/Matrix[{matrix}]/Resources<<{resources}"
        objects.append(_stream(f"{head}/XObject<<{names}>>>>".encode(), "\n".join(operators).encode()))
        names += f"/Form{number} {len(objects)} 0 R"
    notes = ""
    for entry in sheet.annotations:
        subtype, box, appearance = entry.split("|")
        head = f"/Type/XObject/Subtype/Form/BBox[{box}]/Resources<<{resources}>>"
        objects.append(_stream(head.encode(), appearance.encode()))
        notes += f"<</Type/Annot/Subtype/{subtype}/F 4/Rect[{box}]/Contents()/AP<</N {len(objects)} 0 R>>>>"
    width, height = sheet.width, sheet.height
    turn = {0: "", 1: f"0 -1 1 0 0 {width} cm\n", 2: f"-1 0 0 -1 {width} {height} cm\n", 3: f"0 1 -1 0 {height} 0 cm\n"}
    content = turn[sheet.turn] + "\n".join(sheet.operators)
    if sheet.turn % 2:
        width, height = height, width
    objects.append(_stream(b"", content.encode()))
    resources += f"/XObject<<{names}>>"
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Rotate {sheet.rotate}/Annots[{notes}]"
    objects.append(f"{page}/Resources<<{resources}>>/Contents {len(objects)} 0 R>>".encode())
    return len(objects)


def _meaning(chars: set[str]) -> str:
    """The ToUnicode CMap: a character's code is its number in Unicode."""
    lines = "".join(f"1 beginbfchar <{ord(char):04X}> <{ord(char):04X}> endbfchar\n" for char in sorted(chars))
    return f"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n{lines}endcmap\n"


def _stream(head: bytes, body: bytes, *, packed: bool = False) -> bytes:
    if packed:
        head, body = head + b"/Filter/FlateDecode", zlib.compress(body)
    return b"<<" + head + f"/Length {len(body)}".encode() + b">>stream\n" + body + b"\nendstream"


# Objects 3 to 10: the typeface with what it needs, a picture of one grey dot, and the typeface without meanings.
_FONT_OBJECTS = (
    b"<</Type/Font/Subtype/Type0/BaseFont/Boxes/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 7 0 R>>",
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Boxes"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    b"/DW 1000/W[0 11903 500]/CIDToGIDMap 6 0 R/FontDescriptor 5 0 R>>",
    b"<</Type/FontDescriptor/FontName/Boxes/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120"
    b"/CapHeight 880/StemV 90/FontFile2 8 0 R>>",
    _stream(b"", _GLYPHS, packed=True),
    b"",  # what the characters mean
    _stream(b"", _BOXES),
    _stream(b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", b"\x80"),
    b"<</Type/Font/Subtype/Type0/BaseFont/Boxes/Encoding/Identity-H/DescendantFonts[4 0 R]>>",
)


def read(reader: Reader, *sheets: Sheet) -> Document:
    return reader(Source("report.pdf", pdf(*sheets), "0" * 64))


def rows(table: Table) -> list[list[str | None]]:
    """The grid row by row; None where a cell goes on from the left or from above, or where there is none."""
    grid: list[list[str | None]] = [[None] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = cell.text
    return grid
