"""A key-points pack as a table of its document's clauses: what each asks, what decides it, where it may be stated."""

from collections.abc import Iterator, Mapping

import msgspec

from disclosecheck.kinds.registry import kind_named
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.demand import ClauseDemands, Demand, PackDemands, Place
from disclosecheck.model.rule import Rule, RulePack, Text
from disclosecheck.model.verdict import Message
from disclosecheck.model.wording import render

_BOUNDS = ("at_least", "at_most", "below", "by")
_SAID = ("percent", "working_days", "days")  # units that are said beside the number


def demands_of(pack: RulePack, catalogue: Catalogue, ledgers: Mapping[str, str]) -> PackDemands:
    """`ledgers` has the ledger that yields a fact, by the fact's name. Rules under no clause are left out."""
    prose = {name for phrasing in catalogue.phrasings.phrasings for name in phrasing.facts}
    parts = tuple(
        ClauseDemands(
            clause=clause,
            demands=tuple(_demand(rule, catalogue, prose, ledgers) for rule in pack.rules if rule.clause == clause.id),
        )
        for clause in pack.clauses
    )
    return PackDemands(pack=pack.id, version=pack.version, title=pack.title, authority=pack.authority, clauses=parts)


def _demand(rule: Rule, catalogue: Catalogue, prose: set[str], ledgers: Mapping[str, str]) -> Demand:
    facts = tuple(dict.fromkeys(_facts(rule)))
    yielded = tuple(dict.fromkeys(ledgers[name] for name in facts if name in ledgers))
    return Demand(
        rule=rule.id,
        title=rule.title,
        decided_by=rule.decided_by,
        asked=_asked(rule, facts, catalogue),
        threshold_from=rule.threshold_from,
        severity=rule.severity,
        encouraged=bool(rule.params.get("encouraged")),
        facts=facts,
        places=tuple(_places(facts, prose, yielded)),
        ledgers=yielded,
        basis=rule.basis,
    )


def _places(facts: tuple[str, ...], prose: set[str], ledgers: tuple[str, ...]) -> Iterator[Place]:
    """Where the demand's facts may be stated; a rule without facts judges the report itself."""
    if not facts or prose & set(facts):
        yield "report"
    if facts:
        yield "metrics"
    if ledgers:
        yield "records"


def _facts(rule: Rule) -> Iterator[str]:
    """The names of the registry that a rule asks for."""
    kind = kind_named(rule.kind)
    if hasattr(kind, "references"):
        params = msgspec.convert(rule.params, kind.Params)
        yield from (reference.name for reference in kind.references(params) if reference.what == "fact")


def _asked(rule: Rule, facts: tuple[str, ...], catalogue: Catalogue) -> Text | None:
    bound = next((bound for bound in _BOUNDS if rule.params.get(bound) is not None), None)
    if bound is None:
        return None
    if bound == "at_least" and rule.params[bound] == 0:
        return render(Message("coverage.stated"), catalogue.messages)
    unit = catalogue.facts[facts[0]].unit if facts and facts[0] in catalogue.facts else ""
    number = Message(f"coverage.{unit if unit in _SAID else 'count'}", {"value": str(rule.params[bound])})
    return render(Message(f"coverage.{bound}", {"value": number}), catalogue.messages)
