"""Ledgers as .csv and .xlsx, equal bytes for equal rows."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO

import xlsxwriter

from making.ledger_table import Row, Table

WRITTEN = datetime(2022, 1, 10)  # noqa: DTZ001  # what the file says of itself, in no time zone


def write_csv(table: Table, rows: list[Row]) -> bytes:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.headings.values())
    writer.writerows([table.printed(key, number, row) for key in table.headings] for number, row in enumerate(rows))
    return text.getvalue().encode(table.encoding)


def write_xlsx(table: Table, rows: list[Row]) -> bytes:
    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    book.set_properties({"created": WRITTEN})
    sheet = book.add_worksheet(table.sheet)
    dated = book.add_format({"num_format": "yyyy-mm-dd"})
    if table.title:
        sheet.write_string(0, 0, table.title)
    for column, heading in enumerate(table.headings.values()):
        sheet.write_string(table.above - 1, column, heading)
    for number, row in enumerate(rows):
        for column, key in enumerate(table.headings):
            text = table.printed(key, number, row)
            if key in table.dates and text == row.get(key) and _is_date(text):
                sheet.write_datetime(number + table.above, column, date.fromisoformat(text), dated)
            elif text:
                sheet.write_string(number + table.above, column, text)
    for column, text in enumerate(table.totals):
        sheet.write_string(len(rows) + table.above, column, text)
    book.close()
    return data.getvalue()


def _is_date(text: str) -> bool:
    return len(text) == len("2021-03-05") and text[4] == text[7] == "-"
