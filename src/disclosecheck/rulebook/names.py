"""Which cells, tables, rows, columns and facts a rule may name."""

from difflib import get_close_matches

import msgspec

from disclosecheck.kinds.registry import Reference
from disclosecheck.model.form import Edition, Form, TableSpec, address


class Names(msgspec.Struct, frozen=True):
    """Everything that some edition's form or the registry knows."""

    forms: dict[Edition, Form]
    facts: frozenset[str]

    def known(self, what: str) -> set[str]:
        """All names of a sort: cell addresses, rows and columns with their table, groups, tables, facts."""
        if what == "fact":
            return set(self.facts)
        names: set[str] = set()
        for form in self.forms.values():
            for table in form.tables:
                names.update(_names_of(table, what))
        return names

    def has(self, reference: Reference) -> bool:
        return reference.name in self.known(reference.what)

    def closest(self, reference: Reference) -> str | None:
        return next(iter(get_close_matches(reference.name, self.known(reference.what), n=1, cutoff=0.6)), None)


def _names_of(table: TableSpec, what: str) -> list[str]:
    if what == "table":
        return [table.id]
    if what == "row":
        return [f"{table.id}.{row.key}" for row in table.rows]
    if what == "column":
        return [f"{table.id}.{column.key}" for column in table.columns]
    if what == "group":
        return [f"{table.id}.{column.group_key}" for column in table.columns if column.group_key]
    rows: list[str | None] = [row.key for row in table.rows] or [None]
    return [address(table.id, row, column.key) for row in rows for column in table.columns]
