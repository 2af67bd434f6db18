"""What is printed in a cell: five states, near misses of a number first."""

from decimal import Decimal

import pytest

from disclosecheck.extract.cells import read_cell

UNITS = ("万元", "件", "项", "元")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        pytest.param("", "blank", id="nothing"),
        pytest.param(" 　\u00a0\n", "blank", id="only spaces"),
        pytest.param("\u200b", "blank", id="a space without width"),
        pytest.param("-", "dash", id="a hyphen"),
        pytest.param("／", "dash", id="a full-width slash"),
        pytest.param("——", "dash", id="a Chinese dash"),
        pytest.param("\\", "dash", id="a backslash"),
        pytest.param("无", "text", id="none, in words"),
        pytest.param("空", "text", id="blank, in words"),
        pytest.param("一", "text", id="one, or a dash"),
        pytest.param("O", "text", id="the letter O"),
        pytest.param("约5", "text", id="about five"),
        pytest.param("5余件", "text", id="more than five"),
        pytest.param("NaN", "text", id="not a number"),
        pytest.param("00", "text", id="two zeros"),
        pytest.param("0 0", "text", id="two zeros apart"),
        pytest.param("17\n0\n0", "text", id="three numbers in a cell"),
        pytest.param("12,34", "text", id="a comma that groups nothing"),
        pytest.param("件", "text", id="a unit alone"),
        pytest.param("5%", "text", id="a percentage"),
        pytest.param("（5）", "text", id="a number in brackets"),
        pytest.param("见附件", "text", id="words"),
    ],
)
def test_no_number(text: str, state: str) -> None:
    assert read_cell(text, "件", UNITS) == (state, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("0", "0", id="zero"),
        pytest.param("零", "0", id="zero in Chinese"),
        pytest.param("15件", "15", id="a unit"),
        pytest.param("15 件", "15", id="a unit apart"),
        pytest.param("１５", "15", id="full width"),
        pytest.param("1,234", "1234", id="grouped"),
        pytest.param("1 808 595", "1808595", id="grouped by spaces"),
        pytest.param("349\n36", "34936", id="broken by a narrow column"),
        pytest.param("1 5", "15", id="a space inside"),
        pytest.param("-3", "-3", id="negative"),
        pytest.param("+3", "3", id="positive"),
        pytest.param("2.5", "2.5", id="a decimal; whether it may be one is a rule's matter"),
        pytest.param("一百二十", "120", id="in Chinese"),
        pytest.param("2万", "20000", id="in ten thousands"),
    ],
)
def test_numbers(text: str, value: str) -> None:
    assert read_cell(text, "件", UNITS) == ("number", Decimal(value))


@pytest.mark.parametrize(
    ("text", "column", "state"),
    [
        pytest.param("12.35万元", "万元", "number", id="the column's own unit"),
        pytest.param("123500元", "万元", "text", id="yuan in a column of ten thousands"),
        pytest.param("251000元", "", "number", id="yuan where the form fixes no unit"),
    ],
)
def test_a_unit_that_contradicts_the_column_makes_no_number(text: str, column: str, state: str) -> None:
    assert read_cell(text, column, UNITS)[0] == state
