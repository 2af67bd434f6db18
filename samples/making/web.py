"""Writes a sample as a page of a government site, the article exported from Word."""

import re
from collections.abc import Iterator
from html import escape
from string import Template

from making.content import Content, Piece
from making.layout import Box, Grid
from making.source import SOURCES, Html

_ASCII = re.compile(r"([0-9A-Za-z][0-9A-Za-z.,%+ -]*)")
_BODY = "font-size:16.0pt;font-family:仿宋_GB2312"
_TABLE = "font-size:9.0pt;font-family:宋体"


def write_html(content: Content, how: Html) -> bytes:
    report = content.report
    template = Template((SOURCES / "page.html").read_text("utf-8"))
    page = template.substitute(
        charset=f'<meta http-equiv="Content-Type" content="text/html; charset={how.declares}">' if how.declares else "",
        lang="en" if report.language == "en" else "zh-CN",
        title=escape("".join(report.title)),
        site=escape(report.page.site),
        domain=report.page.domain,
        column=escape(report.page.column),
        published=report.page.published,
        organ=escape(report.organ),
        last_year=(report.year or 2024) - 1,
        year_before=(report.year or 2024) - 2,
        article="\n".join(_piece(piece) for piece in content.pieces),
    )
    return page.encode(how.encoding)


def _piece(piece: Piece) -> str:
    if piece.table is not None:
        return _table(piece.table)
    inner = _spans(piece.numeral + piece.text, _BODY)
    if piece.kind in ("title", "reference"):
        return f'<p class="MsoNormal" align="center" style="text-align:center">{inner}</p>'
    if piece.kind == "signature":
        return f'<p class="MsoNormal" align="right" style="text-align:right">{inner}</p>'
    if piece.kind == "heading":
        inner = f'<span style="mso-bookmark:_Toc1"><b>{inner}</b></span>'
    return f'<p class="MsoNormal" style="text-indent:32.0pt;mso-char-indent-count:2.0">{inner}<o:p></o:p></p>'


def _table(grid: Grid) -> str:
    rows = ""
    for row in range(grid.rows):
        rows += "<tr>" + "".join(_cell(box) for box in grid.boxes if box.row == row) + "</tr>\n"
    table = f'<table class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0">\n{rows}</table>'
    return f'<div align="center">{table}</div>'


def _cell(box: Box) -> str:
    spans = f' colspan="{box.colspan}"' if box.colspan > 1 else ""
    spans += f' rowspan="{box.rowspan}"' if box.rowspan > 1 else ""
    align = "left" if box.role == "label" else "center"
    inner = _spans(box.text, _TABLE) if box.text else "&nbsp;"
    return f'<td{spans} valign="middle" style="padding:0cm 2.0pt"><p class="MsoNormal" align="{align}">{inner}</p></td>'


def _spans(text: str, style: str) -> str:
    return "".join(_span(piece, style) for piece in _ASCII.split(text) if piece)


def _span(text: str, style: str) -> str:
    """Word wraps every stretch of another script, and cuts a number where the cursor once stood."""
    if not _ASCII.fullmatch(text):
        return f'<span style="{style}">{escape(text)}</span>'
    inner = "".join(f'<span lang="EN-US">{escape(piece)}</span>' for piece in _halves(text))
    return f'<span style="{style};mso-hansi-font-family:仿宋_GB2312">{inner}</span>'


def _halves(text: str) -> Iterator[str]:
    half = len(text) // 2 if len(text) > 2 else len(text)
    yield from (piece for piece in (text[:half], text[half:]) if piece)
