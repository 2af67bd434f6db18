"""What the XML of a worksheet says and calamine does not: formulas without a value, errors, hidden rows, its extent.

The XML of a million rows is 250 MB, so that it is searched as bytes, block by block, and a block in which nothing of
that kind stands costs a search for a few words. `<` and quotation marks of texts are escaped in XML: what looks like a
tag is one.
"""

import re
from typing import IO

import msgspec
import re2

from disclosecheck.ledgers.sheet import Marks, Merge
from disclosecheck.ledgers.values import FORMULA

_BLOCK = 4 << 20
_P = rb"(?:[A-Za-z_][\w.-]*:)?"  # a prefix of the namespace
_NO_VALUE = re.compile(rb"(?:</%(p)bf>|<%(p)bf\b[^>]*/>)\s*(<%(p)bv\s*/>|<%(p)bv></%(p)bv>)?\s*</%(p)bc>" % {b"p": _P})
_ERROR = re.compile(rb"<%(p)bc\b([^>]*?\bt=[\"']e[\"'][^>]*)>(.*?)</%(p)bc>" % {b"p": _P}, re.DOTALL)
_VALUE = re.compile(rb"<%(p)bv>([^<]*)</" % {b"p": _P})
_CELL = re.compile(rb"<%(p)bc\b([^>]*)>" % {b"p": _P})
_PLACE = re.compile(rb"\br=[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_TEXT_RESULT = re.compile(rb"\bt=[\"']str[\"']")
_HIDDEN = re.compile(rb"<%(p)brow\b[^>]*\bhidden=[\"'](?:1|true)[\"']" % {b"p": _P})
_MERGE = re.compile(rb"<%(p)bmergeCell\b[^>]*\bref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']" % {b"p": _P})
_FILTER = re.compile(rb"<%(p)b(?:filterColumn|filters|customFilters)\b" % {b"p": _P})
# google-re2 passes over a block without any of these at the speed of memory; `in` with so short words does not.
_WORTH = re2.compile(rb"<(?:[\w.-]+:)?f[ />]|t=[\"']e[\"']|hidden=|mergeCell|ilter")
_MAYBE_WIDE = re.compile(rb"r=[\"'][A-Z]{2,3}\d")
_WIDE = re.compile(rb"<%(p)bc\b[^>]*?\br=[\"']([A-Z]{2,3})\d" % {b"p": _P})
_ROW = re.compile(rb"<%(p)brow\b[^>]*?\br=[\"'](\d{1,7})[\"']" % {b"p": _P})
_END = re.compile(rb"</%(p)bc>|</%(p)brow>|/>" % {b"p": _P})


class Found(msgspec.Struct):
    marks: Marks
    rows: int = 0  # the last row's number
    columns: int = 26  # at most


def read_marks(file: IO[bytes]) -> Found:
    """All of the worksheet's XML, once through."""
    found = Found(Marks(replaced={}, merges=[]))
    merges: list[Merge] = []
    rest = b""
    while block := file.read(_BLOCK):
        text = rest + block
        cut = _cut(text)
        rest = text[cut:]
        _search(text[:cut], found, merges)
    _search(rest, found, merges)
    found.marks.merges = merges
    return found


def _cut(text: bytes) -> int:
    """Behind the last cell or row that is whole."""
    for end in (b"</row>", b":row>", b"</c>", b":c>"):
        at = text.rfind(end)
        if at >= 0:
            return at + len(end)
    return 0


def _search(text: bytes, found: Found, merges: list[Merge]) -> None:
    if _WORTH.search(text):
        _search_marks(text, found.marks, merges)
    if _MAYBE_WIDE.search(text):
        found.columns = max(found.columns, *(_column(name) + 1 for name in {b"Z", *_WIDE.findall(text)}))
    last = max(text.rfind(b"<row "), text.rfind(b":row "))
    if last >= 0 and (row := _ROW.search(text, text.rfind(b"<", 0, last + 1))):
        found.rows = max(found.rows, int(row[1]))


def _search_marks(text: bytes, marks: Marks, merges: list[Merge]) -> None:
    for match in _NO_VALUE.finditer(text):
        _note_formula(text, match, marks)
    for match in _ERROR.finditer(text):
        value = _VALUE.search(match[2])
        _replace(match[1], marks, value[1].decode("utf-8", "replace") if value else "#ERROR!")
    marks.hidden_rows += len(_HIDDEN.findall(text))
    merges.extend(
        (int(match[2]) - 1, _column(match[1]), int(match[4]) - 1, _column(match[3])) for match in _MERGE.finditer(text)
    )
    marks.filtered = marks.filtered or _FILTER.search(text) is not None


def _note_formula(text: bytes, match: "re.Match[bytes]", marks: Marks) -> None:
    start = max(
        text.rfind(b"<c ", 0, match.start()), text.rfind(b":c ", 0, match.start()), text.rfind(b"<c>", 0, match.start())
    )
    opening = text[text.rfind(b"<", 0, start + 1) : text.find(b">", start) + 1]
    if match[1] is not None and _TEXT_RESULT.search(opening):
        return  # the formula's value is an empty text
    _replace(opening, marks, FORMULA)


def _replace(opening: bytes, marks: Marks, value: str) -> None:
    place = _PLACE.search(opening)
    if place is None:
        marks.unplaced += 1
        return
    marks.replaced.setdefault(int(place[2]) - 1, {})[_column(place[1])] = value


def _column(name: bytes) -> int:
    """From 0: A is 0, AA is 26."""
    number = 0
    for letter in name:
        number = number * 26 + letter - 64
    return number - 1
