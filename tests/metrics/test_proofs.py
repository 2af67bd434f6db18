"""What stands in place of a yes to a publication, and who vouches for a figure."""

from pathlib import Path

import pytest

from disclosecheck.metrics.load import load_metrics
from disclosecheck.model.errors import MetricsError
from disclosecheck.model.fact import Attestation
from disclosecheck.rulebook.load import load_catalogue

PAGE = "internet_hospital_info_published"  # unit url
WORD = "coordination_mechanism"  # unit bool


def attested(folder: Path, text: str) -> Attestation | None:
    path = folder / "figures.yaml"
    path.write_text(text, "utf-8")
    [fact] = load_metrics(str(path), load_catalogue().facts).facts
    assert fact.value is True
    return fact.attested


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("https://wsjk.linjiang.example/a", id="an address"),
        pytest.param("临卫办〔2021〕3号", id="a document number"),
        pytest.param("2021-06-18", id="a date"),
        pytest.param("2021年6月18日", id="a Chinese date"),
        pytest.param("截图.png", id="a file"),
        pytest.param("材料/截图", id="a file without an ending"),
    ],
)
def test_a_proof_may_stand_in_place_of_a_yes(tmp_path: Path, text: str) -> None:
    assert attested(tmp_path, f'{PAGE}: "{text}"') == Attestation(proof=text)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(f"{PAGE}: ture", id="a slip of the pen"),
        pytest.param(f"{PAGE}: 已公开了", id="words"),
        pytest.param(f'{PAGE}: "2021"', id="a bare number"),
        pytest.param(f'{WORD}: "2021-06-18"', id="a date for what is no publication"),
    ],
)
def test_what_can_be_no_proof_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(MetricsError):
        attested(tmp_path, line)


def test_who_vouches_for_all_figures_stands_at_the_head(tmp_path: Path) -> None:
    head = "attested: {by: 李明, on: 2021-12-20}\n"
    assert attested(tmp_path, head + f"{PAGE}: 截图.png") == Attestation(by="李明", on="2021-12-20", proof="截图.png")
    own = f"{WORD}: {{value: true, attested_by: 王芳}}"
    assert attested(tmp_path, head + own) == Attestation(by="王芳", on="2021-12-20")
