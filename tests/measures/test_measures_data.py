"""The shipped measures fit the ledgers, the facts and the figures that key points ask for."""

import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosecheck.measures.load import measures
from disclosecheck.measures.rows import columns_of
from disclosecheck.model.ledger import LedgerForm
from disclosecheck.model.measure import Days, Measure, Test
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.ledgers import load_ledger_forms
from disclosecheck.rulebook.registry import load_registry

FORMS = load_ledger_forms(rules_folder())
FACTS = measures().facts


def every_test(measure: Measure) -> Iterator[Test]:
    given = [days.extension.given for days in every_span(measure) if days.extension is not None]
    for tests in (measure.where, measure.holds, *measure.unless, *given):
        yield from tests


def every_span(measure: Measure) -> Iterator[Days]:
    spans = [measure.days, *(test.days for test in (*measure.where, *measure.holds))]
    yield from (days for days in spans if days is not None)


@pytest.mark.parametrize("name", FACTS)
def test_a_measure_names_columns_of_its_ledger(name: str) -> None:
    form = FORMS[FACTS[name].ledger]
    known = {column.key for column in form.columns}
    assert [key for key in (*columns_of(FACTS[name]), *FACTS[name].once_by) if key not in known] == []


@pytest.mark.parametrize("name", FACTS)
def test_a_measure_asks_columns_for_what_they_hold(name: str) -> None:
    form = FORMS[FACTS[name].ledger]
    assert [problem for test in every_test(FACTS[name]) for problem in misfits(test, form)] == []
    dates = [
        FACTS[name].date,
        *FACTS[name].during,
        *(key for days in every_span(FACTS[name]) for key in (*days.start, days.end)),
    ]
    assert [key for key in dates if key is not None and form.column(key).type != "date"] == []


def misfits(test: Test, form: LedgerForm) -> Iterator[str]:
    if test.column is None:
        return
    column = form.column(test.column)
    yield from (key for key in test.one_of if key not in {choice.key for choice in column.choices})
    if test.not_after is not None and {column.type, form.column(test.not_after).type} != {"date"}:
        yield test.not_after
    if test.at_least is not None and column.type not in ("choices", "number"):
        yield column.key


@pytest.mark.parametrize("name", FACTS)
def test_a_measure_is_a_fact_of_its_unit(name: str) -> None:
    registry, measure = load_registry(rules_folder()), FACTS[name]
    kinds = {"share": ("percent",), "earliest": ("date",), "latest": ("date",)}
    assert registry[name].type in kinds.get(measure.together, ("integer", "decimal"))
    if measure.days is not None and measure.days.of == "working":
        assert registry[name].unit == "working_days"


def test_the_page_is_up_to_date() -> None:
    docs = Path(__file__).parents[2] / "docs"
    module = runpy.run_path(str(docs / "measures_page.py"))
    assert module["page"]() == (docs / "measures.md").read_text("utf-8"), "run: python docs/measures_page.py"
