"""Ledgers in workbooks: dates of all kinds, merged cells, formulas, hidden rows, several sheets."""

import zipfile
from datetime import date, datetime, time
from io import BytesIO

import openpyxl
import pytest
from ledger_files import HEADINGS, all_rows, chosen, dates, flaws, left, notes, replies, saved, workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from disclosecheck.ledgers.errors import LedgerError
from disclosecheck.ledgers.load import read_ledger
from disclosecheck.model.errors import UsageError

MARCH = date(2021, 3, 5)
NOON = datetime.combine(MARCH, time(12, 30))


def rewritten(path, part, change):
    """The workbook with the bytes of one part changed."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[part] = change(parts[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def in_sheet(path, old, new):
    def change(data):
        assert old in data
        return data.replace(old, new)

    return rewritten(path, "xl/worksheets/sheet1.xml", change)


def test_dates_of_all_kinds(tmp_path):
    book = workbook(HEADINGS, [MARCH, NOON], ["2021年3月5日", "2021.3.5"], [44260, "44260"], [20210305, "20210305"])
    ledger = replies(saved(book, tmp_path))
    assert dates(ledger, "received") == ["2021-03-05"] * 4
    assert dates(ledger, "answered") == ["2021-03-05"] * 4
    assert flaws(ledger) == []


def test_serial_numbers_and_dates_as_text_are_said(tmp_path):
    book = workbook(HEADINGS, [44260, "2021-03-08"], [44260, MARCH], ["2021年3月5日", 44263])
    assert [(note.code, note.column, note.params) for note in replies(saved(book, tmp_path)).notes] == [
        ("serial", "answered", {"count": "1", "lines": ("4",)}),
        ("serial", "received", {"count": "2", "lines": ("2", "3")}),
        ("text_date", "answered", {"count": "1", "lines": ("2",)}),
        ("text_date", "received", {"count": "1", "lines": ("4",)}),
    ]


def test_the_epoch_of_1904(tmp_path):
    book = workbook(HEADINGS, [MARCH, 42798])
    book.epoch = CALENDAR_MAC_1904
    ledger = replies(saved(book, tmp_path))
    assert dates(ledger, "received") == ["2021-03-05"]
    assert dates(ledger, "answered") == ["2021-03-05"]
    assert "epoch_1904" in notes(ledger)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        pytest.param("2021-02-30", "no_such_day", id="the 30th of February"),
        pytest.param("3月5日", "no_year", id="no year"),
        pytest.param(time(9, 30), "time_only", id="a time of day"),
        pytest.param(True, "no_date", id="a truth value"),
        pytest.param(5, "no_date", id="a small number"),
        pytest.param(date(1900, 1, 5), "far_date", id="the spreadsheet's 5, shown as a date"),
        pytest.param("#N/A", "error_value", id="an error as text"),
    ],
)
def test_cells_that_state_no_day(tmp_path, cell, code):
    ledger = replies(saved(workbook(HEADINGS, [MARCH, cell, "网上咨询", "否"]), tmp_path))
    assert flaws(ledger) == [(code, 2, "answered")]
    assert dates(ledger, "received") == ["2021-03-05"]


def test_an_empty_day_of_receipt_is_a_flaw(tmp_path):
    ledger = replies(saved(workbook(HEADINGS, [None, MARCH], [MARCH, None]), tmp_path))
    assert flaws(ledger) == [("blank", 2, "received")]
    assert dates(ledger, "answered") == ["2021-03-05", None]


@pytest.mark.parametrize("written", ["12345工单", "12345热线工单"])
def test_the_hotline_is_known_by_its_work_orders(tmp_path, written):
    ledger = replies(saved(workbook(HEADINGS, [MARCH, MARCH, written]), tmp_path))
    assert (chosen(ledger, "channel"), flaws(ledger)) == (["hotline_12345"], [])


def test_an_unknown_channel_is_a_flaw(tmp_path):
    ledger = replies(saved(workbook(HEADINGS, [MARCH, MARCH, "飞鸽传书"], [MARCH, MARCH, 12345.0]), tmp_path))
    assert chosen(ledger, "channel") == [-1, "hotline_12345"]
    assert [(flaw.code, flaw.line, flaw.text) for flaw in ledger.flaws] == [("unknown_choice", 2, "飞鸽传书")]


# ── formulas and errors ──


def test_formulas_without_a_saved_value_are_flaws(tmp_path):
    book = workbook(HEADINGS, [MARCH, "=A2+3", '=IF(1,"12345","")'], ["=A2+1", MARCH], [MARCH, MARCH])
    ledger = replies(saved(book, tmp_path))
    assert flaws(ledger) == [
        ("formula", 3, "received"),
        ("formula", 2, "answered"),
        ("formula", 2, "channel"),
    ]
    assert list(ledger.lines) == [2, 3, 4]


def test_formulas_with_a_saved_value_are_read(tmp_path):
    path = saved(workbook(HEADINGS, [MARCH, "=A2+3"]), tmp_path)
    in_sheet(path, b"<f>A2+3</f><v></v>", b"<f>A2+3</f><v>44263</v>")
    ledger = replies(path)
    assert dates(ledger, "answered") == ["2021-03-08"]
    assert flaws(ledger) == []


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param(b'<c r="B2"><f>A2+3</f></c>', id="no value"),
        pytest.param(b'<c r="B2"><f>A2+3</f><v/></c>', id="an empty value"),
        pytest.param(b'<c r="B2" s="1"><f t="shared" si="0"/></c>', id="a shared formula"),
        pytest.param(b'<c r="B2" t="str"><f>A2</f></c>', id="a text that is not there"),
        pytest.param(b"<c r='B2'>\n<f>A2+3</f>\n</c>", id="single quotation marks"),
    ],
)
def test_ways_to_write_a_formula_without_a_value(tmp_path, cell):
    path = saved(workbook(HEADINGS, [MARCH, "=A2+3"]), tmp_path)
    in_sheet(path, b'<c r="B2"><f>A2+3</f><v></v></c>', cell)
    assert flaws(replies(path)) == [("formula", 2, "answered")]


def test_a_formula_whose_value_is_an_empty_text_is_blank(tmp_path):
    path = saved(workbook(HEADINGS, [MARCH, "=A2+3"]), tmp_path)
    in_sheet(path, b'<c r="B2"><f>A2+3</f><v></v></c>', b'<c r="B2" t="str"><f>A2+3</f><v></v></c>')
    ledger = replies(path)
    assert dates(ledger, "answered") == [None]
    assert flaws(ledger) == []


def test_a_formula_in_a_cell_without_its_place_is_told_of_the_sheet(tmp_path):
    path = saved(workbook(HEADINGS, [MARCH, "=A2+3"]), tmp_path)
    in_sheet(path, b'<c r="B2"><f>A2+3</f><v></v></c>', b"<c><f>A2+3</f></c>")
    assert flaws(replies(path)) == [("formulas_unplaced", None, None)]


def test_error_values_are_flaws_with_their_text(tmp_path):
    book = workbook(HEADINGS, [MARCH, "#REF!", "#N/A"])
    for place in ("B2", "C2"):
        book.active[place].data_type = "e"
    ledger = replies(saved(book, tmp_path))
    assert [(flaw.code, flaw.column, flaw.text) for flaw in ledger.flaws] == [
        ("error_value", "answered", "#REF!"),
        ("error_value", "channel", "#N/A"),
    ]


def test_a_sheet_whose_tags_have_a_prefix(tmp_path):
    path = saved(workbook(HEADINGS, [MARCH, "=A2+3"]), tmp_path)

    def prefixed(data):
        data = data.replace(b'xmlns="', b'xmlns:x="')
        return data.replace(b"</", b"</x:").replace(b"<x:", b"<").replace(b"<", b"<x:").replace(b"<x:/x:", b"</x:")

    rewritten(path, "xl/worksheets/sheet1.xml", prefixed)
    assert flaws(replies(path)) == [("formula", 2, "answered")]


# ── merged and hidden cells ──


def test_a_value_merged_over_rows_counts_for_each(tmp_path):
    book = workbook(
        HEADINGS, [MARCH, date(2021, 3, 8), "网上咨询"], [None, date(2021, 3, 9)], [None, date(2021, 3, 10), "12345"]
    )
    book.active.merge_cells("A2:A4")
    book.active.merge_cells("C2:C3")
    ledger = replies(saved(book, tmp_path))
    assert dates(ledger, "received") == ["2021-03-05"] * 3
    assert chosen(ledger, "channel") == ["online_consultation", "online_consultation", "hotline_12345"]
    assert [(note.code, note.line, note.params["count"]) for note in ledger.notes] == [("merged_down", 2, "2")]
    assert flaws(ledger) == []


def test_rows_that_hold_nothing_of_their_own_are_part_of_the_case_above(tmp_path):
    book = workbook(HEADINGS, [MARCH, MARCH, "12345"], [], [MARCH, MARCH, "12345"])
    for column in "ABCD":
        book.active.merge_cells(f"{column}2:{column}3")
    ledger = replies(saved(book, tmp_path))
    assert list(ledger.lines) == [2, 4]
    assert left(ledger) == {"left_heading": [1], "left_merged": [3]}


def test_a_value_merged_over_columns_is_doubtful(tmp_path):
    book = workbook(HEADINGS, [MARCH, None, "12345"])
    book.active.merge_cells("A2:B2")
    ledger = replies(saved(book, tmp_path))
    assert dates(ledger, "received") == ["2021-03-05"]
    assert flaws(ledger) == [("merged_across", 2, "answered")]


def test_a_title_merged_over_columns_and_headings_in_two_rows(tmp_path):
    book = workbook(
        ["2021年度咨询台账"],
        ["序号", "收到", None, "答复", None],
        [None, "日期", "方式", "日期", "方式"],
        [1, MARCH, "网", MARCH, "电话"],
    )
    for cells in ("A1:E1", "A2:A3", "B2:C2", "D2:E2"):
        book.active.merge_cells(cells)
    ledger = replies(saved(book, tmp_path))
    assert dates(ledger, "received") == ["2021-03-05"]
    assert dates(ledger, "answered") == ["2021-03-05"]
    assert left(ledger) == {"left_title": [1], "left_heading": [2, 3]}


def test_a_section_heading_between_cases_is_left_out(tmp_path):
    book = workbook(HEADINGS, ["一、网上咨询"], [MARCH, MARCH, "网上咨询"])
    book.active.merge_cells("A2:D2")
    ledger = replies(saved(book, tmp_path))
    assert list(ledger.lines) == [3]


def test_hidden_rows_and_sheets_are_read_and_said(tmp_path):
    book = workbook(HEADINGS, [MARCH, MARCH], [MARCH, MARCH])
    book.active.row_dimensions[3].hidden = True
    book.active.sheet_state = "hidden"
    book.create_sheet("封面")["A1"] = "说明"
    ledger = replies(saved(book, tmp_path))
    assert list(ledger.lines) == [2, 3]
    assert [note.code for note in ledger.notes] == ["sheets_left", "hidden_sheet", "hidden_rows"]


def test_rows_hidden_by_a_filter_are_said_to_be(tmp_path):
    book = workbook(HEADINGS, [MARCH, MARCH, "12345"], [MARCH, MARCH, "网上咨询"])
    book.active.auto_filter.ref = "A1:D3"
    book.active.auto_filter.add_filter_column(2, ["12345"])
    book.active.row_dimensions[3].hidden = True
    ledger = replies(saved(book, tmp_path))
    assert list(ledger.lines) == [2, 3]
    assert notes(ledger) == ["filtered_rows"]


def test_a_table_that_does_not_begin_in_the_corner(tmp_path):
    book = openpyxl.Workbook()
    page = book.active
    for place, value in {"C4": "收到日期", "D4": "答复日期", "C5": MARCH, "D5": "=C5"}.items():
        page[place] = value
    ledger = replies(saved(book, tmp_path))
    assert list(ledger.lines) == [5]
    assert dates(ledger, "received") == ["2021-03-05"]
    assert flaws(ledger) == [("formula", 5, "answered")]
    assert all_rows(ledger) == 5


# ── several sheets ──


def two_sheets(first, second, names):
    book = workbook(HEADINGS, *first, sheet=names[0])
    page = book.create_sheet(names[1])
    for row in (HEADINGS, *second):
        page.append(list(row))
    return book


def test_a_ledger_of_a_sheet_a_month_is_joined(tmp_path):
    book = two_sheets([[MARCH, MARCH], [MARCH, "x"]], [[MARCH, "y"]], ["1月", "2月"])
    ledger = replies(saved(book, tmp_path))
    assert list(ledger.lines) == [2, 3, 2]
    assert [ledger.sheet_of(row) for row in range(3)] == ["1月", "1月", "2月"]
    assert ledger.parts == ((0, "1月"), (2, "2月"))
    assert [(flaw.sheet, flaw.line, flaw.text) for flaw in ledger.flaws] == [("1月", 3, "x"), ("2月", 2, "y")]
    assert notes(ledger) == ["sheets_joined"]


def test_a_column_that_one_of_the_sheets_lacks_is_blank_there(tmp_path):
    book = workbook(["收到日期", "答复日期"], [MARCH, MARCH], sheet="1月")
    page = book.create_sheet("2月")
    page.append(["编号", "收到日期", "答复日期", "渠道"])
    page.append(["甲1", MARCH, MARCH, "12345"])
    ledger = replies(saved(book, tmp_path))
    assert chosen(ledger, "channel") == [0, "hotline_12345"]
    assert list(ledger.columns["number"]) == ["", "甲1"]


def test_the_sheet_that_bears_the_ledgers_name_is_taken(tmp_path):
    book = two_sheets([[MARCH, MARCH]], [[MARCH, MARCH], [MARCH, MARCH]], ["旧数据", "咨询答复台账（2021）"])
    ledger = replies(saved(book, tmp_path))
    assert ledger.sheet == "咨询答复台账（2021）"
    assert len(ledger.lines) == 2
    assert [(note.code, note.params) for note in ledger.notes] == [("sheets_alike", {"sheets": ("旧数据",)})]


def test_sheets_of_other_ledgers_need_no_word(tmp_path):
    book = two_sheets([[MARCH, MARCH]], [], ["咨询答复台账", "依申请公开台账"])
    assert notes(replies(saved(book, tmp_path))) == []


def test_the_sheet_that_is_named_is_taken(tmp_path):
    book = two_sheets([[MARCH, MARCH]], [[MARCH, MARCH], [MARCH, MARCH]], ["旧数据", "咨询答复台账"])
    path = saved(book, tmp_path)
    assert len(replies(path, sheet="旧数据").lines) == 1
    with pytest.raises(LedgerError) as error:
        replies(path, sheet="旧数剧")
    assert error.value.problems[0][1].params["sheets"] == ("旧数据",)


def test_ledgers_in_one_workbook_are_told_apart_by_their_columns(tmp_path):
    book = workbook(HEADINGS, [MARCH, MARCH], sheet="Sheet1")
    page = book.create_sheet("Sheet2")
    page.append(["申请编号", "收到日期", "申请人类型", "补正告知日期", "答复日期", "办理结果"])
    page.append(["1", MARCH, "自然人", None, MARCH, "予以公开"])
    path = saved(book, tmp_path)
    assert replies(path).sheet == "Sheet1"
    requests = read_ledger("requests", path)
    assert requests.sheet == "Sheet2"
    assert chosen(requests, "result") == ["granted"]


def test_a_workbook_with_other_ledgers_only_is_refused(tmp_path):
    book = workbook(
        ["申请编号", "收到日期", "申请人类型", "补正告知日期", "答复日期"], [1, MARCH], sheet="依申请公开台账"
    )
    book.create_sheet("空白")
    with pytest.raises(LedgerError) as error:
        replies(saved(book, tmp_path))
    assert error.value.problems[0][1].key == "ledger.other_ledgers"


# ── files that are no workbooks, or bad ones ──


def packed(*parts):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts:
            package.writestr(name, data)
    return stream.getvalue()


def compound(name):
    """The beginning of an OLE file whose directory has a stream of that name."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + (name.encode("utf-16-le") + bytes(128))[:128]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(packed(("word/document.xml", "x")), "ledger_no_table", id="a .docx"),
        pytest.param(packed(("content.xml", "x")), "ledger_ods", id="an .ods"),
        pytest.param(packed(("a.txt", "x")), "ledger_no_table", id="another archive"),
        pytest.param(packed(("xl/workbook.xml", "x")), "ledger_damaged", id="no XML"),
        pytest.param(packed(("xl/a.xml", "x")), "ledger_damaged", id="no workbook in it"),
        pytest.param(b"PK\x03\x04 and no more", "ledger_damaged", id="cut off"),
        pytest.param(compound("Workbook"), "ledger_xls", id="an .xls"),
        pytest.param(compound("EncryptedPackage"), "ledger_encrypted", id="with a password"),
        pytest.param(compound("WordDocument"), "ledger_no_table", id="a .doc"),
        pytest.param(packed(("xl/workbook.xml", b"\0" * (30 << 20))), "ledger_bomb", id="a bomb"),
        pytest.param(
            packed(("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a/>')), "ledger_damaged", id="entities"
        ),
    ],
)
def test_files_that_are_no_good(tmp_path, data, code):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(data)
    with pytest.raises(UsageError) as error:
        replies(str(path))
    assert error.value.code == code


def test_every_truncation_is_an_error_with_a_remedy(tmp_path):
    path = saved(workbook(HEADINGS, *[[MARCH, MARCH, "12345", "是"]] * 40), tmp_path)
    data = (tmp_path / "台账.xlsx").read_bytes()
    for length in range(10, len(data), len(data) // 25):
        (tmp_path / "台账.xlsx").write_bytes(data[:length])
        with pytest.raises(UsageError):
            replies(path)


def test_damage_inside_a_sheet_is_an_error(tmp_path):
    path = saved(workbook(HEADINGS, [MARCH, MARCH]), tmp_path)
    rewritten(path, "xl/worksheets/sheet1.xml", lambda data: data[: len(data) * 2 // 3])
    with pytest.raises(UsageError) as error:
        replies(path)
    assert error.value.code == "ledger_damaged"


def test_a_stray_cell_far_away_is_refused_before_it_takes_all_memory(tmp_path):
    book = workbook(HEADINGS, [MARCH, MARCH])
    book.active["XFD1048576"] = "x"
    with pytest.raises(UsageError) as error:
        replies(saved(book, tmp_path))
    assert error.value.code == "ledger_too_wide"


def test_the_suffix_decides_nothing(tmp_path):
    saved(workbook(HEADINGS, [MARCH, MARCH]), tmp_path, "其实是表格.xlsx")
    (tmp_path / "其实是表格.xlsx").rename(tmp_path / "台账.csv")
    assert len(replies(str(tmp_path / "台账.csv")).lines) == 1
    (tmp_path / "文本.xlsx").write_text("收到日期,答复日期\n2021-03-05,2021-03-08\n", "utf-8")
    assert len(replies(str(tmp_path / "文本.xlsx")).lines) == 1
