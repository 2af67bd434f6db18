"""A sample as the pieces that stand below one another in the document, whatever its file format."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from making.layout import Cells, Grid, flatten, lay_out
from making.source import Change, PrintedForm, Report, RequestRow, Sample, TableHere, load_form, load_report

Kind = Literal["title", "reference", "body", "heading", "table", "signature"]


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    kind: Kind
    text: str = ""
    numeral: str = ""  # of a heading, as printed before `text`
    table: Grid | None = None


class Content(msgspec.Struct, frozen=True, kw_only=True):
    report: Report
    pieces: tuple[Piece, ...]


def compose(sample: Sample) -> Content:
    """The sample's report with its defect, in printing order."""
    return compose_report(load_report(sample.of), sample.change)


def compose_report(report: Report, change: Change) -> Content:
    report = _change_text(report, change)
    form = _choose_form(report, change)
    cells = _change_cells(flatten(form, {**report.cells, **change.tables}), change) if report.cells else {}
    return Content(report=report, pieces=tuple(_print(report, form, cells, change)))


def _print(report: Report, form: PrintedForm, cells: Cells, change: Change) -> Iterator[Piece]:
    if report.reference:
        yield Piece(kind="reference", text=report.reference)
    for text in report.title:
        yield Piece(kind="title", text=text)
    for text in report.preamble:
        yield Piece(kind="body", text=text)
    for part in report.parts:
        yield Piece(kind="heading", text=part.heading)
        yield from (Piece(kind="body", text=text) for text in part.text)
    numbers = [n for n in change.order or sorted(report.sections) if n not in change.drop_sections]
    numerals = change.numerals or tuple(report.numerals[n - 1] for n in numbers)
    for number, numeral in zip(numbers, numerals, strict=True):
        heading = report.headings[number - 1] if report.headings else form.sections[number - 1].title
        yield Piece(kind="heading", numeral=numeral, text=heading)
        yield from _print_section(report, form, cells, change, number)
    for text in report.signature:
        yield Piece(kind="signature", text=text)


def _print_section(report: Report, form: PrintedForm, cells: Cells, change: Change, number: int) -> Iterator[Piece]:
    for item in (*report.sections[number], *change.add.get(number, ())):
        if isinstance(item, TableHere):
            if not change.drop_tables:
                yield Piece(kind="table", table=lay_out(form, cells, item.table))
        else:
            yield Piece(kind="body", text=item)


def _choose_form(report: Report, change: Change) -> PrintedForm:
    form = load_form(change.form or report.edition)
    if not change.other_in_one_row:
        return form
    rows = tuple(_in_one_row(row) for row in form.requests.rows)
    return msgspec.structs.replace(form, requests=msgspec.structs.replace(form.requests, rows=rows))


def _in_one_row(row: RequestRow) -> RequestRow:
    if row.label.startswith("（六）"):
        return RequestRow(label=row.label, key="other")
    return msgspec.structs.replace(row, rows=tuple(_in_one_row(inner) for inner in row.rows))


def _change_cells(cells: Cells, change: Change) -> Cells:
    cells = dict(cells)
    for table, text in change.zeros.items():
        cells.update({address: text for address, old in cells.items() if address.startswith(table) and old == "0"})
    for address, text in change.cells.items():
        if address not in cells:
            raise ValueError(f"no such cell: {address}")
        cells[address] = text
    for row in change.drop_rows:
        gone = [address for address in cells if address.startswith(f"{row}.")]
        if not gone:
            raise ValueError(f"no such row: {row}")
        for address in gone:
            del cells[address]
    return cells


def _change_text(report: Report, change: Change) -> Report:
    for old, new in change.text:
        raw = msgspec.json.encode(report).decode("utf-8")
        was, now = (msgspec.json.encode(text).decode("utf-8")[1:-1] for text in (old, new))
        if raw.count(was) != 1:
            raise ValueError(f"stands {raw.count(was)} times in the report, not once: {old}")
        report = msgspec.json.decode(raw.replace(was, now), type=Report, strict=False)
    return report
