"""Wordings as they are compared, and the slips of the pen that are still the same wording."""

import pytest

from disclosecheck.extract.fold import bare, is_slip


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        pytest.param("三类内部事务", "三类内部事务", id="a numeral that is part of the word"),
        pytest.param("二、政府（本级）公开情况", "政府本级公开情况", id="brackets in the middle stay words"),
        pytest.param("第二十条第（一）项", "第二十条第一项", id="a caption"),
        pytest.param("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开", id="a note behind"),
        pytest.param("部分公开（区分处理的）（不含咨询）", "部分公开", id="two notes behind one another"),
        pytest.param("部分公开（区分处理的，只计", "部分公开", id="a note that is cut off"),
        pytest.param("规 章", "规章", id="a space"),
        pytest.param("社会公\n益组织", "社会公益组织", id="a line break"),
        pytest.param("本年增／减", "本年增减", id="a slash of either width"),
        pytest.param("３．其它", "其他", id="a full-width numeral, 其它"),
        pytest.param("—、本年新收", "本年新收", id="a dash typed for one"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_bare_wording(text: str, wording: str) -> None:
    assert bare(text) == wording


@pytest.mark.parametrize(
    ("printed", "official", "same"),
    [
        pytest.param("不予公开", "予以公开", False, id="another label of four signs"),
        pytest.param("行政处罚", "行政强制", False, id="two signs wrong"),
        pytest.param("规程", "规章", False, id="one sign of two"),
        pytest.param("结果纠正", "结果维持", False, id="two of four"),
        pytest.param("其他公开", "其他法律行政法规禁止公开", False, id="too much lost"),
        pytest.param("其他法律行政止公开", "其他法律行政法规禁止公开", True, id="three lost in one place"),
        pytest.param("政府信息公开行政法复议", "政府信息公开行政复议", True, id="one too many"),
        pytest.param("重复申情", "重复申请", True, id="one wrong"),
        pytest.param("重复申请", "重复申请", True, id="none"),
    ],
)
def test_slip_of_the_pen(printed: str, official: str, same: bool) -> None:
    assert is_slip(printed, official) is same
