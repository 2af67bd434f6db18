"""What is printed in one cell of a table: a number, a blank, a dash, or something else."""

from decimal import Decimal

from disclosecheck.extract.fold import narrow
from disclosecheck.extract.numbers import read_number
from disclosecheck.model.fact import CellState

_DASHES = frozenset("-/\\—–―─−﹣﹘‐‑‒~")
_LARGE_UNIT = "万元"


def read_cell(text: str, column_unit: str, units: tuple[str, ...]) -> tuple[CellState, Decimal | None]:
    """State and value of a cell; `units` are the counting words that may follow a number, longest first.

    A unit that contradicts the column's (15元 under 万元) and a lone 一, which is a dash as often as a one, are text.
    """
    printed = narrow(text)
    if not printed:
        return "blank", None
    if _DASHES.issuperset(printed):
        return "dash", None
    if printed == "一":
        return "text", None
    value = _read(text)
    if value is None:
        unit = next((unit for unit in units if printed.endswith(unit)), "")
        if unit and not (column_unit == _LARGE_UNIT and unit == "元"):
            value = _read(text.rstrip()[: -len(unit)])
    return ("number", value) if value is not None else ("text", None)


def _read(text: str) -> Decimal | None:
    """A number that may be broken once: by the edge of a narrow column, or by a space."""
    value = read_number(text)
    if value is None:
        parts = text.split()
        if len(parts) == 2 and all(part.isdigit() for part in parts):
            value = read_number("".join(parts))
    return value
