"""Ledgers handed in by option, from the file to the findings."""

from datetime import date

import openpyxl
import pytest

from disclosecheck.checking import Records, Settings, Submission, check_submission
from disclosecheck.model.errors import UsageError
from disclosecheck.rulebook.load import load_catalogue

HEADINGS = ["编号", "收到日期", "答复日期", "渠道"]
FRIDAY, MONDAY = date(2021, 3, 5), date(2021, 3, 8)
SETTINGS = Settings(rules=("shanghai-health-2021",))


def told(tmp_path, ledger, name="replies"):
    """The findings about a ledger, by the last part of their rule's name."""
    metrics = tmp_path / "指标.yaml"
    metrics.write_text("year: 2021\nmetrics: {diversified_interpretation_rate: 72%}\n", "utf-8")
    submission = Submission(path=str(metrics), records=(Records(name=name, path=str(ledger)),))
    result = check_submission(submission, SETTINGS, load_catalogue())
    found: dict[str, list] = {}
    for finding in result.findings:
        found.setdefault(finding.rule.rpartition("/")[2], []).append(finding)
    return found


def book_of(tmp_path, *rows):
    book = openpyxl.Workbook()
    book.active.title = "台账"
    for row in (HEADINGS, *rows):
        book.active.append(list(row))
    return book, tmp_path / "台账.xlsx"


def test_merged_cells_are_told_with_their_row(tmp_path):
    book, path = book_of(tmp_path, ["A1", FRIDAY, MONDAY, "12345"], ["A2", None, MONDAY, "12345"])
    book.active.merge_cells("B2:B3")
    book.save(path)
    notes = told(tmp_path, path)["how-ledgers-were-read"]
    assert [note.outcome for note in notes] == ["pass"]
    assert "从第 2 行起" in notes[0].message.zh


@pytest.mark.parametrize("folder", [".", ".."])
def test_a_folder_is_no_ledger(folder):
    submission = Submission(path="指标.yaml", records=(Records(name="replies", path=folder),))
    with pytest.raises(UsageError) as error:
        check_submission(submission, SETTINGS, load_catalogue())
    assert error.value.code == "is_folder"


def sheets(tmp_path, headings, **rows):
    """A workbook with a sheet a key."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, cases in rows.items():
        page = book.create_sheet(name)
        for row in (headings, *cases):
            page.append(list(row))
    path = tmp_path / "台账.xlsx"
    book.save(path)
    return path


def test_a_sheet_a_channel_says_the_channel(tmp_path):
    late = (1, FRIDAY, date(2021, 3, 26))
    path = sheets(tmp_path, ["序号", "收到日期", "答复日期"], 网上咨询=[late], 网站留言=[late], 主任信箱=[late])
    found = told(tmp_path, path)
    rows = [(place.sheet, place.line) for place in found["online-inquiries-answered"][0].evidence]
    assert rows == [("网上咨询", 2), ("网站留言", 2)]
    assert found["petitions-in-time"][0].outcome == "pass"
    assert found["cases-once"][0].outcome == "not_applicable"  # 序号 begins anew in each sheet


def test_a_month_whose_headings_are_not_known_is_no_pass(tmp_path):
    path = sheets(tmp_path, HEADINGS, **{"1月": [("A1", FRIDAY, MONDAY, "12345")], "封面": [], "2月": []})
    book = openpyxl.load_workbook(path)
    book["封面"].delete_rows(1)
    book["2月"]["B1"] = "收信日"
    book["2月"].append(["A2", FRIDAY, date(2021, 3, 26), "12345"])
    book.save(path)
    found = told(tmp_path, path)
    assert [(finding.outcome, finding.evidence[0].sheet) for finding in found["rows-readable"]] == [("fail", "2月")]
    assert "1 行没有计入" in found["rows-readable"][0].message.zh
    assert found["online-inquiries-answered"][0].outcome == "review"


def test_a_sheet_with_the_same_headings_is_asked_about(tmp_path):
    case = ("A1", FRIDAY, MONDAY, "12345")
    found = told(tmp_path, sheets(tmp_path, HEADINGS, 咨询台账=[case], 旧数据=[case]))
    assert [finding.outcome for finding in found["right-sheets-read"]] == ["review"]
    assert "旧数据" in found["right-sheets-read"][0].message.zh


def test_two_citizens_may_be_answered_on_the_same_days(tmp_path):
    case = ("", FRIDAY, MONDAY, "12345")
    found = told(tmp_path, sheets(tmp_path, HEADINGS, 台账=[case, case]))
    assert [finding.outcome for finding in found["cases-once"]] == ["not_applicable"]


def test_a_ledger_without_a_row_is_no_pass(tmp_path):
    found = told(tmp_path, sheets(tmp_path, HEADINGS, 台账=[]))
    assert [finding.outcome for finding in found["rows-readable"]] == ["review"]
