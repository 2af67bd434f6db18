"""A form of no law, with a column of every type, for the tests of measures."""

from collections.abc import Mapping, Sequence

from disclosecheck.model.ledger import Choice, Column, ColumnType, Ledger, LedgerForm
from disclosecheck.model.rule import Text
from disclosecheck.rulebook.case_ledgers import ledger_of

CHANNELS = ("online", "petition", "hotline")
FORMS = ("text", "picture", "video")


def _text(word: str) -> Text:
    return Text(zh=word, en=word)


def _column(key: str, type_: ColumnType, *choices: str, filled: bool = False) -> Column:
    listed = tuple(Choice(key=choice, title=_text(choice)) for choice in choices)
    return Column(key=key, title=_text(key), type=type_, choices=listed, filled=filled)


FORM = LedgerForm(
    id="cases",
    title=_text("cases"),
    columns=(
        _column("number", "text"),
        _column("received", "date", filled=True),
        _column("corrected", "date"),
        _column("answered", "date"),
        _column("asked", "date"),
        _column("replied", "date"),
        _column("channel", "choice", *CHANNELS),
        _column("forms", "choices", *FORMS),
        _column("simple", "yes_no"),
        _column("sure", "yes_no", filled=True),
        _column("extended", "yes_no"),
        _column("persons", "number"),
    ),
)


def ledger(rows: Sequence[Mapping[str, str]], *, closing: str | None = None) -> Ledger:
    return ledger_of(FORM, rows, closing=closing)
