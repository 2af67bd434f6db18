"""Metrics in .csv and .xlsx: figures as offices type them into tables, and every mistake with its row."""

import datetime
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from disclosecheck.metrics.load import load_metrics, read_metrics
from disclosecheck.model.errors import MetricsError, UsageError
from disclosecheck.model.fact import Attestation, Fact
from disclosecheck.model.metrics import Metrics
from disclosecheck.model.rule import Text
from disclosecheck.model.wording import render
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.messages import load_messages
from disclosecheck.rulebook.registry import load_registry

REGISTRY = load_registry(rules_folder())
MESSAGES = load_messages(rules_folder()) | {"fact.x": Text(zh="x", en="x")}
RATE, COUNT, DAY, LINK = (
    "diversified_interpretation_rate",
    "stakeholder_attended_meetings_count",
    "major_decision_catalogue_published_on",
    "fee_standard_in_guide",
)
HEADINGS = ("指标", "数值", "单位", "分子", "分母", "年度", "范围", "维度", "核实人", "核实日期", "证明材料")
Cell = Any  # a value, or (value, number format)


def csv_of(folder: Path, text: str, codec: str = "utf-8-sig") -> str:
    path = folder / "figures.csv"
    path.write_bytes(text.encode(codec))
    return str(path)


def xlsx_of(folder: Path, rows: Iterable[Iterable[Cell]], sheet: str = "指标", **more: Iterable[Iterable[Cell]]) -> str:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, table in {sheet: rows, **more}.items():
        _fill(book.create_sheet(name), table)
    path = folder / "figures.xlsx"
    book.save(path)
    return str(path)


def _fill(sheet: Any, rows: Iterable[Iterable[Cell]]) -> None:
    for line, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            value, number_format = cell if isinstance(cell, tuple) else (cell, None)
            sheet.cell(line, column).value = value
            if number_format:
                sheet.cell(line, column).number_format = number_format


def one(path: str) -> Fact:
    (fact,) = read_metrics(path, REGISTRY)
    return fact


def problems(path: str) -> list[tuple[int | None, str]]:
    """Line and key of every mistake; each can be said in both languages."""
    with pytest.raises(MetricsError) as caught:
        read_metrics(path, REGISTRY)
    found = []
    for line, message in caught.value.problems:
        render(message, MESSAGES)
        while "problem" in message.params:
            message = message.params["problem"]
        found.append((line, message.key.removeprefix("metrics.")))
    return found


@pytest.mark.parametrize(
    ("name", "value", "unit", "read"),
    [
        pytest.param(RATE, (0.6, "0%"), None, Decimal(60), id="60 % as Excel stores it"),
        pytest.param(RATE, (0.6, "0.00%"), "%", Decimal(60), id="60.00 % with the unit of the form"),
        pytest.param(RATE, (0.005, "0.0%"), None, Decimal("0.5"), id="half a percent"),
        pytest.param(RATE, (0.6, "0.00_ ;[Red]-0.00%"), "ratio", Decimal(60), id="a percent format of negatives only"),
        pytest.param(RATE, (60, '0"%"'), None, Decimal(60), id="60 beside a percent sign that is a text"),
        pytest.param(RATE, (1, "0%"), None, Decimal(100), id="one as a percentage is all of them"),
        pytest.param(RATE, (0.1 + 0.2, "0%"), None, Decimal(30), id="what a formula leaves behind the fifteenth digit"),
        pytest.param(RATE, 0.6, "比值", Decimal(60), id="a ratio"),
        pytest.param(RATE, 0.6, "比", Decimal(60), id="a ratio, in short"),
        pytest.param(RATE, 60, "%", Decimal(60), id="60 in percent"),
        pytest.param(RATE, "60 %", None, Decimal(60), id="a text"),
        pytest.param(RATE, 72.5, None, Decimal("72.5"), id="above one can only be percent"),
        pytest.param(RATE, 0, None, Decimal(0), id="zero is zero"),
        pytest.param(COUNT, 3, None, Decimal(3), id="a count"),
        pytest.param(COUNT, "1,204", "场", Decimal(1204), id="thousands, another measure word"),
        pytest.param("processing_fee_collected", 1.2, "万元", Decimal(12000), id="ten thousand yuan"),
        pytest.param(DAY, datetime.date(2021, 3, 5), None, "2021-03-05", id="a date"),
        pytest.param(DAY, 44260, None, "2021-03-05", id="the number of a day"),
        pytest.param(DAY, "2021年3月5日", None, "2021-03-05", id="a Chinese date"),
        pytest.param(DAY, "2021.3.5", None, "2021-03-05", id="with dots"),
        pytest.param(DAY, "20210305", None, "2021-03-05", id="eight digits"),
        pytest.param(DAY, datetime.datetime(2021, 3, 5, 8, 30), None, "2021-03-05", id="with a time"),  # noqa: DTZ001
        pytest.param(LINK, True, None, True, id="true"),
        pytest.param(LINK, "√", None, True, id="ticked"),
        pytest.param(LINK, "否", None, False, id="no"),
    ],
)
def test_a_cell_is_read_as_it_is_seen(tmp_path: Path, name: str, value: Cell, unit: str | None, read: Any) -> None:
    fact = one(xlsx_of(tmp_path, [["指标", "数值", "单位"], [name, value, unit]]))
    assert fact.value == read
    assert type(fact.value) is type(read)
    assert (fact.evidence.sheet, fact.evidence.line) == ("指标", 2)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param([RATE, 0.6], "percent_or_ratio", id="0.6 of what?"),
        pytest.param([RATE, 1], "percent_or_ratio", id="1 % or all of them?"),
        pytest.param([RATE, "0.6"], "percent_or_ratio", id="0.6 as a text"),
        pytest.param([RATE, (0.6, "0%"), "比值"], "units_differ", id="a percentage that is called a ratio"),
        pytest.param([RATE, 60, "件"], "unit_unknown", id="items are no percent"),
        pytest.param([COUNT, (0.05, "0%")], "no_number", id="a percentage for a count"),
        pytest.param([COUNT, 3, "个工作日"], "unit_unknown", id="meetings in working days"),
        pytest.param(["online_inquiry_reply_max_workdays", 5, "天"], "unit_unknown", id="days are no working days"),
        pytest.param(["training_participants_count", 5, "人"], "unit_unknown", id="persons are no person-times"),
        pytest.param([COUNT, "/"], "not_zero", id="a slash is not zero"),
        pytest.param([COUNT, "无"], "not_zero", id="nothing is not zero"),
        pytest.param([COUNT, "—"], "not_zero", id="a dash is not zero"),
        pytest.param([RATE, "/"], "not_zero", id="a slash is no rate"),
        pytest.param([DAY, "/"], "not_zero", id="a slash is no date"),
        pytest.param([DAY, 12], "no_date", id="a small number is no date"),
        pytest.param([DAY, "2021-02-30"], "no_date", id="a day that is not in the calendar"),
        pytest.param([COUNT, datetime.date(1900, 1, 3)], "no_number", id="a count formatted as a date"),
        pytest.param(["processing_fee_collected", (1.2, '0.0"万元"')], "scaled", id="ten thousands in the format"),
        pytest.param([COUNT, (12000, "0,")], "scaled", id="shown in thousands"),
        pytest.param([COUNT, "=1/0"], "not_calculated", id="a formula that was never calculated"),
        pytest.param([COUNT, "#REF!"], "cell_error", id="a reference to nothing"),
        pytest.param([None, 3], "no_name", id="a value of nothing"),
        pytest.param(["列席会仪次数", 3], "unknown", id="no such metric"),
        pytest.param(["利益相关方列席会议次", 3], "unknown_near", id="a title misspelt"),
        pytest.param([RATE, None, None, 3], "half_quotient", id="half a quotient"),
        pytest.param([COUNT, 3, None, None, None, "去年"], "no_period", id="a period that is no year"),
        pytest.param([COUNT, 3, None, None, None, None, "全球"], "no_scope", id="a scope that is none"),
        pytest.param(
            [COUNT, 3, None, None, None, None, None, "channel=online"], "no_dimension", id="no such dimension"
        ),
        pytest.param(["requests_received", 3, *[None] * 5, "online"], "no_pair", id="a dimension without a name"),
        pytest.param([LINK, "是", *[None] * 7, "昨天"], "no_date", id="attested on no day"),
    ],
)
def test_a_mistake_is_refused_with_its_row(tmp_path: Path, row: list[Cell], problem: str) -> None:
    assert problems(xlsx_of(tmp_path, [["填报表"], HEADINGS, [COUNT], row])) == [(4, problem)]


def test_a_row_without_a_figure_states_nothing(tmp_path: Path) -> None:
    rows = [HEADINGS, ["一、解读回应"], [RATE, None, "%"], [COUNT, "", "次"], [DAY], [None, None, "件"]]
    assert read_metrics(xlsx_of(tmp_path, rows), REGISTRY) == ()


def test_a_numerator_and_a_denominator(tmp_path: Path) -> None:
    assert one(xlsx_of(tmp_path, [HEADINGS, [RATE, None, "%", 18, 25]])).value == 72
    assert one(xlsx_of(tmp_path, [HEADINGS, [RATE, (0.667, "0.0%"), None, 2, 3]])).value == Decimal("66.666667")
    assert problems(xlsx_of(tmp_path, [HEADINGS, [RATE, (0.8, "0%"), None, 2, 3]])) == [(2, "quotient_differs")]


def test_one_metric_for_several_years_scopes_and_parts(tmp_path: Path) -> None:
    rows = [
        ["年度", 2021],
        HEADINGS,
        ["收到申请件数", 9],
        ["收到申请件数", 7, None, None, None, "2020年"],
        ["收到申请件数", 30, None, None, None, None, "全区"],
        ["收到申请件数", 4, None, None, None, None, None, "channel=online"],
        ["收到申请件数", 5, None, None, None, None, None, "channel=post；applicant=natural_person"],
        ["收到申请件数", 12, None, None, None, "计划"],
    ]
    facts = read_metrics(xlsx_of(tmp_path, rows), REGISTRY)
    assert [(fact.value, fact.period, fact.scope, fact.dimensions) for fact in facts] == [
        (9, "2021", None, {}),
        (7, "2020", None, {}),
        (30, "2021", "district", {}),
        (4, "2021", None, {"channel": "online"}),
        (5, "2021", None, {"channel": "post", "applicant": "natural_person"}),
        (12, "planned", None, {}),
    ]
    assert problems(xlsx_of(tmp_path, [*rows, ["requests_received", 9, None, None, None, 2021]])) == [(9, "twice")]


def test_who_attests_is_said_once_or_in_the_row(tmp_path: Path) -> None:
    rows = [
        ["机关名称", "云溪市卫生健康委员会", "年度", "2021年度"],
        ["核实人：王敏"],
        ["核实日期", datetime.date(2022, 1, 10)],
        HEADINGS,
        [LINK, "是"],
        [COUNT, 3, *[None] * 6, "李明", "2021.12.20", "会议纪要.pdf"],
        ["budget_and_accounts_published", "https://linjiang.example/ys"],
    ]
    metrics = load_metrics(xlsx_of(tmp_path, rows), REGISTRY)
    assert (metrics.organ, metrics.year) == ("云溪市卫生健康委员会", 2021)
    assert [fact.attested for fact in metrics.facts] == [
        Attestation(by="王敏", on="2022-01-10"),
        Attestation(by="李明", on="2021-12-20", proof="会议纪要.pdf"),
        Attestation(by="王敏", on="2022-01-10", proof="https://linjiang.example/ys"),
    ]


def test_the_day_on_which_ledgers_were_closed(tmp_path: Path) -> None:
    rows = [["台账截止日期", datetime.date(2021, 12, 31)], HEADINGS, [COUNT, 3]]
    assert load_metrics(xlsx_of(tmp_path, rows), REGISTRY).closing == "2021-12-31"
    assert load_metrics(csv_of(tmp_path, "截止日期：2021年12月31日\n指标,数值\n"), REGISTRY).closing == "2021-12-31"
    path = tmp_path / "figures.yaml"
    path.write_text(f"closing: 2021-12-31\n{COUNT}: 3\n")
    assert load_metrics(str(path), REGISTRY).closing == "2021-12-31"
    assert problems(xlsx_of(tmp_path, [["台账截止日期", "年底"], HEADINGS, [COUNT, 3]])) == [(1, "no_date")]


def test_the_head_may_have_a_sheet_of_its_own(tmp_path: Path) -> None:
    path = xlsx_of(tmp_path, [HEADINGS, [COUNT, 3]], 封面=[["填报单位", "云溪市水务局"], [None], ["年度：", 2021]])
    metrics = load_metrics(path, REGISTRY)
    assert (metrics.organ, metrics.year) == ("云溪市水务局", 2021)


@pytest.mark.parametrize(
    "headings",
    [
        pytest.param(("指标名称", "完成值"), id="other usual headings"),
        pytest.param(("Metric", "VALUE"), id="English"),
        pytest.param(("指标\nMetric", "数值\nValue"), id="both, one under the other"),
        pytest.param(("代码", "数值（必填）"), id="a key, and a remark in brackets"),
        pytest.param((" 指 标 ：", "数　值*"), id="spread out"),
        pytest.param(("指标", "数值", "责任处室", "填写方法"), id="columns for the reader only"),
    ],
)
def test_headings_are_recognised(tmp_path: Path, headings: tuple[str, ...]) -> None:
    assert one(xlsx_of(tmp_path, [headings, [COUNT, 3, "办公室", "填整数"][: len(headings)]])).value == 3


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    assert one(xlsx_of(tmp_path, [["单位", "数值", "指标"], ["次", 3, "利益相关方列席会议次数"]])).value == 3


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        pytest.param([["指标", "数值", "年份度"], [COUNT, 3]], [(1, "no_column")], id="a heading misspelt"),
        pytest.param([["指标", "数值", "值"], [COUNT, 3, 4]], [(1, "column_twice")], id="two columns of values"),
        pytest.param([["指标", "数值"], [COUNT, 3, "另有2次"]], [(2, "no_heading")], id="a column without a heading"),
        pytest.param(
            [["指标", "代码", "数值"], ["多元化解读率", COUNT, 3]],
            [(2, "names_differ")],
            id="a title and another's key",
        ),
        pytest.param([["年度", "21"], HEADINGS, [COUNT, 3]], [(1, "no_year")], id="a year of two digits"),
        pytest.param([["核实日期", "年底"], HEADINGS, [COUNT, 3]], [(1, "no_date")], id="attested some day"),
        pytest.param(
            [HEADINGS, [COUNT, "三"], ["weather", 1], [RATE, 0.6]],
            [(2, "no_number"), (3, "unknown"), (4, "percent_or_ratio")],
            id="all mistakes at once, in order",
        ),
    ],
)
def test_a_table_with_mistakes(tmp_path: Path, rows: list[list[Cell]], found: list[tuple[int, str]]) -> None:
    assert problems(xlsx_of(tmp_path, rows)) == found


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_delimited_files_of_excel_are_read(tmp_path: Path, codec: str, delimiter: str) -> None:
    rows = [
        ["机关名称", "云溪市水务局"],
        ["指标", "数值", "单位", "说明"],
        ["多元化解读率", "72%", "", '"按文件数\n（全年）"'],
        ["利益相关方列席会议次数", "3", "次", ""],
        ["major_decision_catalogue_published_on", "2021/3/5", "", ""],
    ]
    path = csv_of(tmp_path, "\r\n".join(delimiter.join(row) for row in rows) + "\r\n", codec)
    metrics = load_metrics(path, REGISTRY)
    assert metrics.organ == "云溪市水务局"
    assert [(fact.value, fact.evidence.line) for fact in metrics.facts] == [(72, 3), (3, 5), ("2021-03-05", 6)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("指标,数值\n多元化解读率,0.6\n", [(2, "percent_or_ratio")], id="0.6 of what?"),
        pytest.param('指标,数值\n多元化解读率,"72%\n', [(2, "csv")], id="a quotation mark without its pair"),
        pytest.param("编号,收到日期\n1,2021-03-05\n", [(None, "no_figures")], id="a ledger"),
        pytest.param("just words\n", [(None, "no_figures")], id="words"),
        pytest.param("\0" * 5000, [(None, "no_figures")], id="zeros"),
        pytest.param("指标,数值\n" + "9" * 200_000 + ",1\n", [(2, "csv")], id="a cell without end"),
    ],
)
def test_a_delimited_file_with_mistakes(tmp_path: Path, text: str, found: list[tuple[int | None, str]]) -> None:
    assert problems(csv_of(tmp_path, text)) == found


def merged(sheet: Any) -> None:
    sheet.merge_cells("A3:A4")


def hidden(sheet: Any) -> None:
    sheet.sheet_state = "hidden"


@pytest.mark.parametrize(
    ("change", "found"),
    [
        pytest.param(merged, [(3, "merged")], id="a merged cell below the headings"),
        pytest.param(hidden, [(None, "hidden_sheet")], id="a hidden sheet of figures"),
    ],
)
def test_what_a_reader_would_overlook(tmp_path: Path, change: Any, found: list[tuple[int | None, str]]) -> None:
    path = xlsx_of(tmp_path, [["填报表"], HEADINGS, [COUNT, 3], [None, None]], 封面=[["年度", 2021]])
    book = openpyxl.load_workbook(path)
    change(book["指标"])
    book.active = 1
    book.save(path)
    assert problems(path) == found


def test_a_merged_title_above_the_headings_does_no_harm(tmp_path: Path) -> None:
    path = xlsx_of(tmp_path, [["填报表"], HEADINGS, [COUNT, 3]])
    book = openpyxl.load_workbook(path)
    book["指标"].merge_cells("A1:E1")
    book.save(path)
    assert one(path).value == 3


def test_no_sheet_is_passed_over_in_silence(tmp_path: Path) -> None:
    names = {"replies": "replies", "咨询答复台账": "replies"}
    rows = {"咨询答复台账": [["收到日期"]], "草稿": [["随手记"]], "空表": []}
    path = xlsx_of(tmp_path, [HEADINGS, [COUNT, 3]], **rows)
    with pytest.raises(MetricsError) as caught:
        load_metrics(path, REGISTRY, names)
    assert [render(problem, MESSAGES).zh for _, problem in caught.value.problems] == [
        "“草稿”表：认不出这个工作表：既没有指标的表头，也不是台账（咨询答复台账）；请改名、隐藏或删除"
    ]
    book = openpyxl.load_workbook(path)
    book["草稿"].sheet_state = "hidden"
    book.save(path)
    metrics: Metrics = load_metrics(path, REGISTRY, names)
    assert (len(metrics.facts), metrics.ledgers) == (1, (("replies", "咨询答复台账"),))


def test_a_calendar_that_begins_in_1904(tmp_path: Path) -> None:
    path = xlsx_of(tmp_path, [HEADINGS, [DAY, 44260]])
    book = openpyxl.load_workbook(path)
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.save(path)
    assert problems(path) == [(2, "from_1904")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"PK\x03\x04" + b"\0" * 400, "damaged", id="a zip cut off"),
        pytest.param("指标,数值".encode(), "not_xlsx", id="a text"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "not_xlsx", id="an old workbook"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
            id="a workbook with a password",
        ),
        pytest.param(b"", "empty_file", id="nothing"),
        pytest.param(b"\0" * 100_000, "not_xlsx", id="zeros"),
    ],
)
def test_what_is_no_workbook(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "figures.xlsx"
    path.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        read_metrics(str(path), REGISTRY)
    assert caught.value.code == code


def test_a_document_that_is_called_a_workbook(tmp_path: Path) -> None:
    import docx

    docx.Document().save(str(tmp_path / "figures.xlsx"))
    with pytest.raises(UsageError) as caught:
        read_metrics(str(tmp_path / "figures.xlsx"), REGISTRY)
    assert caught.value.code == "not_xlsx"


def test_a_file_far_too_large_is_not_read(tmp_path: Path) -> None:
    for name in ("figures.csv", "figures.xlsx", "figures.yaml"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(1 << 30)  # a hole of zeros
        with pytest.raises(UsageError) as caught:
            read_metrics(str(tmp_path / name), REGISTRY)
        assert caught.value.code == "metrics_too_large"


def test_a_cell_in_the_last_row_of_a_sheet_is_no_form(tmp_path: Path) -> None:
    path = xlsx_of(tmp_path, [HEADINGS, [COUNT, 3]])
    book = openpyxl.load_workbook(path)
    book["指标"]["XFD1048576"] = 1
    book.save(path)
    assert problems(path) == [(None, "too_many_cells")]
