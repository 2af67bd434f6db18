"""Packs, listed, shown, linted and tested from the command line."""

import pytest

from disclosecheck.rulebook.folder import rules_folder

PACK = """
id: county-2023
version: "1"
title: {{zh: 县级要点, en: County key points}}
authority: 云溪市临江区人民政府办公室
kind: key_points
extends: [cn-annual-report]
rules:
  - id: sections-again
    title: {{zh: 六个部分齐全, en: The six sections are there}}
    kind: section_present
    severity: warning
    group: sections
    basis: 临江政办〔2023〕1号
    fix: {{zh: 补上缺少的部分, en: Add the section.}}
    cases:
      - name: all six
        expect: {whole}
      - name: one is missing
        given: {{without_sections: [4]}}
        expect: {{fail: section.4}}
      - name: another is missing
        given: {{without_sections: [5]}}
        expect: {{fail: section.5}}
"""


@pytest.fixture
def pack(tmp_path):
    """Write a pack of a county; `whole` is what its first case expects."""

    def write(whole="pass", text=PACK):
        path = tmp_path / "county.yaml"
        path.write_text(text.format(whole=whole), "utf-8")
        return path

    return write


def shipped():
    return [
        path.stem
        for path in (rules_folder() / "packs").glob("*.yaml")
        if "abstract: true" not in path.read_text("utf-8")
    ]


def test_list_names_every_shipped_pack(call):
    listed = call("rules", "list")
    assert (listed.code, listed.error) == (0, "")
    assert shipped()
    assert [name for name in shipped() if f"{name}  version" not in listed.text] == []


def test_show_names_every_rule_with_severity_and_basis(call):
    shown = call("rules", "show", "cn-annual-report-2021")
    assert shown.code == 0
    assert "requests-balance" in shown.text
    assert "error,required国办公开办函〔2021〕30号" in shown.squeezed


def test_show_a_rule_whole(call):
    shown = call("rules", "show", "cn-annual-report-2021/requests-balance", "--lang", "zh")
    assert shown.code == 0
    for words in ("申请件数平衡", "错误，必查", "equation", "left:t3_requests.new_received,t3_requests.carried_in"):
        assert words in shown.squeezed


def test_show_a_pack_and_a_rule_by_path(call, pack):
    assert "county-2023" in call("rules", "show", pack()).text
    assert "临江政办〔2023〕1号" in call("rules", "show", f"{pack()}/sections-again").text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["show", "nothing"], 'no rule pack "nothing"', id="show a pack that is none"),
        pytest.param(
            ["show", "cn-annual-report-2021/request-balance"], "near it: requests-balance", id="a misspelt rule"
        ),
        pytest.param(["lint", "nothing.yaml"], 'no rule pack "nothing.yaml"', id="lint a file that is not there"),
        pytest.param(["test", "nothing.yaml"], 'no rule pack "nothing.yaml"', id="test a file that is not there"),
    ],
)
def test_what_is_not_there_is_a_usage_error(call, words, said):
    done = call("rules", *words)
    assert (done.code, done.text) == (2, "")
    assert said in done.error
    assert done.error.count("\n") == 1


def test_shipped_packs_have_no_problem_and_hold_their_cases(call):
    lint, test = call("rules", "lint"), call("rules", "test")
    assert (lint.code, test.code) == (0, 0), lint.text + test.text
    assert "0 problems" in lint.text
    assert ", 0 differ" in test.text


def test_a_pack_of_ones_own_is_linted_and_tested(call, pack):
    assert call("rules", "lint", pack()).code == 0
    done = call("rules", "test", pack())
    assert (done.code, done.text) == (0, "1 packs, 3 cases run, 0 differ\n")


def test_lint_tells_every_problem_with_its_line(call, pack):
    text = PACK.replace("severity: warning", "severity: grave").replace("kind: section_present", "kind: nothing")
    path = pack(text=text)
    done = call("rules", "lint", path)
    assert done.code == 2
    lines = text.splitlines()
    for words in ("kind: nothing", "severity: grave"):
        line = 1 + next(number for number, line in enumerate(lines) if words in line)
        assert f"{path}:{line}: " in done.text


def test_lint_of_what_is_no_yaml(call, pack):
    path = pack(text="rules: [")
    done = call("rules", "lint", path)
    assert done.code == 2
    assert str(path) in done.text


def test_a_case_that_differs_is_named(call, pack):
    done = call("rules", "test", pack(whole="open"))
    assert done.code == 1
    assert "county-2023/sections-again: all six:" in done.text
    assert "3 cases run, 1 differ" in done.text


def test_a_broken_pack_cannot_be_used(call, pack):
    path = pack(text=PACK.replace("severity: warning", "severity: grave"))
    done = call("any.docx", "--rules", path)
    assert (done.code, done.text) == (2, "")
    assert f"  {path}:12: " in done.error
