"""Merged cells: what stands over several rows holds for each of them."""

from collections.abc import Sequence

from disclosecheck.ledgers.dates import shown
from disclosecheck.ledgers.sheet import Merge, Row
from disclosecheck.ledgers.values import ACROSS


class Merges:
    """The merged cells below the headings. Fills block after block, in order."""

    def __init__(self, merges: Sequence[Merge], first_row: int) -> None:
        """`first_row` from 0: what begins above it are titles."""
        self._waiting = sorted((merge for merge in merges if merge[0] >= first_row), reverse=True)
        self._open: list[tuple[Merge, object]] = []
        self.down = 0  # merged cells that reach over several rows, and hold something
        self.first_line: int | None = None

    def fill(self, block: list[Row], first: int) -> list[int]:
        """Puts the value of a merged cell into all rows that it covers; `first` is the block's first row from 0.

        Returns the indexes of rows in which nothing stands but what merged cells above reach down: they are part of
        the case above.
        """
        last = first + len(block) - 1
        touched: dict[int, bool] = {}  # whether the row holds something of its own
        while self._waiting and self._waiting[-1][0] <= last:
            merge = self._waiting.pop()
            self._open.append((merge, self._begin(merge, block[merge[0] - first])))
        for merge, value in self._open:
            holds = bool(shown(value).strip())
            for index in range(max(merge[0] + 1, first) - first, min(merge[2], last) + 1 - first):
                cells = block[index]
                if index not in touched:
                    touched[index] = cells.count("") < len(cells) and any(shown(cell).strip() for cell in cells)
                if holds and merge[1] < len(cells):
                    cells[merge[1]] = value
                    self._across(merge, cells)
        self._open = [(merge, value) for merge, value in self._open if merge[2] > last]
        return [index for index, owns in touched.items() if not owns]

    def _begin(self, merge: Merge, row: Row) -> object:
        value = row[merge[1]] if merge[1] < len(row) else ""
        if shown(value).strip():
            self._across(merge, row)
            if merge[2] > merge[0]:
                self.down += 1
                self.first_line = self.first_line or merge[0] + 1
        return value

    def _across(self, merge: Merge, row: Row) -> None:
        for place in range(merge[1] + 1, min(merge[3] + 1, len(row))):
            row[place] = ACROSS
