"""Writes docs/coverage-<pack>.md for each pack of key points: `python docs/coverage_pages.py`."""

from pathlib import Path

from disclosecheck.cli.coverage_command import coverage_of
from disclosecheck.model.demand import ClauseDemands, Demand, PackDemands
from disclosecheck.report.coverage_text import origin, place_names, totals
from disclosecheck.report.labels import Labels
from disclosecheck.rulebook.compile import compile_catalogue
from disclosecheck.rulebook.folder import rules_folder

FOLDER = Path(__file__).parent

HEAD = FOLDER / "coverage_head.md"  # above the clauses of every page; {pack} is its id
COLUMNS = (
    "要求 demand",
    "判定 decided by",
    "数值 number",
    "指标名 fact",
    "可取自 found in",
    "级别 severity",
    "规则 rule",
    "依据 basis",
)


def pages() -> dict[str, str]:
    """The text of each page by its file's name."""
    catalogue = compile_catalogue(rules_folder())
    both = Labels(catalogue.messages, "zh", ()), Labels(catalogue.messages, "en", ())
    packs = coverage_of([pack for pack in catalogue.packs.values() if pack.clauses], catalogue)
    return {f"coverage-{pack.pack}.md": page(pack, both) for pack in packs}


def page(pack: PackDemands, both: tuple[Labels, Labels]) -> str:
    head = [
        f"# {pack.title.zh} · {pack.title.en}",
        "",
        HEAD.read_text("utf-8").replace("{pack}", pack.pack),
        *(line for labels in both for line in (*totals(pack, labels), "")),
    ]
    return "\n".join([*head, *(line for part in pack.clauses for line in clause(part, both))])


def clause(part: ClauseDemands, both: tuple[Labels, Labels]) -> list[str]:
    lines = [f"## {part.clause.id} {part.clause.title.zh} · {part.clause.title.en}", ""]
    if part.clause.note is not None:
        lines += [f"> {part.clause.note.zh}", ">", f"> {part.clause.note.en}", ""]
    return [
        *lines,
        "| " + " | ".join(COLUMNS) + " |",
        "|" + "---|" * len(COLUMNS),
        *(row(demand, both) for demand in part.demands),
        "",
    ]


def row(demand: Demand, both: tuple[Labels, Labels]) -> str:
    zh, en = both
    decided = f"decided_{demand.decided_by or 'other'}"
    number = ""
    if demand.asked is not None:
        number = f"{demand.asked.zh}（{origin(demand, zh)}） · {demand.asked.en} ({origin(demand, en)})"
    elif demand.encouraged:
        number = f"{origin(demand, zh)} · {origin(demand, en)}"
    cells = (
        f"{demand.title.zh} · {demand.title.en}",
        f"{zh.say(decided)} {en.say(decided)}",
        number,
        " ".join(f"`{name}`" for name in demand.facts),
        "、".join(place_names(demand, zh)),
        demand.severity,
        f"`{demand.rule}`",
        demand.basis,
    )
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, "utf-8")
