"""The entries of a metrics file as Facts, each with its line."""

from decimal import Decimal
from typing import Any

import msgspec

from disclosecheck.metrics.values import FigureError, Raw, Value, read_quotient, read_value
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import Fact
from disclosecheck.model.number import canonical
from disclosecheck.model.registry import FactName
from disclosecheck.model.verdict import Message
from disclosecheck.rulebook.yaml_source import YamlSource

Problem = tuple[int | None, Message]
IDENTITY = ("organ", "year")
_HEADING = "metrics"


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The long form of a figure. `source` and `note` are for the reader."""

    value: str | int | float | bool | None = None
    unit: str | None = None
    numerator: str | int | float | None = None
    denominator: str | int | float | None = None
    period: str | int | None = None
    scope: str | None = None
    dimensions: dict[str, str] = {}
    source: str | None = None
    note: str | None = None


def facts_of(
    source: YamlSource, year: int | None, registry: dict[str, FactName], problems: list[Problem]
) -> tuple[Fact, ...]:
    """All figures that are given; what is wrong is added to `problems`."""
    titles = {fact.title.zh: name for name, fact in registry.items()}
    found: dict[str, int | None] = {}
    facts = []
    for path, key, raw in _entries(source, problems):
        line = source.line(path)
        name = key if key in registry else titles.get(key)
        if name is None:
            problems.append((line, _unknown(key, [*registry, *titles])))
        elif name in found:
            problems.append((line, Message("metrics.twice", {"name": key, "line": str(found[name])})))
        else:
            found[name] = line
            if fact := _fact(name, raw, registry[name], source, path, year, problems):
                facts.append(fact)
    return tuple(facts)


def _entries(source: YamlSource, problems: list[Problem]) -> list[tuple[tuple[str, ...], str, Any]]:
    """(path, key, value) under `metrics:` and beside it."""
    entries: list[tuple[tuple[str, ...], str, Any]] = []
    for key, raw in source.data.items():
        if key == _HEADING:
            if isinstance(raw, dict):
                entries += [((key, name), name, value) for name, value in raw.items()]
            elif raw is not None:
                problems.append((source.line((key,)), Message("metrics.no_mapping")))
        elif key not in IDENTITY:
            entries.append(((key,), key, raw))
    return entries


def _fact(
    name: str,
    raw: Any,
    fact: FactName,
    source: YamlSource,
    path: tuple[str, ...],
    year: int | None,
    problems: list[Problem],
) -> Fact | None:
    line = source.line(path)
    try:
        entry = _entry(raw, fact)
        value = _value(entry, fact)
        period = _period(entry.period, year)
    except FigureError as fault:
        title = Message("metrics.of", {"name": name, "problem": fault.message})
        problems.append((line, title))
        return None
    if value is None:
        return None
    return Fact(
        name=name,
        value=value,
        unit=fact.unit,
        dimensions=entry.dimensions,
        scope=entry.scope,
        period=period,
        evidence=Evidence(
            source="metrics",
            file=source.path,
            line=line,
            quote=f"{path[-1]}: {_printed(entry)}",
            value=canonical(value) if isinstance(value, Decimal) else None,
        ),
    )


def _entry(raw: Any, fact: FactName) -> Entry:
    if not isinstance(raw, dict):
        raw = {"value": raw}
    try:
        entry = msgspec.convert(raw, Entry)
    except msgspec.ValidationError as error:
        raise FigureError("misfit", detail=str(error).partition(" - at")[0]) from error
    for dimension in entry.dimensions:
        if dimension not in fact.dimensions:
            raise FigureError("no_dimension", name=dimension, known=", ".join(fact.dimensions) or "-")
    return entry


def _value(entry: Entry, fact: FactName) -> Value | None:
    quotient = (entry.numerator, entry.denominator)
    if quotient == (None, None):
        return None if entry.value is None or entry.value == "" else read_value(entry.value, entry.unit, fact)
    if entry.numerator is None or entry.denominator is None:
        raise FigureError("half_quotient")
    value = read_quotient(entry.numerator, entry.denominator, fact)
    if entry.value is not None and _apart(read_value(entry.value, entry.unit, fact), value):
        raise FigureError("quotient_differs", value=str(entry.value), quotient=canonical(value))
    return value


def _apart(stated: Value, quotient: Decimal) -> bool:
    """Whether a stated percentage is not its quotient rounded to the places that are written."""
    if not isinstance(stated, Decimal):
        return True
    exponent = stated.as_tuple().exponent
    return abs(stated - quotient) > Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2


def _period(period: str | int | None, year: int | None) -> str | None:
    if period is None:
        return None if year is None else str(year)
    text = str(period)
    if text != "planned" and not (len(text) == 4 and text.isdecimal()):
        raise FigureError("no_period", value=text)
    return text


def _unknown(key: str, names: list[str]) -> Message:
    from difflib import get_close_matches

    near = get_close_matches(key, names, n=2, cutoff=0.7)
    if near:
        return Message("metrics.unknown_near", {"name": key, "near": ", ".join(near)})
    return Message("metrics.unknown", {"name": key})


def _printed(entry: Entry) -> str:
    if entry.value is None:
        return f"{_plain(entry.numerator)}/{_plain(entry.denominator)}"
    return f"{_plain(entry.value)} {entry.unit}" if entry.unit else _plain(entry.value)


def _plain(raw: Raw | None) -> str:
    return str(raw).lower() if isinstance(raw, bool) else str(raw)
