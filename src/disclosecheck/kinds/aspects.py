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
from disclosecheck.kinds.numerals import leading
from disclosecheck.kinds.prose import Passage, Prose, no_chinese, no_document, prose_of
from disclosecheck.model.fact import FactSet, Section
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message, Verdict

_LEAD = 24  # signs of a part's beginning that can be its heading


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
        lacking = _lacking(params, text)
        unheaded = () if lacking else _unheaded(params, prose)
        message = Message("aspects.lacking", {"names": lacking}) if lacking else Message("aspects.all")
        yield Verdict(
            outcome="fail" if lacking else "review" if unheaded else "pass",
            message=Message("aspects.no_part", {"names": unheaded}) if unheaded else message,
            evidence=(heading_evidence(section),),
        )


def _lacking(params: Params, text: str) -> tuple[Text, ...]:
    return tuple(aspect.name for aspect in params.aspects if not any(word in text for word in aspect.words))


def _unheaded(params: Params, prose: Prose) -> tuple[Text, ...]:
    """The aspect that no part is headed with, where the overview is divided by all the others."""
    leads = [_lead(passage) for passage in prose.within((params.section,)) if leading(passage)]
    missing = _lacking(params, "\n".join(leads))
    return missing if len(leads) >= len(params.aspects) - 1 and len(missing) == 1 else ()


def _lead(passage: Passage) -> str:
    """What heads a part: （三）政府信息管理情况。"""
    text = passage.text[passage.heading :]
    ends = [end for sign in "。：:，；" if (end := text.find(sign)) > 0]
    return text[: min([*ends, _LEAD])]


def _to_be_judged(params: Params, facts: FactSet, section: Section | None) -> bool:
    if section is None or section.empty or (params.from_year and (facts.year or 0) < params.from_year):
        return False
    return any(other.start >= section.end for other in facts.sections)
