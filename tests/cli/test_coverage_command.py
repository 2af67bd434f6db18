"""`rules coverage`: what key points ask, clause by clause."""

import json
from importlib.resources import files

import jsonschema
import pytest
from rich.cells import cell_len

SCHEMA = json.loads((files("disclosecheck.report") / "schema" / "coverage.schema.json").read_text("utf-8"))
PACK = "shanghai-health-2021"


def test_clauses_stand_in_the_documents_order_with_what_decides_them(call):
    done = call("rules", "coverage", PACK, "--lang", "zh")
    assert (done.code, done.error) == (0, "")
    order = [
        "18 条 101 项",
        "导语 ",
        "二（一） ",
        "不低于 60%",
        "diversified_interpretation_rate",
        "五（三*） ",
        "六（三） ",
    ]
    places = [done.text.find(words) for words in order]
    assert places == sorted(places), dict(zip(order, places, strict=True))
    assert -1 not in places


def test_the_notes_of_a_clause_are_told(call):
    text = call("rules", "coverage", PACK, "--lang", "en").squeezed
    assert "TheChinesedecides:atleast60%" in text
    assert "thesecond（二）iscalled（三*）" in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_totals_are_those_of_the_lines(call, language):
    done = call("rules", "coverage", PACK, "--lang", language).text
    [pack] = call("rules", "coverage", PACK, "--format", "json").json["packs"]
    demands = [demand for part in pack["clauses"] for demand in part["demands"]]
    words = {"zh": ("自动  ", "证明  ", "核实  "), "en": ("automatic  ", "evidence  ", "attested  ")}[language]
    for by, word in zip(("figures", "evidence", "attestation"), words, strict=True):
        count = sum(demand["decided_by"] == by for demand in demands)
        assert sum(line.startswith(word) for line in done.splitlines()) == count
        assert str(count) in done.splitlines()[2]


def test_json_meets_the_published_schema(call):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    output = call("rules", "coverage", "--format", "json").json
    jsonschema.validate(output, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert PACK in [pack["pack"] for pack in output["packs"]]


def test_no_line_is_wider_than_the_screen(call, monkeypatch):
    for width in (40, 80):
        monkeypatch.setenv("COLUMNS", str(width))
        for language in ("zh", "en"):
            lines = call("rules", "coverage", PACK, "--lang", language).text.splitlines()
            assert max(cell_len(line) for line in lines) <= width


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        pytest.param("cn-annual-report-2021", "lists no clauses", id="a pack without clauses"),
        pytest.param("nothing", 'no rule pack "nothing"', id="a pack that is none"),
    ],
)
def test_what_has_no_clauses_is_a_usage_error(call, pack, said):
    done = call("rules", "coverage", pack)
    assert (done.code, done.text) == (2, "")
    assert said in done.error
    assert done.error.count("\n") == 1


def test_a_pack_of_ones_own(call, tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(
        """
id: linjiang-2021
version: "1"
title: {zh: 临江区要点, en: Key points of Linjiang}
authority: 临江区
kind: key_points
extends: [cn-annual-report]
clauses:
  - {id: 一（一）, title: {zh: 重点领域, en: Key fields}}
rules:
  - id: training
    title: {zh: 培训不少于两次, en: Two trainings}
    clause: 一（一）
    decided_by: figures
    threshold_from: text
    kind: threshold
    fact: training_sessions_count
    at_least: 2
    severity: error
    group: key_points
    basis: 临江政办〔2021〕1号 一（一）
""",
        "utf-8",
    )
    done = call("rules", "coverage", path, "--lang", "zh")
    assert done.code == 0
    assert "1 条 1 项：按数据自动判定 1" in done.text
    assert "training_sessions_count" in done.text
