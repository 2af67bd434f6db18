"""Rows of cells in a text: between bars, or between tabs."""

import msgspec

from disclosecheck.model.document import Cell
from disclosecheck.read.markdown import unmark
from disclosecheck.read.spacing import plain_spaces

_BORDER = frozenset("|+-=:─━═┼├┤┬┴┌┐└┘╋║│ \t")
_DASHES = frozenset("-=:─━═ \t")
_BARS = str.maketrans({"│": "|", "┃": "|", "║": "|"})
_ESCAPED = "\x00"  # stands for \| while a row is split


class Rows(msgspec.Struct, frozen=True):
    """Consecutive rows as cells, each cell without blanks at its ends; rows may differ in length."""

    cells: list[list[str]]
    ruled: bool = False  # a line of dashes stands below the first row, as Markdown wants it


Part = list[str] | Rows


def cut_rows(lines: list[str]) -> list[Part]:
    """The lines as they are, and between them the rows of cells."""
    lines = [line.translate(_BARS) if "│" in line or "┃" in line or "║" in line else line for line in lines]
    opened = _all_opened(lines)
    parts: list[Part] = []
    plain: list[str] = []
    at = 0
    while at < len(lines):
        end, rows = _rows_at(lines, at, opened)
        if rows.cells:
            parts += [plain, rows] if plain else [rows]
            plain = []
        elif end == at:
            plain.append(lines[at])
            end = at + 1
        at = end
    return [*parts, plain] if plain else parts


def is_grid(rows: Rows) -> bool:
    """Whether rows are a true rectangle: equally long, and no column holds a label in one row and a figure in another.

    Copies that lost their merged cells move the rest of a row to the left; their columns mean nothing. Without a line
    of dashes there must be figures to judge by.
    """
    cells = rows.cells
    if len(cells) < 2 or len(cells[0]) < 2 or any(len(row) != len(cells[0]) for row in cells):
        return False
    with_figures = [row for row in cells if any(_is_figure(cell) for cell in row)]
    for column in zip(*with_figures, strict=True):
        if any(_is_figure(cell) for cell in column) and any(_is_label(cell) for cell in column):
            return False
    return rows.ruled or bool(with_figures)


def grid_cells(rows: list[list[str]]) -> tuple[Cell, ...]:
    """Every cell of a rectangle, blank ones too."""
    return tuple(
        Cell(row=index, column=column, text=text) for index, row in enumerate(rows) for column, text in enumerate(row)
    )


def _rows_at(lines: list[str], at: int, opened: bool) -> tuple[int, Rows]:
    """The rows that begin at a line, and the line behind them; none where that line is no row."""
    line = lines[at]
    if line.strip() == "|":
        return _spread_rows(lines, at)
    if _is_barred(line):
        return _barred_rows(lines, at, opened)
    if "\t" in line.strip():
        return _tabbed_rows(lines, at)
    return at, Rows([])


def _barred_rows(lines: list[str], at: int, opened: bool) -> tuple[int, Rows]:
    """Rows of one line each: `规章 | 0 | 0 |`, `| 规章 | 0 | 0 |`."""
    end = at
    while end < len(lines) and _is_barred(lines[end]):
        end += 1
    texts = [line.strip() for line in lines[at:end] if not _is_border(line)]
    if end - at == 1 and texts and not (texts[0].startswith("|") or texts[0].endswith("|")):
        return at, Rows([])  # a menu: 首页 | 政务公开
    closed = sum(text.endswith("|") for text in texts) * 2 > len(texts)
    return end, Rows([_split(text, opened, closed) for text in texts], len(texts) < end - at)


def _split(row: str, opened: bool, closed: bool) -> list[str]:
    row = row.replace("\\|", _ESCAPED)
    row = row.removesuffix("|") if closed else row
    row = row.removeprefix("|") if opened else row
    return [cell_text(cell.replace(_ESCAPED, "|")) for cell in row.split("|")]


def _spread_rows(lines: list[str], at: int) -> tuple[int, Rows]:
    """Rows spread over lines: a bar at the margin begins a row, and each cell stands indented, with a bar behind it.

    A bar that stands alone between lines without bars only keeps cells apart; it is skipped.
    """
    rows: list[list[str]] = []
    end = at
    while end < len(lines) and ("|" in lines[end] or not lines[end].strip()):
        if lines[end].startswith("|") and lines[end].strip() == "|":
            rows.append([""])
        elif rows and (line := lines[end].strip()):
            pieces = line.split("|")
            rows[-1][-1] += pieces[0]
            rows[-1] += pieces[1:]
        end += 1
    texts = [[cell_text(cell) for cell in (row if row[-1].strip() else row[:-1])] for row in rows]
    return end, Rows([row for row in texts if row])


def _tabbed_rows(lines: list[str], at: int) -> tuple[int, Rows]:
    end = at
    while end < len(lines) and "\t" in lines[end]:
        end += 1
    if end - at < 2:
        return at, Rows([])
    return end, Rows([[cell_text(cell) for cell in line.split("\t")] for line in lines[at:end]])


def cell_text(text: str) -> str:
    """A cell's text without marks; Markdown breaks lines inside a cell with <br>."""
    if "<br" in text:
        text = text.replace("<br/>", "\n").replace("<br />", "\n").replace("<br>", "\n")
    return unmark(plain_spaces(text)).text


def _all_opened(lines: list[str]) -> bool:
    """Whether the bar before the first cell is a border; where only some rows have it, their first cell is blank."""
    rows = [line.strip() for line in lines if "|" in line and line.strip() != "|" and not _is_border(line)]
    return bool(rows) and all(row.startswith("|") for row in rows)


def _is_barred(line: str) -> bool:
    return line.strip() != "|" and ("|" in line or (_is_border(line) and not set(line) <= _DASHES))


def _is_border(line: str) -> bool:
    """|---|:--:|, +-----+, ├──┼──┤"""
    marks = set(line)
    return marks <= _BORDER and bool(marks & set("-─━═="))


def _is_figure(cell: str) -> bool:
    return any(sign.isdigit() for sign in cell) and not _is_label(cell)


def _is_label(cell: str) -> bool:
    return sum(sign.isalpha() for sign in cell) > 2
