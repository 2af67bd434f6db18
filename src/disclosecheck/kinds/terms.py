"""Sums of cells as rules write them, and the cells they stand for in a form."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.kinds.place import column_name, row_name, split_address, table_spec
from disclosecheck.kinds.registry import Reference
from disclosecheck.model.fact import CellFact, FactSet
from disclosecheck.model.form import Form, TableSpec, address
from disclosecheck.model.number import canonical as canonical
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message

Axis = Literal["row", "column", "block", "none"]
Summand = tuple[int, str]  # coefficient and cell address


class Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Several cells at once; exactly one of the first six keys is given.

    leaves: the result rows of a table that add up into its total
    under: the result rows below a side heading, in one column (t3_requests.denied.total)
    group: the columns under one header cell (t3_requests.organisations)
    parts, totals: in a block of table 4, the columns that are no total, and its total
    cell: one cell, where a coefficient is needed
    """

    leaves: str | None = None
    under: str | None = None
    group: str | None = None
    parts: str | None = None
    totals: str | None = None
    cell: str | None = None
    times: int = 1

    def __post_init__(self) -> None:
        if sum(key is not None for key in self._keys()) != 1:
            raise ValueError("needs exactly one of leaves, under, group, parts, totals, cell")

    def _keys(self) -> tuple[str | None, ...]:
        return (self.leaves, self.under, self.group, self.parts, self.totals, self.cell)

    @property
    def name(self) -> str:
        return next(key for key in self._keys() if key is not None)


Term = str | Group


def table_of(term: Term) -> str:
    return (term if isinstance(term, str) else term.name).split(".")[0]


def subjects(form: Form, table: str, axis: Axis, only: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What a rule with `for_each` is asked of: keys of rows, columns or blocks; ("",) without it."""
    spec = table_spec(form, table)
    if spec is None:
        return ()
    if axis == "none":
        return ("",)
    if axis == "row":
        keys = tuple(row.key for row in spec.rows if not (row.header_only or row.optional))
    elif axis == "column":
        keys = tuple(column.key for column in spec.columns if not column.optional)
    else:
        keys = tuple(dict.fromkeys(column.group_key for column in spec.columns if column.group_key))
    return tuple(key for key in keys if not only or key in only)


def expand(form: Form, terms: tuple[Term, ...], axis: Axis, subject: str) -> tuple[Summand, ...] | None:
    """The cells of `terms` for one subject; None when the form does not know one of them."""
    summands: list[Summand] = []
    for term in terms:
        found = _cells(form, term, axis, subject)
        if not found:
            return None
        summands += found
    return tuple(summands)


def _cells(form: Form, term: Term, axis: Axis, subject: str) -> list[Summand]:
    spec = table_spec(form, table_of(term))
    if spec is None:
        return []
    times = 1 if isinstance(term, str) else term.times
    if isinstance(term, str) or term.cell is not None:
        found = _one(spec, term if isinstance(term, str) else term.name, axis, subject)
    elif term.leaves is not None:
        found = [address(spec.id, row.key, subject) for row in spec.rows if row.leaf]
    elif term.under is not None:
        _, heading, column = term.under.split(".")
        found = [
            address(spec.id, row.key, column) for row in spec.rows if row.leaf and heading in (row.parent, row.key)
        ]
    elif term.group is not None:
        group = term.group.split(".")[1]
        found = [
            address(spec.id, subject or None, column.key)
            for column in spec.columns
            if column.group_key == group and not column.optional
        ]
    else:
        derived = term.totals is not None
        found = [
            address(spec.id, None, column.key)
            for column in spec.columns
            if column.group_key == subject and column.derived == derived
        ]
    return [(times, cell) for cell in found]


def _one(spec: TableSpec, name: str, axis: Axis, subject: str) -> list[str]:
    """A cell written out, or its row or column where the subject gives the other half."""
    table, *keys = name.split(".")
    if axis == "row":
        return [f"{table}.{subject}.{keys[0]}"] if _has_column(spec, keys[0]) else []
    if axis == "column":
        return [f"{table}.{keys[0]}.{subject}"] if _has_row(spec, keys[0]) else []
    known = _has_column(spec, keys[-1]) and (len(keys) < 2 or _has_row(spec, keys[0]))
    return [name] if known else []


def _has_row(spec: TableSpec, key: str) -> bool:
    return any(row.key == key and not row.header_only for row in spec.rows)


def _has_column(spec: TableSpec, key: str) -> bool:
    return any(column.key == key for column in spec.columns)


def unread(facts: FactSet, summands: tuple[Summand, ...]) -> tuple[str, ...]:
    """The cells that hold no number; a cell nobody read is one of them."""
    return tuple(cell for _, cell in summands if value_of(facts, cell) is None)


def value_of(facts: FactSet, cell: str) -> Decimal | None:
    fact = facts.cells.get(cell)
    return fact.value if fact is not None and fact.state == "number" else None


def all_zero(facts: FactSet, table: str) -> bool:
    """Whether every cell of a table that is there prints 0."""
    cells = [cell for cell in facts.cells.values() if cell.table == table]
    return bool(cells) and all(cell.state == "number" and cell.value == 0 for cell in cells)


def cells_of(facts: FactSet, summands: tuple[Summand, ...]) -> tuple[CellFact, ...]:
    return tuple(fact for _, cell in summands if (fact := facts.cells.get(cell)) is not None)


def total(facts: FactSet, summands: tuple[Summand, ...]) -> Decimal:
    """The sum of cells that all hold numbers."""
    return sum((times * value for times, cell in summands if (value := value_of(facts, cell))), Decimal(0))


def held(facts: FactSet, terms: tuple[Term, ...]) -> Decimal | None:
    """What cells written out add up to; None without a form or terms, or where one of them holds no number."""
    summands = expand(facts.form, terms, "none", "") if facts.form and terms else None
    return total(facts, summands) if summands and not unread(facts, summands) else None


def lower_bound(facts: FactSet, form: Form, summands: tuple[Summand, ...]) -> Decimal | None:
    """The least that the sum can be, from what is printed: a count that is not printed is 0 or more.

    None where that does not follow: a negative or subtracted cell, or a column that may be negative.
    """
    bound = Decimal(0)
    for times, cell in summands:
        value = value_of(facts, cell)
        if times < 0 or (value is not None and value < 0) or _signed(form, cell):
            return None
        bound += times * (value or 0)
    return bound


def least(facts: FactSet, form: Form, summands: tuple[Summand, ...]) -> Decimal | None:
    """As lower_bound, but a total that is not printed counts for what its parts print."""
    bound = Decimal(0)
    for times, cell in summands:
        whole = ((1, cell),) if value_of(facts, cell) is not None else _parts(form, cell)
        part = lower_bound(facts, form, whole)
        if part is None or times < 0:
            return None
        bound += times * part
    return bound


def _parts(form: Form, cell: str) -> tuple[Summand, ...]:
    """The cells that add up into a total: its row's in table 3, its block's in table 4; itself if it is no total."""
    table, row, key = split_address(cell)
    spec = table_spec(form, table)
    column = next((column for column in spec.columns if column.key == key), None) if spec else None
    if spec is None or column is None or not column.derived:
        return ((1, cell),)
    return tuple(
        (1, address(table, row, other.key))
        for other in spec.columns
        if not (other.derived or other.optional) and (row is not None or other.group_key == column.group_key)
    )


def _signed(form: Form, cell: str) -> bool:
    table, _, key = split_address(cell)
    spec = table_spec(form, table)
    return spec is None or any(column.key == key and column.type == "signed_int" for column in spec.columns)


def side_name(form: Form, terms: tuple[Term, ...], axis: Axis, count: int) -> Text | Message:
    """What a side of an equation is called: its labels, or the number of its items."""
    if not terms:
        return Message("equation.zero")
    names = [_term_name(form, term, axis) for term in terms if isinstance(term, str)]
    if count == 1 and not names:
        return Message("equation.total")
    if count > 2 or len(names) < len(terms):
        return Message("equation.items", {"count": str(count)})
    return Text(zh="＋".join(name.zh for name in names), en=" + ".join(name.en for name in names))


def _term_name(form: Form, term: str, axis: Axis) -> Text:
    table, row, column = split_address(term)
    if axis == "column":
        return row_name(form, table, column)
    if axis == "row" or row is None:
        return column_name(form, table, column)
    rows, columns = row_name(form, table, row), column_name(form, table, column)
    return Text(zh=f"{rows.zh}·{columns.zh}", en=f"{rows.en}.{columns.en}")


def term_references(terms: tuple[Term, ...], axis: Axis, key: str) -> Iterator[Reference]:
    """The names that `terms` use, each with its place below the parameter `key`."""
    for index, term in enumerate(terms):
        if isinstance(term, str) or term.cell is not None:
            what: Literal["cell", "row", "column"] = "cell" if axis in ("none", "block") else _other(axis)
            name = term if isinstance(term, str) else term.name
            yield Reference(what, name, (key, index) if isinstance(term, str) else (key, index, "cell"))
        elif term.under is not None:
            yield Reference("cell", term.under, (key, index, "under"))
        elif term.group is not None:
            yield Reference("group", term.group, (key, index, "group"))
        else:
            inner = "leaves" if term.leaves else "parts" if term.parts else "totals"
            yield Reference("table", term.name, (key, index, inner))


def _other(axis: Axis) -> Literal["row", "column"]:
    return "row" if axis == "column" else "column"
