"""Which files a call is about."""

import os
from pathlib import Path

import pytest

from disclosecheck.model.errors import UsageError
from disclosecheck.read.find import companion_metrics, find_submissions, search


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names):
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", "utf-8")


@pytest.mark.parametrize(
    "name",
    [pytest.param(f"in/a{suffix}", id=suffix) for suffix in (".docx", ".pdf", ".html", ".htm", ".txt", ".md", ".PDF")],
)
def test_readable_in_a_folder(folder, name):
    make(name)
    assert find_submissions(["in"]) == [str(Path(name))]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("in/~$报告.docx", id="lock of Word"),
        pytest.param("in/.~报告.docx", id="lock of WPS"),
        pytest.param("in/.~lock.报告.docx", id="lock of LibreOffice"),
        pytest.param("in/~WRL0001.docx", id="temporary file of Word"),
        pytest.param("in/.报告.docx", id="hidden file"),
        pytest.param("in/.git/报告.docx", id="hidden folder"),
        pytest.param("in/a.yaml", id="metrics"),
        pytest.param("in/a.json", id="JSON"),
        pytest.param("in/a.csv", id="CSV"),
        pytest.param("in/a.xlsx", id="ledger"),
        pytest.param("in/a.png", id="picture"),
    ],
)
def test_left_alone_in_a_folder(folder, name):
    make(name, "in/b.txt")
    assert find_submissions(["in"]) == [str(Path("in/b.txt"))]
    assert search(["in"]).left_out == ()


@pytest.mark.parametrize("name", ["a.doc", "a.WPS", "a.ofd", "a.rtf", "a.odt", "a.mht"])
def test_documents_to_be_saved_anew_are_named(folder, name):
    make(f"in/{name}")
    assert search(["in"]).submissions == ()
    assert search(["in"]).left_out == (str(Path("in") / name),)


@pytest.mark.parametrize("name", ["~$a.docx", ".a.docx", "a.xlsx", "a.yaml", "missing.docx", "a", "[1].txt", "a*.txt"])
def test_a_file_by_name_is_always_kept(folder, name):
    if name != "missing.docx":
        make(name)
    assert find_submissions([name]) == [name]


def test_order_is_by_name_files_before_folders(folder):
    make("in/b/1.txt", "in/c.txt", "in/a/2.txt", "in/a/1.txt", "in/d.txt")
    names = ["in/c.txt", "in/d.txt", "in/a/1.txt", "in/a/2.txt", "in/b/1.txt"]
    assert find_submissions(["in"]) == [str(Path(name)) for name in names]


def test_each_file_once_under_the_name_given_first(folder):
    make("in/a.txt")
    assert find_submissions(["in/a.txt", "in", "./in/a.txt", str(folder / "in")]) == ["in/a.txt"]


def test_patterns_that_the_shell_left_alone(folder):
    make("a.txt", "b.txt", "~$c.txt", "c.docx")
    assert find_submissions(["*.txt"]) == ["a.txt", "b.txt"]
    assert find_submissions(["*.pdf"]) == ["*.pdf"]


@pytest.mark.parametrize("parts", ["报告.files", "报告_files"])
def test_parts_of_a_saved_page_are_no_reports(folder, parts):
    make("in/报告.htm", f"in/{parts}/header.htm", "in/other.files/a.htm")
    assert find_submissions(["in"]) == [str(Path("in/报告.htm")), str(Path("in/other.files/a.htm"))]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links on this system")
def test_links(folder):
    make("in/a.txt", "out/b.txt")
    Path("in/loop").symlink_to("..", target_is_directory=True)
    Path("in/self.txt").symlink_to("self.txt")
    Path("in/again.txt").symlink_to("a.txt")
    Path("in/out").symlink_to("../out", target_is_directory=True)
    found = find_submissions(["in"])
    assert [Path(name).name for name in found] == ["a.txt", "self.txt", "b.txt"]


def test_a_folder_that_may_not_be_listed_is_given_itself(folder, monkeypatch):
    make("in/a.txt", "in/closed/b.txt")
    listed = os.scandir

    def scandir(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert [Path(name).name for name in find_submissions(["in"])] == ["a.txt", "closed"]


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        pytest.param(["a.metrics.yaml"], "a.metrics.yaml", id="YAML"),
        pytest.param(["a.metrics.json"], "a.metrics.json", id="JSON"),
        pytest.param(["a.metrics.csv"], "a.metrics.csv", id="CSV"),
        pytest.param(["a.metrics.xlsx"], "a.metrics.xlsx", id="spreadsheet"),
        pytest.param(["b.metrics.yaml"], None, id="of another report"),
        pytest.param(["a.yaml"], None, id="not named so"),
        pytest.param([], None, id="none"),
    ],
)
def test_metrics_beside_a_report(folder, present, expected):
    make("in/a.docx", *(f"in/{name}" for name in present))
    assert companion_metrics("in/a.docx") == (str(Path("in") / expected) if expected else None)


def test_two_metrics_files_beside_a_report_are_one_too_many(folder):
    make("in/a.docx", "in/a.metrics.yaml", "in/a.metrics.csv")
    with pytest.raises(UsageError) as error:
        companion_metrics("in/a.docx")
    assert error.value.message.params["files"] == "a.metrics.yaml, a.metrics.csv"
