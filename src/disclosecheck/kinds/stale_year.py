"""No year of an earlier report is left where this one's is due.

    kind: stale_year
    subjects: [我局, 全区, 主动公开]
    look_back: [同比, 上年]
    next_step: [下一步]
    intends: [将继续, 将进一步]
    this_year: [本年度]

Review, all places in one finding, in a report of 2023 for: a sentence that begins with 2022年 and tells what this organ
did; a next step that announces 2023年 or earlier; a heading of 2022; 截至2022年底，本年度. Left alone are sentences
with a word of `look_back`, a series of years (the next or last sentence begins with 2023年), names in 《》 and numbers
in 〔〕.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.prose import SHOWN, Passage, Prose, ends, no_chinese, no_document, prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_PROBLEMS = 5  # the section in which next steps stand
_LINE = 30  # characters of a sub-heading that stands alone
_NEAR = 28  # characters behind the year within which the subject or the aim stands
_OLDEST = 2008  # the first year that a report can be of


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    subjects: tuple[str, ...]  # who did it, or what only a year's work is said of
    look_back: tuple[str, ...]  # with which a sentence speaks of the past as past
    next_step: tuple[str, ...]
    intends: tuple[str, ...]
    this_year: tuple[str, ...] = ()  # 本年度, which does not end with an older year: 截至2022年底，本年度…


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose, year = prose_of(facts), facts.identity.year
    if prose is None:
        yield no_document()
    elif facts.identity.language != "zh":
        yield no_chinese()
    elif year is None:
        yield Verdict(outcome="not_applicable", message=Message("stale_year.no_year"))
    else:
        places = [place for passage in prose.passages for place in _stale(params, prose, passage, year)]
        if places:
            message = Message("stale_year.found", {"year": str(year), "quote": places[0].quote or ""})
            yield Verdict(outcome="review", message=message, expected=str(year), evidence=tuple(places[:SHOWN]))
        else:
            yield Verdict(outcome="pass", message=Message("stale_year.none"))


def _stale(params: Params, prose: Prose, passage: Passage, year: int) -> Iterator[Evidence]:
    if "20" not in passage.text or passage.section is None:
        return
    if passage.heading and (old := _in_heading(passage.text[: passage.heading], year, params)):
        yield prose.evidence(passage.start, passage.start + passage.heading)
        if old:
            return
    sentences = _sentences(passage)
    for index, (start, text) in enumerate(sentences):
        match = _leading_year().match(text)
        if match is None:
            if end := _ends_too_early(params, text, year):
                yield prose.evidence(passage.start + start, passage.start + start + end, around=20)
            continue
        told, rest = int(match.group(1)), text[match.end() :]
        beside = sentences[max(0, index - 1) : index] + sentences[index + 1 : index + 2]
        own = _OLDEST <= told < year and _is_own(params, text, rest, beside, year)
        ahead = passage.section == _PROBLEMS or any(word in text[: match.end()] for word in params.next_step)
        plan = _OLDEST <= told <= year and ahead and _announces(params, text, match.end())
        if own or plan:
            yield prose.evidence(passage.start + start, passage.start + start + match.end(), around=20)


def _ends_too_early(params: Params, text: str, year: int) -> int:
    """Where 截至2022年底 ends in a sentence that goes on with 本年度; 0 where none does."""
    match = _until().match(text)
    if match is None or not _OLDEST <= int(match.group(1)) < year:
        return 0
    return match.end() if text.startswith(params.this_year or ("\0",), match.end()) else 0


def _sentences(passage: Passage) -> list[tuple[int, str]]:
    """The sentences of a passage with their places, the heading of the first level left out."""
    found, start = [], passage.heading
    for end in ends(passage.text, "。；;！\n"):
        if end > start:
            found.append((start, passage.text[start:end]))
            start = end
    if start < len(passage.text):
        found.append((start, passage.text[start:]))
    return found


def _is_own(params: Params, text: str, rest: str, beside: list[tuple[int, str]], year: int) -> bool:
    """Whether a sentence that begins with an older year tells this organ's work as if it were this year's."""
    if any(word in text for word in params.look_back) or str(year) in text:
        return False
    if any((match := _leading_year().match(other)) and match.group(1) == str(year) for _, other in beside):
        return False
    heading = len(text) <= _LINE and not text.endswith(("。", "；", ";"))
    return heading or any(word in rest[:_NEAR] for word in params.subjects)


def _announces(params: Params, text: str, end: int) -> bool:
    """Whether the sentence says what the year that it begins with will bring."""
    near = text[end : end + _NEAR]
    if any(word in text[:end] for word in params.next_step) and near[:1] in ("，", ",", "将", "我", "继", "度"):
        return True
    return any(word in near for word in params.intends)


def _in_heading(heading: str, year: int, params: Params) -> bool:
    match = _any_year().search(heading)
    stale = match is not None and _OLDEST <= int(match.group(1)) < year
    return stale and not any(word in heading for word in params.look_back)


@lru_cache(maxsize=1)
def _leading_year() -> Any:
    """A year at a sentence's beginning, behind a number, 一是, 下一步 or 在."""
    import re2

    return re2.compile(
        r"^[\s\x{3000}\x{a0}]*"
        r"(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、]|[一二三四五六七八九]是)?[\s\x{3000}]*"
        r"(?:[一-龥]{2,10}[。：:])?(?:(?:下一步|下一年|下一阶段|接下来|今后|新的一年)[，,：:]?)?"
        r"(?:在|于)?(20\d\d)[ ]?年度?"
    )


@lru_cache(maxsize=1)
def _until() -> Any:
    """Up to the end of a year, with which a sentence begins."""
    import re2

    return re2.compile(r"^[\s\x{3000}]*截[至止]到?(20\d\d)年(?:年?[底末]|12月(?:31日|[底末]))[，,]")


@lru_cache(maxsize=1)
def _any_year() -> Any:
    import re2

    return re2.compile(r"(20\d\d)[ ]?年")
