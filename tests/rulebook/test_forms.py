"""The editions of the form as data: whole, keyed once, and every mistake told with its line."""

from pathlib import Path

import pytest

from disclosecheck.model.errors import PackError
from disclosecheck.model.form import Edition, Form
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.forms import load_forms

SHARED = """\
sections:
  - number: 1
    key: overview
    title: 总体情况
rows:
  two:
    - {key: first, label: 一、甲, leaf: true}
    - {key: second, label: 二、乙, parent: first}
"""
EDITION = """\
edition: "2021"
document_number: 国办公开办函〔2021〕30号
first_year: 2021
last_year: null
fingerprint:
  - 甲
sections:
  - use: sections
tables:
  - id: t1
    section: 1
    columns:
      - {key: total, label: 总计}
    rows:
      - use: rows.two
"""


@pytest.fixture(scope="module")
def forms() -> dict[Edition, Form]:
    return load_forms(rules_folder())


def _load(folder: Path, edition: str = EDITION, shared: str = SHARED) -> dict[Edition, Form]:
    (folder / "forms").mkdir()
    (folder / "forms" / "2021.yaml").write_text(edition, encoding="utf-8")
    (folder / "forms" / "shared.yaml").write_text(shared, encoding="utf-8")
    return load_forms(folder)


@pytest.mark.parametrize(
    ("edition", "cells", "leaves"),
    [pytest.param("2019", 198, 19, id="first edition"), pytest.param("2021", 200, 21, id="edition in force")],
)
def test_cells_of_the_official_form(forms: dict[Edition, Form], edition: Edition, cells: int, leaves: int) -> None:
    form = forms[edition]
    assert len(form.addresses()) == cells
    requests = next(table for table in form.tables if table.id == "t3_requests")
    assert sum(row.leaf for row in requests.rows) == leaves


def test_both_editions_have_the_same_six_sections(forms: dict[Edition, Form]) -> None:
    titles = {edition: [section.title for section in form.sections] for edition, form in forms.items()}
    assert titles["2019"] == titles["2021"]
    assert [section.number for section in forms["2021"].sections] == [1, 2, 3, 4, 5, 6]


def test_sections_know_their_tables(forms: dict[Edition, Form]) -> None:
    assert "t2_art20_9" in forms["2019"].sections[1].tables
    assert forms["2021"].sections[2].tables == ("t3_requests",)
    assert forms["2021"].sections[0].tables == ()


def test_rows_taken_over_stand_in_the_place_of_their_use(forms: dict[Edition, Form]) -> None:
    rows = [row.key for table in forms["2021"].tables if table.id == "t3_requests" for row in table.rows]
    assert rows.index("np_confirm_reissue") + 1 == rows.index("other") == rows.index("results_total") - 4


def test_a_list_is_taken_over(tmp_path: Path) -> None:
    form = _load(tmp_path)["2021"]
    assert [row.key for row in form.tables[0].rows] == ["first", "second"]
    assert form.sections[0].tables == ("t1",)


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        pytest.param("use: rows.two", "use: rows.three", 15, "form.unknown_list", id="no such list"),
        pytest.param("label: 总计}", "label: 总计, colour: red}", 13, "yaml.misfit", id="a field nobody knows"),
        pytest.param("- 甲", "- 丙", 6, "form.unknown_label", id="a fingerprint that is no label"),
        pytest.param("section: 1", "section: one", 11, "yaml.misfit", id="a word for a number"),
        pytest.param("first_year: 2021", "first_year: soon", 3, "yaml.misfit", id="no year"),
        pytest.param(
            "- use: rows.two",
            "- use: rows.two\n      - {key: first, label: 甲}",
            14,
            "form.double_key",
            id="a key twice",
        ),
        pytest.param(
            "- use: rows.two",
            "- use: rows.two\n      - {key: third, label: 丙, parent: nobody}",
            14,
            "form.unknown_parent",
            id="a parent that is no row",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, key: str) -> None:
    with pytest.raises(PackError) as caught:
        _load(tmp_path, EDITION.replace(old, new, 1))
    assert [(at, message.key) for at, message in caught.value.problems] == [(line, key)]


def test_mistakes_in_the_shared_file_are_told_there(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        _load(tmp_path, shared=SHARED.replace("leaf: true", "leaf: perhaps").replace("number: 1", "number: one"))
    assert caught.value.path.endswith("shared.yaml")
    assert sorted(line or 0 for line, _ in caught.value.problems) == [2, 7]
