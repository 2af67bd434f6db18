"""How a key-points pack says what decides each demand and where its number comes from, beyond what it needs to load."""

from collections.abc import Iterator

from disclosecheck.model.rule import Rule, RulePack
from disclosecheck.model.verdict import Message

OWN_NUMBER = "本规则包自定"  # said in the basis of a number that the clause does not state
_KINDS = {"evidence": "evidenced", "attestation": "attested"}
_FIGURES = ("threshold", "deadline")
_WORD = {"by", "on"}  # a person's word needs at least who and when


def clause_problems(pack: RulePack, rule: Rule) -> Iterator[Message]:
    """What a rule of a pack that lists its document's clauses should say."""
    if not pack.clauses:
        return
    if rule.clause is None:
        yield Message("lint.no_clause", {"id": rule.id})
    elif rule.clause not in rule.basis:
        yield Message("lint.basis_without_clause", {"id": rule.id, "clause": rule.clause})
    if rule.decided_by is None:
        yield Message("lint.no_decided_by", {"id": rule.id})
    yield from _kind(rule)
    yield from _number(rule)


def _kind(rule: Rule) -> Iterator[Message]:
    """`evidenced` and `attested` answer for evidence and attestation, nothing else does."""
    asked = _KINDS.get(rule.decided_by or "")
    if (asked and rule.kind != asked) or (rule.decided_by == "figures" and rule.kind in _KINDS.values()):
        yield Message("lint.decided_otherwise", {"id": rule.id, "kind": rule.kind, "decided": rule.decided_by or ""})
    if rule.decided_by == "attestation" and _WORD - set(rule.params.get("needs", ())):
        yield Message("lint.no_needs", {"id": rule.id})


def _number(rule: Rule) -> Iterator[Message]:
    """A number says where it comes from; one that the clause does not state is no error to miss."""
    if rule.kind in _FIGURES and rule.threshold_from is None:
        yield Message("lint.no_threshold_from", {"id": rule.id})
    if rule.threshold_from == "default" and OWN_NUMBER not in rule.basis:
        yield Message("lint.default_unsaid", {"id": rule.id, "words": OWN_NUMBER})
    allowed = {"implied": ("warning", "info"), "default": ("info",)}.get(rule.threshold_from or "")
    if allowed and rule.severity not in allowed:
        yield Message("lint.too_severe", {"id": rule.id, "severity": rule.severity, "allowed": ", ".join(allowed)})
