"""The facts that ledgers yield, beside those that a report or a metrics file states."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

import msgspec

from disclosecheck.measures.compute import Figure, Number, begun_after, figure_of, has_open, rows_of
from disclosecheck.measures.conditions import assumed
from disclosecheck.measures.load import measures
from disclosecheck.measures.rows import place_of
from disclosecheck.measures.view import MissingColumnError, View, view_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.ledger import Ledger
from disclosecheck.model.measure import Measure, Measured
from disclosecheck.model.number import canonical
from disclosecheck.model.registry import FactName


def with_yields(facts: FactSet, registry: Mapping[str, FactName]) -> FactSet:
    """The submission with what its ledgers yield for the report year."""
    found = [fact for ledger in facts.ledgers for fact in yields_of(ledger, facts.year, registry)]
    return msgspec.structs.replace(facts, facts=(*facts.facts, *found))


def yields_of(ledger: Ledger, year: int | None, registry: Mapping[str, FactName]) -> Iterator[Fact]:
    """A figure for which the ledger has no column, or not one row that can be read, is not yielded."""
    view = view_of(ledger, year)
    for name, measure in measures().facts.items():
        if measure.ledger != ledger.form.id:
            continue
        try:
            rows = rows_of(measure, view)
        except MissingColumnError:
            continue
        figure = figure_of(measure, rows, view)
        if figure.value is not None:
            unit = registry[name].unit if name in registry else ""
            yield _fact(name, measure, figure, view, unit, open_cases=has_open(measure, rows, view))


def unreadable(name: str, facts: FactSet) -> Measured | None:
    """Between what bounds a figure lies of which no row surely counts and can be read; None where there is none."""
    measure = measures().facts.get(name)
    if measure is None:
        return None
    for ledger in facts.ledgers:
        if ledger.form.id == measure.ledger:
            view = view_of(ledger, facts.year)
            try:
                rows = rows_of(measure, view)
            except MissingColumnError:
                continue
            figure = figure_of(measure, rows, view)
            if figure.value is None and figure.left_out:
                return _measured(measure, figure, view, open_cases=has_open(measure, rows, view))
    return None


def _fact(name: str, measure: Measure, figure: Figure, view: View, unit: str, *, open_cases: bool) -> Fact:
    value = _shown(figure.value, measure)
    assert value is not None  # a figure without a value is not yielded
    return Fact(
        name=name,
        value=value,
        unit=unit,
        period=None if view.year is None else str(view.year),
        measured=_measured(measure, figure, view, open_cases=open_cases),
        evidence=_evidence(measure, figure, view, value),
    )


def _measured(measure: Measure, figure: Figure, view: View, *, open_cases: bool) -> Measured:
    return Measured(
        counted=figure.counted,
        left_out=figure.left_out,
        least=_shown(figure.least, measure),
        most=_shown(figure.most, measure),
        part=figure.part,
        closing=date.fromordinal(view.closing).isoformat() if open_cases and view.closing > 0 else None,
        closing_at_most=_later(view) if open_cases else None,
        stated=view.stated,
        after_closing=begun_after(measure, view),
        not_told=assumed(measure.where, view),
    )


def _later(view: View) -> str | None:
    """The day up to which open cases may count, where it is not the day up to which they surely do."""
    return date.fromordinal(view.closing_at_most).isoformat() if view.closing_at_most != view.closing else None


def _evidence(measure: Measure, figure: Figure, view: View, value: Decimal | str) -> Evidence:
    number = canonical(value) if isinstance(value, Decimal) else None
    if figure.row is not None:
        return place_of(figure.row, measure, view, number)
    return Evidence(source="records", file=view.ledger.file, sheet=view.ledger.sheet, value=number)


def _shown(number: Number | None, measure: Measure) -> Decimal | str | None:
    if number is None:
        return None
    return date.fromordinal(int(number)).isoformat() if measure.date is not None else Decimal(number)
