"""Words that must not stand in the text, or must.

    kind: wording
    patterns: ["[（(]具体网址[）)]", "待补充"]
    demand: absent
    sections: [1]

Patterns are RE2 (no look-around) and run over one paragraph after another; `sections` narrows them to the text under
those headings. `absent` fails at each paragraph that holds one; `present` passes with the first, and fails where none
does. Open where the section that is asked is not there.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

import msgspec

from disclosecheck.kinds.headings import section_at, sections_by_number
from disclosecheck.kinds.registry import Reference
from disclosecheck.model.document import Paragraph
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

AROUND = 12  # characters of the paragraph that are quoted on each side


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    patterns: tuple[str, ...]
    demand: Literal["absent", "present"] = "absent"
    sections: tuple[int, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    if facts.document is None:
        yield Verdict(outcome="not_applicable", message=Message("file_note.no_document"))
        return
    lost = tuple(f"section.{number}" for number in params.sections if number not in sections_by_number(facts))
    if lost:
        yield Verdict(outcome="open", message=Message("wording.no_section"), absent=lost)
        return
    hits = list(_hits(params, facts))
    if params.demand == "present":
        yield _present(params, hits)
        return
    for evidence in hits:
        message = Message("wording.found", {"quote": evidence.quote or ""})
        yield Verdict(outcome="fail", message=message, actual=evidence.quote, evidence=(evidence,))
    if not hits:
        yield Verdict(outcome="pass", message=Message("wording.absent"))


def references(params: Params) -> Iterator[Reference]:
    for index, pattern in enumerate(params.patterns):
        yield Reference("pattern", pattern, ("patterns", index))


def _present(params: Params, hits: list[Evidence]) -> Verdict:
    if hits:
        return Verdict(outcome="pass", message=Message("wording.present"), evidence=(hits[0],))
    places = tuple(Evidence(section=number) for number in params.sections)
    return Verdict(outcome="fail", message=Message("wording.missing"), evidence=places)


def _hits(params: Params, facts: FactSet) -> Iterator[Evidence]:
    pattern = _compiled(params.patterns)
    for block in facts.document.blocks if facts.document else ():
        if not isinstance(block, Paragraph) or not (match := pattern.search(block.text)):
            continue
        section = section_at(facts, block.number)
        if not params.sections or section in params.sections:
            quote = block.text[max(0, match.start() - AROUND) : match.end() + AROUND].strip()
            yield Evidence(section=section, paragraph=block.number, page=block.page, quote=quote)


@lru_cache(maxsize=64)
def _compiled(patterns: tuple[str, ...]) -> Any:
    import re2

    return re2.compile("|".join(f"(?:{pattern})" for pattern in patterns))
