"""The number of parts that the preamble promises is the number it lists, and the number there is.

    kind: parts_promised
    leads: [由, 包括]
    whole: [全文包括]
    open: [等]

Fails with 由总体情况、…、其他需要报告的事项七部分组成 above the six sections, and with six promised and five listed. A
list with titles that are not those of the form is not counted; parts that are missing are another rule's. Without a
number, a list (`whole`) of four or five of the six that are there fails, unless it is `open`.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.front import front
from disclosecheck.kinds.headings import sections_by_number
from disclosecheck.kinds.prose import Passage, Prose, no_chinese, no_document, prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import SectionSpec
from disclosecheck.model.verdict import Message, Verdict

_COUNTS = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)}
_ALL = 6  # sections of the form
_FEWEST = 4  # of them that make a list of the report's parts
_BREAKS = "。；;\n"
_LEFT = 3  # characters between titles that are no title themselves: 以及, 和政府
_SPACES = str.maketrans("", "", " \t\u3000\u00a0")
_JOINTS = ("、", "，", ",", "；", "和", "及", "以", "与", "等", "的", "：", ":", "《", "》")


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    leads: tuple[str, ...]  # with one of which a list begins: 由, 包括
    whole: tuple[str, ...] = ()  # with which a sentence lists all parts: 全文包括
    open: tuple[str, ...] = ()  # with which it does not: 等


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
    elif facts.identity.language != "zh":
        yield no_chinese()
    else:
        passages = front(facts, prose)
        for passage in passages:
            for match in _pattern().finditer(passage.text):
                place = prose.evidence(passage.start + match.start(), passage.start + match.end(), around=30)
                yield _judge(params, facts, passage, match, place)
                return
        yield _list_alone(params, facts, prose, passages)


def _list_alone(params: Params, facts: FactSet, prose: Prose, passages: list[Passage]) -> Verdict:
    """A sentence that lists titles without saying how many: each that is there should be among them."""
    found = {section.number for section in facts.sections}
    for passage in passages:
        start = 0
        for end in (at for at, sign in enumerate(passage.text) if sign in _BREAKS):
            sentence, begin, start = passage.text[start:end].translate(_SPACES), start, end + 1
            if not any(word in sentence for word in params.whole) or any(word in sentence for word in params.open):
                continue
            listed = _listed(params, facts, sentence)
            if listed is not None and _FEWEST <= listed < _ALL and found == set(range(1, _ALL + 1)):
                place = prose.evidence(passage.start + begin, passage.start + end)
                message = Message("parts_promised.list", {"listed": str(listed), "found": str(_ALL)})
                return Verdict(
                    outcome="fail", message=message, expected=str(_ALL), actual=str(listed), evidence=(place,)
                )
    return Verdict(outcome="not_applicable", message=Message("parts_promised.none"))


def _judge(params: Params, facts: FactSet, passage: Passage, match: Any, place: Evidence) -> Verdict:
    promised = _COUNTS.get(match.group(1)) or int(match.group(1))
    start = max(passage.text.rfind(sign, 0, match.start()) for sign in _BREAKS) + 1
    listed = _listed(params, facts, passage.text[start : match.start()].translate(_SPACES))
    if listed is None:  # 全文由六部分组成，包括…
        ends = [end for sign in _BREAKS if (end := passage.text.find(sign, match.end())) >= 0]
        behind = passage.text[match.end() : min(ends, default=len(passage.text))].translate(_SPACES)
        listed = _listed(params, facts, behind)
    found = len({section.number for section in facts.sections if section.number is not None})
    extra = sum(section.number is None for section in facts.sections)
    names = {"promised": str(promised), "listed": str(listed), "found": str(found + extra)}
    wrong = None
    if listed is not None and listed != promised:
        wrong = ("parts_promised.listed", str(listed))
    elif promised != found + extra and 6 in sections_by_number(facts) and found == len(_COUNTS) - 4 and not extra:
        wrong = ("parts_promised.found", str(found))
    if wrong is None:
        return Verdict(outcome="pass", message=Message("parts_promised.agree", {**names}), evidence=(place,))
    return Verdict(
        outcome="fail", message=Message(wrong[0], {**names}), expected=wrong[1], actual=str(promised), evidence=(place,)
    )


def _listed(params: Params, facts: FactSet, sentence: str) -> int | None:
    """How many titles of the form the sentence lists; None where it lists something else too, or nothing."""
    starts = [sentence.rfind(lead) + len(lead) for lead in params.leads if lead in sentence]
    rest = sentence[min(starts) :] if starts else ""
    count = 0
    for spec in facts.form.sections if facts.form else ():
        title = next((wording for wording in _wordings(spec) if wording in rest), None)
        if title is not None:
            rest = rest.replace(title, "\n", 1)
            count += 1
    for joint in _JOINTS:
        rest = rest.replace(joint, "")
    return count if count > 2 and all(len(part) <= _LEFT for part in rest.split("\n")[1:]) else None


def _wordings(spec: SectionSpec) -> tuple[str, ...]:
    """All wordings of a title, the longest first."""
    titles = (spec.title, *spec.aliases, *spec.deprecated_aliases)
    short = tuple(title.removesuffix("情况") for title in titles if len(title) > 8)
    return tuple(sorted({*titles, *short}, key=len, reverse=True))


@lru_cache(maxsize=1)
def _pattern() -> Any:
    import re2

    return re2.compile(r"([二三四五六七八九十]|\d{1,2})[ ]?(?:个|大)?[ ]?部分(?:组成|内容|构成|[。，,；;]|$)")
