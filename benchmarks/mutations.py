"""How much is found of every type of mistake, planted alone in clean reports at every place where it can stand.

    python benchmarks/mutations.py [--format docx html] [--type E-E01 E-K] [--base township-2024] [--quick] [--pdf 40]

One defect at a time is planted in invented reports of several shapes (and, with DISCLOSECHECK_CORPUS set, in the text
of real ones); what plants it stands in benchmarks/planting/. A planted defect counts as

    found      a primary finding of its type names its place (a finding that explains others, for types that explain)
    elsewhere  of its type, but it names another place
    otherwise  its place is named, as another type of mistake
    missed     none of these

and every other new primary finding, beside one that was found, as extra. The wordings are the benchmark's own, not the
rules': what they miss is what an office may write and the rules do not know.
"""

import argparse
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from planting.sorts import PLANTERS, UNPLANTED
from planting.table import Task, bases, print_pdf, print_table, run_all

QUICK = 9  # every so many-th place


def main() -> int:
    given = _arguments()
    kinds = [kind for kind in sorted(PLANTERS) if not given.type or any(kind.startswith(word) for word in given.type)]
    step = QUICK if given.quick else 1
    tasks: list[Task] = [
        (kind, name, suffix, step) for kind in kinds for name in _names(given.base) for suffix in given.format
    ]
    began = time.perf_counter()
    tried = [one for answers in run_all(tasks, given.jobs) for one in answers]
    print_table(tried, misses=given.misses)
    if given.pdf:
        print_pdf(kinds, given.pdf, misses=given.misses)
    print(f"{len(kinds)} types planted, {len(UNPLANTED)} not; {time.perf_counter() - began:.0f} s")
    for kind, why in UNPLANTED.items():
        print(f"    {kind} not planted: {why}")
    return 0


def _names(asked: list[str]) -> list[str]:
    known = list(bases())
    return [name for name in known if not asked or name in asked]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--format", nargs="+", default=["docx", "html"], choices=["docx", "html"])
    parser.add_argument("--type", nargs="+", default=[], help="types, or how they begin: E-E01 E-K")
    parser.add_argument("--base", nargs="+", default=[], help="reports; all when none is named")
    parser.add_argument("--quick", action="store_true", help=f"every {QUICK}th place only")
    parser.add_argument("--pdf", type=int, default=0, metavar="N", help="also N plantings as .pdf, through LibreOffice")
    parser.add_argument("--misses", type=int, default=40, help="lines about misses for each type")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
