"""Numbers as they are printed, near misses first."""

from decimal import Decimal

import pytest

from disclosecheck.extract.numbers import canonical, read_chinese, read_number


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("　", id="an ideographic space"),
        pytest.param("O", id="letter O for zero"),
        pytest.param("NaN", id="NaN is no number to us"),
        pytest.param("inf", id="nor is infinity"),
        pytest.param("1e5", id="nor an exponent"),
        pytest.param("0x1F", id="nor hexadecimal"),
        pytest.param("1_000", id="nor Python's own grouping"),
        pytest.param("约5", id="approximate"),
        pytest.param("5余", id="more than five"),
        pytest.param("5%", id="a percentage"),
        pytest.param("12,34", id="a comma that groups nothing"),
        pytest.param("1,2345", id="a group of four"),
        pytest.param("1234,567", id="a first group of four"),
        pytest.param("05", id="a leading zero"),
        pytest.param("00", id="two zeros run together"),
        pytest.param("0 0", id="two zeros side by side"),
        pytest.param("17 0 0", id="three cells side by side"),
        pytest.param("1.2.3", id="two points"),
        pytest.param("5.", id="a point and nothing after it"),
        pytest.param("+", id="a sign alone"),
        pytest.param("²", id="superscript two"),
        pytest.param("٣", id="digits of another script"),
        pytest.param("一百二", id="colloquial 120 or 102"),
        pytest.param("一万五", id="colloquial 15000"),
        pytest.param("十十", id="ten ten"),
        pytest.param("百", id="a unit alone"),
        pytest.param("几十", id="some tens"),
        pytest.param("数百", id="some hundreds"),
        pytest.param("〇五", id="Chinese leading zero"),
    ],
)
def test_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("0", "0", id="zero"),
        pytest.param("零", "0", id="Chinese zero"),
        pytest.param("０", "0", id="full-width zero"),
        pytest.param("１５", "15", id="full-width digits"),
        pytest.param(" 15\u00a0", "15", id="spaces around"),
        pytest.param("1,234", "1234", id="thousands"),
        pytest.param("１，２３４", "1234", id="full-width thousands"),
        pytest.param("1 234", "1234", id="thousands by a space"),
        pytest.param("1,808,595", "1808595", id="millions"),
        pytest.param("59237.2449", "59237.2449", id="decimals kept"),
        pytest.param("７．５", "7.5", id="full-width point"),
        pytest.param("-3", "-3", id="minus"),
        pytest.param("－3", "-3", id="full-width minus"),
        pytest.param("−3", "-3", id="mathematical minus"),
        pytest.param("+3", "3", id="plus"),
        pytest.param("18万", "180000", id="eighteen wan"),
        pytest.param("4.5万", "45000", id="four and a half wan"),
        pytest.param("1.2亿", "120000000", id="yi"),
        pytest.param("3千", "3000", id="three thousand, mixed"),
        pytest.param("十", "10", id="ten"),
        pytest.param("十五", "15", id="fifteen"),
        pytest.param("二十", "20", id="twenty"),
        pytest.param("两", "2", id="a pair"),
        pytest.param("两百", "200", id="two hundred"),
        pytest.param("一百零五", "105", id="a skipped place"),
        pytest.param("一百二十", "120", id="one hundred and twenty"),
        pytest.param("一百一十五", "115", id="one hundred and fifteen"),
        pytest.param("一百十五", "115", id="the same, shortened"),
        pytest.param("三万二千", "32000", id="thirty-two thousand"),
        pytest.param("一万零五十", "10050", id="two skipped places"),
        pytest.param("三亿零二万", "300020000", id="yi and wan"),
        pytest.param("二〇二四", "2024", id="a year"),
        pytest.param("二○二四", "2024", id="a year with a circle"),
        pytest.param("壹佰贰拾", "120", id="financial numerals"),
        pytest.param("兩萬", "20000", id="traditional"),
    ],
)
def test_is_the_number(text: str, value: str) -> None:
    assert read_number(text) == Decimal(value)


def test_chinese_reader_leaves_arabic_alone() -> None:
    assert read_chinese("15") is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("0.00", "0", id="zero with decimals"),
        pytest.param("-0", "0", id="negative zero"),
        pytest.param("100", "100", id="zeros that count stay"),
        pytest.param("1E+5", "100000", id="no exponent"),
        pytest.param("12.50", "12.5", id="superfluous zero"),
        pytest.param("-3", "-3", id="a sign that counts"),
    ],
)
def test_canonical_form(value: str, text: str) -> None:
    assert canonical(Decimal(value)) == text
