"""Facts and verdicts for the tests of kinds: a clean report of invented figures, changed in one place."""

from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.registry import kind_named
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Edition, Form
from disclosecheck.model.verdict import Verdict
from disclosecheck.rulebook.case_facts import build
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.forms import load_forms
from disclosecheck.rulebook.given import Given

APPLICANTS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_org",
    "legal_service_org",
    "other_org",
)
T3 = "t3_requests"
T4 = "t4_review_litigation"


@lru_cache(maxsize=1)
def forms() -> dict[Edition, Form]:
    return load_forms(rules_folder())


def facts_of(edition: Edition = "2021", **given: Any) -> FactSet:
    """A report whose every cell is 0, but for what `given` says (see rulebook/given.py)."""
    return build(msgspec.convert(given, Given), forms(), edition)


def ask(kind: str, params: dict[str, Any], facts: FactSet) -> list[Verdict]:
    module = kind_named(kind)
    return list(module.check(msgspec.convert(params, module.Params), facts))


def outcomes(verdicts: list[Verdict]) -> list[str]:
    """The outcomes that say something, in order; ["pass"] where all is well."""
    return [verdict.outcome for verdict in verdicts if verdict.outcome != "pass"] or ["pass"]
