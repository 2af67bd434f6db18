"""What has been read of the statutory tables so far, whatever they were read from."""

from collections import Counter
from typing import Literal

import msgspec

from disclosecheck.extract.cells import read_cell
from disclosecheck.extract.fold import bare, letters
from disclosecheck.extract.labels import FormLabels
from disclosecheck.extract.numbers import canonical
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import CellFact, Extra, LabelMet
from disclosecheck.model.form import Column, Row, address

_FEWEST_HEADLESS = 3  # rows of one table that make a table without its header
Stretch = tuple[int, int, int]  # block, and from where to where in its text a table takes it up
ExtraKind = Literal["row", "column", "table"]


class Place(msgspec.Struct, frozen=True):
    """Where something of a table stands."""

    section: int | None = None
    page: int | None = None
    paragraph: int | None = None  # of tables that are paragraphs


class Reading:
    """Collects cells, labels and what the form does not know; the first of two readings of a cell stands."""

    def __init__(self, labels: FormLabels, units: tuple[str, ...]) -> None:
        self.labels = labels
        self.units = units
        self.cells: dict[str, CellFact] = {}
        self.met: list[LabelMet] = []
        self.extras: list[Extra] = []
        self.rows: set[tuple[str, str | None]] = set()  # (table, row) of which cells were put or lost
        self.headless: dict[tuple[str, str], tuple[Row, Place]] = {}  # rows met in grids that have no header for them
        self.side_rows: set[tuple[str, str]] = set()  # side headings of the form that have a line of cells of their own

    @property
    def tables(self) -> frozenset[str]:
        """The tables of which anything was read."""
        return frozenset(table for table, _ in self.rows)

    def put(self, table: str, row: Row | None, column: Column, text: str, place: Place) -> None:
        """A cell as printed."""
        state, value = read_cell(text, column.unit, self.units)
        key = row.key if row else None
        self.rows.add((table, key))
        self._keep(
            CellFact(
                table=table,
                row=key,
                column=column.key,
                state=state,
                value=value,
                text=text.strip(),
                evidence=_evidence(
                    table, key, column.key, place, text.strip(), canonical(value) if value is not None else None
                ),
            )
        )

    def lose(self, table: str, row: Row | None, column: Column, reason: str, place: Place, printed: str = "") -> None:
        """A cell that cannot be told; `reason` is a message key. It overrides what was read there before."""
        key = row.key if row else None
        self.rows.add((table, key))
        self.cells[address(table, key, column.key)] = CellFact(
            table=table,
            row=key,
            column=column.key,
            state="missing",
            text=printed,
            reason=reason,
            evidence=_evidence(table, key, column.key, place, printed or None, None),
        )

    def label(self, table: str, row: Row | None, column: Column | None, printed: str, place: Place) -> None:
        """A label of the form as printed."""
        part, labels = row or column, self.labels.tables[table]
        official = part.label if part else labels.spec.caption
        wordings = labels.rows if row else labels.columns if column else labels.captions
        self.met.append(
            LabelMet(
                table=table,
                row=row.key if row else None,
                column=column.key if column else None,
                printed=printed,
                exact=letters(printed) == letters(official),
                known=bare(printed) in wordings,
                evidence=_evidence(
                    table, row.key if row else None, column.key if column else None, place, printed, None
                ),
            )
        )

    def extra(
        self,
        table: str,
        label: str,
        values: tuple[str, ...],
        place: Place,
        kind: ExtraKind = "row",
        row: Row | None = None,
        same: bool = False,
    ) -> None:
        """Something that the form does not know; `row` is the one whose label it bears."""
        key = row.key if row else None
        evidence = _evidence(table, key, None, place, label, None)
        self.extras.append(
            Extra(table=table, label=label, values=values, evidence=evidence, kind=kind, row=key, same=same)
        )

    def texts(self, table: str, row: Row | None) -> tuple[str, ...]:
        """What was read of a row, in the order of the form's columns."""
        key = row.key if row else None
        cells = (self.cells.get(address(table, key, column.key)) for column in self.labels.tables[table].spec.columns)
        return tuple(cell.text for cell in cells if cell is not None)

    def has_row(self, table: str, row: Row | None) -> bool:
        return (table, row.key if row else None) in self.rows

    def settle(self) -> None:
        """Give up the rows of tables whose header was nowhere; one or two such rows are another list's."""
        counts = Counter(table for table, _ in self.headless)
        for (table, key), (row, place) in self.headless.items():
            if counts[table] >= _FEWEST_HEADLESS and (table, key) not in self.rows and not row.header_only:
                for column in self.labels.tables[table].spec.columns:
                    if not column.optional:
                        self.lose(table, row, column, "cell.header_not_found", place)

    def is_blank(self, table: str, row: Row) -> bool:
        """Whether nothing is printed in any cell of a row that was read."""
        cells = [cell for cell in self.cells.values() if (cell.table, cell.row) == (table, row.key)]
        return bool(cells) and all(cell.state == "blank" for cell in cells)

    def forget(self, table: str, row: Row) -> None:
        """A row read from the wrong line."""
        self.cells = {name: cell for name, cell in self.cells.items() if (cell.table, cell.row) != (table, row.key)}

    def _keep(self, cell: CellFact) -> None:
        self.cells.setdefault(cell.address, cell)


def _evidence(
    table: str, row: str | None, column: str | None, place: Place, quote: str | None, value: str | None
) -> Evidence:
    return Evidence(
        section=place.section,
        table=table,
        row=row,
        column=column,
        page=place.page,
        paragraph=place.paragraph,
        quote=quote,
        value=value,
    )
