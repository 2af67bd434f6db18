"""The statutory tables read from grids: merged and split cells, swapped, added and lost rows and columns."""

import time

import pytest
from building import HEAD_3, HEAD_4, NOTE, Entry, body_3, facts_of, form, grid, report, values

SEVEN = list("1234567")
ISSUED = ("issued", "repealed", "in_force")


def _t2(*rows: list[Entry]) -> list[list[Entry]]:
    """Table 2, item (1), with the rows given; 规章 0 0 0 first."""
    return [[("第二十条第（一）项", 1, 4)], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], *rows]


@pytest.mark.parametrize(
    ("head", "label", "columns", "extra"),
    [
        pytest.param(
            "本年制发件数", "行政规范性文", ["issued", "repealed", "in_force"], [], id="a slip in the first row"
        ),
        pytest.param("本年制件数", "行政规范性文件", [*ISSUED], [], id="a slip in a head"),
        pytest.param(
            "本年新制作数量",
            "行政规范性文件",
            ["repealed", "in_force"],
            [("column", "本年新制作数量")],
            id="a head of 2019",
        ),
        pytest.param("本年制发件数", "规", [], [("row", "规")], id="a row that nobody can name spoils no other"),
    ],
)
def test_a_slip_in_table_two_costs_no_block(
    head: str, label: str, columns: list[str], extra: list[tuple[str, str]]
) -> None:
    rows = _t2([label, "1", "2", "3"])
    rows[1] = ["信息内容", head, "本年废止件数", "现行有效件数"]
    facts = facts_of(report(grid(*rows)))
    printed = {"issued": "1", "repealed": "2", "in_force": "3"}
    assert {
        column: cell.text for cell in facts.cells.values() if cell.state == "number" and (column := cell.column)
    } == {column: printed[column] for column in columns}
    assert [(one.kind, one.label) for one in facts.extras] == extra


def test_every_cell_of_the_form_has_a_fact() -> None:
    facts = facts_of(report(grid(*HEAD_3, *body_3())))
    assert facts.form is not None
    assert set(facts.cells) == set(form().addresses())
    assert facts.tables_found == {"t3_requests"}


def test_a_table_that_is_not_there_is_missing_and_not_blank() -> None:
    facts = facts_of(report(grid(*HEAD_3, *body_3())))
    assert set(values(facts, "t4_review_litigation")) == {"(cell.table_not_found)"}


@pytest.mark.parametrize(
    ("header", "body"),
    [
        pytest.param(
            [["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]],
            [["一、本年新收政府信息公开申请数量", *SEVEN]],
            id="a header in one row",
        ),
        pytest.param(
            [
                ["项目", "自然人", ("法人或其他组织", 1, 5), "总计"],
                ["", "", "商业\n企业", "科研\n机构", "社会公\n益组织", "法律服\n务机构", "其\n他", ""],
            ],
            [["一、本年新收政府信息公开申请数量", *SEVEN]],
            id="labels broken over lines, header cells not merged",
        ),
        pytest.param(
            [
                ["", ("自然人", 3, 1), ("法人或其他组织", 1, 5), ("总计", 3, 1)],
                ["", "商业", "科研", "社会公益", "法律服务", "其他"],
                ["", "企业", "机构", "组织", "机构", ""],
            ],
            [["一、本年新收政府信息公开申请数量", *SEVEN]],
            id="labels split over two rows of cells",
        ),
        pytest.param(
            [["", "自 然 人", "商业企業", "科研机构", "社会公益组织（件）", "法律服务机构", "其它", "合计"]],
            [["一、 本年新收政府信息公开申请数量（件）", *SEVEN]],
            id="spaces, notes, an alias and a slip of the pen",
        ),
        pytest.param(
            HEAD_3, [[("一、本年新收政府信息公开申请数量", 1, 3), *SEVEN]], id="the label merged over three columns"
        ),
        pytest.param(
            HEAD_3,
            [["一、本年新收政府信息公开申请数量"] * 3 + SEVEN],
            id="the label in each of three cells that were one",
        ),
        pytest.param(
            HEAD_3, [["一、", "本年新收政府信息公开申请数量", "", *SEVEN]], id="the numeral in a column of its own"
        ),
        pytest.param(
            HEAD_3, [["一、本年新收政府", "信息公开申请数量", "", *SEVEN]], id="the label split in two columns"
        ),
        pytest.param(HEAD_3, [["—、本年新收政府信息公开申请数量", "", "", *SEVEN]], id="a dash typed for one"),
        pytest.param(
            [["", "自人", "商业企业", "科研的机构", "社会公益组织", "法律服务机构", "其他", "总计"]],
            [["一、本年新收政府信公开申请数量", *SEVEN]],
            id="slips of the pen in two heads and the first row",
        ),
        pytest.param(
            HEAD_3, [["一、本年新收政府信息公开申请数量", "", "", *SEVEN, "备注"]], id="a cell more than the header has"
        ),
    ],
)
def test_a_row_under_any_header(header: list[list[Entry]], body: list[list[Entry]]) -> None:
    assert values(facts_of(report(grid(*header, *body))), "t3_requests", "new_received") == SEVEN


def test_the_total_row_whose_label_stands_twice_is_no_header() -> None:
    rows: list[list[Entry]] = [
        ["三、本年度办理结果", "（七）总计", "（七）总计", *SEVEN],
        ["四、结转下年度继续办理", "", "", *SEVEN],
    ]
    facts = facts_of(report(grid(*HEAD_3, *rows)))
    assert values(facts, "t3_requests", "results_total") == SEVEN
    assert values(facts, "t3_requests", "carried_forward") == SEVEN


def test_values_that_do_not_lie_under_the_labels_are_not_handed_out() -> None:
    facts = facts_of(report(grid(*HEAD_3, ["一、本年新收政府信息公开申请数量", *SEVEN])))
    assert not any(cell.state == "number" for cell in facts.cells.values())


def test_swapped_columns_stay_right_by_their_labels() -> None:
    header: list[Entry] = ["", "总计", "其他", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构"]
    facts = facts_of(report(grid(header, ["一、本年新收政府信息公开申请数量", "7", "6", "1", "2", "3", "4", "5"])))
    assert values(facts, "t3_requests", "new_received") == SEVEN


def test_swapped_rows_stay_right_by_their_labels() -> None:
    body = body_3(numbers={"granted": SEVEN})
    body[2], body[3] = [body[2][0], *body[3]], body[2][1:]
    facts = facts_of(report(grid(*HEAD_3, *body)))
    assert values(facts, "t3_requests", "granted") == SEVEN
    assert values(facts, "t3_requests", "partially_granted") == ["0"] * 7


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        pytest.param("2.其他法律行政止公开", "denied_law_prohibited", id="three signs lost"),
        pytest.param("2、其他法律行政法规禁止公开", "denied_law_prohibited", id="another stop behind the numeral"),
        pytest.param("其他法律行政法规禁止公开", "denied_law_prohibited", id="no numeral"),
        pytest.param('3.危及"三安全一稳定"', "denied_security_stability", id="straight quotes"),
        pytest.param("5.要求行政机关确认或重新", "np_confirm_reissue", id="cut off"),
        pytest.param("1.逾期不补正", "other_overdue_correction", id="shortened as some portals do"),
        pytest.param("３．其它", "other_misc", id="full-width numeral, 其它"),
        pytest.param("（二）部分公开", "partially_granted", id="without its note"),
        pytest.param("(七)合 计", "results_total", id="half-width brackets and 合计"),
        pytest.param("四、结转下一年度继续办理", "carried_forward", id="an alias"),
    ],
)
def test_labels_as_they_are_printed(printed: str, key: str) -> None:
    body = [["三、本年度办理结果", "", printed, *SEVEN]] if key != "carried_forward" else [[printed, "", "", *SEVEN]]
    facts = facts_of(report(grid(*HEAD_3, [("（一）予以公开", 1, 3), *["0"] * 7], *body)))
    assert values(facts, "t3_requests", key) == SEVEN


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("2.其他禁止公开", id="more than a slip"),
        pytest.param("其他法", id="too little of a label"),
        pytest.param("（二）不予公布", id="a label of nothing"),
    ],
)
def test_what_is_no_label_is_an_extra_row(printed: str) -> None:
    facts = facts_of(report(grid(*HEAD_3, [("（一）予以公开", 1, 3), *["0"] * 7], [(printed, 1, 3), *SEVEN])))
    assert [(extra.kind, extra.label, extra.values) for extra in facts.extras] == [("row", printed, tuple(SEVEN))]


def test_a_row_that_is_not_there_is_missing_and_not_zero() -> None:
    body = [line for line in body_3() if line[0] != "2.重复申请"]
    facts = facts_of(report(grid(*HEAD_3, *body)))
    assert set(values(facts, "t3_requests", "np_duplicate")) == {"(cell.row_not_found)"}


def test_a_column_that_is_not_there_is_missing() -> None:
    header: list[Entry] = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "其他", "总计"]
    facts = facts_of(report(grid(header, ["一、本年新收政府信息公开申请数量", "1", "2", "3", "4", "6", "7"])))
    assert values(facts, "t3_requests", "new_received") == ["1", "2", "3", "4", "(cell.column_not_found)", "6", "7"]


def test_an_added_subtotal_column_is_read_and_reported() -> None:
    header: list[Entry] = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "小计", "总计"]
    facts = facts_of(report(grid(header, ["一、本年新收政府信息公开申请数量", *"123456", "20", "7"])))
    assert facts.cells["t3_requests.new_received.organisations_subtotal"].text == "20"
    assert facts.cells["t3_requests.new_received.total"].text == "7"
    assert [(extra.kind, extra.label, extra.values) for extra in facts.extras] == [("column", "小计", ("20",))]


def test_a_column_that_nobody_knows_is_reported() -> None:
    header: list[Entry] = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计", "备注"]
    facts = facts_of(report(grid(header, ["一、本年新收政府信息公开申请数量", *SEVEN, "见附件"])))
    assert values(facts, "t3_requests", "new_received") == SEVEN
    assert [(extra.kind, extra.label, extra.values) for extra in facts.extras] == [("column", "备注", ("见附件",))]


def test_the_header_repeated_after_a_page_break() -> None:
    first: list[Entry] = [("一、本年新收政府信息公开申请数量", 1, 3), *SEVEN]
    last: list[Entry] = [("四、结转下年度继续办理", 1, 3), *SEVEN]
    facts = facts_of(report(grid(*HEAD_3, first, *HEAD_3, last)))
    assert values(facts, "t3_requests", "new_received") == values(facts, "t3_requests", "carried_forward") == SEVEN
    assert facts.extras == ()


def test_a_table_that_goes_on_without_a_header() -> None:
    body = body_3(numbers={"carried_forward": SEVEN})
    facts = facts_of(report(grid(*HEAD_3, *body[:2]), grid(*body[-2:], number=2)))
    assert values(facts, "t3_requests", "carried_forward") == SEVEN


def test_a_list_that_names_licences_does_not_take_the_table_s_place() -> None:
    annex = grid(["类别", "数量"], ["行政许可", "35"], ["行政处罚", "7"])
    table = grid(["信息内容", "本年处理决定数量"], ["行政许可", "1286"], number=2)
    later = grid(["类别", "数量"], ["行政强制", "9"], number=3)
    facts = facts_of(report(annex, table, later))
    assert values(facts, "t2_art20_5", "administrative_licences") == ["1286"]
    assert values(facts, "t2_art20_6", "administrative_coercion") == ["(cell.table_not_found)"]


def test_a_table_whose_header_is_lost_is_missing_with_that_reason() -> None:
    facts = facts_of(report(grid(*body_3(numbers={"new_received": SEVEN}))))
    assert values(facts, "t3_requests", "new_received") == ["(cell.header_not_found)"] * 7


def test_a_row_broken_over_two_pages() -> None:
    rows: list[list[Entry]] = [
        [("（五）不予处理", 2, 2), "5.要求行政机关确认或重", *[""] * 7],
        ["新出具已获取信息", *SEVEN],
    ]
    facts = facts_of(report(grid(*HEAD_3, [("（一）予以公开", 1, 3), *["0"] * 7], *rows)))
    assert values(facts, "t3_requests", "np_confirm_reissue") == SEVEN
    assert facts.extras == ()


def test_numbers_beside_a_side_heading_are_reported() -> None:
    rows: list[list[Entry]] = [
        [("（三）不予公开", 1, 3), *SEVEN],
        ["", "", "1.属于国家秘密", *["0"] * 7],
    ]
    facts = facts_of(report(grid(*HEAD_3, *rows)))
    assert [(extra.label, extra.values) for extra in facts.extras] == [("（三）不予公开", tuple(SEVEN))]
    assert values(facts, "t3_requests", "denied_state_secret") == ["0"] * 7


@pytest.mark.parametrize(
    "cells",
    [pytest.param(SEVEN, id="with numbers"), pytest.param([""] * 7, id="with blanks")],
)
def test_other_handling_in_one_row_is_a_leaf(cells: list[str]) -> None:
    t2 = grid(*_t2(["规章", "0", "0", "0"]))
    facts = facts_of(report(t2, grid(*HEAD_3, *body_3("2019", {"other": cells}), number=2)))
    assert facts.form is not None
    assert (facts.form.edition, len(facts.form.addresses())) == ("2021", 186)
    assert values(facts, "t3_requests", "other") == cells
    assert "t3_requests.other_misc.total" not in facts.cells
    assert facts.extras == ()


def test_other_handling_in_three_rows_under_the_first_edition() -> None:
    t2 = grid(
        [("第二十条第（一）项", 1, 4)],
        ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
        ["规章", "1", "2", "3"],
    )
    facts = facts_of(report(t2, grid(*HEAD_3, *body_3("2021", {"other_misc": SEVEN}), number=2)))
    assert facts.form is not None
    assert facts.identity.edition == "2019"
    assert values(facts, "t3_requests", "other_misc") == SEVEN


@pytest.mark.parametrize(
    ("row", "read"),
    [
        pytest.param(["规章", ("0", 1, 3)], ["(cell.merged)"] * 3, id="one cell merged over three columns is nobody's"),
        pytest.param(["规章", ("0", 1, 2), "3"], ["(cell.merged)", "(cell.merged)", "3"], id="two columns merged"),
        pytest.param(["规章", "1", "2"], ["1", "2", "(cell.merged)"], id="a cell too few"),
    ],
)
def test_merged_values_are_not_handed_out(row: list[Entry], read: list[str]) -> None:
    assert values(facts_of(report(grid(*_t2(row)))), "t2_art20_1", "regulations") == read


def test_a_value_merged_over_two_rows_is_neither_row_s() -> None:
    table = grid(*_t2(["规章", ("0", 2, 1), "0", "0"], ["行政规范性文件", "2", "3"]))
    facts = facts_of(report(table))
    assert values(facts, "t2_art20_1", "regulations") == ["(cell.merged)", "0", "0"]
    assert values(facts, "t2_art20_1", "normative_documents") == ["(cell.merged)", "2", "3"]


def test_borders_that_run_across_each_other_are_paired_in_order() -> None:
    """As a published page has it: the header spans columns 1, 2-3 and 4, the values 1-2, 3 and 4."""
    table = grid(
        [("第二十条第（五）项", 1, 5)],
        ["信息内容", "上一年项目数量", ("本年增/减", 1, 2), "处理决定数量"],
        ["行政许可", ("7", 1, 2), "-2", "88"],
    )
    assert values(facts_of(report(table)), "t2_art20_5", "administrative_licences") == ["7", "-2", "88"]


def test_table_2_as_one_table_with_captions_as_rows() -> None:
    table = grid(
        *_t2(["规章", "0", "0", "0"], ["行政规范性文件", "3", "1", "27"]),
        [("第二十条第（五）项", 1, 4)],
        ["信息内容", ("本年处理决定数量", 1, 3)],
        ["行政许可", ("1286", 1, 3)],
        [("第二十条第（六）项", 1, 4)],
        ["信息内容", ("本年处理决定数量", 1, 3)],
        ["行政处罚", ("243", 1, 3)],
        ["行政强制", ("2", 1, 3)],
        [("第二十条第（八）项", 1, 4)],
        ["信息内容", ("本年收费金额（单位：万元）", 1, 3)],
        ["行政事业性收费", ("12.35", 1, 3)],
    )
    facts = facts_of(report(table))
    read = [cell.text for cell in facts.cells.values() if cell.table.startswith("t2")]
    assert read == ["0", "0", "0", "3", "1", "27", "1286", "243", "2", "12.35"]


def test_table_2_as_several_tables_with_captions_above() -> None:
    facts = facts_of(
        report(
            "第二十条第（六）项",
            grid(["信息内容", "本年处理决定数量"], ["行政处罚", "243"], ["行政强制", "2"]),
            "第二十条第（五）项",
            grid(["信息内容", "本年处理决定数量"], ["行政许可", "1286"], number=2),
        )
    )
    assert values(facts, "t2_art20_6", "administrative_penalties") == ["243"]
    assert values(facts, "t2_art20_5", "administrative_licences") == ["1286"]


def test_table_2_under_one_header_without_captions() -> None:
    table = grid(["信息内容", "本年处理决定数量"], ["行政许可", "1"], ["行政处罚", "2"], ["行政强制", "3"])
    facts = facts_of(report(table))
    assert values(facts, "t2_art20_5", "administrative_licences") == ["1"]
    assert values(facts, "t2_art20_6", "administrative_coercion") == ["3"]


@pytest.mark.parametrize(
    ("again", "same"),
    [
        pytest.param(SEVEN, True, id="pasted twice"),
        pytest.param(list("7654321"), False, id="another unit's figures"),
    ],
)
def test_a_second_copy_of_a_table_is_told_and_not_judged(again: list[str], same: bool) -> None:
    first = grid(*HEAD_3, *body_3(numbers={"new_received": SEVEN}))
    second = grid(*HEAD_3, *body_3(numbers={"new_received": again}), number=2)
    facts = facts_of(report(first, second))
    assert values(facts, "t3_requests", "new_received") == SEVEN
    assert [(extra.kind, extra.same, extra.values[:7]) for extra in facts.extras] == [("table", same, tuple(again))]


def test_a_second_copy_of_a_part_of_table_2_is_told() -> None:
    part = [["信息内容", "本年处理决定数量"], ["行政处罚", "243"], ["行政强制", "2"]]
    facts = facts_of(report("第二十条第（六）项", grid(*part), "第二十条第（六）项", grid(*part, number=2)))
    assert [(extra.kind, extra.table, extra.same) for extra in facts.extras] == [("table", "t2_art20_6", True)]


def test_a_row_that_stands_twice_is_told() -> None:
    table = grid(*_t2(["规章", "0", "0", "0"], ["行政规范性文件", "3", "1", "27"], ["行政规范性文件", "4", "1", "28"]))
    facts = facts_of(report(table))
    assert values(facts, "t2_art20_1", "normative_documents") == ["3", "1", "27"]
    assert [(extra.label, extra.values) for extra in facts.extras] == [("行政规范性文件", ("4", "1", "28"))]


FIFTEEN = [str(number) for number in range(1, 16)]


@pytest.mark.parametrize(
    "header",
    [
        pytest.param(HEAD_4, id="three levels"),
        pytest.param(
            [
                [("\n".join(words), down, right) for words, down, right in [("行政复议", 1, 5), ("行政诉讼", 1, 10)]],
                HEAD_4[1],
                ["\n".join(str(words)) for words in HEAD_4[2]],
            ],
            id="signs one under another",
        ),
        pytest.param(
            [
                [("行政复议", 1, 5), ("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)],
                ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3,
            ],
            id="two levels",
        ),
        pytest.param(
            [
                ["行政复议", "", "", "", "", "未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", "", ""],
                ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3,
            ],
            id="blocks not merged over their columns",
        ),
        pytest.param(
            [
                ["行政复议", *[""] * 4, "行政诉讼", *[""] * 9],
                [*HEAD_4[2][:5], "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4],
                [*[""] * 5, *HEAD_4[2]],
            ],
            id="three levels, nothing merged",
        ),
    ],
)
def test_table_4_by_its_header(header: list[list[Entry]]) -> None:
    assert values(facts_of(report(grid(*header, FIFTEEN))), "t4_review_litigation") == FIFTEEN


def test_table_4_with_its_blocks_swapped() -> None:
    header: list[list[Entry]] = [
        [("行政诉讼", 1, 10), ("行政复议", 1, 5)],
        [("复议后起诉", 1, 5), ("未经复议直接起诉", 1, 5), ("", 1, 5)],
        ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3,
    ]
    facts = facts_of(report(grid(*header, FIFTEEN)))
    assert values(facts, "t4_review_litigation") == FIFTEEN[10:] + FIFTEEN[5:10] + FIFTEEN[:5]


def test_a_second_row_of_numbers_in_table_4_is_told() -> None:
    facts = facts_of(report(grid(*HEAD_4, FIFTEEN, ["0"] * 15)))
    assert values(facts, "t4_review_litigation") == FIFTEEN
    assert [extra.values for extra in facts.extras] == [("0",) * 15]


def test_evidence_names_section_table_row_and_column() -> None:
    facts = facts_of(report(grid(*_t2(["规章", "0", "0", "３"]))))
    evidence = facts.cells["t2_art20_1.regulations.in_force"].evidence
    assert (evidence.section, evidence.table, evidence.row, evidence.column) == (
        2,
        "t2_art20_1",
        "regulations",
        "in_force",
    )
    assert (evidence.quote, evidence.value, evidence.paragraph) == ("３", "3", None)


def test_labels_are_told_as_printed() -> None:
    facts = facts_of(report(grid(*_t2(["规 章", "0", "0", "0"], ["规范性文件", "3", "1", "27"]))))
    met = [(label.row, label.column, label.printed, label.exact) for label in facts.labels_met]
    assert met == [
        (None, None, "第二十条第（一）项", True),
        (None, "issued", "本年制发件数", True),
        (None, "repealed", "本年废止件数", True),
        (None, "in_force", "现行有效件数", True),
        ("regulations", None, "规 章", True),
        ("normative_documents", None, "规范性文件", False),
    ]


def test_the_note_of_the_header_is_no_label() -> None:
    facts = facts_of(report(grid(*HEAD_3, *body_3())))
    assert NOTE not in [label.printed for label in facts.labels_met]
    assert all(label.exact for label in facts.labels_met)


def test_thousands_of_rows_of_another_table_take_no_longer_than_their_number() -> None:
    began = time.perf_counter()
    facts = facts_of(report(grid(*[[str(row)] * 10 for row in range(5000)]), grid(*HEAD_4, FIFTEEN, number=2)))
    assert values(facts, "t4_review_litigation") == FIFTEEN
    assert time.perf_counter() - began < 10  # some 0.3 s; quadratic in the rows it was a minute
