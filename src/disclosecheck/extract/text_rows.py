"""The rows of tables 2 and 3 in running text: each label with its values, under the header that holds for it."""

from collections import Counter

import msgspec

from disclosecheck.extract.hits import Hit
from disclosecheck.extract.labels import FormLabels, TableLabels
from disclosecheck.extract.reading import Reading
from disclosecheck.extract.text_header import columns_in_order
from disclosecheck.extract.text_part import TextPart
from disclosecheck.extract.text_values import NOTHING, Values, values_between
from disclosecheck.model.form import Column, Row

_FEWEST_COLUMNS = 2  # labels of columns that make a header where nothing else shows that it is one
_NEAR = 2  # signs between two labels of one header
_FEWEST_ROWS = 3  # labels of rows with values that make a table without any header, and no mention in prose


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the form as met: its label, its values, and the columns of the header above it."""

    labels: TableLabels
    row: Row
    hit: Hit
    columns: tuple[Column, ...]
    values: Values
    last: bool  # nothing follows in the document

    @property
    def quality(self) -> int:
        """3 for as many values as columns, 2 for another number, 1 for none, 0 without a header."""
        if not self.columns:
            return 0
        return {"exact": 3, "none": 1}.get(self.values.fit(len(self.columns)), 2)


class Walk:
    """Goes through the labels in reading order; labels of columns and captions are noted on the way."""

    def __init__(self, part: TextPart, reading: Reading, hits: list[Hit]) -> None:
        self.part = part
        self.reading = reading
        self.labels: FormLabels = reading.labels
        self.hits = hits
        self.header: list[Hit] = []
        self.header_start: int | None = None
        self.in_rows = False
        self.framed = False  # a caption or a fixed text of the form stands in the header: it is no prose
        self.columns: dict[str, tuple[Column, ...]] = {}

    def lines(self) -> list[Line]:
        lines: list[Line] = []
        for index, hit in enumerate(self.hits):
            if hit.kind == "row" and hit.row is not None and hit.table is not None:
                if self.header_start is not None:
                    lines.append(self._line(index, hit, hit.row, hit.table))
            else:
                self._head(hit, self.hits[index + 1] if index + 1 < len(self.hits) else None)
        counts = Counter(line.labels.spec.id for line in lines if _is_filled(line))
        return [line for line in lines if line.columns or counts[line.labels.spec.id] >= _FEWEST_ROWS]

    def _head(self, hit: Hit, following: Hit | None) -> None:
        if self.in_rows or hit.kind == "caption":
            self.header, self.header_start, self.in_rows, self.framed = [], None, False, False
        self.framed = self.framed or frames(hit, following)
        if hit.kind == "caption":
            if hit.table is not None:
                place = self.part.place_at(hit.start)
                self.reading.label(hit.table, None, None, self.part.quote(hit.start, hit.end), place)
            self.header_start = hit.end
            return
        if self.header_start is None:
            self.header_start = hit.start
        self.header.append(hit)

    def _line(self, index: int, hit: Hit, row: Row, table: str) -> Line:
        labels = self.labels.tables[table]
        columns = self._columns(hit, labels)
        following = next((other for other in self.hits[index + 1 :] if other.start >= hit.end), None)
        stream = self.part.stream
        stop = following.start if following else len(stream.signs)
        line = self.part.token_at(following.start).line if following else None
        values = values_between(stream, hit.end, stop, line, len(columns)) if hit.end < stop else NOTHING
        self.part.take(hit.start, hit.end + sum(len(text) for text, _ in values.found))
        last = following is None and self.part.at_end and not values.rest and len(values.found) < len(columns)
        return Line(labels=labels, row=row, hit=hit, columns=columns, values=values, last=last)

    def _columns(self, hit: Hit, labels: TableLabels) -> tuple[Column, ...]:
        """The columns of the header above a row; a repeated header that is not whole changes nothing."""
        table = labels.spec.id
        start = self.header_start
        if start is not None and (not self.in_rows or table not in self.columns):
            stop = hit.start if not self.in_rows else start
            found = columns_in_order(self.part.stream, self.header, start, stop, labels)
            if not self.framed and len(found) < max(_FEWEST_COLUMNS, len(labels.columns) // 2):
                found = ()
            if len(found) > len(self.columns.get(table, ())) or (found and table not in self.columns):
                self.columns[table] = found
                self._note(table, found)
                self.part.take(start, hit.start)
        self.in_rows = True
        return self.columns.get(table, ())

    def _note(self, table: str, columns: tuple[Column, ...]) -> None:
        known = self.labels.tables[table].columns
        for hit in self.header:
            for column in known.get(hit.wording, ()) if hit.kind == "column" else ():
                if column in columns:
                    place = self.part.place_at(hit.start)
                    self.reading.label(table, None, column, self.part.quote(hit.start, hit.end), place)


def _is_filled(line: Line) -> bool:
    """Whether most of a row's columns have a value behind its label; in prose it has one at most."""
    return 2 * len(line.values.found) > sum(not column.optional for column in line.labels.spec.columns)


def frames(hit: Hit, following: Hit | None) -> bool:
    """Whether a label can only be a table's: a caption, or a fixed text with the next label right behind it."""
    return hit.kind == "caption" or (
        hit.kind == "fixed" and following is not None and following.start - hit.end <= _NEAR
    )
