"""One cell of a clean report printed otherwise: the sums that held fail, and the one finding names that cell.

Asked of every cell that a sum of the form covers (175 and 15 in edition 2021), in each file format.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from expectation import check_path, own_findings, places
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from one_cell import Changed, clean, docx_changer, html_changer, printed_cells
from one_pdf_cell import pdf_changer

from disclosecheck.model.result import SubmissionResult
from making.content import Content
from making.source import SAMPLES

SUMMED = ("t3_requests", "t4_review_litigation")
OF_2021, OF_2019 = "district-2023", "city-2020"
PDF_SAMPLE = 20  # cells of the .pdf; the other formats are asked for all


def clean_pdf(content: Content) -> Changed:
    return pdf_changer((SAMPLES / "clean-2021.pdf").read_bytes(), content)


CHANGERS: dict[str, Callable[[Content], Changed]] = {"docx": docx_changer, "html": html_changer, "pdf": clean_pdf}


def summed_cells(content: Content) -> dict[str, int]:
    return {cell: int(text) for cell, text in printed_cells(content).items() if cell.startswith(SUMMED)}


def check(data: bytes, suffix: str, folder: Path) -> SubmissionResult:
    path = folder / f"report.{suffix}"
    path.write_bytes(data)
    return check_path(path)


def what_is_wrong(result: SubmissionResult, cell: str) -> str | None:
    """Why the result does not name the changed cell as the one thing that is wrong."""
    own = own_findings(result)
    named = [finding.rule for finding in own if finding.outcome == "fail" and cell in places(finding)]
    if named and len(own) == 1:
        return None
    return f"{cell}: {[(finding.rule, finding.outcome, places(finding)[:3]) for finding in own]}"


def misses(name: str, suffix: str, folder: Path, step: int = 1) -> list[str]:
    content = clean(name)
    change = CHANGERS[suffix](content)
    cells = summed_cells(content)
    found = [
        what_is_wrong(check(change(cell, str(value + 1)), suffix, folder), cell)
        for cell, value in list(cells.items())[::step]
    ]
    return [miss for miss in found if miss]


@pytest.mark.parametrize("suffix", CHANGERS)
def test_unchanged_report_fails_nowhere(suffix: str, tmp_path: Path) -> None:
    content = clean(OF_2021)
    cell, text = next(iter(printed_cells(content).items()))
    assert own_findings(check(CHANGERS[suffix](content)(cell, text), suffix, tmp_path)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", [OF_2021, OF_2019])
@pytest.mark.parametrize("suffix", ["docx", "html"])
def test_every_cell_one_too_large_is_named(name: str, suffix: str, tmp_path: Path) -> None:
    assert misses(name, suffix, tmp_path) == []


@pytest.mark.slow
def test_cells_of_a_pdf_one_too_large_are_named(tmp_path: Path) -> None:
    count = len(summed_cells(clean(OF_2021)))
    assert misses(OF_2021, "pdf", tmp_path, step=count // PDF_SAMPLE) == []


CONTENT = clean(OF_2021)
CELLS = summed_cells(CONTENT)
PAGE = html_changer(CONTENT)


@pytest.mark.slow
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cell=st.sampled_from(sorted(CELLS)), off=st.integers(-9, 99).filter(bool))
def test_any_cell_off_by_any_amount_fails_and_is_named(cell: str, off: int, tmp_path: Path) -> None:
    value = abs(CELLS[cell] + off)
    if value == CELLS[cell]:
        return
    failed = [f for f in own_findings(check(PAGE(cell, str(value)), "html", tmp_path)) if f.outcome == "fail"]
    assert any(cell in places(finding) for finding in failed)
