"""Ledgers as files, written by the tests."""

from datetime import date

import openpyxl

from disclosecheck.ledgers.gathered import rows_there
from disclosecheck.ledgers.load import read_ledger

HEADINGS = ["收到日期", "答复日期", "渠道", "是否简单问题"]


def csv_file(tmp_path, text, encoding="utf-8", name="台账.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return str(path)


def workbook(*rows, sheet="台账"):
    """A workbook whose first sheet has these rows."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(list(row))
    return book


def saved(book, tmp_path, name="台账.xlsx"):
    path = tmp_path / name
    book.save(path)
    return str(path)


def replies(path, **given):
    return read_ledger("replies", path, **given)


def dates(ledger, key):
    """ISO dates, None for a blank, the flaw's code for what could not be read."""
    codes = {(flaw.line, flaw.column): flaw.code for flaw in ledger.flaws}
    return [
        date.fromordinal(day).isoformat() if day > 0 else (codes[line, key] if day < 0 else None)
        for line, day in zip(ledger.lines, ledger.columns[key], strict=True)
    ]


def chosen(ledger, key):
    column = ledger.form.column(key)
    return [column.choices[place - 1].key if place > 0 else place for place in ledger.columns[key]]


def flaws(ledger):
    return [(flaw.code, flaw.line, flaw.column) for flaw in ledger.flaws]


def notes(ledger):
    return [note.code for note in ledger.notes]


def left(ledger):
    return {group.code: list(group.lines) for group in ledger.left_out}


def all_rows(ledger):
    return rows_there(ledger.left_out, ledger.lines)
