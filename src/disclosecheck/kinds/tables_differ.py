"""The tables are not last year's once more.

    kind: tables_differ
    tables: [t3_requests]
    except_columns: [in_force]
    fewest: 5
    large: {value: 100, fewest: 2}

Fails where every cell of `tables` that both reports print is equal, and at least `fewest` of them that are no totals
are above 0, or `large.fewest` of them are `large.value` or more: small bodies have the same one request every year,
equal large figures are copied. `except_columns` hold what goes on from year to year. Not applicable without
`--previous`.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.last_year import from_last_year, last_year, not_compared
from disclosecheck.kinds.place import table_place
from disclosecheck.kinds.registry import Reference
from disclosecheck.model.fact import CellFact, FactSet
from disclosecheck.model.form import Form
from disclosecheck.model.verdict import Message, Verdict

SHOWN = 5


class Large(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    value: int
    fewest: int


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    tables: tuple[str, ...]
    except_columns: tuple[str, ...] = ()
    fewest: int
    large: Large


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    previous = last_year(facts)
    if previous is None:
        yield not_compared(facts)
        return
    both = list(_both(params, facts, previous))
    if not both or facts.form is None:
        yield Verdict(outcome="not_applicable", message=Message("tables_differ.nothing"))
        return
    telling = [here for here, _ in both if here.value and not _is_total(facts.form, here)]
    large = [cell for cell in telling if cell.value is not None and cell.value >= params.large.value]
    equal = all(here.value == there.value for here, there in both)
    if equal and (len(telling) >= params.fewest or len(large) >= params.large.fewest):
        yield _copied(params, facts, facts.form, telling, previous)
    else:
        yield Verdict(outcome="pass", message=Message("tables_differ.differ"))


def references(params: Params) -> Iterator[Reference]:
    for index, table in enumerate(params.tables):
        yield Reference("table", table, ("tables", index))


def _both(params: Params, facts: FactSet, previous: FactSet) -> Iterator[tuple[CellFact, CellFact]]:
    for address, here in facts.cells.items():
        there = previous.cells.get(address)
        if there is None or here.table not in params.tables or here.column in params.except_columns:
            continue
        if here.value is not None and there.value is not None:
            yield here, there


def _is_total(form: Form, cell: CellFact) -> bool:
    spec = next(spec for spec in form.tables if spec.id == cell.table)
    return any(column.key == cell.column and column.derived for column in spec.columns) or any(
        row.key == cell.row and row.derived for row in spec.rows
    )


def _copied(params: Params, facts: FactSet, form: Form, telling: list[CellFact], previous: FactSet) -> Verdict:
    largest = sorted(telling, key=lambda cell: cell.value or 0, reverse=True)[:SHOWN]
    names = tuple(table_place(form, table) for table in params.tables if any(cell.table == table for cell in telling))
    values = tuple(cell.text for cell in largest[:3])
    return Verdict(
        outcome="fail",
        message=Message("tables_differ.copied", {"tables": names, "count": str(len(telling)), "values": values}),
        evidence=(
            *(cell.evidence for cell in largest),
            *(from_last_year(previous.cells[cell.address].evidence) for cell in largest),
        ),
        cells=tuple(cell.address for cell in largest),
    )
