"""The sentences that reports share: what was seen, why the verdict, how many of each outcome; and their colours."""

import msgspec

from disclosecheck.model.result import DocumentShown, SubmissionResult
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Finding
from disclosecheck.report.labels import Labels

STATUS_SIGNS = {"pass": "pass", "fail": "fail", "incomplete": "open", "unreadable": "error"}
STYLES = {
    "pass": "green",
    "fail": "bold red",
    "open": "yellow",
    "review": "cyan",
    "error": "bold magenta",
    "waived": "dim",
    "incomplete": "bold yellow",
    "unreadable": "bold red",
}
COUNTED = ("fail", "open", "review", "error", "pass", "waived", "not_applicable")


def translate(text: Text, labels: Labels) -> str:
    return text.zh if labels.language == "zh" else text.en


def document_line(document: DocumentShown, labels: Labels) -> str:
    """Who reports on what: organ, year, edition of the form."""
    parts = [
        labels.say(f"kind_{document.kind}") if document.kind != "annual_report" else "",
        document.organ or labels.say("no_organ"),
        labels.say("year", year=str(document.year)) if document.year else labels.say("no_year"),
        labels.say("edition", edition=document.edition) if document.edition else "",
    ]
    return labels.say("comma").join(part for part in parts if part)


def seen_line(result: SubmissionResult, labels: Labels) -> str:
    """How much of the form was read and judged."""
    coverage = result.coverage
    if coverage is None or not coverage.cells_expected:
        metrics = result.document is not None and result.document.kind == "metrics"
        return labels.say("seen_metrics" if metrics else "seen_no_form")
    return labels.say("seen", **{name: str(value) for name, value in msgspec.structs.asdict(coverage).items()})


def _answered_or_required(finding: Finding) -> bool:
    return finding.required or finding.outcome not in ("open", "not_applicable")


def verdict_reason(result: SubmissionResult, labels: Labels) -> str:
    assert result.counts is not None
    if result.status == "fail":
        return labels.say("why_fail", count=str(result.counts.fail))
    if result.counts.error:
        return labels.say("why_crashed")
    if result.status == "incomplete" and all(finding.outcome == "not_applicable" for finding in result.findings):
        return labels.say("why_nothing")
    if result.status == "incomplete" and not any(_answered_or_required(finding) for finding in result.findings):
        return labels.say("why_blank")
    if result.status == "pass" and result.counts.fail:
        return labels.say("why_below", count=str(result.counts.fail))
    if result.status == "pass" and (left := result.counts.open + result.counts.review):
        return labels.say("why_pass_but", count=str(left))
    return labels.say(f"why_{result.status}")


def counts_line(result: SubmissionResult, labels: Labels) -> str:
    """`共 139 项：不通过 3，缺数据 1，…；统计表读取 198/200 格`."""
    assert result.counts is not None
    numbers = msgspec.to_builtins(result.counts)
    parts = [
        labels.say("summary_count", outcome=labels.say(f"outcome_{outcome}"), count=str(numbers[outcome]))
        for outcome in COUNTED
        if numbers[outcome]
    ]
    if not parts:
        return labels.say("summary_none")
    line = labels.say("summary", total=str(sum(numbers.values())), counts=labels.say("comma").join(parts))
    coverage = result.coverage
    if coverage is None or not coverage.cells_expected:
        return line
    cells = labels.say("summary_cells", read=str(coverage.cells_read), expected=str(coverage.cells_expected))
    return f"{line}{labels.say('semicolon')}{cells}"


def group_name(group: str, labels: Labels) -> str:
    """The heading of a group of rules; a group that only a pack of the user's knows is called as it calls it."""
    key = f"group_{group}"
    return labels.say(key) if f"report.{key}" in labels.messages else group
