"""Defects of whole tables, rows, columns and labels, and of the form: groups C and F of the catalogue."""

from collections.abc import Iterator
from itertools import cycle, pairwise

from msgspec.structs import replace

from making.content import Piece
from making.layout import Box, Grid, lay_out
from making.source import load_form
from planting import grids
from planting.bases import Base
from planting.cells import T3, Planter
from planting.draft import Draft
from planting.run import PICTURE, Planted

SECTION_TABLES = {2: ("t2_art20_1", "t2_art20_5", "t2_art20_6", "t2_art20_8"), 3: (T3,), 4: ("t4_review_litigation",)}


def _places(number: int) -> tuple[str, ...]:
    return (f"section:{number}", *(f"table:{table}" for table in SECTION_TABLES[number]))


def _tables(base: Base) -> Iterator[tuple[int, int, Grid]]:
    for index, grid in base.draft.grids():
        number = base.draft.section_at(index)
        assert number is not None
        yield number, index, grid


def _left_out(base: Base) -> Iterator[Planted]:
    for number, index, _ in _tables(base):
        for text in ("", "各项数据详见附件。"):
            pieces = (Piece(kind="body", text=text),) if text else (Piece(kind="body", text="有关情况如下。"),)
            draft = base.draft.put(index, *pieces)
            yield Planted(type="E-C01", what=text or "no table", draft=draft, places=_places(number))


def _picture(base: Base) -> Iterator[Planted]:
    for number, index, _ in _tables(base):
        draft = base.draft.put(index, Piece(kind="body", text=PICTURE))
        yield Planted(
            type="E-C02",
            what="picture",
            draft=draft,
            places=_places(number),
            types=("E-C01",),
            formats=("docx", "html"),
        )


def _row_out(base: Base) -> Iterator[Planted]:
    for _, index, grid in _tables(base):
        for key in grids.row_keys(grid):
            draft = base.draft.grid(index, lambda g, key=key: grids.drop_rows(g, grids.row_of(g, key)))  # type: ignore[misc]
            follows = ("E-C11",)
            yield Planted(
                type="E-C03",
                what="row left out",
                draft=draft,
                places=(f"row:{key}", f"table:{key.split('.')[0]}"),
                types=("E-C01",),
                follows=follows,
            )


def _row_more(base: Base) -> Iterator[Planted]:
    """A row of an office's own after each row of table 3, and one in each block of table 2."""
    label = cycle(("转交其他机关办理", "历史档案类", "涉密审查中", "主动撤销申请数"))
    for number, index, grid in _tables(base):
        if number == 4:
            continue
        for key in grids.row_keys(grid):
            at = grids.row_of(grid, key)
            before = grids.label_of(grid, key)
            values = [box for box in grid.boxes if box.row == at and box.address]
            text = next(label)
            boxes = (replace(before, text=text), *(replace(box, text="0", address=None) for box in values))
            draft = base.draft.put(
                index, replace(base.draft.pieces[index], table=grids.insert_row(grid, at + 1, boxes))
            )
            places = (f"table:{key.split('.')[0]}",)
            yield Planted(type="E-C03", what=f"row {text}", draft=draft, places=places)


def _column_out(base: Base) -> Iterator[Planted]:
    for number, index, grid in _tables(base):
        for head, column in grids.heads(grid):
            if number == 2:
                draft = base.draft.put(index, replace(base.draft.pieces[index], table=_without_head(grid, head)))
            else:
                draft = base.draft.grid(index, lambda g, head=head: grids.drop_column(g, head.column))  # type: ignore[misc]
            table, name = column.split(".")
            if sum(other.startswith(f"{table}.") for _, other in grids.heads(grid)) == 1:
                continue  # the only column of a block
            places = (f"column:{table}.{name}",) if number != 4 else tuple(f"cell:{column}" for _ in "x")
            yield Planted(type="E-C04", what="column left out", draft=draft, places=places)


def _without_head(grid: Grid, head: Box) -> Grid:
    """A block of table 2 without one column, the one beside it as much wider."""
    rows = {
        head.row,
        *(b.row for b in grid.boxes if b.address and b.column == head.column and _same_block(grid, head, b)),
    }
    boxes = []
    for box in grid.boxes:
        if box.row in rows and box.column == head.column:
            continue
        if box.row in rows and box.column + box.colspan == head.column and head.column > 1:
            box = replace(box, colspan=box.colspan + head.colspan)
        elif box.row in rows and head.column == 1 and box.column == 1 + head.colspan:
            box = replace(box, column=1, colspan=box.colspan + head.colspan)
        boxes.append(box)
    return replace(grid, boxes=tuple(boxes))


def _same_block(grid: Grid, head: Box, box: Box) -> bool:
    captions = [b.row for b in grid.boxes if b.role == "caption"]
    return max(c for c in captions if c <= head.row) == max(c for c in captions if c <= box.row)


def _column_more(base: Base) -> Iterator[Planted]:
    for number, index, grid in _tables(base):
        if number != 3:
            continue
        columns = list(grids.heads(grid))
        first = min(box.row for box in grid.boxes if box.address)
        for head, _ in columns[1:-1]:
            label = Box(text="新闻媒体", row=head.row, column=0, role="head")
            wide = grids.insert_column(grid, head.column, label, lambda _: "0", range(first, grid.rows))
            draft = base.draft.put(index, replace(base.draft.pieces[index], table=wide))
            yield Planted(type="E-C04", what="column 新闻媒体", draft=draft, places=(f"table:{T3}",))


def _row_reworded(base: Base) -> Iterator[Planted]:
    """One sign of a label's middle left out, or a word put in; labels that say another's name are left alone."""
    for _, index, grid in _tables(base):
        for key in grids.row_keys(grid):
            label = grids.label_of(grid, key)
            bare = label.text
            middle = len(bare) // 2
            for text in (bare[:middle] + bare[middle + 1 :], bare[:middle] + "等" + bare[middle:]):
                draft = base.draft.grid(index, lambda g, label=label, text=text: grids.relabel(g, label, text))  # type: ignore[misc]
                yield Planted(
                    type="E-C05",
                    what=f"{bare} → {text}"[:60],
                    draft=draft,
                    places=(f"row:{key}",),
                    types=("E-F06", "E-F07", "E-C06"),
                    follows=(),
                )


def _column_reworded(base: Base) -> Iterator[Planted]:
    for number, index, grid in _tables(base):
        for head, column in grids.heads(grid):
            bare = head.text
            middle = len(bare) // 2
            for text in (bare[:middle] + bare[middle + 1 :], bare[:middle] + "的" + bare[middle:]):
                draft = base.draft.grid(index, lambda g, head=head, text=text: grids.relabel(g, head, text))  # type: ignore[misc]
                places = (f"column:{column}",) if number != 4 else (f"table:{column.split('.')[0]}",)
                yield Planted(type="E-C06", what=f"{bare} → {text}"[:60], draft=draft, places=places)


def _swapped(base: Base) -> Iterator[Planted]:
    for _, index, grid in _tables(base):
        for one, other in pairwise(grids.row_keys(grid)):
            rows = grids.row_of(grid, one), grids.row_of(grid, other)
            labels = grids.label_of(grid, one), grids.label_of(grid, other)
            apart = rows[1] - rows[0] != 1 or one.split(".")[0] != other.split(".")[0]
            if apart or labels[0].column != labels[1].column or labels[0].colspan != labels[1].colspan:
                continue
            if any(box.rowspan > 1 and box.row == row for row in rows for box in grid.boxes):
                continue
            draft = base.draft.grid(index, lambda g, rows=rows: grids.swap_rows(g, *rows))  # type: ignore[misc]
            yield Planted(type="E-C07", what="two rows", draft=draft, places=(f"row:{one}", f"row:{other}"))


def _shifted(base: Base) -> Iterator[Planted]:
    """A row's figures one cell to the right, the first cell blank, the last figure lost."""
    for number, _, grid in _tables(base):
        if number != 3:
            continue
        for key in grids.row_keys(grid):
            cells = [box.address for box in grid.boxes if box.address and box.address.startswith(f"{key}.")]
            printed = [base.draft.cells[cell] for cell in cells]
            if any(text != "0" for text in printed):
                draft = base.draft.set_cells(dict(zip(cells, ["", *printed[:-1]], strict=True)))
                places = (f"row:{key}",)
                yield Planted(
                    type="E-C08",
                    what="one cell to the right",
                    draft=draft,
                    places=places,
                    follows=("E-D02", "E-E01", "E-E02", "E-E03"),  # the blank, and the sums that it explains
                    explains=True,
                )


def _explained(base: Base) -> Iterator[Planted]:
    note = cycle(("（含全系统各单位数据，不含下属事业单位）", "（此处不包括电话咨询和信访转办的件数）"))
    for number, index, grid in _tables(base):
        for head, column in grids.heads(grid):
            text = head.text + next(note)
            draft = base.draft.grid(index, lambda g, head=head, text=text: grids.relabel(g, head, text))  # type: ignore[misc]
            places = (f"column:{column}",) if number != 4 else (f"table:{column.split('.')[0]}",)
            yield Planted(type="E-C09", what="head", draft=draft, places=places)
        for key in grids.row_keys(grid):
            label = grids.label_of(grid, key)
            text = label.text + next(note)
            draft = base.draft.grid(index, lambda g, label=label, text=text: grids.relabel(g, label, text))  # type: ignore[misc]
            yield Planted(type="E-C09", what="label", draft=draft, places=(f"row:{key}",))


def _twice(base: Base) -> Iterator[Planted]:
    for number, index, _ in _tables(base):
        piece = base.draft.pieces[index]
        between = Piece(kind="body", text="下表同上。")
        draft = base.draft.insert(index + 1, between, piece)
        yield Planted(type="E-C10", what="the same again", draft=draft, places=_places(number))


def _side_rows(base: Base) -> Iterator[Planted]:
    """A row with the side heading's own label and the sums of its rows, above them."""
    for number, index, grid in _tables(base):
        if number != 3:
            continue
        sides = [box for box in grid.boxes if box.role == "label" and box.rowspan > 1 and box.column == 1]
        for side in sides:
            keys = [
                key for key in grids.row_keys(grid) if side.row <= grids.row_of(grid, key) < side.row + side.rowspan
            ]
            values = []
            for box in (b for b in grid.boxes if b.address and b.row == side.row):
                column = str(box.address).rsplit(".", 1)[1]
                total = sum(base.draft.count(f"{key}.{column}") for key in keys)
                values.append(replace(box, text=str(total), address=None))
            label = replace(side, rowspan=1, colspan=2)
            wide = grids.insert_row(grid, side.row, (label, *values))
            draft = base.draft.put(index, replace(base.draft.pieces[index], table=wide))
            if any(box.text != "0" for box in values):
                yield Planted(type="E-C11", what=side.text, draft=draft, places=(f"table:{T3}",), types=("E-C03",))


def _two_units(base: Base) -> Iterator[Planted]:
    for number, index, grid in _tables(base):
        if number != 3:
            continue
        zero = grids.set_cells(grid, {box.address: "0" for box in grid.boxes if box.address})
        first = Piece(kind="body", text="其中，所属执法大队办理情况如下：")
        draft = base.draft.insert(index + 1, first, Piece(kind="table", table=zero))
        yield Planted(
            type="E-C12",
            what="a second unit's table",
            draft=draft,
            places=(f"table:{T3}", "section:3"),
            types=("E-C10",),
        )


def _note_in_table(base: Base) -> Iterator[Planted]:
    for number, index, grid in _tables(base):
        width = max(box.column + box.colspan for box in grid.boxes)
        for text in ("填表说明：没有数据的栏目请填写0", "（示例，请删除）", "注：此处由各单位填报"):
            note = Box(text=text, row=0, column=0, colspan=width)
            longer = grids.insert_row(grid, grid.rows, (note,))
            draft = base.draft.put(index, replace(base.draft.pieces[index], table=longer))
            yield Planted(type="E-C13", what=text, draft=draft, places=_places(number))


# ── the form ──


def _on_the_form_of(edition: str) -> Planter:
    """The whole report on the other edition's tables, cells of equal names kept."""

    def plant(base: Base) -> Iterator[Planted]:
        if base.draft.report.edition == edition:
            return
        year = base.draft.year
        draft = _other_form(base.draft, edition)
        kind = "E-F01" if edition == "2019" else "E-F02"
        if (edition == "2019") == (year >= 2021):
            follows = ("E-F05", "E-F06", "E-F07", "E-E06", "E-I01", "E-H03")
            yield Planted(type=kind, what=f"form of {edition}", draft=draft, places=("anywhere",), follows=follows)

    return plant


def _other_form(draft: Draft, edition: str) -> Draft:
    form = load_form(edition)  # type: ignore[arg-type]
    cells = {address: draft.cells.get(address, "0") for address in _addresses(edition)}
    names = {2: "proactive", 3: "requests", 4: "review"}
    for number, name in names.items():
        start, end = draft.section(number)
        index = next(i for i in range(start, end) if draft.pieces[i].table is not None)
        draft = draft.put(index, Piece(kind="table", table=lay_out(form, _summed(draft, cells), name)))
    return replace(draft, cells=cells)


def _summed(draft: Draft, cells: dict[str, str]) -> dict[str, str]:
    """The rows of （六）其他处理 as one, or the one as the last of three."""
    cells = dict(cells)
    for column in (
        "natural_person",
        "commercial_enterprise",
        "research_institution",
        "public_welfare_org",
        "legal_service_org",
        "other_org",
        "total",
    ):
        one, parts = (
            f"{T3}.other.{column}",
            [f"{T3}.other_{n}.{column}" for n in ("overdue_correction", "overdue_fee", "misc")],
        )
        if one in cells:
            cells[one] = str(sum(int(draft.cells[part]) for part in parts))
        elif one in draft.cells:
            cells[parts[-1]] = draft.cells[one]
    return cells


def _addresses(edition: str) -> tuple[str, ...]:
    from making.layout import addresses

    return addresses(load_form(edition))  # type: ignore[arg-type]


def _annex(base: Base) -> Iterator[Planted]:
    """The statistics of before 2019 as an annex."""
    rows = (
        "主动公开政府信息数（不同渠道和方式公开相同信息计1条）",
        "通过政府网站公开政府信息数",
        "通过政务微博公开政府信息数",
        "回应公众关注热点或重大舆情数",
        "收到申请数",
        "按时办结数",
    )
    boxes = [
        Box(text="统计指标", row=0, column=0, role="head"),
        Box(text="单位", row=0, column=1, role="head"),
        Box(text="统计数", row=0, column=2, role="head"),
    ]
    for at, label in enumerate(rows, 1):
        boxes += [
            Box(text=label, row=at, column=0),
            Box(text="条" if at < 4 else "件", row=at, column=1),
            Box(text=str(at * 7), row=at, column=2),
        ]
    grid = Grid(rows=len(rows) + 1, widths=(6000, 1500, 2000), boxes=tuple(boxes))
    for number in (2, 6):
        _, end = base.draft.section(number)
        draft = base.draft.insert(
            end, Piece(kind="body", text="附：政府信息公开情况统计表"), Piece(kind="table", table=grid)
        )
        yield Planted(type="E-F03", what="annex", draft=draft, places=("anywhere",))


def _before_the_form(base: Base) -> Iterator[Planted]:
    """The report of 2019 with sections of the time before and no tables."""
    if base.previous is None or base.previous.year != 2019:
        return
    draft = base.previous
    for index, _ in reversed(list(draft.grids())):
        draft = draft.put(index, Piece(kind="body", text="有关情况见年度统计报表，报上级机关汇总。"))
    yield Planted(
        type="E-F04",
        what="no table of 2019",
        draft=draft,
        types=("E-F08",),
        follows=("E-C01",),
        explains=True,  # said of the gap of the tables
    )


def _other_in_one_row(base: Base) -> Iterator[Planted]:
    if base.draft.report.edition == "2021":
        draft = _one_row(base.draft)
        yield Planted(
            type="E-F05", what="（六）其他处理 in one row", draft=draft, places=(f"row:{T3}.other", f"table:{T3}")
        )


def _one_row(draft: Draft) -> Draft:
    index, grid = draft.grid_with(T3)
    keys = [f"{T3}.other_{n}" for n in ("overdue_correction", "overdue_fee", "misc")]
    first = grids.row_of(grid, keys[0])
    sums = {}
    for box in grid.boxes:
        if box.row == first and box.address:
            column = box.address.rsplit(".", 1)[1]
            sums[box.address] = str(sum(draft.count(f"{key}.{column}") for key in keys))
    grid = grids.set_cells(grid, sums)
    side = next(b for b in grid.boxes if b.row == first and b.role == "label" and b.column == 1)
    boxes = [b for b in grid.boxes if not (b.row == first and b.role == "label" and b.column == 2) and b != side]
    grid = replace(grid, boxes=(*boxes, replace(side, colspan=2)))
    grid = replace(grid, boxes=tuple(sorted(grid.boxes, key=lambda b: (b.row, b.column))))
    grid = grids.drop_rows(grid, first + 1, 2)
    return draft.put(index, replace(draft.pieces[index], table=grid))


def _old_row_label(base: Base) -> Iterator[Planted]:
    if base.draft.report.edition == "2021":
        index, grid = base.draft.grid_with("t2_art20_1")
        label = grids.label_of(grid, "t2_art20_1.normative_documents")
        draft = base.draft.put(index, replace(base.draft.pieces[index], table=grids.relabel(grid, label, "规范性文件")))
        places = ("row:t2_art20_1.normative_documents", "table:t2_art20_1")
        yield Planted(type="E-F06", what="规范性文件", draft=draft, places=places)


def _leftovers(base: Base) -> Iterator[Planted]:
    """Heads, rows and a block of the form of 2019 in tables that are otherwise those of 2021."""
    if base.draft.report.edition != "2021":
        return
    index, grid = base.draft.grid_with("t2_art20_1")
    piece = base.draft.pieces[index]
    heads = {column: head for head, column in grids.heads(grid)}
    for column, text in (
        ("t2_art20_1.issued", "本年新制作数量"),
        ("t2_art20_1.repealed", "本年新公开数量"),
        ("t2_art20_1.in_force", "对外公开总数量"),
    ):
        head = next(
            (head for name, head in heads.items() if name.startswith(column.split(".")[0]) and (name == column)), None
        )
        if head is not None and head.text != text:
            draft = base.draft.put(index, replace(piece, table=grids.relabel(grid, head, text)))
            yield Planted(type="E-F07", what=text, draft=draft, places=_places(2), types=("E-C04", "E-C06"))
    for after, text in (("t2_art20_5.administrative_licences", "其他对外管理服务事项"),):
        at = grids.row_of(grid, after)
        label = grids.label_of(grid, after)
        values = [replace(b, text="3", address=None) for b in grid.boxes if b.row == at and b.address]
        longer = grids.insert_row(grid, at + 1, (replace(label, text=text), *values))
        draft = base.draft.put(index, replace(piece, table=longer))
        yield Planted(type="E-F07", what=text, draft=draft, places=_places(2), types=("E-C03",))
    width = max(b.column + b.colspan for b in grid.boxes)
    longer = grid
    half = (width - 1) // 2
    for boxes in (
        (Box(text="第二十条第（九）项", row=0, column=0, colspan=width, role="caption"),),
        (
            Box(text="信息内容", row=0, column=0, role="head"),
            Box(text="采购项目数量", row=0, column=1, colspan=half, role="head"),
            Box(text="采购总金额", row=0, column=1 + half, colspan=width - 1 - half, role="head"),
        ),
        (
            Box(text="政府集中采购", row=0, column=0),
            Box(text="4", row=0, column=1, colspan=half),
            Box(text="31.5", row=0, column=1 + half, colspan=width - 1 - half),
        ),
    ):
        longer = grids.insert_row(longer, longer.rows, boxes)
    draft = base.draft.put(index, replace(piece, table=longer))
    yield Planted(type="E-F07", what="第二十条第（九）项", draft=draft, places=(*_places(2), "table:t2_art20_9"))


def _no_form(base: Base) -> Iterator[Planted]:
    draft = base.draft
    for index, _ in reversed(list(draft.grids())):
        draft = draft.put(index, Piece(kind="body", text=PICTURE))
    yield Planted(
        type="E-F08",
        what="three pictures",
        draft=draft,
        types=("E-C02", "E-C01"),
        follows=("E-C01", "E-C02"),
        formats=("docx", "html"),
    )


PLANTERS: dict[str, tuple[Planter, ...]] = {
    "E-C01": (_left_out,),
    "E-C02": (_picture,),
    "E-C03": (_row_out, _row_more),
    "E-C04": (_column_out, _column_more),
    "E-C05": (_row_reworded,),
    "E-C06": (_column_reworded,),
    "E-C07": (_swapped,),
    "E-C08": (_shifted,),
    "E-C09": (_explained,),
    "E-C10": (_twice,),
    "E-C11": (_side_rows,),
    "E-C12": (_two_units,),
    "E-C13": (_note_in_table,),
    "E-F01": (_on_the_form_of("2019"),),
    "E-F02": (_on_the_form_of("2021"),),
    "E-F03": (_annex,),
    "E-F04": (_before_the_form,),
    "E-F05": (_other_in_one_row,),
    "E-F06": (_old_row_label,),
    "E-F07": (_leftovers,),
    "E-F08": (_no_form,),
}
