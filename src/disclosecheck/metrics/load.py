"""Metrics files: figures handed in beside a report, or without one.

    organ: 云溪市临江区卫生健康委员会
    year: 2021
    attested: {by: 王敏, on: 2022-01-10}
    closing: 2021-12-31
    metrics:
      diversified_interpretation_rate: 72%
      stakeholder_attended_meetings_count: 3
      policy_interpretation_rate: {numerator: 18, denominator: 20, note: 全年印发的政策性文件}
      online_inquiry_reply_max_workdays: {value: 5, unit: working_days, source: 网上咨询台账}
      offline_channel_improvement_attested: {value: true, attested_by: 李明, attested_on: 2021-12-20, proof: 档案.pdf}

`organ`, `year`, `attested`, `closing` (the day on which ledgers were closed) and the heading `metrics:` may be left
out; names are those of the registry or their titles. A figure without a value counts as not stated. Several figures of
one name, told apart by period, scope or dimensions, are a list of such mappings. In .csv and .xlsx a figure is a row of
a table; docs/metrics.md shows both.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from disclosecheck.metrics.entries import facts_of
from disclosecheck.metrics.form import load_form
from disclosecheck.metrics.stated import Head, Problems, Stated
from disclosecheck.model.errors import MetricsError
from disclosecheck.model.fact import Fact
from disclosecheck.model.metrics import Metrics
from disclosecheck.model.registry import FactName


def read_metrics(path: str, registry: Mapping[str, FactName]) -> tuple[Fact, ...]:
    """The figures of a metrics file.

    Raises UsageError for a file that cannot be opened, MetricsError with all mistakes and their lines.
    """
    return load_metrics(path, registry).facts


def load_metrics(
    path: str, registry: Mapping[str, FactName], ledgers: Mapping[str, str] = MappingProxyType({})
) -> Metrics:
    """As read_metrics, with the organ and the year that the file names, and the sheets that are ledgers.

    `ledgers` are the ids of ledger forms by the names that their sheets may have, the best known of each last.
    """
    problems = Problems()
    head, stated, held = _read(path, registry, ledgers, problems)
    facts = facts_of(path, stated, head, registry, load_form(), problems)
    if problems:
        raise MetricsError(path, problems.listed())
    return Metrics(organ=head.organ, year=head.year, facts=facts, closing=head.closing, ledgers=held)


def _read(
    path: str, registry: Mapping[str, FactName], ledgers: Mapping[str, str], problems: Problems
) -> tuple[Head, list[Stated], tuple[tuple[str, str], ...]]:
    suffix = Path(path).suffix.lower()
    if suffix == ".xlsx":
        from disclosecheck.metrics.workbook import read_workbook

        return read_workbook(path, registry, ledgers, problems)
    if suffix == ".csv":
        from disclosecheck.metrics.delimited import read_delimited

        return *read_delimited(path, registry, problems), ()
    from disclosecheck.metrics.structured import read_structured

    return *read_structured(path, problems), ()
