"""The parts that the text names of a number are no more than it, and add up to it where they are all of them.

    kind: breakdown
    closing: [其他, 其余]
    complete: [[自然人, 法人]]

Fails with 382条，其中公众号2443条 (a part above its whole), with 150条，其中动态35条、政策280条 (the sum above it),
and with 50件，其中自然人30件、法人或其他组织19件: `complete` labels, or a last part that `closing` begins, leave
nothing out. Lists after 其中 or 包括 alone need not add up; those that `closing_openers` introduce (分别为, 从渠道看)
must. `labels` narrows a rule to lists whose every part bears one of the words (网上, 信函, 当面), which then must
add up; `not_labels` leaves such lists to the other rule. Parts whose labels bear an `overlapping` word may count one
thing twice: a sum above the whole is for a person to look at, a part above it is wrong all the same.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.statements import stated_as
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.fact import Breakdown, FactSet, Part
from disclosecheck.model.verdict import Message, Verdict

_SHORT = 4  # characters with 其他 that still mean the rest: 其他政府信息; 其他动态类信息 may be a class of its own


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    facts: tuple[str, ...] = ()  # only wholes that state one of these
    labels: tuple[str, ...] = ()
    not_labels: tuple[str, ...] = ()
    not_facts: tuple[str, ...] = ()  # with `not_labels`: the wholes that the other rule asks
    closing: tuple[str, ...] = ()
    closing_openers: tuple[str, ...] = ()
    open_openers: tuple[str, ...] = ()
    open_words: tuple[str, ...] = ()
    complete: tuple[tuple[str, ...], ...] = ()
    overlapping: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    asked = [one for one in facts.breakdowns if _is_asked(params, one)]
    for one in asked:
        yield _judge(params, one)
    if not asked:
        yield Verdict(outcome="not_applicable", message=Message("breakdown.none"))


def references(params: Params) -> Iterator[Reference]:
    for key in ("facts", "not_facts"):
        for index, name in enumerate(getattr(params, key)):
            yield Reference("fact", name, (key, index))


def _is_asked(params: Params, one: Breakdown) -> bool:
    if params.facts and one.whole.fact not in params.facts:
        return False
    if params.labels and not _all_bear(one.parts, params.labels):
        return False
    return not (params.not_labels and one.whole.fact in params.not_facts and _all_bear(one.parts, params.not_labels))


def _all_bear(parts: tuple[Part, ...], words: tuple[str, ...]) -> bool:
    return all(any(word in part.label for word in words) for part in parts)


def _judge(params: Params, one: Breakdown) -> Verdict:
    whole, parts = one.whole.value, _parts(one)
    added = sum((part.value for part in parts), Decimal(0))
    if one.beside and whole < added <= whole + one.beside:
        return _verdict(one, "pass", "of_both", whole, added)
    larger = next(
        (part for part in parts if part.value > whole and not (part.approximate or one.whole.approximate)), None
    )
    if larger is not None:
        return _verdict(one, "fail", "part_exceeds", whole, larger.value, label=larger.label)
    if one.whole.approximate or any(part.approximate for part in parts):
        return _verdict(one, "pass", "rounded", whole, whole)
    if added == whole:
        return _verdict(one, "pass", "adds_up", whole, added)
    if added > whole:
        return _verdict(one, "review" if _overlap(params, one) else "fail", "parts_exceed", whole, added)
    closed = _closed(params, one, parts)
    if closed == "open":
        return _verdict(one, "pass", "open_list", whole, added)
    return _verdict(one, "fail" if closed == "closed" else "review", "parts_miss", whole, added)


def _parts(one: Breakdown) -> tuple[Part, ...]:
    """The parts; where the first of them are already the whole, what follows is about something else."""
    added = Decimal(0)
    for count, part in enumerate(one.parts, 1):
        added += part.value
        if added == one.whole.value and count > 1:
            return one.parts[:count]
    return one.parts


def _overlap(params: Params, one: Breakdown) -> bool:
    """Whether the parts may count one thing twice: what stands on the website stands in WeChat too."""
    bearing = sum(any(word in part.label for word in params.overlapping) for part in one.parts)
    return bearing > 1 or one.opener in params.overlapping


def _closed(params: Params, one: Breakdown, parts: tuple[Part, ...]) -> Literal["open", "closed", "unsure"]:
    """Whether a list claims to leave nothing out."""
    if one.nested or one.beside or len(parts) < 2 or "#" in one.tail or one.opener in params.open_openers:
        return "open"
    if one.tail.startswith(params.open_words) or any(part.label.startswith(params.open_words) for part in parts):
        return "open"
    if any(all(any(word in part.label for part in parts) for word in words) for words in params.complete):
        return "closed"
    if any(word in one.opener for word in params.closing_openers):
        return "closed"
    last = parts[-1].label
    closing = next((word for word in params.closing if last.startswith(word)), None)
    if closing is not None:
        return "closed" if len(last) <= len(closing) + _SHORT else "unsure"
    if params.labels:
        return "closed" if len(parts) > 2 else "unsure"
    return "open"


def _verdict(
    one: Breakdown,
    outcome: Literal["pass", "fail", "review"],
    key: str,
    whole: Decimal,
    found: Decimal,
    label: str = "",
) -> Verdict:
    off = canonical(abs(whole - found))
    names = {"whole": canonical(whole), "found": canonical(found), "off": off, "label": label}
    return Verdict(
        outcome=outcome,
        message=Message(f"breakdown.{key}", {**names}),
        expected=canonical(whole) if outcome != "pass" else None,
        actual=canonical(found) if outcome != "pass" else None,
        evidence=(one.evidence,),
        suspects=tuple(stated_as(part.fact, part.value) for part in (one.whole, *one.parts) if part.fact),
    )
