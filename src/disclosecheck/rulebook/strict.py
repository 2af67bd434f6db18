"""A part of our YAML as a model type, or a problem with its line."""

import re
from typing import TypeVar

import msgspec

from disclosecheck.model.verdict import Message
from disclosecheck.rulebook.yaml_source import YamlSource

T = TypeVar("T")
Problem = tuple[int | None, Message]

_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]|\[\.\.\.\]")


def convert_at(source: YamlSource, path: tuple[str | int, ...], type_: type[T], problems: list[Problem]) -> T | None:
    """The value at `path` as `type_`; None, and a problem more, when it does not fit."""
    value = source.data
    for step in path:
        value = value[step]
    try:
        return msgspec.convert(value, type_)
    except msgspec.ValidationError as error:
        detail, _, place = str(error).partition(" - at `$")
        problems.append(
            (source.line((*path, *steps_of(place.rstrip("`")))), Message("yaml.misfit", {"detail": detail}))
        )
        return None


def steps_of(place: str) -> tuple[str | int, ...]:
    """The keys and indexes of msgspec's path, as far as it names them (a mapping's key shows as `[...]`)."""
    steps: list[str | int] = []
    for match in _STEP.finditer(place):
        if match[0] == "[...]":
            break
        steps.append(match[1] if match[1] is not None else int(match[2]))
    return tuple(steps)
