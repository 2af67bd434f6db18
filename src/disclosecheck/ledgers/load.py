"""A file to a Ledger: `--records replies=FILE`.

    read_ledger("replies", "replies.xlsx", columns={"received": "来件登记"}, sheet="2021年", closing="2021-12-31")

Columns are known by their usual headings; those that are not are named by `columns` (heading by the column's key), by
a file NAME.columns.yaml beside NAME.xlsx, or by a row 列对应 above the headings, in this order.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path

from disclosecheck.ledgers.csv_file import open_csv
from disclosecheck.ledgers.dates import date_in, shown
from disclosecheck.ledgers.errors import LedgerError
from disclosecheck.ledgers.file import kind_of, read_bytes
from disclosecheck.ledgers.fold import fold
from disclosecheck.ledgers.gather import SheetReader
from disclosecheck.ledgers.gathered import Gathered
from disclosecheck.ledgers.headings import Headings, Mapping
from disclosecheck.ledgers.labels import Labels, unknown_column
from disclosecheck.ledgers.sheet import Row, Sheet
from disclosecheck.ledgers.sheets import find_sheets
from disclosecheck.ledgers.xlsx_file import open_xlsx
from disclosecheck.model.errors import UsageError
from disclosecheck.model.ledger import Ledger, LedgerForm
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
    data = read_bytes(path)
    mapping = _mapping(columns, path, form)
    sheets = open_xlsx(data, path) if kind_of(data, path) == "xlsx" else open_csv(data, path, _heading(form, mapping))
    found = find_sheets(sheets, form, forms, mapping, words, sheet, path)
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
        flaws=(*found.flaws, *gathered.flaws),
        notes=(*found.notes, *gathered.notes),
        left_out=(*found.left, *gathered.left),
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


def _heading(form: LedgerForm, mapping: Mapping) -> Callable[[str], bool]:
    """Knows the headings of the form, and those that are mapped."""
    labels, mapped = Labels(form), {fold(heading) for heading in mapping.values()}
    return lambda text: labels.key_of(text) is not None or fold(text) in mapped


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
