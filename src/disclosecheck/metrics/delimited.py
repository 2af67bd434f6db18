"""Metrics files in .csv, as Excel and WPS write them: any of their encodings and delimiters."""

import csv
import io
from collections.abc import Iterator, Mapping

from disclosecheck.metrics.file import read_text
from disclosecheck.metrics.form import MetricsForm, load_form
from disclosecheck.metrics.stated import Head, Problems, Stated
from disclosecheck.metrics.table import Row, TableReader, head_of, headings_in, read_head
from disclosecheck.model.errors import MetricsError
from disclosecheck.model.registry import FactName
from disclosecheck.model.verdict import Message

DELIMITERS = (",", "\t", ";", "，")
LONGEST_CELL = 32_767  # signs (Excel)
LOOKED_AT = 200  # lines at the beginning among which the headings stand


def read_delimited(path: str, registry: Mapping[str, FactName], problems: Problems) -> tuple[Head, list[Stated]]:
    """Raises UsageError for a file that cannot be opened, MetricsError for one that is no table of figures."""
    text, form = read_text(path), load_form()
    delimiter = _delimiter(text, form)
    if delimiter is None:
        raise MetricsError(path, ((None, _no_figures(form)),))
    rows = _rows(text, delimiter, path)
    start = next(index for index, row in enumerate(rows) if headings_in(row, form))
    head = head_of(read_head(rows[:start], None, form), problems, form)
    return head, list(TableReader(registry, form, problems).read(rows[start], rows[start + 1 :]))


def _no_figures(form: MetricsForm) -> Message:
    name, value = form.columns["name"].title, form.columns["value"].title
    return Message("metrics.no_figures", {"name": name, "value": value})


def _delimiter(text: str, form: MetricsForm) -> str | None:
    """The one by which a row of headings shows."""
    start = "\n".join(text.splitlines()[:LOOKED_AT])
    for delimiter in DELIMITERS:
        try:
            if any(headings_in(row, form) for row in _split(start, delimiter, strict=False)):
                return delimiter
        except csv.Error:
            continue
    return None


def _rows(text: str, delimiter: str, path: str) -> list[Row]:
    try:
        return list(_split(text, delimiter, strict=True))
    except _BrokenError as error:
        raise MetricsError(path, ((error.line, Message("metrics.csv", {"detail": str(error)})),)) from error


class _BrokenError(csv.Error):
    line = 0


def _split(text: str, delimiter: str, *, strict: bool) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    line = 1
    try:
        for cells in reader:
            if max(map(len, cells), default=0) > LONGEST_CELL:
                raise csv.Error(f"a cell of more than {LONGEST_CELL} signs")
            yield Row(line, [cell.strip() or None for cell in cells])
            line = reader.line_num + 1
    except csv.Error as error:
        broken = _BrokenError(str(error))
        broken.line = line
        raise broken from error
