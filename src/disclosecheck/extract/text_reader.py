"""The statutory tables read from running text: a row's values go to columns only when there are as many of them."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from disclosecheck.extract.hits import Hit, find_hits, lexicon_of
from disclosecheck.extract.labels import FormLabels, TableLabels
from disclosecheck.extract.reading import Place, Reading
from disclosecheck.extract.stream import Stream, Token
from disclosecheck.extract.text_header import columns_in_order
from disclosecheck.extract.text_values import Values, is_value, values_between
from disclosecheck.model.document import Document, Paragraph, Table
from disclosecheck.model.form import Column, Row

Stretch = tuple[int, int, int]  # block, and from where to where in its text a table takes it up
_LOST = {"run_together": "cell.digits_run_together", "differs": "cell.count_differs"}
_FEWEST_COLUMNS = 2  # labels of columns that make a header where nothing else shows that it is one
_NEAR = 2  # signs between two labels of one header
_FEWEST_ROWS = 3  # labels of rows with values that make a table without any header, and no mention in prose


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the form as met: its label, its values, and the columns of the header above it."""

    labels: TableLabels
    row: Row
    hit: Hit
    columns: tuple[Column, ...]
    values: Values
    last: bool  # nothing follows in the document

    @property
    def quality(self) -> int:
        if not self.columns:
            return 0
        return {"exact": 3, "none": 1}.get(self.values.fit(len(self.columns)), 2)


class TextReader:
    """Reads the tables of one part of a document into `reading`, and remembers which text they took up."""

    def __init__(
        self,
        reading: Reading,
        document: Document,
        printed: Document,
        part: Sequence[tuple[int, int]],
        section: int | None,
    ) -> None:
        """`part` are (block, offset) to read; `printed` is the document as quoted, sign for sign the same."""
        self.reading = reading
        self.printed = printed
        self.section = section
        blocks = [(index, document.blocks[index], offset) for index, offset in part]
        self.stream = Stream(blocks)
        last_block = blocks[-1][0] if blocks else -1
        self.at_end = all(not isinstance(block, Paragraph) for block in document.blocks[last_block + 1 :])
        self.met: set[str] = set()  # keys of the rows whose labels stand here
        self._taken: tuple[int, int] | None = None  # signs of the stream from the first header to the last value

    def read(self, tables: tuple[str, ...]) -> None:
        labels = self.reading.labels
        hits = find_hits(self.stream, lexicon_of(labels, tables))
        rowed = [table for table in tables if labels.tables[table].spec.rows]
        if rowed:
            self._put_lines(_Walk(self, labels, hits).lines())
        for table in tables:
            if table not in rowed:
                self._single(labels.tables[table], hits)

    def wordings(self, labels: FormLabels, tables: tuple[str, ...]) -> set[str]:
        """The bare wordings of an edition's labels that stand here; none where no frame shows that it is a table."""
        hits = find_hits(self.stream, lexicon_of(labels, tables))
        return {hit.wording for hit in hits if not hit.cut} if any(map(_frames, hits, [*hits[1:], None])) else set()

    def taken(self) -> list[Stretch]:
        """The text that tables take up, block by block."""
        if self._taken is None:
            return []
        stretches: dict[int, tuple[int, int]] = {}
        for block, offset in self.stream.spots[self._taken[0] : self._taken[1]]:
            first, _ = stretches.get(block, (offset, offset))
            stretches[block] = (first, offset + 1)
        return [(block, first, end) for block, (first, end) in stretches.items()]

    def take(self, start: int, stop: int) -> None:
        first, last = self._taken or (start, stop)
        self._taken = (min(first, start), max(last, stop))

    def place(self, token: Token | None) -> Place:
        block = self.printed.blocks[token.block] if token is not None else None
        if isinstance(block, Table):
            return Place(section=self.section, page=block.page)
        return Place(self.section, block.page if block else None, block.number if block else None)

    def quote(self, start: int, stop: int) -> str:
        """Signs of the stream as they are printed, first to last."""
        (block, first), (last_block, last) = self.stream.spots[start], self.stream.spots[stop - 1]
        source = self.printed.blocks[block]
        if block != last_block or isinstance(source, Table):
            return self.stream.signs[start:stop]
        return source.text[first : last + 1]

    def token_at(self, place: int) -> Token:
        return self.stream.tokens[self.stream.owner[place]]

    def _put_lines(self, lines: list[_Line]) -> None:
        """Each row from where its values are as many as the columns; a label met without any is a mention."""
        self.met = {line.row.key for line in lines}
        best: dict[tuple[str, str], _Line] = {}
        for line in lines:
            key = (line.labels.spec.id, line.row.key)
            if key not in best or line.quality > best[key].quality:
                best[key] = line
        for line in lines:
            if best[line.labels.spec.id, line.row.key] is line:
                self._put(line)
            elif line.quality == 3:
                texts = tuple(text for text, _ in line.values.found)
                self.reading.extra(
                    line.labels.spec.id, self._name(line), texts, self.place(self.token_at(line.hit.start))
                )

    def _put(self, line: _Line) -> None:
        table, place = line.labels.spec.id, self.place(self.token_at(line.hit.start))
        self.reading.label(table, line.row, None, self._name(line), place)
        if line.row.header_only:
            self._side_row(line, place)
            return
        fit = line.values.fit(len(line.columns)) if line.columns else "differs"
        for index, column in enumerate(line.columns):
            if fit == "exact":
                text, token = line.values.found[index]
                self.reading.put(table, line.row, column, text, self.place(token))
            elif fit == "none" and not line.last:
                self.reading.put(table, line.row, column, "", place)
            else:
                reason = "cell.document_ends" if line.last else _LOST[fit]
                printed = " ".join(text for text, _ in line.values.found)
                self.reading.lose(table, line.row, column, reason, place, printed)
        met = {column.key for column in line.columns}
        reason = "cell.column_not_found" if met else "cell.header_not_found"
        for column in line.labels.spec.columns:
            if column.key not in met and not column.optional:
                self.reading.lose(table, line.row, column, reason, place)
        self._extra_lines(line)

    def _side_row(self, line: _Line, place: Place) -> None:
        texts = tuple(text for text, _ in line.values.found)
        children = {row.key for row in line.labels.spec.rows if row.parent == line.row.key}
        if len(texts) == len(line.columns) or not children & self.met:
            self.reading.side_rows.add((line.labels.spec.id, line.row.key))
        if any(texts):
            self.reading.extra(line.labels.spec.id, self._name(line), texts, place)

    def _extra_lines(self, line: _Line) -> None:
        """A row that the form does not know, between this one and the next: words, then as many values as columns."""
        name = ""
        texts: list[str] = []
        for text, token in line.values.rest:
            if is_value(text):
                texts.append(text)
            elif not texts:
                name += token.text
        if name and len(texts) == len(line.columns) > 0:
            place = self.place(line.values.rest[0][1])
            self.reading.extra(line.labels.spec.id, name, tuple(texts), place)

    def _name(self, line: _Line) -> str:
        return self.quote(line.hit.start, line.hit.end)

    def _single(self, labels: TableLabels, hits: list[Hit]) -> None:
        """Table 4: the header is the closest flock of its labels, the values follow it."""
        flock = _flock(self.stream.signs, hits)
        if not flock:
            return
        leaves = {hit.wording for hit in flock if hit.kind == "column"}
        count = len(labels.spec.columns)
        stop = next((hit.start for hit in hits if hit.start >= flock[-1].end), len(self.stream.signs))
        header_end = self._first_value(flock[-1].end, stop)
        columns = columns_in_order(self.stream, flock, flock[0].start, header_end, labels)
        if not columns and len(leaves) < _FEWEST_COLUMNS:
            return  # 行政复议、行政诉讼 in prose
        values = (
            values_between(self.stream, header_end, stop, None, count) if header_end < stop else Values((), False, ())
        )
        place = self.place(self.token_at(flock[0].start))
        self.take(flock[0].start, header_end + sum(len(text) for text, _ in values.found))
        fit = values.fit(count)
        for index, column in enumerate(columns or labels.spec.columns):
            if columns and fit == "exact":
                text, token = values.found[index]
                self.reading.put(labels.spec.id, None, column, text, self.place(token))
            elif columns and fit == "none" and not self.at_end:
                self.reading.put(labels.spec.id, None, column, "", place)
            else:
                reason = _LOST.get(fit, "cell.document_ends") if columns else "cell.header_not_found"
                printed = " ".join(text for text, _ in values.found)
                self.reading.lose(labels.spec.id, None, column, reason, place, printed)

    def _first_value(self, start: int, stop: int) -> int:
        for text, token in self.stream.pieces(start, stop):
            if text and is_value(text):
                return max(start, token.place)
        return stop


class _Walk:
    """The labels of tables 2 and 3 in reading order, each row under the header that holds for it."""

    def __init__(self, reader: TextReader, labels: FormLabels, hits: list[Hit]) -> None:
        self.reader = reader
        self.labels = labels
        self.hits = hits
        self.header: list[Hit] = []
        self.header_start: int | None = None
        self.in_rows = False
        self.framed = False  # a caption or a fixed text of the form stands in the header: it is no prose
        self.columns: dict[str, tuple[Column, ...]] = {}

    def lines(self) -> list[_Line]:
        lines: list[_Line] = []
        for index, hit in enumerate(self.hits):
            if hit.kind == "row" and hit.row is not None and hit.table is not None:
                if self.header_start is not None:
                    lines.append(self._line(index, hit, hit.row, hit.table))
            else:
                self._head(hit, self.hits[index + 1] if index + 1 < len(self.hits) else None)
        counts = Counter(line.labels.spec.id for line in lines if line.values.found)
        return [line for line in lines if line.columns or counts[line.labels.spec.id] >= _FEWEST_ROWS]

    def _head(self, hit: Hit, following: Hit | None) -> None:
        if self.in_rows or hit.kind == "caption":
            self.header, self.header_start, self.in_rows, self.framed = [], None, False, False
        self.framed = self.framed or _frames(hit, following)
        if hit.kind == "caption":
            if hit.table is not None:
                place = self.reader.place(self.reader.token_at(hit.start))
                self.reader.reading.label(hit.table, None, None, self.reader.quote(hit.start, hit.end), place)
            self.header_start = hit.end
            return
        if self.header_start is None:
            self.header_start = hit.start
        self.header.append(hit)

    def _line(self, index: int, hit: Hit, row: Row, table: str) -> _Line:
        labels = self.labels.tables[table]
        columns = self._columns(hit, labels)
        following = next((other for other in self.hits[index + 1 :] if other.start >= hit.end), None)
        stream = self.reader.stream
        stop = following.start if following else len(stream.signs)
        line = self.reader.token_at(following.start).line if following else None
        values = values_between(stream, hit.end, stop, line, len(columns)) if hit.end < stop else Values((), False, ())
        self.reader.take(hit.start, hit.end + sum(len(text) for text, _ in values.found))
        last = following is None and self.reader.at_end and not values.rest and len(values.found) < len(columns)
        return _Line(labels=labels, row=row, hit=hit, columns=columns, values=values, last=last)

    def _columns(self, hit: Hit, labels: TableLabels) -> tuple[Column, ...]:
        """The columns of the header above a row; a repeated header that is not whole changes nothing."""
        table = labels.spec.id
        start = self.header_start
        if start is not None and (not self.in_rows or table not in self.columns):
            stop = hit.start if not self.in_rows else start
            found = columns_in_order(self.reader.stream, self.header, start, stop, labels)
            if not self.framed and len(found) < max(_FEWEST_COLUMNS, len(labels.columns) // 2):
                found = ()
            if len(found) > len(self.columns.get(table, ())) or (found and table not in self.columns):
                self.columns[table] = found
                self._note(table, found)
                self.reader.take(start, hit.start)
        self.in_rows = True
        return self.columns.get(table, ())

    def _note(self, table: str, columns: tuple[Column, ...]) -> None:
        known = self.labels.tables[table].columns
        for hit in self.header:
            for column in known.get(hit.wording, ()) if hit.kind == "column" else ():
                if column in columns:
                    place = self.reader.place(self.reader.token_at(hit.start))
                    self.reader.reading.label(table, None, column, self.reader.quote(hit.start, hit.end), place)


def _frames(hit: Hit, following: Hit | None) -> bool:
    """Whether a label can only be a table's: a caption, or a fixed text with the next label right behind it."""
    return hit.kind == "caption" or (
        hit.kind == "fixed" and following is not None and following.start - hit.end <= _NEAR
    )


def _flock(signs: str, hits: list[Hit]) -> list[Hit]:
    """The longest run of labels with no end of a sentence and no values between them."""
    best: list[Hit] = []
    run: list[Hit] = []
    for hit in hits:
        between = signs[run[-1].end : hit.start] if run else ""
        if any(sign in "。;" or "0" <= sign <= "9" for sign in between):
            run = []
        run.append(hit)
        best = run if len(run) >= len(best) else best
    if best and "。" in signs[best[0].start : best[-1].end]:
        return []
    return best
