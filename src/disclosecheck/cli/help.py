"""The help pages, from the one table of options: in the user's language, at the terminal's width."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len, set_cell_size

from disclosecheck.cli.options import Option
from disclosecheck.report.wrap import wrap

Say = Callable[[str], str]
Pair = tuple[str, str]

WIDEST_LEFT = 34  # cells of a left column where the line is short; longer ones stand on a line of their own


def command_page(call: str, about: str, argument: Pair | None, options: Sequence[Option], say: Say, width: int) -> str:
    """Usage, what the command does, its argument and its options by panel."""
    words = [call, *([argument[0]] if argument else []), say("metavar_options")]
    parts = [say("usage").format(call=" ".join(words)), *wrap(about, width)]
    if argument:
        parts += _panel(say("panel_argument"), [argument], width)
    for panel in dict.fromkeys(option.panel for option in options):
        pairs = [_option(option, say) for option in options if option.panel == panel]
        if panel == "output":
            pairs.append(("--help, -h", say("option_help")))
        parts += _panel(say(f"panel_{panel}"), pairs, width)
    return "\n".join(parts) + "\n"


def group_page(call: str, about: str, commands: Sequence[Pair], options: Sequence[Pair], say: Say, width: int) -> str:
    words = [call, say("metavar_command"), say("metavar_options")]
    parts = [say("usage").format(call=" ".join(words)), *wrap(about, width)]
    parts += _panel(say("panel_commands"), commands, width)
    parts += _panel(say("panel_output"), options, width) if options else []
    return "\n".join(parts) + "\n"


def teaching(say: Say, width: int) -> str:
    """What the first page teaches besides: readable files, examples, exit codes."""
    parts = ["", *wrap(say("readable"), width)]
    for key in ("examples", "exit_codes"):
        pairs = [tuple(line.split(" | ", 1)) for line in say(key).splitlines()]
        parts += _panel(say(f"panel_{key}"), [(left, right) for left, right in pairs], width)
    return "\n".join(parts) + "\n"


def _option(option: Option, say: Say) -> Pair:
    flags = f"{option.flag}, {option.short}" if option.short else option.flag
    return f"{flags} {option.metavar}".strip(), say(f"option_{option.about or option.name}")


def _panel(title: str, pairs: Sequence[Pair], width: int) -> list[str]:
    limit = max(WIDEST_LEFT, width - 34)
    left = 4 + max((cell_len(name) for name, _ in pairs if cell_len(name) <= limit), default=limit)
    lines = ["", title]
    for name, text in pairs:
        head, *rest = wrap(text, width - left)
        if cell_len(name) > left - 4:
            lines.append(f"  {name}")
            lines.append(" " * left + head)
        else:
            lines.append(set_cell_size(f"  {name}", left) + head)
        lines += [" " * left + line for line in rest]
    return lines
