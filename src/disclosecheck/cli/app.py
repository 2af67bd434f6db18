"""The typer app: it parses every call that the fast parser leaves alone. Its options are those of options.py."""

import inspect
from collections.abc import Sequence
from typing import Annotated, Any

import typer
import typer.core
import typer.main

from disclosecheck.cli.commands import COMMANDS, GROUPS, Command
from disclosecheck.cli.help import Say, command_page, group_page, teaching
from disclosecheck.cli.options import LANG, Option, Raw
from disclosecheck.cli.streams import terminal_width, write_text
from disclosecheck.model.errors import DisclosecheckError, UsageError
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.messages import load_messages

PROGRAM = "disclosecheck"

_HELP_NAMES = {"help_option_names": ["--help", "-h"]}


def run_app(words: Sequence[str], language: str) -> int:
    """Parse and run; raises UsageError in place of typer's own errors."""
    command = typer.main.get_command(build(language))
    try:
        code = command.main(args=list(words) or ["--help"], prog_name=PROGRAM, standalone_mode=False)
    except DisclosecheckError:
        raise
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except Exception as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # the page has been printed
            return 2
        if hasattr(error, "format_message"):
            raise _usage_error(error) from error
        raise
    return int(code or 0) if words else 2


def build(language: str) -> typer.Typer:
    messages = load_messages(rules_folder())

    def say(key: str) -> str:
        text = messages[f"cli.{key}"]
        return text.zh if language == "zh" else text.en

    app = typer.Typer(
        cls=_group_class(PROGRAM, say), add_completion=False, no_args_is_help=True, context_settings=_HELP_NAMES
    )
    app.callback(help=say("about"))(_group_options)
    for command in COMMANDS:
        _add(app, command, PROGRAM, say)
    for name, commands in GROUPS.items():
        app.add_typer(_group(name, commands, say), name=name)
    return app


def _group(name: str, commands: Sequence[Command], say: Say) -> typer.Typer:
    call = f"{PROGRAM} {name}"
    group = typer.Typer(cls=_group_class(call, say), help=say(name), no_args_is_help=True, context_settings=_HELP_NAMES)
    for command in commands:
        _add(group, command, call, say)
    group.callback(help=say(name))(_group_options)
    return group


def _group_options(lang: Annotated[str | None, typer.Option(LANG.flag)] = None) -> None:
    """A group takes --lang, so that its page can be asked for in a language; it is read before the parsing begins."""


def _group_class(call: str, say: Say) -> type[typer.core.TyperGroup]:
    class Group(typer.core.TyperGroup):
        def format_help(self, ctx: Any, formatter: Any) -> None:
            main = call == PROGRAM
            groups = (Command(name, name, None, ()) for name in GROUPS)
            declared = (*COMMANDS, *groups) if main else GROUPS[call.rpartition(" ")[2]]
            commands = [(command.name, say(command.about)) for command in declared]
            options = [("--version", say("option_version")), (f"{LANG.flag} {LANG.metavar}", say("option_lang"))]
            page = group_page(call, self.help or "", commands, options if main else (), say, terminal_width())
            write_text(page + (teaching(say, terminal_width()) if main else ""))

    return Group


def _command_class(declared: Command, group: str, say: Say) -> type[typer.core.TyperCommand]:
    class One(typer.core.TyperCommand):
        def format_help(self, ctx: Any, formatter: Any) -> None:
            argument = declared.argument and (declared.metavar, say(declared.argument))
            call = f"{group} {declared.name}"
            page = command_page(call, say(declared.about), argument or None, declared.options, say, terminal_width())
            write_text(page + (teaching(say, terminal_width()) if declared.name == "check" else ""))

    return One


def _add(app: typer.Typer, declared: Command, group: str, say: Say) -> None:
    """Make a command of what the table declares; every value is text, and validated by the command itself."""
    parameters = [_argument(declared)] if declared.argument else []
    parameters += [_parameter(option) for option in declared.options]

    def call(**given: Any) -> int:
        files = given.pop("files", [])
        return declared.run(files if isinstance(files, list) else [files], _raw(declared.options, given))

    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    app.command(
        declared.name, cls=_command_class(declared, group, say), help=say(declared.about), context_settings=_HELP_NAMES
    )(call)


def _argument(declared: Command) -> inspect.Parameter:
    kind: Any = list[str] if declared.many else str
    default: Any = inspect.Parameter.empty if declared.least else []
    annotation = Annotated[kind, typer.Argument(metavar=declared.metavar)]
    return inspect.Parameter("files", inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _parameter(option: Option) -> inspect.Parameter:
    kind: Any = {"value": str | None, "many": list[str], "flag": bool}[option.shape]
    default: Any = {"value": None, "many": [], "flag": False}[option.shape]
    annotation = Annotated[kind, typer.Option(option.flag, *filter(None, [option.short]))]
    return inspect.Parameter(option.field, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _raw(options: tuple[Option, ...], given: dict[str, Any]) -> Raw:
    return {o.field: list(given[o.field]) if o.shape == "many" else given[o.field] for o in options}


def _usage_error(error: Any) -> UsageError:
    """Our words for what typer found wrong, by the class's name: typer moves click's classes about between versions."""
    name = type(error).__name__
    option = getattr(error, "option_name", "")
    every = (*COMMANDS, *(command for commands in GROUPS.values() for command in commands))
    flags = {o.flag for command in every for o in command.options if o.shape == "flag"}
    if name == "NoSuchOption":
        return UsageError("option_unknown", option=option)
    if name == "BadOptionUsage":
        return UsageError("option_takes_no_value" if option in flags else "option_value_missing", option=option)
    if name == "MissingParameter":
        return UsageError("no_files")
    return UsageError("usage", detail=error.format_message())
