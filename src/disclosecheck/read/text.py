"""Texts (.txt, .md): reports pasted from a page, a PDF or Word, with or without their tables.

What comes out, for those who read tables that lost their grid:

- A paragraph is a line. Blank lines, lines of dashes and page numbers between dashes (kept in `margins`) are left out.
  A text broken at a fixed width is joined into paragraphs again; headings and rows of cells stay alone. A report in one
  line is cut at its runs of ideographic spaces. Nothing else is split: a heading may stand inside a paragraph.
- Rows of cells become a Table only when they are a true rectangle. Otherwise each row is a paragraph in which "\\t"
  stands between two cells and blank cells are empty, also at the beginning and the end: "规章\\t0\\t\\t6". Such rows
  may have lost merged cells, so that the second cell of one row stands in another column than that of the next.
- Cells that stand one a line are one paragraph each; a blank cell has left nothing there. Bars that stood alone
  between them are gone.
- Cells laid out with blanks (a copy from PDF) keep them: "规章               0          0       0".
- Digits that have run together stay so.

Markdown: headings have a level and no marks; emphasis marks and backslashes are gone; a table in HTML is a Table.
"""

import msgspec

from disclosecheck.model.document import Document, Note, Paragraph, Table
from disclosecheck.model.errors import UnreadableError
from disclosecheck.read.dates import published_in
from disclosecheck.read.decode import decode
from disclosecheck.read.markdown import unmark
from disclosecheck.read.rows import Rows, cut_rows, grid_cells, is_grid
from disclosecheck.read.source import Source
from disclosecheck.read.spacing import plain_spaces, split_runs
from disclosecheck.read.wrapping import find_width, rejoin

_HEAD, _FOOT = 15, 4  # paragraphs at both ends that may state the day of publication
_SHORT = 160  # characters; longer ones are prose
_DASHES = "-—–－―"
_RULE = frozenset("-=_*~─━═ ")
_SHORTEST_RULE = 4  # signs; two or three dashes are a cell without a figure


def read_text(source: Source) -> Document:
    """A pasted report, as the module's docstring says.

    Raises UnreadableError: encoding, no_text.
    """
    decoded = decode(source)
    writer = _Writer(source)
    for piece in _around_tables(decoded.text):
        writer.add_table(piece) if piece.startswith("<") else writer.add_lines(piece)
    if not writer.blocks:
        raise UnreadableError("no_text", path=source.path)
    texts = [block.text for block in writer.blocks if isinstance(block, Paragraph)]
    short = [text for text in (*texts[:_HEAD], *texts[_HEAD:][-_FOOT:]) if len(text) <= _SHORT]
    return Document(
        path=source.path,
        sha256=source.sha256,
        format="text",
        blocks=tuple(writer.blocks),
        margins=tuple(dict.fromkeys(writer.margins)),
        notes=(*decoded.notes, *writer.notes),
        published=published_in(short),
    )


class _Writer:
    """Collects blocks and numbers them through."""

    def __init__(self, source: Source) -> None:
        self.blocks: list[Paragraph | Table] = []
        self.margins: list[str] = []
        self.notes: list[Note] = []
        self._source = source
        self._paragraphs = 0
        self._tables = 0

    def add_lines(self, text: str) -> None:
        lines = []
        for line in text.splitlines():
            if _is_page_number(line.strip()):
                self.margins.append(line.strip())
            else:
                lines += split_runs(line)
        found = find_width(lines)
        for part in cut_rows(lines):
            if isinstance(part, Rows):
                self._add_rows(part)
            else:
                for line in rejoin(part, found) if found else part:
                    self._add_line(line)

    def add_table(self, markup: str) -> None:
        """A table in HTML inside Markdown."""
        from disclosecheck.read.html import read_html

        document = read_html(Source(self._source.path, markup.encode(), self._source.sha256))
        for block in document.blocks:
            if isinstance(block, Paragraph):
                self._add_line(block.text)
            else:
                self._tables += 1
                self.blocks.append(msgspec.structs.replace(block, number=self._tables))

    def _add_rows(self, rows: Rows) -> None:
        if is_grid(rows):
            self._tables += 1
            size = len(rows.cells), len(rows.cells[0])
            cells = grid_cells(rows.cells)
            self.blocks.append(Table(number=self._tables, rows=size[0], columns=size[1], cells=cells))
        else:
            for row in rows.cells:
                if any(row):
                    self._add("\t".join(cell.replace("\n", " ") for cell in row))

    def _add_line(self, line: str) -> None:
        line = plain_spaces(line)
        if not line or line == "|" or (len(line) >= _SHORTEST_RULE and set(line) <= _RULE):
            return
        marked = unmark(line)
        if marked.text:
            self._add(marked.text, marked.level, marked.bold)

    def _add(self, text: str, level: int | None = None, bold: bool = False) -> None:
        self._paragraphs += 1
        self.blocks.append(Paragraph(text=text, number=self._paragraphs, level=level, bold=bold))


def _around_tables(text: str) -> list[str]:
    """The text before, in and behind each `<table>...</table>`; those in HTML begin with "<"."""
    pieces = []
    at = 0
    while (start := text.find("<table", at)) >= 0:
        end = text.find("</table>", start)
        end = len(text) if end < 0 else end + len("</table>")
        pieces += [text[at:start].rstrip("<>abdhlmoty/ \t"), text[start:end]]
        at = end
    return [piece for piece in (*pieces, text[at:]) if piece.strip()]


def _is_page_number(line: str) -> bool:
    """- 3 -, —12—, 第3页"""
    inner = line.strip(_DASHES + " ")
    if not 0 < len(line) <= 12 or not inner.isdigit():
        return line.startswith("第") and line.endswith("页") and line[1:-1].strip().isdigit()
    return line[0] in _DASHES and line[-1] in _DASHES
