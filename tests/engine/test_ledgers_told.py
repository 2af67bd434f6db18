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
