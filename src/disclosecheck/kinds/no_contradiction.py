"""No two figures of the text contradict each other.

    kind: no_contradiction
    conflicts:
      - {said: processing_fee_none, against: processing_fee_collected}
      - {limit: processing_fee_amount, against: processing_fee_collected}
    unless: [除, 其他]

`said` is a statement that there was nothing, or a figure of 0: then `against` is not above 0. `limit` is a figure
that `against` does not exceed. Fails with 未收取信息处理费，实际收取200元. Only statements of one year about the same
bodies are held against each other; a sentence with a word of `unless` limits what it says, and what is rounded or
read ambiguously is for review at most.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds.prose import prose_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import shown, stated, stated_as
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Conflict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    against: str
    said: str | None = None
    limit: str | None = None

    def __post_init__(self) -> None:
        if (self.said is None) == (self.limit is None):
            raise ValueError("needs exactly one of said, limit")

    @property
    def held(self) -> str:
        return self.said or self.limit or ""


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    conflicts: tuple[Conflict, ...]
    unless: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    compared = 0
    found: list[Verdict] = []
    for conflict in params.conflicts:
        for held in stated(facts, conflict.held):
            for against in stated(facts, conflict.against):
                if not _comparable(params, facts, held, against):
                    continue
                compared += 1
                if _contradicts(conflict, held, against):
                    found.append(_verdict(held, against))
    if found:
        yield found[0]  # one contradiction, however often it is said
    elif compared:
        yield Verdict(outcome="pass", message=Message("no_contradiction.none"))
    else:
        yield Verdict(outcome="not_applicable", message=Message("no_contradiction.nothing"))


def references(params: Params) -> Iterator[Reference]:
    for index, conflict in enumerate(params.conflicts):
        for key, name in (("said", conflict.said), ("limit", conflict.limit), ("against", conflict.against)):
            if name is not None:
                yield Reference("fact", name, ("conflicts", index, key))


def _comparable(params: Params, facts: FactSet, held: Fact, against: Fact) -> bool:
    return held.scope == against.scope and not any(_limits(params, facts, fact) for fact in (held, against))


def _limits(params: Params, facts: FactSet, fact: Fact) -> bool:
    """Whether the sentence of a statement (else its paragraph) has a word that limits it: 除上述外，未收取."""
    prose = prose_of(facts)
    passages = prose.passages if prose is not None else ()
    text = next((passage.text for passage in passages if passage.block.number == fact.evidence.paragraph), "")
    quote = fact.evidence.quote or ""
    place = text.find(quote) if quote else -1
    if place >= 0:
        text = text[max(text.rfind(mark, 0, place) for mark in "。；") + 1 : place + len(quote)]
    return any(word in text or word in quote for word in params.unless)


def _contradicts(conflict: Conflict, held: Fact, against: Fact) -> bool:
    amount = against.value
    if not isinstance(amount, Decimal) or amount <= 0:
        return False
    if conflict.limit is not None:
        return isinstance(held.value, Decimal) and amount > held.value
    return held.value is True or (isinstance(held.value, Decimal) and not held.value)


def _verdict(held: Fact, against: Fact) -> Verdict:
    sure = all(fact.confidence == "certain" and not fact.approximate for fact in (held, against))
    names: dict[str, Param] = {
        "held": Message(f"fact.{held.name}"),
        "held_value": "" if held.value is True else shown(held.value),
        "against": Message(f"fact.{against.name}"),
        "against_value": shown(against.value),
    }
    return Verdict(
        outcome="fail" if sure else "review",
        message=Message("no_contradiction.contradicts", names),
        actual=shown(against.value),
        evidence=(against.evidence, held.evidence),
        doubts=(stated_as(against.name, against.value),) if isinstance(against.value, Decimal) else (),
    )
