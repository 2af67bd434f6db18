"""Profiles on the command line: what they put in, what wins over them, and what is said of them."""

import shutil
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
RATE = "diversified_interpretation_rate"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a report of 2023, below the user's own, so that no profile of this machine is met."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    home = tmp_path / "2023"
    home.mkdir()
    shutil.copy(SAMPLES / "clean-2021.docx", home / "report.docx")
    monkeypatch.chdir(home)
    return home


def write(folder, text, **files):
    (folder / "disclosecheck.toml").write_text(text, "utf-8")
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, "utf-8")


def finding(done, rule):
    [found] = [one for one in done.json["submissions"][0]["findings"] if one["rule"].endswith(rule)]
    return found["outcome"]


def notes(done):
    return [note["code"] for note in done.json["submissions"][0]["document"]["notes"]]


def test_a_report_alone_does_the_whole_job(call, folder):
    write(folder, 'packs = ["shanghai-health-2021"]\nmetrics = "figures.yaml"\n', figures=f"{RATE}: 55%\n")
    done = call("report.docx", "--format", "json")
    assert finding(done, "/diversified-interpretation-rate") == "fail"
    assert (done.code, "profile_used" in notes(done)) == (1, True)


def test_without_a_profile_nothing_is_said_of_one(call, folder):
    assert "profile_used" not in notes(call("report.docx", "--format", "json"))


def test_a_profile_can_be_left_aside(call, folder):
    write(folder, "year = 1\n")
    assert call("report.docx").code == 2
    assert call("report.docx", "--no-profile").code == 0


def test_an_option_wins(call, folder):
    write(folder, 'rules = ["shanghai-health-2021"]\nmetrics = "low.yaml"\nyear = 2022\n', low=f"{RATE}: 55%\n")
    (folder / "high.yaml").write_text(f"{RATE}: 75%\n")
    done = call("report.docx", "--metrics", "high.yaml", "--year", "2023", "--format", "json")
    assert finding(done, "/diversified-interpretation-rate") == "pass"
    assert finding(done, "/expected-year") == "pass"


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        pytest.param("year = 2022\n", (), 1, id="another year than the report's fails"),
        pytest.param("year = 2022\nfail_on = 'never'\n", (), 0, id="the profile's bar"),
        pytest.param("year = 2022\nfail_on = 'never'\n", ("--fail-on", "error"), 1, id="the call's bar wins"),
    ],
)
def test_the_bar_may_stand_in_a_profile(call, folder, text, words, code):
    write(folder, text)
    assert call("report.docx", *words).code == code


def test_the_language_may_stand_in_a_profile(call, folder):
    write(folder, "lang = 'zh'\n")
    assert "按配置文件 disclosecheck.toml 检查" in call("report.docx").text
    assert "checked by the profile disclosecheck.toml" in " ".join(call("report.docx", "--lang", "en").text.split())


def test_mistakes_are_listed_and_end_the_call(call, folder):
    write(folder, "yaer = 2021\nmetrics = 'nowhere.yaml'\n")
    done = call("report.docx", "--format", "json")
    assert (done.code, done.text) == (2, "")
    assert [line.partition("disclosecheck.toml")[2][:3] for line in done.error.splitlines()] == [": 2", ":1:", ":2:"]


def test_each_report_of_a_folder_goes_by_the_nearest(call, folder):
    district = folder / "临江区"
    district.mkdir()
    shutil.copy(folder / "report.docx", district / "report.docx")
    write(folder, "organ = '云溪市临江区卫生健康委员会'\n")
    write(district, "year = 2022\n")
    done = call("audit", folder, "--format", "json")
    statuses = {Path(one["path"]).parent.name: one["status"] for one in done.json["submissions"]}
    assert statuses == {"2023": "pass", "临江区": "fail"}
    assert done.error.count("checked by the profile") == 2


def test_values_of_a_profile_may_hold_for_several_reports(call, folder):
    shutil.copy(folder / "report.docx", folder / "again.docx")
    write(folder, "year = 2023\n")
    assert call(folder, "--format", "json").code == 0
    assert call(folder, "--year", "2023").code == 2


def test_last_years_report_is_not_its_own_last_year(call, folder):
    write(folder, "previous = 'report.docx'\nyear = 2024\n")
    done = call("report.docx", "--format", "json")
    assert (done.code, "profile_used" in notes(done)) == (0, True)


def test_a_metrics_file_alone_has_its_ledgers_from_the_profile(call, folder):
    write(
        folder, "metrics = 'figures.yaml'\n[records]\nreplies = 'replies.csv'\n", figures=f"year: 2021\n{RATE}: 75%\n"
    )
    (folder / "replies.csv").write_text(
        "收到日期,答复日期,渠道,是否简单问题\n2021-03-05,2021-03-20,网上咨询,否\n", "utf-8"
    )
    done = call("figures.yaml", "--rules", "shanghai-health-2021", "--format", "json")
    assert finding(done, "/online-inquiries-answered") == "fail"


@pytest.mark.parametrize("where", ["metrics", "profile", "ledger"])
def test_an_open_case_is_late_on_the_day_of_closing(call, folder, where):
    closing = {name: "closing = 2021-03-31\n" if name == where else "" for name in ("profile", "ledger")}
    write(
        folder,
        f"{closing['profile']}[records.replies]\nfile = 'replies.csv'\n{closing['ledger']}",
        figures="year: 2021\n" + ("closing: 2021-03-31\n" if where == "metrics" else ""),
    )
    (folder / "replies.csv").write_text("收到日期,答复日期,渠道,是否简单问题\n2021-03-05,,网上咨询,否\n", "utf-8")
    done = call("figures.yaml", "--rules", "shanghai-health-2021", "--format", "json")
    assert finding(done, "/online-inquiries-answered") == "fail"


def test_an_output_never_overwrites_what_a_profile_names(call, folder):
    write(folder, "metrics = 'figures.json'\n")
    (folder / "figures.json").write_text("{}")
    done = call("report.docx", "--output", "figures.json")
    assert (done.code, "figures.json" in done.error) == (2, True)
    assert (folder / "figures.json").read_text() == "{}"
