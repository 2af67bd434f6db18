"""The commands, declared once: what each takes, and the function that runs it, imported when it runs."""

from collections.abc import Callable

import msgspec

from disclosecheck.cli.options import CHECK, EXTRACT, FORMAT, LANG, TEMPLATE, Option, Raw

Run = Callable[[list[str], Raw], int]


class Command(msgspec.Struct, frozen=True):
    """`about` and `argument` are messages `cli.<key>`; `least` says that one argument must be there."""

    name: str
    about: str
    argument: str | None
    options: tuple[Option, ...]
    run: Run = lambda files, raw: 0
    metavar: str = "FILE"
    many: bool = False
    least: bool = True


def _check(files: list[str], raw: Raw) -> int:
    from disclosecheck.cli.check_command import check_command

    return check_command(files, raw)


def _audit(folders: list[str], raw: Raw) -> int:
    from disclosecheck.cli.check_command import audit_command

    return audit_command(folders, raw)


def _extract(files: list[str], raw: Raw) -> int:
    from disclosecheck.cli.extract_command import extract_command

    return extract_command(files[0], raw)


def _list(files: list[str], raw: Raw) -> int:
    from disclosecheck.cli.rules_command import list_packs

    return list_packs(raw)


def _show(packs: list[str], raw: Raw) -> int:
    from disclosecheck.cli.rules_command import show_pack

    return show_pack(packs[0], raw)


def _lint(packs: list[str], raw: Raw) -> int:
    from disclosecheck.cli.rules_command import lint_packs

    return lint_packs(packs, raw)


def _test(packs: list[str], raw: Raw) -> int:
    from disclosecheck.cli.rules_command import try_packs

    return try_packs(packs, raw)


def _template(files: list[str], raw: Raw) -> int:
    from disclosecheck.cli.template_command import template_command

    return template_command(raw)


def _coverage(packs: list[str], raw: Raw) -> int:
    from disclosecheck.cli.coverage_command import show_coverage

    return show_coverage(packs, raw)


COMMANDS = (
    Command("check", "check", "argument_files", CHECK, _check, "FILE...", many=True),
    Command("extract", "extract", "argument_file", EXTRACT, _extract),
    Command("audit", "audit", "argument_folder", CHECK, _audit, "DIR...", many=True),
)
RULES_COMMANDS = (
    Command("list", "rules_list", None, (LANG,), _list),
    Command("show", "rules_show", "argument_pack", (LANG,), _show, "PACK"),
    Command("lint", "rules_lint", "argument_pack", (LANG,), _lint, "PACK...", many=True, least=False),
    Command(
        "coverage",
        "rules_coverage",
        "argument_pack",
        (LANG, FORMAT),
        _coverage,
        "PACK...",
        many=True,
        least=False,
    ),
    Command("test", "rules_test", "argument_pack", (LANG,), _test, "PACK...", many=True, least=False),
)
METRICS_COMMANDS = (Command("template", "metrics_template", None, TEMPLATE, _template),)
GROUPS = {"metrics": METRICS_COMMANDS, "rules": RULES_COMMANDS}  # the help of a group is the message cli.<name>
