"""Ledgers of cases, a row written as a mapping of column keys: what a reader would have made of a file."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

import msgspec

from disclosecheck.model.ledger import BLANK, NO_NUMBER, UNREADABLE, Column, Ledger, LedgerForm, LeftOut
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.given import GivenLedger

UNREAD = "?"  # stands for a cell that nobody can read
FIRST_LINE = 2  # below the headings


def ledgers_of(given: Mapping[str, GivenLedger]) -> tuple[Ledger, ...]:
    """Raises KeyError for a ledger, a column or a choice that is not known."""
    return tuple(_ledger(_forms()[name], one) for name, one in given.items())


def _ledger(form: LedgerForm, given: GivenLedger) -> Ledger:
    return msgspec.structs.replace(
        ledger_of(form, given.rows, closing=given.closing),
        flaws=given.flaws,
        notes=given.notes,
        left_out=tuple(LeftOut(code=code, lines=lines) for code, lines in given.left_out.items()),
    )


def ledger_of(form: LedgerForm, rows: Sequence[Mapping[str, str]], *, closing: str | None = None) -> Ledger:
    """A ledger with those of the form's columns that a row names; `?` in a cell is unreadable, "" or nothing blank."""
    named = {key for row in rows for key in row}
    columns = [column for column in form.columns if column.key in named]
    if unknown := named - {column.key for column in columns}:
        raise KeyError(f"{form.id} has no column {', '.join(sorted(unknown))}")
    return Ledger(
        form=form,
        file=f"{form.id}.csv",
        lines=range(FIRST_LINE, len(rows) + FIRST_LINE),
        columns={column.key: _column(column, [row.get(column.key, "") for row in rows]) for column in columns},
        headings={column.key: column.title.zh for column in columns},
        closing=date.fromisoformat(closing).toordinal() if closing else None,
    )


def _column(column: Column, texts: list[str]) -> list[int] | list[str]:
    if column.type in ("text", "number"):
        return [NO_NUMBER if text == UNREAD and column.type == "number" else text for text in texts]
    return [_code(column, text) for text in texts]


def _code(column: Column, text: str) -> int:
    if text in ("", UNREAD):
        return BLANK if text == "" else UNREADABLE
    if column.type == "date":
        return date.fromisoformat(text).toordinal()
    keys = [choice.key for choice in column.choices] if column.type != "yes_no" else ["no", "yes"]
    if column.type == "choices":
        return sum(1 << keys.index(key) for key in text.split("+"))
    return keys.index(text) + 1


@lru_cache(maxsize=1)
def _forms() -> dict[str, LedgerForm]:
    from disclosecheck.rulebook.ledgers import load_ledger_forms

    return load_ledger_forms(rules_folder())
