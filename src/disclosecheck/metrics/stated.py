"""What a metrics file states, whatever its format, before it is judged to be a figure."""

import msgspec

from disclosecheck.model.fact import Attestation
from disclosecheck.model.verdict import Message

Scalar = str | int | float | bool


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The long form of a figure. `source` and `note` are for the reader."""

    value: Scalar | None = None
    unit: str | None = None
    numerator: str | int | float | None = None
    denominator: str | int | float | None = None
    period: str | int | None = None
    scope: str | None = None
    dimensions: dict[str, str] = {}
    source: str | None = None
    note: str | None = None
    attested_by: str | None = None
    attested_on: str | int | None = None
    proof: str | None = None

    @property
    def blank(self) -> bool:
        return all(given is None or given == "" for given in (self.value, self.numerator, self.denominator))


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    name: str  # as written: a key of the registry or a title
    entry: Entry
    sheet: str | None = None
    line: int | None = None  # 1-based, of the file or sheet


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for all figures of a file."""

    organ: str | None = None
    year: int | None = None
    attested: Attestation = Attestation()
    closing: str | None = None  # ISO date


class Problems:
    """The mistakes of a file, each at its line."""

    def __init__(self) -> None:
        self._found: list[tuple[str | None, int | None, Message]] = []

    def add(self, line: int | None, message: Message, sheet: str | None = None) -> None:
        self._found.append((sheet, line, message))

    def __bool__(self) -> bool:
        return bool(self._found)

    def listed(self) -> tuple[tuple[int | None, Message], ...]:
        """In the order of sheets and lines; a sheet's name stands before the mistake."""
        sheets = list(dict.fromkeys(sheet for sheet, _, _ in self._found))
        ordered = sorted(self._found, key=lambda found: (sheets.index(found[0]), found[1] or 0))
        return tuple(
            (line, Message("metrics.in_sheet", {"sheet": sheet, "problem": message}) if sheet else message)
            for sheet, line, message in ordered
        )
