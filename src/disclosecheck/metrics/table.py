"""A table of figures, one a row, below its headings; above them, or on a sheet of its own, the head of the file."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from disclosecheck.metrics.entries import names_of
from disclosecheck.metrics.form import MetricsForm, first_line, fold
from disclosecheck.metrics.heads import day_of, year_of
from disclosecheck.metrics.stated import Entry, Head, Problems, Scalar, Stated
from disclosecheck.model.fact import Attestation
from disclosecheck.model.registry import FactName
from disclosecheck.model.verdict import Message

Cell = Scalar | Message | None  # None: blank; a Message says why there is no value
_PARTS = re.compile(r"[;；,，、\n]")
_PAIR = re.compile(r"\s*([^=:：]+?)\s*[=:：]\s*(.+?)\s*")


class Row(msgspec.Struct, frozen=True):
    line: int  # 1-based, of the file or sheet
    cells: Sequence[Cell]


HeadCells = dict[str, tuple[Cell, int, str | None]]  # by key of the head: what stands there, line, sheet


def headings_in(row: Row, form: MetricsForm) -> bool:
    """Whether a row heads a table of figures: it names the metric and a value."""
    found = {form.column(cell) for cell in row.cells if isinstance(cell, str) and len(cell) < 40}
    return bool(found & {"name", "key"}) and bool(found & {"value", "numerator"})


def read_head(rows: Iterable[Row], sheet: str | None, form: MetricsForm) -> HeadCells:
    """Pairs of a label and what stands behind it, in the next cell that is filled or behind a colon."""
    found: HeadCells = {}
    for row in rows:
        cells = [cell for cell in row.cells if cell is not None]
        for index, cell in enumerate(cells):
            if not isinstance(cell, str):
                continue
            label, _, behind = first_line(cell).replace("：", ":").partition(":")
            key = form.head_key(label)
            if key is None or key in found:
                continue
            value: Cell = behind.strip() or None
            following = cells[index + 1] if index + 1 < len(cells) else None
            if value is None and not (
                isinstance(following, str) and form.head_key(first_line(following).rstrip(":："))
            ):
                value = following
            found[key] = (value, row.line, sheet)
    return found


def head_of(cells: HeadCells, problems: Problems, form: MetricsForm) -> Head:
    def value(key: str) -> tuple[Scalar | None, int | None, str | None]:
        cell, line, sheet = cells.get(key, (None, None, None))
        if isinstance(cell, Message):
            problems.add(line, cell, sheet)
            cell = None
        return cell, line, sheet

    def day(key: str) -> str | None:
        cell, line, sheet = value(key)
        return day_of(form.head[key].title.zh, cell, line, problems, sheet)

    organ, by = value("organ")[0], value("attested_by")[0]
    year, year_line, year_sheet = value("year")
    return Head(
        organ=str(organ) if organ is not None else None,
        year=year_of(year, year_line, problems, year_sheet),
        attested=Attestation(by=str(by) if by is not None else None, on=day("attested_on")),
        closing=day("closing"),
    )


class TableReader:
    """Reads the rows of one table below its headings."""

    def __init__(
        self, registry: Mapping[str, FactName], form: MetricsForm, problems: Problems, sheet: str | None = None
    ) -> None:
        self.registry, self.form, self.problems, self.sheet = dict(registry), form, problems, sheet
        self.names = names_of(self.registry)
        self.columns: dict[str, int] = {}
        self.headed: set[int] = set()

    def read(self, headings: Row, rows: Iterable[Row]) -> Iterator[Stated]:
        self._head_columns(headings)
        for row in rows:
            if stated := self._stated(row):
                yield stated

    def _head_columns(self, row: Row) -> None:
        for index, cell in enumerate(row.cells):
            if cell is None:
                continue
            self.headed.add(index)
            key = self.form.column(cell) if isinstance(cell, str) else None
            if key is None:
                self._refuse(row.line, self._unknown_column(cell))
            elif not self.form.columns[key].informs and self.columns.setdefault(key, index) != index:
                self._refuse(row.line, self._twice(cell, key))

    def _twice(self, cell: Cell, key: str) -> Message:
        return Message("metrics.column_twice", {"column": str(cell), "meaning": self.form.columns[key].title})

    def _unknown_column(self, cell: Cell) -> Message:
        from difflib import get_close_matches

        if isinstance(cell, Message):
            return cell
        titles = [title for column in self.form.columns.values() for title in (column.title.zh, column.title.en)]
        near = get_close_matches(str(cell), titles, n=1, cutoff=0.6)
        known = near or [column.title.zh for column in self.form.columns.values()]
        return Message("metrics.no_column", {"column": str(cell), "known": "、".join(known)})

    def _stated(self, row: Row) -> Stated | None:
        self._check_unheaded(row)
        cells: dict[str, Scalar] = {}
        sound = True
        for key, index in self.columns.items():
            cell = row.cells[index] if index < len(row.cells) else None
            if isinstance(cell, Message):
                sound = False
                heading = self.form.columns[key].title
                self._refuse(row.line, Message("metrics.of", {"name": heading, "problem": cell}))
            elif cell is not None:
                cells[key] = cell
        if not sound or not cells.keys() & {"value", "numerator", "denominator"}:
            return None  # no figure: a form's row that is not filled in, or a heading between rows
        name = self._name(row, cells)
        entry = self._entry(row, cells) if name else None
        return Stated(name=name, entry=entry, sheet=self.sheet, line=row.line) if name and entry else None

    def _check_unheaded(self, row: Row) -> None:
        """A column without a heading is told once."""
        for index, cell in enumerate(row.cells):
            if cell is not None and index not in self.headed:
                self._refuse(row.line, Message("metrics.no_heading", {"value": _quoted(cell)}))
                self.headed.add(index)

    def _name(self, row: Row, cells: dict[str, Scalar]) -> str | None:
        """The name as written, its title before its key; both must mean the same."""
        title, key = first_line(str(cells.get("name", ""))), str(cells.get("key", ""))
        if not title and not key:
            self._refuse(row.line, Message("metrics.no_name"))
            return None
        if title and key and self.names.get(fold(title)) != self.names.get(fold(key)):
            self._refuse(row.line, Message("metrics.names_differ", {"name": title, "key": key}))
            return None
        return title or key

    def _entry(self, row: Row, cells: dict[str, Scalar]) -> Entry | None:
        texts = {
            key: str(cells[key])
            for key in ("unit", "period", "scope", "source", "note", "attested_by", "attested_on", "proof")
            if key in cells
        }
        numbers = {key: cells[key] for key in ("value", "numerator", "denominator") if key in cells}
        dimensions = self._dimensions(row, str(cells.get("dimensions", "")))
        return Entry(**numbers, **texts, dimensions=dimensions)  # type: ignore[arg-type]

    def _dimensions(self, row: Row, text: str) -> dict[str, str]:
        found = {}
        for part in filter(None, (part.strip() for part in _PARTS.split(text))):
            if match := _PAIR.fullmatch(part):
                found[match[1]] = match[2]
            else:
                self._refuse(row.line, Message("metrics.no_pair", {"value": part}))
        return found

    def _refuse(self, line: int, message: Message) -> None:
        self.problems.add(line, message, self.sheet)


def _quoted(cell: Cell) -> str | Message:
    return cell if isinstance(cell, Message) else str(cell)
