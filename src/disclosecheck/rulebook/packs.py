"""Rule packs, from `rules/packs/*.yaml` or a path: each checked whole, so that all its mistakes come at once."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

import msgspec

from disclosecheck.kinds.registry import KINDS
from disclosecheck.model.errors import PackError, UsageError
from disclosecheck.model.form import Edition, Form
from disclosecheck.model.registry import FactName
from disclosecheck.model.rule import AppliesTo, Clause, DecidedBy, PackHead, Rule, RulePack, Text, ThresholdFrom
from disclosecheck.model.verdict import Message
from disclosecheck.rulebook.changes import change_problems
from disclosecheck.rulebook.names import Names
from disclosecheck.rulebook.params import check_params, is_plain, needs_among
from disclosecheck.rulebook.strict import Problem
from disclosecheck.rulebook.yaml_source import Path_, YamlSource, read_yaml

PACK_KEYS = {
    "id": str,
    "version": str,
    "title": Text,
    "authority": str,
    "kind": str,
    "document": str,
    "abstract": bool,
    "applies_to": AppliesTo,
    "extends": tuple[str, ...],
    "clauses": tuple[Clause, ...],
    "changes": dict[str, dict[str, Any]],
    "rules": list[Any],
}
PACK_NEEDS = ("id", "version", "title", "authority", "kind", "rules")
RULE_KEYS = {
    "id": str,
    "title": Text,
    "kind": str,
    "severity": str,
    "required": bool,
    "basis": str,
    "error_type": str,
    "group": str,
    "fix": Text,
    "clause": str,
    "decided_by": str,
    "threshold_from": str,
    "applies_to": AppliesTo,
    "cases": list[Any],
}
RULE_NEEDS = ("id", "title", "kind", "severity", "basis")
CHOICES = {
    "kind": ("statutory", "key_points"),
    "severity": ("error", "warning", "info"),
    "decided_by": get_args(DecidedBy),
    "threshold_from": get_args(ThresholdFrom),
}


class PackFile(msgspec.Struct, frozen=True):
    """A pack as its file has it: rules still without those of the packs it extends, cases beside them."""

    source: YamlSource
    pack: RulePack
    abstract: bool
    document: str
    cases: Mapping[str, list[Any]]  # by rule id, as written
    rule_lines: Mapping[str, int | None]


def load_packs(folder: Path, forms: Mapping[Edition, Form], registry: Mapping[str, FactName]) -> dict[str, RulePack]:
    """The shipped packs by id, with the rules of abstract ones they extend; abstract packs are not among them.

    Raises PackError for the first file with mistakes, listing all of its mistakes with their lines.
    """
    return {pack.id: pack for pack, _ in joined(load_pack_files(folder, forms, registry)).values()}


def load_pack_files(
    folder: Path, forms: Mapping[Edition, Form], registry: Mapping[str, FactName]
) -> dict[str, PackFile]:
    """All files of `rules/packs/` by their pack's id."""
    names = Names(forms=dict(forms), facts=frozenset(registry))
    files = [read_pack(path, names) for path in sorted((folder / "packs").glob("*.yaml"))]
    return {file.pack.id: file for file in files}


def joined(files: Mapping[str, PackFile]) -> dict[str, tuple[RulePack, PackFile]]:
    """Concrete packs with the rules of abstract ones first; {document} in a basis becomes the pack's own."""
    return {name: (_join(file, files), file) for name, file in files.items() if not file.abstract}


def head_of(pack: RulePack) -> PackHead:
    return PackHead(**{field: getattr(pack, field) for field in PackHead.__struct_fields__})


def load_pack(path: Path, shipped: Mapping[str, PackFile], names: Names) -> RulePack:
    """A pack that a user wrote. Raises PackError, or UsageError when it extends a pack that is not there."""
    file = read_pack(path, names)
    pack = _join(file, shipped)
    extended = {name: shipped[name].pack for name in pack.extends if name in shipped}
    if problems := tuple(change_problems(pack, file.source, extended, names)):
        raise PackError(file.source.path, problems)
    return pack


def _join(file: PackFile, files: Mapping[str, PackFile]) -> RulePack:
    inherited: list[Rule] = []
    extends: list[str] = []
    for name in file.pack.extends:
        base = files.get(name)
        if base is None and name != "cn-annual-report":
            raise UsageError("pack_unknown", name=name, known=", ".join(sorted(files)))
        if base is not None and base.abstract:
            inherited += base.pack.rules
        else:
            extends.append(name)
    if doubles := {rule.id for rule in inherited} & {rule.id for rule in file.pack.rules}:
        problems = [(file.rule_lines.get(name), Message("pack.double_id", {"id": name})) for name in sorted(doubles)]
        raise PackError(file.source.path, tuple(problems))
    rules = tuple(
        msgspec.structs.replace(rule, basis=rule.basis.replace("{document}", file.document))
        for rule in (*inherited, *file.pack.rules)
    )
    return msgspec.structs.replace(file.pack, rules=rules, extends=tuple(extends))


def read_pack(path: Path, names: Names) -> PackFile:
    """One file, checked. Raises PackError that lists all its mistakes."""
    return parse_pack(read_yaml(path), names)


def parse_pack(source: YamlSource, names: Names) -> PackFile:
    """As read_pack, from YAML that was read before."""
    reader = PackReader(source, names)
    file = reader.read()
    if reader.problems or file is None:
        raise PackError(source.path, tuple(sorted(reader.problems, key=lambda problem: problem[0] or 0)))
    return file


class PackReader:
    """Walks through a pack's data and collects what is wrong with it."""

    def __init__(self, source: YamlSource, names: Names) -> None:
        self.source = source
        self.names = names
        self.problems: list[Problem] = []

    def read(self) -> PackFile | None:
        data = self.source.data
        if not isinstance(data, dict):
            self._add((), "pack.no_mapping")
            return None
        head = self._fields(data, (), PACK_KEYS, PACK_NEEDS)
        rules = tuple(self._rules(data.get("rules")))
        if not self.problems:
            self._clauses(head.get("clauses", ()), rules)
        if self.problems:
            return None
        pack = RulePack(
            id=head["id"],
            version=head["version"],
            title=head["title"],
            authority=head["authority"],
            kind=head["kind"],
            applies_to=head.get("applies_to", AppliesTo()),
            extends=head.get("extends", ()),
            clauses=head.get("clauses", ()),
            changes=head.get("changes", {}),
            rules=rules,
        )
        places = {rule["id"]: ("rules", index) for index, rule in enumerate(data["rules"])}
        return PackFile(
            self.source,
            pack,
            head.get("abstract", False),
            head.get("document", ""),
            {rule["id"]: rule.get("cases") or [] for rule in data["rules"]},
            {name: self.source.line(place) for name, place in places.items()},
        )

    def _clauses(self, clauses: tuple[Clause, ...], rules: tuple[Rule, ...]) -> None:
        """A rule of a pack that lists clauses stands under one of them, and every clause has a rule."""
        known = [clause.id for clause in clauses]
        asked = {rule.clause for rule in rules}
        for index, name in enumerate(known):
            if name in known[:index]:
                self._add(("clauses", index), "pack.double_id", id=name)
            elif name not in asked:
                self._add(("clauses", index), "pack.clause_without_rule", clause=name)
        for index, rule in enumerate(rules):
            if rule.clause is not None and rule.clause not in known:
                self._add(("rules", index, "clause"), "pack.no_clause", clause=rule.clause)

    def _rules(self, entries: Any) -> Iterator[Rule]:
        if not isinstance(entries, list):
            return
        seen: set[str] = set()
        for index, entry in enumerate(entries):
            path: Path_ = ("rules", index)
            if not isinstance(entry, dict):
                self._add(path, "pack.no_mapping")
                continue
            if (name := str(entry.get("id"))) in seen:
                self._add((*path, "id"), "pack.double_id", id=name)
            seen.add(name)
            if rule := self._rule(entry, path):
                yield rule

    def _rule(self, entry: dict[str, Any], path: Path_) -> Rule | None:
        before = len(self.problems)
        kind = entry.get("kind")
        params = {key: value for key, value in entry.items() if key not in RULE_KEYS}
        if isinstance(kind, str) and kind not in KINDS:
            self._add((*path, "kind"), "pack.unknown_kind", kind=kind, hint=_closest(kind, KINDS))
        elif isinstance(kind, str):
            self.problems += check_params(kind, params, self.source, path, self.names, tuple(RULE_KEYS))
        fields = self._fields(entry, path, RULE_KEYS, RULE_NEEDS, closed=False)
        if len(self.problems) > before:
            return None
        fields.pop("cases", None)
        return Rule(params=params, needs=needs_among(str(kind), params), plain=is_plain(str(kind), params), **fields)

    def _fields(
        self, data: dict[str, Any], path: Path_, known: dict[str, Any], needed: tuple[str, ...], *, closed: bool = True
    ) -> dict[str, Any]:
        """The known keys as their types; unknown ones are problems where `closed`, missing ones always."""
        for key in needed:
            if data.get(key) is None:
                self._add(path, "pack.missing_key", key=key)
        fields: dict[str, Any] = {}
        for key, value in data.items():
            if key not in known:
                if closed:
                    self._add((*path, key), "pack.unknown_key", key=key, hint=_closest(key, known))
                continue
            try:
                fields[key] = msgspec.convert(value, known[key])
            except msgspec.ValidationError as error:
                self._misfit((*path, key), key, value, str(error))
                continue
            self._choice(path, key, value, known)
        return fields

    def _misfit(self, path: Path_, key: str, value: Any, detail: str) -> None:
        if key in ("title", "fix") and isinstance(value, dict):
            for language in ("zh", "en"):
                if not isinstance(value.get(language), str):
                    self._add(path, "pack.missing_text", key=key, language=language)
        if key not in ("title", "fix") or not isinstance(value, dict) or set(value) - {"zh", "en"}:
            self._add(path, "pack.misfit", key=key, detail=detail)

    def _choice(self, path: Path_, key: str, value: Any, known: dict[str, Any]) -> None:
        if key in CHOICES and not (key == "kind" and known is RULE_KEYS) and value not in CHOICES[key]:
            self._add((*path, key), "pack.choice", key=key, value=str(value), choices=", ".join(CHOICES[key]))

    def _add(self, path: Path_, code: str, /, **params: str | Message) -> None:
        self.problems.append((self.source.line(path), Message(code, dict(params))))


def _closest(word: str, known: Mapping[str, Any]) -> Message | str:
    """`；是否应为 …` where a known word is near."""
    found = get_close_matches(word, known, n=1, cutoff=0.7)
    return Message("pack.did_you_mean", {"word": found[0]}) if found else ""
