"""Many submissions: a line each, the total below."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text as Styled

from disclosecheck.model.result import SubmissionResult
from disclosecheck.report.labels import Labels
from disclosecheck.report.look import Look, printed
from disclosecheck.report.privacy import masked
from disclosecheck.report.unstated import is_silent
from disclosecheck.report.wording import STATUS_SIGNS, STYLES, translate, verdict_reason
from disclosecheck.report.wrap import wrap
from disclosecheck.standing import counted

STATUSES = ("pass", "fail", "incomplete", "unreadable")
NARROW = ("status", "fail", "open", "review", "coverage")  # columns between the file and its worst finding


def render_matrix(results: Sequence[SubmissionResult], look: Look, labels: Labels) -> str:
    console = look.console()
    rows = [_row(masked(result), look, labels) for result in results]
    heads = [labels.say(f"head_{name}") for name in NARROW]
    widths = [max(cell_len(text) for text in column) for column in zip(heads, *(row[1] for row in rows), strict=True)]
    free = look.columns - sum(widths) - 2 * (len(widths) + 1)
    longest = max(cell_len(text) for text in (labels.say("head_file"), *(row[0] for row in rows)))
    file_width = min(free * 2 // 5, longest, free - cell_len(labels.say("head_worst")))
    table = Table(box=look.box(), show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column(labels.say("head_file"), no_wrap=True, width=file_width)
    for head, width, name in zip(heads, widths, NARROW, strict=True):
        table.add_column(head, no_wrap=True, width=width, justify="left" if name == "status" else "right")
    table.add_column(labels.say("head_worst"), no_wrap=True, width=free - file_width)
    for (path, cells, worst), result in zip(rows, results, strict=True):
        status = Styled(cells[0], style=STYLES[result.status])
        file = "\n".join(wrap(path, file_width))
        table.add_row(file, status, *cells[1:], _said(worst, result, free - file_width))
    console.print(table)
    console.print()
    console.print(Styled(_total(results, labels), style="bold"), no_wrap=True, overflow="ignore", crop=False)
    return printed(console)


def _row(result: SubmissionResult, look: Look, labels: Labels) -> tuple[str, list[str], str]:
    """File, the narrow cells in order, and the worst finding (why it was not checked, where it was not)."""
    status = f"{look.sign(STATUS_SIGNS[result.status])} {labels.say('status_' + result.status)}"
    if result.counts is None:
        assert result.error is not None
        said = (
            translate(result.error.message, labels).removeprefix(result.path).lstrip("：: ")
        )  # the path stands beside it
        return result.path, [status, *"----"], said
    counts, coverage = result.counts, result.coverage
    read = f"{coverage.cells_read}/{coverage.cells_expected}" if coverage and coverage.cells_expected else "-"
    return result.path, [status, str(counts.fail), str(counts.open), str(counts.review), read], _worst(result, labels)


def _worst(result: SubmissionResult, labels: Labels) -> str:
    """Title and place of the gravest finding; "" when everything passes, the reason when nothing was judged.

    What nobody stated and nothing requires comes last.
    """
    order = {"error": 0, "fail": 1, "open": 2, "review": 3}
    severities = {"error": 0, "warning": 1, "info": 2}
    own = [finding for finding in counted(result.findings) if finding.outcome in order]
    if not own:
        return "" if result.status == "pass" else verdict_reason(result, labels)
    worst = min(
        own, key=lambda f: (is_silent(f) and not f.required, order[f.outcome], not f.required, severities[f.severity])
    )
    place = labels.place(worst.evidence[0]) if worst.evidence else ""
    title = translate(worst.title, labels)
    return labels.say("with_cells", place=title, cells=place) if place else title


def _said(text: str, result: SubmissionResult, width: int) -> str:
    """The worst finding in two lines at most; why a file was not checked in as many as it takes."""
    lines = wrap(text, width)
    short = len(lines) <= 2 or result.error is not None
    return "\n".join(lines if short else [lines[0], wrap(lines[1], width - 3)[0] + "..."])


def _total(results: Sequence[SubmissionResult], labels: Labels) -> str:
    numbers = {status: sum(result.status == status for result in results) for status in STATUSES}
    statuses = labels.say("comma").join(
        labels.say("summary_count", outcome=labels.say(f"status_{status}"), count=str(number))
        for status, number in numbers.items()
        if number
    )
    return labels.say("total", count=str(len(results)), statuses=statuses)
