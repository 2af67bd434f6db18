"""How a pack should be written, beyond what it needs to load: `disclosecheck rules lint`."""

from collections.abc import Iterator
from typing import Any

from disclosecheck.model.errors import PackError
from disclosecheck.model.rule import Rule, Text
from disclosecheck.model.verdict import Message
from disclosecheck.rulebook.lint_clauses import clause_problems
from disclosecheck.rulebook.names import Names
from disclosecheck.rulebook.packs import PackFile, parse_pack
from disclosecheck.rulebook.strict import Problem
from disclosecheck.rulebook.yaml_source import YamlSource


def lint(source: YamlSource, names: Names) -> list[Problem]:
    """All problems of one file by line: what keeps it from loading, else what its rules lack."""
    try:
        file = parse_pack(source, names)
    except PackError as error:
        return list(error.problems)
    return sorted(_problems(file), key=lambda problem: problem[0] or 0)


def _problems(file: PackFile) -> Iterator[Problem]:
    if file.pack.kind == "key_points" and "cn-annual-report" not in file.pack.extends:
        yield file.source.line(("extends",)) or 1, Message("lint.no_statutory")
    for rule in file.pack.rules:
        line = file.rule_lines[rule.id]
        for message in (*_texts(rule), *_cases(rule, file.cases[rule.id]), *clause_problems(file.pack, rule)):
            yield line, message


def _texts(rule: Rule) -> Iterator[Message]:
    if rule.id != rule.id.lower() or not rule.id.replace("-", "").isalnum():
        yield Message("lint.id", {"id": rule.id})
    if rule.fix is None:
        yield Message("lint.no_fix", {"id": rule.id})
    if not rule.group:
        yield Message("lint.no_group", {"id": rule.id})
    for text in (rule.title, *((rule.fix,) if rule.fix else ())):
        if not _in_both(text):
            yield Message("lint.one_language", {"id": rule.id, "text": text.zh})


def _in_both(text: Text) -> bool:
    """Chinese stands in the Chinese text and an English one in the English (official terms may stay Chinese)."""
    return any("\u4e00" <= sign <= "\u9fff" for sign in text.zh) and any(sign.isascii() for sign in text.en)


def _cases(rule: Rule, cases: list[Any]) -> Iterator[Message]:
    outcomes = {outcome for case in cases if isinstance(case, dict) for outcome in _expected(case.get("expect"))}
    if "pass" not in outcomes:
        yield Message("lint.no_pass", {"id": rule.id})
    if rule.params.get("outcome") != "pass" and not outcomes & ({"fail", "review"} if _can_fail(rule) else {"open"}):
        yield Message("lint.no_fail", {"id": rule.id})
    if len(cases) < 3:
        yield Message("lint.few_cases", {"id": rule.id})


def _can_fail(rule: Rule) -> bool:
    """Whether the rule is meant to fail: one about what was left blank, only encouraged or only counted never does."""
    only_counted = rule.params.get("at_least") == 0
    return rule.params.get("outcome") != "open" and not rule.params.get("encouraged") and not only_counted


def _expected(expect: Any) -> tuple[str, ...]:
    return tuple(expect) if isinstance(expect, dict) else (str(expect),)
