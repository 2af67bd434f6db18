"""Which phrasings fit a sentence, and which of its numbers each of them takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.extract.prose.skeleton import DATE, NUMBER, PERCENT, YEAR, Skeleton
from disclosecheck.model.needs import may_match
from disclosecheck.model.phrasing import Phrasing, Phrasings, Topic

_compiled: dict[str, Any] = {}


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of a passage, and what is known of it before it is read."""

    text: str  # skeleton
    base: int  # its place in the passage's skeleton
    skeleton: Skeleton
    section: int | None
    language: str
    topics: list[tuple[int, int, str]]  # (end, length, topic) of every topic word in it
    topics_met: frozenset[str | None]  # those of `topics`, and the one it takes over
    carried: str | None  # the topic that it takes over
    in_own_section: bool  # stands in the section that is about that topic
    year: int | None = None  # of the report
    before: tuple[Hit, ...] = ()  # of the sentences before, since the last subheading

    def topic(self, end: int) -> str | None:
        """What the sentence is about at `end`: the last topic word that begins before."""
        before = [topic for last, length, topic in self.topics if last - length < end]
        return before[-1] if before else self.carried

    def is_about(self, topics: tuple[str, ...], end: int) -> bool:
        """Whether it is about one of these at `end`; English names its topic anywhere in the sentence."""
        if self.language == "en" and self.topics:
            return any(topic in topics for _, _, topic in self.topics)
        return self.topic(end) in topics

    def clause(self, place: int) -> int:
        """Where the clause begins in which `place` stands."""
        text = self.text
        return max(text.rfind(",", 0, place), text.rfind(";", 0, place), text.rfind(":", 0, place)) + 1


class Hit(msgspec.Struct, kw_only=True):
    """A phrasing met in a sentence. `place` is that of the figure's sign; None for a statement without a figure."""

    phrasing: Phrasing
    start: int
    end: int
    place: int | None
    bracketed: bool = False

    @property
    def at(self) -> int:
        return self.start if self.place is None else self.place


class Matcher:
    """The phrasings that a document's words call for, in the order in which they may claim a number."""

    def __init__(self, phrasings: Phrasings, words: str, language: str) -> None:
        triggered = (
            (phrasing, tuple(trigger for trigger in phrasing.triggers if trigger in words))
            for phrasing in phrasings.phrasings
            if phrasing.language == language
        )
        self._phrasings = [(phrasing, triggers) for phrasing, triggers in triggered if triggers]
        self._statements = [(phrasing, triggers) for phrasing, triggers in self._phrasings if not phrasing.sign]

    def hits(self, sentence: Sentence) -> list[Hit]:
        """What the sentence states, in its order, each number taken once; guards are left out."""
        found: list[Hit] = []
        claimed: set[int] = set()
        text = sentence.text
        holds_figures = NUMBER in text or PERCENT in text or DATE in text
        for phrasing, triggers in self._phrasings if holds_figures else self._statements:
            if not _calls_for(phrasing, triggers, sentence):
                continue
            for hit in _matches(phrasing, sentence):
                if hit.place in claimed or (hit.place is None and _is_said(hit, found)):
                    continue
                if hit.place is not None:
                    claimed.add(hit.place)
                if phrasing.facts:
                    found.append(hit)
        return sorted(_led_up_to(found, sentence), key=lambda hit: (hit.at, hit.start))


def topic_words(text: str, topics: tuple[tuple[str, str], ...]) -> list[tuple[int, int, str]]:
    """(end, length, topic) of a sentence's topic words; one that begins inside another is none (复议案件: no 议案)."""
    met = []
    for word, topic in topics:
        start = text.find(word)
        while start >= 0:
            met.append((start, -len(word), topic))
            start = text.find(word, start + 1)
    found: list[tuple[int, int, str]] = []
    for start, negative, name in sorted(met):
        if not found or start >= found[-1][0]:
            found.append((start - negative, -negative, name))
    return found


def words_met(topics: dict[str, Topic], words: str) -> tuple[tuple[str, str], ...]:
    """(word, topic) of the topic words that a document's words hold at all."""
    return tuple((word, name) for name, topic in topics.items() for word in topic.words if word in words)


def _is_said(statement: Hit, found: list[Hit]) -> bool:
    """Whether a figure of the sentence already says what a lower bound would."""
    return statement.phrasing.gives_way and any(hit.phrasing.facts == statement.phrasing.facts for hit in found)


def _calls_for(phrasing: Phrasing, triggers: tuple[str, ...], sentence: Sentence) -> bool:
    """Whether a sentence is worth the pattern: what is cheap to ask comes first."""
    text = sentence.text
    if phrasing.sign and phrasing.sign not in text:
        return False
    for trigger in triggers:
        if trigger in text:
            break
    else:
        return False
    if phrasing.topics and sentence.topics_met.isdisjoint(phrasing.topics):
        return False
    return (
        (not phrasing.sections or sentence.section in phrasing.sections)
        and not any(word in text for word in phrasing.unless)
        and (not phrasing.required or _goes_on(phrasing, sentence) or any(word in text for word in phrasing.required))
        and may_match(phrasing.needs, text)
    )


def _led_up_to(hits: list[Hit], sentence: Sentence) -> list[Hit]:
    """Without the outcomes of something that nobody counted: 不予公开529件 may be 529 documents."""
    if sentence.in_own_section:
        return hits
    stated = {fact for hit in (*sentence.before, *hits) for fact in hit.phrasing.facts}
    return [hit for hit in hits if not hit.phrasing.follows or not stated.isdisjoint(hit.phrasing.follows)]


def _goes_on(phrasing: Phrasing, sentence: Sentence) -> bool:
    """Whether a sentence that lacks the words goes on about the matter: in its section, or after such a figure."""
    if sentence.carried not in phrasing.carried:
        return False
    return sentence.in_own_section or any(
        fact.startswith(phrasing.carried) for hit in sentence.before for fact in hit.phrasing.facts
    )


def _matches(phrasing: Phrasing, sentence: Sentence) -> list[Hit]:
    # The first match from a place on, asked for as one that begins there: RE2 steps through a short text for that,
    # while it would build two automata to search it, and most patterns are asked about one sentence only.
    pattern = compiled(f"(?s:.*?)({phrasing.pattern})")
    hits, position, text = [], 0, sentence.text
    while match := pattern.match(text, position):
        start, end = match.span(1)
        place = next((match.start(group) for group in range(2, pattern.groups + 1) if match.start(group) >= 0), None)
        bracketed = text.rfind("(", 0, start) > text.rfind(")", 0, start)
        hit = Hit(phrasing=phrasing, start=start, end=end, place=place, bracketed=bracketed)
        if _fits(hit, sentence):
            hits.append(hit)
            position = max(start + 1, hit.end if place is None else place + 1)
        else:
            position = start + 1
    return hits


def _fits(hit: Hit, sentence: Sentence) -> bool:
    phrasing, text = hit.phrasing, sentence.text
    if phrasing.not_before and text.endswith(phrasing.not_before, 0, hit.start):
        return False
    if phrasing.not_after and text.startswith(phrasing.not_after, hit.end):
        return False
    clause = text[sentence.clause(hit.start) : hit.end]
    if any(word in clause for word in phrasing.forbidden):
        return False
    if phrasing.years and not _years_fit(hit, sentence):
        return False
    return not phrasing.topics or sentence.is_about(phrasing.topics, hit.end)


def _years_fit(hit: Hit, sentence: Sentence) -> bool:
    """Whether every year that the match names is before the report year, or none is; unknown years fit."""
    if sentence.year is None:
        return True
    signs = (place for place in range(hit.start, hit.end) if sentence.text[place] == YEAR)
    years = (sentence.skeleton.tokens[sentence.base + place].value for place in signs)
    return all((year < sentence.year) == (hit.phrasing.years == "past") for year in years if isinstance(year, int))


def compiled(pattern: str) -> Any:
    """The RE2 of a pattern, compiled when it is first needed."""
    found = _compiled.get(pattern)
    if found is None:
        found = _compiled[pattern] = _compiler()(pattern)
    return found


@lru_cache(maxsize=1)
def _compiler() -> Callable[[str], Any]:
    """re2.compile without its own store: that holds but 128, and compares thirteen options for each of them."""
    import re2

    regexp, options = type(re2.compile("")), re2.Options()
    return lambda pattern: regexp(pattern, options)
