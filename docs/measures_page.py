"""Writes docs/measures.md, the figures that are counted from ledgers: `python docs/measures_page.py`."""

from pathlib import Path

from disclosecheck.measures.load import load_measures
from disclosecheck.measures.rows import columns_of
from disclosecheck.model.measure import Measure
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.ledgers import load_ledger_forms
from disclosecheck.rulebook.registry import load_registry

PAGE = Path(__file__).parent / "measures.md"

HEAD = """# 从台账算出的指标 · Figures counted from ledgers

由 `python docs/measures_page.py` 根据 `rules/measures.yaml` 生成，请勿手改。Generated; do not edit.

规则包里的要求（如“{example}”）有台账就按台账判断，不合要求的行逐行列出；
怎样判断见 [ledgers.md](ledgers.md)。
"""

TOGETHER = {
    "longest": "最长 longest",
    "least": "最少 least",
    "latest": "最晚 latest",
    "earliest": "最早 earliest",
    "share": "比例 share",
    "count": "计数 count",
    "sum": "合计 sum",
    "distinct": "种数 different ones",
}


def page() -> str:
    folder = rules_folder()
    registry, forms = load_registry(folder), load_ledger_forms(folder)
    lines = [HEAD.format(example=registry["online_inquiry_reply_max_workdays"].title.zh)]
    lines += [
        "| 指标 fact | 名称 | 台账 ledger | 算法 how | 用到的列 columns | 说明 basis |",
        "|---|---|---|---|---|---|",
    ]
    for name, measure in load_measures(folder).facts.items():
        title, form = registry[name].title, forms[measure.ledger]
        columns = "、".join(form.column(key).title.zh for key in columns_of(measure))
        cells = (f"`{name}`", f"{title.zh} · {title.en}", form.title.zh, how(measure), columns, measure.basis or "")
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def how(measure: Measure) -> str:
    days = measure.days or next((test.days for test in measure.holds if test.days is not None), None)
    unit = "" if days is None else "，工作日 working days" if days.of == "working" else "，日历日 calendar days"
    return TOGETHER[measure.together] + unit


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
