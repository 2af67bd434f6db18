"""What stands inside a paragraph, as one line of text: runs, links, fields, content controls, changes, drawings."""

from collections.abc import Callable

from lxml import etree

from disclosecheck.read.docx import names as n
from disclosecheck.read.docx.fields import Fields
from disclosecheck.read.docx.glance import Glance, run_text
from disclosecheck.read.docx.notices import Notices
from disclosecheck.read.docx.parts import child
from disclosecheck.read.docx.styles import PLAIN, Style, StyleSheet, is_on
from disclosecheck.read.docx.symbols import symbol

Handlers = dict[str, Callable[[etree._Element], None]]
Reference = tuple[str, str]  # ("footnote" or "endnote", id)

_SURROGATES, _PRIVATE, _LAST_SHORT, _UNKNOWN_SIGN = 0xD800, 0xE000, 0xFFFD, 0xFFFD


class Runs:
    """Reads one paragraph after another; what the last one held beside its text stands in the attributes."""

    def __init__(
        self,
        root: etree._Element,
        glance: Glance,
        styles: StyleSheet,
        notices: Notices,
        comment: Callable[[str], str],
    ) -> None:
        self.fields = Fields(root)
        self._glance = glance
        self.boxes: list[etree._Element | str] = []  # text boxes, or the text of word art
        self.references: list[Reference] = []
        self.pictures = 0
        self.bold = False  # all that is seen is bold
        self._styles = styles
        self._notices = notices
        self._comment = comment
        self._parts: list[str] = []
        self._style = PLAIN
        self._inline = self._handlers_inline()
        self._in_run = self._handlers_in_run()

    def _handlers_inline(self) -> Handlers:
        return {
            n.R: self._run,
            n.HYPERLINK: self._children,
            n.SMART_TAG: self._children,
            n.CUSTOM_XML: self._children,
            n.FIELD_SIMPLE: self._children,
            n.DIR: self._children,
            n.BDO: self._children,
            n.SDT: self._control,
            n.INS: self._inserted,
            n.MOVE_TO: self._inserted,
            n.DEL: self._deleted,
            n.MOVE_FROM: self._deleted,
            n.ALTERNATE: lambda node: self._alternate(node, self._children),
            n.O_MATH: self._math,
            n.O_MATH_PARA: self._math,
        }

    def _handlers_in_run(self) -> Handlers:
        return {
            n.TAB: lambda _: self._parts.append("\t"),
            n.P_TAB: lambda _: self._parts.append("\t"),
            n.BR: lambda _: self._parts.append("\n"),
            n.CR: lambda _: self._parts.append("\n"),
            n.NO_BREAK_HYPHEN: lambda _: self._parts.append("-"),
            n.SYM: self._symbol,
            n.RUBY: self._ruby,
            n.DRAWING: self._drawing,
            n.PICT: self._drawing,
            n.OBJECT: self._drawing,
            n.ALTERNATE: lambda node: self._alternate(node, self._run_children),
            n.FOOTNOTE_REFERENCE: lambda node: self.references.append(("footnote", node.get(n.ID, ""))),
            n.ENDNOTE_REFERENCE: lambda node: self.references.append(("endnote", node.get(n.ID, ""))),
            n.COMMENT_REFERENCE: lambda node: self._notices.add("comments", self._comment(node.get(n.ID, ""))),
        }

    def read(self, paragraph: etree._Element, style: Style, *, wants_bold: bool) -> str:
        """The paragraph's text as written, white space and all."""
        self._parts = []
        self.boxes = []
        self.references = []
        self.pictures = 0
        self.bold = wants_bold
        self._style = style
        plain = paragraph not in self._glance.unplain and not (self.fields.muted or style.hidden)
        if plain and not (wants_bold and paragraph in self._glance.weighted):
            text = "".join(self._glance.texts.get(paragraph, ()))
            self.bold = wants_bold and bool(style.bold) and bool(text)
            return text
        self._children(paragraph)
        text = "".join(self._parts)
        self.bold = self.bold and bool(text)
        return text

    def _children(self, parent: etree._Element) -> None:
        handlers = self._inline
        for node in parent:
            handler = handlers.get(node.tag)
            if handler is not None:
                handler(node)

    def _run(self, run: etree._Element) -> None:
        if self._glance.hides and self._toggled(run, n.VANISH):
            self._hidden(run)
            return
        before = len(self._parts)
        self._run_children(run)
        if self.bold and len(self._parts) > before and not self._toggled(run, n.B):
            self.bold = not "".join(self._parts[before:]).strip()

    def _run_children(self, run: etree._Element) -> None:
        for node in run:
            tag = node.tag
            if tag == n.T:
                if not self.fields.muted and node.text:
                    self._parts.append(run_text(node, node.text, keeps_space=self._glance.keeps_space))
            elif tag == n.FIELD_CHAR:
                self.fields.char(node)
            elif tag == n.FIELD_CODE:
                self.fields.code(node)
            elif not self.fields.muted and tag in self._in_run:
                self._in_run[tag](node)

    def _toggled(self, run: etree._Element, name: str) -> bool:
        """A toggle property: what the run itself says, else one of its two styles but not both (17.7.3)."""
        properties = child(run, n.R_PR)
        style = PLAIN
        for node in properties if properties is not None else ():
            if node.tag == name:
                return is_on(node)
            if node.tag == n.R_STYLE:
                style = self._styles.style(node.get(n.VAL))
        if name == n.B:
            return bool(style.bold) != bool(self._style.bold)
        return bool(style.hidden) != bool(self._style.hidden)

    def _hidden(self, run: etree._Element) -> None:
        shown, self._parts = self._parts, []
        pictures, boxes, references = self.pictures, len(self.boxes), len(self.references)
        self._run_children(run)  # fields begin and end in hidden runs too
        text = "".join(self._parts)
        self._parts, self.pictures = shown, pictures
        del self.boxes[boxes:], self.references[references:]
        if text.strip():
            self._notices.add("hidden_text", text)

    def _control(self, node: etree._Element) -> None:
        for content in node.iterchildren(n.SDT_CONTENT):
            self._children(content)

    def _inserted(self, node: etree._Element) -> None:
        before = len(self._parts)
        self._children(node)
        part = "insertions" if node.tag == n.INS else "moves"
        self._notices.add("tracked_changes", "".join(self._parts[before:]), part)

    def _deleted(self, node: etree._Element) -> None:
        part = "deletions" if node.tag == n.DEL else "moves"
        gone = "".join(text.text or "" for text in node.iter(n.DELETED_TEXT, n.T))
        self._notices.add("tracked_changes", gone, part)

    def _alternate(self, node: etree._Element, read: Callable[[etree._Element], None]) -> None:
        """One of several renderings of one thing: the first that yields anything."""
        before = self._yield()
        for branch in node.iterchildren(n.CHOICE, n.FALLBACK):
            read(branch)
            if self._yield() != before:
                return

    def _yield(self) -> tuple[int, int, int]:
        return len(self._parts), len(self.boxes), self.pictures

    def _drawing(self, node: etree._Element) -> None:
        for part in node:
            tag = part.tag
            if tag == n.TEXT_BOX:
                self.boxes.append(part)
            elif tag == n.WORD_ART:
                self.boxes.append(part.get("string") or "")
            elif tag == n.ALTERNATE:
                self._alternate(part, self._drawing)
            elif tag in n.PICTURES:
                self.pictures += 1
            else:
                self._drawing(part)

    def _math(self, node: etree._Element) -> None:
        self._parts.extend(text.text for text in node.iter(n.MATH_TEXT) if text.text)

    def _ruby(self, node: etree._Element) -> None:
        for base in node.iterchildren(n.RUBY_BASE):
            self._children(base)

    def _symbol(self, node: etree._Element) -> None:
        self._parts.append(symbol(node.get(n.FONT), _code(node.get(n.CHAR, ""))))


def _code(text: str) -> int:
    """A ST_ShortHexNumber; U+FFFD where a sign was meant that no text can hold."""
    try:
        code = int(text, 16)
    except ValueError:
        return _UNKNOWN_SIGN
    return code if ord(" ") <= code < _SURROGATES else code if _PRIVATE <= code <= _LAST_SHORT else _UNKNOWN_SIGN
