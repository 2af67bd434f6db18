"""A section speaks of each of the aspects that the form asks for.

    kind: aspects
    section: 1
    from_year: 2021
    aspects:
      - {name: {zh: 主动公开, en: proactive disclosure}, words: [主动公开, 公开信息]}

One finding for all aspects of which none of the words occurs. A section whose end the text does not reach (no other
heading follows) and an empty one are not judged.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.headings import heading_evidence, sections_by_number
from disclosecheck.kinds.prose import no_chinese, no_document, prose_of
from disclosecheck.model.fact import FactSet, Section
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message, Verdict


class Aspect(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: Text
    words: tuple[str, ...]


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    section: int
    aspects: tuple[Aspect, ...]
    from_year: int | None = None


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    section = sections_by_number(facts).get(params.section)
    if prose is None:
        yield no_document()
    elif facts.identity.language != "zh":
        yield no_chinese()
    elif not _to_be_judged(params, facts, section) or section is None:
        yield Verdict(outcome="not_applicable", message=Message("aspects.not_judged"))
    else:
        text = "\n".join(passage.text[passage.heading :] for passage in prose.within((params.section,)))
        if not text.strip():
            yield Verdict(outcome="not_applicable", message=Message("aspects.not_judged"))
            return
        lacking = tuple(aspect.name for aspect in params.aspects if not any(word in text for word in aspect.words))
        yield Verdict(
            outcome="fail" if lacking else "pass",
            message=Message("aspects.lacking", {"names": lacking}) if lacking else Message("aspects.all"),
            evidence=(heading_evidence(section),),
        )


def _to_be_judged(params: Params, facts: FactSet, section: Section | None) -> bool:
    if section is None or section.empty or (params.from_year and (facts.year or 0) < params.from_year):
        return False
    return any(other.start >= section.end for other in facts.sections)
