"""The samples are what their script builds from `samples/sources/`, and what those say of themselves holds."""

from collections import Counter
from pathlib import Path

import pytest

from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.forms import load_forms
from making.catalogue import write_catalogue
from making.content import compose, compose_report
from making.layout import addresses, flatten, lay_out
from making.packing import parts
from making.source import SAMPLES, Change, Sample, load_form, load_report, load_samples
from making.writing import write_sample

ALL = load_samples()
REPORTS = ("district-2023", "city-2020", "shanghai-2021")
GROUPS = {"denied": "denied_", "unable": "unable_", "not_processed": "np_", "other": "other"}


@pytest.mark.parametrize("sample", [pytest.param(sample, id=sample.name) for sample in ALL])
def test_files_are_those_the_script_builds(sample: Sample) -> None:
    for name, data in write_sample(sample):
        there = (SAMPLES / name).read_bytes()
        assert (parts(there) if name.endswith(".docx") else there) == (parts(data) if name.endswith(".docx") else data)


def test_every_file_is_some_samples_and_there() -> None:
    wanted = {name for sample in ALL for name, _ in write_sample(sample)}
    wanted |= {f"{sample.name}.pdf" for sample in ALL if sample.formats.pdf}
    kept = {"README.md", "build.py", "expected.yaml", ".gitattributes"}
    assert {path.name for path in SAMPLES.iterdir() if path.is_file()} - kept == wanted


def test_names_are_given_once() -> None:
    assert max(Counter(sample.name for sample in ALL).values()) == 1


def test_catalogue_is_the_one_the_script_writes() -> None:
    assert (SAMPLES / "README.md").read_text("utf-8") == write_catalogue(ALL)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_printed_forms_hold_the_cells_and_labels_of_the_forms_that_are_read(edition: str) -> None:
    printed, known = load_form(edition), load_forms(rules_folder())[edition]
    assert set(addresses(printed)) == set(known.addresses())
    grids = [
        lay_out(printed, dict.fromkeys(addresses(printed), "0"), table) for table in ("proactive", "requests", "review")
    ]
    labels = {box.text for grid in grids for box in grid.boxes if box.role != "value"}
    official = {row.label for table in known.tables for row in table.rows if not row.optional}
    official |= {column.label for table in known.tables for column in table.columns if not column.optional}
    assert official <= labels


@pytest.mark.parametrize("name", REPORTS)
def test_clean_tables_tie_out(name: str) -> None:
    report = load_report(name)
    form = load_form(report.edition)
    cells = {address: int(text) for address, text in flatten(form, report.cells).items() if address[:2] in ("t3", "t4")}
    columns = tuple(form.requests.columns)
    rows = [address.split(".")[1] for address in cells if address.endswith(".total") and address.startswith("t3")]
    leaves = [row for row in rows if row not in ("new_received", "carried_in", "results_total", "carried_forward")]
    t3 = {(row, column): cells[f"t3_requests.{row}.{column}"] for row in rows for column in columns}
    for row in rows:
        assert t3[row, "total"] == sum(t3[row, column] for column in columns[:-1]), row
    for column in columns:
        assert t3["results_total", column] == sum(t3[row, column] for row in leaves), column
        received = t3["new_received", column] + t3["carried_in", column]
        assert received == t3["results_total", column] + t3["carried_forward", column], column
    for block in ("review", "direct", "after_review"):
        of_block = {key: cells[f"t4_review_litigation.{block}_{key}"] for key in form.review.columns}
        assert of_block["total"] * 2 == sum(of_block.values()), block


@pytest.mark.parametrize("name", REPORTS)
def test_clean_text_says_what_the_tables_say(name: str) -> None:
    report = load_report(name)
    cells = flatten(load_form(report.edition), report.cells)
    text = "".join(str(item) for item in report.sections[1])
    total = {row: int(cells[f"t3_requests.{row}.total"]) for row in _rows(cells)}
    said = {
        f"予以公开{total['granted']}件",
        f"部分公开{total['partially_granted']}件",
        f"办结{total['results_total']}件",
    }
    for label, group in zip(("不予公开", "无法提供", "不予处理", "其他处理"), GROUPS.values(), strict=True):
        said.add(f"{label}{sum(count for row, count in total.items() if row.startswith(group))}件")
    said |= {f"申请{total['new_received']}件", f"继续办理{total['carried_forward']}件"}
    said.add(f"自然人申请{cells['t3_requests.new_received.natural_person']}件")
    assert [statement for statement in sorted(said) if statement not in text] == []


def _rows(cells: dict[str, str]) -> list[str]:
    return [address.split(".")[1] for address in cells if address.startswith("t3") and address.endswith(".total")]


def test_a_defect_must_find_its_place_exactly_once() -> None:
    report = load_report("district-2023")
    with pytest.raises(ValueError, match="stands 0 times"):
        compose_report(report, Change(text=(("没有这句话", "改"),)))
    with pytest.raises(ValueError, match="no such cell"):
        compose_report(report, Change(cells={"t3_requests.granted.nobody": "1"}))
    with pytest.raises(ValueError, match="no such row"):
        compose_report(report, Change(drop_rows=("t3_requests.nothing",)))


def test_a_defect_leaves_the_rest_alone() -> None:
    wrong = next(sample for sample in ALL if sample.name == "wrong-leaf-cell")
    clean = compose_report(load_report(wrong.of), Change())
    texts = [
        [box.text for piece in made.pieces if piece.table for box in piece.table.boxes]
        for made in (clean, compose(wrong))
    ]
    changed = [(before, after) for before, after in zip(*texts, strict=True) if before != after]
    assert changed == [("12", "13")]


def test_no_path_of_a_machine_stands_in_a_sample() -> None:
    for path in SAMPLES.rglob("*"):
        if path.suffix in (".py", ".yaml", ".html", ".txt", ".md"):
            assert str(Path.home()) not in path.read_bytes().decode("gb18030", "ignore")
