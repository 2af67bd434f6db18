"""Rows that are no cases, and that no row is lost."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_files import HEADINGS, all_rows, csv_file, dates, flaws, left, replies, saved, workbook

MARCH = date(2021, 3, 5)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        pytest.param("合计,2", "left_totals", id="a total"),
        pytest.param("合 计：,,2", "left_totals", id="a total with spaces and a colon"),
        pytest.param(",总计,,", "left_totals", id="a total in the second column"),
        pytest.param("小计,44260,44000", "left_totals", id="a total whose counts could be serial numbers of days"),
        pytest.param("合计：12件,,", "left_totals", id="a total with its count in one cell"),
        pytest.param("共计 2000 件", "left_totals", id="a total in words"),
        pytest.param("合计,2021-12-31,2", "left_totals", id="a total with a date"),
        pytest.param("3月合计,2021-03-31,2", "left_totals", id="a total of a month with a date"),
        pytest.param("第一季度小计：,,2", "left_totals", id="a total of a quarter"),
        pytest.param("Total,2,2", "left_totals", id="a total in English"),
        pytest.param("收到日期,答复日期,渠道,是否简单问题", "left_heading", id="the headings again"),
        pytest.param("注：本表不含电话咨询", "left_note", id="a note"),
        pytest.param("填表人：张三,,审核人：李四", "left_note", id="who filled it in"),
        pytest.param("注2：节假日除外", "left_note", id="a second note"),
        pytest.param("填表人（签字）：,,审核人：", "left_note", id="where one signs"),
        pytest.param("备注", "left_note", id="a note's heading"),
        pytest.param(",,,", "left_empty", id="nothing"),
        pytest.param(" ,　,,", "left_empty", id="blanks"),
    ],
)
def test_rows_that_are_no_cases(tmp_path, row, code):
    text = f"收到日期,答复日期,渠道,是否简单问题\n2021-03-05,2021-03-08,12345,是\n{row}\n2021-03-09,,12345,是\n"
    ledger = replies(csv_file(tmp_path, text))
    assert list(ledger.lines) == [2, 4]
    assert left(ledger) == {"left_heading": [1], code: [3]} if code != "left_heading" else {"left_heading": [1, 3]}
    assert flaws(ledger) == []


@pytest.mark.parametrize(
    ("row", "code"),
    [
        pytest.param("2021-02-30,2021-03-08,12345,是", "no_such_day", id="an impossible day"),
        pytest.param(",2021-03-08,12345,是", "blank", id="no day of receipt"),
        pytest.param(",,12345,", "blank", id="nothing but a channel"),
        pytest.param("3月5日,,,", "no_year", id="nothing but half a day"),
        pytest.param("不详,,,", "no_date", id="nothing but a word where the day should stand"),
        pytest.param("说明书管理办法：修订,,,", "no_date", id="a title that begins like a note"),
        pytest.param("合计单位,,12345,", "no_date", id="a word that only begins like a total"),
    ],
)
def test_rows_that_are_cases_with_a_flaw(tmp_path, row, code):
    ledger = replies(csv_file(tmp_path, f"收到日期,答复日期,渠道,是否简单问题\n{row}\n"))
    assert list(ledger.lines) == [2]
    assert flaws(ledger) == [(code, 2, "received")]


def test_prefilled_running_numbers_are_no_cases(tmp_path):
    text = "序号,收到日期,答复日期\n1,2021-03-05,\n2,,\n3,,\n"
    ledger = replies(csv_file(tmp_path, text))
    assert left(ledger) == {"left_heading": [1], "left_number": [3, 4]}


def test_a_single_text_between_the_cases_is_left_out(tmp_path):
    text = "序号,收到日期,答复日期,咨询内容\n一季度,,,\n1,2021-03-05,,甲\n"
    ledger = replies(csv_file(tmp_path, text))
    assert left(ledger) == {"left_heading": [1], "left_text": [2]}


WORDS = [
    "",
    "2021-03-05",
    "2021年3月5日",
    "2021-02-30",
    "合计",
    "注：甲",
    "12345",
    "是",
    "44260",
    "办理中",
    "收到日期",
    "x",
]
SIGNS = st.characters(codec="utf-8", exclude_characters="\"'", exclude_categories=("Cs", "Cc"))
CELLS = st.one_of(st.sampled_from(WORDS), st.text(alphabet=SIGNS, max_size=8))
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=30)


def quoted(rows):
    return "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in rows)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rows=ROWS)
def test_every_row_of_a_text_file_is_a_case_or_left_out_with_a_reason(tmp_path, rows):
    table = [["收到日期", "答复日期", "渠道", "是否简单问题"], *rows]
    ledger = replies(csv_file(tmp_path, quoted(table)))
    lines = sorted([*ledger.lines, *(line for group in ledger.left_out for line in group.lines)])
    assert lines == list(range(1, len(table) + 1))
    assert {len(column) for column in ledger.columns.values()} == {len(ledger.lines)}
    unreadable = {(flaw.line, flaw.column) for flaw in ledger.flaws}
    for key, column in ledger.columns.items():
        for line, value in zip(ledger.lines, column, strict=True):
            assert value != -1 or (line, key) in unreadable


OF_SHEETS = st.sampled_from([None, MARCH, 44260, "合计", "x", "=A1"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    rows=st.lists(st.lists(OF_SHEETS, min_size=4, max_size=4), max_size=12),
    merges=st.lists(st.tuples(st.integers(2, 14), st.integers(1, 4), st.integers(1, 3)), max_size=3),
)
def test_every_row_of_a_workbook_is_a_case_or_left_out_with_a_reason(tmp_path, rows, merges):
    book = workbook(HEADINGS, *rows)
    page = book.active
    for row, column, length in merges:
        page.merge_cells(start_row=row, start_column=column, end_row=row + length, end_column=column)
    filled = [cell.row for row in page.iter_rows() for cell in row if cell.value is not None]
    ledger = replies(saved(book, tmp_path))
    lines = sorted([*ledger.lines, *(line for group in ledger.left_out for line in group.lines)])
    assert lines == list(range(1, len(lines) + 1))
    assert len(lines) >= max(filled)
    assert all_rows(ledger) == len(lines)


def test_blocks_join_without_a_seam(tmp_path, monkeypatch):
    from disclosecheck.ledgers import gather

    rows = [
        [MARCH, "2021-03-08", "12345", "是"],
        [None, None, None, None],
        ["合计", 1, None, None],
        [MARCH, None, None, None],
    ] * 6
    book = workbook(HEADINGS, *rows)
    book.active.merge_cells("A2:A9")
    path = saved(book, tmp_path)
    whole = replies(path)
    monkeypatch.setattr(gather, "BLOCK", 3)
    parted = replies(path)
    assert list(parted.lines) == list(whole.lines)
    assert dates(parted, "received") == dates(whole, "received")
    assert left(parted) == left(whole)
    assert [note.params for note in parted.notes] == [note.params for note in whole.notes]


def test_a_row_that_says_how_to_fill_in_explains_in_every_cell(tmp_path):
    guide = "填表说明：必填，如 2021-03-05（可以保留）,答复的日期,网上咨询、网站留言,填“是”或“否”,承办的处室"
    text = f"收到日期,答复日期,渠道,是否简单问题,承办单位\n{guide}\n2021-03-05,2021-03-08,12345,是,办公室\n"
    ledger = replies(csv_file(tmp_path, text))
    assert (list(ledger.lines), flaws(ledger)) == ([3], [])
    assert [part.code for part in ledger.left_out] == ["left_heading", "left_guide"]
