"""The text is neither too short nor too long.

    kind: length
    sections: [1]
    at_least: 300
    governments: {endings: [人民政府], at_least: 600}
    at_most: 1200

Counts the characters of the running text: no headings, tables, spaces or lists of contents. `sections` narrows it;
open where one of them is not there. A report that lacks one of the six is not asked for its length. `governments` are
organs whose names end so (and not with one of `not_endings`), for which more is asked.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.headings import sections_by_number
from disclosecheck.kinds.prose import no_document, prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param

LAST = 6  # statutory sections


class Governments(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    endings: tuple[str, ...]
    not_endings: tuple[str, ...] = ()
    at_least: int


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    sections: tuple[int, ...] = ()
    at_least: int | None = None
    governments: Governments | None = None
    at_most: int | None = None
    outcome: Literal["fail", "review"] = "fail"


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language == "en":  # the thresholds count characters of Chinese
        yield Verdict(outcome="not_applicable", message=Message("wording.other_language"))
        return
    asked = sections_by_number(facts)
    if not params.sections and len(asked) < LAST:
        yield Verdict(outcome="not_applicable", message=Message("length.parts_missing"))
        return
    lost = tuple(f"section.{number}" for number in params.sections if number not in asked)
    if lost:
        yield Verdict(outcome="open", message=Message("wording.no_section"), absent=lost)
        return
    count = sum(len("".join(passage.text[passage.heading :].split())) for passage in prose.within(params.sections))
    least, most = _least(params, facts), params.at_most
    names: dict[str, Param] = {"count": str(count), "least": str(least), "most": str(most)}
    evidence = tuple(Evidence(section=number) for number in params.sections)
    if least is not None and count < least:
        message = Message("length.short", names)
        yield Verdict(outcome=params.outcome, message=message, evidence=evidence)
    elif most is not None and count > most:
        message = Message("length.long", names)
        yield Verdict(outcome=params.outcome, message=message, evidence=evidence)
    else:
        yield Verdict(outcome="pass", message=Message("length.fits", names), evidence=evidence)


def _least(params: Params, facts: FactSet) -> int | None:
    governments = params.governments
    if governments is None or facts.organ is None or facts.organ.endswith(governments.not_endings):
        return params.at_least
    return governments.at_least if facts.organ.endswith(governments.endings) else params.at_least
