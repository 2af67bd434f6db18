"""Numbers of one's own in place of a pack's: what a pack of the user's changes in the packs that it extends.

    extends: [shanghai-health-2021]
    changes:
      shanghai-health-2021/forms-of-interpretation: {at_least: 3, severity: warning}

Only numbers that do not stand in a clause can be changed; those that do are the authority's.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from disclosecheck.model.rule import Rule, RulePack
from disclosecheck.model.verdict import Message
from disclosecheck.rulebook.names import Names
from disclosecheck.rulebook.params import check_params
from disclosecheck.rulebook.strict import Problem
from disclosecheck.rulebook.yaml_source import Path_, YamlSource

_SEVERITIES = ("error", "warning", "info")


def change_problems(
    pack: RulePack, source: YamlSource, extended: Mapping[str, RulePack], names: Names
) -> Iterator[Problem]:
    """What is wrong with the changes of a pack; `extended` are the packs whose rules it may change."""
    for name, changes in pack.changes.items():
        path: Path_ = ("changes", name)
        base, _, rule_id = name.rpartition("/")
        rule = next((rule for rule in extended[base].rules if rule.id == rule_id), None) if base in extended else None
        if rule is None:
            known = [f"{other.id}/{rule.id}" for other in extended.values() for rule in other.rules]
            near = get_close_matches(name, known, n=1, cutoff=0.7)
            hint = Message("pack.did_you_mean", {"word": near[0]}) if near else ""
            yield source.line(path), Message("pack.change_of_nothing", {"rule": name, "hint": hint})
        elif rule.threshold_from not in ("implied", "default"):
            yield source.line(path), Message("pack.change_of_text", {"rule": name, "basis": rule.basis})
        else:
            yield from _misfits(rule, changes, source, path, names)


def _misfits(
    rule: Rule, changes: Mapping[str, Any], source: YamlSource, path: Path_, names: Names
) -> Iterator[Problem]:
    severity = changes.get("severity", "info")
    if severity not in _SEVERITIES:
        values = {"key": "severity", "value": str(severity), "choices": ", ".join(_SEVERITIES)}
        yield source.line((*path, "severity")), Message("pack.choice", dict(values))
    params = {key: value for key, value in changes.items() if key != "severity"}
    yield from check_params(rule.kind, {**rule.params, **params}, source, path, names, ("severity",))
