"""Parses plain calls of `check` without typer, which costs more than reading a report; anything odd is left to it."""

from collections.abc import Sequence

from disclosecheck.cli.options import CHECK, LANG, NAMES, Option, Raw, empty

_PAGES = ("--help", "-h", "--version")  # asked for before any file: of the program itself
_BY_FLAG = {option.flag: option for option in CHECK}


def command_first(argv: Sequence[str]) -> list[str]:
    """The call with its command in front: `check` where none is named (`--lang en extract x` names one)."""
    index = _first_word(argv)
    before = list(argv if index is None else argv[:index])
    page = next((word for word in before if word in _PAGES), None)
    if page is not None or not argv:
        return [page] if page else []
    if index is not None and argv[index] in NAMES:
        return [argv[index], *before, *argv[index + 1 :]]
    return ["check", *argv]


def parse_check(argv: Sequence[str]) -> tuple[list[str], Raw] | None:
    """Files and options of a call that begins with `check`; None where typer must look at it."""
    if not argv or argv[0] != "check":
        return None
    files: list[str] = []
    raw = empty(CHECK)
    words = iter(argv[1:])
    for word in words:
        if not word.startswith("-"):
            files.append(word)
            continue
        flag, equals, value = word.partition("=")
        option = _BY_FLAG.get(flag)
        if option is None or (equals and option.shape == "flag"):
            return None
        if option.shape != "flag" and not equals:
            value = next(words, "-")
            if value.startswith("-"):
                return None
        _store(raw, option, value)
    return (files, raw) if files and "" not in files else None


def _store(raw: Raw, option: Option, value: str) -> None:
    if option.shape == "flag":
        raw[option.field] = True
    elif option.shape == "many":
        raw[option.field] = [*_list(raw[option.field]), value]
    else:
        raw[option.field] = value


def _list(value: object) -> list[str]:
    assert isinstance(value, list)
    return value


def _first_word(argv: Sequence[str]) -> int | None:
    """Index of the first word that is neither an option nor an option's value."""
    index = 0
    while index < len(argv):
        word = argv[index]
        if word == "--":
            return None
        if not word.startswith("-"):
            return index
        option = _BY_FLAG.get(word)
        index += 2 if option is not None and option.shape != "flag" else 1
    return None


def language_named(argv: Sequence[str]) -> str | None:
    """The value of --lang, also in a call that cannot be parsed: its error is to be in that language."""
    for index, word in enumerate(argv):
        if word == LANG.flag and index + 1 < len(argv):
            return argv[index + 1] if argv[index + 1] in LANG.choices else None
        if word.startswith(f"{LANG.flag}="):
            value = word.partition("=")[2]
            return value if value in LANG.choices else None
    return None
