"""The statutory tables as grids of merged boxes, the way the official form prints them."""

from collections.abc import Iterator
from math import lcm
from typing import Literal

import msgspec

from making.source import Block, PrintedForm, Proactive, RequestRow

Role = Literal["caption", "head", "label", "value"]


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """A cell of the grid at its upper left place; `address` names the form's cell where it holds a figure."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    role: Role = "label"
    address: str | None = None


class Grid(msgspec.Struct, frozen=True, kw_only=True):
    rows: int
    widths: tuple[int, ...]  # of the columns, in twentieths of a point, for a page 9750 wide
    boxes: tuple[Box, ...]  # in reading order


Cells = dict[str, str]  # address: printed text


def flatten(form: PrintedForm, tables: dict[str, dict[str, tuple[str, ...]]]) -> Cells:
    """Printed cells by address. Raises ValueError where a table does not fit the form."""
    given = {f"{table}.{row}": texts for table, rows in tables.items() for row, texts in rows.items()}
    cells: Cells = {}
    for table, row, columns in _lines(form):
        texts = given.pop(f"{table}.{row}", None)
        if texts is None or len(texts) != len(columns):
            raise ValueError(f"{table}.{row}: {len(columns)} cells are wanted, {texts} is given")
        for column, text in zip(columns, texts, strict=True):
            cells[_address(table, row, column)] = text
    if given:
        raise ValueError(f"not in the form: {sorted(given)}")
    return cells


def addresses(form: PrintedForm) -> tuple[str, ...]:
    """Every cell of the form that holds a figure, in form order."""
    return tuple(_address(table, row, column) for table, row, columns in _lines(form) for column in columns)


def lay_out(form: PrintedForm, cells: Cells, which: str) -> Grid:
    """The table `proactive`, `requests` or `review`; rows of which no cell is given are left out."""
    if which == "proactive":
        return _lay_out_proactive(form.proactive, cells)
    return _lay_out_requests(form, cells) if which == "requests" else _lay_out_review(form, cells)


def _lines(form: PrintedForm) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for block in form.proactive:
        for row in block.rows:
            yield block.table, row, tuple(block.columns)
    for row_ in _leaves(form.requests.rows):
        yield "t3_requests", str(row_.key), tuple(form.requests.columns)
    for inner in form.review.blocks:
        for leaf in inner.inner or (inner,):
            yield "t4_review_litigation", str(leaf.prefix), tuple(form.review.columns)


def _address(table: str, row: str, column: str) -> str:
    return f"{table}.{row}_{column}" if table == "t4_review_litigation" else f"{table}.{row}.{column}"


def _leaves(rows: tuple[RequestRow, ...]) -> Iterator[RequestRow]:
    for row in rows:
        if row.rows:
            yield from _leaves(row.rows)
        else:
            yield row


def _lay_out_proactive(blocks: tuple[Proactive, ...], cells: Cells) -> Grid:
    units = lcm(*(len(block.columns) for block in blocks))
    boxes: list[Box] = []
    at = 0
    for block in blocks:
        span = units // len(block.columns)
        boxes.append(Box(text=block.caption, row=at, column=0, colspan=units + 1, role="caption"))
        boxes.append(Box(text="信息内容", row=at + 1, column=0, role="head"))
        for index, label in enumerate(block.columns.values()):
            boxes.append(Box(text=label, row=at + 1, column=1 + index * span, colspan=span, role="head"))
        at += 2
        for key, label in block.rows.items():
            if f"{block.table}.{key}.{next(iter(block.columns))}" not in cells:
                continue
            boxes.append(Box(text=label, row=at, column=0))
            for index, column in enumerate(block.columns):
                address = f"{block.table}.{key}.{column}"
                place = {"row": at, "column": 1 + index * span, "colspan": span}
                boxes.append(Box(text=cells[address], role="value", address=address, **place))
            at += 1
    return Grid(rows=at, widths=(2430, *[7320 // units] * units), boxes=tuple(boxes))


def _lay_out_requests(form: PrintedForm, cells: Cells) -> Grid:
    head = form.requests
    last = 2 + len(head.columns)
    boxes = [
        Box(text=head.note, row=0, column=0, colspan=3, rowspan=3),
        Box(text=head.applicants, row=0, column=3, colspan=len(head.columns), role="head"),
    ]
    labels = tuple(head.columns.values())
    boxes.append(Box(text=labels[0], row=1, column=3, rowspan=2, role="head"))
    boxes.append(Box(text=head.organisations, row=1, column=4, colspan=len(labels) - 2, role="head"))
    boxes.append(Box(text=labels[-1], row=1, column=last, rowspan=2, role="head"))
    boxes.extend(Box(text=label, row=2, column=4 + i, role="head") for i, label in enumerate(labels[1:-1]))
    at = 3
    for row in head.rows:
        inner, at = _lay_out_row(row, at, 0, tuple(head.columns), cells)
        boxes.extend(inner)
    boxes.sort(key=lambda box: (box.row, box.column))
    return Grid(rows=at, widths=(750, 920, 3280, *[685] * len(labels)), boxes=tuple(boxes))


def _lay_out_row(row: RequestRow, at: int, level: int, columns: tuple[str, ...], cells: Cells) -> tuple[list[Box], int]:
    """A row, or a side heading with its rows; returns the boxes and the number of the row after them."""
    if row.rows:
        boxes: list[Box] = []
        end = at
        for inner in row.rows:
            below, end = _lay_out_row(inner, end, level + 1, columns, cells)
            boxes.extend(below)
        side = [Box(text=row.label, row=at, column=level, rowspan=end - at)] if end > at else []
        return side + boxes, end
    if f"t3_requests.{row.key}.{columns[0]}" not in cells:
        return [], at
    boxes = [Box(text=row.label, row=at, column=level, colspan=3 - level)]
    for index, column in enumerate(columns):
        address = f"t3_requests.{row.key}.{column}"
        boxes.append(Box(text=cells[address], row=at, column=3 + index, role="value", address=address))
    return boxes, at + 1


def _lay_out_review(form: PrintedForm, cells: Cells) -> Grid:
    boxes: list[Box] = []
    width = len(form.review.columns)
    column = 0
    for block in form.review.blocks:
        span = width * max(1, len(block.inner))
        boxes.append(Box(text=block.label, row=0, column=column, colspan=span, role="head"))
        for leaf in block.inner or (block,):
            boxes.extend(_lay_out_review_block(leaf, column, bool(block.inner), form.review.columns, cells))
            column += width
    boxes.sort(key=lambda box: (box.row, box.column))
    return Grid(rows=4, widths=(650,) * column, boxes=tuple(boxes))


def _lay_out_review_block(leaf: Block, at: int, inner: bool, columns: dict[str, str], cells: Cells) -> Iterator[Box]:
    if inner:
        yield Box(text=leaf.label, row=1, column=at, colspan=len(columns), role="head")
    for index, (key, label) in enumerate(columns.items()):
        address = f"t4_review_litigation.{leaf.prefix}_{key}"
        rows = (2, 1) if inner else (1, 2)
        yield Box(text=label, row=rows[0], rowspan=rows[1], column=at + index, role="head")
        yield Box(text=cells[address], row=3, column=at + index, role="value", address=address)
