"""Hits as facts with their printed quote, and the numbers that no phrasing took."""

from datetime import date
from decimal import Decimal

import msgspec

from disclosecheck.extract.numbers import canonical
from disclosecheck.extract.prose.matching import Hit, Sentence
from disclosecheck.extract.prose.parts import part_of, reading, share
from disclosecheck.extract.prose.passages import Passage
from disclosecheck.extract.prose.skeleton import Token
from disclosecheck.extract.prose.surroundings import Surroundings
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import Confidence, Fact, Unmatched

_BREAKS = ",;:、()"


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence, where it is printed, and whether it speaks of what is to come."""

    passage: Passage
    sentence: Sentence
    planned: bool

    def quote(self, start: int, end: int) -> str:
        """The smallest printed clause around a span of the sentence."""
        text = self.sentence.text
        begin = max(text.rfind(mark, 0, start) for mark in _BREAKS) + 1
        stops = [place for mark in _BREAKS if (place := text.find(mark, end)) >= 0]
        first, last = self.sentence.skeleton.printed(
            self.sentence.base + begin, self.sentence.base + min(stops, default=len(text))
        )
        return self.passage.text[first:last].strip()

    def token(self, hit: Hit) -> Token | None:
        return None if hit.place is None else self.sentence.skeleton.tokens[self.sentence.base + hit.place]


def facts_of(hits: list[Hit], placed: Placed, around: Surroundings) -> list[Fact]:
    """The facts that a sentence's hits state, each once."""
    facts: list[Fact] = []
    for number, hit in enumerate(hits):
        token = placed.token(hit)
        aim = placed.planned or (token is not None and token.aim)
        period = around.period(placed.sentence, hit, planned=aim)
        value = _value(hit, placed, around.year)
        if value is None:
            continue
        dimensions = _dimensions(hit, hits[:number], placed, around)
        for name, unit in zip(hit.phrasing.facts, hit.phrasing.units, strict=True):
            fact = Fact(
                name=name,
                value=value,
                unit=unit,
                dimensions=dimensions,
                scope=around.scope(placed.sentence, hit),
                period=period,
                approximate=token is not None and token.approximate,
                confidence=_confidence(hit, placed, around),
                evidence=_evidence(hit, placed, value),
            )
            _keep(fact, facts)
    return facts


def _keep(fact: Fact, facts: list[Fact]) -> None:
    """Add a fact unless the sentence has said the same before; of the two the more certain wording stays."""
    for place, other in enumerate(facts):
        if _says_the_same(fact, other):
            if fact.confidence == "certain" != other.confidence:
                facts[place] = fact
            return
    facts.append(fact)


def unmatched_of(hits: list[Hit], placed: Placed) -> list[Unmatched]:
    """The clauses whose numbers no fact took."""
    taken = {hit.place for hit in hits}
    sentence = placed.sentence
    quotes: dict[str, None] = {}
    for place, char in enumerate(sentence.text):
        if char in "#%" and place not in taken and sentence.skeleton.tokens[sentence.base + place].statement:
            quotes[placed.quote(place, place + 1)] = None
    return [Unmatched(quote=quote, paragraph=placed.passage.paragraph) for quote in quotes]


def _value(hit: Hit, placed: Placed, year: int | None) -> Decimal | str | bool | None:
    token = placed.token(hit)
    if token is None:
        implied = hit.phrasing.implies
        return implied if isinstance(implied, bool) or implied is None else Decimal(implied)
    if isinstance(token.value, Decimal):
        return token.value
    if isinstance(token.value, int):
        return Decimal(token.value)
    named, month, day = token.value
    return _iso(named or year, month, day)


def _iso(year: int | None, month: int, day: int) -> str | None:
    """The date, None when the year is not known or the calendar has no such day."""
    try:
        return None if year is None else date(year, month, day).isoformat()
    except ValueError:
        return None


def _dimensions(hit: Hit, earlier: list[Hit], placed: Placed, around: Surroundings) -> dict[str, str]:
    dimensions = dict(hit.phrasing.dimensions)
    if hit.phrasing.facts == ("share",):
        return dimensions | share(hit, earlier, placed.sentence, around.context)
    if whole := part_of(hit, earlier, placed.sentence, around.context):
        dimensions["part_of"] = whole
    if says := reading(hit, placed.sentence, around.context):
        dimensions["reading"] = says
    return dimensions


def _confidence(hit: Hit, placed: Placed, around: Surroundings) -> Confidence:
    """As the wording, at most; section five speaks of shortcomings and intentions."""
    head = placed.sentence.text[: hit.end]
    if any(word in head for word in around.context.since_when) and any(
        word in head for word in around.context.added_up
    ):
        return "ambiguous"
    if hit.phrasing.confidence == "certain" and placed.passage.section == 5:
        return "likely"
    return hit.phrasing.confidence


def _evidence(hit: Hit, placed: Placed, value: Decimal | str | bool) -> Evidence:
    return Evidence(
        section=placed.passage.section,
        paragraph=placed.passage.paragraph,
        page=placed.passage.page,
        quote=placed.quote(hit.start, hit.end),
        value=canonical(value) if isinstance(value, Decimal) else None,
    )


def _says_the_same(fact: Fact, other: Fact) -> bool:
    return (fact.name, fact.value, fact.dimensions, fact.scope, fact.period) == (
        other.name,
        other.value,
        other.dimensions,
        other.scope,
        other.period,
    )
