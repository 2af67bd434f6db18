"""An .xlsx workbook: values by python-calamine, what it does not tell by the sheet's own XML."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from disclosecheck.ledgers.sheet import Row, Sheet
from disclosecheck.ledgers.xlsx_marks import read_marks
from disclosecheck.model.errors import UsageError

# A workbook of a million rows unpacks to about 250 MB.
LARGEST = 1024  # MB unpacked
DENSEST = 400  # times its packed size, for parts of more than 10 MB
MOST_CELLS = (
    30_000_000  # of a sheet's rectangle, which the library holds in memory whole: A to Z of the last row there is
)
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DAMAGES = (zipfile.BadZipFile, NotImplementedError, ElementTree.ParseError, KeyError, ValueError, OSError, EOFError)


def open_xlsx(data: bytes, path: str) -> list[Sheet]:
    """Its worksheets in order.

    Raises UsageError for a workbook that cannot be read, is locked or is beyond all measure.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            _check_size(package, path)
            parts, epoch_1904 = _worksheets(package)
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        states = {sheet.name: sheet.visible != SheetVisibleEnum.Visible for sheet in workbook.sheets_metadata}
    except PasswordError as error:
        raise UsageError("ledger_encrypted", path=path) from error
    except (CalamineError, *_DAMAGES) as error:
        raise UsageError("ledger_damaged", path=path) from error
    kept = _Kept()
    return [
        _sheet(name, part, data, workbook, kept, path, states.get(name, False), epoch_1904)
        for name, part in parts.items()
    ]


class _Kept:
    """The worksheet that was loaded last: it is read for its headings, then for its rows."""

    name: str | None = None
    sheet: Any = None


def _sheet(
    name: str, part: str, data: bytes, workbook: Any, kept: _Kept, path: str, hidden: bool, epoch_1904: bool
) -> Sheet:
    from python_calamine import CalamineError

    marks: list[Any] = []

    def marked() -> Any:
        if not marks:
            try:
                with zipfile.ZipFile(BytesIO(data)) as package, package.open(part) as file:
                    found = read_marks(file)
            except _DAMAGES as error:
                raise UsageError("ledger_damaged", path=path) from error
            if found.rows * found.columns > MOST_CELLS:
                raise UsageError("ledger_too_wide", path=path, sheet=name, column=str(found.columns))
            marks.append(found.marks)
        return marks[0]

    def rows() -> Iterator[Row]:
        marked()  # first: it bounds the sheet
        try:
            if kept.name != name:
                kept.name, kept.sheet = name, None  # the one before is given up first
                kept.sheet = workbook.get_sheet_by_name(name)
            sheet = kept.sheet
            before: Row = [""] * (sheet.start[1] if sheet.start else 0)
            met, width = 0, 0
            for row in sheet.iter_rows():
                met, width = met + 1, len(row)
                yield before + row if before else row
            # The library's rows end with the last value; formulas without one may stand below.
            for _ in range(met, max(marked().replaced, default=-1) + 1):
                yield before + [""] * width
        except (CalamineError, *_DAMAGES) as error:
            raise UsageError("ledger_damaged", path=path) from error

    return Sheet(name=name, rows=rows, marks=marked, hidden=hidden, epoch_1904=epoch_1904)


def _check_size(package: zipfile.ZipFile, path: str) -> None:
    whole = 0
    for part in package.infolist():
        whole += part.file_size
        dense = part.file_size > 10 * 2**20 and part.file_size > part.compress_size * DENSEST
        if dense or whole > LARGEST * 2**20:
            raise UsageError("ledger_bomb", path=path, limit=str(LARGEST))
        if part.flag_bits & 1:
            raise UsageError("ledger_encrypted", path=path)


def _worksheets(package: zipfile.ZipFile) -> tuple[dict[str, str], bool]:
    """The part of each worksheet by its name, and whether days are counted from 1904."""
    workbook = _parse(package, "xl/workbook.xml")
    related = _parse(package, "xl/_rels/workbook.xml.rels")
    targets = {
        relation.get("Id"): re.sub(r"^/?(xl/)?", "xl/", relation.get("Target") or "")
        for relation in related
        if (relation.get("Type") or "").endswith("/worksheet")
    }
    properties = workbook.find("{*}workbookPr")
    epoch_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    parts = {}
    for sheet in workbook.iterfind("{*}sheets/{*}sheet"):
        relation = next((value for key, value in sheet.attrib.items() if key.endswith("relationships}id")), None)
        if relation in targets:
            parts[sheet.get("name") or ""] = targets[relation]
    return parts, epoch_1904


def _parse(package: zipfile.ZipFile, part: str) -> ElementTree.Element:
    with package.open(part) as file:
        data = file.read(8 * 2**20)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:  # ECMA-376 part 2 forbids them; they multiply
        raise ValueError("document type declaration")
    return ElementTree.fromstring(data)
