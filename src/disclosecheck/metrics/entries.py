"""What a metrics file states as Facts, each with its place."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

import msgspec

from disclosecheck.metrics.form import MetricsForm, fold, named, says
from disclosecheck.metrics.stated import Entry, Head, Problems, Scalar, Stated
from disclosecheck.metrics.values import FigureError, Value, is_proof, read_date, read_quotient, read_value
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import Attestation, Fact
from disclosecheck.model.number import canonical
from disclosecheck.model.registry import FactName
from disclosecheck.model.verdict import Message


class _Whose(msgspec.Struct, frozen=True):
    """What tells two figures of one name apart."""

    period: str | None
    scope: str | None
    dimensions: tuple[tuple[str, str], ...]


def facts_of(
    path: str,
    stated: Iterable[Stated],
    head: Head,
    registry: Mapping[str, FactName],
    form: MetricsForm,
    problems: Problems,
) -> tuple[Fact, ...]:
    """All figures that are given; what is wrong is added to `problems`."""
    names = names_of(registry)
    found: dict[tuple[str, _Whose], Stated] = {}
    facts = []
    for one in stated:
        name = one.name if one.name in registry else names.get(fold(one.name))
        if name is None:
            problems.add(one.line, _unknown(one.name, registry), one.sheet)
            continue
        if one.entry.blank:
            continue
        try:
            whose = _whose(one.entry, registry[name], head, form)
            first = found.setdefault((name, whose), one)
            if first is not one:
                raise _twice(first, one)
            facts.append(_fact(path, name, one, whose, registry[name], head, form))
        except FigureError as fault:
            problems.add(one.line, _of(one.name, fault), one.sheet)
    return tuple(facts)


def names_of(registry: Mapping[str, FactName]) -> dict[str, str]:
    """Keys of the registry by folded key and by folded title in either language."""
    names = {fold(fact.title.en): name for name, fact in registry.items()}
    names.update({fold(fact.title.zh): name for name, fact in registry.items()})
    return names | {fold(name): name for name in registry}


def _of(name: str, fault: FigureError) -> Message:
    if fault.message.key == "metrics.twice":  # names it itself
        return fault.message
    return Message("metrics.of", {"name": name, "problem": fault.message})


def _twice(first: Stated, again: Stated) -> FigureError:
    if first.sheet and first.sheet != again.sheet:
        return FigureError("twice", name=again.name, line=f"{first.sheet}!{first.line}")
    return FigureError("twice", name=again.name, line=str(first.line))


def _whose(entry: Entry, fact: FactName, head: Head, form: MetricsForm) -> _Whose:
    for dimension in entry.dimensions:
        if dimension not in fact.dimensions:
            raise FigureError("no_dimension", name=dimension, known=", ".join(fact.dimensions) or "-")
    return _Whose(
        _period(entry.period, head.year, form), _scope(entry.scope, form), tuple(sorted(entry.dimensions.items()))
    )


def _fact(path: str, name: str, one: Stated, whose: _Whose, known: FactName, head: Head, form: MetricsForm) -> Fact:
    value = _value(one.entry, known, form)
    return Fact(
        name=name,
        value=value,
        unit=known.unit,
        dimensions=dict(whose.dimensions),
        scope=whose.scope,
        period=whose.period,
        attested=_attested(one.entry, known, head),
        evidence=Evidence(
            source="metrics",
            file=path,
            sheet=one.sheet,
            line=one.line,
            quote=f"{one.name}: {_printed(one.entry)}",
            value=canonical(value) if isinstance(value, Decimal) else None,
        ),
    )


def _value(entry: Entry, fact: FactName, form: MetricsForm) -> Value:
    unit = entry.unit or None
    stated = None if entry.value is None or entry.value == "" else read_value(entry.value, unit, fact, form)
    if _nothing(entry.numerator) and _nothing(entry.denominator):
        assert stated is not None  # a blank entry is none
        return stated
    if entry.numerator is None or entry.denominator is None or "" in (entry.numerator, entry.denominator):
        raise FigureError("half_quotient")
    value = read_quotient(entry.numerator, entry.denominator, fact)
    if stated is not None and _apart(stated, value):
        raise FigureError("quotient_differs", value=str(entry.value), quotient=canonical(value))
    return value


def _nothing(given: Scalar | None) -> bool:
    return given is None or given == ""


def _apart(stated: Value, quotient: Decimal) -> bool:
    """Whether a stated percentage is not its quotient rounded to the places that are written."""
    if not isinstance(stated, Decimal):
        return True
    exponent = stated.as_tuple().exponent
    return abs(stated - quotient) > Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2


def _attested(entry: Entry, known: FactName, head: Head) -> Attestation | None:
    """Who and when, with what the head says of all figures, and what proves it, which may stand in place of a yes."""
    on = head.attested.on if _nothing(entry.attested_on) else read_date(entry.attested_on or "")
    proof = entry.proof or (str(entry.value).strip() if is_proof(entry.value, known) else None)
    attested = Attestation(by=entry.attested_by or head.attested.by, on=on, proof=proof)
    return None if attested == Attestation() else attested


def _period(period: str | int | None, year: int | None, form: MetricsForm) -> str | None:
    if period is None or period == "":
        return None if year is None else str(year)
    text = str(period).strip()
    if says(text, form.planned):
        return "planned"
    digits = fold(text).removesuffix("度").removesuffix("年")
    if not (len(digits) == 4 and digits.isdecimal()):
        raise FigureError("no_period", value=text)
    return digits


def _scope(scope: str | None, form: MetricsForm) -> str | None:
    if scope is None or not scope.strip():
        return None
    known = named(scope, form.scopes)
    if known is None:
        listed = "、".join(f"{word.title.zh} {key}" for key, word in form.scopes.items())
        raise FigureError("no_scope", value=scope, known=listed)
    return known


def _unknown(name: str, registry: Mapping[str, FactName]) -> Message:
    from difflib import get_close_matches

    titles = [title for fact in registry.values() for title in (fact.title.zh, fact.title.en)]
    near = get_close_matches(name, [*registry, *titles], n=2, cutoff=0.7)
    if near:
        return Message("metrics.unknown_near", {"name": name, "near": ", ".join(near)})
    return Message("metrics.unknown", {"name": name})


def _printed(entry: Entry) -> str:
    if _nothing(entry.value):
        return f"{_plain(entry.numerator)}/{_plain(entry.denominator)}"
    value = _plain(entry.value)
    return f"{value} {entry.unit}" if entry.unit and not value.endswith(entry.unit) else value


def _plain(raw: Scalar | None) -> str:
    return str(raw).lower() if isinstance(raw, bool) else str(raw)
