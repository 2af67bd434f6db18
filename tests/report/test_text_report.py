"""The table as it is read on a terminal."""

import re

import msgspec
import pytest
from made_by_hand import FOLLOWS, PHONE, RATE_OPEN, UNEQUAL, cell, finding, labels_in, result
from rich.cells import cell_len

from disclosecheck.model.evidence import Evidence
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Waived
from disclosecheck.report.look import Look
from disclosecheck.report.text_report import render_report

GROUPS = {"cn-annual-report-2021/requests-balance": "tie_outs"}
DEFECTIVE = result(UNEQUAL, FOLLOWS, FOLLOWS, RATE_OPEN, PHONE, *[finding()] * 39)


def shown(given=DEFECTIVE, **look):
    look = {"language": "zh", **look}
    return render_report(given, Look(**look), labels_in(look["language"]), GROUPS)


def at(text, *words):
    """Where each of the words stands first; every one must be there."""
    places = [text.find(word) for word in words]
    assert -1 not in places, dict(zip(words, places, strict=True))
    return places


ZH = """
report.docx
云溪市临江区卫生健康委员会，2023 年度，2021 版统计表
读取 200 格中的 198 格，核对 42 条勾稽中的 40 条，6 个部分中的 6 个
✗ 不通过  1 项不通过
申请件数平衡 [错误，E-E01]
现为 804，应为 805
由此连带 2 项：行合计
国办公开办函〔2021〕30号，表三
○ 缺数据
要求 60
◇ 待复核
✓ 通过
勾稽关系 39 项
共 42 项：不通过 1，缺数据 1，待复核 1，通过 39；统计表读取 198/200 格
注意：文件中有 2 条批注
"""
EN = """
report.docx
report year 2023, form of 2021
read 198 of 200 cells, judged 40 of 42 equations, 6 of 6 sections
✗ FAIL  1 to correct
Requests balance [error, E-E01]
is 804, should be 805
2 more that only follow from this: Row total
○ open
required 60
◇ review
✓ pass
Tie-outs: 39
42 findings: 1 fail, 1 open, 1 review, 39 pass; 198/200 cells of the form read
Note: the file holds 2 comments
"""


def row(line, value="6", file="replies.xlsx"):
    return Evidence(source="records", file=file, sheet="咨询", line=line, quote=f"来件日期：{line}", value=value)


@pytest.mark.parametrize(
    ("rows", "says", "silent"),
    [
        pytest.param([row(7)], "第 7 行，计为 6：“来件日期：7”", "另有", id="what was counted of a row"),
        pytest.param([row(7, None)], "第 7 行：“来件日期：7”", "计为", id="a row of which nothing is counted"),
        pytest.param([row(7, "7"), row(7, "7")], "第 7 行，计为 7", "另有", id="a row that is named twice"),
        pytest.param([row(n) for n in range(2, 8)], "另有 3 行：第 5、6、7 行", "来件日期：5", id="rows by number"),
        pytest.param([row(n) for n in range(2, 60)], "40、41、42、43、44……行", "、45", id="the first of many rows"),
        pytest.param(
            [row(n, file=f"{n}.csv") for n in range(2, 8)], "另有 3 处", "行：第", id="rows of several ledgers"
        ),
    ],
)
def test_rows_of_a_ledger(rows, says, silent):
    text = re.sub(r"\s*\n\s*", "", shown(result(msgspec.structs.replace(UNEQUAL, evidence=tuple(rows))), width=120))
    assert says in text, text
    assert silent not in text, text


@pytest.mark.parametrize(
    ("language", "words"), [pytest.param("zh", ZH, id="Chinese"), pytest.param("en", EN, id="English")]
)
def test_what_was_seen_then_verdict_then_failures_open_review_passes(language, words):
    places = at(shown(language=language), *words.split("\n")[1:-1])
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("encoding", ["utf-8", "cp936", "ascii"])
def test_no_line_is_wider_than_the_screen(width, language, encoding):
    lines = shown(width=width, language=language, encoding=encoding).splitlines()
    assert max(cell_len(line) for line in lines) <= width


def test_no_line_is_longer_than_can_be_read_on_a_wide_screen():
    assert max(cell_len(line) for line in shown(width=300).splitlines()) <= 120


def test_nothing_is_cut_at_80_columns():
    assert "…" not in shown().replace("（二）部分公开…", "")


@pytest.mark.parametrize("encoding", ["cp936", "ascii"])
def test_signs_that_the_console_lacks_are_not_used(encoding):
    text = shown(encoding=encoding)
    own = re.sub(r"[^✓✗○◇‼≈·─│]", "", text)
    own.encode(encoding)


def test_cp936_output_is_encodable_whole():
    shown(encoding="cp936").encode("cp936")


@pytest.mark.parametrize("colour", [pytest.param(False, id="without"), pytest.param(True, id="with")])
def test_colour_only_where_it_is_asked_for(colour):
    assert ("\x1b[" in shown(colour=colour)) is colour


def test_a_quote_with_markup_is_printed_as_it_stands():
    tricky = finding("review", evidence=(cell(None, "total", "[bold]x[/bold] :smile:"),))
    assert "[bold]x[/bold] :smile:" in shown(result(tricky))


def test_open_findings_of_one_rule_are_one_entry():
    many = [finding("open", evidence=(cell("new_received", column, ""),)) for column in ("natural_person", "total")]
    text = shown(result(*many * 21))
    assert "申请件数平衡（42 项）" in text
    assert text.count("○ 缺数据") == 1


def test_failures_of_one_rule_are_entries_of_their_own():
    assert shown(result(UNEQUAL, UNEQUAL)).count("现为 804，应为 805") == 2


def test_what_follows_stands_once_under_the_last_of_its_rule():
    text = shown(result(UNEQUAL, UNEQUAL, FOLLOWS))
    assert text.count("由此连带 1 项：行合计") == 1
    assert text.find("由此连带") > text.rfind("现为 804")


def test_a_report_to_which_no_rule_applies_has_no_table():
    text = shown(result(packs=(), coverage=None))
    at(text, "规则包：无", "没有核对统计表", "○ 未核完  没有适用的规则，等于没有检查")
    assert "规则、位置与说明" not in text


def test_errors_come_before_warnings():
    late = finding("fail", severity="warning", title=Text("先出现的警告", "warning"))
    warning, error = at(shown(result(late, UNEQUAL)), "先出现的警告", "申请件数平衡")
    assert error < warning


def test_cells_of_one_column_are_named_together():
    text = "".join(shown(width=120).split())
    assert "第三部分表格，“总计”列：一、本年新收政府信息公开申请数量800、（七）总计800、四、结转下年度继续办理4" in text


def test_a_single_cell_is_placed_by_row_column_and_page():
    one = finding("fail", actual="3", evidence=(cell("denied_state_secret", "commercial_enterprise", "3", 4),))
    text = "".join(shown(result(one), width=120).split())
    assert "第三部分表格，“（三）不予公开/1.属于国家秘密”行，“法人或其他组织/商业企业”列，第4页" in text


def test_personal_numbers_are_masked():
    text = "".join(shown(width=120).split())
    assert "身份证号110105********002X，手机138****5678）来电咨询" in text


def test_a_waived_finding_is_shown_with_its_reason_and_counts_no_more():
    waived = finding("fail", waived=Waived("机构改革", "张某", "2024-12-31"))
    text = shown(result(finding(), waived))
    at(text, "✓ 通过  没有不通过的规则", "≈ 已豁免", "机构改革（张某，至 2024-12-31）", "共 2 项：通过 1，已豁免 1")


def test_a_crashed_rule_comes_first_and_is_no_pass():
    crashed = finding("error", message=Text("规则出错：ValueError", "crashed: ValueError"))
    text = shown(result(finding(), UNEQUAL, crashed))
    crash, failure = at(text, "‼ 规则出错", "现为 804")
    assert crash < failure


@pytest.mark.parametrize(
    ("findings", "reason"),
    [
        pytest.param([finding(), finding("error")], "有规则自身出错", id="a crashed rule"),
        pytest.param([finding("not_applicable")], "没有适用的规则，等于没有检查", id="no rule applied"),
        pytest.param([finding("open")], "没有须改正的问题，但有必查的内容缺数据", id="a gap"),
    ],
)
def test_why_a_verdict_is_incomplete(findings, reason):
    assert f"○ 未核完  {reason}" in shown(result(*findings))


def test_a_failure_below_the_bar_passes_and_says_so():
    text = shown(result(finding(), finding("fail", severity="warning")))
    at(text, "✓ 通过  有 1 项不通过，都低于 --fail-on 的级别", "✗ 不通过")


@pytest.mark.parametrize(
    ("findings", "line"),
    [
        pytest.param([finding()], "✓ 通过  没有不通过的规则\n", id="nothing left"),
        pytest.param([finding("review")], "✓ 通过  没有不通过的规则；另有 1 项", id="a person must look"),
        pytest.param([finding("open", required=False), finding("review")], "另有 2 项缺数据或待复核", id="a gap too"),
    ],
)
def test_a_pass_says_what_it_leaves_open(findings, line):
    assert line in re.sub(r" +\n", "\n", shown(result(*findings)))


def test_passes_are_unfolded_on_demand():
    folded, unfolded = shown(), shown(show_passed=True)
    assert "申请件数平衡（39 项）" not in folded
    at(unfolded, "勾稽关系 39 项", "申请件数平衡（39 项）")


def test_a_metrics_file_alone_has_no_cells_to_speak_of():
    document = DEFECTIVE.document.__class__(
        kind="metrics", title=None, edition=None, organ=None, year=None, language=None, period=None,
        published=None, signed=None, pages=None, notes=(),
    )  # fmt: skip
    text = shown(result(finding(), document=document, coverage=None))
    at(text, "指标文件，机关名称未识别，年度未识别", "指标文件，没有统计表")
    assert "读取 0" not in text
