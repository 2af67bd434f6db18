"""The cases that rules carry, run: `disclosecheck rules test`.

    cases:
      - name: one too many carried forward
        given: {cells: {t3_requests.carried_forward.total: 4}}
        expect: {fail: t3_requests.carried_forward.total}

`given` says how a clean report of the pack's edition is changed. `expect` is an outcome (`pass`: nothing else but
not_applicable), or an outcome with the place (or list of places) that each such verdict must name, and no other.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from disclosecheck.kinds.patterns import know
from disclosecheck.kinds.registry import kind_named, params_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.form import Edition, Form
from disclosecheck.model.rule import Rule, RulePack
from disclosecheck.model.verdict import Message, Outcome, Verdict
from disclosecheck.rulebook.case_facts import build
from disclosecheck.rulebook.given import Given
from disclosecheck.rulebook.packs import PackFile


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    expect: Outcome | dict[Outcome, str | tuple[str, ...]]
    given: Given = Given()


class CaseResult(msgspec.Struct, frozen=True):
    """`problem` says what came instead; None when the case holds."""

    rule: str
    name: str
    line: int | None
    problem: Message | None


def try_cases(pack: RulePack, files: Mapping[str, PackFile], forms: Mapping[Edition, Form]) -> tuple[CaseResult, ...]:
    """Run the cases of every rule of a pack, those it has from an abstract one included."""
    edition = _edition(pack, forms)
    results: list[CaseResult] = []
    for rule in pack.rules:
        file = next((file for file in files.values() if rule.id in file.cases and _has(file, pack)), None)
        if file is not None:
            results += [_try(rule, case, file, dict(forms), edition) for case in file.cases[rule.id]]
    return tuple(results)


def _has(file: PackFile, pack: RulePack) -> bool:
    return file.pack.id == pack.id or file.abstract


def _edition(pack: RulePack, forms: Mapping[Edition, Form]) -> Edition:
    """The form a pack judges by: that of its first year, else the newest."""
    year = pack.applies_to.first_year
    return next((name for name, form in forms.items() if form.first_year == year), max(forms))


def _try(rule: Rule, written: Any, file: PackFile, forms: dict[Edition, Form], edition: Edition) -> CaseResult:
    line = file.rule_lines.get(rule.id)
    name = str(written.get("name")) if isinstance(written, dict) else "?"
    try:
        case = msgspec.convert(written, Case, strict=False)
        kind = kind_named(rule.kind)
        facts = build(case.given, forms, edition)
        know(rule.needs)
        verdicts = list(kind.check(params_of(rule, kind), facts))
    except Exception as error:  # a case that cannot be run is a case that fails
        return CaseResult(rule.id, name, line, Message("case.crashed", {"detail": f"{type(error).__name__}: {error}"}))
    return CaseResult(rule.id, name, line, _compare(case.expect, verdicts))


def _compare(expect: Outcome | dict[Outcome, str | tuple[str, ...]], verdicts: list[Verdict]) -> Message | None:
    got = tuple(f"{verdict.outcome}{_at(verdict)}" for verdict in verdicts if verdict.outcome != "pass") or ("pass",)
    telling = [verdict for verdict in verdicts if verdict.outcome not in ("pass", "not_applicable")]
    if isinstance(expect, str):
        outcomes = {verdict.outcome for verdict in verdicts} - {"pass"}
        if expect == "pass":
            right = bool(verdicts) and not telling and any(verdict.outcome == "pass" for verdict in verdicts)
        else:
            right = outcomes == {expect}
        return None if right else Message("case.differs", {"expected": expect, "got": got})
    wanted = [
        (outcome, place)
        for outcome, places in expect.items()
        for place in ((places,) if isinstance(places, str) else places)
    ]
    unmet = [
        f"{outcome} {place}"
        for outcome, place in wanted
        if not any(verdict.outcome == outcome and _names(verdict, place) for verdict in telling)
    ]
    if unmet or len(telling) != len(wanted):
        return Message("case.differs", {"expected": tuple(f"{o} {p}" for o, p in wanted), "got": got})
    return None


def _at(verdict: Verdict) -> str:
    return f" {place_of(verdict.evidence[0])}" if verdict.evidence else ""


def place_of(evidence: Evidence) -> str:
    """A place as cases write it: a cell's address, a table, section.3, paragraph.6, metrics."""
    if evidence.table is not None:
        if evidence.row is None and evidence.column is not None and evidence.table.startswith("t3"):
            return f"{evidence.table}.*.{evidence.column}"
        return ".".join(part for part in (evidence.table, evidence.row, evidence.column) if part)
    if evidence.source != "report":
        return evidence.source
    if evidence.paragraph is not None and not _is_heading(evidence):
        return f"paragraph.{evidence.paragraph}"
    return f"section.{evidence.section}" if evidence.section else "document"


def _is_heading(evidence: Evidence) -> bool:
    return evidence.section is not None and evidence.value is None and (evidence.paragraph or 0) % 10 == 0


def _names(verdict: Verdict, place: str) -> bool:
    return any(place_of(evidence) == place for evidence in verdict.evidence)
