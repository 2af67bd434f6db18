"""One submission as a table a person can act on: failures first, then open and review, passes folded."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from disclosecheck.model.result import SubmissionResult
from disclosecheck.model.rule import RulePack
from disclosecheck.model.verdict import Finding
from disclosecheck.report.basis import say_basis
from disclosecheck.report.labelled import Line, labelled
from disclosecheck.report.labels import Labels
from disclosecheck.report.look import Look, printed
from disclosecheck.report.places import place_lines
from disclosecheck.report.privacy import masked
from disclosecheck.report.unstated import Unstated, unstated, unstated_lines
from disclosecheck.report.wording import (
    STATUS_SIGNS,
    STYLES,
    counts_line,
    document_line,
    group_name,
    seen_line,
    translate,
    verdict_reason,
)
from disclosecheck.report.wrap import wrap

MOST_TITLES = 5  # of rules that only follow
BOUNDED = ("key_points", "ledgers")  # groups of rules whose figures need not equal what is asked, but keep to it


def render_report(
    result: SubmissionResult,
    look: Look,
    labels: Labels,
    groups: Mapping[str, str],
    packs: Iterable[RulePack] = (),
) -> str:
    """The whole report as text; `groups` names the heading under which each rule's passes are folded.

    `packs` are those that judged; what nobody states of their clauses is folded.
    """
    result = masked(result)
    console = look.console()
    _head(console, result, look, labels)
    table = _table(look, labels)
    folded = unstated(result.findings, packs)
    silent = {id(finding) for one in folded for finding in one.findings}
    _finding_rows(table, [one for one in result.findings if id(one) not in silent], look, labels, groups)
    _unstated_rows(table, folded, look, labels)
    _passed_rows(table, result.findings, look, labels, groups)
    if table.rows:
        console.print(table)
    _foot(console, result, look, labels, folded=bool(folded))
    return printed(console)


def _head(console: Console, result: SubmissionResult, look: Look, labels: Labels) -> None:
    assert result.document is not None
    console.print(Styled(result.path, style="bold"), no_wrap=True, overflow="ignore", crop=False)
    _print_wrapped(console, document_line(result.document, labels), look)
    packs = labels.say("pause").join(f"{pack.id} {pack.version}" for pack in result.packs) or labels.say("no_packs")
    _print_wrapped(console, labels.say("packs", packs=packs), look, "dim")
    _print_wrapped(console, seen_line(result, labels), look)
    console.print()
    verdict = f"{look.sign(STATUS_SIGNS[result.status])} {labels.say('status_' + result.status)}"
    console.print(Styled.assemble((verdict, STYLES[result.status]), "  ", verdict_reason(result, labels)))
    console.print()


def _table(look: Look, labels: Labels) -> Table:
    table = Table(box=look.box(), show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column(labels.say("head_outcome"), no_wrap=True, width=_narrow(labels))
    width = look.columns - _narrow(labels) - 2
    table.add_column(labels.say("head_finding"), no_wrap=True, overflow="ignore", width=width)
    return table


def _narrow(labels: Labels) -> int:
    """Width of the first column: the longest outcome with its sign."""
    outcomes = ("fail", "open", "review", "error", "pass", "waived")
    return 2 + max(cell_len(labels.say(f"outcome_{outcome}")) for outcome in outcomes)


def _finding_rows(
    table: Table, findings: Sequence[Finding], look: Look, labels: Labels, headings: Mapping[str, str]
) -> None:
    width = look.columns - _narrow(labels) - 2
    for outcome in ("error", "fail", "open", "review"):
        own = [finding for finding in findings if finding.outcome == outcome and finding.because_of is None]
        groups = _grouped([finding for finding in own if finding.waived is None])
        last = {group[0].rule: group for group in groups}  # what follows stands under the last of its rule
        for group in groups:
            cause = group[0].rule if last[group[0].rule] is group else None
            follows = [finding for finding in findings if finding.because_of == cause] if cause else []
            _add(table, outcome, _detail(group, follows, labels, width, headings), look, labels)
    waived = [finding for finding in findings if finding.waived is not None and finding.because_of is None]
    for finding in waived:
        _add(table, "waived", _detail([finding], [], labels, width, headings), look, labels)


def _grouped(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Failures stand alone; what is open or for review stands together by rule."""
    severities = {"error": 0, "warning": 1, "info": 2}
    ordered = sorted(findings, key=lambda finding: severities[finding.severity])
    if not findings or findings[0].outcome in ("fail", "error"):
        return [[finding] for finding in ordered]
    return [list(group) for _, group in groupby(ordered, key=lambda finding: finding.rule)]


def _add(table: Table, outcome: str, detail: Styled, look: Look, labels: Labels) -> None:
    sign = Styled(f"{look.sign(outcome)} {labels.say('outcome_' + outcome)}", style=STYLES[outcome])
    table.add_row(sign, detail, end_section=True)


def _detail(
    group: Sequence[Finding], follows: Sequence[Finding], labels: Labels, width: int, headings: Mapping[str, str]
) -> Styled:
    first = group[0]
    title = translate(first.title, labels)
    if len(group) > 1:
        title = labels.say("times", title=title, count=str(len(group)))
    mark = labels.say("comma").join(
        part for part in (labels.say(f"severity_{first.severity}"), first.error_type) if part
    )
    lines: list[Line] = [(line, "bold") for line in wrap(f"{title} [{mark}]", width)]
    said = ""
    for key, text, style in _parts(group, follows, labels, bounded=headings.get(first.rule) in BOUNDED):
        lines += labelled(labels.say(f"label_{key}") if key != said else "", text, style, width, labels)
        said = key
    return _styled(lines)


def _styled(lines: Sequence[Line]) -> Styled:
    return Styled("\n").join(Styled(text, style=style) for text, style in lines)


def _parts(
    group: Sequence[Finding], follows: Sequence[Finding], labels: Labels, *, bounded: bool
) -> list[tuple[str, str, str]]:
    """What is said of a finding: (label, text, style), the empty ones left out."""
    first = group[0]
    places = place_lines([item for finding in group for item in finding.evidence], labels, first.actual)
    parts = [("place", place, "") for place in places]
    if len(group) == 1 and (values := _values(first, labels, bounded=bounded)):
        parts.append(("values", values, STYLES.get(first.outcome, "")))
    parts.append(("message", translate(first.message, labels), ""))
    if follows:
        parts.append(("follows", _consequences(follows, labels), "dim"))
    if first.waived is not None:
        waived = first.waived
        parts.append(("waived", labels.say("waived", reason=waived.reason, by=waived.by, until=waived.until), ""))
    parts.append(("basis", say_basis(first.basis, labels), "dim"))
    if first.fix is not None and first.outcome != "pass":
        parts.append(("fix", translate(first.fix, labels), ""))
    return [part for part in parts if part[1]]


def _consequences(follows: Sequence[Finding], labels: Labels) -> str:
    titles = list(dict.fromkeys(translate(finding.title, labels) for finding in follows))
    said = labels.say("pause").join(titles[:MOST_TITLES])
    more = labels.say("more_titles") if len(titles) > MOST_TITLES else ""
    return labels.say("follows", count=str(len(follows)), titles=said + more)


def _values(finding: Finding, labels: Labels, *, bounded: bool) -> str:
    parts = []
    if finding.actual is not None:
        parts.append(labels.say("actual", actual=finding.actual))
    if finding.expected is not None:
        key = {"fail": "demanded" if bounded else "expected", "review": "compared"}.get(finding.outcome, "demanded")
        parts.append(labels.say(key, expected=finding.expected))
    return labels.say("comma").join(parts)


def _unstated_rows(table: Table, folded: Sequence[Unstated], look: Look, labels: Labels) -> None:
    width = look.columns - _narrow(labels) - 2
    for one in folded:
        lines = unstated_lines(one, labels, width, in_full=look.show_passed)
        _add(table, "open", _styled(lines), look, labels)


def _passed_rows(
    table: Table, findings: Sequence[Finding], look: Look, labels: Labels, groups: Mapping[str, str]
) -> None:
    passed = [finding for finding in findings if finding.outcome == "pass" and finding.because_of is None]
    if not passed:
        return
    width = look.columns - _narrow(labels) - 2
    if look.show_passed:
        lines = [line for group in _by_group(passed, groups) for line in _unfolded(group, labels, groups)]
    else:
        lines = [_group_line(group, labels, groups) for group in _by_group(passed, groups)]
    detail = "\n".join(piece for line in lines for piece in wrap(line, width))
    _add(table, "pass", Styled(detail), look, labels)


def _by_group(findings: Sequence[Finding], groups: Mapping[str, str]) -> list[list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(groups.get(finding.rule, ""), []).append(finding)
    return list(found.values())


def _group_line(group: Sequence[Finding], labels: Labels, groups: Mapping[str, str]) -> str:
    name = group_name(groups.get(group[0].rule, ""), labels)
    return labels.say("group_line", group=name, count=str(len(group)))


def _unfolded(group: Sequence[Finding], labels: Labels, groups: Mapping[str, str]) -> list[str]:
    lines = [_group_line(group, labels, groups)]
    for _, same in groupby(group, key=lambda finding: finding.rule):
        rules = list(same)
        title = translate(rules[0].title, labels)
        lines.append("  " + (labels.say("times", title=title, count=str(len(rules))) if len(rules) > 1 else title))
    return lines


def _foot(console: Console, result: SubmissionResult, look: Look, labels: Labels, *, folded: bool) -> None:
    assert result.document is not None
    console.print()
    _print_wrapped(console, counts_line(result, labels), look, "bold")
    for note in result.document.notes:
        _print_wrapped(console, labels.say("note", note=translate(note.message, labels)), look)
    if not look.show_passed and (folded or (result.counts is not None and result.counts.passed)):
        _print_wrapped(console, labels.say("show_passed_hint"), look, "dim")


def _print_wrapped(console: Console, text: str, look: Look, style: str = "") -> None:
    for line in wrap(text, look.columns):
        console.print(Styled(line, style=style), no_wrap=True, overflow="ignore", crop=False)
