"""How many slips laid at random over clean sample reports are found at their place, with nothing else said.

    python benchmarks/slips.py [--count 40] [--seed 1]

The reports are synthetic, and so are the slips: these figures say how the sums and the text are judged, not how many
slips of real reports are found. A slip counts as found when every place of it stands in a finding of its own that
failed or stayed open; as found alone when there are no more such findings than there are slips.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "samples"))

from disclosecheck.checking import Settings, Submission, check_submission
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.verdict import Finding
from disclosecheck.rulebook.load import load_catalogue
from making.content import compose_report
from making.layout import flatten
from making.source import Change, Html, Report, load_form, load_report
from making.web import write_html

REPORTS = ("district-2023", "city-2020")
T3, T4 = "t3_requests", "t4_review_litigation"
STATED = {
    "予以公开": "granted",
    "部分公开": "partially_granted",
    "全年办结": "results_total",
    "继续办理": "carried_forward",
}

Cells = dict[str, str]


class Slip(NamedTuple):
    change: Change
    places: tuple[str, ...]  # each must be named
    findings: int = 1  # at most so many


def one_cell(random: Random, cells: Cells) -> Slip:
    cell = random.choice(_summed(cells))
    return Slip(Change(cells={cell: str(_value(cells, cell) + random.choice((1, 2, 10)))}), (cell,))


def swapped_digits(random: Random, cells: Cells) -> Slip:
    cell = random.choice([c for c in _summed(cells) if len(cells[c]) > 1 and cells[c][::-1] != cells[c]])
    return Slip(Change(cells={cell: str(int(cells[cell][::-1]))}), (cell,))


def two_cells_apart(random: Random, cells: Cells) -> Slip:
    one, other = _pair(
        random, cells, lambda a, b: a.split(".")[1] != b.split(".")[1] and a.split(".")[2] != b.split(".")[2]
    )
    return Slip(Change(cells={one: _more(cells, one, 1), other: _more(cells, other, 3)}), (one, other), 2)


def two_cells_of_a_row(random: Random, cells: Cells) -> Slip:
    one, other = _pair(random, cells, lambda a, b: a.split(".")[1] == b.split(".")[1])
    return Slip(Change(cells={one: _more(cells, one, 1), other: _more(cells, other, 3)}), (one, other), 2)


def neighbours_exchanged(random: Random, cells: Cells) -> Slip:
    inner = [c for c in _summed(cells) if c.startswith(T3)]
    pairs = [(a, b) for a, b in pairwise(inner) if _same_row(a, b) and cells[a] != cells[b]]
    one, other = random.choice(pairs)
    return Slip(Change(cells={one: cells[other], other: cells[one]}), (one, other), 2)


def blank(random: Random, cells: Cells) -> Slip:
    cell = random.choice(list(cells))
    return Slip(Change(cells={cell: random.choice(("", "/", "—"))}), (cell,))


def row_left_out(random: Random, cells: Cells) -> Slip:
    row = random.choice(sorted({c.rsplit(".", 1)[0] for c in cells if c.startswith(T3)}))
    return Slip(Change(drop_rows=(row,)), (row,))


def section_left_out(random: Random, cells: Cells) -> Slip:
    number = random.choice((1, 2, 3, 4, 5, 6))
    return Slip(Change(drop_sections=(number,)), (f"section.{number}",))


def figure_in_text(random: Random, cells: Cells) -> Slip:
    label, row = random.choice(list(STATED.items()))
    count = _value(cells, f"{T3}.{row}.total")
    return Slip(Change(text=((f"{label}{count}件", f"{label}{count + 1}件"),)), ("section.1",))


SLIPS: tuple[Callable[[Random, Cells], Slip], ...] = (
    one_cell,
    swapped_digits,
    two_cells_apart,
    two_cells_of_a_row,
    neighbours_exchanged,
    blank,
    row_left_out,
    section_left_out,
    figure_in_text,
)


def _summed(cells: Cells) -> list[str]:
    return [cell for cell in cells if cell.startswith((T3, T4))]


def _value(cells: Cells, cell: str) -> int:
    return int(cells[cell])


def _more(cells: Cells, cell: str, by: int) -> str:
    return str(_value(cells, cell) + by)


def _same_row(one: str, other: str) -> bool:
    return one.split(".")[1] == other.split(".")[1]


def _pair(random: Random, cells: Cells, fits: Callable[[str, str], bool]) -> tuple[str, str]:
    inner = [cell for cell in cells if cell.startswith(T3)]
    while True:
        one, other = random.sample(inner, 2)
        if fits(one, other):
            return one, other


class Bench:
    """One clean report, and what is found in it with a change."""

    def __init__(self, name: str, folder: Path, catalogue: Catalogue) -> None:
        self.name, self.path, self.catalogue = name, folder / "report.html", catalogue
        self.report: Report = load_report(name)
        self.cells: Cells = flatten(load_form(self.report.edition), self.report.cells)

    def found(self, change: Change) -> list[Finding]:
        self.path.write_bytes(write_html(compose_report(self.report, change), Html()))
        result = check_submission(Submission(path=str(self.path)), Settings(), self.catalogue)
        return [f for f in result.findings if f.outcome in ("fail", "open", "review", "error") and not f.because_of]


def _places(finding: Finding) -> Iterator[str]:
    for evidence in finding.evidence:
        yield _place(evidence)
        yield f"section.{evidence.section}"


def _place(evidence: Evidence) -> str:
    return ".".join(part for part in (evidence.table, evidence.row, evidence.column) if part)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=40, help="slips of each sort in each report")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        benches = [Bench(name, Path(folder), load_catalogue()) for name in REPORTS]
        for bench in benches:
            print(f"{bench.name} (synthetic), unchanged: {len(bench.found(Change()))} findings")
        print(f"\n{'slip':<22}{'laid':>6}{'found':>7}{'alone':>7}")
        for sort in SLIPS:
            _run(sort, benches, Random(given.seed), given.count)
    return 0


def _run(sort: Callable[[Random, Cells], Slip], benches: list[Bench], random: Random, count: int) -> None:
    laid = found = alone = 0
    missed: list[str] = []
    for bench in benches:
        for _ in range(count):
            slip = sort(random, bench.cells)
            findings = bench.found(slip.change)
            places = {place for finding in findings for place in _places(finding)}
            laid += 1
            if places.issuperset(slip.places):
                found += 1
                alone += len(findings) <= slip.findings
            else:
                missed.append(f"{bench.name}: {slip.places} among {sorted({f.rule for f in findings})}")
    print(f"{sort.__name__:<22}{laid:>6}{found:>7}{alone:>7}")
    for line in missed[:3]:
        print(f"    missed in {line}")


if __name__ == "__main__":
    raise SystemExit(main())
