"""What ledgers look like, from `rules/ledgers/` and `rules/ledger-words.yaml`."""

from functools import lru_cache
from pathlib import Path

import msgspec

from disclosecheck.model.errors import PackError
from disclosecheck.model.ledger import Column, LedgerForm
from disclosecheck.model.ledger_words import LedgerWords
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.strict import Problem, convert_at
from disclosecheck.rulebook.yaml_source import YamlSource, read_yaml

_YIELDS = "yields"  # what a ledger says about facts; read apart


def load_ledger_words(folder: Path) -> LedgerWords:
    """`folder` is that of the rules. Raises PackError with the line where an entry does not fit."""
    source = read_yaml(folder / "ledger-words.yaml")
    problems: list[Problem] = []
    words = convert_at(source, (), LedgerWords, problems)
    if problems or words is None:
        raise PackError(source.path, tuple(problems))
    return words


def load_ledger_forms(folder: Path) -> dict[str, LedgerForm]:
    """All forms by their ids; `folder` is that of the rules.

    Columns of yes and no are given their two choices (1: no, 2: yes). Raises PackError for a file that does not fit.
    """
    words = load_ledger_words(folder)
    forms: dict[str, LedgerForm] = {}
    for path in sorted((folder / "ledgers").glob("*.yaml")):
        form = _form(read_yaml(path), words)
        forms[form.id] = form
    return forms


@lru_cache(maxsize=1)
def shipped_ledger_forms() -> dict[str, LedgerForm]:
    """Those that come with the program; read once a process."""
    return load_ledger_forms(rules_folder())


def form_named(name: str, forms: dict[str, LedgerForm]) -> LedgerForm | None:
    """The form that an id, a title or an alias names, whatever the case."""
    wanted = name.strip().casefold()
    for form in forms.values():
        if wanted in {text.casefold() for text in (form.id, form.title.zh, form.title.en, *form.aliases)}:
            return form
    return None


def _form(source: YamlSource, words: LedgerWords) -> LedgerForm:
    problems: list[Problem] = []
    data = {key: value for key, value in (source.data or {}).items() if key != _YIELDS}
    form = convert_at(YamlSource(source.path, data, source.lines), (), LedgerForm, problems)
    if problems or form is None:
        raise PackError(source.path, tuple(problems))
    columns = tuple(_with_yes_and_no(column, words) for column in form.columns)
    return msgspec.structs.replace(form, columns=columns, passed_over=(*words.passed_over, *form.passed_over))


def _with_yes_and_no(column: Column, words: LedgerWords) -> Column:
    if column.type != "yes_no":
        return column
    own = {choice.key: choice.aliases for choice in column.choices}
    choices = tuple(
        msgspec.structs.replace(choice, aliases=tuple(dict.fromkeys((*choice.aliases, *own.get(choice.key, ())))))
        for choice in words.yes_no
    )
    return msgspec.structs.replace(column, choices=choices)
