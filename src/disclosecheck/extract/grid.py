"""A table's cells by place, and its header read column by column."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from disclosecheck.extract.fold import bare, letters
from disclosecheck.extract.labels import TableLabels
from disclosecheck.model.document import Cell, Table
from disclosecheck.model.form import Column

# Rows of a header, one sign of a label in each at the worst; a table of thousands of rows without one is another table.
HIGHEST_HEADER = 30


class Span(msgspec.Struct, frozen=True):
    """The grid columns `start` to `end` (exclusive) under one label; `column` is None where the form has none.

    `cells` are the header cells that hold the label, the upper first; the last one tells labels apart.
    """

    column: Column | None
    start: int
    end: int
    cells: tuple[Cell, ...]

    @property
    def label(self) -> Cell:
        return self.cells[-1]


class Grid:
    """The distinct cells of each row, and each cell's text as printed."""

    def __init__(self, table: Table, printed: Table) -> None:
        self.rows = table.rows
        self.columns = table.columns
        self.page = table.page
        self._lines: list[list[Cell]] = [[] for _ in range(table.rows)]
        self._printed = {id(cell): same.text for cell, same in zip(table.cells, printed.cells, strict=True)}
        for cell in table.cells:
            for row in range(cell.row, min(cell.row + cell.rowspan, table.rows)):
                self._lines[row].append(cell)
        for line in self._lines:
            line.sort(key=lambda cell: cell.column)

    def line(self, row: int) -> list[Cell]:
        """The cells that cover a row, from left to right."""
        return self._lines[row]

    def printed(self, cell: Cell) -> str:
        """A cell's text as printed; of a header that another grid has left, as it was matched."""
        return " ".join(self._printed.get(id(cell), cell.text).split())


class Header:
    """Header rows as a chain of cells over each grid column, and the form's columns found in them."""

    def __init__(self) -> None:
        self._chains: dict[int, list[Cell]] = {}
        self._rows = 0
        self._found: dict[str, tuple[Span, ...]] = {}
        self._first: int | None = None
        self._first_known = False
        self.noted: set[str] = set()  # tables for which its labels have been reported

    @property
    def is_empty(self) -> bool:
        return not self._chains

    def add(self, line: Iterable[Cell]) -> None:
        self._rows += 1
        if self._rows > HIGHEST_HEADER:
            return
        self._found.clear()
        self._first_known = False
        for cell in line:
            for place in range(cell.column, cell.column + cell.colspan):
                chain = self._chains.setdefault(place, [])
                unmerged = bool(chain) and chain[-1].colspan == 1 and not cell.text.strip()  # the rest of the one above
                if not unmerged and (not chain or chain[-1] is not cell):
                    chain.append(cell)

    def spans(self, labels: TableLabels) -> tuple[Span, ...]:
        """All labelled stretches from the first known column on, from left to right."""
        if labels.spec.id not in self._found:
            self._found[labels.spec.id] = self._find(labels)
        return self._found[labels.spec.id]

    def known(self, labels: TableLabels) -> int:
        """How many of a table's columns the header has."""
        return sum(span.column is not None for span in self.spans(labels))

    def first_column(self, tables: Iterable[TableLabels]) -> int | None:
        """Where the values begin: the first known column of the table whose columns are met most; None without any."""
        if not self._first_known:
            best = max(tables, key=self.known)
            self._first = self.spans(best)[0].start if self.known(best) else None
            self._first_known = True
        return self._first

    def _find(self, labels: TableLabels) -> tuple[Span, ...]:
        spans: list[Span] = []
        taken: set[str] = set()
        for place in sorted(self._chains):
            chain = self._chains[place]
            if spans and spans[-1].label is chain[-1]:
                spans[-1] = replace(spans[-1], end=place + 1)
                continue
            column, count = _column(chain, labels)
            if column is not None and column.key in taken:
                column = None
            if column is not None:
                taken.add(column.key)
            spans.append(Span(column, place, place + 1, tuple(chain[-count:])))
        if labels.spec.rows or all(span.column for span in spans):
            return _from_first_known(spans, labels.fixed)
        return _from_first_known(_by_blocks(spans, labels))


def pair(cells: list[Cell], spans: tuple[Span, ...]) -> dict[int, Cell]:
    """Value cells by the start of the span they stand under.

    Cells and labels that lie over each other one to one are pairs. Where borders run across each other, as pages
    with careless colspans have it, they are paired in order if there are as many cells as labels. What is still
    not one to one is nobody's.
    """
    under: dict[int, list[Cell]] = {span.start: [] for span in spans}
    over: dict[int, int] = {}
    for cell in cells:
        for span in spans:
            if cell.column < span.end and span.start < cell.column + cell.colspan:
                under[span.start].append(cell)
                over[id(cell)] = over.get(id(cell), 0) + 1
    if all(len(found) == 1 and over[id(found[0])] == 1 for found in under.values()):
        return {start: found[0] for start, found in under.items()}
    if len(cells) == len(spans):
        return {span.start: cell for span, cell in zip(spans, cells, strict=True)}
    pairs: dict[int, Cell] = {}
    for start, found in under.items():
        alone = [cell for cell in found if over[id(cell)] == 1]
        filled = [cell for cell in alone if cell.text.strip()]
        if len(found) == len(alone) and (len(alone) == 1 or len(filled) == 1):
            pairs[start] = (filled or alone)[0]
        elif found and len(found) == len(alone) and not filled:
            pairs[start] = alone[0]
    return pairs


def _from_first_known(spans: list[Span], fixed: frozenset[str] = frozenset()) -> tuple[Span, ...]:
    """From the first known column on, and from the first unknown one before it that stands right of the rows' head."""
    first = next((index for index, span in enumerate(spans) if span.column), len(spans))
    heads = [index for index, span in enumerate(spans[:first]) if bare(span.label.text) in fixed]
    if first < len(spans) and heads and all(span.label.text.strip() for span in spans[heads[-1] + 1 : first]):
        first = heads[-1] + 1
    return tuple(spans[first:])


def _column(chain: list[Cell], labels: TableLabels) -> tuple[Column | None, int]:
    """The form's column under a chain of header cells, and over how many of the lowest its label is spread."""
    wording = ""
    for count, cell in enumerate(reversed(chain), start=1):
        wording = bare(cell.text) + wording
        if found := labels.columns.get(wording):
            return (found[0] if len(found) == 1 else _in_group(found, chain, labels)), count
    near = labels.near_columns(bare(chain[-1].text))
    return (near[0] if len(near) == 1 else _in_group(near, chain, labels)), 1


def _in_group(found: list[Column], chain: list[Cell], labels: TableLabels) -> Column | None:
    """Of columns with one label, that of the group whose label stands above."""
    groups = {labels.groups.get(letters(cell.text)) for cell in chain}
    fitting = [column for column in found if column.group_key in groups]
    return fitting[0] if len(fitting) == 1 else None


def _by_blocks(spans: list[Span], labels: TableLabels) -> list[Span]:
    """Table 4 whose upper header cells do not lie over their blocks: complete blocks in the order of the form."""
    leaves = [span for span in spans if bare(span.label.text) in labels.columns]
    columns = labels.spec.columns
    names = [bare(column.label) for column in columns]
    if [bare(span.label.text) for span in leaves] != names or any(
        span.column not in (None, column) for span, column in zip(leaves, columns, strict=True)
    ):
        return spans
    settled = {span.start: column for span, column in zip(leaves, columns, strict=True)}
    return [replace(span, column=settled.get(span.start, span.column)) for span in spans]
