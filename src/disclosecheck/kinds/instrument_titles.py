"""Laws and notices are called by their names.

    kind: instrument_titles
    titles: [中华人民共和国政府信息公开条例]
    also: [政府信息公开规定]

Fails with 《中华人民共和国信息公开条例》, a known title but for one sign, or one or two left out or too many inside it;
passes with the title itself, one of `also`, and with any title that is not so near, 《河北省政府信息公开规定》.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.prose import Prose, no_chinese, no_document, prose_of
from disclosecheck.kinds.spelling import misspelt
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_SPACES = str.maketrans("", "", " \u3000\u00a0\t〈〉<>＜＞《》“”、")
_SHORTEST, _LONGEST = 2, 8  # signs of a word that is spelt wrong
_CHANGED, _LOST = 1, 2  # signs of a title that a slip changes, leaves out or adds


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    titles: tuple[str, ...]
    also: tuple[str, ...] = ()  # other real titles that look like one of them


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    met = list(_met(prose))
    wrong = {place: title for place, printed in met if (title := _meant(printed, params))}
    for place, title in wrong.items():
        end = prose.text.index("》", place)
        evidence = prose.evidence(place, end + 1)
        message = Message("instrument_titles.wrong", {"printed": prose.text[place : end + 1], "title": title})
        yield Verdict(
            outcome="fail",
            message=message,
            expected=title,
            actual=prose.text[place + 1 : end],
            evidence=(evidence,),
            suspects=_spellings(prose.text[place + 1 : end]),
        )
    if not wrong:
        message = Message("instrument_titles.known" if met else "instrument_titles.none")
        yield Verdict(outcome="pass" if met else "not_applicable", message=message)


def _met(prose: Prose) -> Iterator[tuple[int, str]]:
    for match in _quoted().finditer(prose.text):
        yield match.start(), match.group(1).translate(_SPACES)


def _meant(printed: str, params: Params) -> str | None:
    """The known title of which `printed` is a slip."""
    bare = printed.partition("（")[0].partition("(")[0]
    if bare in params.titles or bare in params.also:
        return None
    return next((title for title in params.titles if _is_near(bare, title)), None)


def _is_near(printed: str, title: str) -> bool:
    """Whether both begin and end alike and differ in one place only, by a slip."""
    if abs(len(printed) - len(title)) > _LOST or printed[:1] != title[:1]:
        return False
    shortest = min(len(printed), len(title))
    head = next((place for place in range(shortest) if printed[place] != title[place]), shortest)
    tail = 0
    while tail < shortest - head and printed[-1 - tail] == title[-1 - tail]:
        tail += 1
    one, other = len(printed) - head - tail, len(title) - head - tail
    return max(one, other) <= _CHANGED or (min(one, other) == 0 and max(one, other) <= _LOST)


def _spellings(printed: str) -> tuple[str, ...]:
    """The words of a title that the rule about spelling may name: then the title follows from it."""
    lengths = range(_SHORTEST, min(_LONGEST, len(printed)) + 1)
    return tuple(misspelt(printed[at : at + size]) for size in lengths for at in range(len(printed) - size + 1))


@lru_cache(maxsize=1)
def _quoted() -> Any:
    import re2

    return re2.compile("《([^《》\n]{4,40})》")
