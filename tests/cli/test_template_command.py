"""`disclosecheck metrics template`, and what becomes of the filled form."""

import openpyxl
import pytest

from disclosecheck.checking import catalogue_with
from disclosecheck.metrics.load import load_metrics

PACK = "shanghai-health-2021"


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "yaml"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_empty_form_can_be_checked_at_once(call, tmp_path, suffix, language):
    path = tmp_path / f"form.{suffix}"
    done = call("metrics", "template", "--rules", PACK, "-o", path, "--lang", language)
    assert (done.code, done.error, str(path) in done.text) == (0, "", True)
    checked = call(path, "--rules", PACK, "--format", "json")
    outcomes = {one["outcome"] for one in checked.json["submissions"][0]["findings"] if one["rule"].startswith(PACK)}
    assert outcomes == {"open"}, "nothing that is blank passes or fails"


def test_every_fact_of_the_pack_has_its_row(call, tmp_path):
    path = tmp_path / "form.xlsx"
    call("metrics", "template", "--rules", PACK, "--output", path)
    book = openpyxl.load_workbook(path)
    keys = {cell.value for column in book["指标"].iter_cols() for cell in column}
    pack = catalogue_with(()).packs[PACK]
    asked = {rule.params["fact"] for rule in pack.rules if "fact" in rule.params}
    assert asked
    assert asked - keys == set()


def test_several_packs_share_a_form(call, tmp_path):
    path = tmp_path / "form.csv"
    assert call("metrics", "template", "--rules", PACK, "--rules", "shanghai-2024", "-o", path).code == 0
    lines = path.read_text("utf-8-sig").splitlines()
    assert sum(line.endswith("stakeholder_attended_meetings_count") for line in lines) == 1


def test_a_filled_form_is_figures_and_ledgers_at_once(call, tmp_path):
    path = tmp_path / "form.xlsx"
    call("metrics", "template", "--rules", PACK, "-o", path)
    book = openpyxl.load_workbook(path)
    sheet = book["咨询答复台账"]
    heads = [cell.value for cell in sheet[1]]
    for heading, value in {"收到日期": "2021-03-05", "答复日期": "2021-03-20", "渠道": "网上咨询"}.items():
        sheet.cell(3, heads.index(heading) + 1).value = value
    book.save(path)
    done = call(path, "--rules", PACK, "--format", "json")
    [found] = [
        one
        for one in done.json["submissions"][0]["findings"]
        if one["rule"].endswith("/online-inquiries-answered") and one["outcome"] == "fail"
    ]
    place = found["evidence"][0]
    assert (place["source"], place["file"], place["sheet"], place["line"]) == (
        "records", str(path), "咨询答复台账", 3
    )  # fmt: skip
    assert "1 rows" in call("extract", path).text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param((), "--output", id="nowhere to write"),
        pytest.param(("-o", "form.docx"), "form.docx", id="a suffix of no form"),
        pytest.param(("-o", "form.json"), "form.json", id="JSON takes no explanations"),
        pytest.param(("-o", "nowhere/form.xlsx"), "nowhere", id="no such folder"),
        pytest.param(("-o", "there.csv"), "there.csv", id="a form that may be filled in"),
        pytest.param(("--rules", "nothing", "-o", "form.csv"), "nothing", id="no such pack"),
        pytest.param(("--rules", "prose-style", "-o", "form.csv"), "prose-style", id="a pack that asks for no figure"),
        pytest.param(("--colour",), "--colour", id="no such option"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_goes_wrong_is_one_line(call, tmp_path, monkeypatch, words, said, language):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there.csv").write_text("filled in")
    done = call("metrics", "template", *words, "--lang", language)
    assert (done.code, done.text, done.error.count("\n")) == (2, "", 1)
    assert said in done.error
    assert (tmp_path / "there.csv").read_text() == "filled in"


def test_its_help_says_where_it_writes(call):
    text = " ".join(call("metrics", "template", "--help").text.split())
    assert "--output, -o FILE" in text
    assert ".xlsx" in text


def test_a_csv_form_from_excel_is_read(call, tmp_path):
    path = tmp_path / "form.csv"
    call("metrics", "template", "--rules", PACK, "-o", path)
    text = path.read_text("utf-8-sig").replace("多元化解读率", "多元化解读率", 1)
    path.write_bytes(text.encode("gb18030"))
    assert load_metrics(str(path), catalogue_with(()).facts).year == 2021
