"""Planted reports asked on all processors, and the table of what was found."""

import shutil
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from msgspec import Struct

from disclosecheck.checking import catalogue_with
from planting.bases import Base, load_bases
from planting.real import serves
from planting.run import Planted, Told, ask, ask_file, clean_findings, told, write
from planting.sorts import PLANTERS

Task = tuple[str, str, str, int]  # type, base, format, every so many-th place


class Tried(Struct, frozen=True):
    type: str
    base: str
    what: str
    suffix: str
    places: tuple[str, ...]
    told: Told


EVERY_CELL = ("district-2023", "city-2020")  # one of each form, in which every cell is tried
SOME_CELLS = 7  # every so many-th cell of the others
CELLS = ("E-C13", "E-D", "E-E01")


def planted_in(base: Base, kind: str, step: int) -> Iterator[Planted]:
    """Every `step`-th place of a type, counted for each of its planters."""
    if base.name.startswith("real-") and not serves(base.draft, kind):
        return
    if kind.startswith(CELLS) and base.name not in EVERY_CELL:
        step *= SOME_CELLS
    for planter in PLANTERS[kind]:
        for index, planted in enumerate(planter(base)):
            if index % step == 0:
                yield planted


@cache
def bases() -> dict[str, Base]:
    return load_bases()


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


_clean: dict[tuple[str, ...], frozenset[tuple[str, str]]] = {}


def clean(base: Base, planted: Planted, suffix: str) -> frozenset[tuple[str, str]]:
    """What is said of the report without the defect, last year's report and metrics beside it."""
    beside = planted.previous is not None and not planted.alone
    key = (base.name, suffix, str(beside), *planted.rules)
    if key not in _clean:
        whole = Planted(
            type="",
            what="",
            draft=base.draft,
            previous=base.previous if beside else None,
            rules=planted.rules,
        )
        _clean[key] = clean_findings(ask(whole, Path(_folder().name), suffix, catalogue_with(())))
    return _clean[key]


def run(task: Task) -> list[Tried]:
    """One type in one base and format."""
    kind, name, suffix, step = task
    base, tried = bases()[name], []
    for planted in planted_in(base, kind, step):
        if suffix not in planted.formats:
            continue
        known = clean(base, planted, suffix)
        result = ask(planted, Path(_folder().name), suffix, catalogue_with(()))
        answer = told(planted, result, known)
        tried.append(Tried(planted.type, name, planted.what, suffix, planted.places, answer))
    return tried


def run_all(tasks: list[Task], jobs: int) -> Iterator[list[Tried]]:
    if jobs == 1:
        yield from map(run, tasks)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(run, tasks)


def print_pdf(kinds: list[str], count: int, *, misses: int) -> None:
    """`count` plantings spread over the types, exported by LibreOffice in one go."""
    chosen = _spread(kinds, count)
    folder = Path(_folder().name, "pdf")
    folder.mkdir(exist_ok=True)
    for number, (_, planted) in enumerate(chosen):
        write(planted.draft, folder / f"planted{number}.docx")
    for base in bases().values():
        write(base.draft, folder / f"{base.name}.docx")
    export(folder)
    tried, known = [], {}
    for number, (base, planted) in enumerate(chosen):
        if base.name not in known:
            whole = Planted(type="", what="", draft=base.draft)
            known[base.name] = clean_findings(ask_file(whole, folder / f"{base.name}.pdf", catalogue_with(())))
        result = ask_file(planted, folder / f"planted{number}.pdf", catalogue_with(()))
        answer = told(planted, result, known[base.name])
        tried.append(Tried(planted.type, base.name, planted.what, "pdf", planted.places, answer))
    print(f"\n.pdf, {len(tried)} plantings through LibreOffice")
    print_table(tried, misses=misses)


def _spread(kinds: list[str], count: int) -> list[tuple[Base, Planted]]:
    """As many plantings of every type, of the reports in turn, from the middle of their places."""
    chosen: list[tuple[Base, Planted]] = []
    names = list(bases())
    for turn, kind in enumerate(kinds):
        for name in (names[turn % len(names) :] + names)[: len(names)]:
            base = bases()[name]
            found = [
                p
                for p in planted_in(base, kind, 1)
                if "pdf" in p.formats and p.error is None and not p.rules and p.previous is None
            ]
            if found:
                wanted = max(1, count // len(kinds))
                chosen += [(base, found[len(found) * n // wanted]) for n in range(wanted)]
                break
    return chosen[:count]


def export(folder: Path) -> None:
    """Every .docx of the folder as .pdf. Raises FileNotFoundError where LibreOffice is not installed."""
    office = shutil.which("soffice")
    if office is None:
        raise FileNotFoundError("soffice (LibreOffice) is needed for .pdf")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(str(path) for path in folder.glob("*.docx"))
    command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=1200)


def print_table(tried: list[Tried], *, misses: int) -> None:
    print(f"{'type':<14}{'tried':>7}{'found':>7}{'elsewhere':>11}{'otherwise':>11}{'missed':>8}{'extra':>7}")
    by_type: dict[str, list[Tried]] = defaultdict(list)
    for one in tried:
        by_type[one.type].append(one)
    for kind in sorted(by_type):
        print(_line(kind, by_type[kind]))
    for suffix in sorted({one.suffix for one in tried}):
        print(_line(f".{suffix}", [one for one in tried if one.suffix == suffix]))
    print(_line("all", tried))
    _print_misses(tried, misses)


def _line(name: str, tried: list[Tried]) -> str:
    counts = Counter(one.told.answer for one in tried)
    extra = sum(len(one.told.extra) for one in tried)
    numbers = "".join(
        f"{counts[answer]:>{width}}"
        for answer, width in (("found", 7), ("elsewhere", 11), ("otherwise", 11), ("missed", 8))
    )
    return f"{name:<14}{len(tried):>7}{numbers}{extra:>7}"


def _print_misses(tried: list[Tried], most: int) -> None:
    """What went wrong, gathered: the same answer to the same planting in several places is one line."""
    groups: dict[tuple[str, ...], list[Tried]] = defaultdict(list)
    for one in tried:
        if one.told.answer != "found":
            groups[(one.type, one.told.answer, one.what, "; ".join(one.told.said))].append(one)
        elif one.told.extra:
            groups[(one.type, "beside", one.what, "; ".join(one.told.extra))].append(one)
    shown: Counter[str] = Counter()
    for (kind, answer, what, said), members in groups.items():
        shown[kind] += 1
        if shown[kind] > most:
            continue
        where = sorted({one.base for one in members}), sorted({one.suffix for one in members})
        places = ", ".join(dict.fromkeys(one.places[0] for one in members))
        print(
            f"{kind} {answer} x{len(members)} {where[0]} {where[1]} {what!r} at {places[:160]}\n"
            f"      said: {said[:300]}"
        )
