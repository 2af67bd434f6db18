"""Metrics files: figures as office staff write them, and every mistake at once."""

import os
from decimal import Decimal
from pathlib import Path

import pytest

from disclosecheck.metrics.load import load_metrics, read_metrics
from disclosecheck.model.errors import MetricsError, UsageError
from disclosecheck.model.fact import Attestation, Fact
from disclosecheck.model.wording import render
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.messages import load_messages
from disclosecheck.rulebook.registry import load_registry

REGISTRY = load_registry(rules_folder())
MESSAGES = load_messages(rules_folder())
RATE, COUNT, DAY, LINK = (
    "diversified_interpretation_rate",
    "stakeholder_attended_meetings_count",
    "major_decision_catalogue_published_on",
    "fee_standard_in_guide",
)
ALIASES_OF_ALIASES = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]\n" for level in range(1, 9)
)


def write(folder: Path, text: str, name: str = "report.metrics.yaml") -> str:
    path = folder / name
    path.write_bytes(text.encode())
    return str(path)


def problems(folder: Path, text: str, name: str = "report.metrics.yaml") -> list[tuple[int | None, str]]:
    with pytest.raises(MetricsError) as caught:
        read_metrics(write(folder, text, name), REGISTRY)
    found = []
    for line, message in caught.value.problems:
        inner = message.params.get("problem", message)
        assert inner.key in MESSAGES
        found.append((line, inner.key.removeprefix("metrics.")))
    return found


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        pytest.param(f"{RATE}: 0.6", "percent_or_ratio", id="0.6 of what?"),
        pytest.param(f"{RATE}: 1", "percent_or_ratio", id="1 % or all of them?"),
        pytest.param(f"{RATE}: 720%", "too_large", id="above a hundred percent"),
        pytest.param(f"{RATE}: -5%", "negative", id="below zero"),
        pytest.param(f"{RATE}: 约60%", "no_number", id="about sixty"),
        pytest.param(f"{RATE}: NaN", "no_number", id="NaN is no number to us"),
        pytest.param(f"{RATE}: true", "no_number", id="true is no rate"),
        pytest.param(f"{RATE}: [60]", "misfit", id="a list"),
        pytest.param(f"{RATE}: {{value: 60, unit: items}}", "unit_unknown", id="items are no percent"),
        pytest.param(f"{RATE}: {{value: 60%, unit: ratio}}", "units_differ", id="percent and ratio at once"),
        pytest.param(f"{RATE}: {{value: 60, unti: percent}}", "misfit", id="a key misspelt"),
        pytest.param(f"{RATE}: {{numerator: 3}}", "half_quotient", id="half a quotient"),
        pytest.param(f"{RATE}: {{numerator: 3, denominator: 0}}", "zero_denominator", id="nothing to divide by"),
        pytest.param(f"{RATE}: {{numerator: 9, denominator: 3}}", "too_large", id="more than all of them"),
        pytest.param(f"{RATE}: {{value: 80%, numerator: 3, denominator: 4}}", "quotient_differs", id="80 % is not 3/4"),
        pytest.param(f"{RATE}: {{value: 60%, period: soon}}", "no_period", id="a period that is no year"),
        pytest.param(
            f"{RATE}: {{value: 60%, dimensions: {{channel: online}}}}", "no_dimension", id="no such dimension"
        ),
        pytest.param(f"{RATE}: {{value: 60%, scope: 本机观}}", "no_scope", id="a scope misspelt"),
        pytest.param(f"{COUNT}: 无", "not_zero", id="nothing is not zero"),
        pytest.param(f"{COUNT}: /", "not_zero", id="a slash is not zero"),
        pytest.param(f"{COUNT}: 2.5", "not_whole", id="two and a half meetings"),
        pytest.param(f"{COUNT}: 3次", "no_number", id="a measure word"),
        pytest.param(f"{COUNT}: 60%", "no_number", id="percent for a count"),
        pytest.param(f"{COUNT}: {{numerator: 1, denominator: 2}}", "no_quotient", id="a quotient for a count"),
        pytest.param(f"{DAY}: 2021-02-30", "no_date", id="a day that is not in the calendar"),
        pytest.param(f"{DAY}: 3月12日", "no_date", id="a day without a year"),
        pytest.param(f"{LINK}: maybe", "no_link", id="neither yes nor no"),
        pytest.param("diversified_interpretaton_rate: 60%", "unknown_near", id="a name misspelt"),
        pytest.param("weather: fine", "unknown", id="a name of nothing"),
        pytest.param("year: 21", "no_year", id="a year of two digits"),
        pytest.param("organ: 5", "no_organ", id="a number for an organ"),
        pytest.param("metrics: 5", "no_mapping", id="a number for the metrics"),
    ],
)
def test_a_mistake_is_refused(tmp_path: Path, entry: str, problem: str) -> None:
    assert problems(tmp_path, entry) == [(1, problem)]


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        pytest.param(f"{RATE}: 72%", Decimal(72), id="percent sign"),
        pytest.param(f'{RATE}: "72 %"', Decimal(72), id="a space before it"),
        pytest.param(f"{RATE}: ７２．５％", Decimal("72.5"), id="full-width"),
        pytest.param(f"{RATE}: 72.7", Decimal("72.7"), id="more than 1 can only be percent"),
        pytest.param(f"{RATE}: 0", Decimal(0), id="zero is zero either way"),
        pytest.param(f"{RATE}: 0.5%", Decimal("0.5"), id="half a percent, said so"),
        pytest.param(f"{RATE}: {{value: 0.6, unit: ratio}}", Decimal(60), id="a ratio"),
        pytest.param(f"{RATE}: {{value: 0.6, unit: percent}}", Decimal("0.6"), id="0.6 percent"),
        pytest.param(f"{RATE}: {{numerator: 18, denominator: 25}}", Decimal(72), id="a quotient"),
        pytest.param(
            f"{RATE}: {{value: 66.7%, numerator: 2, denominator: 3}}", Decimal("66.666667"), id="rounded beside it"
        ),
        pytest.param("多元化解读率: 72%", Decimal(72), id="by its Chinese title"),
        pytest.param(f"{COUNT}: 3", Decimal(3), id="a count"),
        pytest.param(f'{COUNT}: "1,204"', Decimal(1204), id="thousands"),
        pytest.param(
            f"{COUNT}: {{value: 3, unit: meetings, source: 会议台账, note: 含网上列席}}", Decimal(3), id="long form"
        ),
        pytest.param(
            "online_inquiry_reply_max_workdays: {value: 5, unit: working days}", Decimal(5), id="working days"
        ),
        pytest.param("processing_fee_collected: {value: 1.2, unit: 万元}", Decimal(12000), id="ten thousand yuan"),
        pytest.param(f"{DAY}: 2021-03-12", "2021-03-12", id="a date"),
        pytest.param(f"{DAY}: 2021年3月12日", "2021-03-12", id="a Chinese date"),
        pytest.param(f"{LINK}: 是", True, id="yes"),
        pytest.param(f"{LINK}: no", False, id="no"),
        pytest.param("budget_and_accounts_published: https://linjiang.example/ys", True, id="a link"),
    ],
)
def test_a_figure_is_read(tmp_path: Path, entry: str, value: Decimal | str | bool) -> None:
    (fact,) = read_metrics(write(tmp_path, entry), REGISTRY)
    assert fact.value == value
    assert type(fact.value) is type(value)


def test_a_blank_is_not_zero(tmp_path: Path) -> None:
    assert read_metrics(write(tmp_path, f"{RATE}:\n{COUNT}: ''\n{DAY}: {{value: , note: 待定}}\n"), REGISTRY) == ()


def test_all_mistakes_are_listed_in_order(tmp_path: Path) -> None:
    text = f"year: twenty\nmetrics:\n  {RATE}: 0.6\n  {COUNT}: two\n  nothing_of_the_kind: 1\n  {COUNT}: 2\n"
    with pytest.raises(MetricsError) as caught:
        read_metrics(write(tmp_path, text), REGISTRY)
    assert [line for line, _ in caught.value.problems] == [6]  # a double key comes before all else
    text = text.replace(f"  {COUNT}: 2\n", "  列席会议: 2\n  利益相关方列席会议次数: 2\n")
    assert problems(tmp_path, text) == [
        (1, "no_year"),
        (3, "percent_or_ratio"),
        (4, "no_number"),
        (5, "unknown"),
        (6, "unknown"),
        (7, "twice"),
    ]


def test_where_a_figure_stands(tmp_path: Path) -> None:
    path = write(
        tmp_path, f"# 2021\norgan: 云溪市卫生健康委员会\nyear: 2021\nmetrics:\n  {COUNT}: {{value: 3, scope: organ}}\n"
    )
    metrics = load_metrics(path, REGISTRY)
    assert (metrics.organ, metrics.year) == ("云溪市卫生健康委员会", 2021)
    (fact,) = metrics.facts
    assert (fact.unit, fact.period, fact.scope, fact.confidence) == ("meetings", "2021", "organ", "certain")
    evidence = fact.evidence
    assert (evidence.source, evidence.file, evidence.line, evidence.value) == ("metrics", path, 5, "3")
    assert evidence.quote == f"{COUNT}: 3"


def test_json_says_the_same_as_yaml(tmp_path: Path) -> None:
    text = '{\n\t"year": 2021,\n\t"metrics": {\n\t\t"多元化解读率": "72%",\n\t\t"training_sessions_count": 2\n\t}\n}\n'
    facts = read_metrics(write(tmp_path, text, "figures.json"), REGISTRY)
    assert [(fact.name, fact.value, fact.evidence.line) for fact in facts] == [
        (RATE, Decimal(72), 4),
        ("training_sessions_count", Decimal(2), 5),
    ]


@pytest.mark.parametrize("codec", ["utf-8-sig", "gb18030", "utf-16"])
def test_files_of_chinese_windows_are_read(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "figures.yaml"
    path.write_bytes("organ: 云溪市卫生健康委员会\n多元化解读率: 72%\n".encode(codec))
    metrics = load_metrics(str(path), REGISTRY)
    assert (metrics.organ, metrics.facts[0].value) == ("云溪市卫生健康委员会", Decimal(72))


@pytest.mark.parametrize(
    ("text", "name", "problem"),
    [
        pytest.param("a: [1, 2\nb: 3\n", "a.yaml", "yaml.syntax", id="broken YAML"),
        pytest.param("a: &a [*a]\n", "a.yaml", "yaml.too_much", id="an alias that holds itself"),
        pytest.param(ALIASES_OF_ALIASES, "a.yaml", "yaml.too_much", id="aliases that stand for a billion values"),
        pytest.param("[" * 900 + "]" * 900, "a.yaml", "yaml.too_much", id="lists in lists"),
        pytest.param("[" * 100_000, "a.yaml", "yaml.too_much", id="deeper than the stack"),
        pytest.param("- " * 100_000 + "a", "a.yaml", "yaml.too_much", id="lists in lists without brackets"),
        pytest.param('{"year": 2021,}', "a.json", "json", id="broken JSON"),
        pytest.param("[" * 5000, "a.json", "json", id="JSON nested too deep"),
        pytest.param("- 1\n- 2\n", "a.yaml", "no_mapping", id="a list"),
        pytest.param("just words", "a.yaml", "no_mapping", id="words"),
    ],
)
def test_a_broken_file_is_one_line(tmp_path: Path, text: str, name: str, problem: str) -> None:
    assert [key for _, key in problems(tmp_path, text, name)] == [problem]


@pytest.mark.parametrize(
    ("make", "code"),
    [
        pytest.param(lambda path: None, "not_found", id="not there"),
        pytest.param(lambda path: path.mkdir(), "is_folder", id="a folder"),
        pytest.param(lambda path: path.write_bytes(b" \n"), "empty_file", id="blank"),
        pytest.param(lambda path: path.symlink_to(os.devnull), "not_a_file", id="a device"),
    ],
)
def test_a_file_that_cannot_be_opened(tmp_path: Path, make, code: str) -> None:  # type: ignore[no-untyped-def]
    make(tmp_path / "figures.yaml")
    with pytest.raises(UsageError) as caught:
        read_metrics(str(tmp_path / "figures.yaml"), REGISTRY)
    assert caught.value.code == code


def test_the_year_of_the_file_is_that_of_its_figures(tmp_path: Path) -> None:
    def periods(text: str) -> list[str | None]:
        facts: tuple[Fact, ...] = read_metrics(write(tmp_path, text), REGISTRY)
        return [fact.period for fact in facts]

    assert periods(f"{COUNT}: 3") == [None]
    assert periods(f"year: '2021'\n{COUNT}: 3") == ["2021"]
    assert periods(f"year: 2021\n{COUNT}: {{value: 3, period: 2020}}") == ["2020"]
    assert periods(f"year: 2021\n{COUNT}: {{value: 3, period: planned}}") == ["planned"]


@pytest.mark.parametrize("name", ["report.yaml", "report.json"])
def test_who_attests_is_said_once_or_of_a_figure(tmp_path: Path, name: str) -> None:
    text = """{"attested": {"by": "王敏", "on": "2022年1月10日"},
    "metrics": {
      "fee_standard_in_guide": true,
      "budget_and_accounts_published": "https://linjiang.example/ys",
      "stakeholder_attended_meetings_count":
        {"value": 3, "attested_by": "李明", "attested_on": "2021-12-20", "proof": "a.pdf"}
    }}"""
    facts = read_metrics(write(tmp_path, text, name), REGISTRY)
    assert [fact.attested for fact in facts] == [
        Attestation(by="王敏", on="2022-01-10"),
        Attestation(by="王敏", on="2022-01-10", proof="https://linjiang.example/ys"),
        Attestation(by="李明", on="2021-12-20", proof="a.pdf"),
    ]
    (fact,) = read_metrics(write(tmp_path, f"{LINK}: true\n"), REGISTRY)
    assert fact.attested is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param(f"attested: 王敏\n{LINK}: true", "no_attested", id="a name alone"),
        pytest.param(f"attested: {{who: 王敏}}\n{LINK}: true", "no_attested", id="a key misspelt"),
        pytest.param(f"attested: {{on: 年底}}\n{LINK}: true", "no_date", id="some day"),
    ],
)
def test_an_attestation_with_a_mistake(tmp_path: Path, text: str, problem: str) -> None:
    assert problems(tmp_path, text) == [(1, problem)]


def test_several_figures_of_one_name_are_a_list(tmp_path: Path) -> None:
    text = "requests_received:\n  - {value: 9}\n  - {value: 7, period: 2020}\n  - {value: 30, scope: 全区}\n"
    more = "  - {value: 4, dimensions: {channel: online}}\n"
    facts = read_metrics(write(tmp_path, text + more), REGISTRY)
    assert [(fact.value, fact.period, fact.scope, fact.dimensions, fact.evidence.line) for fact in facts] == [
        (9, None, None, {}, 2),
        (7, "2020", None, {}, 3),
        (30, None, "district", {}, 4),
        (4, None, None, {"channel": "online"}, 5),
    ]
    assert problems(tmp_path, text + "  - {value: 8}\n") == [(5, "twice")]


@pytest.mark.parametrize(("count", "said"), [(1, "1 to correct"), (2, "2 to correct")])
def test_the_number_of_mistakes_is_said_in_english(tmp_path: Path, count: int, said: str) -> None:
    with pytest.raises(MetricsError) as caught:
        read_metrics(write(tmp_path, "a: 1\nb: 1\n"[: 5 * count]), REGISTRY)
    assert said in render(caught.value.message, MESSAGES).en
