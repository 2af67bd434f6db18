"""Every type of the catalogue of mistakes has a rule, or a reason why it has none."""

import runpy
from pathlib import Path

import pytest

DOCS = Path(__file__).parent.parent.parent / "docs"


@pytest.fixture(scope="module")
def module():
    return runpy.run_path(str(DOCS / "error_types_page.py"))


def test_every_type_has_a_rule_or_a_reason(module) -> None:
    data, rules = module["catalogue"](), module["rules_of_types"]()
    assert set(data["types"]) - set(rules) == set(data["without_rule"])


def test_rules_name_no_other_types(module) -> None:
    assert set(module["rules_of_types"]()) <= set(module["catalogue"]()["types"])


def test_the_page_is_up_to_date(module) -> None:
    assert module["page"]() == (DOCS / "error-types.md").read_text("utf-8"), "run: python docs/error_types_page.py"
