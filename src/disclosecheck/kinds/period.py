"""The statistical period is stated, is the whole calendar year, and is that of the title.

    kind: period
    demand: whole_year
    words: [统计期限, 所列数据]

`stated` fails where a preamble names none (without a preamble there is no place for one). `whole_year` fails with
1 January to 15 December; a body founded in the year (`founded`) is for a person. `year_of_title` fails with a title of
2023 above a period of 2022.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.front import front
from disclosecheck.kinds.prose import Passage, Prose, no_document, prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_SHORTEST = 40  # characters of a paragraph that is a preamble, not a line of the page


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    demand: Literal["stated", "whole_year", "year_of_title"]
    words: tuple[str, ...]  # by which a period is known for certain
    loose: tuple[str, ...] = ()  # and those that state one without its days
    founded: tuple[str, ...] = ()  # by which a body is known that began in the year
    preamble: tuple[str, ...] = ()  # by which a preamble is known


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    period = facts.identity.period
    if prose is None:
        yield no_document()
    elif params.demand == "stated":
        yield _stated(params, facts, prose)
    elif period is None:
        yield Verdict(outcome="not_applicable", message=Message("period.none"))
    elif params.demand == "whole_year":
        yield _whole_year(params, facts, prose, period)
    else:
        yield _of_title(params, facts, prose, period)


def _stated(params: Params, facts: FactSet, prose: Prose) -> Verdict:
    if facts.identity.period is not None:
        return Verdict(outcome="pass", message=Message("period.stated"), evidence=(_place(params, facts, prose),))
    if facts.identity.language != "zh":
        return Verdict(outcome="not_applicable", message=Message("period.none"))
    before = front(facts, prose)
    beginning = [passage.text for passage in (*before, *prose.within((1,)))]
    if any(word in text for text in beginning for word in (*params.words, *params.loose)):
        return Verdict(outcome="pass", message=Message("period.stated"))
    opening = [passage for passage in before if _is_preamble(params, passage)]
    if not opening or not facts.sections:
        return Verdict(outcome="not_applicable", message=Message("period.no_preamble"))
    place = prose.evidence(opening[-1].start, opening[-1].start + 2 * _SHORTEST)
    return Verdict(outcome="fail", message=Message("period.missing"), evidence=(place,))


def _is_preamble(params: Params, passage: Passage) -> bool:
    return len(passage.text) >= _SHORTEST and any(word in passage.text for word in params.preamble)


def _whole_year(params: Params, facts: FactSet, prose: Prose, period: tuple[str, str]) -> Verdict:
    first, last = period
    names = {"first": first, "last": last}
    place = (_place(params, facts, prose),)
    if first.endswith("-01-01") and last == f"{first[:4]}-12-31":
        return Verdict(outcome="pass", message=Message("period.whole", {**names}), evidence=place)
    certain = facts.identity.language == "en" or any(word in prose.text for word in params.words)
    began = last.endswith("-12-31") and any(word in prose.text for word in params.founded)
    return Verdict(
        outcome="fail" if certain and not began else "review",
        message=Message("period.not_whole", {**names}),
        expected=f"{first[:4]}-01-01/{first[:4]}-12-31",
        actual=f"{first}/{last}",
        evidence=place,
    )


def _of_title(params: Params, facts: FactSet, prose: Prose, period: tuple[str, str]) -> Verdict:
    year, title = facts.identity.year, facts.identity.title
    if title is None or year is None or str(year) not in _narrow(title):
        return Verdict(outcome="not_applicable", message=Message("period.no_title"))
    names = {"year": str(year), "first": period[0], "last": period[1]}
    places = (
        *((facts.identity.places["title"],) if "title" in facts.identity.places else ()),
        _place(params, facts, prose),
    )
    if str(year) in (period[0][:4], period[1][:4]):
        return Verdict(outcome="pass", message=Message("period.of_title", {**names}), evidence=places)
    return Verdict(
        outcome="fail",
        message=Message("period.other_year", {**names}),
        expected=str(year),
        actual=period[0][:4],
        evidence=tuple(reversed(places)),
    )


def _place(params: Params, facts: FactSet, prose: Prose) -> Evidence:
    """Where the period stands: behind the first word that is known to lead to it, else on its line."""
    at = min((at for word in params.words if (at := prose.text.find(word)) >= 0), default=-1)
    if at >= 0:
        return prose.evidence(at, at + _SHORTEST, around=0)
    if place := facts.identity.places.get("period"):
        return place
    period = facts.identity.period
    return Evidence(quote="/".join(period) if period else None)


def _narrow(text: str) -> str:
    """Digits in their plain form, without the spaces between them."""
    return "".join(text.split()).translate({0xFF10 + digit: str(digit) for digit in range(10)})
