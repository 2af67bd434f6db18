"""Small .docx files from raw XML, so that a test shows the very markup it is about."""

import hashlib
import io
import zipfile
from collections.abc import Iterable

from disclosecheck.model.document import Document, Paragraph, Table
from disclosecheck.read.docx import read_docx
from disclosecheck.read.source import Source

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": TRANSITIONAL,
        "r": _RELATIONS,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
CHANGE = 'w:id="9" w:author="甲" w:date="2024-01-20T09:00:00Z"'
_KINDS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header1", "footer1")


def document(body: str) -> str:
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def p(*content: str, style: str = "", props: str = "") -> str:
    """A paragraph; content that is no markup becomes a run."""
    stated = (f'<w:pStyle w:val="{style}"/>' if style else "") + props
    properties = f"<w:pPr>{stated}</w:pPr>" if stated else ""
    return f"<w:p>{properties}{''.join(part if part.startswith('<') else r(part) for part in content)}</w:p>"


def r(text: str, props: str = "") -> str:
    """A run; text that is no markup becomes w:t."""
    inner = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r>{f'<w:rPr>{props}</w:rPr>' if props else ''}{inner}</w:r>"


def num(number: int, level: int | None = 0) -> str:
    """The numPr of a list's level."""
    stated = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{stated}<w:numId w:val="{number}"/></w:numPr>'


def tbl(*rows: str, widths: tuple[int, ...] = ()) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def tr(*cells: str, props: str = "") -> str:
    properties = f"<w:trPr>{props}</w:trPr>" if props else ""
    return f"<w:tr>{properties}{''.join(cell if cell.startswith('<') else tc(cell) for cell in cells)}</w:tr>"


def tc(*content: str, span: int = 1, merge: str = "", props: str = "") -> str:
    """A cell; `merge` is restart or continue."""
    if span > 1:
        props += f'<w:gridSpan w:val="{span}"/>'
    if merge:
        props += f'<w:vMerge w:val="{merge}"/>' if merge == "restart" else "<w:vMerge/>"
    inner = "".join(part if part.startswith("<") else p(*([part] if part else [])) for part in content) or p()
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{inner}</w:tc>"


def package(main: str | bytes, parts: dict[str, str | bytes] | None = None, **known: str) -> bytes:
    """The zip: `main` is document.xml, `known` the inside of styles, numbering, footnotes …, `parts` anything else."""
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(known),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": main,
        "word/_rels/document.xml.rels": _relations(
            {f"rId{number}": (kind.rstrip("1"), f"{kind}.xml") for number, kind in enumerate(_KINDS) if kind in known}
        ),
    }
    roots = {"header1": "hdr", "footer1": "ftr"}
    for kind, inside in known.items():
        assert kind in _KINDS
        root = roots.get(kind, kind)
        entries[f"word/{kind}.xml"] = f"<w:{root} {NAMESPACES}>{inside}</w:{root}>"
    entries.update(parts or {})
    return zipped(entries)


def zipped(entries: dict[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def _content_types(known: Iterable[str]) -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{content}+xml"/>'
        for name, content in [("document", "document.main"), *((name, name.rstrip("1")) for name in known)]
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{rows}</Relationships>'


def source(data: bytes, path: str = "报告.docx") -> Source:
    return Source(path, data, hashlib.sha256(data).hexdigest())


def read_bytes(data: bytes) -> Document:
    return read_docx(source(data))


def read(body: str, parts: dict[str, str | bytes] | None = None, **known: str) -> Document:
    return read_bytes(package(document(body), parts, **known))


def texts(found: Document) -> list[str]:
    return [paragraph.text for paragraph in found.paragraphs]


def only_paragraph(found: Document) -> Paragraph:
    [paragraph] = found.paragraphs
    return paragraph


def rows(table: Table) -> list[list[str]]:
    """The grid as lists of texts; ^ for what a merged cell covers, None-like · for what no cell covers."""
    shown = [["·"] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                assert shown[row][column] == "·", "two cells cover one place"
                shown[row][column] = "^"
        shown[cell.row][cell.column] = cell.text
    return shown
