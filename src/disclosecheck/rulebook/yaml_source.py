"""Our YAML: no double keys, no surprises (`no`, `012`, `1:30` and dates stay strings), a line for every value."""

import re
from pathlib import Path
from typing import Any

import msgspec
import yaml

from disclosecheck.model.errors import PackError
from disclosecheck.model.verdict import Message

Path_ = tuple[str | int, ...]

# Aliases of aliases multiply: ten lines can stand for a billion values. The largest pack we ship has under 20,000.
MOST_VALUES = 200_000
DEEPEST = 60
SHALLOW = 10_000  # characters; so short a text nests no deeper than the stack

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,99})")  # Python refuses thousands of digits
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}


class YamlSource(msgspec.Struct, frozen=True):
    """A file's data, and the 1-based line of each value by its path of keys and indexes."""

    path: str
    data: Any
    lines: dict[Path_, int]

    def line(self, path: Path_) -> int | None:
        """The line of the nearest ancestor that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def read_yaml(path: Path) -> YamlSource:
    """Read one file of data.

    Raises PackError, naming all double keys with their lines, or the place where the syntax breaks.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise PackError(str(path), ((None, Message("yaml.unreadable", {"detail": error.strerror or ""})),)) from error
    except UnicodeDecodeError as error:
        raise PackError(str(path), ((None, Message("yaml.not_utf8")),)) from error
    return parse_yaml(text, str(path))


def parse_yaml(text: str, path: str) -> YamlSource:
    """As read_yaml, from text; `path` is what problems are reported under."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _check_depth(text, path, loader)
        root = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise PackError(path, ((line, Message("yaml.syntax", {"detail": error.problem or ""})),)) from error
    except RecursionError as error:
        raise PackError(path, ((None, _too_much()),)) from error
    except yaml.YAMLError as error:  # control characters
        raise PackError(path, ((None, Message("yaml.syntax", {"detail": str(error).splitlines()[0]})),)) from error
    lines: dict[Path_, int] = {}
    problems: list[tuple[int | None, Message]] = []
    try:
        data = _construct(root, (), lines, problems) if root is not None else None
    except _TooMuchError as error:
        raise PackError(path, ((error.line, _too_much()),)) from error
    if problems:
        raise PackError(path, tuple(problems))
    return YamlSource(path, data, lines)


def _check_depth(text: str, path: str, loader: Any) -> None:
    """Before composing, which goes a level down the C stack for each of the text: 100,000 brackets end the process."""
    if len(text) < SHALLOW:
        return
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise PackError(path, ((event.start_mark.line + 1 if event.start_mark else None, _too_much()),))


class _TooMuchError(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _too_much() -> Message:
    return Message("yaml.too_much", {"values": f"{MOST_VALUES:,}", "levels": str(DEEPEST)})


def _construct(
    node: yaml.Node, path: Path_, lines: dict[Path_, int], problems: list[tuple[int | None, Message]]
) -> Any:
    if len(lines) > MOST_VALUES or len(path) > DEEPEST:
        raise _TooMuchError(node.start_mark.line + 1)
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(child, (*path, index), lines, problems) for index, child in enumerate(node.value)]
    mapping: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in mapping:
            problems.append((key_node.start_mark.line + 1, Message("yaml.double_key", {"key": key})))
        mapping[key] = _construct(value_node, (*path, key), lines, problems)
        lines[(*path, key)] = key_node.start_mark.line + 1
    return mapping


def _scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    text: str = node.value
    if node.style:  # quoted or a block; libyaml says "" for plain, PyYAML None
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
