"""Metrics files (.yaml, .yml, .json): a mapping of fact names, or of their Chinese titles, to figures.

    organ: 云溪市临江区卫生健康委员会
    year: 2021
    metrics:
      diversified_interpretation_rate: 72%
      stakeholder_attended_meetings_count: 3
      policy_interpretation_rate: {numerator: 18, denominator: 20, note: 全年印发的政策性文件}
      online_inquiry_reply_max_workdays: {value: 5, unit: working_days, source: 网上咨询台账}

`organ`, `year` and the heading `metrics:` may be left out. A figure without a value counts as not stated.
"""

from pathlib import Path
from typing import Any

import msgspec

from disclosecheck.metrics.entries import facts_of
from disclosecheck.model.errors import MetricsError, PackError, UsageError
from disclosecheck.model.fact import Fact
from disclosecheck.model.metrics import Metrics
from disclosecheck.model.registry import FactName
from disclosecheck.model.verdict import Message
from disclosecheck.rulebook.yaml_source import YamlSource, parse_yaml

Problem = tuple[int | None, Message]

_LATER = (".csv", ".xlsx")  # of the contract, but not read yet


def read_metrics(path: str, registry: dict[str, FactName]) -> tuple[Fact, ...]:
    """The figures of a metrics file.

    Raises UsageError for a file that cannot be opened, MetricsError with all mistakes and their lines.
    """
    return load_metrics(path, registry).facts


def load_metrics(path: str, registry: dict[str, FactName]) -> Metrics:
    """As read_metrics, with the organ and the year that the file names."""
    source = _parse(path)
    if not isinstance(source.data, dict):
        raise MetricsError(path, ((1, Message("metrics.no_mapping")),))
    problems: list[Problem] = []
    organ = _organ(source, problems)
    year = _year(source, problems)
    facts = facts_of(source, year, registry, problems)
    if problems:
        raise MetricsError(path, tuple(sorted(problems, key=lambda problem: problem[0] or 0)))
    return Metrics(organ=organ, year=year, facts=facts)


def _parse(path: str) -> YamlSource:
    if Path(path).suffix.lower() in _LATER:
        raise UsageError("metrics_later", path=path)
    text = _text(path)
    if Path(path).suffix.lower() == ".json":
        _check_json(text, path)
        text = text.replace("\t", " ")  # JSON may be indented with tabs, YAML may not
    try:
        return parse_yaml(text, path)
    except PackError as error:
        raise MetricsError(path, error.problems) from error


def _text(path: str) -> str:
    """UTF-8, or what Chinese Windows writes."""
    if Path(path).exists() and not (Path(path).is_file() or Path(path).is_dir()):
        raise UsageError("not_a_file", path=path)  # a device may never end
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError as error:
        raise UsageError("not_found", path=path) from error
    except IsADirectoryError as error:
        raise UsageError("is_folder", path=path) from error
    except PermissionError as error:
        raise UsageError("permission", path=path) from error
    except OSError as error:
        raise UsageError("cannot_open", path=path, detail=error.strerror or "") from error
    if not data.strip():
        raise UsageError("empty_file", path=path)
    for codec in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    raise MetricsError(path, ((None, Message("yaml.not_utf8")),))


def _check_json(text: str, path: str) -> None:
    import json

    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise MetricsError(path, ((error.lineno, Message("metrics.json", {"detail": error.msg})),)) from error
    except RecursionError as error:
        raise MetricsError(path, ((None, Message("metrics.json", {"detail": "nested too deep"})),)) from error


def _organ(source: YamlSource, problems: list[Problem]) -> str | None:
    organ: Any = source.data.get("organ")
    if organ is not None and not isinstance(organ, str):
        problems.append((source.line(("organ",)), Message("metrics.no_organ", {"value": str(organ)})))
        return None
    return organ


def _year(source: YamlSource, problems: list[Problem]) -> int | None:
    year: Any = source.data.get("year")
    if year is None:
        return None
    try:
        number = msgspec.convert(year, int, strict=False)
    except msgspec.ValidationError:
        number = 0
    if isinstance(year, bool) or not 1900 < number < 2100:
        problems.append((source.line(("year",)), Message("metrics.no_year", {"value": str(year)})))
        return None
    return number
