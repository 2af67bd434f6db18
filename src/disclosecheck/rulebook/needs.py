"""Works out of a pattern which words a text must hold for it, when packs are compiled.

RE2 builds an automaton for each pattern, some 0.1 to 1 ms; a report calls for few of a pack's patterns.
"""

import re
from collections.abc import Iterable
from re import _constants as sre  # type: ignore[attr-defined]  # the one parser of patterns there is
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from disclosecheck.model.needs import Needs

MOST_WORDS = 24  # in a group; more are not worth looking for
MOST_GROUPS = 4  # of a way to match, the longest words first
_RE2_ONLY = re.compile(r"\\p\{\w+\}|\\P\{\w+\}|\\x\{[0-9A-Fa-f]+\}|\\z|\\pN|\\pL")

_Words = frozenset[str]
_Groups = list[_Words]


def needs_of(pattern: str) -> Needs:
    """Empty for a pattern that may match a text without any fixed word, or that the standard library cannot parse."""
    ways = []
    try:
        tree = _parser.parse(_RE2_ONLY.sub(_stand_in, pattern))
    except (re.error, OverflowError, RecursionError):
        return ()
    if tree.state.flags & re.IGNORECASE:
        return ()
    for way in _ways(tree):
        groups = _groups(way)
        if not groups:
            return ()
        telling = sorted(groups, key=lambda words: (-min(map(len, words)), len(words)))[:MOST_GROUPS]
        ways.append(tuple(tuple(sorted(_shortest(words))) for words in groups if words in telling))
    return tuple(ways)


def _shortest(words: _Words) -> _Words:
    """Without those that hold another of them: where they stand, it stands."""
    return frozenset(word for word in words if not any(other in word for other in words - {word}))


def _stand_in(match: re.Match[str]) -> str:
    """What RE2 writes and the standard library does not, as something of no fixed word."""
    text = match[0]
    if text == r"\z":
        return r"\Z"
    return re.escape(chr(int(text[3:-1], 16))) if text.startswith(r"\x") else "\\w"


def _ways(tree: Iterable[Any]) -> list[list[Any]]:
    """The alternatives that a pattern is made of, where it is that and nothing else."""
    nodes = list(tree)
    if len(nodes) == 1 and nodes[0][0] is sre.SUBPATTERN:
        return _ways(nodes[0][1][3])
    if len(nodes) == 1 and nodes[0][0] is sre.BRANCH:
        return [way for branch in nodes[0][1][1] for way in _ways(branch)]
    return [nodes]


def _groups(nodes: Iterable[Any]) -> _Groups:
    """Sets of words of each of which one stands in whatever the sequence matches."""
    exact, groups = _sequence(nodes)
    return _closed(exact, groups)


def _sequence(nodes: Iterable[Any]) -> tuple[_Words, _Groups]:
    """The words that end a sequence, as far as they can be listed, and the groups before."""
    words: _Words = frozenset([""])
    groups: _Groups = []
    for node in nodes:
        listed, inside = _node(node)
        if listed is None:
            groups, words = [*_closed(words, groups), *inside], frozenset([""])
        elif len(words) * len(listed) > MOST_WORDS:
            groups, words = _closed(words, groups), listed
        else:
            words = frozenset(head + tail for head in words for tail in listed)
    return words, groups


def _closed(words: _Words, groups: _Groups) -> _Groups:
    return groups if "" in words else [*groups, words]


def _node(node: Any) -> tuple[_Words | None, _Groups]:
    """All words that a node can match (None: not to be listed), and what else must stand in its match."""
    kind, value = node
    if kind is sre.LITERAL:
        return frozenset([chr(value)]), []
    if kind is sre.AT:
        return frozenset([""]), []
    if kind is sre.IN and all(item[0] is sre.LITERAL for item in value):
        return frozenset(chr(item[1]) for item in value), []
    if kind is sre.SUBPATTERN:
        return (None, []) if value[1] & re.IGNORECASE else _whole(value[3])
    if kind is sre.BRANCH:
        return _branch(value[1])
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        least, most, body = value
        listed, groups = _whole(body)
        if least == 0:
            return (listed | {""} if listed is not None and most == 1 else None), []
        if (least, most) == (1, 1):
            return listed, groups
        return None, _closed(listed, groups) if listed is not None else groups
    return None, []


def _whole(nodes: Iterable[Any]) -> tuple[_Words | None, _Groups]:
    """As _node, of a sequence."""
    words: _Words = frozenset([""])
    for node in nodes:
        listed, _ = _node(node)
        if listed is None or len(words) * len(listed) > MOST_WORDS:
            return None, _groups(nodes)
        words = frozenset(head + tail for head in words for tail in listed)
    return words, []


def _branch(branches: Iterable[Any]) -> tuple[_Words | None, _Groups]:
    parts = [_whole(branch) for branch in branches]
    if all(listed is not None for listed, _ in parts):
        words = frozenset().union(*(listed or () for listed, _ in parts))
        return (words, []) if len(words) <= MOST_WORDS else (None, [] if "" in words else [words])
    best = [_best(_closed(listed, groups) if listed is not None else groups) for listed, groups in parts]
    if any(group is None for group in best):
        return None, []
    union = frozenset().union(*(group or () for group in best))
    return None, [union] if len(union) <= 2 * MOST_WORDS else []


def _best(groups: _Groups) -> _Words | None:
    return max(groups, key=lambda words: (min(map(len, words)), -len(words)), default=None)
