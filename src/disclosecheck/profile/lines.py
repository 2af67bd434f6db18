"""On which line of a TOML file a key stands: tomllib does not tell."""

import re

_TABLE = re.compile(r"\s*\[\[?([^\]#]+)\]\]?")
_KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PART = re.compile(r"[\w-]+|\"([^\"]*)\"|'([^']*)'")


def line_of(text: str, path: tuple[str, ...]) -> int | None:
    """The 1-based line of the key, or of the nearest key that holds it."""
    table: tuple[str, ...] = ()
    best, length = None, 0
    for number, line in enumerate(text.split("\n"), 1):
        if match := _TABLE.match(line):
            table = _parts(match[1])
            here = table
        elif match := _KEY.match(line):
            here = (*table, *_parts(match[1]))
        else:
            continue
        shared = next((i for i, (one, other) in enumerate(zip(here, path, strict=False)) if one != other), None)
        if shared is None and min(len(here), len(path)) > length:
            best, length = number, min(len(here), len(path))
    return best


def _parts(key: str) -> tuple[str, ...]:
    return tuple(match[1] or match[2] or match[0] for match in _PART.finditer(key))
