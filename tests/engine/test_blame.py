"""One wrong cell is one primary finding that names it; several are told apart; nobody guesses."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import APPLICANTS, T3, T4, figures, judge, places, primary, report, value

from disclosecheck.model.form import Edition

TOTALS = "cn-annual-report-2021"


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_clean_report_has_nothing_to_say(edition: Edition) -> None:
    checked = judge(report(edition))
    assert primary(checked) == []
    expected = (42, 200) if edition == "2021" else (40, 198)
    assert (checked.coverage.equations_judged, checked.coverage.cells_read) == expected


@settings(max_examples=250, deadline=None)
@given(cell=st.sampled_from(sorted(figures("2021"))), off=st.sampled_from([1, -1]))
def test_any_cell_off_by_one_is_one_finding_that_names_it(cell: str, off: int) -> None:
    found = primary(judge(report(cells={cell: value(cell) + off})), "fail")
    assert len(found) == 1
    assert cell in places(found[0])
    if cell.startswith(T3):  # a cell of table 3 stands in two sums or more, and its true value is known
        assert places(found[0]) == {cell}
        assert found[0].expected == str(value(cell))


@settings(max_examples=60, deadline=None)
@given(cell=st.sampled_from(sorted(figures("2019"))), off=st.integers(-9, 99).filter(bool))
def test_any_cell_of_the_form_of_2019_off_by_any_amount(cell: str, off: int) -> None:
    found = primary(judge(report("2019", {cell: max(0, value(cell, "2019") + off)})), "fail")
    assert len(found) == 1
    assert cell in places(found[0])


LEAF, ELSEWHERE, SAME_ROW, SAME_COLUMN = (
    f"{T3}.granted.natural_person",
    f"{T3}.np_duplicate.other_org",
    f"{T3}.granted.other_org",
    f"{T3}.np_duplicate.natural_person",
)
THIRD = f"{T3}.granted.legal_service_org"


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        pytest.param({LEAF: 1, ELSEWHERE: 2}, [LEAF, ELSEWHERE], id="two rows, two columns"),
        pytest.param({LEAF: 1, SAME_ROW: 2}, [LEAF, SAME_ROW], id="two cells of one row"),
        pytest.param({LEAF: 1, SAME_COLUMN: 2}, [LEAF, SAME_COLUMN], id="two cells of one column"),
        pytest.param({LEAF: 3, SAME_ROW: -1, THIRD: 5}, [LEAF, SAME_ROW, THIRD], id="three cells of one row"),
        pytest.param(
            {LEAF: 1, f"{T3}.results_total.research_institution": 4, f"{T4}.direct_total": 1},
            [LEAF, f"{T3}.results_total.research_institution", f"{T4}.direct_total"],
            id="three of different kinds",
        ),
    ],
)
def test_several_wrong_cells_are_told_apart(wrong: dict[str, int], named: list[str]) -> None:
    found = primary(judge(report(cells={cell: value(cell) + off for cell, off in wrong.items()})), "fail")
    assert len(found) == len(named)
    assert all(any(cell in places(finding) for finding in found) for cell in named)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({LEAF: 1, ELSEWHERE: 1}, id="two pairs would do"),
        pytest.param({LEAF: 3, SAME_ROW: -1, SAME_COLUMN: 5}, id="several sets of three would do"),
    ],
)
def test_where_nobody_can_tell_the_candidates_are_listed(wrong: dict[str, int]) -> None:
    checked = judge(report(cells={cell: value(cell) + off for cell, off in wrong.items()}))
    found = primary(checked, "fail")
    assert len(found) == 4  # two rows and two columns, none of which can be said to follow from another
    assert all("one of these may be wrong" in finding.message.en for finding in found)
    assert all(finding.expected != str(value(LEAF)) for finding in found)


def test_errors_that_cancel_in_the_row_are_one_finding_of_their_columns() -> None:
    checked = judge(report(cells={LEAF: value(LEAF) + 1, SAME_ROW: value(SAME_ROW) - 1}))
    (found,) = primary(checked, "fail")
    assert found.rule == f"{TOTALS}/results-sum"
    assert "make up for one another" in found.message.en
    assert places(found) != {LEAF}  # granted holds: nobody knows which cell
    (explanation,) = [finding for finding in checked.findings if finding.error_type == "E-E09"]
    assert (explanation.outcome, explanation.because_of) == ("fail", found.rule)


@pytest.mark.parametrize(
    "pair",
    [
        pytest.param(("results_total.natural_person", "results_total.other_org"), id="two totals of one row"),
        pytest.param(("new_received.natural_person", "new_received.other_org"), id="two figures of new requests"),
        pytest.param(("granted.total", "np_duplicate.total"), id="two results of the total column"),
        pytest.param(("carried_in.other_org", "carried_forward.other_org"), id="carried in and carried forward"),
        pytest.param(("granted.natural_person", "new_received.natural_person"), id="two that share no sum"),
    ],
)
def test_two_exchanged_cells_are_one_finding_that_names_both(pair: tuple[str, str]) -> None:
    one, other = (f"{T3}.{cell}" for cell in pair)
    checked = judge(report(cells={one: value(other), other: value(one)}))
    (found,) = primary(checked, "fail")
    assert places(found) == {one, other}


def test_a_text_that_tells_the_true_figure_of_exchanged_cells_follows() -> None:
    one, other = f"{T3}.new_received.natural_person", f"{T3}.new_received.other_org"
    stated = {"name": "requests_from_natural_persons", "value": value(one), "paragraph": 6}
    (found,) = primary(judge(report(cells={one: value(other), other: value(one)}, facts=[stated])), "fail")
    assert places(found) == {one, other}


def test_a_row_of_totals_left_at_0_is_one_finding() -> None:
    zeros: dict[str, Any] = {cell: 0 for cell in figures("2021") if cell.startswith(f"{T3}.results_total.")}
    checked = judge(report(cells=zeros))
    (found,) = primary(checked, "fail")
    assert "7 totals are 0" in found.message.en
    assert {finding.because_of for finding in checked.findings if finding.error_type == "E-E12"} == {found.rule}


@pytest.mark.parametrize("step", [pytest.param(1, id="to the right"), pytest.param(-1, id="to the left")])
@pytest.mark.parametrize("key", ["granted", "results_total", "carried_in"])
def test_a_row_shifted_by_a_column_is_one_finding(key: str, step: int) -> None:
    row = [f"{T3}.{key}.{column}" for column in (*APPLICANTS, "total")]
    printed = [value(cell) for cell in row]
    shifted = [0, *printed[:-1]] if step > 0 else [*printed[1:], 0]
    checked = judge(report(cells=dict(zip(row, shifted, strict=True))))
    (found,) = primary(checked, "fail")
    assert key in found.message.en
    assert "every sum holds" in found.message.en
    (explanation,) = [finding for finding in checked.findings if finding.error_type == "E-C08"]
    assert (explanation.outcome, explanation.because_of) == ("review", found.rule)


def test_a_shifted_row_with_a_blank_before_it_is_one_failure() -> None:
    row = [f"{T3}.granted.{column}" for column in (*APPLICANTS, "total")]
    printed: list[Any] = ["", *(value(cell) for cell in row[:-1])]
    checked = judge(report(cells=dict(zip(row, printed, strict=True))))
    (found,) = primary(checked, "fail")
    assert "every sum holds" in found.message.en
    assert "is exactly what" not in found.message.en  # one reason for all sums, and no other guess at one of them
    assert [finding.error_type for finding in primary(checked, "open")] == ["E-D02"]


def test_what_is_unusual_does_not_follow_from_a_text_that_differs() -> None:
    """Sixty more came in and were carried forward: the text knows nothing of them, and they are many all the same."""
    more = {
        f"{T3}.{row}.{column}": 900 for row in ("new_received", "carried_forward") for column in ("other_org", "total")
    }
    cells = {cell: value(cell) + by for cell, by in more.items()}
    stated = [{"name": "requests_carried_forward", "value": value(f"{T3}.carried_forward.total"), "paragraph": 12}]
    found = primary(judge(report(cells=cells, facts=stated)))
    assert {finding.error_type for finding in found} == {"E-G03", "E-I04"}


def test_the_text_does_not_part_a_shifted_row() -> None:
    """One cell of the row is told by the text; that all its figures moved explains more."""
    row = [f"{T3}.granted.{column}" for column in (*APPLICANTS, "total")]
    printed: list[Any] = ["", *(value(cell) for cell in row[:-1])]
    stated = [{"name": "requests_granted", "value": value(row[-1]), "paragraph": 12}]
    (found,) = primary(judge(report(cells=dict(zip(row, printed, strict=True)), facts=stated)), "fail")
    assert "every sum holds" in found.message.en


@pytest.mark.parametrize(
    ("changed", "stated", "types"),
    [
        pytest.param({LEAF: value(LEAF) + 0.5}, [], ["E-D03"], id="a fraction spoils its sums"),
        pytest.param(
            {cell: 0 for cell in figures("2021") if cell.startswith(T3) and cell.endswith(".total")},
            [("requests_granted", f"{T3}.granted.total"), ("requests_received", f"{T3}.new_received.total")],
            ["E-E03"],
            id="totals left at 0 are no slips of the text",
        ),
        pytest.param(
            {f"{T3}.granted.total": value(f"{T3}.granted.total") + 5},
            [("requests_granted", f"{T3}.granted.natural_person")],
            ["E-E02", "E-G06"],
            id="a text that does not agree with the corrected figure either",
        ),
    ],
)
def test_what_rests_on_a_wrong_cell_follows(
    changed: dict[str, Any], stated: list[tuple[str, str]], types: list[str]
) -> None:
    facts = [{"name": name, "value": value(cell), "paragraph": 12} for name, cell in stated]
    found = primary(judge(report(cells=changed, facts=facts)), "fail")
    assert [finding.error_type for finding in found] == types


@pytest.mark.parametrize(
    ("changed", "types"),
    [
        pytest.param({f"{T4}.review_total": value(f"{T4}.review_total") + 4}, {"E-E10"}, id="upheld counted twice"),
        pytest.param({LEAF: value(LEAF) + 1}, set(), id="the wrong cell is known, and nothing is supposed"),
    ],
)
def test_what_is_merely_likely_follows_or_is_not_said(changed: dict[str, int], types: set[str]) -> None:
    checked = judge(report(cells=changed))
    assert len(primary(checked)) == 1
    supposed = [finding for finding in checked.findings if finding.outcome == "review"]
    assert {finding.error_type for finding in supposed} == types
    assert all(finding.because_of for finding in supposed)


def test_what_follows_names_the_primary_rule() -> None:
    cell = f"{T3}.results_total.total"
    stated = {"name": "requests_completed", "value": value(cell), "paragraph": 6}
    checked = judge(report(cells={cell: value(cell) + 1}, facts=[stated]))
    (found,) = primary(checked, "fail")
    followers = [finding for finding in checked.findings if finding.because_of == found.rule]
    assert found.rule == f"{TOTALS}/requests-balance"
    assert {finding.rule.split("/")[1] for finding in followers} == {
        "results-sum",
        "applicants-sum",
        "prose-requests-completed",
    }


@pytest.mark.parametrize(
    ("stated", "count"),
    [
        pytest.param(10, 1, id="the text tells the true total: one finding"),
        pytest.param(11, 1, id="the text repeats the wrong total: one finding"),
        pytest.param(12, 2, id="the text says a third thing: two findings"),
    ],
)
def test_table_four_with_the_text_as_witness(stated: int, count: int) -> None:
    cell = f"{T4}.review_total"
    assert value(cell) == 10
    fact = {"name": "review_cases", "value": stated, "paragraph": 6}
    found = primary(judge(report(cells={cell: 11}, facts=[fact])), "fail")
    assert len(found) == count
    assert (places(found[0]) == {cell}) is (stated == 10)


def test_wrong_text_over_a_sound_table_is_the_text_s_finding() -> None:
    fact = {"name": "review_cases", "value": 12, "paragraph": 6}
    (found,) = primary(judge(report(facts=[fact])), "fail")
    assert found.rule == f"{TOTALS}/prose-reviews"
    assert (found.expected, found.actual) == ("10", "12")


@pytest.mark.parametrize("cell", [f"{T4}.review_other", f"{T3}.granted.other_org"])
def test_a_negative_cell_is_one_finding(cell: str) -> None:
    (found,) = primary(judge(report(cells={cell: -2})), "fail")
    assert found.rule == f"{TOTALS}/cells-not-negative"
    assert found.expected == str(value(cell))


def test_totals_left_at_0_are_one_finding() -> None:
    zeros: dict[str, Any] = {cell: 0 for cell in figures("2021") if cell.startswith(T3) and cell.endswith(".total")}
    (found,) = primary(judge(report(cells=zeros)), "fail")
    assert found.rule == f"{TOTALS}/applicants-sum"
    assert f"{T3}.carried_forward.total" in places(found)


def test_one_misreading_in_the_text_is_one_finding() -> None:
    """Those carried in are counted among the received, and among the natural persons: one slip, two figures."""
    new, carried = f"{T3}.new_received", f"{T3}.carried_in"
    stated = [
        {"name": "requests_received", "value": value(f"{new}.total") + value(f"{carried}.total"), "paragraph": 6},
        {
            "name": "requests_from_natural_persons",
            "value": value(f"{new}.natural_person") + value(f"{carried}.natural_person"),
            "paragraph": 6,
        },
    ]
    (found,) = primary(judge(report(facts=stated)), "fail")
    assert found.rule == f"{TOTALS}/prose-requests-received"
    assert len(found.evidence) == 3  # both figures and the cell


def test_figures_of_another_scope_are_one_review() -> None:
    stated = [
        {"name": name, "value": 9000 + rank, "scope": "city", "paragraph": 6}
        for rank, name in enumerate(("requests_received", "requests_completed", "requests_granted", "requests_denied"))
    ]
    (found,) = primary(judge(report(facts=stated)))
    assert found.outcome == "review"
    assert [evidence.value for evidence in found.evidence if evidence.paragraph] == ["9000", "9001", "9002"]
