"""Lines broken to a width in cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from disclosecheck.report.wrap import wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("", 10, [""], id="nothing is one blank line"),
        pytest.param("总计", 4, ["总计"], id="fits exactly, each character two cells"),
        pytest.param("办理结果总计", 8, ["办理结果", "总计"], id="between Chinese characters"),
        pytest.param("办理结果，总计", 8, ["办理结", "果，总计"], id="no line begins with a comma"),
        pytest.param("办理结（总计）", 8, ["办理结", "（总计）"], id="no line ends with a bracket"),
        pytest.param("本年 12345 件", 8, ["本年", "12345 件"], id="a number is not broken"),
        pytest.param("rules of the form", 8, ["rules of", "the form"], id="between Latin words"),
        pytest.param("disclosecheck", 5, ["discl", "osech", "eck"], id="a word that fills lines alone"),
        pytest.param("甲\n乙", 10, ["甲", "乙"], id="line breaks stay"),
    ],
)
def test_wrap(text, width, lines):
    assert wrap(text, width) == lines


@given(st.text(alphabet="统计表，。（）“” abc12\n—"), st.integers(2, 30))
def test_no_line_is_too_wide_and_nothing_is_lost(text, width):
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cell_len(line) <= max(width, 2) for line in lines)
