"""Section five in pieces: what it calls a problem, what it calls a measure, and how it counts them."""

from collections.abc import Iterator
from typing import Any

import msgspec

from disclosecheck.kinds.headings import heading_evidence, sections_by_number
from disclosecheck.kinds.patterns import compiled
from disclosecheck.kinds.prose import Prose, ends, no_chinese, prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet, Section
from disclosecheck.model.verdict import Message, Verdict

SECTION = 5
LONGEST = 60  # characters of a piece that are quoted


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """By which words a piece is known.

    problems: it says that something is lacking
    no_problems: RE2; words in which one of `problems` says nothing of the kind: 针对上述问题
    measures: it says that something is done, where it names no problem
    surely: RE2; it speaks of measures, whatever else stands in it: 下一步, 改进措施
    future: RE2; what follows is still to be done
    done: it was done
    not_done: words in which one of `done` says nothing: 了解
    numerals: RE2, one a style; what a counted piece begins with: 一是
    """

    problems: tuple[str, ...]
    no_problems: tuple[str, ...] = ()
    measures: tuple[str, ...]
    surely: tuple[str, ...]
    future: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    not_done: tuple[str, ...] = ()
    numerals: tuple[str, ...] = ()


class Piece(msgspec.Struct, frozen=True):
    """A stretch of the text up to a full stop, semicolon or line end; `start` is its place in Prose.text."""

    start: int
    text: str
    problem: bool
    surely: bool
    measure: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class SectionFive(msgspec.Struct, frozen=True):
    """Section five of a report. `turn` is the index of the piece with which it turns from problems to measures."""

    prose: Prose
    section: Section
    pieces: tuple[Piece, ...]
    turn: int | None

    @property
    def problems(self) -> tuple[Piece, ...]:
        """Pieces before the turn that name a problem."""
        return tuple(piece for piece in self.pieces[: self.turn] if piece.problem)

    @property
    def measures(self) -> tuple[Piece, ...]:
        return self.pieces[self.turn :] if self.turn is not None else ()

    def evidence(self, pieces: tuple[Piece, ...]) -> tuple[Evidence, ...]:
        """The places of some pieces; that of the heading for none."""
        places = (self.prose.evidence(piece.start, min(piece.end, piece.start + LONGEST), 0) for piece in pieces)
        return tuple(places) or (heading_evidence(self.section),)


_CACHE: dict[int, tuple[FactSet, Words, SectionFive | Verdict]] = {}
_KEPT = 2  # this year's report and the last


def section_five(words: Words, facts: FactSet) -> SectionFive | Verdict:
    """Section five taken apart, or why it cannot be: another language, no such section, or a text that may go on."""
    kept = _CACHE.get(id(facts))
    if kept is not None and kept[0] is facts and kept[1] == words:
        return kept[2]
    while len(_CACHE) >= _KEPT:
        del _CACHE[next(iter(_CACHE))]
    five = _taken_apart(words, facts)
    _CACHE[id(facts)] = (facts, words, five)
    return five


def _taken_apart(words: Words, facts: FactSet) -> SectionFive | Verdict:
    prose = prose_of(facts)
    if prose is None or facts.identity.language != "zh":
        return no_chinese()
    section = sections_by_number(facts).get(SECTION)
    if section is None:
        return Verdict(outcome="not_applicable", message=Message("wording.no_section"))
    following = next((other for other in facts.sections if other.start >= section.end), None)
    if following is None or following.number is None:  # the end of an excerpt, or a heading like 二、改进措施
        return Verdict(outcome="not_applicable", message=Message("improvements.cut"))
    pieces = tuple(_pieces(words, prose))
    if section.empty or not pieces:
        return Verdict(outcome="not_applicable", message=Message("wording.section_empty"))
    return SectionFive(prose, section, pieces, _turn(pieces))


def _pieces(words: Words, prose: Prose) -> Iterator[Piece]:
    no_problems: Any = compiled(words.no_problems) if words.no_problems else None
    surely = compiled(words.surely)
    for start, text in _stretches(prose):
        bare = no_problems.sub("", text) if no_problems is not None else text
        problem = any(word in bare for word in words.problems)
        sure = surely.search(text) is not None
        yield Piece(start, text, problem, sure, any(word in text for word in words.measures))


def _stretches(prose: Prose) -> Iterator[tuple[int, str]]:
    for passage in prose.within((SECTION,)):
        start = passage.heading
        for end in [*ends(passage.text, "。；;!?！？"), len(passage.text)]:
            if end > start:
                yield passage.start + start, passage.text[start:end]
                start = end


def _turn(pieces: tuple[Piece, ...]) -> int | None:
    """Where the measures begin: with a piece that surely speaks of them, or one behind the problems that names none."""
    first = next((index for index, piece in enumerate(pieces) if piece.problem), None)
    for index, piece in enumerate(pieces):
        if piece.surely or (first is not None and index > first and piece.measure and not piece.problem):
            return index
    return None
