"""The text of table cells, and whether a table holds data or only arranges the page."""

from collections.abc import Iterator

from disclosecheck.model.document import Cell
from disclosecheck.read.html.page import NUMBER, Element, hides, text_of
from disclosecheck.read.spacing import is_wide, plain_spaces

_LINE_BLOCKS = frozenset(("p", "div", "br", "center", "h1", "h2", "h3", "h4", "h5", "h6"))
_NOT_PLAIN = frozenset(("table", "ul", "ol", "dl", "pre", "blockquote", "section", "form", NUMBER))
_BREAK = "\x1e"
_DEEPEST = 20  # elements inside one another
_ARTICLE = 300  # characters; the longest label of the form has 60
_ARTICLE_SHARE = 0.6  # of a table's text in one cell
_FEW_CELLS = 20  # a table of data that holds other tables has more cells for each


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of this table, not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot", "form"):
            yield from (row for row in child if row.tag == "tr")


def collapse(text: str) -> str:
    """Blanks as a browser prints them; a line break in the source between two wide signs is none."""
    words = text.split()
    if len(words) < 2:  # no blank of any kind inside
        return words[0] if words else ""
    if "\n" in text or "\r" in text:
        text = _join_lines(text.replace("\r", "\n").split("\n"))
    if "\t" in text:
        text = text.replace("\t", " ")
    if " " in text:
        while "  " in text:
            text = text.replace("  ", " ")
    return plain_spaces(text)


def simple_text(cell: Element) -> str | None:
    """The lines of a cell that holds text and plain paragraphs; None where lists, tables or hidden text stand in it."""
    size = len(cell)
    text = cell.text
    if size:
        child = cell[0]
        if size > 1 or len(child) or child.tag != "p" or (text and not text.isspace()):
            return _lines(cell)
        if child.tail and not child.tail.isspace():
            return _lines(cell)
        text = child.text
    return collapse(text) if text else ""


def _lines(cell: Element) -> str | None:
    pieces: list[str] = []
    if not _gather(cell, pieces, _DEEPEST):
        return None
    lines = "".join(pieces).split(_BREAK)
    return "\n".join([collapse(line) for line in lines if line and not line.isspace()])


def _gather(element: Element, pieces: list[str], depth: int) -> bool:
    """Add the text inside an element, breaks between blocks; False where it is not plain."""
    if element.text:
        pieces.append(element.text)
    for child in element:
        tag = child.tag
        style = child.get("style")
        if tag in _NOT_PLAIN or not depth or (style and hides(style)):
            return False
        if tag in _LINE_BLOCKS:
            pieces.append(_BREAK)
        if not _gather(child, pieces, depth - 1):
            return False
        if tag in _LINE_BLOCKS:
            pieces.append(_BREAK)
        if child.tail:
            pieces.append(child.tail)
    return True


def arranges_tables(table: Element) -> bool:
    """Whether tables stand in a table that has few cells besides, or one cell that holds nearly everything."""
    inner = sum(1 for _ in table.iter("table")) - 1
    if not inner:
        return False
    lengths = [len("".join(text_of(cell).split())) for row in rows_of(table) for cell in row]
    return len(lengths) <= _FEW_CELLS * inner or max(lengths) > _ARTICLE_SHARE * sum(lengths)


def holds_article(cells: list[Cell]) -> bool:
    """Whether all text of a table, or nearly all of a long one, stands in one cell."""
    lengths = [len(cell.text) for cell in cells if cell.text]
    longest = max(lengths, default=0)
    return len(lengths) == 1 or (longest > _ARTICLE and longest > _ARTICLE_SHARE * sum(lengths))


def _join_lines(lines: list[str]) -> str:
    joined = ""
    for line in lines:
        part = line.strip(" \t")
        if joined and part and not (is_wide(joined[-1]) and is_wide(part[0])):
            joined += " "
        joined += part
    return joined
