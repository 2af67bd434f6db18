"""A pack with mistakes lists all of them with their lines; the shipped packs have none, and their cases hold."""

from functools import lru_cache
from pathlib import Path

import pytest

from disclosecheck.kinds.registry import KINDS
from disclosecheck.model.errors import PackError
from disclosecheck.model.rule import Text
from disclosecheck.model.wording import render
from disclosecheck.rulebook.cases import CaseResult, try_cases
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.forms import load_forms
from disclosecheck.rulebook.lint import lint
from disclosecheck.rulebook.messages import load_messages
from disclosecheck.rulebook.names import Names
from disclosecheck.rulebook.packs import PackFile, joined, load_pack_files, parse_pack
from disclosecheck.rulebook.registry import load_registry
from disclosecheck.rulebook.yaml_source import parse_yaml, read_yaml

HEAD = """id: trial
version: "1"
title: {zh: 试验, en: Trial}
authority: 试验
kind: key_points
rules:
"""
RULE = """  - id: rate
    title: {zh: 比例, en: Rate}
    kind: threshold
    fact: diversified_interpretation_rate
    at_least: 60
    severity: error
    basis: 试验
"""
SUM = """  - id: sum
    title: {zh: 合计, en: Sum}
    kind: equation
    left: [t3_requests.granted.total]
    right: [t3_requests.results_total.total]
    severity: error
    basis: 试验
"""
CLAUSES = HEAD.replace("rules:\n", "clauses: [{id: 二（一）, title: {zh: 解读, en: Interpretation}}]\nrules:\n")
WORDS = """  - id: words
    title: {zh: 用语, en: Words}
    kind: wording
    patterns: [待补充]
    severity: error
    basis: 试验
"""


@lru_cache(maxsize=1)
def names() -> Names:
    return Names(forms=load_forms(rules_folder()), facts=frozenset(load_registry(rules_folder())))


@lru_cache(maxsize=1)
def messages() -> dict[str, Text]:
    return load_messages(rules_folder())


@lru_cache(maxsize=1)
def shipped() -> dict[str, PackFile]:
    return load_pack_files(rules_folder(), names().forms, load_registry(rules_folder()))


def problems(text: str) -> list[tuple[int | None, str]]:
    try:
        parse_pack(parse_yaml(text, "trial.yaml"), names())
    except PackError as error:
        return [(line, render(message, messages()).en) for line, message in error.problems]
    return []


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        pytest.param(HEAD + RULE.replace("at_least", "at_leas"), 11, 'did you mean "at_least"', id="a key misspelt"),
        pytest.param(
            HEAD + RULE.replace("severity", "severty"), 12, 'did you mean "severity"', id="a common key misspelt"
        ),
        pytest.param(HEAD + RULE.replace("threshold", "treshold"), 9, 'did you mean "threshold"', id="a kind misspelt"),
        pytest.param(
            HEAD + RULE.replace("_rate", "_rat"), 10, 'did you mean "diversified_int', id="a fact nobody knows"
        ),
        pytest.param(HEAD + SUM.replace("granted", "grunted"), 10, "grunted.total", id="a cell that no form has"),
        pytest.param(HEAD + RULE.replace("60", "much"), 11, "does not fit", id="a word for a number"),
        pytest.param(HEAD + RULE.replace("error", "grave"), 12, "is not one of error, warning, info", id="a severity"),
        pytest.param(HEAD + RULE.replace(", en: Rate", ""), 8, "lacks its text in en", id="no English"),
        pytest.param(HEAD + RULE.replace("    basis: 试验\n", ""), 7, '"basis" is missing', id="no basis"),
        pytest.param(
            HEAD + RULE.replace("at_least: 60", "at_least: 60\n    at_most: 70"), 7, "exactly one", id="two bounds"
        ),
        pytest.param(HEAD + RULE + RULE, 14, 'the rule id "rate" stands twice', id="an id twice"),
        pytest.param(
            HEAD.replace("authority", "autority") + RULE, 4, 'did you mean "authority"', id="a key of the pack"
        ),
        pytest.param(HEAD.replace("key_points", "keypoints") + RULE, 5, "is not one of", id="a sort of pack"),
        pytest.param(HEAD.replace('"1"', "1") + RULE, 2, "does not fit", id="a version that is a number"),
        pytest.param(HEAD + WORDS.replace("待补充", "(?<!待)补充"), 10, "is no RE2", id="a pattern with look-behind"),
        pytest.param(HEAD + WORDS.replace("[待补充]", '["待补充("]'), 10, "is no RE2", id="a pattern left open"),
        pytest.param(CLAUSES + RULE, 6, "has no rule", id="a clause that no rule renders"),
        pytest.param(
            CLAUSES + RULE + "    clause: 二（二）\n", 15, "lists no clause", id="a clause that is not listed"
        ),
        pytest.param("- id: trial\n", 1, "keys with values", id="a list for a pack"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, said: str) -> None:
    found = problems(text)
    assert any(place == line and said in message for place, message in found), found


def test_all_mistakes_come_at_once() -> None:
    text = HEAD + RULE.replace("at_least", "at_leas") + SUM.replace("granted", "grunted").replace("error", "grave")
    assert [line for line, _ in problems(text)] == [11, 17, 19]


def test_a_sound_pack_has_no_problem() -> None:
    assert problems(HEAD + RULE + SUM) == []
    assert problems(CLAUSES + RULE + "    clause: 二（一）\n" + SUM) == []


@pytest.mark.parametrize("path", sorted((rules_folder() / "packs").glob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_packs_lint_clean(path: Path) -> None:
    assert [(line, render(message, messages()).en) for line, message in lint(read_yaml(path), names())] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(RULE, "has no case that it passes", id="no cases"),
        pytest.param(RULE, "does not say what to do", id="no remedy"),
        pytest.param(RULE.replace("id: rate", "id: Rate_1"), "lower-case letters", id="an id in capitals"),
        pytest.param(RULE.replace("zh: 比例", "zh: Rate"), "lacks one of the languages", id="English twice"),
    ],
)
def test_lint(text: str, said: str) -> None:
    found = [render(message, messages()).en for _, message in lint(parse_yaml(HEAD + text, "trial.yaml"), names())]
    assert any(said in message for message in found), found


def results() -> list[tuple[str, CaseResult]]:
    return [
        (name, result)
        for name, (pack, _) in joined(shipped()).items()
        for result in try_cases(pack, shipped(), names().forms)
    ]


@pytest.mark.parametrize(
    ("pack", "result"), [pytest.param(pack, r, id=f"{pack}/{r.rule}: {r.name}") for pack, r in results()]
)
def test_case(pack: str, result: CaseResult) -> None:
    assert result.problem is None, render(result.problem, messages()).en


def test_a_wrong_expectation_is_a_failed_case() -> None:
    text = (
        HEAD
        + RULE
        + "    cases:\n      - {name: wrong, expect: pass}\n      - {name: nonsense, given: {cels: {}}, expect: open}\n"
    )
    file = parse_pack(parse_yaml(text, "trial.yaml"), names())
    found = [
        render(result.problem, messages()).en
        for result in try_cases(file.pack, {"trial": file}, names().forms)
        if result.problem
    ]
    assert found[0] == "expected pass, got open"
    assert "cels" in found[1]


def test_every_kind_is_used_by_a_shipped_rule() -> None:
    used = {rule.kind for pack, _ in joined(shipped()).values() for rule in pack.rules}
    assert used == set(KINDS)


def test_each_rule_of_the_contract_s_statutory_presence_cells_and_sums_is_required() -> None:
    required = {rule.id for rule in joined(shipped())["cn-annual-report-2021"][0].rules if rule.required}
    assert required == {
        "sections-present",
        "tables-not-pictures",
        "tables-present",
        "rows-present",
        "columns-present",
        "cells-without-template",
        "cells-without-placeholders",
        "cells-without-letters",
        "cells-exact",
        "cells-are-numbers",
        "cells-filled",
        "cells-read",
        "requests-balance",
        "results-sum",
        "applicants-sum",
        "review-litigation-sum",
    }


def test_the_document_that_prescribes_the_form_is_the_basis() -> None:
    packs = joined(shipped())
    for name, document in (("cn-annual-report-2019", "〔2019〕60号"), ("cn-annual-report-2021", "〔2021〕30号")):
        required = [rule for rule in packs[name][0].rules if rule.required]
        assert required
        assert [rule.id for rule in required if document not in rule.basis] == []
        assert not any("{" in rule.basis for rule in packs[name][0].rules)
