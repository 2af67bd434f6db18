"""A publication is evidenced: the metrics file names its address, date, document number, or a file beside it.

    kind: evidenced
    fact: internet_hospital_info_published

Passes with `https://www.linjiang.example/hlwyy`, 2021-05-12, 沪卫办〔2021〕1号 or a file that exists; an address is
looked at for its form only, never opened, and the message says so. Fails with `false`, or where a named file is not
there. A bare `true`, words that are no evidence, an address without https:// and silence are open. What the report
says without evidence is for a person.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.proofs import ACCEPTED, Proof, proofs_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import shown, stated
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Outcome, Verdict

# The first sort that is met decides; a file that is not there says more than a good address beside it.
_FAULTS = ("missing_file", "bad_address", "bad_date", "words")


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`fact` is a name of the registry whose unit is `url`."""

    fact: str


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    told = stated(facts, params.fact)
    name = Message(f"fact.{params.fact}")
    if not told:
        yield Verdict(outcome="open", message=Message("evidenced.unstated", {"fact": name, "name": params.fact}))
        return
    denied = [fact for fact in told if shown(fact.value) in ("false", "0")]
    if denied:
        yield _verdict("fail", "denied", params, denied)
        return
    named = [(fact, proof) for fact in told for proof in proofs_of(fact)]
    fault = next((pair for sort in _FAULTS for pair in named if pair[1].sort == sort), None)
    if fault is not None and (fault[1].sort == "missing_file" or not any(_good(proof) for _, proof in named)):
        outcome: Outcome = "fail" if fault[1].sort == "missing_file" else "open"
        yield _verdict(outcome, fault[1].sort, params, [fault[0]], fault[1].text)
    elif named:
        fact, proof = next(pair for pair in named if _good(pair[1]))
        yield _verdict("pass", proof.sort, params, [fact], proof.text)
    else:
        in_report = all(fact.evidence.source == "report" for fact in told)
        yield _verdict("review" if in_report else "open", "said" if in_report else "no_proof", params, told)


def references(params: Params) -> Iterator[Reference]:
    yield Reference("fact", params.fact, ("fact",))


def _good(proof: Proof) -> bool:
    return proof.sort in ACCEPTED


def _verdict(outcome: Outcome, code: str, params: Params, told: list[Fact], proof: str | None = None) -> Verdict:
    name = Message(f"fact.{params.fact}")
    return Verdict(
        outcome=outcome,
        message=Message(f"evidenced.{code}", {"fact": name, "name": params.fact, "proof": proof or ""}),
        actual=proof,
        evidence=tuple(fact.evidence for fact in told),
    )
