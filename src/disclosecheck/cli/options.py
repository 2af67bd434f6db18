"""The options of the commands, declared once: the fast parser and the typer app are both built from here."""

from typing import Literal

import msgspec

Shape = Literal["value", "many", "flag"]

NAMES = ("check", "extract", "audit", "metrics", "rules")  # of the commands


class Option(msgspec.Struct, frozen=True):
    """`name` is the flag without its dashes; its help is the message `cli.option_<name>`."""

    name: str
    shape: Shape = "value"
    metavar: str = ""
    panel: str = "output"  # heading in the help: cli.panel_<panel>
    choices: tuple[str, ...] = ()
    single: bool = False  # belongs to one submission
    short: str = ""  # -o
    about: str = ""  # its help, where that of the name does not fit: cli.option_<about>

    @property
    def flag(self) -> str:
        return f"--{self.name}"

    @property
    def field(self) -> str:
        return self.name.replace("-", "_")


LANG = Option("lang", metavar="zh|en", choices=("zh", "en"))

FORMAT = Option("format", metavar="text|json", choices=("text", "json"))

CHECK = (
    Option("metrics", metavar="FILE", panel="submission", single=True),
    Option("records", "many", "NAME=FILE", "submission", single=True),
    Option("previous", metavar="FILE", panel="submission", single=True),
    Option("year", metavar="YYYY", panel="submission", single=True),
    Option("organ", metavar="NAME", panel="submission", single=True),
    Option("published", metavar="YYYY-MM-DD", panel="submission", single=True),
    Option("rules", "many", "PACK", "judging"),
    Option(
        "fail-on", metavar="error|warning|info|never", panel="judging", choices=("error", "warning", "info", "never")
    ),
    Option("strict", "flag", panel="judging"),
    Option("double-check", "flag", panel="judging"),
    Option("no-profile", "flag", panel="judging"),
    FORMAT,
    Option("output", "many", "FILE"),
    LANG,
    Option("show-passed", "flag"),
    Option("jobs", metavar="N", panel="running"),
    Option("timeout", metavar="SECONDS", panel="running"),
)

EXTRACT = (
    FORMAT,
    Option("output", "many", "FILE"),
    LANG,
)

TEMPLATE = (
    Option("rules", "many", "PACK", "form"),
    Option("output", metavar="FILE", panel="form", short="-o", about="form"),
    LANG,
)

Raw = dict[str, str | list[str] | bool | None]  # by field; what both parsers hand on


def empty(options: tuple[Option, ...]) -> Raw:
    """Every option as it stands when it is not given."""
    return {option.field: {"value": None, "many": [], "flag": False}[option.shape] for option in options}
