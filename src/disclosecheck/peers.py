"""What the reports of one batch say of one another, once all of them have been checked.

Each worker hands back a sketch of its report's text when a chosen rule asks for the comparison. Few pairs are compared
whole: a sample of the runs is looked up among all reports at once, so that the work grows with the batch and not with
its square.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

import msgspec

from disclosecheck.kinds.peer_similarity import Params, comparable, judge, runs_of, sketch_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.result import SubmissionResult
from disclosecheck.model.rule import RulePack, Text
from disclosecheck.model.sketch import Sketch
from disclosecheck.model.verdict import Finding, Verdict
from disclosecheck.model.wording import render
from disclosecheck.standing import Bar, count, status_of

_ONE_IN = 16  # runs that are looked up to find which reports to compare
_MOST = 6  # reports that one is compared with whole


class Examined(msgspec.Struct, frozen=True):
    """A result, and the sketch of its report where a chosen rule compares the reports of a batch."""

    result: SubmissionResult
    sketch: Sketch | None = None


def sketched(facts: FactSet, packs: Sequence[RulePack]) -> Sketch | None:
    """The sketch that the first rule among `packs` which compares reports asks for; None where none does."""
    for pack in packs:
        for rule in pack.rules:
            if rule.kind == "peer_similarity" and facts.document is not None:
                return sketch_of(msgspec.convert(rule.params, Params), facts, f"{pack.id}/{rule.id}")
    return None


def compare(examined: Sequence[Examined], bars: Sequence[Bar], messages: dict[str, Text]) -> list[SubmissionResult]:
    """The results, with what the comparison found in the place of the rule's own answer; `bars` are those of each."""
    sketches = [one.sketch for one in examined if one.sketch is not None]
    if len(sketches) < 2:
        return [one.result for one in examined]
    nearest = iter(_nearest(sketches))
    return [
        _answered(one.result, one.sketch, judge(one.sketch, next(nearest)), bar, messages)
        if one.sketch is not None
        else one.result
        for one, bar in zip(examined, bars, strict=True)
    ]


def _nearest(sketches: Sequence[Sketch]) -> list[list[Sketch]]:
    """For each report the others that share most of the sampled runs with it."""
    sampled = [[run for run in runs_of(sketch) if run % _ONE_IN == 0] for sketch in sketches]
    holders: dict[int, list[int]] = {}
    for place, runs in enumerate(sampled):
        for run in runs:
            holders.setdefault(run, []).append(place)
    found = []
    for place, runs in enumerate(sampled):
        shared = Counter(other for run in runs for other in holders[run])
        del shared[place]
        weighed = sorted(
            shared, key=lambda other: (-shared[other] / max(1, min(len(runs), len(sampled[other]))), other)
        )
        found.append(_compared(sketches[place], [sketches[other] for other in weighed], sketches))
    return found


def _compared(own: Sketch, nearest: Sequence[Sketch], every: Sequence[Sketch]) -> list[Sketch]:
    """The first few that may be compared; where none of the nearest may, any, so that it is known that one may."""
    found = list(islice((other for other in nearest if comparable(own, other)), _MOST))
    return found or list(islice((other for other in every if comparable(own, other)), 1))


def _answered(
    result: SubmissionResult, sketch: Sketch, verdict: Verdict, bar: Bar, messages: dict[str, Text]
) -> SubmissionResult:
    findings = tuple(
        _with(finding, verdict, messages) if finding.rule == sketch.rule else finding for finding in result.findings
    )
    return msgspec.structs.replace(result, findings=findings, counts=count(findings), status=status_of(findings, bar))


def _with(finding: Finding, verdict: Verdict, messages: dict[str, Text]) -> Finding:
    return msgspec.structs.replace(
        finding,
        outcome=verdict.outcome,
        message=render(verdict.message, messages),
        actual=verdict.actual,
        evidence=verdict.evidence,
    )
