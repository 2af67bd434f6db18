"""All rules asked of one submission, and their verdicts as findings."""

import msgspec

from disclosecheck.engine.blame import blame
from disclosecheck.engine.choose import Chosen, addresses
from disclosecheck.engine.coverage import coverage_of
from disclosecheck.engine.gaps import attribute_gaps
from disclosecheck.engine.judged import Judged
from disclosecheck.engine.spoiled import follow_spoiled
from disclosecheck.engine.suspects import follow_suspects
from disclosecheck.kinds.last_year import not_compared
from disclosecheck.kinds.patterns import know
from disclosecheck.kinds.place import split_address
from disclosecheck.kinds.registry import COMPARING, kind_named, params_of
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import CellFact, FactSet
from disclosecheck.model.form import Form
from disclosecheck.model.result import Coverage
from disclosecheck.model.rule import Rule, Text
from disclosecheck.model.verdict import Finding, Message, Verdict
from disclosecheck.model.wording import render


class Checked(msgspec.Struct, frozen=True):
    """What the rules say of one submission, in the order of packs and rules, and how much of the form they saw."""

    findings: tuple[Finding, ...]
    coverage: Coverage


def check(facts: FactSet, chosen: Chosen, catalogue: Catalogue) -> Checked:
    """Ask every rule of the chosen packs. A rule that crashes is a finding of its own; the others go on."""
    facts = _with_form(facts, chosen, catalogue)
    judged = [
        Judged(pack=pack.id, rule=rule, verdict=verdict)
        for pack in chosen.packs
        for rule in pack.rules
        for verdict in ask(rule, facts)
    ]
    judged = follow_suspects(follow_spoiled(blame(attribute_gaps(judged), facts)))
    findings = tuple(_finding(item, catalogue.messages) for item in judged)
    return Checked(findings, coverage_of(facts, judged))


def _with_form(facts: FactSet, chosen: Chosen, catalogue: Catalogue) -> FactSet:
    """Facts of a report without table or year have no form: that of the statutory pack is what they lack."""
    pack = next((pack for pack in chosen.packs if pack.kind == "statutory"), None)
    if facts.form is not None or pack is None:
        return facts
    year = pack.applies_to.first_year
    form = next((form for form in catalogue.forms.values() if form.first_year == year), None)
    cells = {cell: _absent(form, cell) for cell in form.addresses()} if form else {}
    return msgspec.structs.replace(facts, form=form, cells=cells)


def _absent(form: Form, address: str) -> CellFact:
    table, row, column = split_address(address)
    section = next(spec.section for spec in form.tables if spec.id == table)
    evidence = Evidence(section=section, table=table, row=row, column=column)
    return CellFact(table=table, row=row, column=column, state="missing", evidence=evidence)


def ask(rule: Rule, facts: FactSet) -> list[Verdict]:
    """The verdicts of one rule; one with outcome `error` when it crashes or stays silent."""
    if rule.applies_to is not None and not addresses(rule.applies_to, facts):
        return [Verdict(outcome="not_applicable", message=Message("engine.not_addressed"))]
    if rule.kind in COMPARING and facts.previous is None and facts.document is not None:
        return [not_compared(facts)]
    try:
        kind = kind_named(rule.kind)
        know(rule.needs)
        verdicts = list(kind.check(params_of(rule, kind), facts))
    except Exception as error:  # whatever a rule does wrong, the others must still speak
        return [_crashed(f"{type(error).__name__}: {error}")]
    return verdicts or [_crashed("no verdict")]


def _crashed(detail: str) -> Verdict:
    return Verdict(outcome="error", message=Message("engine.crashed", {"detail": detail}))


def _finding(item: Judged, messages: dict[str, Text]) -> Finding:
    verdict, rule = item.verdict, item.rule
    try:
        text = render(verdict.message, messages)
    except KeyError as error:  # a message that the catalogue lacks is a crash like any other
        verdict = _crashed(f"no text for {error}")
        text = render(verdict.message, messages)
    return Finding(
        rule=item.name,
        title=rule.title,
        outcome=verdict.outcome,
        severity=rule.severity,
        required=rule.required,
        error_type=rule.error_type,
        message=text,
        basis=rule.basis,
        expected=verdict.expected,
        actual=verdict.actual,
        evidence=verdict.evidence,
        fix=rule.fix,
        because_of=item.because_of,
    )
