"""One story (the body, a text box, a note, a header) as a flow of lines and tables."""

from collections.abc import Callable, Iterator

from lxml import etree

from disclosecheck.read.docx import names as n
from disclosecheck.read.docx.glance import Glance
from disclosecheck.read.docx.notices import Notices
from disclosecheck.read.docx.numbering import Numbering
from disclosecheck.read.docx.parts import child
from disclosecheck.read.docx.runs import Reference, Runs
from disclosecheck.read.docx.styles import Style, StyleSheet, is_on, outline_level, read_numbering
from disclosecheck.read.docx.text import seen

_CONTENTS_GALLERY = "Table of Contents"  # docPartGallery, whatever the language of the program


_MARK_CHANGES = frozenset((n.DEL, n.MOVE_FROM, n.INS, n.MOVE_TO))


class Line:
    """A paragraph as read: what is seen, and what hangs on it."""

    __slots__ = ("bold", "boxes", "centred", "contents", "level", "numbering", "pictures", "references", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.boxes: list[etree._Element | str] = []  # text boxes, or the text of word art
        self.references: list[Reference] = []
        self.pictures = 0
        self.bold = False
        self.numbering = ""
        self.level: int | None = None
        self.centred = False
        self.contents = False


class _Properties:
    """A paragraph's own properties, and what its style says."""

    __slots__ = ("centred", "level", "mark_gone", "mark_hidden", "number", "number_level", "style")

    def __init__(self) -> None:
        self.style: Style
        self.number: str | None = None
        self.number_level: int | None = None
        self.level: int | None = None
        self.centred: bool | None = None
        self.mark_gone = False
        self.mark_hidden = False


class Story:
    """Reads the blocks of one part; stories of a document share styles, counters and notices."""

    def __init__(
        self,
        root: etree._Element,
        styles: StyleSheet,
        numbering: Numbering,
        notices: Notices,
        comment: Callable[[str], str],
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._notices = notices
        self.glance = Glance(root, styles)
        self._runs = Runs(root, self.glance, styles, notices, comment)
        self._in_contents = 0

    def flow(self, parent: etree._Element, *, in_cell: bool = False) -> Iterator[Line | etree._Element]:
        """Lines (blank ones too) and tables of `parent` in order; paragraphs without an end of their own run on."""
        carried: Line | None = None
        for node in self._blocks(parent):
            if node.tag == n.TBL:
                if carried is not None:
                    yield carried
                    carried = None
                yield node
                continue
            line, runs_on = self._line(node, in_cell=in_cell)
            if carried is not None:
                line = _join(carried, line)
            carried = line if runs_on else None
            if carried is None:
                yield line
        if carried is not None:
            yield carried

    def plain_cell(self, cell: etree._Element) -> str | None:
        """The text of a cell that can be read at a glance; None for one that must be walked."""
        lines = None if self._runs.fields.muted else self.glance.plain_lines(cell)
        if not lines:
            return None if lines is None else ""
        return seen(lines[0]) if len(lines) == 1 else "\n".join(filter(None, map(seen, lines)))

    def covered_text(self, cell: etree._Element) -> str:
        """The text of a cell that a merge should cover; nothing in it is counted or noted."""
        plain = self.plain_cell(cell)
        return seen("".join(node.text or "" for node in cell.iter(n.T))) if plain is None else plain

    def _blocks(self, parent: etree._Element) -> Iterator[etree._Element]:
        for node in parent:
            tag = node.tag
            if tag in (n.P, n.TBL):
                yield node
            elif tag == n.SDT:
                yield from self._control(node)
            elif tag in (n.CUSTOM_XML, n.INS, n.MOVE_TO):
                yield from self._blocks(node)
            elif tag == n.ALTERNATE:
                branches = (list(self._blocks(branch)) for branch in node.iterchildren(n.CHOICE, n.FALLBACK))
                yield from next(filter(None, branches), ())
            elif tag == n.ALT_CHUNK:
                self._notices.add("embedded_document")

    def _control(self, node: etree._Element) -> Iterator[etree._Element]:
        gallery = node.find(f"{n.SDT_PR}//{n.DOC_PART_GALLERY}")
        contents = gallery is not None and gallery.get(n.VAL) == _CONTENTS_GALLERY
        self._in_contents += contents
        for content in node.iterchildren(n.SDT_CONTENT):
            yield from self._blocks(content)
        self._in_contents -= contents

    def _line(self, node: etree._Element, *, in_cell: bool) -> tuple[Line, bool]:
        """The line, and whether its end was deleted so that the next paragraph goes on in it."""
        properties = self._properties(node)
        style = properties.style
        raw = self._runs.read(node, style, wants_bold=not in_cell)
        line = Line(seen(raw))
        line.boxes, line.references = self._runs.boxes, self._runs.references
        line.pictures, line.bold = self._runs.pictures, self._runs.bold
        in_field = self._runs.fields.in_contents()
        line.contents = style.contents or in_field or self._in_contents > 0
        line.level = (style.level if properties.level is None else properties.level) or None
        line.centred = bool(style.centred if properties.centred is None else properties.centred)
        if properties.mark_gone:
            return line, True
        if not (properties.mark_hidden and not line.text):
            self._number(line, properties)
        return line, False

    def _number(self, line: Line, properties: _Properties) -> None:
        style = properties.style
        number = properties.number if properties.number is not None else style.numbering
        if number is None:
            return
        level = properties.number_level
        owner = ""
        if properties.number is None:
            owner = style.numbering_owner
            level = style.numbering_level if level is None else level
        prefix = self._numbering.prefix(number, level, owner)
        line.numbering = prefix if line.text else prefix.rstrip()
        line.text = line.numbering + line.text

    def _properties(self, paragraph: etree._Element) -> _Properties:
        found = _Properties()
        style_id: str | None = None
        stated = child(paragraph, n.P_PR)
        for node in stated if stated is not None else ():
            tag = node.tag
            if tag == n.P_STYLE:
                style_id = node.get(n.VAL)
            elif tag == n.JC:
                found.centred = node.get(n.VAL) == "center"
            elif tag == n.R_PR and paragraph in self.glance.unplain:
                self._mark(node, found)
            elif tag == n.NUM_PR:
                found.number, found.number_level = read_numbering(node)
            elif tag == n.OUTLINE_LEVEL:
                found.level = outline_level(node)
        found.style = self._styles.style(style_id)
        return found

    def _mark(self, properties: etree._Element, found: _Properties) -> None:
        """What is said of the paragraph's end mark."""
        for node in properties:
            if node.tag == n.VANISH:
                found.mark_hidden = is_on(node)
            elif node.tag in _MARK_CHANGES:
                found.mark_gone = found.mark_gone or node.tag in (n.DEL, n.MOVE_FROM)
                self._notices.add("tracked_changes", part="paragraph_marks")


def _join(first: Line, second: Line) -> Line:
    """Two paragraphs that became one when the mark between them was deleted; the second one's properties stay."""
    if first.text:
        own = second.text.removeprefix(second.numbering)
        second.bold = first.bold and (second.bold or not own)
        second.text = second.numbering + seen(first.text + own)
    second.boxes = first.boxes + second.boxes
    second.references = first.references + second.references
    second.pictures += first.pictures
    return second
