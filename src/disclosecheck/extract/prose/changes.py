"""Comparisons with another year: by how much a figure rose or fell, and at what rate."""

from collections.abc import Iterator
from decimal import Decimal

from disclosecheck.extract.prose.matching import compiled
from disclosecheck.extract.prose.skeleton import NUMBER, PERCENT, YEAR, Token
from disclosecheck.extract.prose.spans import Numbered, part_at
from disclosecheck.model.fact import Change
from disclosecheck.model.phrasing import Changes

_FARTHEST = 12  # signs between the figure and what compares it


def find_changes(passage: Numbered, words: Changes, year: int | None) -> Iterator[Change]:
    """Every comparison of a passage that names an amount or a rate; `year` is that of the report."""
    text = passage.skeleton.text
    if passage.language != "zh" or not any(word in text for word in (*words.more, *words.less)):
        return
    verbs = "|".join((*words.more, *words.less))
    amount = rf"{words.lead}({verbs})(?:了|约)?(#)([^#%@~,;:()、。]?)(?:[^#%@~,;:()、。]{{0,4}})(?:{words.between}(%))?"
    rate = rf"{words.lead}({verbs})(?:了|约)?(%)"
    for match in compiled(f"(?:{amount})|(?:{rate})").finditer(text):
        if text.endswith(words.not_before, 0, match.start()):
            continue
        verb = match.group(1) or match.group(5)
        by = passage.token(match.start(2)) if match.group(2) else None
        place = match.start(4) if match.group(4) else match.start(6) if match.group(6) else -1
        percent = passage.token(place) if place >= 0 else None
        if by is None and percent is None:
            continue
        unit = match.group(3) or "" if by is not None else ""
        yield _change(passage, match.start(), match.end(), -1 if verb in words.less else 1, unit, by, percent, year)


def _change(
    passage: Numbered,
    start: int,
    end: int,
    sign: int,
    unit: str,
    by: Token | None,
    rate: Token | None,
    year: int | None,
) -> Change:
    place = _figure_before(passage, start, unit)
    name, dimensions = passage.names.get(place, (None, {}))
    token = passage.token(place) if place >= 0 else None
    return Change(
        fact=None if dimensions.keys() - {"part_of"} else name,
        now=part_at(passage, place, token) if token is not None else None,
        by=sign * _value(by) if by is not None else None,
        rate=sign * _value(rate) if rate is not None else None,
        approximate=any(one.approximate for one in (by, rate, token) if one is not None),
        base=_base(passage, start, end, year),
        evidence=passage.evidence(passage.label_start(place) if place >= 0 else start, end),
    )


def _value(token: Token) -> Decimal:
    assert isinstance(token.value, Decimal)
    return token.value


def _figure_before(passage: Numbered, start: int, unit: str) -> int:
    """The figure right before the comparison, of the same measure where it names one; -1 without."""
    text = passage.skeleton.text
    if text.endswith("),", 0, start) or text.endswith(")", 0, start):  # the figure stands before its bracket
        start = text.rfind("(", 0, start)
    place = text.rfind(NUMBER, max(0, start - _FARTHEST), max(0, start))
    if place < 0 or PERCENT in text[place:start] or any(mark in text[place:start] for mark in "。;"):
        return -1
    return place if not unit or text[place + 1 : place + 2] == unit else -1


def _base(passage: Numbered, start: int, end: int, year: int | None) -> int | None:
    place = passage.skeleton.text.find(YEAR, start, end)
    token = passage.skeleton.tokens.get(place) if place >= 0 else None
    if token is not None and isinstance(token.value, int):
        return token.value
    return year - 1 if year is not None else None
