"""The statutory tables read from running text: as many values as columns, or none; digits are never split."""

import pytest
from building import HEADINGS, NOTE, TITLE, facts_of, form, rows_of, text, values

HEADER_3 = ("自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
LEAVES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
SEVEN = list("1234567")
FIFTEEN = [str(number) for number in range(1, 16)]


def _report(second: str = "", third: str = "", fourth: str = "") -> str:
    return "\n".join(
        (
            TITLE,
            HEADINGS[0],
            "概况。",
            HEADINGS[1],
            second,
            HEADINGS[2],
            third,
            HEADINGS[3],
            fourth,
            HEADINGS[4],
            "无。",
        )
    )


def _requests(separator: str, lead: str = "", numbers: dict[str, list[str]] | None = None) -> str:
    """Table 3 of edition 2021 as lines of cells, side headings on lines of their own."""
    lines = [lead + separator.join((NOTE, "申请人情况")), lead + separator.join(HEADER_3)]
    for row in rows_of():
        cells = [row.label] if row.header_only else [row.label, *(numbers or {}).get(row.key, ["0"] * 7)]
        lines.append(lead + separator.join(cells))
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("separator", "lead"),
    [
        pytest.param("\n", "", id="one cell a line"),
        pytest.param(" | ", "", id="bars"),
        pytest.param(" | ", "| ", id="bars in front as well"),
        pytest.param("\t", "", id="tabs"),
        pytest.param("    ", "  ", id="set apart by blanks, as a copy from a PDF"),
        pytest.param(" ", "", id="one blank"),
    ],
)
def test_every_cell_of_table_3(separator: str, lead: str) -> None:
    numbers = {row.key: [str(10 * place + column) for column in range(7)] for place, row in enumerate(rows_of(), 1)}
    facts = facts_of(text(_report(third=_requests(separator, lead, numbers))))
    for row in rows_of():
        if not row.header_only:
            assert values(facts, "t3_requests", row.key) == numbers[row.key]
    assert facts.extras == ()


def _items(first: str, separator: str = "\n") -> str:
    return separator.join(
        (
            "第二十条第（一）项",
            "信息内容",
            "本年制发件数",
            "本年废止件数",
            "现行有效件数",
            "规章",
            first,
            "行政规范性文件",
            "3",
            "1",
            "27",
        )
    )


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        pytest.param("0\n0\n12", ["0", "0", "12"], id="three values for three columns"),
        pytest.param("0\n/\n12", ["0", "/", "12"], id="a dash is a value"),
        pytest.param("0\n无\n12", ["0", "无", "12"], id="so is 无"),
        pytest.param("0\nO\n12", ["0", "O", "12"], id="and the letter O"),
        pytest.param("0\n12", ["(cell.count_differs)"] * 3, id="one too few"),
        pytest.param("0\n0\n12\n4", ["(cell.count_differs)"] * 3, id="one too many"),
        pytest.param("0012", ["(cell.digits_run_together)"] * 3, id="digits in one"),
        pytest.param("", ["", "", ""], id="nothing printed is blank"),
    ],
)
def test_values_go_to_columns_only_when_there_are_as_many(printed: str, read: list[str]) -> None:
    assert values(facts_of(text(_report(_items(printed)))), "t2_art20_1", "regulations") == read


@pytest.mark.parametrize(
    ("row", "read"),
    [
        pytest.param("规章 | 0 | | 6", ["0", "", "6"], id="a blank between bars"),
        pytest.param("| 规章 | | | 6 |", ["", "", "6"], id="blanks in front"),
        pytest.param("规章 | 0 | 1 | | |", ["0", "1", ""], id="bars of merged cells at the end"),
        pytest.param("规章 | | | | |", ["", "", ""], id="nothing but bars"),
        pytest.param("规章 | 0 | 6", ["(cell.count_differs)"] * 3, id="a cell lost"),
        pytest.param("规章\t0\t\t6", ["0", "", "6"], id="tabs"),
        pytest.param("规章\t0\t\t", ["0", "", ""], id="a tab at the end is a blank"),
    ],
)
def test_blanks_between_bars_are_cells(row: str, read: list[str]) -> None:
    lines = (
        "第二十条第（一）项\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n"
        + row
        + "\n行政规范性文件 | 3 | 1 | 27"
    )
    assert values(facts_of(text(_report(lines))), "t2_art20_1", "regulations") == read


def test_the_blank_in_front_of_a_row_is_not_the_last_cell_of_the_row_before() -> None:
    tab = "\t"
    third = "\n".join(
        (
            f"{NOTE}\t申请人情况",
            f"\t{tab.join(HEADER_3)}",
            f"一、本年新收政府信息公开申请数量\t{tab.join(SEVEN[:6])}",
            f"\t（一）予以公开\t{tab.join(SEVEN)}",
        )
    )
    facts = facts_of(text(_report(third=third)))
    assert values(facts, "t3_requests", "new_received") == ["(cell.count_differs)"] * 7
    assert values(facts, "t3_requests", "granted") == SEVEN


def test_digits_that_have_run_together_are_missing_with_that_reason() -> None:
    second = (
        "第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件2761第二十条第（五）项信息内容"
        "本年处理决定数量行政许可835第二十条第（六）项信息内容本年处理决定数量行政处罚0行政强制第二十条第（八）项信息内容"
        "本年收费金额（单位：万元）行政事业性收费0"
    )
    facts = facts_of(text(_report(second)))
    assert facts.identity.edition == "2021"
    assert values(facts, "t2_art20_1", "normative_documents") == ["(cell.digits_run_together)"] * 3
    assert facts.cells["t2_art20_1.normative_documents.issued"].text == "2761"
    assert values(facts, "t2_art20_5", "administrative_licences") == ["835"]
    assert values(facts, "t2_art20_6", "administrative_coercion") == [""]


def test_the_numeral_of_the_next_row_is_not_part_of_the_digits() -> None:
    third = "".join((NOTE, "申请人情况", *HEADER_3))
    third += "一、本年新收政府信息公开申请数量120000012三、本年度办理结果（三）不予公开"
    third += "1.属于国家秘密00000002.其他法律行政法规禁止公开0000000"
    cells = facts_of(text(_report(third=third))).cells
    assert cells["t3_requests.new_received.total"].text == "120000012"
    assert cells["t3_requests.denied_state_secret.total"].text == "0000000"
    assert cells["t3_requests.denied_state_secret.total"].reason == "cell.digits_run_together"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("- 4 -", id="a page number between dashes"),
        pytest.param("P. 4", id="another"),
        pytest.param("第4页", id="in Chinese"),
        pytest.param("4", id="bare"),
    ],
)
def test_a_page_number_between_rows_of_one_line_each(page: str) -> None:
    rows = f"一、本年新收政府信息公开申请数量 {' '.join(SEVEN)}\n{page}\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0"
    facts = facts_of(text(_report(third=f"{NOTE} 申请人情况\n{' '.join(HEADER_3)}\n{rows}")))
    assert values(facts, "t3_requests", "new_received") == SEVEN


def test_labels_over_several_lines_with_upright_side_headings_between() -> None:
    third = f"""{NOTE} 申请人情况
                                           法人或其他组织
                                  自然人                               总计
                                           商业   科研   社会公益 法律服务 其他
                                           企业   机构   组织   机构
一、本年新收政府信息公开申请数量                  2160     75    1   6    3     2   2247
三   （一）予以公开                        840      9    0   2     1    1    853
、
本   （二）部分公开（区分处理的，只
     计这一情形，不计其他情形）                207      5     0   1    0     0   213
年
办             2.其他法律行政法规禁止公
结             开                    14      0     0   0    0     0   14
     （三）      4.保护第三方合法权益          52      0     0   0    0     0   52
     不予
     公开       5.属于三类内部事务信息         31      0     0   0    0     0   31
              5.要求行政机关确认或重新
                                   6       0     0   0    0     0    6
              出具已获取信息
     （六）
     其他       2.逾期不缴费              17      0     0   0    0     0    17
     处理
              3.其他                156      2     0   0     0    0   158
    （七）总计                         2101     75    1   6    3     2   2188
四、结转下年度继续办理                        59      0     0   0    0     0    59"""
    facts = facts_of(text(_report(third=third)))
    totals = {
        row.key: cell.text
        for row in rows_of()
        if (cell := facts.cells.get(f"t3_requests.{row.key}.total")) and cell.text
    }
    assert totals == {
        "new_received": "2247",
        "granted": "853",
        "partially_granted": "213",
        "denied_law_prohibited": "14",
        "denied_third_party": "52",
        "denied_internal_affairs": "31",
        "np_confirm_reissue": "6",
        "other_overdue_fee": "17",
        "other_misc": "158",
        "results_total": "2188",
        "carried_forward": "59",
    }


def test_a_header_whose_pieces_lie_in_another_order_is_not_read() -> None:
    header = """自然人         社会 科研                   总计
      商业 法律
           公益 机构 其他
      企业 服务
           组织
           机构"""
    rows = f"一、本年新收政府信息公开申请数量 {' '.join(SEVEN)}"
    facts = facts_of(text(_report(third=f"{NOTE} 申请人情况 法人或其他组织\n{header}\n{rows}")))
    assert not any(cell.state == "number" for cell in facts.cells.values())


@pytest.mark.parametrize(
    ("header", "order"),
    [
        pytest.param(HEADER_3, SEVEN, id="the common header cell first, its columns after"),
        pytest.param(
            ("总计", "自然人", "法人或其他组织", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"),
            ["2", "3", "4", "5", "6", "7", "1"],
            id="the total in front",
        ),
        pytest.param(
            ("自然人", "法人或其他组织", "总计", "其他", "商业企业", "科研机构", "社会公益组织", "法律服务机构"),
            ["1", "3", "4", "5", "6", "2", "7"],
            id="columns swapped",
        ),
        pytest.param(
            (
                "自然人",
                "法人或其他组织",
                "总计",
                "商业\n企业",
                "科研\n机构",
                "社会公益\n组织",
                "法律服务\n机构",
                "其他",
            ),
            SEVEN,
            id="labels on two lines",
        ),
    ],
)
def test_values_follow_the_order_of_the_header(header: tuple[str, ...], order: list[str]) -> None:
    row = "\n".join(("一、本年新收政府信息公开申请数量", *SEVEN))
    facts = facts_of(text(_report(third="\n".join((NOTE, "申请人情况", *header, row)))))
    assert values(facts, "t3_requests", "new_received") == order


def test_labels_cut_off_in_the_order_of_the_form() -> None:
    second = "第二十条第（一）项\n信息内容 | 本年新 | 本年新 | 对外公开总数量\n规章 | 1 | 2 | 3"
    second += "\n第二十条第（五）项\n信息内容 | 上一年项目数量 | 本年增/ | 处理决定数量\n行政许可 | 7 | -1 | 9"
    facts = facts_of(text(_report(second)))
    assert facts.identity.edition == "2019"
    assert values(facts, "t2_art20_1", "regulations") == ["1", "2", "3"]
    assert values(facts, "t2_art20_5", "administrative_licences") == ["7", "-1", "9"]


def test_a_row_that_nobody_knows_is_told() -> None:
    lines = _items("0\n0\n0") + "\n其他主动公开文件\n5\n6\n7"
    facts = facts_of(text(_report(lines)))
    assert values(facts, "t2_art20_1", "normative_documents") == ["3", "1", "27"]
    assert [(extra.label, extra.values) for extra in facts.extras] == [("其他主动公开文件", ("5", "6", "7"))]


def test_the_last_row_of_a_copy_that_breaks_off_is_missing() -> None:
    given = "\n".join((TITLE, HEADINGS[0], "概况。", HEADINGS[1], _items("0\n0\n0").removesuffix("\n27")))
    assert values(facts_of(text(given)), "t2_art20_1", "normative_documents") == ["(cell.document_ends)"] * 3


def test_words_of_the_form_in_prose_are_no_table() -> None:
    second = "全年制发行政规范性文件3件，现行有效27件；行政许可1286件，行政处罚243件，信息内容更新及时。"
    third = "收到申请78件，其中自然人61件，法人或其他组织17件，予以公开26件，部分公开8件，不予公开13件，重复申请2件。"
    fourth = "行政复议6件，结果维持3件，结果纠正1件；行政诉讼未经复议直接起诉0件。"
    facts = facts_of(text(_report(second, third, fourth)))
    assert facts.identity.edition is None
    assert facts.tables_found == frozenset()
    assert {cell.reason for cell in facts.cells.values()} == {"cell.table_not_found"}


def test_a_mention_of_rows_before_the_table_changes_nothing() -> None:
    second = "本机关无行政许可、行政事业性收费项目，未制发规章、行政规范性文件。\n" + _items("0\n0\n12")
    assert values(facts_of(text(_report(second))), "t2_art20_1", "regulations") == ["0", "0", "12"]


HEADER_4 = f"行政复议\n行政诉讼\n{chr(10).join(LEAVES)}\n未经复议直接起诉\n复议后起诉\n{chr(10).join(LEAVES * 2)}"


@pytest.mark.parametrize(
    "fourth",
    [
        pytest.param("\n".join((HEADER_4, *FIFTEEN)), id="one cell a line"),
        pytest.param(HEADER_4.replace("\n", " ") + "\n" + " ".join(FIFTEEN), id="on lines"),
        pytest.param("本年无行政复议、行政诉讼案件12件。\n" + "\n".join((HEADER_4, *FIFTEEN)), id="prose before it"),
        pytest.param(
            "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结 结 其 尚\n结 结 其 尚 结 结 其 尚\n果 果 他 未\n"
            "总计 果 果 他 未 总 果 果 他 未 总\n维 纠 结 审\n维 纠 结 审 计 维 纠 结 审 计\n持 正 果 结\n"
            "持 正 果 结 持 正 果 结\n" + " ".join(FIFTEEN),
            id="upright labels taken apart",
        ),
    ],
)
def test_table_4(fourth: str) -> None:
    assert values(facts_of(text(_report(fourth=fourth))), "t4_review_litigation") == FIFTEEN


@pytest.mark.parametrize(
    ("numbers", "reason"),
    [
        pytest.param("0" * 15, "cell.digits_run_together", id="digits in one"),
        pytest.param(" ".join(FIFTEEN[:14]), "cell.count_differs", id="one too few"),
    ],
)
def test_table_4_that_cannot_be_told_apart(numbers: str, reason: str) -> None:
    facts = facts_of(text(_report(fourth=f"{HEADER_4}\n{numbers}")))
    assert values(facts, "t4_review_litigation") == [f"({reason})"] * 15


def test_upright_labels_of_which_signs_are_lost_are_no_header() -> None:
    fourth = "行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n结 结 其 尚\n果 果 他 未 总计\n" + " ".join(FIFTEEN)
    assert not any(cell.state == "number" for cell in facts_of(text(_report(fourth=fourth))).cells.values())


def test_evidence_names_the_paragraph() -> None:
    facts = facts_of(text(_report(_items("0\n0\n12"))))
    cell = facts.cells["t2_art20_1.regulations.in_force"]
    assert facts.document is not None
    paragraph = next(block for block in facts.document.paragraphs if block.number == cell.evidence.paragraph)
    assert paragraph.text == cell.evidence.quote == "12"


def test_the_text_of_a_table_is_no_prose() -> None:
    given = _report(_items("0\n0\n12") + "\n全年制发文件12件。", _requests("\n"))
    facts = facts_of(text(given))
    assert not any("行政规范性文件" in fact.quote or "属于国家秘密" in fact.quote for fact in facts.unmatched)


def test_traditional_characters() -> None:
    second = "第二十條第（一）項\n信息內容\n本年制發件數\n本年廢止件數\n現行有效件數\n規章\n0\n0\n12"
    given = "\n".join(
        (
            "雲溪市2023年政府信息公開工作年度報告",
            "一、總體情況",
            "公開。",
            "二、主動公開政府信息情況",
            second,
            "三、收到和處理政府信息公開申請情況",
            "無",
        )
    )
    facts = facts_of(text(given))
    assert values(facts, "t2_art20_1", "regulations") == ["0", "0", "12"]
    assert [label.printed for label in facts.labels_met if label.row] == ["規章"]
    assert form().edition == facts.identity.edition
