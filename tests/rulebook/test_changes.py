"""An office's own numbers in place of those that a pack made up."""

from pathlib import Path

import pytest

from disclosecheck.engine.choose import choose
from disclosecheck.model.errors import PackError
from disclosecheck.model.fact import FactSet, Identity
from disclosecheck.model.rule import RulePack
from disclosecheck.rulebook.load import load_catalogue

FORMS = "shanghai-health-2021/forms-of-interpretation"
PACK = """
id: linjiang-2021
version: "1"
title: {{zh: 临江区要点, en: Key points of Linjiang}}
authority: 临江区
kind: key_points
extends: [cn-annual-report, shanghai-health-2021]
changes:
  {rule}: {changes}
rules: []
"""


def chosen(folder: Path, rule: str, changes: str) -> dict[str, RulePack]:
    path = folder / "own.yaml"
    path.write_text(PACK.format(rule=rule, changes=changes), "utf-8")
    catalogue = load_catalogue((str(path),))
    facts = FactSet(document=None, identity=Identity(kind="metrics", year=2021), form=None)
    packs = choose(facts, catalogue, (catalogue.packs[str(path)],)).packs
    return {pack.id: pack for pack in packs}


def test_a_number_and_its_severity_are_changed_and_the_basis_says_by_whom(tmp_path: Path) -> None:
    packs = chosen(tmp_path, FORMS, "{at_least: 3, severity: warning}")
    assert list(packs) == ["shanghai-health-2021", "linjiang-2021"]
    rule = next(rule for rule in packs["shanghai-health-2021"].rules if rule.id == "forms-of-interpretation")
    assert (rule.params["at_least"], rule.severity, rule.threshold_from) == (3, "warning", "default")
    assert rule.basis.endswith("（linjiang-2021 改定）")


def test_other_rules_and_other_calls_keep_theirs(tmp_path: Path) -> None:
    own = chosen(tmp_path, FORMS, "{at_least: 3}")["shanghai-health-2021"].rules
    shipped = load_catalogue().packs["shanghai-health-2021"].rules
    differing = [one.id for one, other in zip(own, shipped, strict=True) if one != other]
    assert differing == ["forms-of-interpretation"]


@pytest.mark.parametrize(
    ("rule", "changes", "code"),
    [
        pytest.param(
            "shanghai-health-2021/form-of-interpretation", "{at_least: 3}", "change_of_nothing", id="misspelt"
        ),
        pytest.param(
            "jinan-health-2021/trainings-held", "{at_least: 3}", "change_of_nothing", id="a pack not extended"
        ),
        pytest.param("forms-of-interpretation", "{at_least: 3}", "change_of_nothing", id="no pack named"),
        pytest.param(
            "shanghai-health-2021/diversified-interpretation-rate",
            "{at_least: 50}",
            "change_of_text",
            id="a number of the authority's",
        ),
        pytest.param(
            "shanghai-health-2021/fees-managed", "{severity: info}", "change_of_text", id="a demand without a number"
        ),
        pytest.param(FORMS, "{at_leest: 3}", "unknown_key", id="a key misspelt"),
        pytest.param(FORMS, "{at_least: three}", "misfit", id="no number"),
        pytest.param(FORMS, "{at_most: 3}", "misfit_rule", id="two bounds"),
        pytest.param(FORMS, "{severity: grave}", "choice", id="no such severity"),
    ],
)
def test_what_cannot_be_changed_is_told_with_its_line(tmp_path: Path, rule: str, changes: str, code: str) -> None:
    with pytest.raises(PackError) as raised:
        chosen(tmp_path, rule, changes)
    [(line, message)] = raised.value.problems
    assert (line, message.key) == (9, f"pack.{code}")
