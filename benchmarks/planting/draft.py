"""A report as pieces below one another, and the general operations that alter it."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from making.content import Content, Piece, compose_report
from making.layout import Grid, flatten
from making.source import Change, Report, load_form

PROSE = ("body",)
TABLES = {2: "proactive", 3: "requests", 4: "review"}


class Draft(Struct, frozen=True):
    """`pieces` in printing order; headings of sections carry a numeral."""

    report: Report
    pieces: tuple[Piece, ...]
    cells: dict[str, str]

    @property
    def content(self) -> Content:
        title = tuple(piece.text for piece in self.pieces if piece.kind == "title")
        return Content(report=replace(self.report, title=title), pieces=self.pieces)

    @property
    def year(self) -> int:
        assert self.report.year is not None
        return self.report.year

    def sections(self) -> Iterator[tuple[int, int, int]]:
        """(number, index of the heading, index after the last piece) of each section."""
        starts = [i for i, piece in enumerate(self.pieces) if piece.kind == "heading" and piece.numeral]
        tail = next((i for i, piece in enumerate(self.pieces) if piece.kind == "signature"), len(self.pieces))
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], tail], strict=True), 1):
            yield number, start, end

    def section(self, number: int) -> tuple[int, int]:
        return next((start, end) for n, start, end in self.sections() if n == number)

    def section_at(self, index: int) -> int | None:
        return next((n for n, start, end in self.sections() if start <= index < end), None)

    def prose(self, *sections: int) -> Iterator[tuple[int, Piece]]:
        """The paragraphs of these sections; those of all without any."""
        for number, start, end in self.sections():
            if not sections or number in sections:
                for index in range(start + 1, end):
                    if self.pieces[index].kind == "body":
                        yield index, self.pieces[index]

    def preamble(self) -> Iterator[tuple[int, Piece]]:
        first = self.section(1)[0]
        for index in range(first):
            if self.pieces[index].kind == "body":
                yield index, self.pieces[index]

    def grids(self) -> Iterator[tuple[int, Grid]]:
        for index, piece in enumerate(self.pieces):
            if piece.table is not None:
                yield index, piece.table

    def grid_with(self, address: str) -> tuple[int, Grid]:
        return next(
            (i, grid) for i, grid in self.grids() if any((box.address or "").startswith(address) for box in grid.boxes)
        )

    # ── operations ──

    def put(self, index: int, *pieces: Piece) -> "Draft":
        """These in the place of one piece; with none it is taken out."""
        return replace(self, pieces=(*self.pieces[:index], *pieces, *self.pieces[index + 1 :]))

    def insert(self, index: int, *pieces: Piece) -> "Draft":
        return replace(self, pieces=(*self.pieces[:index], *pieces, *self.pieces[index:]))

    def cut(self, start: int, end: int) -> "Draft":
        return replace(self, pieces=(*self.pieces[:start], *self.pieces[end:]))

    def text(self, index: int, text: str) -> "Draft":
        return self.put(index, replace(self.pieces[index], text=text))

    def grid(self, index: int, alter: Callable[[Grid], Grid]) -> "Draft":
        piece = self.pieces[index]
        assert piece.table is not None
        return self.put(index, replace(piece, table=alter(piece.table)))

    def set_cells(self, texts: dict[str, str]) -> "Draft":
        """Raises KeyError for a cell that the report does not have."""
        for address in texts:
            self.cells[address]
        pieces = []
        for piece in self.pieces:
            if piece.table is not None:
                boxes = tuple(
                    replace(box, text=texts[box.address]) if box.address in texts else box for box in piece.table.boxes
                )
                piece = replace(piece, table=replace(piece.table, boxes=boxes))
            pieces.append(piece)
        return replace(self, pieces=tuple(pieces), cells={**self.cells, **texts})

    def everywhere(self, old: str, new: str) -> "Draft":
        """Each paragraph, heading and title with `new` for `old`."""
        return replace(self, pieces=tuple(replace(p, text=p.text.replace(old, new)) for p in self.pieces))

    def count(self, address: str) -> int:
        return int(self.cells[address])


def draft_of(report: Report) -> Draft:
    content = compose_report(report, Change())
    return Draft(report, content.pieces, flatten(load_form(report.edition), report.cells))
