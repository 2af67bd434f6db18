"""Personal numbers are masked in what is printed; office numbers and figures are not."""

import json

import pytest
from made_by_hand import PHONE, UNEQUAL, result

from disclosecheck.report.json_report import render_json
from disclosecheck.report.privacy import mask, masked


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("联系电话：0731-84822000", id="office phone with area code"),
        pytest.param("电话 02123117878 转 8012", id="office phone in one run"),
        pytest.param("12345热线受理", id="hotline"),
        pytest.param("邮编 410008", id="postcode"),
        pytest.param("统一社会信用代码 113100000024209876", id="18 digits without a date of birth"),
        pytest.param("项目编号 2023138123456789", id="mobile digits inside a longer number"),
        pytest.param("收费 12812345678 元", id="eleven digits that no mobile begins with"),
        pytest.param("a13812345678f0", id="digits inside a hash"),
    ],
)
def test_stays(text):
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        pytest.param("身份证号11010519491231002X。", "身份证号110105********002X。", id="check digit X"),
        pytest.param("110105194912310021", "110105********0021", id="check digit a number"),
        pytest.param(
            "身份证号１１０１０５１９４９１２３１００２Ｘ", "身份证号１１０１０５********００２Ｘ", id="full width"
        ),
        pytest.param("手机13812345678、", "手机138****5678、", id="mobile"),
        pytest.param("手机 138 1234 5678", "手机 138******5678", id="mobile in groups"),
        pytest.param("138-1234-5678", "138******5678", id="mobile with hyphens"),
        pytest.param("+8613812345678", "+86*******5678", id="with country code"),
        pytest.param("１３８１２３４５６７８", "１３８****５６７８", id="mobile in full width"),
    ],
)
def test_hidden(text, hidden):
    assert mask(text) == hidden


def test_a_result_is_masked_everywhere_but_in_its_path_and_hash():
    hash_ = "13812345678" + "a" * 53
    given = result(PHONE, path="13812345678.docx", sha256=hash_)
    shown = masked(given)
    assert "11010519491231002X" not in str(shown.findings)
    assert (shown.path, shown.sha256) == (given.path, hash_)


def test_a_result_without_such_numbers_is_not_copied():
    given = result(UNEQUAL)
    assert masked(given) is given


def test_json_is_masked():
    [shown] = json.loads(render_json([result(PHONE)]))["submissions"]
    assert shown["findings"][0]["evidence"][0]["quote"] == "张某（身份证号110105********002X，手机138****5678）来电咨询"
