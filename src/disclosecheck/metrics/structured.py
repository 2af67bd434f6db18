"""Metrics files in YAML and JSON: a mapping of fact names, or of their Chinese titles, to figures."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from disclosecheck.metrics.file import read_text
from disclosecheck.metrics.heads import day_of, year_of
from disclosecheck.metrics.stated import Entry, Head, Problems, Stated
from disclosecheck.model.errors import MetricsError, PackError
from disclosecheck.model.fact import Attestation
from disclosecheck.model.verdict import Message
from disclosecheck.rulebook.yaml_source import YamlSource, parse_yaml

HEAD = ("organ", "year", "attested", "closing")
_HEADING = "metrics"
Path_ = tuple[str | int, ...]


def read_structured(path: str, problems: Problems) -> tuple[Head, list[Stated]]:
    """Raises UsageError for a file that cannot be opened, MetricsError for one whose syntax is broken."""
    source = _parse(path)
    if not isinstance(source.data, dict):
        raise MetricsError(path, ((1, Message("metrics.no_mapping")),))
    head = Head(
        organ=_organ(source, problems),
        year=year_of(source.data.get("year"), source.line(("year",)), problems),
        attested=_attested(source, problems),
        closing=day_of("closing", source.data.get("closing"), source.line(("closing",)), problems),
    )
    return head, list(_stated(source, problems))


def _parse(path: str) -> YamlSource:
    text = read_text(path)
    if Path(path).suffix.lower() == ".json":
        _check_json(text, path)
        text = text.replace("\t", " ")  # JSON may be indented with tabs, YAML may not
    try:
        return parse_yaml(text, path)
    except PackError as error:
        raise MetricsError(path, error.problems) from error


def _check_json(text: str, path: str) -> None:
    import json

    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise MetricsError(path, ((error.lineno, Message("metrics.json", {"detail": error.msg})),)) from error
    except RecursionError as error:
        raise MetricsError(path, ((None, Message("metrics.json", {"detail": "nested too deep"})),)) from error


def _organ(source: YamlSource, problems: Problems) -> str | None:
    organ: Any = source.data.get("organ")
    if organ is not None and not isinstance(organ, str):
        problems.add(source.line(("organ",)), Message("metrics.no_organ", {"value": str(organ)}))
        return None
    return organ or None


def _attested(source: YamlSource, problems: Problems) -> Attestation:
    raw: Any = source.data.get("attested")
    line = source.line(("attested",))
    try:
        given = msgspec.convert({} if raw is None else raw, dict[str, str | int | None])
    except msgspec.ValidationError:
        given = {"": None}
    if given.keys() - {"by", "on"}:
        problems.add(line, Message("metrics.no_attested"))
        return Attestation()
    by = given.get("by")
    return Attestation(by=str(by) if by else None, on=day_of("attested", given.get("on"), line, problems))


def _stated(source: YamlSource, problems: Problems) -> Iterator[Stated]:
    for path, name, raw in _entries(source, problems):
        several = isinstance(raw, list) and raw and all(isinstance(item, dict) for item in raw)
        for index, item in enumerate(raw if several else [raw]):
            line = source.line((*path, index) if several else path)
            try:
                entry = msgspec.convert(item if isinstance(item, dict) else {"value": item}, Entry)
            except msgspec.ValidationError as error:
                problem = Message("metrics.misfit", {"detail": str(error).partition(" - at")[0]})
                problems.add(line, Message("metrics.of", {"name": name, "problem": problem}))
                continue
            yield Stated(name=name, entry=entry, line=line)


def _entries(source: YamlSource, problems: Problems) -> Iterator[tuple[Path_, str, Any]]:
    """(path, key, value) under `metrics:` and beside it."""
    for key, raw in source.data.items():
        if key == _HEADING:
            if isinstance(raw, dict):
                yield from (((key, name), name, value) for name, value in raw.items())
            elif raw is not None:
                problems.add(source.line((key,)), Message("metrics.no_mapping"))
        elif key not in HEAD:
            yield (key,), key, raw
