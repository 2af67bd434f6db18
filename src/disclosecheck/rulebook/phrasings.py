"""The wordings of figures, from `rules/phrasings/`.

`context.yaml` holds what stands around figures; every other file a list of phrasings with their examples. In patterns
`<n>` is the figure, `<p>` a percentage, `<d>` a date (one of them at most in each), `<other>` another number, `<y>` a
year, `<gap>` words without a number or a mark, `<gap:8>` at most so many, `<tight>` those without 、 either, `<any>`
words and numbers without a mark, `<note>` a bracket without a number that may be there, `<unit>` a measure word of
cases. Marks are written full-width.
"""

import re
from pathlib import Path
from typing import Literal

import msgspec

from disclosecheck.model.errors import PackError
from disclosecheck.model.fact import Confidence
from disclosecheck.model.phrasing import Context, Phrasing, Phrasings, Reading
from disclosecheck.model.registry import FactName
from disclosecheck.model.verdict import Message
from disclosecheck.rulebook.needs import needs_of
from disclosecheck.rulebook.registry import load_registry
from disclosecheck.rulebook.strict import Problem, convert_at
from disclosecheck.rulebook.yaml_source import YamlSource, read_yaml

_SIGNS = {"n": "(#)", "p": "(%)", "d": "(@)", "other": "#", "y": "~", "unit": "[件份条宗起项例]"}
_GAP = "[^,;:()#%@]"
_CLASSES = {"gap": _GAP, "tight": "[^,;:()#%@、]", "any": "[^,;:()]"}
_PLACEHOLDER = re.compile(r"<([a-z]+)(?::(\d+))?>")
_MARKS = str.maketrans({"，": ",", "；": ";", "：": ":", "（": r"\(", "）": r"\)"})


class Stated(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fact that an example must give; what is not said is not compared."""

    value: str
    dimensions: dict[str, str] | None = None
    scope: str | None = None
    period: str | None = None
    approximate: bool | None = None
    confidence: Confidence | None = None


Given = str | int | float | bool | Stated | list[Stated | str | int]


class Example(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence and all facts that it must give; a near miss gives none."""

    text: str
    gives: dict[str, Given]
    section: int | None = 1
    year: int = 2023
    organ: str | None = None


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A phrasing as written; the fields are those of Phrasing."""

    id: str
    patterns: list[str]
    triggers: tuple[str, ...]
    examples: list[Example]
    facts: tuple[str, ...] = ()
    language: str = "zh"
    implies: bool | int | None = None
    topics: tuple[str, ...] = ()
    sections: tuple[int, ...] = ()
    required: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    years: Literal["", "past", "to_come"] = ""
    dimensions: dict[str, str] = {}
    part_of: tuple[str, ...] = ()
    gives_way: bool = False
    confidence: Confidence = "certain"


def load_phrasings(folder: Path) -> Phrasings:
    """All wordings, guards first; `folder` is that of the rules.

    Raises PackError for the first file with mistakes, listing all of them with their lines.
    """
    registry = load_registry(folder)
    context = _load_context(folder / "phrasings" / "context.yaml")
    phrasings: list[Phrasing] = []
    for _, source, problems, entries in _files(folder):
        for place, entry in entries:
            if phrasing := _phrasing(entry, place, source, registry, context, problems):
                phrasings.append(phrasing)
        problems += _doubles(phrasings, source)
        _raise_any(source, problems)
    phrasings.sort(key=lambda phrasing: bool(phrasing.facts))
    return Phrasings(context=context, phrasings=tuple(phrasings))


def load_examples(folder: Path) -> dict[str, list[Example]]:
    """The examples beside the wordings, by the wording's id."""
    examples: dict[str, list[Example]] = {}
    for _, source, problems, entries in _files(folder):
        examples.update({entry.id: entry.examples for _, entry in entries})
        _raise_any(source, problems)
    return examples


def expand(pattern: str) -> str:
    """A pattern as written in our YAML as RE2 over a skeleton.

    Raises KeyError with the name of a placeholder that is none.
    """
    return _PLACEHOLDER.sub(_expanded, pattern.translate(_MARKS))


def _expanded(match: re.Match[str]) -> str:
    name, most = match[1], match[2]
    if name == "note":
        return r"(?:\([^()#%@]*\))?"
    if name in _CLASSES:
        return _CLASSES[name] + (f"{{0,{most}}}" if most else "*")
    return _SIGNS[name]


def _load_context(path: Path) -> Context:
    source, problems = read_yaml(path), list[Problem]()
    context = convert_at(source, (), Context, problems)
    if context is None:
        raise PackError(source.path, tuple(problems))
    readings = [
        Reading(reading=one.reading, facts=one.facts, after=expand(one.after), before=expand(one.before))
        for one in context.readings
    ]
    return msgspec.structs.replace(context, readings=tuple(readings))


def _files(folder: Path) -> "list[tuple[Path, YamlSource, list[Problem], list[tuple[int, _Entry]]]]":
    files = []
    for path in sorted((folder / "phrasings").glob("*.yaml")):
        if path.name == "context.yaml":
            continue
        source, problems = read_yaml(path), list[Problem]()
        listed = range(len(source.data or ()))
        entries = [(place, entry) for place in listed if (entry := convert_at(source, (place,), _Entry, problems))]
        files.append((path, source, problems, entries))
    return files


def _phrasing(
    entry: _Entry,
    place: int,
    source: YamlSource,
    registry: dict[str, FactName],
    context: Context,
    problems: list[Problem],
) -> Phrasing | None:
    before = len(problems)
    topics = context.topics
    for key, words, known in (
        ("facts", entry.facts, registry),
        ("part_of", entry.part_of, registry),
        ("follows", entry.follows, registry),
        ("topics", entry.topics, topics),
        ("carried", entry.carried, topics),
    ):
        problems += [
            (source.line((place, key)), Message("phrasing.unknown", {"word": word, "key": key}))
            for word in words
            if word not in known
        ]
    patterns = [_pattern(text, (place, "patterns", at), source, problems) for at, text in enumerate(entry.patterns)]
    if len(problems) > before:
        return None
    fields = {name: getattr(entry, name) for name in _Entry.__struct_fields__ if name not in ("patterns", "examples")}
    joined = "|".join(f"(?:{pattern})" for pattern in patterns) if len(patterns) > 1 else patterns[0]
    units = tuple(registry[name].unit for name in entry.facts)
    return Phrasing(**fields, pattern=joined, needs=needs_of(joined), units=units, sign=_sign(patterns))


def _sign(patterns: list[str]) -> str:
    """The sign of the figure, when no wording goes without it."""
    signs = {next((sign for sign in "#%@" if f"({sign})" in pattern), "") for pattern in patterns}
    return signs.pop() if len(signs) == 1 else ""


def _pattern(text: str, path: tuple[str | int, ...], source: YamlSource, problems: list[Problem]) -> str:
    import re2

    try:
        pattern = expand(text)
        if re2.compile(pattern).groups > 1:
            problems.append((source.line(path), Message("phrasing.groups", {"pattern": text})))
        return pattern
    except KeyError as error:
        problems.append((source.line(path), Message("phrasing.placeholder", {"name": str(error.args[0])})))
    except re2.error as error:
        problems.append((source.line(path), Message("phrasing.pattern", {"pattern": text, "detail": str(error)})))
    return ""


def _doubles(phrasings: list[Phrasing], source: YamlSource) -> list[Problem]:
    """Ids that stand twice, in this file or an earlier one."""
    counts: dict[str, int] = {}
    for phrasing in phrasings:
        counts[phrasing.id] = counts.get(phrasing.id, 0) + 1
    return [
        (source.line((place, "id")), Message("phrasing.double", {"id": entry["id"]}))
        for place, entry in enumerate(source.data)
        if counts.get(entry.get("id"), 0) > 1
    ]


def _raise_any(source: YamlSource, problems: list[Problem]) -> None:
    if problems:
        raise PackError(source.path, tuple(problems))
