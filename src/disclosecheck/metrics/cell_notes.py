"""What the values of a worksheet do not tell: percent formats, error values, formulas that were never calculated.

python-calamine gives 0.6 for a cell that shows 60 %, and nothing for #REF! and for a formula without a stored value.
Element names are those of ECMA-376 part 1, 18.3 (worksheets) and 18.8 (styles).
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import IO

import msgspec
from lxml import etree

MOST_ROWS, MOST_COLUMNS = 20_000, 200
LARGEST_PART = 64 * 1024 * 1024  # bytes of XML

_BUILT_IN_PERCENT = ("9", "10")  # ECMA-376 part 1, 18.8.30
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_LARGE = ("万", "千", "亿", "百")
_REFERENCE = re.compile(r"([A-Z]+)(\d+)")


class SheetTooLargeError(Exception):
    """A sheet of figures with more in it than any form has."""


class CellNotes(msgspec.Struct, frozen=True):
    """By (row, column) from 1."""

    percent: frozenset[tuple[int, int]] = frozenset()  # the value is shown a hundredfold with %
    shown_percent: frozenset[tuple[int, int]] = frozenset()  # the value is shown as it is with %
    scaled: frozenset[tuple[int, int]] = frozenset()  # shown in thousands or with 万
    errors: dict[tuple[int, int], str] = {}
    uncalculated: frozenset[tuple[int, int]] = frozenset()


class Package:
    """The parts of a workbook.

    Raises zipfile.BadZipFile, KeyError or etree.XMLSyntaxError for a damaged one.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._main = self._office_document()
        root = self._parse(self._main)
        targets = self._targets(self._main)
        self.parts = {
            str(sheet.get("name")): targets[identifier]
            for sheet in _all(root, "sheet")
            for name, identifier in sheet.attrib.items()
            if str(name).endswith("}id") and identifier in targets
        }
        self.stale = any(calc.get("fullCalcOnLoad") in ("1", "true") for calc in _all(root, "calcPr"))
        self.from_1904 = any(made.get("date1904") in ("1", "true") for made in _all(root, "workbookPr"))
        styles = next((part for part in targets.values() if part.endswith("styles.xml")), None)
        self._formats = self._read_formats(styles) if styles else []

    def notes(self, sheet: str) -> CellNotes:
        """Raises SheetTooLargeError before anybody unpacks the sheet whole."""
        part = self.parts[sheet]
        if self._archive.getinfo(part).file_size > LARGEST_PART:
            raise SheetTooLargeError
        percent: set[tuple[int, int]] = set()
        shown, scaled, uncalculated = set(percent), set(percent), set(percent)
        errors: dict[tuple[int, int], str] = {}
        with self._archive.open(part) as file:
            for place, cell in _cells(file):
                kind, value, formula = cell.get("t"), _child(cell, "v"), _child(cell, "f")
                if kind == "e":
                    errors[place] = (value.text if value is not None else None) or "#ERROR!"
                elif formula is not None and (self.stale or _never_calculated(kind, value)):
                    uncalculated.add(place)
                percents, tells = self._format(cell.get("s"))
                if percents:
                    (percent if percents == "percent" else shown).add(place)
                if tells:
                    scaled.add(place)
        return CellNotes(frozenset(percent), frozenset(shown), frozenset(scaled), errors, frozenset(uncalculated))

    def _format(self, style: str | None) -> tuple[str, bool]:
        index = int(style) if style and style.isdigit() else 0
        return self._formats[index] if index < len(self._formats) else ("", False)

    def _office_document(self) -> str:
        targets = self._targets("")
        return next((part for part in targets.values() if part.endswith("workbook.xml")), "xl/workbook.xml")

    def _targets(self, part: str) -> dict[str, str]:
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self._archive.namelist():
            return {}
        return {
            str(relation.get("Id")): posixpath.normpath(posixpath.join("/", folder, str(relation.get("Target"))))[1:]
            for relation in _all(self._parse(rels), "Relationship")
            if relation.get("TargetMode") != "External"
        }

    def _parse(self, part: str) -> etree._Element:
        if self._archive.getinfo(part).file_size > LARGEST_PART:
            raise SheetTooLargeError
        return etree.fromstring(self._archive.read(part), etree.XMLParser(resolve_entities=False, no_network=True))

    def _read_formats(self, part: str) -> list[tuple[str, bool]]:
        root = self._parse(part)
        codes = {str(code.get("numFmtId")): str(code.get("formatCode") or "") for code in _all(root, "numFmt")}
        styles = next(iter(_all(root, "cellXfs")), None)
        return [_reads(str(style.get("numFmtId")), codes) for style in styles] if styles is not None else []


def _reads(identifier: str, codes: dict[str, str]) -> tuple[str, bool]:
    """How a number format shows a value: as a percentage of it, or beside a percent sign; and whether made smaller."""
    if identifier in _BUILT_IN_PERCENT:
        return "percent", False
    code = codes.get(identifier, "").partition(";")[0]
    plain = _LITERAL.sub("", code)
    percents = "percent" if "%" in plain else "shown" if "%" in code or "％" in code else ""
    return percents, plain.rstrip("% ").endswith(",") or any(sign in code for sign in _LARGE)


def _never_calculated(kind: str | None, value: etree._Element | None) -> bool:
    """A formula that gives an empty text stores an empty value of kind str."""
    return value is None or (not value.text and kind != "str")


def _cells(file: IO[bytes]) -> Iterator[tuple[tuple[int, int], etree._Element]]:
    """(row, column) and element of every cell; a writer may leave their addresses out."""
    row = column = 0
    for event, element in etree.iterparse(file, ("start", "end"), resolve_entities=False, no_network=True):
        name = etree.QName(element).localname
        if event == "start":
            if name == "row":
                row, column = int(element.get("r") or row + 1), 0
            continue
        if name == "c":
            match = _REFERENCE.fullmatch(element.get("r") or "")
            column = _column(match[1]) if match else column + 1
            if (match or row) and (row > MOST_ROWS or column > MOST_COLUMNS) and len(element):
                raise SheetTooLargeError
            yield (int(match[2]) if match else row, column), element
        elif name == "row":
            element.clear()


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _all(root: etree._Element, name: str) -> list[etree._Element]:
    return [
        element for element in root.iter() if isinstance(element.tag, str) and etree.QName(element).localname == name
    ]


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if etree.QName(child).localname == name), None)
