"""Writes docs/rules.md from the shipped packs: `python docs/rules_page.py`."""

from pathlib import Path

from disclosecheck.kinds.registry import KINDS, kind_named
from disclosecheck.model.rule import Rule, RulePack
from disclosecheck.rulebook.compile import compile_catalogue
from disclosecheck.rulebook.folder import rules_folder

PAGE = Path(__file__).parent / "rules.md"

HEAD = """# 规则 · Rules

由 `python docs/rules_page.py` 根据 `rules/packs/` 生成，请勿手改。Written from `rules/packs/`; do not edit.

级别 severity：error 必须改正，warning 改正或说明，info 提示。

必查 required：没有核完（open）则整份报告为未核完（退出码 4）。
"""

KINDS_HEAD = """## 规则种类 · Kinds of rules

规则包里 `kind:` 可用的种类及其参数。What `kind:` in a pack may be, and its keys.
"""


def page() -> str:
    packs = compile_catalogue(rules_folder()).packs.values()
    sections = [*(section for pack in packs for section in pack_section(pack)), KINDS_HEAD, *map(kind_section, KINDS)]
    return "\n".join([HEAD, *sections])


def kind_section(name: str) -> str:
    return f"### {name}\n\n{(kind_named(name).__doc__ or '').strip()}\n"


def pack_section(pack: RulePack) -> list[str]:
    lines = [
        f"## {pack.id}",
        "",
        f"{pack.title.zh} · {pack.title.en}（{pack.authority}）",
        "",
        "| 规则 rule | 要求 demand | 级别 severity | 必查 required | 依据 basis | 错误类型 error type |",
        "|---|---|---|---|---|---|",
    ]
    return [*lines, *(rule_line(rule) for rule in pack.rules), ""]


def rule_line(rule: Rule) -> str:
    cells = (
        f"`{rule.id}`",
        f"{rule.title.zh} · {rule.title.en}",
        rule.severity,
        "✓" if rule.required else "",
        rule.basis,
        rule.error_type or "",
    )
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
