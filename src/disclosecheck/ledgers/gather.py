"""The rows of a sheet to columns, a block at a time: no object a row, each text of a column read once.

A row with a day that can be read is a case. Only rows without one, or with a number for a day, are looked at singly:
they may be sums, headings again or explanations.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import islice

from disclosecheck.ledgers.dates import shown
from disclosecheck.ledgers.gathered import Gathered, Tally
from disclosecheck.ledgers.headings import Headings
from disclosecheck.ledgers.merges import Merges
from disclosecheck.ledgers.rows import RowKinds, joined
from disclosecheck.ledgers.sheet import Row, Sheet
from disclosecheck.ledgers.values import ACROSS, FORMULA, NOTES, Reading, Readings, choice_named
from disclosecheck.model.ledger import BLANK, NO_NUMBER, UNREADABLE, Column, Flaw
from disclosecheck.model.ledger_words import LedgerWords

BLOCK = 20_000  # rows
_STRINGS = ("text", "number")


class SheetReader:
    """Reads one sheet into what is gathered."""

    def __init__(self, gathered: Gathered, sheet: Sheet, headings: Headings, words: LedgerWords) -> None:
        self._gathered = gathered
        self._sheet = sheet
        self._headings = headings
        self._readings = Readings(words, sheet.epoch_1904, of_spreadsheet=sheet.name is not None)
        self._kinds = RowKinds(gathered.form, words, headings)
        self._merges = Merges(sheet.marks().merges, headings.last + 1)
        columns = [gathered.form.column(key) for key in headings.places]
        self._coded = [(column, self._readings.reading(column)) for column in columns if column.type not in _STRINGS]
        self._of_name = [
            (column, place)
            for column in gathered.form.columns
            if column.key not in headings.places and (place := choice_named(sheet.name, column))
        ]
        self._strings = [column for column in columns if column.type in _STRINGS]
        self._dates = [column.key for column in columns if column.type == "date"]
        self._tally = Tally(sheet.name)
        self._width = 0
        self._blank: Row = []

    def read(self, above: Sequence[Row], rows: Iterable[Row]) -> None:
        """`above` are the rows up to the headings' last, `rows` those that follow."""
        gathered, sheet = self._gathered, self._sheet
        if sheet.name is not None:
            gathered.parts.append((len(gathered.lines), sheet.name))
        for key, heading in self._headings.printed.items():
            gathered.headings.setdefault(key, heading)
        self._take_above(above)
        self._width = max(len(above[-1]), *(place + 1 for place in self._headings.places.values()))
        self._blank = [""] * self._width
        gathered.even_out((column for column, _ in (*self._coded, *self._of_name)), self._strings)
        remaining = iter(rows)
        line = len(above) + 1
        while block := list(islice(remaining, BLOCK)):
            self._take(block, line)
            line += len(block)
        self._tell()
        gathered.left += self._tally.left_out()
        gathered.notes += self._tally.notes()

    def _tell(self) -> None:
        """What concerns the sheet as a whole."""
        sheet, gathered = self._sheet, self._gathered
        if sheet.marks().unplaced:
            gathered.flaws.append(
                Flaw(code="formulas_unplaced", params={"count": str(sheet.marks().unplaced)}, sheet=sheet.name)
            )
        if sheet.nulls:
            gathered.flaws.append(Flaw(code="nulls", params={"count": str(sheet.nulls)}))
        for column, _ in self._of_name:
            gathered.notes.append(Flaw(code="of_sheet_name", column=column.key, sheet=sheet.name))
        if self._merges.down:
            gathered.notes.append(
                Flaw(
                    code="merged_down",
                    line=self._merges.first_line,
                    params={"count": str(self._merges.down)},
                    sheet=sheet.name,
                )
            )

    def _take_above(self, above: Sequence[Row]) -> None:
        for line, row in enumerate(above, 1):
            if line > self._headings.first:
                code = "left_heading"
            else:
                code = "left_title" if any(shown(cell).strip() for cell in row) else "left_empty"
            self._tally.leave(code, line)

    def _take(self, block: list[Row], first: int) -> None:
        for _, reading in self._coded:
            reading.trim()
        left = self._straighten(block, first)
        unowned = self._merges.fill(block, first - 1)
        left.update((index, "left_merged") for index in unowned if index not in left)
        by_place: Sequence[Sequence[object]] = list(zip(*block, strict=True))
        raw = {key: by_place[place] for key, place in self._headings.places.items()}
        coded = {column.key: array("i", map(reading.__getitem__, raw[column.key])) for column, reading in self._coded}
        coded |= {column.key: array("i", [place]) * len(block) for column, place in self._of_name}
        for index in sorted({*self._doubtful(raw, coded, len(block)), *self._totals(by_place)}):
            if index in left:
                continue
            if block[index] == self._blank:
                left[index] = "left_empty"
            elif code := self._kinds.left_out(block[index]):
                left[index] = code
        strings = {column.key: self._string(column, raw[column.key], first, left) for column in self._strings}
        self._flaw(raw, coded, first, left)
        for index in sorted(left):
            self._tally.leave(left[index], first + index)
        self._gathered.append(coded, strings, range(first, first + len(block)), left)

    def _straighten(self, block: list[Row], first: int) -> dict[int, str]:
        """All rows as wide as the headings; errors and formulas put in; rows with fields too many are left out."""
        left: dict[int, str] = {}
        width = self._width
        if {len(row) for row in block} != {width}:
            for index, row in enumerate(block):
                if len(row) > width and any(shown(cell).strip() for cell in row[width:]) and self._sheet.name is None:
                    left[index] = "left_shifted"
                    self._gathered.flaws.append(
                        Flaw(
                            code="more_fields",
                            line=first + index,
                            text=joined(row),
                            params={"fields": str(len(row)), "headings": str(width)},
                        )
                    )
                block[index] = row[:width] + [""] * (width - len(row))
        replaced = self._sheet.marks().replaced
        if replaced:
            for index in range(len(block)):
                for place, value in replaced.get(first + index - 1, {}).items():
                    if place < width and (value != FORMULA or shown(block[index][place]) == ""):
                        block[index][place] = value
        return left

    def _doubtful(self, raw: dict[str, Sequence[object]], coded: dict[str, "array[int]"], size: int) -> Iterable[int]:
        """Rows in which no cell is surely a day."""
        if not self._dates:
            return range(size)
        latest = coded[self._dates[0]]
        if len(self._dates) > 1:
            latest = array("i", map(max, *(coded[key] for key in self._dates)))
        doubtful = [index for index, day in enumerate(latest) if day <= BLANK] if min(latest) <= BLANK else []
        serials = [
            index
            for column, reading in self._coded
            if column.type == "date" and "serial" in reading.codes
            for index, cell in enumerate(raw[column.key])
            if reading.unusual.get(cell) == "serial"
        ]
        return [*doubtful, *serials]

    def _totals(self, by_place: Sequence[Sequence[object]]) -> list[int]:
        """Rows whose first or second cell holds the word of a total, for they may bear a date."""
        return [
            index
            for cells in by_place[:2]
            if self._kinds.has_totals(cells)
            for index, cell in enumerate(cells)
            if self._kinds.is_totals(cell)
        ]

    def _string(self, column: Column, cells: Sequence[object], first: int, left: dict[int, str]) -> list[str]:
        if column.type == "text":
            text = self._readings.text
            found = [cell.strip() if type(cell) is str and cell[:1] != "\0" else text(cell) for cell in cells]
            if self._sheet.marks().replaced:
                for index, cell in enumerate(cells):
                    if cell == FORMULA:
                        self._add_flaw("formula", column, first, index, "", left)
            if column.filled and "" in found:
                for index, value in enumerate(found):
                    if not value and cells[index] != FORMULA:
                        self._add_flaw("blank", column, first, index, "", left)
            return found
        numbers = []
        for index, cell in enumerate(cells):
            value, code = self._readings.number(cell)
            numbers.append(value)
            if value == NO_NUMBER and code:
                self._add_flaw(code, column, first, index, cell, left)
        return numbers

    def _flaw(
        self, raw: dict[str, Sequence[object]], coded: dict[str, "array[int]"], first: int, left: dict[int, str]
    ) -> None:
        """A flaw for each cell that cannot be read, and what is to be said of those that are read all the same."""
        for column, reading in self._coded:
            values, cells = coded[column.key], raw[column.key]
            if UNREADABLE in values:
                for index, value in enumerate(values):
                    if value == UNREADABLE:
                        cell = cells[index]
                        self._add_flaw(_code(reading, cell), column, first, index, cell, left)
            if column.filled and BLANK in values:
                for index, value in enumerate(values):
                    if value == BLANK:
                        self._add_flaw("blank", column, first, index, cells[index], left)
            if reading.codes & NOTES:
                for index, cell in enumerate(cells):
                    if (code := reading.unusual.get(cell)) in NOTES and index not in left:
                        self._tally.say(code, column.key, first + index)

    def _add_flaw(self, code: str, column: Column, first: int, index: int, cell: object, left: dict[int, str]) -> None:
        if index in left:
            return
        text = "" if cell in (FORMULA, ACROSS) else shown(cell).strip()
        self._gathered.flaws.append(
            Flaw(code=code, line=first + index, column=column.key, text=text or None, sheet=self._sheet.name)
        )


def _code(reading: Reading, cell: object) -> str:
    """Why a cell could not be read; asked again where it was forgotten."""
    code = reading.unusual.get(cell)
    if code is None:
        reading[cell]
        code = reading.unusual.get(cell, "no_date")
    return code
