"""The statutory tables read from grids: rows and columns by what their labels say, never by counting."""

from disclosecheck.extract.fold import bare
from disclosecheck.extract.grid import Grid, Header, Span, pair
from disclosecheck.extract.labels import TableLabels
from disclosecheck.extract.reading import Place, Reading
from disclosecheck.model.document import Cell, Table
from disclosecheck.model.form import Column, Row

_SECOND_COPY = 3  # rows already read that make a table a second copy and not a continuation


class GridReader:
    """Reads one grid after another into `reading`; a grid without a header goes on under the one before."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.labels = reading.labels
        self._previous: tuple[int, Header] | None = None  # width of the last grid and its header

    def read(self, table: Table, printed: Table, section: int | None) -> None:
        _Scan(self, Grid(table, printed), section).run()

    def inherit(self, width: int) -> Header | None:
        return self._previous[1] if self._previous and self._previous[0] == width else None

    def remember(self, width: int, header: Header) -> None:
        self._previous = (width, header)


class _Scan:
    """One grid from its first row to its last."""

    def __init__(self, reader: GridReader, grid: Grid, section: int | None) -> None:
        self.reader = reader
        self.reading = reader.reading
        self.labels = reader.labels
        self.grid = grid
        self.section = section
        self.header = Header()
        self.in_header = True
        self.table: str | None = None  # the table whose rows are being read
        self.before = set(self.reading.rows)
        self.repeated: list[tuple[str, Row | None, str, tuple[str, ...], Place]] = []
        self.unknown_columns: dict[tuple[str, str], list[str]] = {}
        self.holders: dict[int, tuple[str, Row | None, Column]] = {}  # id of a value cell: whose value it was taken for
        self.last: tuple[TableLabels, Row, str] | None = None  # the row read last, with its label as printed

    def run(self) -> None:
        for row in range(self.grid.rows):
            line = self.grid.line(row)
            if line and not self._caption(line, row):
                self._row(line, row)
        self._report()

    def _row(self, line: list[Cell], row: int) -> None:
        own = [bare(cell.text) for cell in line if cell.row == row]
        columns = len({wording for wording in own if wording in self.labels.column_wordings})  # 总计 twice: one label
        found = self._find_row(line) if columns < 2 else None
        if found is not None:
            self._data(line, row, *found)
        elif columns >= 2 or any(wording in self.labels.fixed for wording in own):
            self._head(line)
        elif not columns and self._is_single_row(line):
            self._data(line, row, self._single(), None)
        elif (self.in_header and not self._under_heads(line, row)) or (columns and not self._has_values(line, row)):
            self._head(line)
        else:
            self._unknown(line, row)

    def _caption(self, line: list[Cell], row: int) -> bool:
        for cell in line:
            table = self.labels.captions.get(bare(cell.text)) if cell.row == row else None
            if table:
                self.reading.label(table, None, None, self.grid.printed(cell), self._place(cell))
                self.header, self.in_header, self.table = Header(), True, table
                return True
        return False

    def _head(self, line: list[Cell]) -> None:
        if not self.in_header:
            self.header, self.in_header = Header(), True
        self.header.add(line)

    def _find_row(self, line: list[Cell]) -> tuple[TableLabels, Row] | None:
        """The form's row that the label cells of a line name, the rightmost of them first."""
        cells = self._label_cells(line)
        wordings = [wording for cell in cells if (wording := bare(cell.text))]
        for count in range(1, len(wordings) + 1):
            joined = "".join(wordings[-count:])
            table = self._table_of(joined)
            if table is not None:
                return table, table.rows[joined]
        labels = self._headed() if self.in_header and self._has_values(line, line[0].row) else None
        if self.table is not None and not self.in_header:
            labels = self.labels.tables[self.table]
        if not wordings or labels is None:
            return None
        row = labels.row(wordings[-1])
        return (labels, row) if row is not None else None

    def _table_of(self, wording: str) -> TableLabels | None:
        if self.table and wording in self.labels.tables[self.table].rows:
            return self.labels.tables[self.table]
        table = self.labels.row_tables.get(wording)
        return self.labels.tables[table] if table else None

    def _label_cells(self, line: list[Cell]) -> list[Cell]:
        """The cells left of the first column of values; without a header, those before the first number."""
        first = self.header.first_column(self.labels.tables.values())
        if first is not None:
            return [cell for cell in line if cell.column < first]
        cells: list[Cell] = []
        for cell in line:
            if cell.text.strip()[:1].isdigit() and bare(cell.text).isdigit():
                break
            cells.append(cell)
        return cells

    def _single(self) -> TableLabels:
        return next(labels for labels in self.labels.tables.values() if not labels.spec.rows)

    def _is_single_row(self, line: list[Cell]) -> bool:
        """Whether a line is the row of numbers of table 4, which has no label in the form."""
        labels = self._single()
        return self.header.known(labels) * 2 > len(labels.spec.columns) and len(line) > 1

    def _under_heads(self, line: list[Cell], row: int) -> bool:
        """Whether a line below the heads of a table holds numbers: a row, whatever its label says."""
        if self.header.is_empty or not self._has_values(line, row):
            return False
        return self._headed() is not None

    def _headed(self) -> TableLabels | None:
        """The table with rows that is being read, or that the header shows by at least half of its columns."""
        if self.table is not None:
            labels = self.labels.tables[self.table]
            return labels if self.header.known(labels) else None
        best = max(self.labels.tables.values(), key=self.header.known)
        return best if best.spec.rows and 2 * self.header.known(best) >= len(best.spec.columns) > 1 else None

    def _has_values(self, line: list[Cell], row: int) -> bool:
        return any(cell.row == row and bare(cell.text).isdigit() for cell in line)

    def _data(self, line: list[Cell], row: int, labels: TableLabels, form_row: Row | None) -> None:
        self.in_header = False
        self.table = labels.spec.id
        spans = self._spans(labels)
        cells = [cell for cell in line if spans and cell.column >= spans[0].start]
        texts = tuple(self.grid.printed(cell) for cell in cells)
        place = self._place(line[0], row)
        if not spans and form_row is not None:  # a list that happens to name licences, or a table without its header
            self.reading.headless[self.table, form_row.key] = (form_row, place)
            return
        name = self._meet(line, row, labels, form_row)
        if form_row is not None and form_row.header_only:
            self._side_row(labels, form_row, name, texts, place)
        elif self.reading.has_row(self.table, form_row):
            if any(texts):
                self.repeated.append((self.table, form_row, name, texts, place))
        else:
            self._assign(cells, row, labels, form_row, spans)
        self.last = (labels, form_row, name) if form_row is not None else None

    def _spans(self, labels: TableLabels) -> tuple[Span, ...]:
        spans = self.header.spans(labels)
        if not any(span.column for span in spans):
            inherited = self.reader.inherit(self.grid.columns) if self.header.is_empty else None
            return inherited.spans(labels) if inherited else ()
        self.reader.remember(self.grid.columns, self.header)
        if labels.spec.id not in self.header.noted:
            self.header.noted.add(labels.spec.id)
            self._note_columns(labels.spec.id, spans)
        return spans

    def _note_columns(self, table: str, spans: tuple[Span, ...]) -> None:
        for span in spans:
            if span.column is not None:
                printed = "".join(self.grid.printed(cell) for cell in span.cells)
                self.reading.label(table, None, span.column, printed, self._place(span.label))

    def _meet(self, line: list[Cell], row: int, labels: TableLabels, form_row: Row | None) -> str:
        """Notes the labels that begin in a line, and gives the row's own as printed."""
        name = ""
        for cell in self._label_cells(line):
            wording = bare(cell.text)
            side = labels.rows.get(wording)
            if cell.row == row and side is not None and side.header_only and side is not form_row:
                self.reading.label(labels.spec.id, side, None, self.grid.printed(cell), self._place(cell))
            elif form_row is not None and wording and labels.row(wording) is form_row:
                name = self.grid.printed(cell)
        if form_row is not None:
            name = name or " ".join(self.grid.printed(cell) for cell in self._label_cells(line) if cell.text.strip())
            self.reading.label(labels.spec.id, form_row, None, name, self._place(line[0], row))
        return name

    def _side_row(self, labels: TableLabels, row: Row, name: str, texts: tuple[str, ...], place: Place) -> None:
        """A side heading of the form on a line of its own; numbers in it are more than the form knows."""
        if texts:
            self.reading.side_rows.add((labels.spec.id, row.key))
        if any(texts):
            self.reading.extra(labels.spec.id, name, texts, place, row=row)

    def _assign(
        self, cells: list[Cell], row: int, labels: TableLabels, form_row: Row | None, spans: tuple[Span, ...]
    ) -> None:
        table = labels.spec.id
        pairs = pair(cells, spans)
        for span in spans:
            cell = pairs.get(span.start)
            beyond = span.column is None or span.column.optional
            if beyond and cell is not None and span.label.text.strip():
                key = (table, self.grid.printed(span.label))
                self.unknown_columns.setdefault(key, []).append(self.grid.printed(cell))
            if span.column is None:
                continue
            if cell is None:
                self.reading.lose(
                    table, form_row, span.column, "cell.merged", self._place(cells[0] if cells else None, row)
                )
            else:
                self._value(cell, row, table, form_row, span.column)
        met = {span.column.key for span in spans if span.column}
        for column in labels.spec.columns:
            if column.key not in met and not column.optional:
                self.reading.lose(table, form_row, column, "cell.column_not_found", self._place(None, row))

    def _value(self, cell: Cell, row: int, table: str, form_row: Row | None, column: Column) -> None:
        held = self.holders.get(id(cell))
        if held is None:
            self.holders[id(cell)] = (table, form_row, column)
            self.reading.put(table, form_row, column, self.grid.printed(cell), self._place(cell))
            return
        for holder in (held, (table, form_row, column)):  # a cell merged over two rows belongs to neither
            self.reading.lose(*holder, "cell.merged", self._place(cell), self.grid.printed(cell))

    def _unknown(self, line: list[Cell], row: int) -> None:
        """A row that the form does not know."""
        if self.table is None:
            return
        spans = self._spans(self.labels.tables[self.table])
        first = spans[0].start if spans else 1
        names = [text for cell in line if cell.column < first and cell.row == row and (text := self.grid.printed(cell))]
        texts = tuple(self.grid.printed(cell) for cell in line if cell.column >= first and cell.row == row)
        if names and any(texts) and not self._goes_on(line, row, names[-1]):
            self.reading.extra(self.table, names[-1], texts, self._place(line[0], row))

    def _goes_on(self, line: list[Cell], row: int, label: str) -> bool:
        """Whether a line is the rest of the row before, broken over two pages, and holds its values."""
        if self.last is None or not self.reading.is_blank(self.last[0].spec.id, self.last[1]):
            return False
        labels, form_row, begun = self.last
        if bare(begun + label) != bare(form_row.label):
            return False
        self.reading.forget(labels.spec.id, form_row)
        spans = self._spans(labels)
        self._assign([cell for cell in line if cell.column >= spans[0].start], row, labels, form_row, spans)
        return True

    def _report(self) -> None:
        """What was met beyond the form; many repeated rows are a second copy of the table."""
        for table in dict.fromkeys(entry[0] for entry in self.repeated):
            rows = [entry for entry in self.repeated if entry[0] == table]
            keys = self._keys(table)
            fewest = min(_SECOND_COPY, len(keys))
            if sum((table, key) in self.before for key in keys) >= fewest and len(rows) >= fewest:
                self._copy(table, rows)
            else:
                for _, row, name, texts, place in rows:
                    self.reading.extra(table, name, texts, place, row=row)
        for (table, label), texts_below in self.unknown_columns.items():
            self.reading.extra(table, label, tuple(texts_below), self._place(None, 0), "column")

    def _copy(self, table: str, rows: list[tuple[str, Row | None, str, tuple[str, ...], Place]]) -> None:
        same = all(texts == self.reading.texts(table, row) for _, row, _, texts, _ in rows)
        values = tuple(text for _, _, _, texts, _ in rows for text in texts)
        self.reading.extra(table, rows[0][2], values, rows[0][4], "table", same=same)

    def _keys(self, table: str) -> list[str | None]:
        return [row.key for row in self.labels.tables[table].spec.rows] or [None]

    def _place(self, cell: Cell | None, row: int | None = None) -> Place:
        page = cell.page if cell is not None and cell.page is not None else self.grid.page
        return Place(section=self.section, page=page)
