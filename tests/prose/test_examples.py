"""Every example beside a wording, as a test: all facts of its sentence and no other."""

import pytest
from written import read, shown

from disclosecheck.model.fact import Fact
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.phrasings import Example, Given, Stated, load_examples

EXAMPLES = [
    pytest.param(example, id=f"{name}: {example.text}")
    for name, examples in load_examples(rules_folder()).items()
    for example in sorted(examples, key=lambda example: bool(example.gives))
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: Example) -> None:
    got = list(read(example.text, section=example.section, year=example.year, organ=example.organ)[0])
    for name, given in example.gives.items():
        for wanted in _wanted(given):
            fact = next((fact for fact in got if fact.name == name and _fits(fact, wanted)), None)
            assert fact is not None, f"{name} {wanted} is not among {[_said(fact) for fact in got]}"
            got.remove(fact)
    assert [_said(fact) for fact in got] == []


@pytest.mark.parametrize(
    ("wording", "examples"), [pytest.param(*pair, id=pair[0]) for pair in load_examples(rules_folder()).items()]
)
def test_a_wording_is_shown_by_its_own_examples(wording: str, examples: list[Example]) -> None:
    assert examples, wording


def _wanted(given: Given) -> list[Stated]:
    listed = given if isinstance(given, list) else [given]
    return [one if isinstance(one, Stated) else Stated(value=str(one).lower()) for one in listed]


def _fits(fact: Fact, wanted: Stated) -> bool:
    return shown(fact.value) == wanted.value and all(
        said is None or getattr(fact, name) == said
        for name in ("dimensions", "scope", "period", "approximate", "confidence")
        for said in (getattr(wanted, name),)
    )


def _said(fact: Fact) -> tuple[str, ...]:
    return (fact.name, shown(fact.value), str(fact.dimensions), fact.scope or "", fact.period or "", fact.confidence)
