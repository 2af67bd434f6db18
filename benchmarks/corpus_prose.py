"""Figures in prose against what a careful reader found in real reports.

    DISCLOSECHECK_CORPUS=<folder> python benchmarks/corpus_prose.py [--all] [ID ...]

A figure of the reader's counts as found when the report's facts hold it under one of its names; a fact is an extra
when the reader lists none of that metric with its value. The reader did not list everything: extras are to be read.
Recall is found among listed; precision is listed among the figures that became facts. Statements that there was
nothing (未发生行政复议) are counted apart, for the reader lists few of them.
"""

import json
import os
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

from disclosecheck.extract.facts import extract_facts
from disclosecheck.extract.prose import find_figures
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.read.dispatch import read_document
from disclosecheck.rulebook.load import load_catalogue

# What the reader calls a figure, and the facts that state it; a fact that says "none" states 0.
NAMES = {
    "new_requests": ("requests_received", "requests_handled", "requests_none"),
    "replied": ("requests_completed", "requests_handled"),
    "handled": ("requests_handled",),
    "carried_in": ("requests_carried_in",),
    "carried_forward": ("requests_carried_forward",),
    "granted": ("requests_granted",),
    "partial": ("requests_partially_granted",),
    "granted_or_partial": ("requests_granted_or_partially_granted",),
    "denied": ("requests_denied",),
    "unable": ("requests_unable",),
    "not_processed": ("requests_not_processed",),
    "other": ("requests_other",),
    "review": ("review_cases", "all_review_cases", "reviews_none"),
    "litigation": ("litigation_cases", "all_litigation_cases", "litigation_none"),
    "fee": ("processing_fee_collected", "processing_fee_none"),
    "interpretation": ("interpretation_items_count",),
    "press_conf": ("press_conferences_count",),
    "meetings": ("government_meetings_published_count",),
}
NOT_STATED = {"assisted"}  # the reader's own remarks


def main(arguments: list[str]) -> int:
    folder = os.environ.get("DISCLOSECHECK_CORPUS")
    if not folder:
        print("DISCLOSECHECK_CORPUS is not set", file=sys.stderr)
        return 2
    catalogue = load_catalogue()
    wanted = [argument for argument in arguments if not argument.startswith("-")]
    tally: dict[str, Counter[str]] = {metric: Counter() for metric in NAMES}
    numbers, unmatched, times = 0, 0, []
    for path in sorted(Path(folder).glob("*.truth.json")):
        identifier = path.name[:3]
        if wanted and identifier not in wanted:
            continue
        truth = json.loads(path.read_text(encoding="utf-8"))
        facts = extract_facts(read_document(str(_source(Path(folder), identifier))), catalogue)
        _compare(identifier, truth["figures"], facts, tally)
        numbers += sum(not isinstance(fact.value, bool) for fact in facts.facts)
        unmatched += len(facts.unmatched)
        times.append(_milliseconds(facts, catalogue))
        if "--all" in arguments:
            _show(identifier, facts)
    _report(tally)
    share = unmatched / (numbers + unmatched) if numbers + unmatched else 0
    print(
        f"\nfigures that became facts: {numbers}; statements with a number that became none: {unmatched} ({share:.0%})"
    )
    print(f"prose of a report, warm: median {statistics.median(times):.1f} ms, longest {max(times):.1f} ms")
    return 0


def _source(folder: Path, identifier: str) -> Path:
    return next(path for suffix in ("pdf", "html", "txt") if (path := folder / f"{identifier}.{suffix}").exists())


def _compare(identifier: str, figures: list[dict[str, object]], facts: FactSet, tally: dict[str, Counter[str]]) -> None:
    expected = [
        (str(figure["metric"]).partition("(")[0], float(str(figure["value"])), figure["quote"]) for figure in figures
    ]
    for metric, value, quote in expected:
        if metric in NOT_STATED:
            continue
        found = any(_stated(fact) == value for name in NAMES[metric] for fact in facts.named(name))
        tally[metric]["found" if found else "missed"] += 1
        if not found:
            print(f"missed  {identifier} {metric} {value:g} | {quote}")
    for metric, names in NAMES.items():
        listed = {
            value for name, value, _ in expected if names == NAMES.get(name) or set(names) & set(NAMES.get(name, ()))
        }
        for fact in (
            fact for name in names for fact in facts.named(name) if not fact.dimensions.keys() - {"part_of", "reading"}
        ):
            if fact.name == "requests_handled" and metric == "handled":
                continue
            right = _stated(fact) in listed
            tally[metric]["right" if right else "none" if fact.value is True else "extra"] += 1
            if not right:
                about = f"{fact.name} {_stated(fact):g} {fact.period} {fact.scope or ''} {fact.confidence}"
                print(f"extra   {identifier} {about} | {fact.evidence.quote}")


def _stated(fact: Fact) -> float:
    if fact.value is True:
        return 0.0
    return float(fact.value) if not isinstance(fact.value, str | bool) else float("nan")


def _milliseconds(facts: FactSet, catalogue: Catalogue) -> float:
    if facts.document is None:
        return 0.0
    rounds = []
    for _ in range(5):
        start = time.perf_counter()
        find_figures(facts.document, facts.sections, facts.identity, catalogue.phrasings)
        rounds.append((time.perf_counter() - start) * 1000)
    return statistics.median(rounds)


def _show(identifier: str, facts: FactSet) -> None:
    print(f"## {identifier} {facts.organ} {facts.year}")
    for fact in facts.facts:
        about = " ".join(filter(None, (fact.scope, fact.period, "~" if fact.approximate else "", fact.confidence)))
        print(f"   {fact.name} = {fact.value} {fact.dimensions or ''} [{about}] | {fact.evidence.quote}")
    for statement in facts.unmatched:
        print(f"      ? {statement.quote[:80]}")


def _report(tally: dict[str, Counter[str]]) -> None:
    head = f"{'metric':<20}{'listed':>8}{'found':>8}{'recall':>8}{'facts':>8}{'right':>8}{'precision':>11}"
    print(f"\n{head}{'unlisted: none':>16}")
    total: Counter[str] = Counter()
    for metric, counts in tally.items():
        total += counts
        _line(metric, counts)
    _line("all", total)


def _line(metric: str, counts: Counter[str]) -> None:
    listed, stated = counts["found"] + counts["missed"], counts["right"] + counts["extra"]
    recall = f"{counts['found'] / listed:.0%}" if listed else "-"
    precision = f"{counts['right'] / stated:.0%}" if stated else "-"
    found = f"{metric:<20}{listed:>8}{counts['found']:>8}{recall:>8}{stated:>8}{counts['right']:>8}{precision:>11}"
    print(f"{found}{counts['none'] or '':>16}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
