"""The values at the head of a metrics file."""

from typing import Any

import msgspec

from disclosecheck.metrics.stated import Problems
from disclosecheck.metrics.values import FigureError, read_date
from disclosecheck.model.verdict import Message


def year_of(raw: Any, line: int | None, problems: Problems, sheet: str | None = None) -> int | None:
    """A year of four digits, or none where nothing stands."""
    if raw is None or raw == "":
        return None
    text = str(raw).strip().removesuffix("度").removesuffix("年")
    try:
        number = msgspec.convert(text, int, strict=False)
    except msgspec.ValidationError:
        number = 0
    if isinstance(raw, bool) or not 1900 < number < 2100:
        problems.add(line, Message("metrics.no_year", {"value": str(raw)}), sheet)
        return None
    return number


def day_of(name: str, raw: Any, line: int | None, problems: Problems, sheet: str | None = None) -> str | None:
    """An ISO date, or none where nothing stands."""
    if raw is None or raw == "":
        return None
    try:
        return read_date(raw)
    except FigureError as fault:
        problems.add(line, Message("metrics.of", {"name": name, "problem": fault.message}), sheet)
        return None
