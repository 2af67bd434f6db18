"""The patterns by which sums go wrong, each looked for in the sums of a report that do not add up."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from disclosecheck.kinds.failed_sums import Line
from disclosecheck.kinds.hints import items_that_hold, total_left_zero
from disclosecheck.kinds.place import cell_place, column_name, row_name, split_address, table_place, table_spec
from disclosecheck.kinds.terms import canonical, value_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Form, address
from disclosecheck.model.verdict import Message
from disclosecheck.model.wording import Param

_FEWEST = 3  # sums that a row moved by a column must put right; one less where the place that it left is blank


class Explanation(msgspec.Struct, frozen=True):
    """The failed sums that have one reason, the cells it points to, and whether it can be anything else."""

    message: Message
    cells: tuple[str, ...]
    lines: tuple[Line, ...]
    certain: bool


def by_zeros(lines: Sequence[Line], facts: FactSet, form: Form) -> Iterator[Explanation]:
    """Totals left at 0, those of one row or one column together, and all sums that they spoil."""
    demanded: dict[str, Decimal] = {}
    for line in lines:
        if line.residual and (cell := total_left_zero(line.terms, facts)):
            times = next(times for times, other in line.terms if other == cell)
            demanded.setdefault(cell, -line.residual / times)
    for group in _grouped(demanded):
        spoiled = tuple(line for line in lines if line.residual and _put_right(line, group, demanded))
        if spoiled:
            names: dict[str, Param] = {
                "places": tuple(cell_place(form, cell) for cell in group[:1]),
                "count": str(len(group)),
            }
            key = "explain.total_zero" if len(group) == 1 else "explain.totals_zero"
            yield Explanation(Message(key, names), group, spoiled, certain=True)


def _grouped(cells: dict[str, Decimal]) -> Iterator[tuple[str, ...]]:
    """Cells that share a row or a column, the larger group first; each cell once."""
    left = list(cells)
    while left:
        groups = [tuple(other for other in left if _shares(cell, other, part)) for cell in left for part in (1, 2)]
        largest = max(groups, key=len)
        yield largest
        left = [cell for cell in left if cell not in largest]


def _shares(one: str, other: str, part: int) -> bool:
    return split_address(one)[0] == split_address(other)[0] and split_address(one)[part] == split_address(other)[part]


def _put_right(line: Line, cells: Sequence[str], demanded: dict[str, Decimal]) -> bool:
    moved = [times * demanded[cell] for times, cell in line.terms if cell in cells]
    return bool(moved) and line.residual + sum(moved) == 0


def by_columns(lines: Sequence[Line], form: Form) -> Iterator[Explanation]:
    """Applicants' columns that make up for one another below a total that holds: requests under the wrong applicant."""
    found: dict[tuple[str, ...], list[Line]] = {}
    for rule in dict.fromkeys(line.rule for line in lines if line.axis == "column"):
        of_rule = [line for line in lines if line.rule == rule]
        failed = [line for line in of_rule if line.residual]
        held = {line.subject for line in of_rule} - {line.subject for line in failed}
        totals = {column.key for table in form.tables for column in table.columns if column.derived} & held
        if len(failed) > 1 and totals and sum(line.residual for line in failed) == 0:
            found.setdefault(tuple(line.subject for line in failed), []).extend(failed)
    for columns, failed in found.items():
        table = split_address(failed[0].terms[0][1])[0]
        names: dict[str, Param] = {
            "table": table_place(form, table),
            "columns": tuple(
                Message("explain.off_by", {"name": column_name(form, table, key), "difference": _signed(failed, key)})
                for key in columns
            ),
        }
        cells = tuple(dict.fromkeys(cell for line in failed for times, cell in line.terms if times < 0))
        yield Explanation(Message("explain.columns", names), cells, tuple(failed), certain=True)


def _signed(lines: Sequence[Line], subject: str) -> str:
    residual = next(line.residual for line in lines if line.subject == subject)
    return f"{'+' if residual > 0 else '-'}{canonical(abs(residual))}"


def by_counting_twice(lines: Sequence[Line], facts: FactSet, form: Form, row: str) -> Iterator[Explanation]:
    """Results that are too many by what stands in `row`: partly granted requests counted once more."""
    table, key = row.split(".")
    for line in lines:
        if line.axis != "column" or line.residual == 0:
            continue
        cell = address(table, key, line.subject)
        value = value_of(facts, cell)
        surplus = line.residual if any(other == cell for _, other in line.terms) else -line.residual
        if value is not None and value > 1 and surplus == value:
            names: dict[str, Param] = {
                "place": cell_place(form, cell),
                "difference": canonical(value),
                "row": row_name(form, table, key),
            }
            yield Explanation(Message("explain.counted_twice", names), (cell,), (line,), certain=False)


def by_excess(
    lines: Sequence[Line], facts: FactSet, form: Form, row: str, received: Sequence[str]
) -> Iterator[Explanation]:
    """A result that alone is more than all requests of its column; then one of the column's sums must be off."""
    table, key = row.split(".")
    for subject in dict.fromkeys(line.subject for line in lines if line.axis == "column" and line.residual):
        cell = address(table, key, subject)
        asked = [address(table, name.split(".")[1], subject) for name in received]
        value, values = value_of(facts, cell), [value_of(facts, other) for other in asked]
        if value is None or None in values:
            continue
        bound = sum((one for one in values if one is not None), Decimal(0))
        if value > bound:
            failed = tuple(
                line for line in lines if line.residual and line.axis == "column" and line.subject == subject
            )
            names: dict[str, Param] = {
                "place": cell_place(form, cell),
                "value": canonical(value),
                "bound": canonical(bound),
            }
            yield Explanation(Message("explain.beyond_received", names), (cell, *asked), failed, certain=True)


def by_item(lines: Sequence[Line], facts: FactSet, form: Form, row: str) -> Iterator[Explanation]:
    """A difference that exactly one of several items holds; one of 1 is met too often to tell anything."""
    for line in lines:
        difference = abs(line.residual)
        if difference < 2 or total_left_zero(line.terms, facts):
            continue
        found = items_that_hold(difference, line.terms, facts)
        if len(found) == 1 and not found[0].startswith(f"{row}."):
            names: dict[str, Param] = {"place": cell_place(form, found[0]), "difference": canonical(difference)}
            yield Explanation(Message("explain.one_item", names), (found[0],), (line,), certain=False)


def by_shift(lines: Sequence[Line], facts: FactSet, form: Form) -> Iterator[Explanation]:
    """A row of table 3 whose figures put right all they spoil when they are moved by one column."""
    failed = {cell for line in lines if line.residual for _, cell in line.terms}
    rows = dict.fromkeys(split_address(cell)[:2] for cell in failed)
    for table, row in rows:
        spec = table_spec(form, table)
        if row is None or spec is None:
            continue
        cells = [address(table, row, column.key) for column in spec.columns if not column.optional]
        for step in (1, -1):
            printed = [value_of(facts, cell) for cell in cells]
            moved = _moved(printed, step)
            fewest = _FEWEST if printed[0 if step > 0 else -1] is not None else _FEWEST - 1
            spoiled = _mended(lines, dict(zip(cells, moved, strict=True)), facts) if moved else ()
            if len(spoiled) >= fewest:
                names: dict[str, Param] = {"table": table_place(form, table), "row": row_name(form, table, row)}
                key = "explain.shifted_left" if step > 0 else "explain.shifted_right"
                yield Explanation(Message(key, names), tuple(cells), spoiled, certain=False)
                return


def _moved(values: list[Decimal | None], step: int) -> list[Decimal] | None:
    """A row's values moved by one column; the total that fell out, or stands there twice, is the sum of the others."""
    printed, freed = (values[:-1], values[-1]) if step < 0 else (values[1:], values[0])
    if any(value is None for value in printed) or sum(bool(value) for value in printed) < (1 if freed is None else 2):
        return None
    known = [value for value in printed if value is not None]
    if step > 0:  # 0 8 1 0 0 0 0 (9 fell out): everything stands one column too far to the right
        return [*known, sum(known, Decimal(0))]
    first = known[-1] - sum(known[:-1], Decimal(0))  # 8 1 0 0 0 0 9 _: one too far to the left
    return [first, *known] if first >= 0 else None


def _mended(lines: Sequence[Line], moved: dict[str, Decimal], facts: FactSet) -> tuple[Line, ...]:
    """The failed sums that hold with the moved row; none where one of those it stands in does not."""
    touched = [line for line in lines if any(cell in moved for _, cell in line.terms)]
    for line in touched:
        change = sum(
            (times * (moved[cell] - (value_of(facts, cell) or 0)) for times, cell in line.terms if cell in moved),
            Decimal(0),
        )
        if line.residual + change:
            return ()
    return tuple(line for line in touched if line.residual)
