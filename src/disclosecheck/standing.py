"""What a submission's findings add up to: counts, status and the exit code of the command."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from disclosecheck.model.result import Counts, Status, SubmissionResult
from disclosecheck.model.verdict import Finding

FailOn = Literal["error", "warning", "info", "never"]

_RANK = {"error": 3, "warning": 2, "info": 1}


class Bar(msgspec.Struct, frozen=True):
    """How high a submission must jump: the lowest severity that fails it, and whether reviews hold it back."""

    fail_on: FailOn = "error"
    strict: bool = False


def counted(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that speak for themselves: not waived, and no mere consequence of another."""
    return [finding for finding in findings if finding.because_of is None and finding.waived is None]


def count(findings: Sequence[Finding]) -> Counts:
    tally = dict.fromkeys(("pass", "fail", "open", "review", "not_applicable", "error"), 0)
    for finding in counted(findings):
        tally[finding.outcome] += 1
    waived = sum(finding.waived is not None and finding.because_of is None for finding in findings)
    return msgspec.convert({**tally, "waived": waived}, Counts)


def status_of(findings: Sequence[Finding], bar: Bar) -> Status:
    """The status of a submission that was read. `--fail-on never` quiets the exit code, not the status."""
    severity = "error" if bar.fail_on == "never" else bar.fail_on
    own = counted(findings)
    if any(_fails(finding, severity) for finding in own):
        return "fail"
    if _crashed(findings) or not _answered(findings) or any(_holds_back(finding, bar) for finding in own):
        return "incomplete"
    return "pass"


def exit_code(results: Sequence[SubmissionResult], bar: Bar) -> int:
    """The contract's code for a command that could run: 3, 1, 4 or 0, the first that applies."""
    if not results or any(_unchecked(result) for result in results):
        return 3
    if bar.fail_on == "never":
        return 0
    statuses = {result.status for result in results}
    return 1 if "fail" in statuses else 4 if "incomplete" in statuses else 0


def first_code(codes: Iterable[int]) -> int:
    """Of the codes of single results that of them all, in the contract's order."""
    found = set(codes)
    return next((code for code in (3, 1, 4, 0) if code in found), 3)


def _unchecked(result: SubmissionResult) -> bool:
    return result.status == "unreadable" or _crashed(result.findings) or not _judged(result.findings)


def _crashed(findings: Iterable[Finding]) -> bool:
    return any(finding.outcome == "error" for finding in findings)


def _judged(findings: Iterable[Finding]) -> bool:
    """Whether any rule applied at all."""
    return any(finding.outcome != "not_applicable" for finding in findings)


def _answered(findings: Iterable[Finding]) -> bool:
    """Whether anything that a rule asks was stated: a form of metrics left blank does not pass."""
    return any(finding.outcome not in ("not_applicable", "open") for finding in findings)


def _fails(finding: Finding, severity: str) -> bool:
    return finding.outcome == "fail" and _RANK[finding.severity] >= _RANK[severity]


def _holds_back(finding: Finding, bar: Bar) -> bool:
    return finding.required and (finding.outcome == "open" or (bar.strict and finding.outcome == "review"))
