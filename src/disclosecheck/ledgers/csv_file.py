"""A text file of rows: UTF-8, GB18030 or UTF-16, parted by comma, semicolon or tab, as Excel and WPS write it."""

import csv
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from io import BytesIO, TextIOWrapper
from itertools import islice

from disclosecheck.ledgers.sheet import Row, Sheet
from disclosecheck.model.errors import UsageError

DELIMITERS = ",\t;，|"
_LONGEST_FIELD = 1_000_000  # characters; a quotation mark that is never closed swallows the rest of the file
_BLOCK = 1 << 20
_HEAD = 40  # rows by which the delimiter is told
_NULLS = {0: None}


def open_csv(data: bytes, path: str, is_heading: Callable[[str], bool]) -> list[Sheet]:
    """The file as one sheet; `is_heading` knows the ledger's headings, by which the delimiter is told.

    Raises UsageError for bytes that are no text.
    """
    encoding, certain = _encoding(data, path)
    nulls = _nulls(data, encoding)
    delimiter = _delimiter(list(islice(_lines(data, encoding, bool(nulls)), 400)), is_heading)
    csv.field_size_limit(_LONGEST_FIELD)

    def rows() -> Iterator[Row]:
        lines = _lines(data, encoding, bool(nulls))
        try:
            yield from csv.reader(lines, delimiter=delimiter)
        except csv.Error as error:
            raise UsageError("ledger_quotes", path=path) from error

    return [Sheet(name=None, rows=rows, encoding=None if certain else encoding, nulls=nulls)]


def _encoding(data: bytes, path: str) -> tuple[str, bool]:
    """The codec, and whether the file says so itself or leaves no doubt."""
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            if not _decodes(data, codec):
                raise UsageError("encoding", path=path)
            return codec, True
    if data[:4000].count(0) > len(data[:4000]) // 10:
        for codec in ("utf-16-le", "utf-16-be"):
            if _decodes(data, codec) and any(sign in data[:4000].decode(codec, "ignore") for sign in ",\t;"):
                return codec, False
        raise UsageError("encoding", path=path)
    if _decodes(data, "utf-8"):
        return "utf-8", True
    if _decodes(data, "gb18030"):
        return "gb18030", False
    raise UsageError("encoding", path=path)


def _decodes(data: bytes, codec: str) -> bool:
    decoder = getincrementaldecoder(codec)("strict")
    view = memoryview(data)
    try:
        for at in range(0, len(data), _BLOCK):
            decoder.decode(view[at : at + _BLOCK], at + _BLOCK >= len(data))
    except UnicodeDecodeError:
        return False
    return True


def _nulls(data: bytes, encoding: str) -> int:
    """NUL characters; in UTF-16 every second byte of plain text is 0 by itself."""
    return 0 if encoding.startswith("utf-16") else data.count(0)


def _lines(data: bytes, encoding: str, nulls: bool) -> Iterator[str]:
    lines = TextIOWrapper(BytesIO(data), encoding=encoding, newline="")
    return (line.translate(_NULLS) for line in lines) if nulls else iter(lines)


def _delimiter(lines: list[str], is_heading: Callable[[str], bool]) -> str:
    """The sign that parts one of the first rows into most headings, else the one that most rows agree on."""
    if lines and (named := lines[0].strip().lower()).startswith("sep=") and len(named) == 5:
        return named[4]

    def fitness(delimiter: str) -> tuple[int, int, int]:
        try:
            rows = [row for row in islice(csv.reader(lines, delimiter=delimiter), _HEAD) if any(row)]
        except csv.Error:
            return 0, 0, 0
        headings = max((sum(map(is_heading, row)) for row in rows), default=0)
        widths = [len(row) for row in rows if len(row) > 1]
        agreed = max(map(widths.count, widths), default=0)
        return headings, agreed, -DELIMITERS.index(delimiter)

    return max(DELIMITERS, key=fitness)
