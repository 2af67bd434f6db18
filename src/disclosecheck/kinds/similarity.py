"""The text is not copied from last year's report.

    kind: similarity
    length: 6
    boilerplate: [根据《中华人民共和国政府信息公开条例》]
    fail_from: 80
    review_from: 65

Of the runs of `length` characters in the text, figures masked, headings, titles of laws and `boilerplate` taken out, so
many percent stand in last year's text as well, measured on the shorter of the two. Both texts are read once. Not
applicable without `--previous` that fits, and where one of them has fewer than `fewest` runs.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.last_year import last_year, not_compared
from disclosecheck.kinds.prose import Passage, Prose, no_document, prose_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param

_DROPPED = str.maketrans("", "", ' \u3000\u00a0\t\n，。；：、！？,.;:!?“”"（）()')


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    fail_from: float
    review_from: float
    sections: tuple[int, ...] = ()
    length: int = 6
    fewest: int = 200
    boilerplate: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    previous = last_year(facts)
    last = prose_of(previous) if previous is not None else None
    if last is None:
        yield not_compared(facts)
        return
    now, before = _shingles(prose, params), _shingles(last, params)
    shorter = min(len(now), len(before))
    if shorter < params.fewest:
        yield Verdict(outcome="not_applicable", message=Message("similarity.short"))
        return
    share = 100 * len(now & before) / shorter
    shown = f"{share:.0f}"
    names: dict[str, Param] = {"share": shown}
    if share < params.review_from:
        yield Verdict(outcome="pass", message=Message("similarity.own", names))
        return
    evidence = tuple(
        prose.evidence(passage.start + passage.heading, passage.end, 0)
        for passage in sorted(prose.within(params.sections), key=_length, reverse=True)[:1]
    )
    yield Verdict(
        outcome="fail" if share >= params.fail_from else "review",
        message=Message("similarity.copied", names),
        evidence=tuple(msgspec.structs.replace(place, quote=(place.quote or "")[:60]) for place in evidence),
    )


def _length(passage: Passage) -> int:
    return len(passage.text) - passage.heading


def _shingles(prose: Prose, params: Params) -> set[str]:
    texts = [passage.text[passage.heading :] for passage in prose.within(params.sections)]
    text = plain_text("\n".join(texts), params.boilerplate)
    return {text[place : place + params.length] for place in range(len(text) - params.length + 1)}


def plain_text(text: str, boilerplate: tuple[str, ...]) -> str:
    """A text without marks, spaces, titles of laws and `boilerplate`, each figure one sign."""
    return str(_figures().sub("0", _out(boilerplate).sub("", text)).translate(_DROPPED))


@lru_cache(maxsize=8)
def _out(boilerplate: tuple[str, ...]) -> Any:
    import re2

    return re2.compile("|".join(["《[^《》\n]{2,40}》", *map(re2.escape, boilerplate)]))


@lru_cache(maxsize=1)
def _figures() -> Any:
    import re2

    return re2.compile("[0-9０-９][0-9０-９.,％%]*")
