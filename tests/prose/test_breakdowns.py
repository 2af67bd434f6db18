"""Numbers that a text takes apart, and comparisons with last year."""

from decimal import Decimal

import pytest
from written import prose


def parts(text: str, **more: object) -> list[tuple[str, str, list[str]]]:
    """(opener, whole, parts as label:value) of every breakdown."""
    return [
        (one.opener, str(one.whole.value), [f"{part.label}:{part.value}" for part in one.parts])
        for one in prose(text, **more).breakdowns  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("主动公开政府信息382条，回复留言2443条。", id="two matters"),
        pytest.param("主动公开政府信息382条，其中组织培训3次。", id="another measure"),
        pytest.param("主动公开政府信息382条，其中，同时转载上级信息2443条。", id="同时 begins another matter"),
        pytest.param("收到申请35件（较上年增加5件）。", id="a bracket that compares"),
        pytest.param("收到申请35件，含义见附表12件。", id="含义"),
        pytest.param("收到申请35件，按时答复率100%，其中12件延期。", id="a percentage between"),
        pytest.param("召开会议3次：讨论12件。", id="one number after a colon"),
        pytest.param("下一步，公开信息35条，其中网站12条。", id="a plan"),
        pytest.param("收到申请12件，留言3件，还有来访，合计20件。", id="a sum of what may be several matters"),
        pytest.param("办理结果：公开12件，答复3件，合计接待20件。", id="a sum of something else"),
        pytest.param("规范性文件 35 其中 12 0 0", id="a row of a table"),
    ],
)
def test_is_no_breakdown(text: str) -> None:
    assert parts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "主动公开政府信息382条，其中网站35条、公众号347条。",
            [("其中", "382", ["网站:35", "公众号:347"])],
            id="after 其中",
        ),
        pytest.param("共公开150条，其中动态35、政策280。", [("其中", "150", ["动态:35", "政策:280"])], id="no measure"),
        pytest.param(
            "公开信息134条。其中：年度重点工作分解、执行及落实情况16条；其他118条。",
            [("其中", "134", ["年度重点工作分解、执行及落实情况:16", "其他:118"])],
            id="a sentence of its own, semicolons, a label with 、",
        ),
        pytest.param(
            "收到政府信息公开申请136件，上年结转9件。其中自然人申请118件，法人申请18件。",
            [("其中", "136", ["自然人申请:118", "法人申请:18"])],
            id="a sentence of its own, of the number that its parts make",
        ),
        pytest.param(
            "收到政府信息公开申请136件，上年结转9件。其中自然人申请117件，法人申请18件。",
            [("其中", "136", ["自然人申请:117", "法人申请:18"])],
            id="a sentence of its own, of the total where they make none",
        ),
        pytest.param(
            "收到政府信息公开申请136件，办结138件。其中予以公开64件，不予公开73件。",
            [("其中", "138", ["予以公开:64", "不予公开:73"])],
            id="a sentence of its own, of the nearest total",
        ),
        pytest.param(
            "办理结果：予以公开12件，不予公开4件（其中过程性信息2件），合计17件。",
            [("其中", "4", ["过程性信息:2"]), ("合计", "17", ["予以公开:12", "不予公开:4"])],
            id="a list of its own that the text adds up",
        ),
        pytest.param(
            "组织会议3次，收到申请12件，留言1件，合计13件。",
            [("合计", "13", ["收到申请:12", "留言:1"])],
            id="the last of them make the sum",
        ),
        pytest.param(
            "收到申请35件（网上申请20件、信函申请15件），均已答复。",
            [("", "35", ["网上申请:20", "信函申请:15"])],
            id="in brackets",
        ),
        pytest.param(
            "受理872件，其中信箱400件，网站472件；推送信息66件。",
            [("其中", "872", ["信箱:400", "网站:472"])],
            id="a semicolon ends a list of commas",
        ),
        pytest.param(
            "收到申请78件，其中自然人61件，占78.2%，法人17份。",
            [("其中", "78", ["自然人:61", "法人:17"])],
            id="shares between, 份 for 件",
        ),
        pytest.param(
            "公开信息97条，其中6.2级地震灾后重建86条，其他11条。",
            [("其中", "97", ["6.2级地震灾后重建:86", "其他:11"])],
            id="a number in a label",
        ),
        pytest.param(
            "收到政府信息公开申请35件，比上年多5件。从渠道看，网上20件，信函15件；从申请人看，自然人30件，法人5件。",
            [("渠道", "35", ["网上:20", "信函:15"]), ("申请人", "35", ["自然人:30", "法人:5"])],
            id="divided further on, twice",
        ),
        pytest.param("从渠道看，网上20件，信函15件。", [], id="divided, but no total was stated"),
        pytest.param("其中A类3件和B类4件，共7件。", [], id="no whole before"),
        pytest.param(
            "公开信息7条，包括甲类3条和乙类4条。", [("包括", "7", ["甲类:3", "乙类:4"])], id="和 between two parts"
        ),
        pytest.param(
            "932 manuscripts were published, including 64 central media, 594 provincial media and 289 new media.",
            [("including", "932", ["central media:64", "provincial media:594", "new media:289"])],
            id="English",
        ),
    ],
)
def test_parts_with_their_labels(text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert parts(text) == expected


def test_a_part_that_is_broken_down_in_turn() -> None:
    outer, inner = prose("公开信息382条，包括网站35条，公众号2443条，其中民政45条、党建58条。").breakdowns
    assert (outer.nested, [part.value for part in outer.parts]) == (True, [Decimal(35), Decimal(2443)])
    assert [part.label for part in inner.parts] == ["民政", "党建"]


def test_numbers_beside_the_whole() -> None:
    (one,) = prose("办理建议18件、提案26件，其中主办12件、协办32件。").breakdowns
    assert (one.whole.value, one.beside) == (Decimal(26), Decimal(18))


def test_the_fact_of_the_whole_and_the_print() -> None:
    (one,) = prose("2023年，我局收到政府信息公开申请 35 件，其中网上 20 件、信函 15 件。").breakdowns
    assert one.whole.fact == "requests_received"
    assert one.evidence.quote == "我局收到政府信息公开申请 35 件，其中网上 20 件、信函 15 件"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("收到申请35件，比上年增加5件，增长16.7%。", ("35", "5", "16.7", 2022), id="amount and rate"),
        pytest.param("收到申请35件，较2021年下降12.5%。", ("35", None, "-12.5", 2021), id="a fall, the year named"),
        pytest.param(
            "收到申请35件（甲28件、乙7件），同比增长70.30%。", ("35", None, "70.30", 2022), id="after a bracket"
        ),
        pytest.param("收到申请35件，比上年减少5件。", ("35", "-5", None, 2022), id="an amount alone"),
        pytest.param("点击量同比增长20%。", (None, None, "20", 2022), id="no figure"),
        pytest.param("公开35条，申请比上年增加5件。", (None, "5", None, 2022), id="another measure"),
    ],
)
def test_changes(text: str, expected: tuple[str | None, str | None, str | None, int]) -> None:
    (one,) = prose(text).changes
    assert (one.now and str(one.now.value), one.by and str(one.by), one.rate and str(one.rate), one.base) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("满意度环比增长3%，较年初增加2件。", id="against another time"),
        pytest.param("增强培训效果，提高3方面能力。", id="no comparison"),
    ],
)
def test_is_no_change(text: str) -> None:
    assert prose(text).changes == ()
