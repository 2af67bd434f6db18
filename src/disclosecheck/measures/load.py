"""How figures are counted from ledgers, from `rules/measures.yaml`."""

from functools import lru_cache
from pathlib import Path

import msgspec

from disclosecheck.model.errors import PackError
from disclosecheck.model.measure import Measure
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.strict import Problem, convert_at
from disclosecheck.rulebook.yaml_source import read_yaml


class Measures(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    listed: int  # rows that a finding names one by one; of the rest it says how many there are
    kept_up: int  # days before the year's end: a ledger with an entry since then was kept up to the end
    facts: dict[str, Measure]


@lru_cache(maxsize=1)
def measures() -> Measures:
    """The shipped ones; read once a process, and only when ledgers are handed in."""
    return load_measures(rules_folder())


def load_measures(folder: Path) -> Measures:
    """Raises PackError that lists every measure which does not fit, with its line."""
    source = read_yaml(folder / "measures.yaml")
    problems: list[Problem] = []
    facts: dict[str, Measure] = {}
    for name in source.data["facts"]:
        if measure := convert_at(source, ("facts", name), Measure, problems):
            facts[name] = measure
    listed, kept_up = (convert_at(source, (key,), int, problems) for key in ("listed", "kept_up"))
    if problems or listed is None or kept_up is None:
        raise PackError(source.path, tuple(problems))
    return Measures(listed=listed, kept_up=kept_up, facts=facts)
