"""The main text as paragraphs and tables in reading order."""

from collections.abc import Callable
from functools import lru_cache
from typing import cast

import msgspec
from lxml import etree

from disclosecheck.model.document import Note, Paragraph, Table
from disclosecheck.read.html.cells import arranges_tables, collapse, holds_article
from disclosecheck.read.html.grid import read_grid
from disclosecheck.read.html.page import BOLD, NUMBER, Element, hides, is_bold, plain_style, text_of
from disclosecheck.read.spacing import plain_spaces, split_runs

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset((
    *_LEVELS, "p", "div", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "ul", "ol", "li", "dl", "dt",
    "dd", "section", "article", "main", "header", "footer", "nav", "aside", "blockquote", "center", "pre", "hr", "form",
    "fieldset", "legend", "figure", "figcaption", "address", "details", "summary", "body", "html", "br",
))  # fmt: skip
_MARKED = frozenset((*_LEVELS, "center", "pre"))
_stray_texts = cast(
    "Callable[[Element], list[str]]",
    etree.XPath("(.|tbody|thead|tfoot|tr|*/tr)/text()[normalize-space()]", smart_strings=False),
)
_comments = cast(  # inside Word's list of them
    "Callable[[Element], list[Element]]", etree.XPath(".//*[contains(@style, 'mso-element:comment')]")
)
_DEEPEST = 20  # tables inside tables; below it they only lay out


class _Context(msgspec.Struct, frozen=True):
    """What a block hands down to those inside it."""

    centred: bool = False
    bold: bool = False
    level: int | None = None
    preformatted: bool = False
    hidden: bool = False
    comments: bool = False  # Word's list of them


class BlockReader:
    """Walks an element once. `blocks` are its paragraphs and tables, numbered through."""

    def __init__(self, depth: int = 0, *, hiding: bool = True) -> None:
        self.blocks: list[Paragraph | Table] = []
        self.notes: list[Note] = []
        self._depth = depth
        self._hiding = hiding  # whether the page hides anything; to look at each cell's style takes time
        self._paragraphs = 0
        self._tables = 0
        self._pieces: list[str] = []
        self._contexts = [_Context()]
        self._bold = 0  # open bold elements
        self._any_plain = False
        self._numbering = ""
        self._item = ""  # number of a list item whose text is still to come

    def read(self, root: Element) -> None:
        """Read what stands inside an element, the text behind it left out."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if event == "end":
                self._leave(tag)
                if element.tail and element is not root:
                    self._add(element.tail)
            elif tag not in _BLOCKS:
                if tag in BOLD:
                    self._bold += 1
                elif tag == NUMBER:
                    self._numbering = plain_spaces(text_of(element))
                if element.text:
                    self._add(element.text)
            elif not self._enter(tag, element) or (tag == "table" and self._read_table(element)):
                walk.skip_subtree()
            elif element.text:
                self._add(element.text)

    def add_paragraph(self, text: str, level: int | None = None) -> None:
        """A paragraph that stands outside the walked element."""
        self._contexts.append(_Context(level=level))
        self._add(text)
        self._flush()
        self._contexts.pop()

    def _enter(self, tag: str, element: Element) -> bool:
        """Begin a block. False where it is not printed."""
        self._flush()
        context = self._contexts[-1]
        style, align = element.get("style"), element.get("align")
        if style or align or tag in _MARKED:
            context = _inherit(context, tag, style or "", align or "")
        self._contexts.append(context)
        if context.comments:
            count = len(_comments(element))
            self.notes.append(Note(code="comments", params={"count": str(max(1, count))}))
        if context.hidden or context.comments:
            return False
        if tag == "li":
            self._number(element)
        return True

    def _leave(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            self._contexts.pop()
            if tag == "li":
                self._item = ""
        elif tag in BOLD:
            self._bold -= 1

    def _add(self, text: str) -> None:
        if self._contexts[-1].preformatted and "\n" in text:
            for line in text.split("\n"):
                self._add(line)
                self._flush()
            return
        self._pieces.append(text)
        if not self._bold and not self._any_plain and not text.isspace():
            self._any_plain = True

    def _flush(self) -> None:
        if not self._pieces:
            return
        text = collapse("".join(self._pieces))
        self._pieces.clear()
        if not text:
            return
        if self._item:
            text, self._numbering, self._item = self._item + text, self._item, ""
        context = self._contexts[-1]
        for part in split_runs(text):
            self._paragraphs += 1
            self.blocks.append(
                Paragraph(
                    text=part,
                    number=self._paragraphs,
                    level=context.level,
                    numbering=self._numbering if part.startswith(self._numbering) else "",
                    bold=context.bold or not self._any_plain,
                    centred=context.centred,
                )
            )
            self._numbering = ""
        self._any_plain = False

    def _number(self, item: Element) -> None:
        """Browsers print the number of an item in an ordered list; the markup does not hold it."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol" or parent.get("type", "1") != "1":
            return
        if "list-style" in (parent.get("style") or "") + (item.get("style") or ""):
            return
        start = parent.get("start", "1")
        first = int(start) if start.isascii() and start.isdecimal() else 1
        self._item = f"{first + sum(1 for _ in item.itersiblings('li', preceding=True))}."

    def _read_table(self, table: Element) -> bool:
        """Read a table of data; False where it only lays out what stands in it."""
        if self._depth >= _DEEPEST or table.get("role") == "presentation" or arranges_tables(table):
            return False
        nested: list[Table] = []
        rows, columns, cells = read_grid(table, lambda cell: self._cell_text(cell, nested), hiding=self._hiding)
        if columns < 2 or holds_article(cells):
            return False
        for line in (*(text_of(caption) for caption in table.iterchildren("caption")), *_stray_texts(table)):
            self.add_paragraph(line)  # text between the cells is printed above the table
        self._tables += 1
        number = self._tables
        self.blocks.append(Table(number=number, rows=rows, columns=columns, cells=tuple(cells)))
        for inner in nested:
            self._tables += 1
            parent = number + (inner.parent or 0)
            self.blocks.append(msgspec.structs.replace(inner, number=self._tables, parent=parent))
        return True

    def _cell_text(self, cell: Element, nested: list[Table]) -> str:
        """The paragraphs of a cell with lists or tables in it; the tables are added to `nested`, numbered from 1."""
        reader = BlockReader(self._depth + 1, hiding=self._hiding)
        reader.read(cell)
        offset = len(nested)
        for block in reader.blocks:
            if isinstance(block, Table):
                parent = block.parent and block.parent + offset
                nested.append(msgspec.structs.replace(block, number=block.number + offset, parent=parent))
        return "\n".join(block.text for block in reader.blocks if isinstance(block, Paragraph))


@lru_cache(maxsize=256)  # a page has few styles, each many times
def _inherit(context: _Context, tag: str, style: str, align: str) -> _Context:
    hidden = hides(style)
    style = plain_style(style)
    centred = context.centred or tag == "center"
    if "text-align:" in style:
        centred = style.split("text-align:")[-1].startswith("center")
    elif align:
        centred = align.lower() == "center"
    return _Context(
        centred=centred,
        bold=context.bold or is_bold(style),
        level=_LEVELS.get(tag, context.level),
        preformatted=context.preformatted or tag == "pre",
        hidden=hidden,
        comments="mso-element:comment-list" in style,
    )
