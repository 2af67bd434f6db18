"""The keys of a profile, each with what may stand there."""

import os
from collections.abc import Callable
from datetime import date, datetime
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from disclosecheck.model.ledger import LedgerForm
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message
from disclosecheck.profile.lines import line_of
from disclosecheck.profile.model import LedgerFile, Profile
from disclosecheck.rulebook.ledgers import form_named, shipped_ledger_forms

SAME = {"packs": "rules", "ledgers": "records", "fail-on": "fail_on"}  # other names of keys
FAIL_ON = ("error", "warning", "info", "never")
LANGUAGES = ("zh", "en")
RECORD_KEYS = ("file", "sheet", "columns", "closing")
Problem = tuple[int | None, Message]
Path_ = tuple[str, ...]


T = TypeVar("T")


class _MisfitError(Exception):
    def __init__(self, at: Path_, message: Message) -> None:
        super().__init__(at)
        self.at, self.message = at, message


class Reader:
    def __init__(self, path: str, text: str, prefix: Path_) -> None:
        self.path, self.text, self.prefix = path, text, prefix
        self.folder = os.path.dirname(path)  # noqa: PTH120
        self.problems: list[Problem] = []

    def read(self, data: dict[str, Any]) -> Profile:
        given: dict[str, Any] = {}
        for key, value in data.items():
            field = SAME.get(key, key)
            if field not in _FIELDS:
                self._refuse((key,), self._unknown(key, [*_FIELDS, *SAME]))
            elif field in given:
                self._refuse((key,), Message("profile.twice", {"key": key, "other": field}))
            else:
                given[field] = self._tried(partial(_FIELDS[field], self), (key,), value)
        return Profile(path=self.path, **{key: value for key, value in given.items() if value is not None})

    def rules(self, at: Path_, value: Any) -> tuple[str, ...]:
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list) or not all(isinstance(name, str) and name for name in names):
            raise _misfit(at, "texts")
        return tuple(self._pack(name) for name in names)

    def _pack(self, name: str) -> str:
        """A pack's id, or the path of a file beside the profile."""
        beside = self._path(name)
        return beside if Path(beside).is_file() or name.lower().endswith((".yaml", ".yml")) else name

    def records(self, at: Path_, value: Any) -> tuple[LedgerFile, ...]:
        if not isinstance(value, dict):
            raise _misfit(at, "table")
        forms = shipped_ledger_forms()
        found: dict[str, LedgerFile] = {}
        for name, entry in value.items():
            form = form_named(name, forms)
            if form is None:
                names = [known for form in forms.values() for known in (form.id, form.title.zh, *form.aliases)]
                self._refuse((*at, name), self._unknown_ledger(name, names, forms))
            elif form.id in found:
                self._refuse((*at, name), Message("profile.twice", {"key": name, "other": form.id}))
            elif ledger := self._tried(partial(self._ledger, form), (*at, name), entry):
                found[form.id] = ledger
        return tuple(found.values())

    def _ledger(self, form: LedgerForm, at: Path_, entry: Any) -> LedgerFile:
        table = {"file": entry} if isinstance(entry, str) else entry
        if not isinstance(table, dict):
            raise _misfit(at, "ledger")
        for key in table.keys() - set(RECORD_KEYS):
            self._refuse((*at, key), self._unknown(key, list(RECORD_KEYS)))
        if "file" not in table:
            raise _MisfitError(at, Message("profile.no_file"))
        columns = self._tried(partial(self._columns, form), (*at, "columns"), table.get("columns", {}))
        sheet = table.get("sheet")
        closing = table.get("closing")
        return LedgerFile(
            name=form.id,
            file=self.file((*at, "file"), table["file"]),
            sheet=None if sheet is None else self.text_of((*at, "sheet"), sheet),
            columns=columns or {},
            closing=None if closing is None else self.day((*at, "closing"), closing),
        )

    def _columns(self, form: LedgerForm, at: Path_, value: Any) -> dict[str, str]:
        if not isinstance(value, dict):
            raise _misfit(at, "table")
        keys = {name: column.key for column in form.columns for name in (column.title.zh, column.title.en, column.key)}
        found: dict[str, str] = {}
        for name, heading in value.items():
            if name not in keys:
                self._refuse((*at, name), self._unknown(name, list(keys)))
            elif text := self._tried(self.text_of, (*at, name), heading):
                found[keys[name]] = text
        return found

    def file(self, at: Path_, value: Any) -> str:
        path = self._path(self.text_of(at, value))
        if not Path(path).is_file():
            raise _MisfitError(at, Message("profile.not_found", {"path": path}))
        return path

    def text_of(self, at: Path_, value: Any) -> str:
        if isinstance(value, str) and value.strip():
            return value
        raise _misfit(at, "text")

    def year(self, at: Path_, value: Any) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and 2008 <= value < 2100:
            return value
        raise _misfit(at, "year")

    def day(self, at: Path_, value: Any) -> str:
        """A date of TOML, or one in quotation marks."""
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        try:
            if isinstance(value, str) and len(value) == len("2021-12-31"):
                return date.fromisoformat(value).isoformat()
        except ValueError as error:
            raise _misfit(at, "day") from error
        raise _misfit(at, "day")

    def fail_on(self, at: Path_, value: Any) -> str:
        return _one_of(FAIL_ON, at, value)

    def lang(self, at: Path_, value: Any) -> str:
        return _one_of(LANGUAGES, at, value)

    def strict(self, at: Path_, value: Any) -> bool:
        if isinstance(value, bool):
            return value
        raise _misfit(at, "bool")

    def _path(self, name: str) -> str:
        return os.path.normpath(os.path.join(self.folder, os.path.expanduser(name)))  # noqa: PTH111, PTH118

    def _tried(self, read: Callable[[Path_, Any], T], at: Path_, value: Any) -> T | None:
        """What `read` makes of the value; None, and a problem more, when it does not fit."""
        try:
            return read(at, value)
        except _MisfitError as misfit:
            self._refuse(misfit.at, misfit.message)
            return None

    def _unknown(self, key: str, names: list[str]) -> Message:
        if near := get_close_matches(key, names, n=1, cutoff=0.6):
            return Message("profile.unknown_near", {"key": key, "near": near[0]})
        return Message("profile.unknown", {"key": key, "known": " ".join(names)})

    def _unknown_ledger(self, name: str, names: list[str], forms: dict[str, LedgerForm]) -> Message:
        if near := get_close_matches(name, names, n=1, cutoff=0.5):
            return Message("profile.unknown_near", {"key": name, "near": near[0]})
        known: tuple[Text, ...] = tuple(
            Text(zh=f"{form.id}（{form.title.zh}）", en=f"{form.id} ({form.title.en})") for form in forms.values()
        )
        return Message("profile.unknown_ledger", {"name": name, "known": known})

    def _refuse(self, at: Path_, message: Message) -> None:
        self.problems.append((line_of(self.text, (*self.prefix, *at)), message))


def _misfit(at: Path_, wanted: str) -> _MisfitError:
    return _MisfitError(at, Message("profile.misfit", {"key": at[-1], "wanted": Message(f"profile.wants_{wanted}")}))


def _one_of(choices: tuple[str, ...], at: Path_, value: Any) -> str:
    if isinstance(value, str) and value in choices:
        return value
    raise _MisfitError(at, Message("profile.choice", {"value": str(value), "choices": " ".join(choices)}))


_FIELDS: dict[str, Callable[[Reader, Path_, Any], Any]] = {
    "rules": Reader.rules,
    "metrics": Reader.file,
    "records": Reader.records,
    "previous": Reader.file,
    "organ": Reader.text_of,
    "year": Reader.year,
    "published": Reader.day,
    "closing": Reader.day,
    "workdays": Reader.file,
    "fail_on": Reader.fail_on,
    "strict": Reader.strict,
    "lang": Reader.lang,
}
