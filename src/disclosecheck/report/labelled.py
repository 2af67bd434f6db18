"""Lines of a finding: a short label, and the text beside it."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from disclosecheck.report.labels import Labels
from disclosecheck.report.wrap import wrap

LABELS = ("place", "values", "message", "follows", "waived", "basis", "fix", "clauses", "fill")

Line = tuple[str, str]  # text, style


def labelled(label: str, text: str, style: str, width: int, labels: Labels) -> list[Line]:
    """The text beside its label, all texts beginning at the same column."""
    indent = _indent(labels)
    lines = wrap(text, width - indent)
    return [
        ((set_cell_size(label, indent) if index == 0 else " " * indent) + line, style)
        for index, line in enumerate(lines)
    ]


def listed(label: str, items: Sequence[str], style: str, width: int, labels: Labels) -> list[Line]:
    """As labelled, with lines that end between items only."""
    pause = labels.say("pause").rstrip()
    free = width - _indent(labels)
    lines = [items[0]]
    for item in items[1:]:
        longer = lines[-1] + labels.say("pause") + item
        if cell_len(longer + pause) <= free:
            lines[-1] = longer
        else:
            lines[-1] += pause
            lines.append(item)
    return labelled(label, "\n".join(lines), style, width, labels)


def _indent(labels: Labels) -> int:
    return 2 + max(cell_len(labels.say(f"label_{name}")) for name in LABELS)
