"""Which columns a header that is running text names, and in which order the values under it stand."""

from collections import Counter
from collections.abc import Sequence

from disclosecheck.extract.fold import letters
from disclosecheck.extract.hits import Hit
from disclosecheck.extract.labels import TableLabels
from disclosecheck.extract.stream import Stream, Token
from disclosecheck.model.form import Column

_SHORTEST_PART = 2  # signs of a piece of a label
_SHORTEST_CUT = 3  # signs of a column's label that is cut off


def columns_in_order(
    stream: Stream, hits: Sequence[Hit], start: int, stop: int, labels: TableLabels
) -> tuple[Column, ...]:
    """The columns of the header between two signs, as their values follow one another; () where that is not certain."""
    if not labels.spec.rows:
        return _blocks(hits, labels) or _pieces(stream, start, stop, labels)
    named = _named(hits, labels)
    if len(named) >= len(_official(labels)):
        return named
    return _cut(stream, start, stop, labels) or _pieces(stream, start, stop, labels) or named


def _official(labels: TableLabels) -> tuple[Column, ...]:
    return tuple(column for column in labels.spec.columns if not column.optional)


def _named(hits: Sequence[Hit], labels: TableLabels) -> tuple[Column, ...]:
    """Columns by their labels, those under a common header cell in the place of that cell."""
    order: list[Column | str] = []
    members: dict[str, list[Column]] = {group: [] for group in labels.groups.values()}
    seen: set[str] = set()
    for hit in hits:
        if hit.kind == "group" and (group := labels.groups.get(hit.wording)) and group not in order:
            order.append(group)
        for column in labels.columns.get(hit.wording, ()) if hit.kind == "column" else ():
            if column.key in seen:
                continue
            seen.add(column.key)
            if column.group_key in members and column.group_key in order:
                members[column.group_key].append(column)
            else:
                order.append(column)
    columns: list[Column] = []
    for entry in order:
        columns += members[entry] if isinstance(entry, str) else [entry]
    return tuple(columns)


def _blocks(hits: Sequence[Hit], labels: TableLabels) -> tuple[Column, ...]:
    """Table 4: three runs of the same five labels, for the blocks in the order in which these are named."""
    groups = list(dict.fromkeys(labels.groups[hit.wording] for hit in hits if hit.wording in labels.groups))
    leaves = [hit.wording for hit in hits if hit.kind == "column"]
    size = len(labels.columns)
    if len(groups) != len(set(labels.groups.values())) or len(leaves) != size * len(groups):
        return ()
    columns: list[Column] = []
    for place, wording in enumerate(leaves):
        group = groups[place // size]
        columns += [column for column in labels.columns[wording] if column.group_key == group]
    return tuple(columns) if len({column.key for column in columns}) == len(leaves) else ()


def _cut(stream: Stream, start: int, stop: int, labels: TableLabels) -> tuple[Column, ...]:
    """Labels of which some are cut off (`本年新` twice): one a token, each the beginning of the form's in its place."""
    fixed = {letters(text) for text in labels.spec.fixed_texts}
    tokens = [wording for text, _ in stream.pieces(start, stop) if (wording := letters(text)) and wording not in fixed]
    columns = _official(labels)
    if len(tokens) != len(columns):
        return ()
    for wording, column in zip(tokens, columns, strict=True):
        known = [name for name, found in labels.columns.items() if column in found]
        begins = len(wording) >= _SHORTEST_CUT and letters(column.label).startswith(wording)
        if wording not in known and not begins:
            return ()
    return columns


def _pieces(stream: Stream, start: int, stop: int, labels: TableLabels) -> tuple[Column, ...]:
    """Labels that stand upright or are broken over lines: all their signs must be there, and nothing else.

    Where the pieces are set under one another, their places on the line must give the order of the form.
    """
    columns = _official(labels)
    there = Counter(letters(stream.signs[start:stop]))
    needed = Counter("".join(letters(column.label) for column in columns))
    beside = Counter("".join((*labels.groups, *map(letters, labels.spec.fixed_texts))))
    if needed - there or there - needed - beside:
        return ()
    tokens = [token for _, token in stream.pieces(start, stop)]
    places = [_first_place(column, tokens) for column in columns] if labels.spec.rows else []
    known = [place for place in places if place is not None]
    if len(set(known)) == len(columns) and known != sorted(known):
        return ()
    return columns


def _first_place(column: Column, tokens: Sequence[Token]) -> int | None:
    """Where on its line the first piece of a label stands."""
    label = letters(column.label)
    for token in tokens:
        wording = letters(token.text)
        if len(wording) >= _SHORTEST_PART and label.startswith(wording):
            return token.spaced
    return None
