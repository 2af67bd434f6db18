"""A metrics file beside a report says whose figures they are, and of which year."""

from pathlib import Path

import pytest

from disclosecheck.checking import Settings, Submission, check_submission
from disclosecheck.model.fact import Expected
from disclosecheck.rulebook.load import load_catalogue

REPORT = str(Path(__file__).resolve().parents[2] / "samples" / "clean-2021.docx")  # 云溪市临江区卫生健康委员会, 2023


@pytest.mark.parametrize(
    ("head", "expected", "failed"),
    [
        pytest.param("{year: 2023, organ: 云溪市临江区卫生健康委员会}", Expected(), [], id="the report's own"),
        pytest.param("{organ: 临江区卫健委}", Expected(), [], id="an abbreviation of the organ's name"),
        pytest.param("{year: 2022}", Expected(), ["expected-year"], id="of the year before"),
        pytest.param("{year: 2022}", Expected(year=2023), ["expected-year"], id="whatever the call expects"),
        pytest.param("{organ: 云溪市东山区卫生健康委员会}", Expected(), ["expected-organ"], id="of another district"),
        pytest.param("{}", Expected(year=2022), ["expected-year"], id="it says nothing, the call does"),
    ],
)
def test_whose_figures_they_are(tmp_path, head, expected, failed):
    metrics = tmp_path / "指标.yaml"
    figures = "diversified_interpretation_rate: 72%"
    lines = [*(line.strip() for line in head.strip("{}").split(",")), "metrics:", f"  {figures}"]
    metrics.write_text("\n".join(line for line in lines if line), "utf-8")
    submission = Submission(path=REPORT, metrics=str(metrics), expected=expected)
    result = check_submission(submission, Settings(), load_catalogue())
    found = [finding.rule.rpartition("/")[2] for finding in result.findings if finding.outcome == "fail"]
    assert found == failed


@pytest.mark.parametrize(
    ("expected", "code"),
    [
        pytest.param(Expected(year=2022), "metrics_of_year", id="of another year"),
        pytest.param(Expected(organ="云溪市东山区教育局"), "metrics_of_organ", id="of another organ"),
        pytest.param(Expected(year=2021, organ="临江区卫健委"), None, id="the one expected"),
        pytest.param(Expected(), None, id="nothing expected"),
    ],
)
def test_figures_handed_in_alone(tmp_path, expected, code):
    metrics = tmp_path / "指标.yaml"
    head = "organ: 云溪市临江区卫生健康委员会\nyear: 2021\n"
    metrics.write_text(f"{head}metrics: {{diversified_interpretation_rate: 72%}}\n", "utf-8")
    settings = Settings(rules=("shanghai-health-2021",))
    result = check_submission(Submission(path=str(metrics), expected=expected), settings, load_catalogue())
    assert (result.error.code if result.error else None) == code
