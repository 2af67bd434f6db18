"""What a rule stands on, as Chinese offices cite it."""

import pytest
from made_by_hand import labels_in

from disclosecheck.report.basis import say_basis


@pytest.mark.parametrize(
    ("basis", "chinese"),
    [
        pytest.param("国办公开办函〔2021〕30号", "国办公开办函〔2021〕30号", id="a document alone"),
        pytest.param("国办公开办函〔2021〕30号, table 3", "国办公开办函〔2021〕30号，表三", id="a table"),
        pytest.param("国办公开办函〔2021〕30号, tables 2-4", "国办公开办函〔2021〕30号，表二至表四", id="tables"),
        pytest.param(
            "政府信息公开条例 art. 50; 办法 art. 7", "政府信息公开条例第五十条；办法第七条", id="articles of two laws"
        ),
        pytest.param("政府信息公开条例 art. 49(2)", "政府信息公开条例第四十九条第二款", id="a paragraph"),
        pytest.param("政府信息公开条例 art. 10, 50", "政府信息公开条例第十条、第五十条", id="two articles of one law"),
        pytest.param("GB/T 9704—2012, 7.3.3", "GB/T 9704—2012，7.3.3", id="a standard keeps its numbers"),
    ],
)
def test_chinese(basis, chinese):
    assert say_basis(basis, labels_in("zh")) == chinese


def test_english_is_as_the_pack_has_it():
    assert say_basis("政府信息公开条例 art. 49(2)", labels_in("en")) == "政府信息公开条例 art. 49(2)"
