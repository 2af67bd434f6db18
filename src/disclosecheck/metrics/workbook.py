"""Metrics files in .xlsx: sheets of figures, a sheet for the head, and sheets that are ledgers, which others read."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import msgspec
from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from disclosecheck.metrics.cell_notes import CellNotes, Package, SheetTooLargeError
from disclosecheck.metrics.file import LARGEST_WORKBOOK, read_bytes
from disclosecheck.metrics.form import MetricsForm, fold, load_form
from disclosecheck.metrics.stated import Head, Problems, Stated
from disclosecheck.metrics.table import Cell, HeadCells, Row, TableReader, head_of, headings_in, read_head
from disclosecheck.model.errors import MetricsError, UsageError
from disclosecheck.model.number import canonical
from disclosecheck.model.registry import FactName
from disclosecheck.model.verdict import Message

LARGEST_UNPACKED = 2 * 1024**3  # bytes; a ledger of a million rows takes a quarter of it
LARGEST_TEXTS = 512 * 1024**2
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # MS-CFB: .xls, and .xlsx with a password

# What zipfile, lxml and calamine say of parts that are missing, cut off or no XML.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OSError,
    etree.XMLSyntaxError,
    CalamineError,
)


class _Sheet(msgspec.Struct, frozen=True):
    name: str
    rows: list[Row]
    headings: int | None  # index of the row that heads the figures
    hidden: bool


def read_workbook(
    path: str, registry: Mapping[str, FactName], ledgers: Mapping[str, str], problems: Problems
) -> tuple[Head, list[Stated], tuple[tuple[str, str], ...]]:
    """Head, figures, and (form, sheet) of the ledgers; `ledgers` are the forms' ids by names of sheets.

    Raises UsageError for a file that cannot be opened, MetricsError for one that is no workbook of figures.
    """
    data, form = read_bytes(path, LARGEST_WORKBOOK), load_form()
    try:
        sheets, held = _sheets(data, path, form, ledgers, problems)
    except SheetTooLargeError as error:
        raise MetricsError(path, ((None, Message("metrics.too_many_cells")),)) from error
    except _DAMAGED as error:
        raise UsageError("damaged", path=path, part="xl") from error
    if not held and all(sheet.headings is None for sheet in sheets):
        name, value = form.columns["name"].title, form.columns["value"].title
        raise MetricsError(path, ((None, Message("metrics.no_figures", {"name": name, "value": value})),))
    _refuse_unknown(sheets, ledgers, form, problems)
    head_cells: HeadCells = {}
    for sheet in sheets:
        for key, cell in read_head(sheet.rows[: sheet.headings], sheet.name, form).items():
            head_cells.setdefault(key, cell)
    stated: list[Stated] = []
    for sheet in sheets:
        if sheet.headings is not None and not sheet.hidden:
            reader = TableReader(registry, form, problems, sheet.name)
            stated += reader.read(sheet.rows[sheet.headings], sheet.rows[sheet.headings + 1 :])
    return head_of(head_cells, problems, form), stated, held


def _sheets(
    data: bytes, path: str, form: MetricsForm, ledgers: Mapping[str, str], problems: Problems
) -> tuple[list[_Sheet], tuple[tuple[str, str], ...]]:
    folded = {fold(name): form_id for name, form_id in ledgers.items()}
    with _archive(data, path) as archive:
        package = Package(archive)
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets, held = [], []
        for meta in workbook.sheets_metadata:
            hidden = meta.visible != SheetVisibleEnum.Visible
            if meta.typ != SheetTypeEnum.WorkSheet:
                continue
            if fold(meta.name) in map(fold, form.sheets.ignored):
                continue
            if form_id := folded.get(fold(meta.name)):
                held.append((form_id, meta.name))
                continue
            notes = package.notes(meta.name)
            sheet = workbook.get_sheet_by_name(meta.name)
            rows = list(_rows(sheet.to_python(skip_empty_area=False), notes, from_1904=package.from_1904))
            start = next((index for index, row in enumerate(rows) if headings_in(row, form)), None)
            sheets.append(_Sheet(meta.name, rows, start, hidden))
            if start is not None and not hidden:
                _refuse_merged(meta.name, rows[start].line, sheet.merged_cell_ranges or (), problems)
        return sheets, tuple(held)


def _archive(data: bytes, path: str) -> zipfile.ZipFile:
    """The package, if it is a workbook of .xlsx that may be unpacked; Raises UsageError."""
    if data.startswith(_COMPOUND):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise UsageError("encrypted" if encrypted else "not_xlsx", path=path)
    if not data.startswith(b"PK"):
        raise UsageError("not_xlsx", path=path)
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = archive.namelist()
    if not any(name.lower().endswith("xl/workbook.xml") for name in names):
        raise UsageError("not_xlsx", path=path)
    texts = sum(part.file_size for part in archive.infolist() if part.filename.endswith("sharedStrings.xml"))
    unpacked = sum(part.file_size for part in archive.infolist())
    for size, limit in ((unpacked, LARGEST_UNPACKED), (texts, LARGEST_TEXTS)):
        if size > limit:
            sizes = {"size": str(size >> 20), "limit": str(limit >> 20)}
            raise UsageError("metrics_too_large", path=path, **sizes)
    return archive


def _rows(table: list[list[Any]], notes: CellNotes, *, from_1904: bool) -> Iterator[Row]:
    for line, values in enumerate(table, 1):
        cells = [_cell(value, (line, column), notes) for column, value in enumerate(values, 1)]
        last = max((column for row, column in (*notes.errors, *notes.uncalculated) if row == line), default=0)
        cells += [_cell("", (line, column), notes) for column in range(len(cells) + 1, last + 1)]
        if from_1904:
            cells = [_undated(cell) for cell in cells]
        yield Row(line, cells)


def _undated(cell: Cell) -> Cell:
    """Five digits may be the number of a day."""
    serial = isinstance(cell, str) and len(cell) == 5 and cell.isdecimal()
    return Message("metrics.from_1904", {"value": str(cell)}) if serial else cell


def _cell(value: Any, place: tuple[int, int], notes: CellNotes) -> Cell:
    """The cell as a person sees it: 60 % where Excel stores 0.6."""
    if place in notes.errors:
        return Message("metrics.cell_error", {"value": notes.errors[place]})
    if place in notes.uncalculated:
        return Message("metrics.not_calculated")
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        number = Decimal(format(value, ".15g"))  # the digits that Excel keeps
        if not number.is_finite():
            return str(value)
        if place in notes.scaled:
            return Message("metrics.scaled", {"value": canonical(number)})
        if place in notes.percent:
            return f"{canonical(number * 100)}%"
        return f"{canonical(number)}%" if place in notes.shown_percent else canonical(number)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip() or None


def _refuse_merged(sheet: str, headings: int, ranges: Any, problems: Problems) -> None:
    """A merged cell below the headings has its value in one row only: the others would be blank."""
    for (top, _), (bottom, _) in ranges:
        if bottom + 1 > headings:
            problems.add(top + 1, Message("metrics.merged", {"last": str(bottom + 1)}), sheet)


def _refuse_unknown(sheets: list[_Sheet], ledgers: Mapping[str, str], form: MetricsForm, problems: Problems) -> None:
    """Nothing that may hold figures or cases is passed over in silence."""
    for sheet in sheets:
        filled = any(cell is not None for row in sheet.rows for cell in row.cells)
        if sheet.hidden and sheet.headings is not None:
            problems.add(None, Message("metrics.hidden_sheet"), sheet.name)
        elif filled and not sheet.hidden and sheet.headings is None and not read_head(sheet.rows, None, form):
            known = "、".join({form_id: name for name, form_id in ledgers.items()}.values()) or "-"
            problems.add(None, Message("metrics.no_sheet", {"known": known}), sheet.name)
