"""Fills the empty forms in, as a person would with a spreadsheet program or an editor."""

import csv
import datetime
import io
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

Filled = Mapping[str, Mapping[str, Any]]  # by key of the metric: what stands in its columns, by their Chinese headings


def fill_workbook(path: Path, head: Mapping[str, Any], figures: Filled) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["指标"]
    start, columns = _headings([[cell.value for cell in row] for row in sheet.iter_rows(max_row=30)])
    for cell in (cell for row in sheet.iter_rows(max_row=start) for cell in row):
        if (label := _first(cell.value)) in head:
            sheet.cell(cell.row, cell.column + 1).value = head[label]
    for line in range(start + 2, sheet.max_row + 1):
        key = sheet.cell(line, columns["代码"] + 1).value
        for heading, value in figures.get(str(key), {}).items():
            cell = sheet.cell(line, columns[heading] + 1)
            percent = heading == "数值" and str(cell.number_format).endswith("%")
            cell.value = value / 100 if percent and isinstance(value, Decimal) else value
    book.save(path)


def fill_csv(path: Path, head: Mapping[str, Any], figures: Filled, codec: str = "utf-8-sig") -> None:
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    start, columns = _headings(rows)
    for row in rows[:start]:
        if (label := _first(row[0])) in head:
            row[1] = _text(head[label])
    for row in rows[start + 1 :]:
        for heading, value in figures.get(row[columns["代码"]], {}).items():
            row[columns[heading]] = _text(value)
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    path.write_bytes(out.getvalue().encode(codec, errors="replace"))


def fill_yaml(path: Path, head: Mapping[str, Any], figures: Filled) -> None:
    """Every entry is written in the long form; the form's own lines of a metric give way to it."""
    fields = {"数值": "value", "分子": "numerator", "分母": "denominator", "年度": "period", "范围": "scope",
              "维度": "dimensions", "数据来源": "source", "备注": "note", "核实人": "attested_by",
              "核实日期": "attested_on", "证明材料": "proof", "单位": "unit"}  # fmt: skip
    labels = {"organ:": "机关名称", "year:": "年度", "  by:": "核实人", "  on:": "核实日期", "closing:": "台账截止日期"}
    lines, skipping = [], False
    for line in path.read_text("utf-8").splitlines():
        start = line.partition(":")[0] + ":"
        if start in labels and labels[start] in head:
            lines.append(f"{start} {_text(head[labels[start]])}")
            continue
        name = line.strip().rstrip(":")
        skipping = (skipping and line.startswith("    ")) or name in figures
        if name in figures:
            lines.append(line)
            lines += [f'    {fields[key]}: "{_text(value)}"' for key, value in figures[name].items()]
        elif not skipping:
            lines.append(line)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _headings(rows: list[list[Any]]) -> tuple[int, dict[str, int]]:
    start = next(index for index, row in enumerate(rows) if len(row) > 3 and _first(row[1]) == "指标")
    return start, {_first(cell): index for index, cell in enumerate(rows[start])}


def _first(text: Any) -> str:
    return str(text or "").partition("\n")[0]


def _text(value: Any) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return f"{value:f}%" if isinstance(value, Decimal) else str(value)
