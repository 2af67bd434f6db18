"""Ledgers in text files, as Excel and WPS write them."""

import pytest
from ledger_files import all_rows, chosen, csv_file, dates, flaws, left, notes, replies

from disclosecheck.ledgers.errors import LedgerError
from disclosecheck.model.errors import UsageError

PLAIN = "收到日期,答复日期,渠道,是否简单问题\n2021-03-05,2021-03-08,网上咨询,否\n2021-03-06,,12345,是\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param(PLAIN, "utf-8", id="UTF-8"),
        pytest.param(PLAIN, "utf-8-sig", id="UTF-8 with a mark"),
        pytest.param(PLAIN, "gb18030", id="GB18030"),
        pytest.param(PLAIN, "utf-16", id="UTF-16 with a mark"),
        pytest.param(PLAIN, "utf-16-le", id="UTF-16 without a mark"),
        pytest.param(PLAIN.replace(",", ";"), "utf-8", id="semicolons"),
        pytest.param(PLAIN.replace(",", "\t"), "utf-16", id="tabs, as Excel's Unicode text"),
        pytest.param(PLAIN.replace(",", "，"), "gb18030", id="commas of full width"),
        pytest.param("sep=;\n" + PLAIN.replace(",", ";"), "utf-8", id="Excel's sep line"),
        pytest.param(PLAIN.replace("\n", "\r\n"), "utf-8", id="lines of Windows"),
        pytest.param(PLAIN.replace("\n", "\r"), "utf-8", id="lines of an old Mac"),
        pytest.param('"' + PLAIN.replace(",", '","').replace("\n", '"\n"').removesuffix('"'), "utf-8", id="quoted"),
    ],
)
def test_encodings_and_delimiters(tmp_path, text, encoding):
    ledger = replies(csv_file(tmp_path, text, encoding))
    assert dates(ledger, "received") == ["2021-03-05", "2021-03-06"]
    assert dates(ledger, "answered") == ["2021-03-08", None]
    assert chosen(ledger, "channel") == ["online_consultation", "hotline_12345"]
    assert chosen(ledger, "simple") == ["no", "yes"]
    assert flaws(ledger) == []


@pytest.mark.parametrize(
    ("encoding", "told"), [("utf-8", []), ("utf-8-sig", []), ("utf-16", []), ("gb18030", ["encoding"])]
)
def test_an_encoding_that_is_not_sure_is_said(tmp_path, encoding, told):
    assert notes(replies(csv_file(tmp_path, PLAIN, encoding))) == told


def test_commas_in_dates_of_a_semicolon_file_do_not_part(tmp_path):
    text = "收到日期;答复日期;备注\n2021-03-05;2021-03-08;一,二\n2021-03-06;2021-03-09;三,四\n"
    assert dates(replies(csv_file(tmp_path, text)), "answered") == ["2021-03-08", "2021-03-09"]


def test_the_headings_tell_the_delimiter_where_few_rows_agree(tmp_path):
    text = "收到日期,答复日期,备注\n2021-03-05,,甲|乙\n2021-03-06,2021-03-09,丙|丁,\n2021-03-07\n"
    assert dates(replies(csv_file(tmp_path, text)), "received") == ["2021-03-05", "2021-03-06", "2021-03-07"]


def test_mapped_headings_tell_the_delimiter_too(tmp_path):
    text = "登记;处理\n2021-03-05 9:30,5;2021-03-08 9:30,5\n"
    ledger = replies(csv_file(tmp_path, text), columns={"received": "登记", "answered": "处理"})
    assert len(ledger.columns) == 2


def test_a_row_is_counted_as_a_spreadsheet_counts_it(tmp_path):
    text = '收到日期,答复日期,咨询内容\n2021-03-05,2021-03-08,"第一行\n第二行"\n2021-03-06,x,三\n'
    ledger = replies(csv_file(tmp_path, text))
    assert list(ledger.lines) == [2, 3]
    assert flaws(ledger) == [("no_date", 3, "answered")]


def test_fields_beyond_the_headings_are_a_flaw_and_the_row_is_left_out(tmp_path):
    text = "收到日期,咨询内容,答复日期\n2021-03-05,几时开门，在哪,2021-03-08\n2021-03-06,几时,开门,2021-03-09\n"
    ledger = replies(csv_file(tmp_path, text))
    assert list(ledger.lines) == [2]
    assert flaws(ledger) == [("more_fields", 3, None)]
    assert left(ledger) == {"left_heading": [1], "left_shifted": [3]}


def test_empty_fields_beyond_the_headings_are_nothing(tmp_path):
    ledger = replies(csv_file(tmp_path, "收到日期,答复日期\n2021-03-05,2021-03-08,,\n"))
    assert flaws(ledger) == []
    assert list(ledger.lines) == [2]


def test_fields_that_are_missing_at_the_end_are_blank(tmp_path):
    ledger = replies(csv_file(tmp_path, "收到日期,渠道,答复日期\n2021-03-05\n"))
    assert dates(ledger, "answered") == [None]
    assert chosen(ledger, "channel") == [0]


def test_null_characters_are_taken_out_and_said(tmp_path):
    ledger = replies(csv_file(tmp_path, PLAIN.replace("2021-03-05", "2021-\x0003-05").encode() + b"\0"))
    assert dates(ledger, "received")[0] == "2021-03-05"
    assert ("nulls", None, None) in flaws(ledger)


def test_empty_lines_are_rows(tmp_path):
    ledger = replies(csv_file(tmp_path, "\n收到日期,答复日期\n\n2021-03-05,2021-03-08\n\n,\n"))
    assert list(ledger.lines) == [4]
    assert left(ledger) == {"left_empty": [1, 3, 5, 6], "left_heading": [2]}
    assert all_rows(ledger) == 6


def test_times_by_the_thousand_are_read(tmp_path):
    rows = [f"2021-03-05 09:{index // 60 % 60:02}:{index % 60:02},2021-03-06T10:00:00" for index in range(3000)]
    ledger = replies(csv_file(tmp_path, "收到时间,答复时间\n" + "\n".join(rows)))
    assert set(dates(ledger, "received")) == {"2021-03-05"}
    assert set(dates(ledger, "answered")) == {"2021-03-06"}
    assert flaws(ledger) == []


def test_an_impossible_day_with_a_time_is_a_flaw(tmp_path):
    ledger = replies(csv_file(tmp_path, "收到时间,答复时间\n2021-03-05 09:30:00,2021-02-30 09:30:00\n"))
    assert flaws(ledger) == [("no_such_day", 2, "answered")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty_file", id="nothing"),
        pytest.param(b"\r\n \n", "empty_file", id="blanks"),
        pytest.param(b"%PDF-1.7", "ledger_no_table", id="a PDF"),
        pytest.param(b"<html><table><tr><td>1", "ledger_markup", id="a web page called .xls"),
        pytest.param(b"\xff\xfe\x00", "encoding", id="half a character"),
        pytest.param(b"\xff\xff\x81", "encoding", id="no text"),
        pytest.param(b"\x00\x01\x02" * 100, "encoding", id="bytes"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path, data, code):
    with pytest.raises(UsageError) as error:
        replies(csv_file(tmp_path, data))
    assert error.value.code == code


def test_a_quotation_mark_that_is_never_closed(tmp_path):
    text = PLAIN + '2021-03-09,"2021-03-10,否\n' + "2021-03-05,2021-03-08,网上咨询,否\n" * 60_000
    with pytest.raises(UsageError) as error:
        replies(csv_file(tmp_path, text))
    assert error.value.code == "ledger_quotes"


@pytest.mark.parametrize(
    ("make", "code"), [(lambda path: path / "missing.csv", "not_found"), (lambda path: path, "is_folder")]
)
def test_a_file_that_is_not_there(tmp_path, make, code):
    with pytest.raises(UsageError) as error:
        replies(str(make(tmp_path)))
    assert error.value.code == code


def test_a_name_that_is_no_ledgers(tmp_path):
    from disclosecheck.ledgers.load import read_ledger

    with pytest.raises(UsageError) as error:
        read_ledger("replys", csv_file(tmp_path, PLAIN))
    assert error.value.code == "ledger_unknown"


def test_the_closing_date(tmp_path):
    path = csv_file(tmp_path, PLAIN)
    assert replies(path).closing is None
    assert replies(path, closing="2021-12-31").closing == 738155
    with pytest.raises(LedgerError):
        replies(path, closing="2021-12-32")
