"""What styles say about reading: headings, numbering, hidden text, bold, centred. Only styles in use are looked at.

A style sheet is often larger than the document (350 KB in one library's template), and a document uses few of its
styles: each is cut out of the bytes by its id and parsed alone; the whole is parsed only when that fails.
"""

from collections.abc import Callable

import msgspec
from lxml import etree

from disclosecheck.read.docx import names as n
from disclosecheck.read.docx.parts import parse_part

_HEADING_NAMES = ("heading ", "标题 ", "標題 ")  # as Word stores it, and as others translate it
_CONTENTS_NAMES = ("toc ", "目录 ", "目錄 ", "contents ")
_BODY_LEVEL = 9  # outlineLvl 9 is body text (ECMA-376 part 1, 17.3.1.20)

Load = Callable[[bytes], etree._Element]


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """A style with what it inherits; None where neither it nor its bases say anything."""

    level: int | None = None  # outline level 1-9, 0 for body text
    numbering: str | None = None  # numId
    numbering_level: int | None = None  # 0-based
    numbering_owner: str = ""  # id of the style that states the numbering; a list level may be bound to it
    hidden: bool | None = None
    bold: bool | None = None
    centred: bool | None = None
    contents: bool = False  # an entry of a table of contents


PLAIN = Style()


class StyleSheet:
    """The styles of one document, resolved when asked for."""

    def __init__(self, data: bytes | None, load: Load) -> None:
        self._data = data or b""
        self._load = load  # parses the whole, with the package's errors
        self._head = _root_tag(self._data)
        self._whole: dict[str, etree._Element] | None = None
        self._known: dict[str | None, Style] = {}

    @property
    def may_hide(self) -> bool:
        return b"vanish" in self._data

    def style(self, style_id: str | None) -> Style:
        """The style of that id; for None the default paragraph style."""
        known = self._known.get(style_id)
        if known is None:
            known = self._known[style_id] = self._resolve(style_id, frozenset())
        return known

    def _resolve(self, style_id: str | None, above: frozenset[str]) -> Style:
        if not self._data:
            return PLAIN
        node = self._default() if style_id is None else self._find(style_id)
        if node is None:
            return PLAIN
        parent = node.find(n.BASED_ON)
        base_id = parent.get(n.VAL) if parent is not None else None
        own = node.get(n.STYLE_ID) or ""
        base = PLAIN
        if base_id is not None and base_id != own and base_id not in above:  # a circle ends where it closes
            base = self._resolve(base_id, above | {own})
        return _read_style(node, base)

    def _default(self) -> etree._Element | None:
        at = self._data.find(b'default="1"')
        while at >= 0 and self._head:
            start, end = self._data.rfind(b"<", 0, at), self._data.find(b">", at)
            if b'type="paragraph"' in self._data[start:end]:
                return self._cut(start)
            at = self._data.find(b'default="1"', end)
        return next((node for node in self._index().values() if _is_default_paragraph(node)), None)

    def _find(self, style_id: str) -> etree._Element | None:
        written = style_id.replace("&", "&amp;").replace("<", "&lt;")  # xml.sax's escape would import urllib and ssl
        at = self._data.find(b'styleId="' + written.encode() + b'"') if self._head else -1
        node = self._cut(self._data.rfind(b"<", 0, at)) if at >= 0 else None
        if node is not None and node.get(n.STYLE_ID) == style_id:
            return node
        return self._index().get(style_id)

    def _cut(self, start: int) -> etree._Element | None:
        """The element that begins at `start`, parsed alone under the root's namespaces."""
        end = self._data.find(b">", start)
        if self._data[end - 1 : end] != b"/":
            end = self._data.find(b"style>", end) + len(b"style")
        name = self._head[1:].split(None, 1)[0].rstrip(b">")
        try:
            root = parse_part(self._head + self._data[start : end + 1] + b"</" + name + b">")
        except etree.XMLSyntaxError:  # the cut went wrong (a comment, an odd quote): the whole is parsed instead
            return None
        return root[0] if len(root) == 1 and root[0].tag == n.STYLE else None

    def _index(self) -> dict[str, etree._Element]:
        if self._whole is None:
            nodes = self._load(self._data).iterchildren(n.STYLE)
            self._whole = {node.get(n.STYLE_ID) or "": node for node in nodes}
        return self._whole


def _root_tag(data: bytes) -> bytes:
    """The start tag of the root with its namespaces; empty when it is not where it is expected."""
    start = data.find(b"<")
    while start >= 0 and data[start + 1 : start + 2] in (b"?", b"!"):
        start = data.find(b"<", start + 1)
    end = data.find(b">", start)
    return data[start : end + 1] if start >= 0 and data[end - 1 : end] != b"/" else b""


def _is_default_paragraph(node: etree._Element) -> bool:
    default = node.get(n.DEFAULT)
    return node.get(n.TYPE) == "paragraph" and default is not None and default not in n.OFF


def _read_style(node: etree._Element, base: Style) -> Style:
    name = node.find(n.NAME)
    title = ((name.get(n.VAL) if name is not None else None) or "").lower()
    paragraph, run = node.find(n.P_PR), node.find(n.R_PR)
    level = _outline(paragraph)
    if level is None:
        level = _level_of_name(title)
    numbering, numbering_level, owner = _numbering(node, paragraph, base)
    return Style(
        level=base.level if level is None else level,
        numbering=numbering,
        numbering_level=numbering_level,
        numbering_owner=owner,
        hidden=_toggle(run, n.VANISH, base.hidden),
        bold=_toggle(run, n.B, base.bold),
        centred=_centred(paragraph, base.centred),
        contents=base.contents or title.startswith(_CONTENTS_NAMES),
    )


def _outline(paragraph: etree._Element | None) -> int | None:
    node = paragraph.find(n.OUTLINE_LEVEL) if paragraph is not None else None
    return None if node is None else outline_level(node)


def outline_level(node: etree._Element) -> int:
    """1-9 for a heading, 0 for body text."""
    value = node.get(n.VAL, "")
    return int(value) + 1 if value.isdecimal() and int(value) < _BODY_LEVEL else 0


def _level_of_name(title: str) -> int | None:
    for prefix in _HEADING_NAMES:
        rank = title.removeprefix(prefix)
        if rank != title and rank.isdecimal() and 1 <= int(rank) <= _BODY_LEVEL:
            return int(rank)
    return None


def _numbering(
    node: etree._Element, paragraph: etree._Element | None, base: Style
) -> tuple[str | None, int | None, str]:
    stated = paragraph.find(n.NUM_PR) if paragraph is not None else None
    if stated is None:
        return base.numbering, base.numbering_level, base.numbering_owner
    number, level = read_numbering(stated)
    return (
        base.numbering if number is None else number,
        base.numbering_level if level is None else level,
        node.get(n.STYLE_ID) or "",
    )


def read_numbering(node: etree._Element) -> tuple[str | None, int | None]:
    """(numId, 0-based level) of a numPr, None for what it does not state."""
    number = level = None
    for child in node.iterchildren(n.NUM_ID, n.ILVL):
        value = child.get(n.VAL, "")
        if child.tag == n.NUM_ID:
            number = value
        elif value.isdecimal():
            level = min(int(value), 8)
    return number, level


def _toggle(run: etree._Element | None, name: str, inherited: bool | None) -> bool | None:
    node = run.find(name) if run is not None else None
    return inherited if node is None else is_on(node)


def is_on(node: etree._Element) -> bool:
    """An on/off property without a value is on."""
    return node.get(n.VAL, "1") not in n.OFF


def _centred(paragraph: etree._Element | None, inherited: bool | None) -> bool | None:
    node = paragraph.find(n.JC) if paragraph is not None else None
    return inherited if node is None else node.get(n.VAL) == "center"
