"""Packs with the numbers that another pack puts in place of their own."""

from collections.abc import Mapping
from typing import Any

import msgspec

from disclosecheck.model.rule import Rule, RulePack


def with_changes(packs: Mapping[str, RulePack], changing: RulePack) -> dict[str, RulePack]:
    """Those of `packs` whose rules `changing` changes, changed; each basis says who changed it."""
    found: dict[str, RulePack] = {}
    for name, changes in changing.changes.items():
        base, _, rule_id = name.rpartition("/")
        pack = found.get(base) or packs[base]
        rules = tuple(_changed(rule, changes, changing.id) if rule.id == rule_id else rule for rule in pack.rules)
        found[base] = msgspec.structs.replace(pack, rules=rules)
    return found


def _changed(rule: Rule, changes: Mapping[str, Any], by: str) -> Rule:
    params = {key: value for key, value in changes.items() if key != "severity"}
    return msgspec.structs.replace(
        rule,
        severity=changes.get("severity", rule.severity),
        params={**rule.params, **params},
        plain=False,
        threshold_from="default",
        basis=f"{rule.basis}（{by} 改定）",
    )
