"""`disclosecheck extract` on real files."""

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SCHEMA = json.loads((files("disclosecheck.report") / "schema" / "extract.schema.json").read_text("utf-8"))
ANY = [
    pytest.param(SAMPLES / name, id=name)
    for name in ("clean-2021.docx", "clean-2019.html", "clean-2021.pdf", "missing-row.html", "dash-cells.html",
                 "english-tables-lost.txt", "digits-run-together.txt", "key-points-2021.docx")
]  # fmt: skip


@pytest.mark.parametrize("sample", ANY)
def test_json_meets_the_published_schema(call, sample):
    done = call("extract", sample, "--format", "json")
    jsonschema.validate(done.json, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert (done.code, done.json["path"]) == (0, str(sample))


def test_keys_stand_in_the_order_of_the_contract(call):
    output = call("extract", SAMPLES / "clean-2021.docx", "--format", "json").json
    properties, defined = SCHEMA["properties"], SCHEMA["$defs"]
    assert list(output) == list(properties)
    assert list(output["document"]) == list(defined["document"]["properties"])
    assert list(output["sections"][0]) == list(properties["sections"]["items"]["properties"])
    assert list(output["facts"][0]) == list(properties["facts"]["items"]["properties"])
    assert list(output["facts"][0]["evidence"]) == list(defined["evidence"]["properties"])
    cell = output["tables"]["t3_requests"]["cells"][0]
    assert list(cell) == list(
        properties["tables"]["additionalProperties"]["properties"]["cells"]["items"]["properties"]
    )


def test_every_cell_of_the_form_is_there_with_its_state(call):
    output = call("extract", SAMPLES / "missing-row.html", "--format", "json").json
    cells = [cell for table in output["tables"].values() for cell in table["cells"]]
    assert len(cells) == 200
    missing = [cell for cell in cells if cell["state"] == "missing"]
    assert {cell["row"] for cell in missing} == {"denied_state_secret"}
    assert {cell["value"] for cell in missing} == {None}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("sample", ANY)
def test_text_is_made_of_any_sample_in_both_languages(call, sample, language):
    done = call("extract", sample, "--lang", language)
    assert (done.code, done.error) == (0, "")
    assert sample.name in done.text


def test_grids_show_cells_as_printed_and_what_is_missing(call):
    lines = call("extract", SAMPLES / "missing-row.html").text.splitlines()
    assert any(line.split() == ["1.属于国家秘密", *["?"] * 7] for line in lines)
    assert any(line.split() == ["2.重复申请", "2", "0", "0", "0", "0", "0", "2"] for line in lines)
    assert "Tables: 193 of 200 cells read" in "\n".join(lines)


def test_tables_that_are_not_there_are_told(call):
    assert "No statutory table was recognised." in call("extract", SAMPLES / "english-tables-lost.txt").text


def test_figures_and_statements_without_a_fact_have_their_place(call):
    done = call("extract", SAMPLES / "clean-2021.docx")
    assert "section1,paragraph7:“2023年新收政府信息公开申请78件”" in done.squeezed
    assert "%ofthosewithone)" in done.squeezed


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param(["nowhere.docx"], 3, "nowhere.docx", id="a file that is not there"),
        pytest.param([SAMPLES / "not-a-report.docx"], 3, "not-a-report.docx", id="no annual report"),
        pytest.param([SAMPLES / "clean-2021.docx", "--format", "xml"], 2, "--format", id="an unknown format"),
        pytest.param([SAMPLES / "clean-2021.docx", "--output", "r.csv"], 2, "r.csv", id="an unknown suffix"),
    ],
)
def test_what_goes_wrong_is_one_line(call, words, code, said):
    done = call("extract", *words)
    assert (done.code, done.text, done.error.count("\n")) == (code, "", 1)
    assert said in done.error


def test_it_is_saved_by_suffix(call, tmp_path):
    done = call("extract", SAMPLES / "clean-2021.docx", "--format", "json", "--output", tmp_path / "x.json")
    assert (tmp_path / "x.json").read_bytes() == done.bytes
