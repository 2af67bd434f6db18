"""`disclosecheck check` on real files, from the words of the call to the exit code."""

import json
import shutil
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from disclosecheck import batch
from disclosecheck.cli import check_command
from disclosecheck.workers import WorkerCrashedError

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SCHEMAS = files("disclosecheck.report") / "schema"
CLEAN, DEFECTIVE, BLANK = SAMPLES / "clean-2021.docx", SAMPLES / "several-defects.docx", SAMPLES / "blank-cells.docx"
STRAY = SAMPLES / "not-a-report.docx"
WARNED = SAMPLES / "tracked-changes.docx"


def valid(output, name="check"):
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    jsonschema.validate(output, schema, cls=jsonschema.Draft202012Validator)
    return output


@pytest.fixture
def folder(tmp_path):
    """A folder as it comes in: two reports, and things that are none."""
    shutil.copy(CLEAN, tmp_path / "b.docx")
    shutil.copy(DEFECTIVE, tmp_path / "a.docx")
    (tmp_path / "~$b.docx").write_bytes(b"owner file")
    (tmp_path / "notes.yaml").write_text("a: 1")
    return tmp_path


# ── one submission ──


@pytest.mark.parametrize(
    ("words", "code", "status"),
    [
        pytest.param([CLEAN], 0, "pass", id="a clean report"),
        pytest.param([CLEAN, "--strict"], 0, "pass", id="a clean report, strictly"),
        pytest.param(["check", CLEAN], 0, "pass", id="with the command's name"),
        pytest.param([WARNED], 0, "pass", id="a warning below the bar"),
        pytest.param([WARNED, "--fail-on", "warning"], 1, "fail", id="a warning at the bar"),
        pytest.param([DEFECTIVE], 1, "fail", id="a defective report"),
        pytest.param([DEFECTIVE, "--fail-on", "never"], 0, "fail", id="a defective report, never to fail"),
        pytest.param([BLANK], 4, "incomplete", id="blank cells"),
        pytest.param([BLANK, "--fail-on", "never"], 0, "incomplete", id="blank cells, never to fail"),
        pytest.param([STRAY], 3, "unreadable", id="no annual report"),
        pytest.param([STRAY, "--fail-on", "never"], 3, "unreadable", id="no annual report, never to fail"),
        pytest.param(["nowhere.docx"], 3, "unreadable", id="a file that is not there"),
    ],
)
def test_exit_code_status_and_schema(call, words, code, status):
    done = call(*words, "--format", "json")
    [submission] = valid(done.json)["submissions"]
    assert (done.code, submission["status"]) == (code, status)


def test_text_and_json_end_in_the_same_code(call):
    assert call(DEFECTIVE).code == call(DEFECTIVE, "--format", "json").code == 1


def test_the_table_names_place_values_and_basis(call):
    done = call(DEFECTIVE, "--lang", "zh")
    for words in (
        "读取200格中的200格",
        "“（一）予以公开”行，“法人或其他组织/商业企业”列",
        "现为5，应为4",
        "国办公开办函〔2021〕30号",
    ):
        assert words in done.squeezed
    assert done.error == ""


def test_equal_input_gives_equal_bytes(call):
    assert call(DEFECTIVE, "--format", "json").bytes == call(DEFECTIVE, "--format", "json", "--lang", "zh").bytes


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["nowhere.docx"], "nowhere.docx", id="a file that is not there"),
        pytest.param([STRAY], "not-a-report.docx", id="no annual report"),
        pytest.param([CLEAN, "--metrics", "nowhere.yaml"], "nowhere.yaml", id="a metrics file that is not there"),
        pytest.param([CLEAN, "--previous", "nowhere.pdf"], "nowhere.pdf", id="a last year that is not there"),
        pytest.param([CLEAN, "--rules", "nowhere.yaml"], "nowhere.yaml", id="a pack that is not there"),
        pytest.param([CLEAN, CLEAN.with_suffix(".html"), "--year", "2023"], "--year", id="a year for two"),
        pytest.param([CLEAN, "--output", "nowhere/a.json"], "nowhere/a.json", id="an output without its folder"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_goes_wrong_is_one_line_that_names_the_file(call, words, said, language, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    done = call(*words, "--lang", language)
    assert done.code in (2, 3)
    assert (done.text, done.error.count("\n")) == ("", 1)
    assert said in done.error
    assert ("disclosecheck: ", "Traceback" in done.error) == (done.error[:15], False)


@pytest.mark.parametrize("option", ["--metrics", "--previous"])
def test_a_file_given_by_option_that_is_no_good_is_a_usage_error(call, option, tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("organ: [")
    done = call(CLEAN, option, broken, "--format", "json")
    assert (done.code, done.text) == (2, "")


def test_a_broken_companion_is_the_submissions_fault(call, tmp_path):
    shutil.copy(CLEAN, tmp_path / "report.docx")
    (tmp_path / "report.metrics.yaml").write_text("no_such_figure: 1\n")
    done = call(tmp_path / "report.docx", "--format", "json")
    [submission] = done.json["submissions"]
    assert (done.code, submission["status"], submission["error"]["code"]) == (3, "unreadable", "metrics_invalid")
    assert "report.metrics.yaml: 1 to correct: line 1: " in done.error


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("report.metrics.csv", "指标,数值\n多元化解读率,55%\n"),
        ("report.metrics.json", '{"多元化解读率": "55%"}'),
    ],
)
def test_a_companion_is_read_unasked(call, tmp_path, name, text):
    shutil.copy(CLEAN, tmp_path / "report.docx")
    (tmp_path / name).write_text(text, "utf-8")
    done = call(tmp_path / "report.docx", "--rules", "shanghai-health-2021", "--format", "json")
    [found] = [
        one
        for one in done.json["submissions"][0]["findings"]
        if one["rule"].endswith("diversified-interpretation-rate")
    ]
    assert (found["outcome"], found["evidence"][0]["file"]) == ("fail", str(tmp_path / name))


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_table_that_holds_no_figures_is_no_submission(call, tmp_path, suffix):
    path = tmp_path / f"ledger.{suffix}"
    if suffix == "csv":
        path.write_text("收到日期,答复日期\n2021-03-05,2021-03-08\n", "utf-8")
    else:
        import openpyxl

        book = openpyxl.Workbook()
        book.active.append(["收到日期", "答复日期"])
        book.save(path)
    done = call(path)
    assert (done.code, "--records" in done.error) == (3, True)
    assert call(CLEAN, "--metrics", path).code == 2


def test_all_mistakes_of_a_metrics_file_alone_stand_in_its_line(call, tmp_path):
    path = tmp_path / "figures.yaml"
    path.write_text("多元化解读率: 0.6\nnothing_of_the_kind: 1\n", "utf-8")
    done = call(path, "--format", "json")
    assert (done.code, done.error.count("\n")) == (3, 1)
    said = done.json["submissions"][0]["error"]["message"]["en"]
    assert all(words in said for words in ("2 to correct", "line 1", "line 2", "nothing_of_the_kind"))


def test_many_mistakes_stand_in_a_line_each_in_text(call, tmp_path):
    path, out = tmp_path / "figures.yaml", tmp_path / "out.txt"
    path.write_text("".join(f"nothing_{number}: 1\n" for number in range(12)), "utf-8")
    done = call(path, "--lang", "en", "--output", out)
    lines = done.error.splitlines()
    assert (lines[0], len(lines)) == (f"disclosecheck: {path}: 12 to correct, then try again", 12)
    assert (lines[1].startswith("  line 1: "), lines[-1]) == (True, "  and 2 more")
    assert out.read_text("utf-8").endswith("  and 2 more\n")
    error = call(path, "--format", "json").json["submissions"][0]["error"]
    assert (list(error), "line 12: " in error["message"]["en"]) == (["code", "message"], True)


def test_a_metrics_file_alone_is_a_submission(call):
    done = call(SAMPLES / "figures-alone.yaml", "--format", "json")
    [submission] = valid(done.json)["submissions"]
    assert submission["document"]["kind"] == "metrics"
    assert all(pack["id"] != "cn-annual-report-2021" for pack in submission["packs"])


def test_a_fault_of_ours_is_one_line_and_a_result(call, monkeypatch):
    def burst(*given):
        raise ZeroDivisionError("by\nnought")

    monkeypatch.setattr(check_command, "check_submission", burst)
    done = call(CLEAN, "--format", "json")
    [submission] = valid(done.json)["submissions"]
    assert (done.code, submission["error"]["code"]) == (3, "crashed")
    assert "internal error (ZeroDivisionError: by nought)" in done.error
    assert done.error.count("\n") == 1


def test_a_fault_of_ours_outside_the_check_is_one_line_too(call, monkeypatch):
    monkeypatch.setattr(check_command, "search", lambda paths: 1 / 0)
    done = call(CLEAN)
    assert (done.code, done.text) == (3, "")
    assert "internal error (ZeroDivisionError: division by zero)" in done.error


# ── outputs ──


def test_results_are_saved_by_suffix_and_standard_output_stays(call, tmp_path):
    text, data = tmp_path / "r.txt", tmp_path / "r.json"
    done = call(DEFECTIVE, "--output", text, "--output", data, "--format", "json")
    assert data.read_bytes() == done.bytes
    assert "Requests completed agree" in text.read_text("utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.json", "r.txt"]


def test_a_result_that_is_no_pass_is_saved_too(call, tmp_path):
    done = call("nowhere.docx", "--output", tmp_path / "r.json", "--output", tmp_path / "r.txt")
    assert done.code == 3
    assert json.loads((tmp_path / "r.json").read_bytes())["submissions"][0]["status"] == "unreadable"
    assert "nowhere.docx" in (tmp_path / "r.txt").read_text("utf-8")


def test_a_report_found_in_a_folder_is_never_overwritten(call, folder):
    before = (folder / "a.docx").read_bytes()
    (folder / "old.txt").write_text("an old result")
    done = call(folder, "--output", folder / "old.txt")
    assert (done.code, (folder / "old.txt").read_text(), (folder / "a.docx").read_bytes()) == (
        2,
        "an old result",
        before,
    )


# ── several submissions ──


@pytest.mark.slow
def test_a_folder_is_a_matrix_in_a_stable_order(call, folder):
    done = call(folder, "--format", "json")
    submissions = valid(done.json)["submissions"]
    assert [(Path(one["path"]).name, one["status"]) for one in submissions] == [("a.docx", "fail"), ("b.docx", "pass")]
    assert done.code == 1
    text = call(folder).text
    assert text.rstrip().splitlines()[-1] == "2 submissions: 1 PASS, 1 FAIL"


@pytest.mark.slow
def test_what_cannot_be_read_is_a_line_beside_the_others(call, folder):
    (folder / "c.docx").write_bytes(b"PK\x03\x04 cut off")
    done = call(folder)
    assert done.code == 3
    assert "3 submissions: 1 PASS, 1 FAIL, 1 NOT CHECKED" in done.text


@pytest.mark.slow
def test_out_of_time_is_a_line_beside_the_others(call, folder):
    done = call(folder, "--format", "json", "--timeout", "0.0001")
    assert done.code == 3
    assert {one["error"]["code"] for one in valid(done.json)["submissions"]} == {"timeout"}


@pytest.mark.slow
def test_one_and_many_find_the_same(call, folder):
    [alone] = call(folder / "a.docx", "--format", "json").json["submissions"]
    first, _ = call(folder, "--format", "json", "--jobs", "1").json["submissions"]
    assert first == alone


def test_one_report_in_a_folder_is_one_submission(call, folder):
    (folder / "a.docx").unlink()
    done = call(folder, "--year", "2023")
    assert (done.code, "read 200 of 200 cells" in done.text) == (0, True)


@pytest.mark.slow
def test_audit_is_a_matrix_even_of_one(call, folder):
    (folder / "a.docx").unlink()
    done = call("audit", folder)
    assert (done.code, done.text.rstrip().splitlines()[-1]) == (0, "1 submissions: 1 PASS")


def test_audit_of_a_file_is_a_usage_error(call):
    done = call("audit", CLEAN)
    assert (done.code, "is no folder" in done.error) == (2, True)


@pytest.mark.parametrize("words", [[], ["--format", "json"]])
def test_a_folder_with_nothing_to_check_is_not_checked(call, tmp_path, words):
    done = call(tmp_path, *words)
    assert done.code == 3
    assert str(tmp_path) in done.error
    assert [*done.json["submissions"]] == [] if words else done.text == ""


def test_documents_that_must_be_saved_anew_are_named(call, folder):
    (folder / "a.docx").unlink()
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    done = call(folder)
    assert done.code == 0
    assert f"{folder / 'old.doc'} was not checked" in done.error


def test_a_pattern_that_the_shell_left_alone_is_expanded(call, folder):
    assert call(folder / "b*.docx").code == 0


class Executor:
    """Hands back futures that end as they are told to, in any order."""

    def __init__(self, *endings):
        self.endings = iter(endings)

    def submit(self, function, *given):
        future = batch.Future()
        ending = next(self.endings)
        if isinstance(ending, Exception):
            future.set_exception(ending)
        else:
            future.set_result(ending)
        return future


def test_late_and_crashed_files_are_results_in_their_places():
    messages = check_command.catalogue_with(()).messages
    submissions = [batch.Submission(path=name) for name in ("a", "b", "c")]
    done = []
    good = batch.not_checked("a", "timeout", messages, seconds="1")
    executor = Executor(batch.Examined(good), TimeoutError(), WorkerCrashedError("exit code -11"))
    results = batch.map_over(
        executor, submissions, batch.Settings(), messages, timeout=2.5, done=lambda: done.append(1)
    )
    assert results[0] is good
    assert [(result.path, result.error.code) for result in results[1:]] == [("b", "timeout"), ("c", "worker_lost")]
    assert "2.5 seconds" in results[1].error.message.en
    assert "exit code -11" in results[2].error.message.en
    assert len(done) == 3
