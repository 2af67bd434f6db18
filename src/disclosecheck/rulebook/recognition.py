"""By which words a report is known, from `rules/recognition.yaml`."""

from pathlib import Path

from disclosecheck.model.errors import PackError
from disclosecheck.model.recognition import Recognition
from disclosecheck.rulebook.strict import Problem, convert_at
from disclosecheck.rulebook.yaml_source import read_yaml


def load_recognition(folder: Path) -> Recognition:
    """`folder` is that of the rules. Raises PackError with the line where an entry does not fit."""
    source = read_yaml(folder / "recognition.yaml")
    problems: list[Problem] = []
    recognition = convert_at(source, (), Recognition, problems)
    if problems or recognition is None:
        raise PackError(source.path, tuple(problems))
    return recognition
