"""Operations on a table as it is laid out: cells, labels, rows and columns."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from making.layout import Box, Grid

Alter = Callable[[Box], Box]


def each(grid: Grid, alter: Alter) -> Grid:
    return replace(grid, boxes=tuple(alter(box) for box in grid.boxes))


def set_cell(grid: Grid, address: str, text: str) -> Grid:
    return each(grid, lambda box: replace(box, text=text) if box.address == address else box)


def set_cells(grid: Grid, texts: dict[str, str]) -> Grid:
    return each(grid, lambda box: replace(box, text=texts[box.address]) if box.address in texts else box)


def relabel(grid: Grid, label: Box, text: str) -> Grid:
    return each(grid, lambda box: replace(box, text=text) if box == label else box)


def row_of(grid: Grid, key: str) -> int:
    """The grid row that holds the cells of `t3_requests.granted`."""
    return next(box.row for box in grid.boxes if box.address and box.address.startswith(f"{key}."))


def row_keys(grid: Grid) -> list[str]:
    keys = [box.address.rsplit(".", 1)[0] for box in grid.boxes if box.address and box.address.count(".") == 2]
    return list(dict.fromkeys(keys))


def label_of(grid: Grid, key: str) -> Box:
    """The box right before a row's cells."""
    at = row_of(grid, key)
    return max((box for box in grid.boxes if box.row == at and box.role == "label"), key=lambda box: box.column)


def heads(grid: Grid) -> Iterator[tuple[Box, str]]:
    """The head right above each column's first cell, with that column's `table.column`."""
    seen = set()
    for box in grid.boxes:
        if box.address is None:
            continue
        table, column = box.address.split(".")[0], box.address.split(".")[-1]
        if (table, column) not in seen:
            seen.add((table, column))
            above = [b for b in grid.boxes if b.role == "head" and b.row < box.row and _over(b, box)]
            yield max(above, key=lambda b: b.row), f"{table}.{column}"


def _over(head: Box, box: Box) -> bool:
    return head.column <= box.column and head.column + head.colspan >= box.column + box.colspan


def drop_rows(grid: Grid, at: int, count: int = 1) -> Grid:
    boxes = []
    for box in grid.boxes:
        first, last = box.row, box.row + box.rowspan
        before, inside = max(0, min(at, last) - first), max(0, min(last, at + count) - max(first, at))
        if inside == box.rowspan:
            continue
        start = first if before or first < at else max(at, first - count)
        boxes.append(replace(box, row=start, rowspan=box.rowspan - inside))
    return replace(grid, rows=grid.rows - count, boxes=_ordered(boxes))


def insert_row(grid: Grid, at: int, boxes: tuple[Box, ...]) -> Grid:
    """`boxes` become row `at`; a box that spans over that line spans the new row too."""
    moved = []
    for box in grid.boxes:
        if box.row >= at:
            moved.append(replace(box, row=box.row + 1))
        elif box.row + box.rowspan > at:
            moved.append(replace(box, rowspan=box.rowspan + 1))
        else:
            moved.append(box)
    return replace(grid, rows=grid.rows + 1, boxes=_ordered([*moved, *(replace(box, row=at) for box in boxes)]))


def swap_rows(grid: Grid, one: int, other: int) -> Grid:
    """Two rows of the same build, label and values."""
    places = {one: other, other: one}
    single = {box for box in grid.boxes if box.row in places and box.rowspan == 1}
    boxes = [replace(box, row=places[box.row]) if box in single else box for box in grid.boxes]
    return replace(grid, boxes=_ordered(boxes))


def drop_column(grid: Grid, at: int) -> Grid:
    boxes = []
    for box in grid.boxes:
        if box.column == at and box.colspan == 1:
            continue
        if box.column <= at < box.column + box.colspan:
            box = replace(box, colspan=box.colspan - 1)
        elif box.column > at:
            box = replace(box, column=box.column - 1)
        boxes.append(box)
    return replace(grid, widths=grid.widths[:at] + grid.widths[at + 1 :], boxes=_ordered(boxes))


def insert_column(grid: Grid, at: int, head: Box, text: Callable[[int], str], rows: range) -> Grid:
    """A column before `at`, its head as given, with `text(row)` in the rows of values."""
    boxes = []
    for box in grid.boxes:
        group = box.role == "head" and box.colspan > 1
        if box.column >= at and not (group and box.column == at):
            box = replace(box, column=box.column + 1)
        elif box.column + box.colspan > at or (
            box.role == "head" and box.colspan > 1 and box.column + box.colspan == at
        ):
            box = replace(box, colspan=box.colspan + 1)
        boxes.append(box)
    boxes.append(replace(head, column=at))
    boxes.extend(Box(text=text(row), row=row, column=at, role="value") for row in rows)
    return replace(grid, widths=(*grid.widths[:at], 600, *grid.widths[at:]), boxes=_ordered(boxes))


def _ordered(boxes: list[Box]) -> tuple[Box, ...]:
    return tuple(sorted(boxes, key=lambda box: (box.row, box.column)))
