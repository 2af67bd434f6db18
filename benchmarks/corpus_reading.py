"""How much of the corpus of real reports is read right: headings, organs, years, editions, cells.

    DISCLOSECHECK_CORPUS=… python benchmarks/corpus_reading.py

Prints the shares and below them everything that is not right, with why. A cell whose digits have run together in the
copy counts as told (missing, with that reason), not as right. The truth files name sections by their titles.
"""

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from disclosecheck.extract.facts import extract_facts
from disclosecheck.extract.fold import bare, letters
from disclosecheck.extract.script import simplify
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.fact import CellFact, FactSet
from disclosecheck.model.form import TableSpec, address
from disclosecheck.read.dispatch import read_document
from disclosecheck.rulebook.load import load_catalogue

_BLOCKS = {"行政复议": "review", "未经复议直接起诉": "litigation_direct", "复议后起诉": "litigation_after_review"}
_UNITS = "万元件"
_EDITIONS = {"older": None, "en": None}
_TITLE_NOT_THERE = "未载"  # the index says so where a page has lost its title


class Report(msgspec.Struct, frozen=True):
    """One file of the corpus with what its index and its careful reader say of it."""

    id: str
    path: Path
    index: dict[str, Any]
    truth: dict[str, Any]


class Tally:
    """Right and wrong by question, and a line for each that is wrong."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.told: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.wrong: list[str] = []

    def ask(self, question: str, report: Report, fits: bool, why: str) -> None:
        self.asked[question] += 1
        self.right[question] += fits
        if not fits:
            self.wrong.append(f"{report.path.name:9} {question}: {why}")


def reports(folder: Path) -> Iterator[Report]:
    for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines():
        index = json.loads(line)
        truth = json.loads((folder / f"{index['id']}.truth.json").read_text(encoding="utf-8"))
        for name in dict.fromkeys((index["file"], f"{index['id']}.pdf")):
            if (folder / name).is_file():
                yield Report(index["id"], folder / name, index, truth)


def true_cells(truth: dict[str, Any], tables: tuple[TableSpec, ...]) -> dict[str, Decimal | str | None]:
    """What the truth says of cells, by address; None for a blank."""
    cells: dict[str, Decimal | str | None] = {}
    for table in tables:
        columns = [column for column in table.columns if not column.optional]
        rows = truth.get("t3", {}).get("rows", {}) if table.id == "t3_requests" else truth.get("t2", {})
        for printed, values in rows.items() if table.rows else ():
            key = _row_key(printed, table)
            for place, column in enumerate(columns) if key else ():
                if place < len(values) or not values:
                    cells[address(table.id, key, column.key)] = _value(values[place] if values else None)
        for block, group in _BLOCKS.items() if not table.rows and "t4" in truth else ():
            members = [column for column in columns if column.group_key == group]
            for column, value in zip(members, truth["t4"][block], strict=True):
                cells[address(table.id, None, column.key)] = _value(value)
    return cells


def _row_key(printed: str, table: TableSpec) -> str | None:
    """The truth writes （三）1.属于国家秘密 for a row under a side heading."""
    wordings = {bare(simplify(printed)), bare(bare_numeral(simplify(printed)))}
    for row in table.rows:
        known = {bare(text) for text in (row.label, *row.aliases)}
        if wordings & known:
            return row.key
    return None


def bare_numeral(text: str) -> str:
    """A text without the bracketed numeral in front."""
    return text.partition("）")[2] if text.startswith("（") else text


def _value(value: object) -> Decimal | str | None:
    if value is None or value == "":
        return None
    text = str(value).rstrip(_UNITS)
    return Decimal(text) if text.replace(".", "", 1).lstrip("+-").isdigit() else str(value)


def judge_identity(report: Report, facts: FactSet, tally: Tally) -> None:
    identity, index = facts.identity, report.index
    lost = "; the page has lost its title" if _TITLE_NOT_THERE in index["title"] else ""
    tally.ask("kind", report, identity.kind == "annual_report", identity.kind)
    tally.ask("organ", report, _same_organ(identity.organ, index["organ"]), f"{identity.organ}, {index['organ']}{lost}")
    tally.ask("year", report, identity.year == index["year"], f"{identity.year}, {index['year']}{lost}")
    tables = any(key in report.truth for key in ("t2", "t3"))
    edition = _EDITIONS.get(index["edition"], index["edition"]) if tables else None
    why = f"{identity.edition} by the labels, {edition}"
    tally.ask("edition", report, identity.edition == edition, why)


def _same_organ(read: str | None, true: str) -> bool:
    """The same, or the name as printed where the truth has put the area or 人民政府 around it."""
    if not read:
        return False
    name, whole = letters(simplify(read)), letters(true)
    return name in whole or whole in name or whole.startswith(name[: len(whole)])


def judge_sections(report: Report, facts: FactSet, tally: Tally) -> None:
    read = {letters(simplify(section.title)): section for section in facts.sections}
    for section in report.truth["sections"]:
        title = letters(simplify(section["title"]))
        near = next((printed for printed in read if printed.startswith(title) or title.startswith(printed)), None)
        why = f"{section['title']}: read as {read[near].title}" if near else f"{section['title']}: not found"
        tally.ask("heading", report, title in read, why)
    more = len(facts.sections) - len(report.truth["sections"])
    tally.ask("no heading too many", report, more <= 0, ", ".join(section.heading for section in facts.sections))


def judge_cells(report: Report, facts: FactSet, tally: Tally) -> None:
    if facts.form is None:
        return
    cells = true_cells(report.truth, facts.form.tables)
    reasons: Counter[str] = Counter()
    for name, value in cells.items():
        cell = facts.cells.get(name)
        if cell is not None and cell.state == "missing":
            tally.asked["cell"] += 1
            tally.told["cell"] += 1
            reasons[cell.reason or ""] += 1
        else:
            tally.ask("cell", report, _same_cell(cell, value), f"{name}: {cell.text if cell else 'no cell'}, {value}")
    tally.wrong += [f"{report.path.name:9} cells told to be missing: {count} {why}" for why, count in reasons.items()]
    invented = [name for name, cell in facts.cells.items() if cell.state != "missing" and name not in cells]
    tally.ask("no cell invented", report, not invented, ", ".join(invented))


def _same_cell(cell: CellFact | None, value: Decimal | str | None) -> bool:
    return cell is not None and (cell.value if cell.state == "number" else cell.text or None) == value


def run(folder: Path, catalogue: Catalogue) -> Tally:
    tally = Tally()
    times: list[float] = []
    for report in reports(folder):
        document = read_document(str(report.path))
        start = time.perf_counter()
        facts = extract_facts(document, catalogue)
        times.append((time.perf_counter() - start) * 1000)
        judge_identity(report, facts, tally)
        judge_sections(report, facts, tally)
        judge_cells(report, facts, tally)
    times.sort()
    print(
        f"{len(times)} files; extraction takes {times[len(times) // 2]:.1f} ms at the median, {times[-1]:.1f} at most"
    )
    return tally


def main() -> int:
    folder = os.environ.get("DISCLOSECHECK_CORPUS")
    if not folder:
        print("DISCLOSECHECK_CORPUS names no folder; see the README.")
        return 2
    tally = run(Path(folder), load_catalogue())
    for question, asked in tally.asked.items():
        told = f", {tally.told[question]} told to be unreadable" if tally.told[question] else ""
        print(f"{question:20} {tally.right[question]:5} of {asked:5} right{told}")
    print()
    print("\n".join(tally.wrong))
    return 0


if __name__ == "__main__":
    sys.exit(main())
