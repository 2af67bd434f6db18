"""The report speaks to the public, not to the office above.

    kind: addressed_upward
    certain: [特此报告]
    possible: [汇报如下]
    addressees: [人民政府, 办公室]

Fails with a phrase of `certain`, and with an addressee (市政府办公室：) on a line of its own before the text; a phrase
of `possible` is for a person. Passes with 请与区政府办公室联系：
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.front import front
from disclosecheck.kinds.prose import Prose, no_chinese, no_document, prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_LONGEST = 24  # characters of an addressee


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    certain: tuple[str, ...]
    possible: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()  # endings of offices' names
    unless: tuple[str, ...] = ()  # words of lines that are labels: 联系, 单位


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    certain = [*_addressed(params, facts, prose), *_phrases(params.certain, prose)]
    possible = [] if certain else list(_phrases(params.possible, prose))
    for place in certain or possible[:1]:
        message = Message("addressed_upward.found", {"quote": place.quote or ""})
        yield Verdict(outcome="fail" if certain else "review", message=message, evidence=(place,))
    if not certain and not possible:
        yield Verdict(outcome="pass", message=Message("addressed_upward.none"))


def _phrases(words: tuple[str, ...], prose: Prose) -> Iterator[Evidence]:
    for word in words:
        at = prose.text.find(word)
        if at >= 0:
            yield prose.evidence(at, at + len(word))


def _addressed(params: Params, facts: FactSet, prose: Prose) -> Iterator[Evidence]:
    for passage in front(facts, prose):
        line = passage.text.strip()
        name = line[:-1].rstrip()
        if line[-1:] not in ("：", ":") or not 3 <= len(name) <= _LONGEST or not name.endswith(params.addressees):
            continue
        if not any(word in name for word in params.unless):
            yield prose.evidence(passage.start, passage.end)
            return
