"""What a call of `check` asks for, validated: one place for both parsers."""

import os
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from disclosecheck.checking import Records
from disclosecheck.cli.language import default_language
from disclosecheck.cli.options import CHECK, Option, Raw
from disclosecheck.model.errors import UsageError
from disclosecheck.model.fact import Expected
from disclosecheck.standing import Bar

FORMATS = {".json": "json", ".txt": "text"}
TIMEOUT = 60.0  # seconds


class CheckOptions(msgspec.Struct, frozen=True, kw_only=True):
    files: tuple[str, ...]
    metrics: str | None
    records: tuple[Records, ...]
    previous: str | None
    expected: Expected
    rules: tuple[str, ...]
    bar: Bar
    double_check: bool
    no_profile: bool
    format: str
    outputs: tuple[tuple[str, str], ...]  # (path, format)
    language: str
    show_passed: bool
    jobs: int | None
    timeout: float  # seconds
    single: tuple[str, ...]  # flags given that belong to one submission


def check_options(files: Sequence[str], raw: Raw) -> CheckOptions:
    """Raises UsageError for the first value that is no good."""
    if not files:
        raise UsageError("no_files")
    value: dict[str, Any] = dict(raw)
    for option in CHECK:
        check_choice(option, raw)
    return CheckOptions(
        files=tuple(files),
        metrics=value["metrics"],
        records=tuple(_record(given) for given in value["records"]),
        previous=value["previous"],
        expected=Expected(
            year=_year(value["year"]), organ=value["organ"] or None, published=_published(value["published"])
        ),
        rules=tuple(value["rules"]),
        bar=Bar(value["fail_on"] or "error", value["strict"]),
        double_check=value["double_check"],
        no_profile=value["no_profile"],
        format=value["format"] or "text",
        outputs=outputs(value["output"]),
        language=value["lang"] or default_language(),
        show_passed=value["show_passed"],
        jobs=_jobs(value["jobs"]),
        timeout=_timeout(value["timeout"]),
        single=tuple(option.flag for option in CHECK if option.single and raw[option.field]),
    )


def check_choice(option: Option, raw: Raw) -> None:
    value = raw[option.field]
    if option.choices and value is not None and value not in option.choices:
        raise UsageError("option_choice", option=option.flag, value=str(value), choices=" ".join(option.choices))


def outputs(paths: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Each path with the format that its suffix names."""
    seen: set[str] = set()
    found = []
    for path in paths:
        format_ = FORMATS.get(os.path.splitext(path)[1].lower())  # noqa: PTH122  # pathlib costs a start 2 ms
        if format_ is None:
            raise UsageError("output_suffix", path=path)
        if _place(path) in seen:
            raise UsageError("output_twice", path=path)
        seen.add(_place(path))
        found.append((path, format_))
    return tuple(found)


def spare_inputs(targets: Sequence[tuple[str, str]], inputs: Iterable[str | None]) -> None:
    """Raises UsageError when an output would overwrite a file that is to be read."""
    taken = {_place(path) for path in inputs if path is not None}
    for path, _ in targets:
        if _place(path) in taken:
            raise UsageError("output_is_input", path=path)


def _place(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))


def _record(given: str) -> Records:
    name, equals, path = given.partition("=")
    if not (name.strip() and equals and path.strip()):
        raise UsageError("option_records", value=given)
    return Records(name=name.strip(), path=path.strip())


def _year(value: str | None) -> int | None:
    if value is None:
        return None
    if len(value) != 4 or not (value.isascii() and value.isdigit()) or value < "2008":
        raise UsageError("option_year", value=value)
    return int(value)


def _published(value: str | None) -> str | None:
    from datetime import date

    if value is None:
        return None
    try:
        parsed = date.fromisoformat(value)
    except ValueError as error:
        raise UsageError("option_published", value=value) from error
    if parsed.isoformat() != value:  # 20240126 and 2024-W04-5 are ISO too
        raise UsageError("option_published", value=value)
    return value


def _timeout(value: str | None) -> float:
    if value is None:
        return TIMEOUT
    try:
        seconds = float(value)
    except ValueError as error:
        raise UsageError("option_timeout", value=value) from error
    if not 0 < seconds < float("inf"):
        raise UsageError("option_timeout", value=value)
    return seconds


def _jobs(value: str | None) -> int | None:
    if value is None:
        return None
    if not (value.isascii() and value.isdigit()) or int(value) < 1:
        raise UsageError("option_jobs", value=value)
    return int(value)
