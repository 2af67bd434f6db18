"""The registry of fact names, from `rules/facts.yaml`."""

from pathlib import Path

from disclosecheck.model.errors import PackError
from disclosecheck.model.registry import FactName
from disclosecheck.rulebook.strict import Problem, convert_at
from disclosecheck.rulebook.yaml_source import read_yaml


def load_registry(folder: Path) -> dict[str, FactName]:
    """All figures that a submission may state outside the cells of the form, by name; `folder` is that of the rules.

    Raises PackError that lists every entry which does not fit, with its line.
    """
    source = read_yaml(folder / "facts.yaml")
    problems: list[Problem] = []
    registry: dict[str, FactName] = {}
    for name in source.data or {}:
        if fact := convert_at(source, (name,), FactName, problems):
            registry[name] = fact
    if problems:
        raise PackError(source.path, tuple(problems))
    return registry
