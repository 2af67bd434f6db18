"""The report is the one that the caller says it is.

    kind: expectation
    of: year

Fails where `--year` (or `--organ`) says something else than the document. An abbreviation of the organ's name is
the organ (临江区卫健委 for 云溪市临江区卫生健康委员会). Not applicable where nothing is expected; open where the
document does not say.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    of: Literal["year", "organ"]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    expected, stated = getattr(facts.expected, params.of), getattr(facts.identity, params.of)
    if expected is None:
        yield Verdict(outcome="not_applicable", message=Message("expectation.none"))
        return
    if stated is None:
        yield Verdict(outcome="open", message=Message(f"expectation.{params.of}_not_stated"), expected=str(expected))
        return
    place = facts.identity.places.get(params.of)
    outcome = _compare(str(expected), str(stated))
    suffix = "met" if outcome == "pass" else "differs"
    yield Verdict(
        outcome=outcome,
        message=Message(f"expectation.{params.of}_{suffix}", {"expected": str(expected), "stated": str(stated)}),
        expected=str(expected),
        actual=str(stated),
        evidence=(place or Evidence(quote=str(stated)),),
    )


def same_organ(expected: str, stated: str) -> bool:
    """Whether the names may be those of one organ."""
    return _compare(expected, stated) != "fail"


def _compare(expected: str, stated: str) -> Literal["pass", "fail", "review"]:
    one, other = (text.replace(" ", "").casefold() for text in (expected, stated))
    if one.isdigit() and other.isdigit():
        return "pass" if one == other else "fail"
    if _abbreviates(one, other) or _abbreviates(other, one):
        return "pass"
    return "fail" if one.isascii() == other.isascii() else "review"  # a name in another language may be the same


def _abbreviates(short: str, name: str) -> bool:
    """Whether the characters of `short` stand in `name` in their order."""
    rest = iter(name)
    return all(character in rest for character in short)
