"""Writes a sample as .docx with the markup that Word and WPS leave behind."""

import io
from datetime import datetime
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Twips

from making.content import Content, Piece
from making.markup import NAMESPACES, paragraph, table, wrapped
from making.packing import repack
from making.source import Docx

AUTOMATIC = 90  # numId of the section headings' list
PAGE = (11906, 16838)  # A4, in twentieths of a point
_LEVELS = (("%1、", "chineseCountingThousand"), ("（%2）", "chineseCountingThousand"))
_PAGE_NUMBER = (
    f'<w:p {NAMESPACES}><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE \\* MERGEFORMAT '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>'
)


def write_docx(content: Content, how: Docx) -> bytes:
    document = docx.Document()
    _set_page(document, how)
    _set_properties(document, content)
    for language in document.styles.element.iter("{*}lang"):
        language.set(qn("w:eastAsia"), "zh-CN")
    if how.numbering == "automatic":
        _add_numbering(document)
    body = document.element.body
    for xml in _body(content, how):
        body.insert(len(body) - 1, parse_xml(xml))
    stream = io.BytesIO()
    document.save(stream)
    return repack(stream.getvalue())


def _body(content: Content, how: Docx) -> list[str]:
    xml: list[str] = []
    before: Piece | None = None
    for piece in content.pieces:
        if piece.table is not None:
            if before is not None and before.table is not None:
                xml.append(paragraph("", "body", how))
            xml.append(table(piece.table, how))
        elif piece.kind == "signature" and piece is content.pieces[-1] and how.controls:
            xml.append(wrapped(_paragraph(piece, how), "date"))
        else:
            xml.append(_paragraph(piece, how))
        before = piece
    return xml


def _paragraph(piece: Piece, how: Docx) -> str:
    if how.numbering == "typed":
        return paragraph(piece.numeral + piece.text, piece.kind, how)
    if piece.kind == "heading":
        return paragraph(piece.text, piece.kind, how, numbering=(AUTOMATIC, 0))
    if piece.kind == "body" and piece.text[:1] == "（" and piece.text[2:3] == "）":
        return paragraph(piece.text[3:], piece.kind, how, numbering=(AUTOMATIC, 1))
    return paragraph(piece.text, piece.kind, how)


def _set_page(document: Any, how: Docx) -> None:
    section = document.sections[0]
    width, height = reversed(PAGE) if how.landscape else PAGE
    section.page_width, section.page_height = Twips(width), Twips(height)
    section.top_margin, section.bottom_margin = Twips(1700), Twips(1500)
    section.left_margin = section.right_margin = Twips((width - 9750) // 2)
    footer = section.footer
    footer.is_linked_to_previous = False
    footer._element.append(parse_xml(_PAGE_NUMBER))
    footer._element.remove(footer.paragraphs[0]._element)


def _set_properties(document: Any, content: Content) -> None:
    properties = document.core_properties
    written = datetime.fromisoformat(content.report.page.published)
    properties.title = "".join(content.report.title)
    properties.author = properties.last_modified_by = "办公室"
    properties.comments = ""
    properties.created = properties.modified = written


def _add_numbering(document: Any) -> None:
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="0" w:firstLine="480"/></w:pPr></w:lvl>'
        for i, (text, form) in enumerate(_LEVELS)
    )
    abstract = parse_xml(
        f'<w:abstractNum {NAMESPACES} w:abstractNumId="{AUTOMATIC}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )
    first = numbering.find("{*}num")
    first.addprevious(abstract)
    numbering.append(
        parse_xml(f'<w:num {NAMESPACES} w:numId="{AUTOMATIC}"><w:abstractNumId w:val="{AUTOMATIC}"/></w:num>')
    )
