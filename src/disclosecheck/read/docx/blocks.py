"""Stories into the blocks of a Document: numbered paragraphs and tables, with notes where something was noticed."""

from collections.abc import Callable, Iterable

from lxml import etree

from disclosecheck.model.document import Paragraph, Role, Table
from disclosecheck.read.docx import names as n
from disclosecheck.read.docx import tables as t
from disclosecheck.read.docx.grid import RawCell, resolve
from disclosecheck.read.docx.notices import Notices
from disclosecheck.read.docx.runs import Reference
from disclosecheck.read.docx.story import Line, Story
from disclosecheck.read.docx.text import seen

# What a reference points to: the note's element and the story of the part it stands in, None when it is not there.
FindNote = Callable[[Reference], tuple[etree._Element, Story] | None]


class _Aside:
    """What hangs on the cells of a table and comes after it: nested tables, text boxes, notes."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.lines: list[tuple[Line, Role]] = []
        self.references: list[Reference] = []


class Blocks:
    """Collects the blocks of one document in reading order."""

    def __init__(self, notices: Notices, find_note: FindNote) -> None:
        self.blocks: list[Paragraph | Table] = []
        self._notices = notices
        self._find_note = find_note
        self._paragraphs = 0
        self._tables = 0
        self._endnotes: list[Reference] = []

    def read_body(self, story: Story, body: etree._Element) -> None:
        """The body, its footnotes after the paragraph or table that refers to them, endnotes last."""
        self._read(story, body, "body")
        for reference in self._endnotes:
            self._note(reference)

    def _read(self, story: Story, parent: etree._Element, role: Role) -> None:
        for item in story.flow(parent):
            if isinstance(item, Line):
                self._line(story, item, role)
            elif t.is_frame(item):
                self._frame(story, item, role)
            else:
                self._table(story, item)

    def _frame(self, story: Story, table: etree._Element, role: Role) -> None:
        for row, _ in t.rows(table, self._notices):
            for cell in t.cells(row):
                self._read(story, cell, role)

    def _line(self, story: Story, line: Line, role: Role) -> None:
        before = len(self.blocks)
        if line.text:
            self._paragraph(line, role)
        else:
            self._notices.settle(None)
        for box in line.boxes:
            self._box(story, box)
        if line.pictures and len(self.blocks) == before:
            self._notices.picture(self._paragraphs)
        self._references(line.references)

    def _paragraph(self, line: Line, role: Role) -> None:
        self._paragraphs += 1
        self._notices.settle(self._paragraphs)
        self.blocks.append(
            Paragraph(
                text=line.text,
                number=self._paragraphs,
                role="contents" if line.contents and role == "body" else role,
                level=line.level,
                numbering=line.numbering,
                bold=line.bold,
                centred=line.centred,
            )
        )

    def _box(self, story: Story, box: etree._Element | str) -> None:
        if not isinstance(box, str):
            self._read(story, box, "textbox")
        elif text := seen(box):
            self._paragraph(Line(text), "textbox")

    def _references(self, references: Iterable[Reference]) -> None:
        for reference in references:
            if reference[0] == "endnote":
                self._endnotes.append(reference)
            else:
                self._note(reference)

    def _note(self, reference: Reference) -> None:
        found = self._find_note(reference)
        if found is not None:
            note, story = found
            self._read(story, note, "footnote")

    def _table(self, story: Story, node: etree._Element) -> None:
        aside = _Aside()
        table = self._grid(story, node, None, aside)
        self._notices.settle(None)
        self.blocks += [table, *aside.tables]
        for line, role in aside.lines:
            self._paragraph(line, role)
        self._references(aside.references)

    def _grid(self, story: Story, node: etree._Element, parent: int | None, aside: _Aside) -> Table:
        self._tables += 1
        number = self._tables
        raw = [self._row(story, row, before, number, aside) for row, before in t.rows(node, self._notices)]
        grid = resolve(raw, t.column_widths(node))
        for row, column in grid.pictures:
            self._notices.picture(self._paragraphs, table=number, row=row, column=column)
        return Table(number=number, rows=grid.rows, columns=grid.columns, cells=grid.cells, parent=parent)

    def _row(self, story: Story, row: etree._Element, before: int, table: int, aside: _Aside) -> list[RawCell]:
        cells: list[RawCell] = []
        placing = story.glance.placing
        line = before
        for node in t.cells(row):
            stated = placing.get(node)
            place = t.place(stated, self._notices) if stated else t.PLAIN
            if place.deleted:
                continue
            end = line + place.span
            if place.joined_left and cells:
                cells[-1].end = end
            elif place.merge == "continue":  # what stands in it shows only where nothing above goes on: grid decides
                cells.append(RawCell(line, end, story.covered_text(node), "continue"))
            else:
                cells.append(self._cell(story, node, RawCell(line, end, "", place.merge), table, aside))
            line = end
        return cells

    def _cell(self, story: Story, node: etree._Element, cell: RawCell, table: int, aside: _Aside) -> RawCell:
        plain = story.plain_cell(node)
        if plain is not None:
            cell.text = plain
            return cell
        texts: list[str] = []
        boxed: list[Line] = []
        pictures = self._cell_lines(story, node, table, aside, texts, boxed)
        if texts:
            aside.lines += [(line, "textbox") for line in boxed]
        else:  # a box that is all there is in a cell is what is read there
            texts = [line.text for line in boxed]
        cell.text = "\n".join(texts)
        cell.picture = pictures > 0 and not texts
        return cell

    def _cell_lines(
        self, story: Story, parent: etree._Element, table: int, aside: _Aside, texts: list[str], boxed: list[Line]
    ) -> int:
        pictures = 0
        for item in story.flow(parent, in_cell=True):
            if not isinstance(item, Line):
                pictures += self._nested(story, item, table, aside, texts, boxed)
                continue
            if item.text:
                texts.append(item.text)
            pictures += item.pictures
            for box in item.boxes:
                boxed += _box_lines(story, box)
            aside.references += item.references
        return pictures

    def _nested(
        self, story: Story, node: etree._Element, table: int, aside: _Aside, texts: list[str], boxed: list[Line]
    ) -> int:
        """A table in a cell; one that only lays out belongs to the cell's own text. The number of pictures in it."""
        if not t.is_frame(node):
            place = len(aside.tables)
            nested = self._grid(story, node, table, aside)
            aside.tables.insert(place, nested)
            return 0
        return sum(
            self._cell_lines(story, cell, table, aside, texts, boxed)
            for row, _ in t.rows(node, self._notices)
            for cell in t.cells(row)
        )


def _box_lines(story: Story, box: etree._Element | str) -> list[Line]:
    """The lines of a text box in a cell, those of tables in it included."""
    if isinstance(box, str):
        return [Line(text)] if (text := seen(box)) else []
    lines: list[Line] = []
    for item in story.flow(box):
        if not isinstance(item, Line):
            lines += [line for cell in item.iter(n.TC) for line in _box_lines(story, cell)]
        elif item.text:
            lines.append(item)
    return lines
