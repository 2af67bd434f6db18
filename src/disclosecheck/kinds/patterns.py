"""RE2 patterns of packs, each compiled when a text holds what it must hold for that pattern."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from disclosecheck.model.needs import Needs, may_match

Span = tuple[int, int]

_known: dict[str, Needs] = {}  # by pattern; it is the pattern alone that they follow from


def know(needs: Mapping[str, Needs]) -> None:
    """What was worked out of a rule's patterns when its pack was compiled; nothing depends on it but time."""
    _known.update(needs)


def fitting(patterns: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Those that are worth asking about this text."""
    return tuple(pattern for pattern in patterns if may_match(_known.get(pattern, ()), text))


def matches(patterns: tuple[str, ...], text: str) -> Iterator[Any]:
    """Where any of the patterns stands, the first that fits at each place."""
    patterns = fitting(patterns, text)
    return iter(compiled(patterns).finditer(text) if patterns else ())


def spans(patterns: tuple[str, ...], text: str) -> list[Span]:
    """Where one of the patterns stands."""
    return [match.span() for match in matches(patterns, text)]


@lru_cache(maxsize=256)
def compiled(patterns: tuple[str, ...]) -> Any:
    """RE2 patterns as one; none matches beyond its paragraph, whose ends are ^ and $."""
    return _compiler()("(?m)" + "|".join(f"(?:{pattern})" for pattern in patterns))


@lru_cache(maxsize=1)
def _compiler() -> Callable[[str], Any]:
    """re2.compile without its own store, which compares thirteen options for each pattern."""
    import re2

    options = re2.Options()
    options.never_nl = True
    regexp = type(re2.compile(""))
    return lambda pattern: regexp(pattern, options)
