"""The editions of the official form, from `rules/forms/`.

`shared.yaml` holds what editions have in common; a list of an edition's file takes over one of its lists with
`use: <name>`, where `columns.requests` is the list `requests` under `columns`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

from disclosecheck.model.errors import PackError
from disclosecheck.model.form import Column, Edition, Form, Row, SectionSpec, TableSpec
from disclosecheck.model.verdict import Message
from disclosecheck.rulebook.strict import Problem, convert_at
from disclosecheck.rulebook.yaml_source import YamlSource, read_yaml

_SHARED = "shared.yaml"

T = TypeVar("T")
Path_ = tuple[str | int, ...]


def load_forms(folder: Path) -> dict[Edition, Form]:
    """All editions by their year; `folder` is that of the rules.

    Raises PackError that lists everything in one file which does not fit, with its line.
    """
    shared = read_yaml(folder / "forms" / _SHARED)
    forms: dict[Edition, Form] = {}
    for path in sorted((folder / "forms").glob("*.yaml")):
        if path.name != _SHARED:
            form = _Reader(read_yaml(path), shared).form()
            forms[form.edition] = form
    return forms


class _Reader:
    """One edition's file, with the lists it takes over from the shared one."""

    def __init__(self, source: YamlSource, shared: YamlSource) -> None:
        self.source = source
        self.shared = shared
        self.problems: dict[str, list[Problem]] = {source.path: [], shared.path: []}

    def form(self) -> Form:
        tables = tuple(table for index in range(len(self._list(("tables",)))) if (table := self._table(index)))
        sections = tuple(
            replace(section, tables=tuple(table.id for table in tables if table.section == section.number))
            for section in self._items(("sections",), SectionSpec)
        )
        form = self._head()
        if form is not None:
            form = replace(form, sections=sections, tables=tables)
        self._raise()
        assert form is not None  # else there is a problem, and it has been raised
        self._check(form)
        self._raise()
        return form

    def _head(self) -> Form | None:
        """What the file says of the edition itself; anything else in it is a problem."""
        head = {**self.source.data, "sections": (), "tables": ()}
        return convert_at(YamlSource(self.source.path, head, self.source.lines), (), Form, self._own)

    def _table(self, index: int) -> TableSpec | None:
        path: Path_ = ("tables", index)
        raw = self._list(("tables",))[index]
        if not isinstance(raw, dict):
            return convert_at(self.source, path, TableSpec, self._own)
        head = [{**raw, "columns": (), "rows": ()}]
        lines = {("tables", 0, *key[2:]): line for key, line in self.source.lines.items() if key[:2] == path}
        table = convert_at(YamlSource(self.source.path, {"tables": head}, lines), ("tables", 0), TableSpec, self._own)
        columns = tuple(self._items((*path, "columns"), Column))
        rows = tuple(self._items((*path, "rows"), Row)) if "rows" in raw else ()
        if table is None:
            return None
        self._check_keys([column.key for column in columns], (*path, "columns"))
        self._check_keys([row.key for row in rows], (*path, "rows"))
        self._check_parents(rows, (*path, "rows"))
        return replace(table, columns=columns, rows=rows)

    def _items(self, path: Path_, type_: type[T]) -> Iterator[T]:
        """The items of a list, those taken over in the place of their `use`."""
        for index, raw in enumerate(self._list(path)):
            if isinstance(raw, dict) and set(raw) == {"use"}:
                yield from self._taken_over((*path, index, "use"), str(raw["use"]), type_)
            elif (item := convert_at(self.source, (*path, index), type_, self._own)) is not None:
                yield item

    def _taken_over(self, path: Path_, name: str, type_: type[T]) -> Iterator[T]:
        steps = tuple(name.split("."))
        items: Any = self.shared.data
        for step in steps:
            items = items.get(step) if isinstance(items, dict) else None
        if not isinstance(items, list):
            self._own.append((self.source.line(path), Message("form.unknown_list", {"name": name})))
            return
        for index in range(len(items)):
            item = convert_at(self.shared, (*steps, index), type_, self.problems[self.shared.path])
            if item is not None:
                yield item

    def _list(self, path: Path_) -> list[Any]:
        value: Any = self.source.data
        for step in path:
            value = value.get(step) if isinstance(value, dict) and isinstance(step, str) else value[step]
        if isinstance(value, list):
            return value
        self._own.append((self.source.line(path), Message("form.no_list", {"name": str(path[-1])})))
        return []

    def _check_keys(self, keys: list[str], path: Path_) -> None:
        for key in dict.fromkeys(key for key in keys if keys.count(key) > 1):
            self._own.append((self.source.line(path), Message("form.double_key", {"key": key})))

    def _check_parents(self, rows: tuple[Row, ...], path: Path_) -> None:
        known = {row.key for row in rows}
        for row in rows:
            if row.parent is not None and row.parent not in known:
                names = {"key": row.key, "parent": row.parent}
                self._own.append((self.source.line(path), Message("form.unknown_parent", {**names})))

    def _check(self, form: Form) -> None:
        labels = {column.label for table in form.tables for column in table.columns}
        labels |= {row.label for table in form.tables for row in table.rows}
        for index, label in enumerate(form.fingerprint):
            if not any(known.endswith(label) for known in labels):  # numerals stand in front
                line = self.source.line(("fingerprint", index))
                self._own.append((line, Message("form.unknown_label", {"label": label})))

    @property
    def _own(self) -> list[Problem]:
        return self.problems[self.source.path]

    def _raise(self) -> None:
        for path, problems in reversed(self.problems.items()):
            if problems:
                raise PackError(path, tuple(problems))
