"""Findings: their order, their texts, crashes that do not pass in silence."""

import msgspec
import pytest
from invented import catalogue, judge, report

from disclosecheck.engine.check import check
from disclosecheck.engine.choose import Chosen
from disclosecheck.model.rule import Rule, RulePack, Text

TEXT = Text(zh="试验", en="a trial")


def a_pack(*rules: Rule) -> RulePack:
    return RulePack(id="trial", version="1", title=TEXT, authority="试验", kind="key_points", rules=rules)


def a_rule(name: str, kind: str, params: dict[str, object]) -> Rule:
    return Rule(id=name, title=TEXT, kind=kind, severity="error", basis="试验", params=params)


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(a_rule("broken", "nonsense", {}), id="an unknown kind"),
        pytest.param(a_rule("broken", "threshold", {"fact": "x", "at_least": "much"}), id="parameters that do not fit"),
        pytest.param(a_rule("broken", "cell_state", {"states": [], "outcome": "fail"}), id="a crash inside the kind"),
        pytest.param(a_rule("broken", "section_title", {"refuse": ["similar"]}), id="a message that is not there"),
    ],
)
def test_a_crashed_rule_is_a_finding_and_the_others_go_on(rule: Rule) -> None:
    sound = a_rule("sound", "section_numeral", {})
    messages = {key: text for key, text in catalogue().messages.items() if key != "section.title_similar"}
    facts = report(sections={4: {"title": "行政法复议", "alias": "similar"}})
    checked = check(facts, Chosen((a_pack(rule, sound),)), msgspec.structs.replace(catalogue(), messages=messages))
    assert [finding.outcome for finding in checked.findings] == ["error", "pass"]
    assert "crashed" in checked.findings[0].message.en


def test_findings_stand_in_the_order_of_the_rules_and_equal_input_gives_equal_findings() -> None:
    first, second = judge(report()), judge(report())
    order = [rule.id for rule in catalogue().packs["cn-annual-report-2021"].rules]
    met = list(dict.fromkeys(finding.rule.split("/")[1] for finding in first.findings))
    assert met == order
    assert msgspec.json.encode(first.findings) == msgspec.json.encode(second.findings)


def test_every_text_is_there_in_both_languages() -> None:
    facts = report(
        cells={"t3_requests.granted.total": "", "t3_requests.granted.other_org": "若干"}, notes=["tracked_changes"]
    )
    for finding in judge(facts, "shanghai-health-2021").findings:
        for text in (finding.title, finding.message, *((finding.fix,) if finding.fix else ())):
            assert any("\u4e00" <= sign <= "\u9fff" for sign in text.zh), finding.rule
            assert text.en.strip(), finding.rule
            assert "{" not in text.zh + text.en


@pytest.mark.parametrize(
    ("edition", "given", "expected"),
    [
        pytest.param("2021", {}, (200, 200, 42, 42, 6), id="edition 2021"),
        pytest.param("2019", {}, (198, 198, 40, 40, 6), id="edition 2019"),
        pytest.param("2021", {"without_tables": "all"}, (200, 0, 42, 0, 6), id="nothing read"),
        pytest.param("2021", {"without_sections": [5, 6]}, (200, 200, 42, 42, 4), id="two sections short"),
    ],
)
def test_coverage(edition: str, given: dict[str, object], expected: tuple[int, ...]) -> None:
    coverage = judge(report(edition, **given)).coverage  # type: ignore[arg-type]
    assert msgspec.structs.astuple(coverage) == expected


def test_the_variant_with_one_row_has_186_cells_and_40_sums() -> None:
    facts = report(one_row_other=True, cells={}, fill=0)
    kept = {cell: fact for cell, fact in facts.cells.items() if facts.form and cell in facts.form.addresses()}
    coverage = judge(msgspec.structs.replace(facts, cells=kept)).coverage
    assert (coverage.cells_expected, coverage.equations_expected, coverage.equations_judged) == (186, 40, 40)
