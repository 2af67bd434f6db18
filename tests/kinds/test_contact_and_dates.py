"""Contacts that can be used, dates that exist, sites and bases that are right."""

import pytest
from formality_rules import said


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("0647-6180118", id="area code and seven digits"),
        pytest.param("010—65194406", id="three and eight, a dash"),
        pytest.param("（0647）6180118", id="area code in brackets"),
        pytest.param("6180118", id="without area code"),
        pytest.param("0647-6180118、6180119", id="two numbers"),
        pytest.param("0647-6180118-8012", id="an extension"),
        pytest.param("０６４７－６１８０１１８", id="full-width digits"),
        pytest.param("13800000000", id="a mobile"),
        pytest.param("12345", id="a service line"),
        pytest.param("400-820-0000", id="a 400 number"),
        pytest.param("0647 6180118", id="a space"),
    ],
)
def test_telephones_that_can_be_called(number: str) -> None:
    assert said("contact-well-formed", f"请与本局联系（电话：{number}）。", paragraph=2) == ["pass"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("电话：0647-618011", id="six digits"),
        pytest.param("电话：0647-618011812", id="nine digits"),
        pytest.param("电话：06475-6180118", id="area code of five"),
        pytest.param("电话：61801", id="five digits that are no service line"),
        pytest.param("邮编：3145001", id="postcode of seven digits"),
        pytest.param("电子邮箱：linjiang.example.com", id="mail without @"),
    ],
)
def test_contacts_with_a_slip(text: str) -> None:
    assert said("contact-well-formed", f"请与本局联系（{text}）。", paragraph=2) == ["fail"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("如有疑问，请与本局办公室联系，电话：\n", ["fail"], id="nothing there, not even below"),
        pytest.param("请与本局办公室联系。传真：；电话：0647-6180118。", ["fail"], id="a blank label beside a number"),
        pytest.param("请与本局办公室联系，联系电话 0647-6180118。", ["pass"], id="no colon"),
        pytest.param("与各部门联系，形成合力。", ["not_applicable"], id="no offer to the reader"),
    ],
)
def test_contacts_that_are_offered(text: str, expected: list[str]) -> None:
    assert said("contact-complete", text, paragraph=2) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2023年2月29日", ["fail"], id="no leap year"),
        pytest.param("11月31日", ["fail"], id="a month of thirty days"),
        pytest.param("2023 年 13 月 5 日", ["fail"], id="spaces"),
        pytest.param("２０２３年４月３１日", ["fail"], id="full-width"),
        pytest.param("2月29日", ["pass"], id="leap day of an unknown year"),
        pytest.param("202311月31日", ["not_applicable"], id="a copy has lost 年"),
        pytest.param("自202311日起至20231231日止", ["not_applicable"], id="a copy has lost 年 and 月"),
        pytest.param("1月1日至12月31日", ["pass"], id="a period"),
        pytest.param("第13月度5日报", ["not_applicable"], id="no date"),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    assert said("dates-exist", text) == expected


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        pytest.param("（国办公开办函〔2019〕60号）", 2022, ["fail"], id="superseded"),
        pytest.param("(国办公开办函[2019]60号)", 2022, ["fail"], id="half-width brackets"),
        pytest.param("国办公开办函〔2019〕 60 号", 2025, ["fail"], id="spaces"),
        pytest.param("国办公开办函〔2019〕60号、国办公开办函〔2021〕30号", 2022, ["pass"], id="both"),
        pytest.param("国办公开办函〔2019〕60号", 2020, ["pass"], id="in force then"),
        pytest.param("国办公开办函〔202130)", 2022, ["pass"], id="a copy has lost a bracket"),
        pytest.param("临政发〔2019〕6号", 2022, ["pass"], id="another document of 2019"),
        pytest.param("国务院令第492号", 2021, ["fail"], id="the Regulation of 2007"),
        pytest.param("国务院令第492号公布、第711号修订", 2021, ["pass"], id="both orders"),
        pytest.param("国办公开函〔2021〕30号的格式编制", 2023, ["fail"], id="办 is missing"),
        pytest.param("国办发〔2021〕30号关于放管服改革", 2023, ["pass"], id="another notice of that number"),
        pytest.param("年度报告格式》的通知》（国办公开办函〔2021〕3号）", 2023, ["fail"], id="another number"),
        pytest.param("年度报告格式》的通知》（国办公开办函〔2021〕30号）", 2023, ["pass"], id="the right number"),
    ],
)
def test_bases(text: str, year: int, expected: list[str]) -> None:
    assert said("basis-in-force", text, 2, year=year) == expected
