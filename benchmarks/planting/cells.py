"""Defects of single cells, and of the sums that they make: groups D and E of the catalogue."""

from collections.abc import Callable, Iterator
from itertools import cycle, pairwise

from msgspec.structs import replace

from planting import grids
from planting.bases import Base
from planting.draft import Draft
from planting.run import Planted

T3, T4 = "t3_requests", "t4_review_litigation"
BALANCE = ("new_received", "carried_in", "results_total", "carried_forward")
OUTER = (*BALANCE, "organisations_subtotal")
TEXT = ("E-G01", "E-G02", "E-G03", "E-G04", "E-G05", "E-G06", "E-G07", "E-G08", "E-G09", "E-I04", "E-I05")
SUMS = ("E-E01", "E-E02", "E-E03", "E-E12")
Planter = Callable[[Base], Iterator[Planted]]


def in_each_cell(kind: str, texts: tuple[str, ...], *, types: tuple[str, ...] = ()) -> Planter:
    """Each cell in turn holds one of `texts`, {} being the figure that stands there."""

    def plant(base: Base) -> Iterator[Planted]:
        wording = cycle(texts)
        for address, printed in base.draft.cells.items():
            text = next(wording).format(printed)
            draft = base.draft.set_cells({address: text})
            yield Planted(type=kind, what=text, draft=draft, places=(f"cell:{address}",), types=types)

    return plant


def _half(base: Base) -> Iterator[Planted]:
    for address, printed in base.draft.cells.items():
        if not _money(address):
            draft = base.draft.set_cells({address: f"{printed}.5"})
            yield Planted(type="E-D03", what=f"{printed}.5", draft=draft, places=(f"cell:{address}",))


def _negative(base: Base) -> Iterator[Planted]:
    for address, printed in base.draft.cells.items():
        if "change" not in address:
            text = f"-{printed}" if float(printed) else "-3"
            draft = base.draft.set_cells({address: text})
            yield Planted(type="E-D04", what=text, draft=draft, places=(f"cell:{address}",), types=("E-E08",))


def _odd_digits(base: Base) -> Iterator[Planted]:
    ways = cycle((_wide, _spaced, _leading))
    for address, printed in base.draft.cells.items():
        text = next(ways)(printed)
        if text == printed:
            text = _wide(printed)
        yield Planted(type="E-D06", what=text, draft=base.draft.set_cells({address: text}), places=(f"cell:{address}",))


def _wide(printed: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else sign for sign in printed)


def _spaced(printed: str) -> str:
    return f"{printed[0]} {printed[1:]}" if printed.isdigit() and len(printed) > 1 else printed


def _leading(printed: str) -> str:
    return f"{int(printed):,}" if printed.isdigit() and len(printed) > 3 else printed


def _fee_in_yuan(base: Base) -> Iterator[Planted]:
    for address in base.draft.cells:
        if "t2_art20_8" in address and "change" not in address and base.draft.report.edition == "2021":
            for text in ("1263500", "48000"):
                draft = base.draft.set_cells({address: text})
                yield Planted(type="E-D07", what=text, draft=draft, places=(f"cell:{address}",))


def _money(address: str) -> bool:
    return "fees" in address or "purchase" in address or "amount" in address or "procurement" in address


# ── sums ──


def _one_cell_of_a_sum(base: Base) -> Iterator[Planted]:
    """One figure is off, and every sum it stands in with it: the finding must name the cell."""
    off = cycle((1, 2, 10, 3, 100))
    for address, printed in base.draft.cells.items():
        table, *rest = address.split(".")
        if table not in (T3, T4):
            continue
        draft = base.draft.set_cells({address: str(int(printed) + next(off))})
        if table == T4:  # where all is 0 nobody can tell whether the one figure or the total is wrong
            total = f"cell:{T4}.{rest[0].rsplit('_', 1)[0]}_total"
            yield Planted(
                type="E-E04",
                what="one cell",
                draft=draft,
                places=(f"cell:{address}", total),
                follows=("E-I09", "E-G09"),
            )
        else:
            kind = "E-E03" if rest[-1] == "total" else "E-E01" if rest[0] in BALANCE[:2] + BALANCE[3:] else "E-E02"
            yield Planted(type=kind, what="one cell", draft=draft, places=(f"cell:{address}",), types=SUMS)


def _unbalanced(base: Base) -> Iterator[Planted]:
    """Rows add up and results add up; only what came in is not what was done and kept."""
    for row in ("new_received", "carried_in", "carried_forward"):
        for column in _applicants(base.draft):
            both = (f"{T3}.{row}.{column}", f"{T3}.{row}.total")
            draft = base.draft.set_cells({cell: str(base.draft.count(cell) + 7) for cell in both})
            places = tuple(f"cell:{T3}.{part}.{c}" for part in BALANCE for c in (column, "total"))
            yield Planted(type="E-E01", what=f"{row} +7", draft=draft, places=places, follows=TEXT)


def _results_off(base: Base) -> Iterator[Planted]:
    """The balance holds; the results say more than their items."""
    for column in _applicants(base.draft):
        if base.draft.count(f"{T3}.carried_forward.{column}") < 1:
            continue
        texts = {}
        for where in (column, "total"):
            for row, by in (("results_total", 1), ("carried_forward", -1)):
                texts[f"{T3}.{row}.{where}"] = str(base.draft.count(f"{T3}.{row}.{where}") + by)
        places = tuple(f"cell:{T3}.results_total.{c}" for c in (column, "total"))
        yield Planted(type="E-E02", what="results +1", draft=base.draft.set_cells(texts), places=places, follows=TEXT)


def _rows_off(base: Base) -> Iterator[Planted]:
    """Two rows whose totals are off by as much in opposite directions: the columns hold."""
    rows = [row for row in _leaves(base.draft) if base.draft.count(f"{T3}.{row}.total") > 1]
    for one, other in pairwise(rows):
        cells = {f"{T3}.{one}.total": 2, f"{T3}.{other}.total": -2}
        draft = base.draft.set_cells({cell: str(base.draft.count(cell) + by) for cell, by in cells.items()})
        places = tuple(f"cell:{cell}" for cell in cells)
        yield Planted(type="E-E03", what="totals of two rows", draft=draft, places=places, follows=TEXT)


def _subtotal(base: Base) -> Iterator[Planted]:
    """A column 小计 as some templates have it, wrong in one row."""
    index, grid = base.draft.grid_with(T3)
    head = next(box for box, column in grids.heads(grid) if column == f"{T3}.other_org")
    first = min(box.row for box in grid.boxes if box.address)
    sums = {}
    for row in grids.row_keys(grid):
        cells = [f"{row}.{column}" for column in _applicants(base.draft)[1:]]
        sums[grids.row_of(grid, row)] = (row, sum(base.draft.count(cell) for cell in cells))
    for wrong, (row, _) in sums.items():
        wide = grids.insert_column(
            grid,
            head.column + 1,
            replace(head, text="小计"),
            lambda at, wrong=wrong: str(sums[at][1] + (1 if at == wrong else 0)),  # type: ignore[misc]
            range(first, grid.rows),
        )
        draft = base.draft.grid(index, lambda _, wide=wide: wide)  # type: ignore[misc]
        yield Planted(type="E-E05", what="小计 +1", draft=draft, places=(f"cell:{row}.organisations_subtotal",))


def _in_force(base: Base) -> Iterator[Planted]:
    if base.draft.report.edition == "2021":
        for row, issued in (("normative_documents", 9), ("regulations", 6)):
            key = f"t2_art20_1.{row}"
            texts = {f"{key}.issued": str(issued), f"{key}.repealed": "1", f"{key}.in_force": "3"}
            names = [cell for cell in base.draft.cells if cell.startswith(f"{key}.")]
            draft = base.draft.set_cells(dict(zip(names, texts.values(), strict=True)))
            places = tuple(f"cell:{name}" for name in names)
            follows = ("E-I01", "E-G11")
            yield Planted(type="E-E06", what="6-1 > 3", draft=draft, places=places, follows=follows)


def _more_new_than_all(base: Base) -> Iterator[Planted]:
    if base.draft.report.edition == "2019":
        for row in ("normative_documents", "regulations"):
            names = [cell for cell in base.draft.cells if cell.startswith(f"t2_art20_1.{row}.")]
            draft = base.draft.set_cells(dict(zip(names, ("9", "9", "5"), strict=True)))
            places = tuple(f"cell:{name}" for name in names)
            yield Planted(type="E-E07", what="9 > 5", draft=draft, places=places, follows=("E-I01", "E-G11"))


def _items_below_zero(base: Base) -> Iterator[Planted]:
    if base.draft.report.edition == "2019":
        for address in base.draft.cells:
            if "change" in address:
                before = address.replace("change", "prior_items")
                draft = base.draft.set_cells({address: str(-base.draft.count(before) - 3)})
                places = (f"cell:{address}", f"cell:{before}")
                yield Planted(type="E-E08", what="below zero", draft=draft, places=places)


def _other_applicant(base: Base) -> Iterator[Planted]:
    """A case is counted for another applicant: each row's total and the total column hold."""
    for row in ("new_received", "results_total", "carried_forward"):
        columns = _applicants(base.draft)
        for one in columns:
            if base.draft.count(f"{T3}.{row}.{one}") < 1:
                continue
            other = columns[(columns.index(one) + 1) % len(columns)]
            cells = {f"{T3}.{row}.{one}": -1, f"{T3}.{row}.{other}": 1}
            draft = base.draft.set_cells({cell: str(base.draft.count(cell) + by) for cell, by in cells.items()})
            yield Planted(
                type="E-E09",
                what="one applicant for another",
                draft=draft,
                places=tuple(
                    f"cell:{T3}.{r}.{c}" for c in (one, other) for r in BALANCE
                ),  # which row is not to be told
                follows=("E-E01", "E-E02", *TEXT),
                explains=True,
            )


def _left_out(base: Base) -> Iterator[Planted]:
    """The total of a column lacks one of its items, which no other item equals."""
    for column in _applicants(base.draft):
        items = {row: base.draft.count(f"{T3}.{row}.{column}") for row in _leaves(base.draft)}
        for row, count in items.items():
            if count > 1 and list(items.values()).count(count) == 1:
                texts = {}
                for where in (column, "total"):
                    for name, by in (("results_total", -count), ("carried_forward", count)):
                        cell = f"{T3}.{name}.{where}"
                        texts[cell] = str(base.draft.count(cell) + by)
                places = (f"cell:{T3}.{row}.{column}", f"cell:{T3}.results_total.{column}", f"cell:{T3}.{row}.total")
                yield Planted(
                    type="E-E10",
                    what=f"total without {row}",
                    draft=base.draft.set_cells(texts),
                    places=places,
                    follows=(*SUMS, *TEXT),
                    explains=True,
                )


def _partly_twice(base: Base) -> Iterator[Planted]:
    """What was partly granted is counted as refused too: items and results say more than came in."""
    for refused in ("denied_third_party", "denied_enforcement_files", "unable_not_held"):
        texts = {}
        for column in (*_applicants(base.draft), "total"):
            partly = base.draft.count(f"{T3}.partially_granted.{column}")
            for row in (refused, "results_total"):
                cell = f"{T3}.{row}.{column}"
                texts[cell] = str(base.draft.count(cell) + partly)
        if base.draft.count(f"{T3}.partially_granted.total") > 1:
            yield Planted(
                type="E-E11",
                what=f"partly granted in {refused} too",
                draft=base.draft.set_cells(texts),
                places=(f"table:{T3}",),
                follows=(*SUMS, *TEXT),
                explains=True,
            )


def _totals_zero(base: Base) -> Iterator[Planted]:
    cells = base.draft.cells
    groups: dict[str, list[str]] = {"total column": [c for c in cells if c.startswith(T3) and c.endswith(".total")]}
    groups["results row"] = [c for c in cells if c.startswith(f"{T3}.results_total")]
    groups["totals of table 4"] = [c for c in cells if c.startswith(T4) and c.endswith("_total")]
    groups.update({c: [c] for c in cells if c.endswith(".total") and c.startswith(T3)})
    groups.update({c: [c] for c in groups["totals of table 4"]})
    for what, addresses in groups.items():
        changed = {c: "0" for c in addresses if cells[c] != "0"}
        if changed:
            yield Planted(
                type="E-E12",
                what=f"0 in {what}",
                draft=base.draft.set_cells(changed),
                places=tuple(f"cell:{c}" for c in changed),
                types=("E-E01", "E-E02", "E-E03", "E-E04") if len(changed) == 1 else (),
                follows=("E-E01", "E-E02", "E-E03", "E-E04", "E-G10", "E-C08"),
                explains=len(changed) > 1,
            )


def _applicants(draft: Draft) -> list[str]:
    row = [cell.rsplit(".", 1)[1] for cell in draft.cells if cell.startswith(f"{T3}.new_received.")]
    return [column for column in row if column != "total"]


def _leaves(draft: Draft) -> list[str]:
    rows = dict.fromkeys(cell.split(".")[1] for cell in draft.cells if cell.startswith(T3))
    return [row for row in rows if row not in OUTER]


PLANTERS: dict[str, tuple[Planter, ...]] = {
    "E-C13": (in_each_cell("E-C13", ("此处填写数字", "请填写", "填整数", "（示例）3", "必填项", "保留两位小数")),),
    "E-D01": (in_each_cell("E-D01", ("不详", "见说明", "同上", "已公开", "详见附表", "多件")),),
    "E-D02": (in_each_cell("E-D02", ("", "/", "－", "—", "无", "\\", "--")),),
    "E-D03": (_half,),
    "E-D04": (_negative,),
    "E-D05": (in_each_cell("E-D05", ("{}件", "{} 件", "{}项", "{}宗")),),
    "E-D06": (_odd_digits,),
    "E-D07": (_fee_in_yuan,),
    "E-D08": (in_each_cell("E-D08", ("近30", "12左右", "50多", "约8", "百余", "超过20", "7-9")),),
    "E-D09": (in_each_cell("E-D09", ("l2", "2O", "I", "o", "1〇", "O")),),
    "E-D10": (in_each_cell("E-D10", ("XX", "***", "____", "待填", "□□", "××", "TBD")),),
    "E-E01": (lambda base: (p for p in _one_cell_of_a_sum(base) if p.type != "E-E04"), _unbalanced),
    "E-E04": (lambda base: (p for p in _one_cell_of_a_sum(base) if p.type == "E-E04"),),
    "E-E02": (_results_off,),
    "E-E03": (_rows_off,),
    "E-E05": (_subtotal,),
    "E-E06": (_in_force,),
    "E-E07": (_more_new_than_all,),
    "E-E08": (_items_below_zero,),
    "E-E09": (_other_applicant,),
    "E-E10": (_left_out,),
    "E-E11": (_partly_twice,),
    "E-E12": (_totals_zero,),
}
