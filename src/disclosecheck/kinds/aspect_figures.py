"""What a section says of a matter is said in figures, or it says that there was none.

    kind: aspect_figures
    section: 1
    subject: [依申请公开]
    subheads: ["^[（(][一二三四五六][)）]"]
    figures: ["[0-9]+件", 未收到]

Takes the passages that name `subject`, and those below a sub-heading (RE2 `subheads`) that does, up to the next one.
A passage elsewhere that speaks of `unless` is of another matter. Fails where none of them has one of the RE2
`figures`. Not applicable where nothing is said of the matter, and where no other heading follows the section: the text
may go on.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.headings import sections_by_number
from disclosecheck.kinds.patterns import compiled
from disclosecheck.kinds.prose import Passage, Prose, no_chinese, no_document, prose_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

SHOWN = 60  # characters of the passage that are quoted
HEAD = 30  # characters in which a sub-heading names its matter


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    section: int
    subject: tuple[str, ...]
    subheads: tuple[str, ...]
    figures: tuple[str, ...]
    unless: tuple[str, ...] = ()  # words of another matter, for which `subject` stands too


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    section = sections_by_number(facts).get(params.section)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    ends = section is not None and any(other.start >= section.end for other in facts.sections)
    passages = list(_of_the_subject(params, prose)) if ends else []
    if not passages:
        yield Verdict(outcome="not_applicable", message=Message("aspect_figures.not_judged"))
    elif any(compiled(params.figures).search(passage.text[passage.heading :]) for passage in passages):
        yield Verdict(outcome="pass", message=Message("aspect_figures.stated"))
    else:
        first = passages[0]
        start = first.start + first.heading
        place = prose.evidence(start, min(first.end, start + SHOWN), 0)
        yield Verdict(outcome="fail", message=Message("aspect_figures.none"), evidence=(place,))


def references(params: Params) -> Iterator[Reference]:
    for key, patterns in (("subheads", params.subheads), ("figures", params.figures)):
        for index, pattern in enumerate(patterns):
            yield Reference("pattern", pattern, (key, index))


def _of_the_subject(params: Params, prose: Prose) -> Iterator[Passage]:
    below = False
    for passage in prose.within((params.section,)):
        text = passage.text[passage.heading :]
        if compiled(params.subheads).search(text) is not None:
            stop = min((at for word in params.unless if (at := text.find(word)) >= 0), default=HEAD)
            below = any(word in text[: min(stop, HEAD)] for word in params.subject)
        named = any(word in text for word in params.subject) and not any(word in text for word in params.unless)
        if text and (below or named):
            yield passage
