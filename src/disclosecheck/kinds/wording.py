"""Words that must not stand in the text, or must.

    kind: wording
    patterns: ["[（(]具体网址[）)]", "待补充"]
    unless: [待补充申请]
    demand: absent
    sections: [1]

Patterns are RE2 (no look-around) and run over the text outside tables; `sections` narrows them to the text under those
headings, and a hit inside one of `unless` is none. `absent` fails (or asks for a `review`) at each paragraph that holds
one, or once for all of them where they are `grouped`; `present` passes with the first, and fails where none does. Open
where the section that is asked is not there. With `copies: skip`, what is found in pasted text is not judged: a
copy may have lost or changed signs.
"""

from collections.abc import Iterator, Set
from itertools import groupby
from typing import Literal

import msgspec

from disclosecheck.kinds.headings import sections_by_number
from disclosecheck.kinds.patterns import Span, matches, spans
from disclosecheck.kinds.prose import SHOWN, Prose, is_prompt, no_chinese, no_document, prose_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet, Language, Section
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message, Verdict

LAST = 6  # of the statutory sections


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    demand: Literal["absent", "present"] = "absent"
    sections: tuple[int, ...] = ()
    outcome: Literal["fail", "review"] = "fail"
    grouped: bool = False
    copies: Literal["judge", "skip"] = "judge"
    what: Text | None = None  # that `present` asks for, in words
    languages: tuple[Language, ...] = ()  # that the patterns are written for; empty: all


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None or facts.document is None:
        yield no_document()
        return
    if params.languages and facts.identity.language not in params.languages:
        yield no_chinese()
        return
    asked = sections_by_number(facts)
    lost = tuple(f"section.{number}" for number in params.sections if number not in asked)
    if lost:
        yield Verdict(outcome="open", message=Message("wording.no_section"), absent=lost)
    elif params.demand == "absent":
        yield from _absent(params, prose, copied=facts.document.format == "text")
    elif cut := _cut_off(params, asked.keys()):
        yield Verdict(outcome="open", message=Message("wording.no_section"), absent=cut)
    elif params.sections and all(_is_empty(asked[number], prose) for number in params.sections):
        yield Verdict(outcome="not_applicable", message=Message("wording.section_empty"))
    else:
        yield _present(params, prose)


def _is_empty(section: Section, prose: Prose) -> bool:
    """Nothing stands there, or the prompt of the form: each is another rule's."""
    passages = prose.within((section.number,))
    return section.empty or is_prompt("".join(passage.text[passage.heading :] for passage in passages))


def references(params: Params) -> Iterator[Reference]:
    for key, patterns in (("patterns", params.patterns), ("unless", params.unless)):
        for index, pattern in enumerate(patterns):
            yield Reference("pattern", pattern, (key, index))


def _cut_off(params: Params, met: Set[int]) -> tuple[str, ...]:
    """The section that should follow those asked, where none follows: what is not there may stand in the lost rest."""
    last = max(params.sections, default=LAST)
    return () if last == LAST or any(number > last for number in met) else (f"section.{last + 1}",)


def _absent(params: Params, prose: Prose, *, copied: bool) -> Iterator[Verdict]:
    found = [(prose.evidence(start, end), prose.text[start:end]) for start, end in _hits(params, prose)]
    if not found:
        yield Verdict(outcome="pass", message=Message("wording.absent"))
    elif copied and params.copies == "skip":
        yield Verdict(outcome="not_applicable", message=Message("wording.copy"))
    elif params.grouped:
        yield _found(params, found)
    else:
        for _, places in groupby(found, key=lambda hit: (hit[0].section, hit[0].paragraph)):
            yield _found(params, list(places))


def _found(params: Params, hits: list[tuple[Evidence, str]]) -> Verdict:
    places = [place for place, _ in hits]
    quote = places[0].quote or ""
    more = Message("wording.more", {"count": str(len(places) - 1)}) if len(places) > 1 else ""
    message = Message("wording.found", {"quote": quote, "more": more})
    return Verdict(outcome=params.outcome, message=message, actual=hits[0][1], evidence=tuple(places[:SHOWN]))


def _present(params: Params, prose: Prose) -> Verdict:
    for start, end in _hits(params, prose):
        evidence = (prose.evidence(start, end),)
        return Verdict(outcome="pass", message=Message("wording.present"), evidence=evidence)
    places = tuple(Evidence(section=number) for number in params.sections)
    message = Message("wording.lacks", {"what": params.what}) if params.what else Message("wording.missing")
    return Verdict(outcome=params.outcome, message=message, evidence=places)


def _hits(params: Params, prose: Prose) -> Iterator[Span]:
    excused: list[Span] | None = None
    for match in matches(params.patterns, prose.text):
        if params.sections and prose.at(match.start()).section not in params.sections:
            continue
        if excused is None:
            excused = spans(params.unless, prose.text)
        if not any(start <= match.start() and match.end() <= end for start, end in excused):
            yield match.span()
