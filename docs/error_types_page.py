"""Writes docs/error-types.md, the mistakes and the rules that find them: `python docs/error_types_page.py`."""

from pathlib import Path
from typing import Any

from disclosecheck.rulebook.compile import compile_catalogue
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.yaml_source import read_yaml

PAGE = Path(__file__).parent / "error-types.md"

HEAD = """# 错误类型与规则 · Types of mistakes and their rules

由 `python docs/error_types_page.py` 根据 `rules/error_types.yaml` 和 `rules/packs/` 生成，请勿手改。
Generated; do not edit.

判定 decided：full 由程序判定，partial 由程序提示、由人判断。
"""


def rules_of_types() -> dict[str, dict[str, set[str]]]:
    """By type and rule id the packs in which the rule stands."""
    found: dict[str, dict[str, set[str]]] = {}
    for pack in compile_catalogue(rules_folder()).packs.values():
        for rule in pack.rules:
            if rule.error_type:
                found.setdefault(rule.error_type, {}).setdefault(rule.id, set()).add(pack.id)
    return found


def catalogue() -> dict[str, Any]:
    """`types` by id, and the types `without_rule` with the reason."""
    data: dict[str, Any] = read_yaml(rules_folder() / "error_types.yaml").data
    return data


def page() -> str:
    data, rules = catalogue(), rules_of_types()
    lines = [HEAD, "| 类型 type | 错误 mistake | 判定 decided | 规则 rule（规则包 pack） |", "|---|---|---|---|"]
    for name, kind in data["types"].items():
        said = "；".join(
            f"`{rule}`（{'、'.join(sorted(packs))}）" for rule, packs in sorted(rules.get(name, {}).items())
        )
        reason = data["without_rule"].get(name)
        said = said or f"— {reason['zh']} · {reason['en']}"
        lines.append(f"| {name} | {kind['zh']} · {kind['en']} | {kind['decided']} | {said} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
