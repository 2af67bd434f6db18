"""Many submissions, a line each."""

import msgspec
import pytest
from made_by_hand import PHONE, RATE_OPEN, UNEQUAL, finding, labels_in, result, unreadable
from rich.cells import cell_len

from disclosecheck.model.result import Failure
from disclosecheck.model.rule import Text
from disclosecheck.report.look import Look
from disclosecheck.report.matrix import render_matrix

LONG = "2023/云溪市临江区/云溪市临江区卫生健康委员会2023年政府信息公开工作年度报告.docx"
RESULTS = [
    result(UNEQUAL, RATE_OPEN, PHONE, path=LONG),
    result(finding(), path="b.docx"),
    result(finding("open"), path="c.docx"),
    unreadable(),
]


def shown(results=RESULTS, **look):
    look = {"language": "zh", **look}
    return render_matrix(results, Look(**look), labels_in(look["language"]))


def squeezed(text):
    return "".join(text.split())


def test_a_line_each_with_verdict_numbers_coverage_and_the_worst_finding():
    lines = [line.split() for line in shown(width=120).splitlines()]
    assert ["文件", "结论", "不通过", "缺数据", "待复核", "读取", "最严重的问题"] in lines
    assert ["b.docx", "✓", "通过", "0", "0", "0", "198/200"] in lines
    assert ["c.docx", "○", "未核完", "0", "1", "0", "198/200", "申请件数平衡"] in lines
    assert ["scan.pdf", "‼", "未检查", "-", "-", "-", "-", "第", "1-6", "页是图片，请提供文字版"] in lines


def test_the_total_stands_below():
    assert shown().rstrip().splitlines()[-1] == "合计 4 份：通过 1，不通过 1，未核完 1，未检查 1"


def test_a_long_path_is_there_whole():
    text = shown([RESULTS[0]])
    first_column = "".join(line[: line.find("  ")] if "  " in line else line for line in text.splitlines()[2:-2])
    assert squeezed(LONG) in squeezed(first_column)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_screen(width, language):
    assert max(cell_len(line) for line in shown(width=width, language=language).splitlines()) <= width


def test_the_worst_is_a_required_error_before_an_open_one():
    assert "申请件数平衡：第三部分表格" in squeezed(shown([result(RATE_OPEN, PHONE, UNEQUAL)], width=120))


def test_a_file_to_which_no_rule_applied_says_so():
    assert "没有适用的规则，等于没有检查" in shown([result(finding("not_applicable"))], width=120)


def test_why_a_file_was_not_checked_is_never_cut():
    last = [line[line.rfind("  ") :] for line in shown([unreadable()], width=60).splitlines()[2:-2]]
    assert len(last) > 2
    assert squeezed("".join(last)) == "第1-6页是图片，请提供文字版"


def test_why_a_file_was_not_checked_does_not_repeat_its_path():
    error = Failure("not_found", Text("x/scan.pdf：没有这个文件", "x/scan.pdf is not there"))
    text = shown([msgspec.structs.replace(unreadable("x/scan.pdf"), error=error)], width=120)
    assert text.count("x/scan.pdf") == 1
    assert "没有这个文件" in text
