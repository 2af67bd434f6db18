"""The report speaks of a matter, somewhere.

    kind: mentions
    patterns: ["处理费", "收取.{0,6}费用"]
    what: {zh: 信息处理费, en: the processing fee}
    ends_with: 6
    gap: fee_statement

Passes where one of the RE2 patterns stands in the text, headings left out; otherwise fails at the heading of section
`ends_with`. Where that section is not there, or holds no more than the form's own prompt in brackets, not applicable:
the text may be an excerpt, and what is empty is asked elsewhere. `organs` are endings of the names of organs that are
asked (all, without it), `not_organs` of those that are not; `beside` are sections that must be there and filled too,
for nothing to be missed that went with them. Rules with the same `gap` miss the same thing: the second follows from
the first.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.headings import heading_evidence, sections_by_number
from disclosecheck.kinds.patterns import compiled, fitting
from disclosecheck.kinds.prose import Prose, is_prompt, no_chinese, no_document, prose_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet, Section
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    patterns: tuple[str, ...]
    ends_with: int = 6
    only: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()  # sections without which nothing is asked
    organs: tuple[str, ...] = ()
    not_organs: tuple[str, ...] = ()
    what: Text | None = None  # that is asked, in words
    gap: str | None = None
    outcome: Literal["fail", "review"] = "fail"


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    sections = sections_by_number(facts)
    if not _is_asked(params, facts):
        yield Verdict(outcome="not_applicable", message=Message("mentions.other_organ"))
    elif not all(_is_filled(number, prose, sections) for number in (params.ends_with, *params.only, *params.beside)):
        yield Verdict(outcome="not_applicable", message=Message("mentions.no_section"))
    elif (found := _first(params, prose)) is not None:
        message = Message("mentions.found", {"quote": found.quote or ""})
        yield Verdict(outcome="pass", message=message, evidence=(found,))
    else:
        place = heading_evidence(sections[params.only[0] if params.only else params.ends_with])
        gap = (params.gap,) if params.gap else ()
        where = "not_there" if params.only else "nowhere"
        message = (
            Message(f"mentions.what_{where}", {"what": params.what}) if params.what else Message(f"mentions.{where}")
        )
        yield Verdict(outcome=params.outcome, message=message, evidence=(place,), absent=gap)


def references(params: Params) -> Iterator[Reference]:
    for index, pattern in enumerate(params.patterns):
        yield Reference("pattern", pattern, ("patterns", index))


def _is_asked(params: Params, facts: FactSet) -> bool:
    organ = facts.organ or ""
    return organ.endswith(params.organs or ("",)) and not (params.not_organs and organ.endswith(params.not_organs))


def _is_filled(number: int, prose: Prose, sections: dict[int, Section]) -> bool:
    section = sections.get(number)
    if section is None or section.empty:
        return False
    return not is_prompt("".join(passage.text[passage.heading :] for passage in prose.within((number,))))


def _first(params: Params, prose: Prose) -> Evidence | None:
    patterns = fitting(params.patterns, prose.text)
    for passage in prose.within(params.only) if patterns else ():
        hit = compiled(patterns).search(passage.text[passage.heading :])
        if hit is not None:
            start = passage.start + passage.heading
            return prose.evidence(start + hit.start(), start + hit.end())
    return None
