"""A sheet or text file as rows of cells, and what is known of it besides."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

Cell = object  # str, float, bool, date, datetime, time, timedelta
Row = list[Cell]
Merge = tuple[int, int, int, int]  # first row, first column, last row, last column; from 0


class Marks(msgspec.Struct, kw_only=True):
    """What a spreadsheet says about its cells besides their values; rows and columns from 0."""

    replaced: dict[int, dict[int, str]] = {}  # cells whose value the library does not give: #REF!, FORMULA
    merges: Sequence[Merge] = ()
    hidden_rows: int = 0
    filtered: bool = False
    unplaced: int = 0  # formulas without a value in cells that do not say where they stand


class Sheet(msgspec.Struct, kw_only=True):
    name: str | None  # None: the file is the sheet
    rows: Callable[[], Iterator[Row]]  # from row 1 of the sheet; each call reads anew
    marks: Callable[[], Marks] = Marks
    hidden: bool = False
    epoch_1904: bool = False
    encoding: str | None = None  # of a text file that does not say it
    nulls: int = 0  # NUL characters that were taken out
