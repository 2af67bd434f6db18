"""What `samples/expected.yaml` asks for, and what the program found, in the same terms."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from disclosecheck.checking import Settings, Submission, check_submission
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.result import SubmissionResult
from disclosecheck.model.verdict import Finding
from disclosecheck.rulebook.load import load_catalogue
from making.source import SAMPLES, load_samples

FORMATS = ("docx", "pdf", "html", "txt")


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A finding of its own; `at` are its places, or how many cells of which table."""

    rule: str
    outcome: str
    at: tuple[str, ...] | dict[str, int]
    expected: str | None = None  # not compared where it is not given
    actual: str | None = None


class Expectation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sample: str
    status: str
    exit: int
    packs: tuple[str, ...]
    findings: tuple[Expected, ...]
    follow: tuple[tuple[str, str, str, int], ...] = ()  # rule, outcome, rule it follows from, how often
    unstated: int | None = None  # demands of key points that nothing speaks of: counted, not listed
    rules: tuple[str, ...] = ()  # packs asked for
    document: dict[str, Any] = {}
    coverage: tuple[int, int, int, int, int] | None = None
    error: str | None = None

    def named(self, rule: str) -> str:
        return rule if "/" in rule else f"{self.packs[0]}/{rule}"

    def consequences(self) -> Counter[tuple[str, str, str]]:
        return Counter({(self.named(rule), out, self.named(cause)): times for rule, out, cause, times in self.follow})


def load_expectations() -> dict[str, Expectation]:
    data = yaml.safe_load((SAMPLES / "expected.yaml").read_text("utf-8"))
    return {item.sample: item for item in msgspec.convert(data, list[Expectation])}


def files_of(name: str) -> tuple[str, ...]:
    """The submissions that a sample stands for, by file name."""
    sample = next(sample for sample in load_samples() if sample.name == name)
    if not sample.of:
        return (f"{name}.yaml",)
    return tuple(f"{name}.{suffix}" for suffix in FORMATS if getattr(sample.formats, suffix))


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


def check_path(path: Path, rules: tuple[str, ...] = ()) -> SubmissionResult:
    """The submission as the command checks it when nothing else is said but the packs."""
    return check_submission(Submission(path=str(path)), Settings(rules=rules), _catalogue())


def own_findings(result: SubmissionResult) -> list[Finding]:
    """All that is neither passed nor beside the point, and no mere consequence."""
    return [f for f in result.findings if f.outcome not in ("pass", "not_applicable") and f.because_of is None]


def unstated(finding: Finding) -> bool:
    """A demand of key points that nothing speaks of; what statutory packs leave open is listed one by one."""
    return finding.outcome == "open" and not finding.evidence and not finding.rule.startswith("cn-")


def consequences(result: SubmissionResult) -> Counter[tuple[str, str, str]]:
    return Counter(
        (f.rule, f.outcome, f.because_of)
        for f in result.findings
        if f.outcome not in ("pass", "not_applicable") and f.because_of is not None
    )


def places(finding: Finding) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_place(evidence) for evidence in finding.evidence))


def _place(evidence: Evidence) -> str:
    if evidence.source != "report":
        return evidence.source
    if evidence.table is None:
        return f"section.{evidence.section}"
    return ".".join(part for part in (evidence.table, evidence.row, evidence.column) if part)


def in_terms_of(finding: Finding, wanted: Expected | None) -> Expected:
    """The finding as `wanted` tells such: places or counts, and the figures only where it gives them."""
    at: tuple[str, ...] | dict[str, int] = tuple(sorted(places(finding)))
    if wanted is not None and isinstance(wanted.at, dict):
        at = dict(Counter(place.split(".")[0] for place in places(finding)))
    return Expected(
        rule=finding.rule,
        outcome=finding.outcome,
        at=at,
        expected=finding.expected if wanted is not None and wanted.expected is not None else None,
        actual=finding.actual if wanted is not None and wanted.actual is not None else None,
    )


def sorted_places(wanted: Expected, rule: str) -> Expected:
    at = wanted.at if isinstance(wanted.at, dict) else tuple(sorted(wanted.at))
    return msgspec.structs.replace(wanted, rule=rule, at=at)
