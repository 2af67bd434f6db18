"""A thing that no report can show is attested in the metrics file.

    kind: attested
    fact: coordination_mechanism
    needs: [by, on]

Passes with `true`, fails with `false`. What `needs` lists must be said too: who vouches (`by`), when (`on`), and on
what grounds (`proof`); a bare `true` is open then, and the report's own word is for a person. A file that is named
as proof must be there. A no to what a clause only encourages (`encouraged: true`) is not applicable. With `due`, the
fact is a date and must not be later than the date of that fact. Where nothing is attested: open, not applicable, or
(`open_when_published`) open once --published says that it is out.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import shown, stated
from disclosecheck.model.fact import Attestation, Fact, FactSet
from disclosecheck.model.verdict import Message, Outcome, Verdict

Need = Literal["by", "on", "proof"]


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    fact: str
    due: str | None = None
    unstated: Literal["open", "not_applicable", "open_when_published"] = "open"
    needs: tuple[Need, ...] = ()
    encouraged: bool = False


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    told = stated(facts, params.fact)
    due = stated(facts, params.due) if params.due else []
    if not told or (params.due and not due):
        missing = params.fact if not told else params.due or params.fact
        yield _unstated(params, facts, missing)
    elif params.due:
        yield _in_time(params, told[0], due[0])
    else:
        yield _true(params, told)


def references(params: Params) -> Iterator[Reference]:
    yield Reference("fact", params.fact, ("fact",))
    if params.due:
        yield Reference("fact", params.due, ("due",))


def _unstated(params: Params, facts: FactSet, missing: str) -> Verdict:
    arises = params.unstated == "open" or (params.unstated == "open_when_published" and facts.expected.published)
    code = "attested.unvouched" if params.needs else "attested.unstated"
    message = Message(code, {"fact": Message(f"fact.{missing}"), "name": missing, "needs": _said(params.needs)})
    return Verdict(outcome="open" if arises else "not_applicable", message=message)


def _in_time(params: Params, told: Fact, due: Fact) -> Verdict:
    date, limit = shown(told.value), shown(due.value)
    late = date > limit
    return Verdict(
        outcome="fail" if late else "pass",
        message=Message(
            f"attested.{'late' if late else 'in_time'}",
            {"fact": Message(f"fact.{params.fact}"), "date": date, "by": limit},
        ),
        expected=limit,
        actual=date,
        evidence=(told.evidence,),
    )


def _true(params: Params, told: list[Fact]) -> Verdict:
    denied = [fact for fact in told if fact.value is False or shown(fact.value) in ("false", "0")]
    if denied:
        outcome: Outcome = "not_applicable" if params.encouraged else "fail"
        return _verdict(outcome, "encouraged" if params.encouraged else "denied", params, denied)
    if not params.needs:
        return _verdict("pass", "attested", params, told)
    vouched = [fact for fact in told if fact.evidence.source != "report"]
    return _vouched(params, vouched[0]) if vouched else _verdict("review", "said", params, told)


def _vouched(params: Params, fact: Fact) -> Verdict:
    """Whether who, when and on what grounds are said, as far as the rule needs them."""
    from disclosecheck.kinds.proofs import proofs_of

    word = fact.attested or Attestation()
    missing = tuple(need for need in params.needs if not getattr(word, need))
    if missing:
        return _verdict("open", "incomplete", params, [fact], missing=_said(missing), name=params.fact)
    gone = [proof.text for proof in proofs_of(fact) if proof.sort == "missing_file"]
    if gone:
        return _verdict("fail", "missing_file", params, [fact], proof=gone[0])
    code = "vouched" if word.proof else "vouched_without_proof"
    return _verdict("pass", code, params, [fact], by=word.by or "", on=word.on or "", proof=word.proof or "")


def _said(needs: tuple[Need, ...]) -> tuple[Message, ...]:
    return tuple(Message(f"attested.need_{need}") for need in needs)


def _verdict(
    outcome: Outcome, code: str, params: Params, told: list[Fact], **texts: str | tuple[Message, ...]
) -> Verdict:
    return Verdict(
        outcome=outcome,
        message=Message(f"attested.{code}", {"fact": Message(f"fact.{params.fact}"), **texts}),
        evidence=tuple(fact.evidence for fact in told),
    )
