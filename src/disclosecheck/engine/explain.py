"""Explanations follow from the failed sums they explain, and sums with one reason are one finding."""

import msgspec

from disclosecheck.engine.judged import Judged
from disclosecheck.model.verdict import Message

_SEVERAL = 3  # findings that one likely reason makes one


def attach_explanations(judged: list[Judged], located: set[int]) -> list[Judged]:
    """Let each explanation follow its first sum, and its other sums too.

    `located` are the findings whose wrong cell is known: what is merely likely is not said of them, nor of sums that
    one reason for several has explained. A likely reason of more sums than are settled otherwise, or of several that
    each have another wrong cell, takes those over: in a shifted row all cells are wrong.
    """
    attached = list(judged)
    settled = set(located)
    for key, item in enumerate(judged):
        if not item.verdict.explains or item.verdict.outcome not in ("fail", "review"):
            continue
        sums = [place for place, other in enumerate(attached) if _is_explained(other, item)]
        if not sums:
            continue
        known = sum(place in settled for place in sums)
        apart = sum(attached[place].because_of is None for place in sums)
        if item.verdict.outcome == "review" and known and 2 * known >= len(sums) and apart < _SEVERAL:
            verdict = msgspec.structs.replace(
                item.verdict, outcome="not_applicable", message=Message("explain.located"), evidence=(), cells=()
            )
            attached[key] = msgspec.structs.replace(item, verdict=verdict)
            continue
        free = [place for place in sums if attached[place].because_of is None and (place not in located or known)]
        free.sort(key=lambda place: place in located)
        first = free[0] if free else sums[0]
        if len(free) > 1:
            settled.update(free)
            attached[first] = _joined(attached[first], item)
            for place in free[1:]:
                attached[place] = attached[place].following(attached[first].name)
        attached[key] = item.following(attached[first].because_of or attached[first].name)
    return attached


def _is_explained(item: Judged, explanation: Judged) -> bool:
    """Whether a failure is one of the sums meant, or one with a blank, all of whose cells are meant."""
    verdict = item.verdict
    if verdict.outcome != "fail" or verdict.explains:
        return False
    if verdict.balance is None:
        return len(verdict.cells) > 1 and {*verdict.cells} <= {*explanation.verdict.cells}
    return not verdict.balance.stated and verdict.balance.terms in explanation.verdict.explains


def _joined(item: Judged, explanation: Judged) -> Judged:
    """The first of several sums says what they have in common, and names the cells it lies in."""
    verdict, why = item.verdict, explanation.verdict
    plain = verdict.message
    if "hint" in plain.params:  # what may lie behind this sum alone is not the reason of them all
        plain = Message(plain.key, {**plain.params, "hint": ""})
    message = Message("blame.explained", {"message": plain, "reason": why.message})
    known = set(verdict.evidence)
    evidence = (*verdict.evidence, *(place for place in why.evidence if place not in known))
    return msgspec.structs.replace(item, verdict=msgspec.structs.replace(verdict, message=message, evidence=evidence))
