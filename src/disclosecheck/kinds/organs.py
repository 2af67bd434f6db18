"""Which sort of organ reports, by its name: the level and the field that rules about plausibility depend on."""

from collections.abc import Sequence

from disclosecheck.kinds.patterns import compiled
from disclosecheck.model.fact import FactSet


def is_one_of(patterns: Sequence[str], facts: FactSet) -> bool:
    """Whether the organ's name holds one of the patterns (RE2); an organ that is not known is none."""
    return bool(patterns) and facts.organ is not None and compiled(tuple(patterns)).search(facts.organ) is not None
