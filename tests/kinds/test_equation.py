"""Sums of cells: what holds, what fails, and what a blank allows to say."""

from decimal import Decimal

import pytest
from given import APPLICANTS, T3, T4, ask, facts_of, outcomes

BALANCE = {
    "for_each": "column",
    "left": [f"{T3}.new_received", f"{T3}.carried_in"],
    "right": [f"{T3}.results_total", f"{T3}.carried_forward"],
}
RESULTS = {"for_each": "column", "left": [{"leaves": T3}], "right": [f"{T3}.results_total"]}
APPLICANT_SUM = {
    "for_each": "row",
    "left": [f"{T3}.natural_person", {"group": f"{T3}.organisations"}],
    "right": [f"{T3}.total"],
}
BLOCKS = {"for_each": "block", "left": [{"parts": T4}], "right": [{"totals": T4}]}


def total(key: str) -> str:
    return f"{T3}.{key}.total"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param({"carried_forward": 4}, "fail", id="one too many"),
        pytest.param({"carried_forward": ""}, "open", id="blank is not zero"),
        pytest.param({"carried_forward": "-"}, "open", id="a dash is not zero"),
        pytest.param({"carried_forward": "无"}, "open", id="a word is not zero"),
        pytest.param({"new_received": "", "results_total": ""}, "open", id="both sides lack a number"),
        pytest.param(
            {"new_received": "", "results_total": 30}, "open", id="more processed than is printed as received"
        ),
        pytest.param(
            {"carried_in": "", "new_received": 30}, "fail", id="more received than was processed, blank or not"
        ),
        pytest.param({"carried_in": "", "new_received": 21}, "open", id="as much received as processed, and a blank"),
        pytest.param({}, "pass", id="sides agree"),
    ],
)
def test_balance(changed: dict[str, object], expected: str) -> None:
    figures = {"new_received": 20, "carried_in": 1, "results_total": 18, "carried_forward": 3} | changed
    facts = facts_of(cells={total(key): value for key, value in figures.items()})
    assert outcomes(ask("equation", BALANCE, facts)) == [expected]


@pytest.mark.parametrize(
    ("params", "edition", "given", "count"),
    [
        pytest.param(BALANCE, "2021", {}, 7, id="a balance for each column"),
        pytest.param(RESULTS, "2021", {}, 7, id="a sum of results for each column"),
        pytest.param(APPLICANT_SUM, "2021", {}, 25, id="25 rows in edition 2021"),
        pytest.param(APPLICANT_SUM, "2019", {}, 23, id="23 rows in edition 2019"),
        pytest.param(APPLICANT_SUM, "2021", {"one_row_other": True}, 23, id="23 rows with 其他处理 in one"),
        pytest.param(BLOCKS, "2021", {}, 3, id="three blocks"),
    ],
)
def test_a_verdict_for_each_subject(
    params: dict[str, object], edition: str, given: dict[str, object], count: int
) -> None:
    verdicts = ask("equation", params, facts_of(edition, **given))  # type: ignore[arg-type]
    assert [verdict.outcome for verdict in verdicts] == ["pass"] * count


@pytest.mark.parametrize(
    ("edition", "given", "leaves"),
    [
        pytest.param("2021", {}, 21, id="21 results in edition 2021"),
        pytest.param("2019", {}, 19, id="19 results in edition 2019"),
        pytest.param("2021", {"one_row_other": True}, 19, id="19 with 其他处理 in one row"),
    ],
)
def test_leaves_are_those_of_the_form_as_read(edition: str, given: dict[str, object], leaves: int) -> None:
    verdict = ask("equation", RESULTS, facts_of(edition, **given))[0]  # type: ignore[arg-type]
    assert verdict.balance is not None
    assert len(verdict.balance.terms) == leaves + 1


def test_a_failed_sum_says_what_is_expected_what_is_there_and_where() -> None:
    facts = facts_of(cells={f"{T3}.granted.{key}": 2 for key in APPLICANTS} | {total("granted"): 13})
    failed = next(verdict for verdict in ask("equation", APPLICANT_SUM, facts) if verdict.outcome == "fail")
    assert (failed.expected, failed.actual) == ("12", "13")
    assert [evidence.column for evidence in failed.evidence] == ["total", *APPLICANTS]
    assert failed.balance is not None
    assert failed.balance.residual == Decimal(-1)


def test_an_open_sum_names_the_cells_it_lacks() -> None:
    facts = facts_of(cells={f"{T4}.review_pending": "", f"{T4}.review_other": "/"})
    opened = next(verdict for verdict in ask("equation", BLOCKS, facts) if verdict.outcome == "open")
    assert opened.absent == (f"{T4}.review_other", f"{T4}.review_pending")
    assert opened.balance is None


@pytest.mark.parametrize(
    ("figures", "hint"),
    [
        pytest.param({"granted": 5, "np_duplicate": 2, "results_total": 0}, "hint.total_zero", id="total left at 0"),
        pytest.param({"granted": 12, "np_duplicate": 49, "results_total": 16}, "hint.swapped", id="16 for 61"),
        pytest.param({"granted": 30, "np_duplicate": 4, "results_total": 30}, "hint.one_cell", id="an item left out"),
        pytest.param({"granted": 30, "np_duplicate": 1, "results_total": 30}, "", id="a difference of 1 tells nothing"),
        pytest.param({"granted": 30, "np_duplicate": 4, "results_total": 37}, "", id="no pattern, no hint"),
    ],
)
def test_hints(figures: dict[str, int], hint: str) -> None:
    facts = facts_of(cells={total(key): value for key, value in figures.items()})
    failed = next(verdict for verdict in ask("equation", RESULTS, facts) if verdict.outcome == "fail")
    given = failed.message.params["hint"]
    assert (given if isinstance(given, str) else getattr(given, "key", None)) == hint


@pytest.mark.parametrize(
    ("in_force", "expected"),
    [
        pytest.param(3, "fail", id="fewer than were issued and not repealed"),
        pytest.param(5, "pass", id="exactly those"),
        pytest.param("", "open", id="blank"),
    ],
)
def test_at_least(in_force: object, expected: str) -> None:
    params = {"for_each": "row", "left": ["t2_art20_1.in_force", "t2_art20_1.repealed"], "right": ["t2_art20_1.issued"]}
    row = "t2_art20_1.normative_documents"
    facts = facts_of(cells={f"{row}.issued": 6, f"{row}.repealed": 1, f"{row}.in_force": in_force})
    assert outcomes(ask("equation", {**params, "relation": "at_least"}, facts)) == [expected]


def test_a_rule_about_cells_that_the_form_lacks_does_not_apply() -> None:
    params = {"for_each": "row", "left": ["t2_art20_1.in_force"], "right": ["t2_art20_1.issued"]}
    assert outcomes(ask("equation", params, facts_of("2019"))) == ["not_applicable"]
