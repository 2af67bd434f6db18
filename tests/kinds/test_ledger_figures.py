"""Thresholds, deadlines and agreement where ledgers are handed in: the rows decide, and are named."""

from typing import Any

import pytest
from given import T3, ask, facts_of, outcomes

from disclosecheck.engine.check import check
from disclosecheck.engine.choose import choose
from disclosecheck.measures.load import measures
from disclosecheck.model.fact import FactSet
from disclosecheck.rulebook.load import load_catalogue

INQUIRIES = {"fact": "online_inquiry_reply_max_workdays", "at_most": 5}
INTERPRETED = {"fact": "policy_interpretation_rate", "at_least": 60}
MEETINGS = {"fact": "stakeholder_attended_meetings_count", "at_least": 3}
CATALOGUE = {"fact": "major_decision_catalogue_published_on", "by": "03-31"}


def replies(*days: tuple[str, str], **more: Any) -> dict[str, Any]:
    rows = [{"number": f"A{n}", "received": one, "answered": two} for n, (one, two) in enumerate(days)]
    return {"replies": {"rows": rows, "closing": "2021-12-31", **more}}


def policies(*interpreted: str) -> dict[str, Any]:
    """Documents of the year by the day of their interpretation; `2020` is one of the year before."""
    rows = [
        {"title": f"第{number}号", "published": "2021-03-01", "interpreted": said}
        if said != "2020"
        else {"title": f"第{number}号", "published": "2020-03-01", "interpreted": ""}
        for number, said in enumerate(interpreted)
    ]
    return {"policies": {"rows": rows}}


def meetings(*attended: str) -> dict[str, Any]:
    rows = [{"date": f"2021-03-{number:02d}", "attended": who} for number, who in enumerate(attended, start=1)]
    return {"meetings": {"rows": rows}}


def catalogues(*published: str) -> dict[str, Any]:
    rows = [{"name": f"目录{n}", "kind": "major_decisions", "published": day} for n, day in enumerate(published)]
    return {"catalogues": {"rows": rows}}


def given(ledgers: dict[str, Any], **more: Any) -> FactSet:
    return facts_of(ledgers=ledgers, year=2021, **more)


@pytest.mark.parametrize(
    ("days", "count"),
    [
        pytest.param(("2021-07-01", ""), "1", id="open and received after the closing"),
        pytest.param(("2020-07-01", ""), None, id="open since before"),
        pytest.param(("2021-07-01", "2021-07-02"), None, id="answered"),
        pytest.param(("2022-07-01", ""), None, id="of another year"),
    ],
)
def test_open_cases_received_after_the_closing_are_told(days: tuple[str, str], count: str | None) -> None:
    ledger = replies(("2021-03-01", "2021-03-08"), days, closing="2021-06-30")
    [verdict] = ask("threshold", INQUIRIES, given(ledger))
    said: Any = verdict.message.params["after_closing"]
    assert (said.params["count"] if said else None) == count


def not_told(rows: list[dict[str, str]]) -> tuple[str, ...]:
    """Titles of the columns whose lack the verdict tells."""
    [verdict] = ask("threshold", INQUIRIES, given({"replies": {"rows": rows, "closing": "2021-12-31"}}))
    said: Any = verdict.message.params["not_told"]
    return tuple(title.zh for title in said.params["columns"]) if said else ()


def test_a_ledger_that_tells_no_row_apart_says_so() -> None:
    days = {"received": "2021-03-01", "answered": "2021-03-08"}
    assert not_told([days]) == ("渠道", "是否简单问题")
    assert not_told([{**days, "channel": "site_message"}]) == ("是否简单问题",)
    assert not_told([{**days, "channel": "site_message", "simple": "no"}]) == ()


@pytest.mark.parametrize(
    ("kind", "params", "ledgers", "expected", "lines"),
    [
        pytest.param("threshold", INQUIRIES, replies(("2021-03-01", "2021-03-08")), "pass", [2], id="the fifth day"),
        pytest.param("threshold", INQUIRIES, replies(("2021-03-01", "2021-03-09")), "fail", [2], id="the sixth"),
        pytest.param(
            "threshold",
            INQUIRIES,
            replies(("2021-03-01", "2021-03-09"), ("2021-03-01", "2021-03-02"), ("2021-03-01", "2021-03-10")),
            "fail",
            [2, 4],
            id="two of three",
        ),
        pytest.param(
            "threshold",
            INQUIRIES,
            replies(("2021-03-01", "2021-03-02"), ("2021-03-01", "?")),
            "review",
            [2, 3],
            id="an unreadable one may be late",
        ),
        pytest.param(
            "threshold",
            INQUIRIES,
            replies(("2021-03-01", "2021-03-09"), ("2021-03-01", "?")),
            "fail",
            [2],
            id="late whatever the unreadable one is",
        ),
        pytest.param("threshold", INQUIRIES, replies(("?", "2021-03-02")), "review", [2], id="none can be read"),
        pytest.param("threshold", INTERPRETED, policies("2021-03-02", "2021-03-02", ""), "pass", [None], id="66.7 %"),
        pytest.param("threshold", INTERPRETED, policies("2021-03-02", "", ""), "fail", [3, 4], id="33.3 %"),
        pytest.param(
            "threshold",
            INTERPRETED,
            policies("2021-03-02", "", "?"),
            "review",
            [3, 4],
            id="33.3 or 66.7 % with the third",
        ),
        pytest.param(
            "threshold",
            INTERPRETED,
            policies("2021-03-02", "2021-03-02", "2021-03-02", "?"),
            "pass",
            [None],
            id="75 % at the least",
        ),
        pytest.param("threshold", INTERPRETED, policies("2021-03-02", "2020"), "pass", [None], id="one of last year"),
        pytest.param(
            "threshold", MEETINGS, meetings("stakeholder", "none", "public"), "fail", [2, 4], id="two meetings of three"
        ),
        pytest.param(
            "threshold", MEETINGS, meetings("stakeholder", "expert+stakeholder", "public"), "pass", [None], id="three"
        ),
        pytest.param("threshold", MEETINGS, meetings("expert", "media", "deputy"), "fail", [None], id="no stakeholder"),
        pytest.param("threshold", MEETINGS, meetings("stakeholder", "public", "?"), "review", [2, 3, 4], id="perhaps"),
        pytest.param("deadline", CATALOGUE, catalogues("2021-03-31"), "pass", [2], id="on the last day"),
        pytest.param("deadline", CATALOGUE, catalogues("2021-04-01"), "fail", [2], id="a day late"),
        pytest.param("deadline", CATALOGUE, catalogues("2021-06-01", "2021-03-01"), "pass", [3], id="changed later"),
        pytest.param(
            "deadline", CATALOGUE, catalogues("2021-04-01", "?"), "review", [2, 3], id="another may be earlier"
        ),
    ],
)
def test_rows_decide(
    kind: str, params: dict[str, Any], ledgers: dict[str, Any], expected: str, lines: list[int | None]
) -> None:
    [verdict] = ask(kind, params, given(ledgers))
    assert verdict.outcome == expected
    assert [place.line for place in verdict.evidence] == lines


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(3, "fail", id="what is stated would pass"),
        pytest.param(9, "fail", id="what is stated would fail"),
    ],
)
def test_a_ledger_goes_before_what_is_stated(stated: int, expected: str) -> None:
    facts = given(
        replies(("2021-03-01", "2021-03-09")),
        facts=[{"name": "online_inquiry_reply_max_workdays", "value": stated, "source": "metrics"}],
    )
    [verdict] = ask("threshold", INQUIRIES, facts)
    assert (verdict.outcome, verdict.actual) == (expected, "6")


def test_a_finding_names_the_first_rows_and_says_how_many_there_are() -> None:
    days = [("2021-03-01", "2021-03-09")] * 80
    [verdict] = ask("threshold", INQUIRIES, given(replies(*days)))
    assert [place.line for place in verdict.evidence] == list(range(2, 2 + measures().listed))
    rows = verdict.message.params["rows"]
    assert rows.key == "counted.rows_listed"  # type: ignore[union-attr]
    assert rows.params == {"count": "80", "listed": str(measures().listed)}  # type: ignore[union-attr]


def test_a_row_is_quoted_with_the_cells_that_matter() -> None:
    [verdict] = ask("threshold", INQUIRIES, given(replies(("2021-03-01", "2021-03-09"))))
    [place] = verdict.evidence
    assert (place.source, place.file, place.value) == ("records", "replies.csv", "6")
    assert place.quote == "编号：A0；收到日期：2021-03-01；答复日期：2021-03-09"


AGREE = {"with": "records"}
COUNT = "training_sessions_count"
TWO = {"trainings": {"rows": [{"date": "2021-03-01"}, {"date": "2021-09-01"}]}}
TWO_OR_THREE = {"trainings": {"rows": [{"date": "2021-03-01"}, {"date": "2021-09-01"}, {"date": "?"}]}}


@pytest.mark.parametrize(
    ("ledgers", "stated", "expected"),
    [
        pytest.param(TWO, [(2, "report"), (2, "metrics")], "pass", id="the same in all places"),
        pytest.param(TWO, [(2, "report"), (3, "metrics")], "fail", id="the metrics file differs"),
        pytest.param(TWO, [(3, "report"), (3, "metrics")], "fail", id="both differ"),
        pytest.param(TWO, [(3, "report"), (2, "report")], "pass", id="one of two sentences"),
        pytest.param(TWO, [(True, "report")], "pass", id="trainings were held"),
        pytest.param(TWO_OR_THREE, [(3, "metrics")], "review", id="the unreadable row may be the third"),
        pytest.param(TWO_OR_THREE, [(4, "metrics")], "fail", id="four it cannot be"),
        pytest.param(TWO, [], "not_applicable", id="stated nowhere"),
    ],
)
def test_statements_against_a_ledger(ledgers: dict[str, Any], stated: list[tuple[Any, str]], expected: str) -> None:
    facts = given(ledgers, facts=[{"name": COUNT, "value": value, "source": source} for value, source in stated])
    assert outcomes(ask("sources_agree", AGREE, facts)) == [expected]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param(66.67, "pass", id="rounded to two places"),
        pytest.param(66.7, "pass", id="rounded to one"),
        pytest.param(67, "pass", id="rounded to none"),
        pytest.param(66.6, "fail", id="rounded wrongly"),
    ],
)
def test_a_share_is_compared_as_far_as_it_is_written(stated: float, expected: str) -> None:
    facts = given(
        policies("2021-03-02", "2021-03-02", ""),
        facts=[{"name": "policy_interpretation_rate", "value": stated, "source": "metrics"}],
    )
    assert outcomes(ask("sources_agree", AGREE, facts)) == [expected]


def test_what_a_ledger_yields_is_compared_once() -> None:
    facts = given(TWO, facts=[{"name": COUNT, "value": 5}, {"name": COUNT, "value": 3, "source": "metrics"}])
    assert outcomes(ask("sources_agree", {}, facts)) == ["not_applicable"]
    [verdict] = ask("sources_agree", AGREE, facts)
    assert [place.source for place in verdict.evidence] == ["report", "metrics", "records"]


def judged(facts: FactSet, *rules: str) -> dict[str, tuple[str, str | None]]:
    """What does not pass, with what it follows from."""
    catalogue = load_catalogue()
    findings = check(facts, choose(facts, catalogue, rules), catalogue).findings
    return {one.rule: (one.outcome, one.because_of) for one in findings if one.outcome in ("fail", "review")}


LATE = {"requests": {"rows": [{"received": "2021-03-01", "answered": "2021-03-30"}], "closing": "2021-12-31"}}
OF_LAW = "cn-disclosure-ledgers/requests-answered-in-time"


@pytest.mark.parametrize("pack", ["shanghai-health-2021", "jinan-health-2021"])
def test_late_cases_are_one_defect_whatever_asks_for_them(pack: str) -> None:
    facts = given(LATE, cells={f"{T3}.new_received.total": 1, f"{T3}.results_total.total": 1}, organ=None)
    found = {rule: said for rule, said in judged(facts, pack).items() if "request" in rule and "fit" not in rule}
    assert found.pop(OF_LAW) == ("fail", None)
    assert set(found.values()) == {("fail", OF_LAW)}


def test_a_statement_that_differs_explains_why_the_table_does() -> None:
    numbers = {"new_received": 5, "granted": 1, "results_total": 1, "carried_forward": 4}
    cells = {f"{T3}.{row}.{column}": n for row, n in numbers.items() for column in ("natural_person", "total")}
    facts = given(LATE, cells=cells, facts=[{"name": "requests_received", "value": 5}])
    found = judged(facts)
    assert found["cn-disclosure-ledgers/ledgers-agree"] == ("fail", None)
    assert found["cn-disclosure-ledgers/requests-fit-table"] == ("review", "cn-disclosure-ledgers/ledgers-agree")


@pytest.mark.parametrize(
    "ledgers", [pytest.param({}, id="a plain report"), pytest.param(TWO, id="a report with a ledger")]
)
def test_the_pack_of_ledgers_comes_along_with_them(ledgers: dict[str, Any]) -> None:
    packs = [pack.id for pack in choose(given(ledgers), load_catalogue()).packs]
    assert ("cn-disclosure-ledgers" in packs) is bool(ledgers)
