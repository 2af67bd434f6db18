"""Pieces of a table that goes on over a page break, joined by the places of their column lines."""

from disclosecheck.read.pdf.joining import begins_item, first_token, join_lines
from disclosecheck.read.pdf.shapes import Piece, PieceCell

SAME = 4.0  # points by which a column line may differ between pages
_SHIFT = 60.0  # points by which a whole page may be shifted (margins mirrored for binding)
_MOST_HEADER_ROWS = 6
_UNITS = "件条项次"

RowPrint = list[tuple[float, float, int, str]]


class TableInProgress:
    """A table as its pieces are appended. Only its column lines and its lower edge are looked at again."""

    def __init__(self, piece: Piece, parent: "TableInProgress | None" = None) -> None:
        self.parent = parent
        self.page = piece.page
        self.cells = piece.cells
        self.rows = piece.rows
        self.first = piece
        self.lines = _lines(piece)
        self._heading: list[RowPrint] | None = None  # the first rows, printed when a piece is to be compared
        self._bottom = [cell for cell in piece.cells if cell.row_end == piece.rows]

    def goes_on_in(self, piece: Piece) -> bool:
        """Whether the piece, first on its page, has the outline of this table, last on the page before.

        Of the two, the one with fewer column lines must have none that the other lacks, but for one in five.
        """
        shift = piece.x0 - self.first.x0
        if abs((self.first.x1 - self.first.x0) - (piece.x1 - piece.x0)) > SAME or abs(shift) > _SHIFT:
            return False
        fewer, more = sorted((self.lines, [x - shift for x in _lines(piece)]), key=len)
        missing = sum(min(abs(x - other) for other in more) > SAME for x in fewer)
        return 5 * missing <= len(fewer)

    def append(self, piece: Piece) -> None:
        """Put the piece below: a repeated heading dropped, a row or a cell that the break cut put together."""
        self._align(piece)
        repeated = self._repeated_rows(piece)
        if repeated:
            _drop_rows(piece, repeated)
            for cell in piece.cells:
                cell.open_top = False
        else:
            self._drop_blank_halves(piece)
        if not piece.rows:
            return
        cut = self._is_cut(piece)
        offset = self.rows - (1 if cut else 0)
        for cell in piece.cells:
            cell.row += offset
            cell.row_end += offset
        self.rows = offset + piece.rows
        kept = self._join_cells(piece, offset, cut)
        self.cells.extend(kept)
        self._bottom = [cell for cell in (*self._bottom, *kept) if cell.row_end == self.rows]

    def _align(self, piece: Piece) -> None:
        """Move the piece's cells onto the column lines of the table."""
        shift = self.first.x0 - piece.x0
        for cell in piece.cells:
            cell.x0, cell.x1 = self._nearest(cell.x0 + shift), self._nearest(cell.x1 + shift)
        self.lines = sorted({*self.lines, *_lines(piece)})

    def _nearest(self, x: float) -> float:
        for line in self.lines:
            if abs(line - x) <= SAME:
                return line
        return x

    def _repeated_rows(self, piece: Piece) -> int:
        """How many rows at the top of the piece repeat the heading of the table."""
        if self._heading is None:
            self._heading = _row_prints(self.cells, min(_MOST_HEADER_ROWS, self.rows))
        count = 0
        for printed, other in zip(self._heading, _row_prints(piece.cells, piece.rows), strict=False):
            texts = [text for *_, text in printed if text]
            if not texts or any(map(is_figure, texts)) or printed != other:
                break
            count += 1
        return count

    def _drop_blank_halves(self, piece: Piece) -> None:
        """Drop the empty half of a row that was cut: nothing stands in it, and no label begins beside it."""
        last = self.rows - 1
        own = [cell for cell in self._bottom if cell.row == last]
        if last > 0 and len(own) > 1 and not any(cell.text for cell in own):
            self.cells = [cell for cell in self.cells if cell.row != last]
            self._bottom = [cell for cell in self.cells if cell.row_end >= last]
            for cell in self._bottom:
                cell.row_end = last
            self.rows = last
        top = [cell for cell in piece.cells if cell.row == 0]
        if piece.rows > 1 and sum(cell.row_end == 1 for cell in top) > 1 and not any(cell.text for cell in top):
            _drop_rows(piece, 1)

    def _pairs(self, piece: Piece) -> list[tuple[PieceCell, PieceCell]]:
        """Cells on both sides of the break that stand between the same column lines."""
        tops = {(cell.x0, cell.x1): cell for cell in piece.cells if cell.row == 0}
        return [(cell, tops[cell.x0, cell.x1]) for cell in self._bottom if (cell.x0, cell.x1) in tops]

    def _is_cut(self, piece: Piece) -> bool:
        """Whether the break runs through a row: its halves together make one row, and neither stands for itself."""
        pairs = self._pairs(piece)
        own = sum(cell.row == self.rows - 1 for cell in self._bottom)
        if sum(upper.row == self.rows - 1 for upper, _ in pairs) < own or not pairs:  # other cells begin below
            return False
        figures_above = any(is_figure(upper.text) for upper, _ in pairs)
        if figures_above and any(is_figure(lower.text) for _, lower in pairs):
            return False
        halves = [(upper, lower) for upper, lower in pairs if upper.text and lower.text]
        if not all(_reads_on(upper, lower) for upper, lower in halves):
            return False
        tops = [cell for cell in piece.cells if not cell.row]
        if all(cell.open_bottom for cell in self._bottom) and all(cell.open_top for cell in tops):
            return True
        return any(upper.row_end - upper.row == 1 for upper, _ in halves)

    def _is_in_heading(self, piece: Piece, seam: int) -> bool:
        """Whether the break runs through a heading: no figure on either side, and a label above spans several below."""
        tops = [cell for cell in piece.cells if cell.row == seam]
        if any(is_figure(cell.text) for cell in (*self._bottom, *tops)):
            return False
        return any(
            sum(upper.x0 <= lower.x0 and lower.x1 <= upper.x1 and bool(lower.text) for lower in tops) > 1
            for upper in self._bottom
            if upper.text
        )

    def _join_cells(self, piece: Piece, seam: int, cut: bool) -> list[PieceCell]:
        """Join cells over the break, all of a cut row, else those beside several rows; returns the piece's others."""
        tops = {(cell.x0, cell.x1): cell for cell in piece.cells if cell.row == seam}
        heading = self._is_in_heading(piece, seam)
        joined = set()
        for upper in self._bottom:
            lower = tops.get((upper.x0, upper.x1))
            if lower is not None and (cut or _spans_on(upper, lower, heading)):
                upper.text = join_lines(upper.text, lower.text, full=True)
                upper.room = lower.room if lower.text else upper.room
                upper.row_end = lower.row_end
                upper.open_bottom = lower.open_bottom
                joined.add(id(lower))
        return [cell for cell in piece.cells if id(cell) not in joined]


def _lines(piece: Piece) -> list[float]:
    return sorted({x for cell in piece.cells for x in (cell.x0, cell.x1)})


def _row_prints(cells: list[PieceCell], rows: int) -> list[RowPrint]:
    """The first rows as they look: column lines, height and text of each cell that begins in them."""
    prints: list[RowPrint] = [[] for _ in range(min(rows, _MOST_HEADER_ROWS))]
    for cell in cells:
        if cell.row < len(prints):
            prints[cell.row].append((cell.x0, cell.x1, cell.row_end - cell.row, "".join(cell.text.split())))
    return prints


def _drop_rows(piece: Piece, count: int) -> None:
    piece.cells = [cell for cell in piece.cells if cell.row_end > count]
    for cell in piece.cells:
        cell.row = max(cell.row - count, 0)
        cell.row_end -= count
    piece.rows -= count


def is_figure(text: str) -> bool:
    """Whether a cell holds a value (12, 15件, /) rather than a label."""
    return text.strip(_UNITS) != "" and all(not char.isalpha() or char in _UNITS for char in text)


def _spans_on(upper: PieceCell, lower: PieceCell, heading: bool) -> bool:
    """Whether the break parted one cell: it is open on both sides, or stands beside several rows, and reads on."""
    if upper.text and lower.text:
        if not _reads_on(upper, lower):
            return False
    elif is_figure(upper.text) or is_figure(lower.text):
        return False
    if upper.open_bottom and lower.open_top:
        return True
    return upper.row_end - upper.row > 1 or lower.row_end - lower.row > 1 or (heading and upper.text != lower.text)


def _reads_on(upper: PieceCell, lower: PieceCell) -> bool:
    """Whether the lower text may be the rest of the upper: no figure, no new item, and no room for it above."""
    if is_figure(upper.text) or is_figure(lower.text) or begins_item(lower.text):
        return False
    return upper.room < first_token(lower.text)
