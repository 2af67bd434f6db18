"""Pages into one Document: running lines taken out, tables joined over page breaks, lines into paragraphs."""

from disclosecheck.model.document import Cell, Document, Note, Paragraph, Table
from disclosecheck.read.pdf.frames import adopt_frames
from disclosecheck.read.pdf.margins import take_margins
from disclosecheck.read.pdf.paragraphs import Paragraphs, Running, text_columns
from disclosecheck.read.pdf.shapes import Line, PageLayout, Piece
from disclosecheck.read.pdf.stitch import TableInProgress
from disclosecheck.read.source import Source

Block = Running | TableInProgress


def assemble(source: Source, layouts: list[PageLayout], notes: tuple[Note, ...], aslant: list[str]) -> Document:
    """The Document of all pages; `aslant` are the texts of watermarks, kept with the margins."""
    margins = take_margins(layouts)
    adopt_frames(layouts)
    return Document(
        path=source.path,
        sha256=source.sha256,
        format="pdf",
        blocks=_numbered(_blocks(layouts)),
        margins=tuple(dict.fromkeys([*margins, *aslant])),
        notes=notes,
        pages=len(layouts),
    )


def _blocks(layouts: list[PageLayout]) -> list[Block]:
    """Paragraphs and tables in reading order."""
    paragraphs = Paragraphs(text_columns(layouts))
    blocks: list[Block] = []
    table: TableInProgress | None = None  # as long as nothing stands below it
    for layout in layouts:
        for place, item in enumerate(_items(layout)):
            if isinstance(item, Line):
                table = None
                begun = paragraphs.add(item, layout.number)
                if begun is not None:
                    blocks.append(begun)
            elif place == 0 and table is not None and table.goes_on_in(item):
                table.append(item)
            else:
                paragraphs.close()
                table = TableInProgress(item)
                blocks.append(table)
                nested = [other for other in layout.pieces if other.parent is item]
                blocks.extend(TableInProgress(inner, parent=table) for inner in nested)
    return blocks


def _items(layout: PageLayout) -> list[Line | Piece]:
    """Lines and outer tables from top to bottom."""
    outer = [piece for piece in layout.pieces if piece.parent is None]
    if not outer:
        return list(layout.lines)
    return sorted([*layout.lines, *outer], key=lambda item: item.y0 + (item.y1 if isinstance(item, Line) else item.y0))


def _numbered(blocks: list[Block]) -> tuple[Paragraph | Table, ...]:
    """The blocks of the model; tables without any text are drawings and left out."""
    numbered: list[Paragraph | Table] = []
    numbers: dict[int, int] = {}
    paragraphs = tables = 0
    for block in blocks:
        if isinstance(block, Running):
            paragraphs += 1
            numbered.append(Paragraph(text=block.text, number=paragraphs, page=block.page, centred=block.centred))
        elif any(cell.text for cell in block.cells):
            tables += 1
            numbers[id(block)] = tables
            parent = numbers.get(id(block.parent)) if block.parent else None
            numbered.append(_table(block, tables, parent))
    return tuple(numbered)


def _table(block: TableInProgress, number: int, parent: int | None) -> Table:
    columns = {x: column for column, x in enumerate(sorted({x for cell in block.cells for x in (cell.x0, cell.x1)}))}
    cells = [
        Cell(
            row=cell.row,
            column=columns[cell.x0],
            text=cell.text,
            rowspan=cell.row_end - cell.row,
            colspan=columns[cell.x1] - columns[cell.x0],
            page=cell.page,
        )
        for cell in block.cells
    ]
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Table(
        number=number,
        rows=block.rows,
        columns=len(columns) - 1,
        cells=tuple(cells),
        page=block.page,
        parent=parent,
    )
