"""The statutory tables read from running text: a row's values go to columns only when there are as many of them."""

from disclosecheck.extract.hits import Hit, find_hits, lexicon_of
from disclosecheck.extract.labels import FormLabels, TableLabels
from disclosecheck.extract.reading import Place, Reading
from disclosecheck.extract.text_header import columns_in_order
from disclosecheck.extract.text_part import TextPart
from disclosecheck.extract.text_rows import Line, Walk, frames
from disclosecheck.extract.text_values import NOTHING, is_value, values_between
from disclosecheck.model.form import Column

_LOST = {"run_together": "cell.digits_run_together", "differs": "cell.count_differs", "none": "cell.document_ends"}
_SECOND_COPY = 3  # rows met again, each with as many values as columns, that no prose holds
_FEWEST_LEAVES = 2  # labels of columns that show table 4 where its columns cannot be told: 行政复议、行政诉讼 is prose


def read_text_tables(part: TextPart, reading: Reading, tables: tuple[str, ...]) -> None:
    """Read the given tables of `reading`'s form from a part of a document."""
    labels = reading.labels
    hits = find_hits(part.stream, lexicon_of(labels, tables))
    if any(labels.tables[table].spec.rows for table in tables):
        _Rows(part, reading, Walk(part, reading, hits).lines()).put()
    for table in tables:
        if not labels.tables[table].spec.rows:
            _read_single(part, reading, labels.tables[table], hits)


def wordings_of_tables(part: TextPart, labels: FormLabels) -> set[str]:
    """The bare wordings of an edition's labels that stand here; none where no frame shows that it is a table."""
    hits = find_hits(part.stream, lexicon_of(labels, tuple(labels.tables)))
    return {hit.wording for hit in hits if not hit.cut} if any(map(frames, hits, [*hits[1:], None])) else set()


class _Rows:
    """The rows that were met, each put from the place where its values fit best."""

    def __init__(self, part: TextPart, reading: Reading, lines: list[Line]) -> None:
        self.part = part
        self.reading = reading
        self.lines = lines
        self.met = {line.row.key for line in lines}

    def put(self) -> None:
        """A label met without as many values as columns is a mention, if it is met with them elsewhere."""
        best: dict[tuple[str, str], Line] = {}
        for line in self.lines:
            key = (line.labels.spec.id, line.row.key)
            if key not in best or line.quality > best[key].quality:
                best[key] = line
        repeated: dict[str, list[Line]] = {}
        for line in self.lines:
            if best[line.labels.spec.id, line.row.key] is line:
                self._put(line)
            elif line.quality == 3:
                repeated.setdefault(line.labels.spec.id, []).append(line)
        for table, lines in repeated.items():
            self._again(table, lines)

    def _again(self, table: str, lines: list[Line]) -> None:
        """Rows that stand twice; as many as make a table are a second copy of it."""
        if len(lines) >= _SECOND_COPY:
            same = all(_texts(line) == self.reading.texts(table, line.row) for line in lines)
            values = tuple(text for line in lines for text in _texts(line))
            self.reading.extra(table, self._name(lines[0]), values, self._place(lines[0]), "table", same=same)
            return
        for line in lines:
            self.reading.extra(table, self._name(line), _texts(line), self._place(line), row=line.row)

    def _put(self, line: Line) -> None:
        table, place = line.labels.spec.id, self._place(line)
        self.reading.label(table, line.row, None, self._name(line), place)
        if line.row.header_only:
            self._side_row(line, place)
            return
        fit = line.values.fit(len(line.columns)) if line.columns else "differs"
        for index, column in enumerate(line.columns):
            if fit == "exact":
                text, token = line.values.found[index]
                self.reading.put(table, line.row, column, self.part.value(text, token), self.part.place(token))
            elif fit == "none" and not line.last:
                self.reading.put(table, line.row, column, "", place)
            else:
                reason = "cell.document_ends" if line.last else _LOST[fit]
                self.reading.lose(table, line.row, column, reason, place, " ".join(_texts(line)))
        met = {column.key for column in line.columns}
        reason = "cell.column_not_found" if met else "cell.header_not_found"
        for column in line.labels.spec.columns:
            if column.key not in met and not column.optional:
                self.reading.lose(table, line.row, column, reason, place)
        self._extra_line(line)

    def _side_row(self, line: Line, place: Place) -> None:
        """A side heading of the form; values behind it are more than the form knows."""
        texts = _texts(line)
        children = {row.key for row in line.labels.spec.rows if row.parent == line.row.key}
        if len(texts) == len(line.columns) or not children & self.met:
            self.reading.side_rows.add((line.labels.spec.id, line.row.key))
        if any(texts):
            self.reading.extra(line.labels.spec.id, self._name(line), texts, place, row=line.row)

    def _extra_line(self, line: Line) -> None:
        """A row that the form does not know, between this one and the next: words, then as many values as columns."""
        name = ""
        texts: list[str] = []
        for text, token in line.values.rest:
            if is_value(text):
                texts.append(text)
            elif not texts:
                name += token.text
        if name and len(texts) == len(line.columns) > 0:
            place = self.part.place(line.values.rest[0][1])
            self.reading.extra(line.labels.spec.id, name, tuple(texts), place)

    def _name(self, line: Line) -> str:
        return self.part.quote(line.hit.start, line.hit.end)

    def _place(self, line: Line) -> Place:
        return self.part.place_at(line.hit.start)


def _texts(line: Line) -> tuple[str, ...]:
    return tuple(text for text, _ in line.values.found)


def _read_single(part: TextPart, reading: Reading, labels: TableLabels, hits: list[Hit]) -> None:
    """Table 4: the header is the closest flock of its labels, the values follow it."""
    flock = _flock(part.stream.signs, hits)
    if not flock:
        return
    table, count = labels.spec.id, len(labels.spec.columns)
    stop = next((hit.start for hit in hits if hit.start >= flock[-1].end), len(part.stream.signs))
    header_end = _first_value(part, flock[-1].end, stop)
    columns = columns_in_order(part.stream, flock, flock[0].start, header_end, labels)
    if not columns and len({hit.wording for hit in flock if hit.kind == "column"}) < _FEWEST_LEAVES:
        return
    values = values_between(part.stream, header_end, stop, None, count) if header_end < stop else NOTHING
    part.take(flock[0].start, header_end + sum(len(text) for text, _ in values.found))
    _note_columns(part, reading, table, flock, columns)
    place, fit = part.place_at(flock[0].start), values.fit(count)
    for index, column in enumerate(columns or labels.spec.columns):
        if columns and fit == "exact":
            text, token = values.found[index]
            reading.put(table, None, column, part.value(text, token), part.place(token))
        elif columns and fit == "none" and not part.at_end:
            reading.put(table, None, column, "", place)
        else:
            printed = " ".join(text for text, _ in values.found)
            reading.lose(table, None, column, _LOST[fit] if columns else "cell.header_not_found", place, printed)


def _note_columns(part: TextPart, reading: Reading, table: str, flock: list[Hit], columns: tuple[Column, ...]) -> None:
    """The labels over the columns, where each stands in one piece."""
    leaves = [hit for hit in flock if hit.kind == "column"]
    if len(leaves) == len(columns):
        for hit, column in zip(leaves, columns, strict=True):
            reading.label(table, None, column, part.quote(hit.start, hit.end), part.place_at(hit.start))


def _first_value(part: TextPart, start: int, stop: int) -> int:
    for text, token in part.stream.pieces(start, stop):
        if text and is_value(text):
            return max(start, token.place)
    return stop


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
