"""`disclosecheck rules`: list, show, lint and test packs."""

from disclosecheck.cli.options import Raw


def list_packs(raw: Raw) -> int:
    raise NotImplementedError


def show_pack(name: str, raw: Raw) -> int:
    raise NotImplementedError


def lint_packs(names: list[str], raw: Raw) -> int:
    raise NotImplementedError


def try_packs(names: list[str], raw: Raw) -> int:
    raise NotImplementedError
