"""Key points about which nothing is stated: a hundred demands must not bury the rest of the report."""

import pytest
from made_by_hand import UNEQUAL, finding, labels_in, result
from rich.cells import cell_len

from disclosecheck.model.evidence import Evidence
from disclosecheck.model.rule import Clause, Rule, RulePack, Text
from disclosecheck.model.verdict import Waived
from disclosecheck.report.look import Look
from disclosecheck.report.matrix import render_matrix
from disclosecheck.report.text_report import render_report

CLAUSES = (("一（一）", "重点领域"), ("二（二）", "政民互动"))


def rule(name: str, clause: str | None, threshold_from: str | None = None) -> Rule:
    return Rule(
        id=name,
        title=Text(f"要求{name}", f"Demand {name}"),
        kind="threshold",
        severity="warning",
        basis="x",
        clause=clause,
        threshold_from=threshold_from,  # type: ignore[arg-type]
        params={"fact": f"fact_{name}"},
    )


PACK = RulePack(
    id="linjiang-2021",
    version="1",
    title=Text("临江区要点", "Key points of Linjiang"),
    authority="临江区",
    kind="key_points",
    clauses=tuple(Clause(id=name, title=Text(title, "Part")) for name, title in CLAUSES),
    rules=(rule("a", "一（一）"), rule("b", "二（二）", "text"), rule("c", "二（二）"), rule("d", None)),
)
PLACE = (Evidence(source="metrics", file="m.yaml", line=3, quote="fact_a: true"),)


def opened(name: str, **fields):
    title = Text(f"要求{name}", f"Demand {name}")
    return finding("open", f"linjiang-2021/{name}", title=title, required=False, severity="warning", **fields)


def shown(*findings, **look):
    look = {"language": "zh", **look}
    return render_report(result(*findings), Look(**look), labels_in(look["language"]), {}, [PACK])


def test_silent_demands_are_one_entry_counted_by_clause():
    text = shown(UNEQUAL, opened("a"), opened("b"), opened("c"))
    assert text.count("○ 缺数据") == 1
    assert "临江区要点：3 项没有填报" in text
    assert "一（一）1项、二（二）2项" in text
    assert "1 项：要求b" in text
    assert "--rules linjiang-2021" in text
    assert "要求c" not in text
    assert "缺数据 3" in text


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(opened("a", evidence=PLACE), id="a bare yes stands somewhere"),
        pytest.param(opened("d"), id="a rule under no clause"),
        pytest.param(finding("open", "other-pack/a", title=Text("要求a", "a")), id="another pack's"),
        pytest.param(finding("fail", "linjiang-2021/a", title=Text("要求a", "a")), id="a failure"),
        pytest.param(finding("review", "linjiang-2021/a", title=Text("要求a", "a")), id="a review"),
    ],
)
def test_what_is_not_mere_silence_stands_by_itself(one):
    text = shown(one)
    assert "没有填报" not in text.split("加 --show-passed")[0]
    assert one.title.zh in text


def test_a_waived_one_is_not_counted_as_silent():
    text = shown(opened("a", waived=Waived("未设窗口", "李明", "2022-12-31")), opened("c"))
    assert "1 项没有填报" in text
    assert "≈ 已豁免" in text


def test_the_whole_list_names_the_facts():
    text = shown(opened("a"), opened("c"), show_passed=True)
    assert "一（一） 重点领域" in text
    assert "要求a（fact_a）" in text
    assert "要求c（fact_c）" in text


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("in_full", [False, True])
def test_no_line_is_wider_than_the_screen(width, language, in_full):
    text = shown(opened("a"), opened("b"), opened("c"), width=width, language=language, show_passed=in_full)
    assert max(cell_len(line) for line in text.splitlines()) <= width


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_clause_is_broken_over_two_lines(width):
    clauses = tuple(Clause(id=f"二（{n}）", title=Text("x", "x")) for n in "一二三四五六七八九")
    pack = RulePack(
        id="linjiang-2021",
        version="1",
        title=Text("要点", "Key points"),
        authority="x",
        kind="key_points",
        clauses=clauses,
        rules=tuple(rule(str(index), clause.id) for index, clause in enumerate(clauses)),
    )
    findings = result(*[opened(str(index)) for index in range(len(clauses))])
    text = render_report(findings, Look(language="zh", width=width), labels_in("zh"), {}, [pack])
    assert all(f"{clause.id}1项" in text for clause in clauses)


def test_in_a_folder_a_review_says_more_than_silence():
    text = render_matrix(
        [result(opened("a"), finding("review", title=Text("须看", "look")))], Look(language="zh"), labels_in("zh")
    )
    assert "须看" in text
    assert "要求a" not in text
