"""The running text of a report as the kinds about wording search it: one string, and where each place of it stands."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from disclosecheck.model.document import Document, Paragraph
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import CellFact, Extra, FactSet, LabelMet, Section
from disclosecheck.model.verdict import Message, Verdict

AROUND = 12  # characters of the passage that are quoted on each side
SHOWN = 5  # places that one finding names
ENDS = "。；\n"  # of a sentence
LONGEST = 300  # characters of a sentence on one side of a word
_LABELS_OF_A_TABLE = 3  # a paragraph with as many column labels may be a table that lost its lines
_SENTENCES = 2  # that show a paragraph to be text all the same


class Passage(msgspec.Struct, frozen=True):
    """A paragraph of the text, or what stands in one beside a heading; `start` is its place in Prose.text."""

    start: int
    text: str
    section: int | None
    heading: int  # characters at its beginning that are a heading of the first level
    block: Paragraph

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Prose(msgspec.Struct, frozen=True):
    """All passages outside tables and lists of contents, joined by line ends."""

    text: str
    passages: tuple[Passage, ...]
    starts: tuple[int, ...]

    def at(self, place: int) -> Passage:
        return self.passages[bisect_right(self.starts, place) - 1]

    def evidence(self, start: int, end: int, around: int = AROUND) -> Evidence:
        """The place of a stretch of the text, quoted with what stands around it in its passage.

        A number is quoted whole: only so can it be told, and hidden, when it is one of an identity card.
        """
        passage = self.at(start)
        first, last = max(passage.start, start - around), min(passage.end, end + around)
        while first > passage.start and self.text[first - 1 : first + 1].isdigit():
            first -= 1
        while (
            last < passage.end
            and self.text[last - 1].isdigit()
            and self.text[last] in "0123456789Xx０１２３４５６７８９"
        ):
            last += 1
        quote = self.text[first:last].strip()
        return Evidence(section=passage.section, paragraph=passage.block.number, page=passage.block.page, quote=quote)

    def within(self, sections: Sequence[int | None]) -> Iterator[Passage]:
        """The passages of some sections; all of them where none is named."""
        return (passage for passage in self.passages if not sections or passage.section in sections)


_CACHE: dict[int, tuple[FactSet, Prose]] = {}
_KEPT = 2  # this year's report and the last


def prose_of(facts: FactSet) -> Prose | None:
    """The prose of a report, made once for all rules; None for a metrics file alone."""
    if facts.document is None:
        return None
    key = id(facts.document)
    kept = _CACHE.get(key)
    if kept is not None and kept[0].document is facts.document and kept[0].sections is facts.sections:
        return kept[1]
    while len(_CACHE) >= _KEPT:
        del _CACHE[next(iter(_CACHE))]
    prose = _joined(facts, facts.document)
    _CACHE[key] = (facts, prose)
    return prose


def words_met(words: Iterable[str], text: str) -> list[tuple[int, str]]:
    """Where words stand, in the order of the text: the longest of those that begin in one place, none inside another.

    As RE2 would find them, without the automaton of a pattern of a hundred words that is asked once.
    """
    places: list[tuple[int, int, str]] = []
    for word in words:
        start = text.find(word)
        while start >= 0:
            places.append((start, -len(word), word))
            start = text.find(word, start + 1)
    met: list[tuple[int, str]] = []
    reached = 0
    for start, _, word in sorted(places):
        if start >= reached:
            met.append((start, word))
            reached = start + len(word)
    return met


def excused(text: str, place: int, unless: Sequence[str], wrong: str) -> bool:
    """Whether the word at `place` is part of one of the words in which it is right."""
    for word in unless:
        shift = word.find(wrong)
        while shift >= 0:
            if text.startswith(word, place - shift) and place >= shift:
                return True
            shift = word.find(wrong, shift + 1)
    return False


def ends(text: str, marks: str) -> list[int]:
    """Behind each of the marks; asked sign by sign, for that is quicker than a pattern for a few signs."""
    return [place for place, sign in enumerate(text, start=1) if sign in marks]


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence in which a stretch stands, cut where it is longer than any sentence is."""
    low, high = max(0, start - LONGEST), min(len(text), end + LONGEST)
    first = max(low, *(text.rfind(mark, low, start) + 1 for mark in ENDS))
    last = min((place for mark in ENDS if (place := text.find(mark, end, high)) >= 0), default=high)
    return text[first:last]


def is_prompt(text: str) -> bool:
    """Whether a section holds no more than the form's own words in brackets: （文字描述）."""
    text = text.strip()
    return text.startswith(("（", "(")) and text.find("）" if text[0] == "（" else ")") == len(text) - 1


def no_document() -> Verdict:
    """What the kinds about wording answer to a metrics file alone."""
    return Verdict(outcome="not_applicable", message=Message("file_note.no_document"))


def no_chinese() -> Verdict:
    """What lists of simplified Chinese words answer to a report in another language or script."""
    return Verdict(outcome="not_applicable", message=Message("wording.other_language"))


def _joined(facts: FactSet, document: Document) -> Prose:
    tabular, labels = _in_tables(facts), _column_labels(facts)
    heads = {section.start: section for section in facts.sections}
    passages: list[Passage] = []
    section: Section | None = None
    place = 0
    for index, block in enumerate(document.blocks):
        section = heads.get(index, section)
        if not isinstance(block, Paragraph) or block.role == "contents":
            continue
        heading = len(section.heading) if section is not None and section.start == index else 0
        text = block.text
        number = section.number if section is not None else None
        if (number, block.number) in tabular or _is_lost_table(text, labels):
            text = text[:heading]
        if text:
            passages.append(Passage(place, text, number, heading, block))
            place += len(text) + 1
    joined = "\n".join(passage.text for passage in passages)
    return Prose(joined, tuple(passages), tuple(passage.start for passage in passages))


def _is_lost_table(text: str, labels: tuple[str, ...]) -> bool:
    """Whether a paragraph is a table without its lines; sentences that name the outcomes of cases are none."""
    return text.count("。") < _SENTENCES and sum(label in text for label in labels) >= _LABELS_OF_A_TABLE


def _in_tables(facts: FactSet) -> set[tuple[int | None, int]]:
    """The paragraphs, with their section, that are tables flattened into text: from a table's first to its last."""
    held: dict[tuple[str | None, int | None], list[int]] = {}
    found: tuple[CellFact | LabelMet | Extra, ...] = (*facts.cells.values(), *facts.labels_met, *facts.extras)
    for place in (item.evidence for item in found):
        if place.paragraph is not None:
            held.setdefault((place.table, place.section), []).append(place.paragraph)
    return {
        (section, number) for (_, section), numbers in held.items() for number in range(min(numbers), max(numbers) + 1)
    }


def _column_labels(facts: FactSet) -> tuple[str, ...]:
    tables = facts.form.tables if facts.form else ()
    return tuple({column.label: None for table in tables for column in table.columns if len(column.label) > 2})
