"""The evidence of one finding in a few readable lines: cells of a table together, statements with their quotes."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from disclosecheck.model.evidence import Evidence
from disclosecheck.report.labels import Labels

MOST_CELLS = 6  # named in one line; the JSON has all
MOST_PLACES = 4
MOST_LINES = 40  # rows of a ledger whose numbers are listed beyond those shown


def place_lines(evidence: Sequence[Evidence], labels: Labels, actual: str | None = None) -> list[str]:
    """Where it stands and what is printed there; the quote is left out where it only repeats `actual`."""
    runs = [list(run) for _, run in groupby(evidence, key=_together)]
    lines = [line for run in runs if (line := _line(run, labels, actual))]
    lines = list(dict.fromkeys(lines))
    if len(lines) <= MOST_PLACES:
        return lines
    shown = lines[: MOST_PLACES - 1]
    rest = [run[0] for run in runs if run[0].source == "records" and _line(run, labels, actual) not in shown]
    return [*shown, _more(len(lines) - len(shown), rest, labels)]


def _more(count: int, rows: Sequence[Evidence], labels: Labels) -> str:
    """How many places are not shown; rows of one ledger by their numbers, for each of them is to be mended."""
    numbers = [str(row.line) for row in rows if row.line is not None]
    if len(numbers) < count or len({(row.file, row.sheet) for row in rows}) > 1:
        return labels.say("more_places", count=str(count))
    listed = labels.say("pause").join(numbers[:MOST_LINES])
    return labels.say("more_rows" if count <= MOST_LINES else "more_rows_still", count=str(count), rows=listed)


def _together(evidence: Evidence) -> tuple[object, ...]:
    if evidence.table is None:
        return (id(evidence),)
    return evidence.source, evidence.file, evidence.table


def _line(run: Sequence[Evidence], labels: Labels, actual: str | None) -> str:
    return _cells(run, labels) if len(run) > 1 else _single(run[0], labels, actual)


def _single(evidence: Evidence, labels: Labels, actual: str | None) -> str:
    place = labels.place(evidence)
    quote = (evidence.quote or "").strip()
    if not quote or quote == actual:
        return place
    if evidence.source == "records" and evidence.line is not None and evidence.value not in (None, quote):
        return labels.say("with_computed", place=place, quote=quote, value=str(evidence.value))
    return labels.say("with_quote", place=place, quote=quote) if place else labels.say("quote_only", quote=quote)


def _cells(run: Sequence[Evidence], labels: Labels) -> str:
    """`第三部分表格，列“总计”：（七）总计 805、四、结转下年度继续办理 4`: what all share first, then each."""
    row, column = _shared(item.row for item in run), _shared(item.column for item in run)
    page = run[0].page if len({item.page for item in run}) == 1 else None
    shared = Evidence(source=run[0].source, file=run[0].file, table=run[0].table, row=row, column=column, page=page)
    head = labels.place(shared)
    names = [_name(item, row, column, labels) for item in run]
    shared_group = _shared(name.rpartition("/")[0] for name in names)
    if shared_group:
        head = labels.say("within", place=head, label=shared_group)
        names = [name.rpartition("/")[2] for name in names]
    printed = ["" if item.quote is None else item.quote.strip() or labels.say("blank_cell") for item in run]
    most = MOST_CELLS if row or column or len(run) <= MOST_CELLS else MOST_CELLS // 2
    cells = [f"{name} {text}".rstrip() for name, text in zip(names, printed, strict=True)][:most]
    more = labels.say("more_cells", count=str(len(run))) if len(run) > most else ""
    return labels.say("with_cells", place=head, cells=labels.say("pause").join(cells) + more)


def _shared(values: Iterable[str | None]) -> str | None:
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None


def _name(item: Evidence, row: str | None, column: str | None, labels: Labels) -> str:
    assert item.table is not None
    names = []
    if item.row is not None and row is None:
        names.append(labels.row_name(item.table, item.row))
    if item.column is not None and column is None:
        names.append(labels.column_name(item.table, item.column))
    return "/".join(names)
