"""From the words of the call to the exit code; every way it can end is here."""

import os
import sys
from collections.abc import Sequence

from disclosecheck import __version__
from disclosecheck.cli.arguments import command_first, language_named, parse_check
from disclosecheck.cli.language import default_language
from disclosecheck.cli.streams import write_text
from disclosecheck.model.errors import DisclosecheckError, PackError, UsageError
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message

INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def run(argv: Sequence[str]) -> int:
    """Run one call. Errors end as a line on standard error and the contract's exit code, never as a traceback."""
    language = language_named(argv) or default_language()
    try:
        return _dispatch(argv, language)
    except DisclosecheckError as error:
        complain(error, language)
        return 2 if isinstance(error, UsageError) else 3
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("DISCLOSECHECK_DEBUG"):
            raise
        _say(DisclosecheckError("crashed", detail=describe(error)).message, language)
        return 3


def _dispatch(argv: Sequence[str], language: str) -> int:
    words = command_first(argv)
    if words == ["--version"]:
        write_text(f"disclosecheck {__version__}\n")
        return 0
    parsed = parse_check(words)
    if parsed is None:
        from disclosecheck.cli.app import run_app

        return run_app(words, language)
    from disclosecheck.cli.check_command import check_command

    return check_command(*parsed)


def complain(error: DisclosecheckError, language: str) -> None:
    """The error on standard error; a pack's problems each on a line of its own, with the line number."""
    _say(error.message, language)
    if isinstance(error, PackError):
        for line, problem in error.problems:
            _say(problem, language, f"  {error.path}:{line}: " if line else f"  {error.path}: ")


def _say(message: Message, language: str, prefix: str = "disclosecheck: ") -> None:
    text = _rendered(message)
    said = text.zh if language == "zh" else text.en
    write_text(f"{prefix}{said}\n", sys.stderr)


def _rendered(message: Message) -> Text:
    """The message's text; its key and parameters as they are where the rules folder itself is broken or lost."""
    from disclosecheck.model.wording import render
    from disclosecheck.rulebook.folder import rules_folder
    from disclosecheck.rulebook.messages import load_messages

    try:
        return render(message, load_messages(rules_folder()))
    except (KeyError, OSError, DisclosecheckError):
        bare = f"{message.key} {message.params}"
        return Text(bare, bare)


def describe(error: BaseException) -> str:
    """An unexpected exception in one line."""
    detail = " ".join(str(error).split())
    return f"{type(error).__name__}: {detail}" if detail else type(error).__name__
