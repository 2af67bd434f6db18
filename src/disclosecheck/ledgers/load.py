"""A file to a Ledger: `--records replies=FILE`.

    read_ledger("replies", "replies.xlsx", columns={"received": "来件登记"}, sheet="2021年", closing="2021-12-31")

Columns are known by their usual headings; those that are not are named by `columns` (heading by the column's key), by
a file NAME.columns.yaml beside NAME.xlsx, or by a row 列对应 above the headings, in this order.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from pathlib import Path

from disclosecheck.ledgers.csv_file import open_csv
from disclosecheck.ledgers.dates import date_in, shown
from disclosecheck.ledgers.errors import LedgerError
from disclosecheck.ledgers.file import kind_of, read_bytes
from disclosecheck.ledgers.fold import fold
from disclosecheck.ledgers.gather import Gathered, SheetReader
from disclosecheck.ledgers.headings import (
    MAPS,
    SEARCHED,
    Headings,
    Labels,
    Mapping,
    NoHeadings,
    find_headings,
    read_mapping,
    unknown_column,
)
from disclosecheck.ledgers.sheet import Row, Sheet
from disclosecheck.ledgers.xlsx_file import open_xlsx
from disclosecheck.model.errors import PackError, UsageError
from disclosecheck.model.ledger import Flaw, Ledger, LedgerForm
from disclosecheck.model.ledger_words import LedgerWords
from disclosecheck.model.verdict import Message
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.ledgers import form_named, load_ledger_forms, load_ledger_words
from disclosecheck.rulebook.yaml_source import read_yaml

_NEAR = 24  # characters after 截至 within which the day stands


def read_ledger(
    name: str,
    path: str,
    *,
    columns: dict[str, str] | None = None,
    sheet: str | None = None,
    closing: str | None = None,
) -> Ledger:
    """`name` is a form's id, title or alias; `sheet` the one that holds it, else it is looked for.

    Raises UsageError for a file that cannot be opened, LedgerError with all mistakes in how it is laid out.
    """
    forms, words = shipped()
    form = _form(name, forms)
    closed = _closing(closing, path)
    mapping = _mapping(columns, path, form)
    data = read_bytes(path)
    sheets = open_xlsx(data, path) if kind_of(data, path) == "xlsx" else open_csv(data, path)
    found = _find(sheets, form, forms, mapping, words, sheet, path)
    gathered = Gathered(form)
    with _no_collection():
        for part, headings, above in found.used:
            SheetReader(gathered, part, headings, words).read(above, islice(part.rows(), len(above), None))
    return Ledger(
        form=form,
        file=path,
        sheet=found.used[0][0].name,
        lines=gathered.lines,
        columns=gathered.columns(),
        headings=gathered.headings,
        flaws=tuple(gathered.flaws),
        notes=(*found.notes, *gathered.notes),
        left_out=tuple(gathered.left),
        parts=tuple(gathered.parts) if len(gathered.parts) > 1 else (),
        closing=closed if closed is not None else _closing_above(found.used, words),
    )


@contextmanager
def _no_collection() -> Iterator[None]:
    """Rows make no cycles; the collector would go over a million of them again and again (a third of the time)."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@lru_cache(maxsize=1)
def shipped() -> tuple[dict[str, LedgerForm], LedgerWords]:
    """The forms and words of the rules folder."""
    folder = rules_folder()
    return load_ledger_forms(folder), load_ledger_words(folder)


class _Found:
    def __init__(self) -> None:
        self.used: list[tuple[Sheet, Headings, list[Row]]] = []
        self.notes: list[Flaw] = []


def _form(name: str, forms: dict[str, LedgerForm]) -> LedgerForm:
    form = form_named(name, forms)
    if form is None:
        raise UsageError("ledger_unknown", name=name, known=", ".join(forms))
    return form


def _closing(closing: str | None, path: str) -> int | None:
    try:
        return date.fromisoformat(closing).toordinal() if closing else None
    except ValueError as error:
        raise LedgerError(path, ((None, Message("ledger.bad_closing", {"text": closing or ""})),)) from error


def _closing_above(used: list[tuple[Sheet, Headings, list[Row]]], words: LedgerWords) -> int | None:
    """The latest day that the titles of the sheets say: （截至2021年12月31日）."""
    days = []
    for _, headings, above in used:
        for row in above[: headings.first]:
            text = " ".join(shown(cell) for cell in row)
            for word in words.closing:
                _, found, after = text.partition(word)
                if found and (day := date_in(after[:_NEAR])) is not None:
                    days.append(day)
    return max(days, default=None)


def _mapping(columns: dict[str, str] | None, path: str, form: LedgerForm) -> Mapping:
    """What the call says of the columns, else what the file beside says."""
    problems: list[tuple[int | None, Message]] = []
    told: dict[str, tuple[str, int | None]] = {name: (heading, None) for name, heading in (columns or {}).items()}
    beside = Path(path).with_suffix(".columns.yaml")
    source_path = path
    if not told and beside.is_file():
        source_path = str(beside)
        source = read_yaml(beside)
        if not isinstance(source.data, dict) or not all(isinstance(value, str) for value in source.data.values()):
            raise LedgerError(source_path, ((1, Message("ledger.bad_mapping_file")),))
        told = {key: (value, source.line((key,))) for key, value in source.data.items()}
    mapping: Mapping = {}
    labels = Labels(form)
    for name, (heading, line) in told.items():
        column = labels.column_named(name)
        if column is None:
            problems.append((line, unknown_column(name, form)))
        else:
            mapping[column.key] = heading
    if problems:
        raise LedgerError(source_path, tuple(problems))
    return mapping


def _find(
    sheets: list[Sheet],
    form: LedgerForm,
    forms: dict[str, LedgerForm],
    mapping: Mapping,
    words: LedgerWords,
    wanted: str | None,
    path: str,
) -> _Found:
    """The sheets that hold the ledger.

    The one named, else those named like the ledger, else those whose columns are its columns more than another's.
    """
    tried = [(part, _head(part)) for part in _wanted(sheets, wanted, path)]
    headed = [(part, _headings(part, head, form, mapping, words), head) for part, head in tried]
    good = [(part, headings, head) for part, headings, head in headed if isinstance(headings, Headings)]
    if not good:
        raise _no_headings(headed, path)
    if len(sheets) > 1 and wanted is None:
        named = [entry for entry in good if _is_named(entry[0], form)]
        good = named or [entry for entry in good if _is_best(entry[0], entry[1], entry[2], form, forms, words)]
        if not good:
            raise LedgerError(path, ((None, Message("ledger.other_ledgers", {"ledger": form.title})),))
    found = _Found()
    found.used = [(part, headings, head[: headings.last + 1]) for part, headings, head in good]
    found.notes = list(_notes(found.used, [part for part, head in tried if any(map(_says, head))], path))
    return found


def _wanted(sheets: list[Sheet], wanted: str | None, path: str) -> list[Sheet]:
    if wanted is None or sheets[0].name is None:
        return sheets
    chosen = [part for part in sheets if part.name is not None and fold(part.name) == fold(wanted)]
    if not chosen:
        names = [part.name or "" for part in sheets]
        near = get_close_matches(wanted, names, n=2, cutoff=0.5)
        message = Message("ledger.no_sheet", {"sheet": wanted, "sheets": "、".join(near or names)})
        raise LedgerError(path, ((None, message),))
    return chosen


def _head(part: Sheet) -> list[Row]:
    marks = part.marks()
    head = [list(row) for row in islice(part.rows(), SEARCHED + 2)]
    for row, cells in marks.replaced.items():
        if row < len(head):
            for place, value in cells.items():
                if place < len(head[row]):
                    head[row][place] = value
    return head


def _headings(
    part: Sheet, head: list[Row], form: LedgerForm, mapping: Mapping, words: LedgerWords
) -> Headings | NoHeadings:
    labels = Labels(form)
    own, problems = _own_mapping(head, labels, words)
    if problems:
        return NoHeadings(problems=tuple(problems), known=1000)
    return find_headings(head, labels, own | mapping, part.marks().merges)


def _own_mapping(head: list[Row], labels: Labels, words: LedgerWords) -> tuple[Mapping, list[Message]]:
    signs = {fold(word) for word in words.mapping}
    for row in head:
        names = row and isinstance(row[0], str) and fold(row[0]) in signs
        if names and any(sign in str(cell) for cell in row[1:] for sign in MAPS):
            return read_mapping(row, labels)
    return {}, []


def _no_headings(headed: list[tuple[Sheet, Headings | NoHeadings, list[Row]]], path: str) -> LedgerError | UsageError:
    """The mistakes of the sheet that came nearest."""
    failed = [(part, found) for part, found, _ in headed if isinstance(found, NoHeadings)]
    part, nearest = max(failed, key=lambda entry: entry[1].known)
    where = path if part.name is None or len(headed) == 1 else f"{path} [{part.name}]"
    return LedgerError(where, tuple((nearest.line, problem) for problem in nearest.problems))


def _is_named(part: Sheet, form: LedgerForm) -> bool:
    folded = fold(part.name or "")
    return any(fold(name) in folded for name in (form.title.zh, form.title.en, form.id, *form.aliases))


def _is_best(
    part: Sheet,
    headings: Headings,
    head: list[Row],
    form: LedgerForm,
    forms: dict[str, LedgerForm],
    words: LedgerWords,
) -> bool:
    """Whether no other ledger knows more of the sheet's columns, nor gives it its name."""
    for other in forms.values():
        if other.id == form.id:
            continue
        found = _headings(part, head, other, {}, words)
        if isinstance(found, Headings) and (_is_named(part, other) or len(found.places) > len(headings.places)):
            return False
    return True


def _says(row: Row) -> bool:
    return any(not isinstance(cell, str) or cell.strip() for cell in row)


def _notes(used: list[tuple[Sheet, Headings, list[Row]]], filled: list[Sheet], path: str) -> Iterator[Flaw]:
    """How the file was read, where a person might not expect it."""
    names = [part.name for part, _, _ in used]
    if others := [part.name or "" for part in filled if part.name not in names]:
        yield Flaw(code="sheets_left", params={"sheets": "、".join(others)})
    if len(used) > 1:
        yield Flaw(code="sheets_joined", params={"sheets": "、".join(name or "" for name in names)})
    for part, headings, _ in used:
        yield from _notes_of(part, headings)


def _notes_of(part: Sheet, headings: Headings) -> Iterator[Flaw]:
    marks = part.marks()
    if part.hidden:
        yield Flaw(code="hidden_sheet", sheet=part.name, params={"sheet": part.name or ""})
    if marks.hidden_rows:
        code = "filtered_rows" if marks.filtered else "hidden_rows"
        yield Flaw(code=code, sheet=part.name, params={"count": str(marks.hidden_rows)})
    if part.epoch_1904:
        yield Flaw(code="epoch_1904", sheet=part.name)
    if part.encoding is not None:
        yield Flaw(code="encoding", params={"encoding": part.encoding.upper()})
    if headings.unknown:
        yield Flaw(code="unknown_columns", sheet=part.name, params={"headings": "、".join(headings.unknown)})
    for heading, key in headings.passed:
        yield Flaw(
            code="column_passed", column=key, sheet=part.name, text=heading, params={"used": headings.printed[key]}
        )


__all__ = ["LedgerError", "PackError", "read_ledger", "shipped"]
