"""The rules of the pack about formalities, asked as they are shipped."""

from functools import lru_cache
from typing import Any

import msgspec
from given import facts_of, forms, outcomes

from disclosecheck.kinds.registry import kind_named
from disclosecheck.model.fact import FactSet
from disclosecheck.model.rule import Rule
from disclosecheck.model.verdict import Verdict
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.names import Names
from disclosecheck.rulebook.packs import read_pack
from disclosecheck.rulebook.registry import load_registry


@lru_cache(maxsize=1)
def _rules() -> dict[str, Rule]:
    folder = rules_folder()
    names = Names(forms=dict(forms()), facts=frozenset(load_registry(folder)))
    pack = read_pack(folder / "packs" / "cn-annual-report-formalities.yaml", names).pack
    return {rule.id: rule for rule in pack.rules}


def verdicts_on(rule: str, facts: FactSet, **changed: Any) -> list[Verdict]:
    """What a shipped rule says of a report, with some of its parameters changed."""
    found = _rules()[rule]
    kind = kind_named(found.kind)
    return list(kind.check(msgspec.convert({**found.params, **changed}, kind.Params), facts))


def said(rule: str, text: str, paragraph: int = 11, **given: Any) -> list[str]:
    """The outcomes of a rule on a report of 2023 with one paragraph of text."""
    facts = facts_of(**{"year": 2023, "paragraphs": {paragraph: text}, **given})
    return outcomes(verdicts_on(rule, facts))
