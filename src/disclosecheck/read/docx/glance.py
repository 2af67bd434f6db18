"""What one quick pass over a part tells: which paragraphs and cells are plain, so that only the others are walked.

A form has hundreds of cells and most hold one run or none. lxml finds the elements of given names in a tree a hundred
times faster than Python can look at every node, so what is special is found first and the rest is read by a look-up.
"""

from lxml import etree

from disclosecheck.read.docx import names as n
from disclosecheck.read.docx.styles import Style, StyleSheet
from disclosecheck.read.docx.symbols import decode_private

# Everything that Runs treats otherwise than as a run of plain text; a test holds the two together.
UNPLAIN = (
    n.HYPERLINK,
    n.SMART_TAG,
    n.CUSTOM_XML,
    n.FIELD_SIMPLE,
    n.DIR,
    n.BDO,
    n.SDT,
    n.INS,
    n.MOVE_TO,
    n.DEL,
    n.MOVE_FROM,
    n.ALTERNATE,
    n.O_MATH,
    n.O_MATH_PARA,
    n.TAB,
    n.P_TAB,
    n.BR,
    n.CR,
    n.NO_BREAK_HYPHEN,
    n.SYM,
    n.RUBY,
    n.DRAWING,
    n.PICT,
    n.OBJECT,
    n.FOOTNOTE_REFERENCE,
    n.ENDNOTE_REFERENCE,
    n.COMMENT_REFERENCE,
    n.FIELD_CHAR,
    n.FIELD_CODE,
    n.VANISH,
)
_UNPLAIN = frozenset(UNPLAIN)
_PLACING = frozenset((n.GRID_SPAN, n.V_MERGE, n.H_MERGE, n.CELL_INS, n.CELL_DEL, n.CELL_MERGE))
_FORMAT_CHANGES = frozenset(n.FORMAT_CHANGES)
_SPECIAL = (*UNPLAIN, *_PLACING, *_FORMAT_CHANGES, n.NUM_PR, n.P_STYLE, n.R_STYLE, n.B)

_Nodes = set[etree._Element | None]


class Glance:
    """The plain texts of one part by paragraph, and the paragraphs and cells that are not plain."""

    def __init__(self, root: etree._Element, styles: StyleSheet) -> None:
        self.keeps_space = root.get(n.SPACE) == "preserve"
        self.texts: dict[etree._Element, list[str]] = {}  # of the runs that stand in the paragraph itself
        self.unplain: _Nodes = set()  # paragraphs that hold more than runs of text, or something hidden
        self.ruled: _Nodes = set()  # paragraphs with numbering of their own, or in a style that numbers or hides
        self.weighted: _Nodes = set()  # paragraphs in which something may be bold
        self.placing: dict[etree._Element | None, list[etree._Element]] = {}  # what says so of cells that span or merge
        self.hides = styles.may_hide
        self.format_changes = 0
        default = styles.style(None)
        self._default_rules = default.numbering is not None or bool(default.hidden)
        for node in root.iter(*_SPECIAL):
            self._mark(node, styles)
        self._collect(root)

    def plain_lines(self, cell: etree._Element) -> list[str] | None:
        """The paragraphs of a cell in which nothing but plain ones stand, blank ones left out; None for any other."""
        lines = []
        for node in cell:
            tag = node.tag
            if tag == n.P:
                if self._default_rules or node in self.unplain or node in self.ruled:
                    return None
                if node in self.texts:
                    lines.append("".join(self.texts[node]))
            elif tag != n.TC_PR:
                return None
        return lines

    def _mark(self, node: etree._Element, styles: StyleSheet) -> None:
        tag = node.tag
        if tag in _UNPLAIN:
            self.unplain.add(_paragraph(node))
            self.hides = self.hides or tag == n.VANISH
        elif tag in _PLACING:
            self.placing.setdefault(_grandparent(node), []).append(node)
        elif tag in _FORMAT_CHANGES:
            self.format_changes += 1
        elif tag == n.NUM_PR:
            self.ruled.add(_grandparent(node))
        elif tag == n.B:
            self.weighted.add(_paragraph(node))
        else:
            self._mark_styled(node, styles.style(node.get(n.VAL)))

    def _mark_styled(self, node: etree._Element, style: Style) -> None:
        if node.tag == n.P_STYLE:
            if style.numbering is not None or style.hidden:
                self.ruled.add(_grandparent(node))
        elif style.hidden:
            self.unplain.add(_paragraph(node))
        elif style.bold:
            self.weighted.add(_paragraph(node))

    def _collect(self, root: etree._Element) -> None:
        last: etree._Element | None = None
        texts: list[str] = []
        for node in root.iter(n.T):
            text = node.text
            paragraph = _grandparent(node)
            if not text or paragraph is None:
                continue
            if paragraph is not last:
                last = paragraph
                texts = self.texts.setdefault(paragraph, [])
            texts.append(run_text(node, text, keeps_space=self.keeps_space))


def run_text(node: etree._Element, text: str, *, keeps_space: bool) -> str:
    """The text of a w:t: outer space only where it is to be kept, private signs as what they show."""
    if (text[0] <= " " or text[-1] <= " ") and not keeps_space and node.get(n.SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    if text.isprintable():
        return text
    # line breaks of the XML itself are spaces
    return decode_private(text.replace("\n", " "), lambda: _font(node.getparent()))


def _font(run: etree._Element | None) -> str | None:
    fonts = run.find(f"{n.R_PR}/{n.R_FONTS}") if run is not None else None
    return None if fonts is None else fonts.get(n.ASCII_FONT)


def _paragraph(node: etree._Element) -> etree._Element | None:
    """The paragraph that holds the node, however deep."""
    return next(node.iterancestors(n.P), None)


def _grandparent(node: etree._Element) -> etree._Element | None:
    parent = node.getparent()
    return None if parent is None else parent.getparent()
