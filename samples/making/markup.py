"""WordprocessingML as Word and WPS write it: direct formatting, runs cut anywhere, merged cells."""

import re
from collections.abc import Iterator
from itertools import cycle
from xml.sax.saxutils import escape

import msgspec

from making.layout import Box, Grid
from making.source import Docx

NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LEAD = re.compile(r"^(?:（[一二三四五六七八九十]）)?[^。，]{2,14}。")
_CUTS = (4, 2, 7, 1, 5, 3)  # lengths of runs, so that words and numbers are cut too
_FONTS = {"title": "方正小标宋简体", "heading": "黑体", "lead": "楷体_GB2312", "table": "宋体"}
_SIZES = {"title": 36}  # in half points
_BODY, _TABLE = 24, 18
_REVIEW_COLUMNS, _NARROW = 15, 380
_ALIGN = {"title": "center", "reference": "center", "signature": "right", "head": "center", "value": "center"}
_CELL_SPACING = '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="C6D9F1"/>'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


class Segment(msgspec.Struct, frozen=True):
    """A stretch of text that is written alike."""

    text: str
    font: str
    before: str | None = None  # text struck out in front of it
    control: bool = False


def paragraph(text: str, kind: str, how: Docx, *, numbering: tuple[int, int] | None = None) -> str:
    """A paragraph outside tables; `numbering` is (numId, level) where Word writes the numeral."""
    spacing = f'<w:spacing w:after="0" w:line="{how.line}" w:lineRule="exact"/>'
    if kind == "title":
        spacing = '<w:spacing w:before="120" w:after="120" w:line="640" w:lineRule="exact"/>'
    indent = (
        '<w:ind w:firstLine="480" w:firstLineChars="200"/>' if kind in ("body", "heading") and not numbering else ""
    )
    numbered = (
        f'<w:numPr><w:ilvl w:val="{numbering[1]}"/><w:numId w:val="{numbering[0]}"/></w:numPr>' if numbering else ""
    )
    align = f'<w:jc w:val="{_ALIGN.get(kind, "both")}"/>'
    level = '<w:outlineLvl w:val="0"/>' if kind == "heading" and numbering else ""
    inner = "".join(_segment(segment, _SIZES.get(kind, _BODY), how) for segment in _segments(text, kind, how))
    return f"<w:p {NAMESPACES}><w:pPr>{numbered}{spacing}{indent}{align}{level}</w:pPr>{inner}</w:p>"


def wrapped(xml: str, tag: str) -> str:
    """A paragraph in a content control."""
    return (
        f'<w:sdt {NAMESPACES}><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="147453210"/></w:sdtPr>'
        f"<w:sdtContent>{xml}</w:sdtContent></w:sdt>"
    )


def table(grid: Grid, how: Docx) -> str:
    if how.narrow and len(grid.widths) == _REVIEW_COLUMNS:
        grid = msgspec.structs.replace(grid, widths=(_NARROW,) * len(grid.widths))
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid.widths)
    rows = "".join(f"<w:tr>{''.join(_row(grid, row, how))}</w:tr>" for row in range(grid.rows))
    return (
        f'<w:tbl {NAMESPACES}><w:tblPr><w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(grid: Grid, row: int, how: Docx) -> Iterator[str]:
    """The row's cells; a box that began in a row above goes on as an empty cell, as vMerge wants it."""
    for box in sorted(grid.boxes, key=lambda box: box.column):
        if box.row <= row < box.row + box.rowspan:
            yield _cell(box, sum(grid.widths[box.column : box.column + box.colspan]), box.row < row, how)


def _cell(box: Box, width: int, goes_on: bool, how: Docx) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    if box.colspan > 1:
        properties += f'<w:gridSpan w:val="{box.colspan}"/>'
    if box.rowspan > 1:
        properties += "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>'
    if box.role == "caption":
        properties += _SHADE
    properties += '<w:vAlign w:val="center"/>'
    align = f'{_CELL_SPACING}<w:jc w:val="{_ALIGN.get(box.role, "left")}"/>'
    text = "" if goes_on else box.text
    inner = _runs(text, "table", _TABLE, how) if text else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:pPr>{align}</w:pPr>{inner}</w:p></w:tc>"


def _segments(text: str, kind: str, how: Docx) -> Iterator[Segment]:
    lead = _LEAD.match(text) if kind == "body" else None
    at = lead.end() if lead else 0
    if at:
        yield Segment(text[:at], "lead")
    marks: dict[str, str | None] = dict.fromkeys(how.controls)
    marks.update({tracked.after: tracked.before for tracked in how.tracked if tracked.around in text})
    while at < len(text):
        found = [(where, mark) for mark in marks if (where := text.find(mark, at)) >= 0]
        if not found:
            yield Segment(text[at:], kind)
            return
        where, mark = min(found)
        yield Segment(text[at:where], kind)
        yield Segment(mark, kind, before=marks[mark], control=mark in how.controls)
        at = where + len(mark)


def _segment(segment: Segment, size: int, how: Docx) -> str:
    runs = _runs(segment.text, segment.font, size, how)
    if segment.control:
        return f'<w:sdt><w:sdtPr><w:id w:val="147453211"/></w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>'
    if segment.before is None:
        return runs
    made = 'w:author="办公室" w:date="2024-01-15T09:30:00Z"'
    gone = (
        _runs(segment.before, segment.font, size, how).replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    )
    return f'<w:del w:id="901" {made}>{gone}</w:del><w:ins w:id="902" {made}>{runs}</w:ins>'


def _runs(text: str, font: str, size: int, how: Docx) -> str:
    return "".join(_run(piece, font, size) for piece in (_cut(text) if how.split_runs else (text,)) if piece)


def _run(text: str, font: str, size: int) -> str:
    name = _FONTS.get(font, "仿宋_GB2312")
    return (
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def _cut(text: str) -> Iterator[str]:
    if text.isdigit() and len(text) > 1:
        yield text[:1]
        yield text[1:]
        return
    at = 0
    for length in cycle(_CUTS):
        if at >= len(text):
            return
        yield text[at : at + length]
        at += length
