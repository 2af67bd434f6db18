"""The demands of key points about which nothing is stated, folded by clause: a pack has a hundred of them."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from disclosecheck.model.rule import Clause, Rule, RulePack
from disclosecheck.model.verdict import Finding
from disclosecheck.report.labelled import Line, labelled, listed
from disclosecheck.report.labels import Labels
from disclosecheck.report.wording import translate
from disclosecheck.report.wrap import wrap

MOST_TITLES = 5  # of demands whose number stands in the clause


class Unstated(msgspec.Struct, frozen=True):
    """What of one pack is open because nobody says anything about it."""

    pack: RulePack
    findings: tuple[Finding, ...]


def unstated(findings: Sequence[Finding], packs: Iterable[RulePack]) -> list[Unstated]:
    """By pack; only those of packs that list the clauses of their document."""
    found = []
    for pack in packs:
        ids = {f"{pack.id}/{rule.id}" for rule in pack.rules if rule.clause is not None}
        own = tuple(finding for finding in findings if finding.rule in ids and is_silent(finding))
        if own:
            found.append(Unstated(pack, own))
    return found


def is_silent(finding: Finding) -> bool:
    own = finding.because_of is None and finding.waived is None
    return own and finding.outcome == "open" and not finding.evidence


def unstated_lines(one: Unstated, labels: Labels, width: int, *, in_full: bool) -> list[Line]:
    """How many by clause, the gravest by name, and how to state them; `in_full` names each with its fact."""
    rules = {f"{one.pack.id}/{rule.id}": rule for rule in one.pack.rules}
    title = labels.say("unstated", pack=translate(one.pack.title, labels), count=str(len(one.findings)))
    lines: list[Line] = [(line, "bold") for line in wrap(title, width)]
    clauses = [
        (clause, own) for clause in one.pack.clauses if (own := _of(clause, one.findings, rules))
    ]  # in the document's order
    if in_full:
        for clause, own in clauses:
            lines += _clause(clause, own, rules, labels, width)
    else:
        counts = [labels.say("clause_count", clause=clause.id, count=str(len(own))) for clause, own in clauses]
        lines += listed(labels.say("label_clauses"), counts, "", width, labels)
        if told := _stated_in_text(one, rules, labels):
            lines += labelled(labels.say("label_values"), told, "", width, labels)
    hint = labels.say("fill_hint", pack=one.pack.id)
    return [*lines, *labelled(labels.say("label_fill"), hint, "", width, labels)]


def _of(clause: Clause, findings: Sequence[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    return [finding for finding in findings if rules[finding.rule].clause == clause.id]


def _clause(
    clause: Clause, findings: Sequence[Finding], rules: Mapping[str, Rule], labels: Labels, width: int
) -> list[Line]:
    heading = labels.say("clause_line", clause=clause.id, title=translate(clause.title, labels))
    lines = wrap(heading, width)
    for finding in findings:
        name = str(rules[finding.rule].params.get("fact", ""))
        said = labels.say("demand_line", title=translate(finding.title, labels), name=name)
        lines += [f"  {line}" for line in wrap(said, width - 2)]
    return [(line, "") for line in lines]


def _stated_in_text(one: Unstated, rules: Mapping[str, Rule], labels: Labels) -> str:
    """The demands whose number or date stands in the clause; "" where there is none."""
    titles = [
        translate(finding.title, labels) for finding in one.findings if rules[finding.rule].threshold_from == "text"
    ]
    if not titles:
        return ""
    more = labels.say("more_titles") if len(titles) > MOST_TITLES else ""
    said = labels.say("pause").join(titles[:MOST_TITLES]) + more
    return labels.say("stated_in_text", count=str(len(titles)), titles=said)
