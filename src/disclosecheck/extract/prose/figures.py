"""Facts stated in a report's running text."""

import msgspec

from disclosecheck.extract.prose.breakdowns import find_breakdowns
from disclosecheck.extract.prose.changes import find_changes
from disclosecheck.extract.prose.chinese import ChineseReader
from disclosecheck.extract.prose.debris import is_debris
from disclosecheck.extract.prose.matching import Hit, Matcher, Sentence, topic_words, words_met
from disclosecheck.extract.prose.passages import Passage, passages
from disclosecheck.extract.prose.skeleton import END, NUMBER, PERCENT, SIGNS, Skeleton
from disclosecheck.extract.prose.spans import Numbered
from disclosecheck.extract.prose.statements import Placed, facts_of, unmatched_of
from disclosecheck.extract.prose.sums import find_sums
from disclosecheck.extract.prose.surroundings import Surroundings, surroundings
from disclosecheck.model.document import Document
from disclosecheck.model.fact import Breakdown, Change, Fact, Identity, Section, Unmatched
from disclosecheck.model.phrasing import Phrasings

_LONGEST_HEADING = 30
_LONGEST_SENTENCE = 2000
_REMEMBERED = 60  # hits of the sentences before
_BRACKETS = ("（", "(")


class Prose(msgspec.Struct, frozen=True):
    """What the running text states."""

    facts: tuple[Fact, ...]
    unmatched: tuple[Unmatched, ...]  # the statements with a number that became no fact
    breakdowns: tuple[Breakdown, ...]
    changes: tuple[Change, ...]


class Read(msgspec.Struct, frozen=True):
    """A passage and what patterns run over."""

    passage: Passage
    skeleton: Skeleton
    language: str


def find_figures(document: Document, sections: tuple[Section, ...], identity: Identity, phrasings: Phrasings) -> Prose:
    """Every figure that the prose states, and the statements with a number that became none."""
    chinese = ChineseReader(phrasings.context, traditional=identity.language == "zh-Hant")
    reads = []
    for passage in passages(document, sections):
        language = _language(passage.text)
        if language == "zh":
            reads.append(Read(passage, chinese.read(passage.text), language))
        elif language == "en":
            from disclosecheck.extract.prose.english import read_english

            reads.append(Read(passage, read_english(passage.text), language))
    words = "\n".join(read.skeleton.text for read in reads)
    finder = _Finder(
        {read.language for read in reads}, words, surroundings(phrasings.context, identity, words), phrasings
    )
    for read in reads:
        finder.read(read)
    return Prose(tuple(finder.facts), tuple(finder.unmatched), tuple(finder.breakdowns), tuple(finder.changes))


def _language(text: str) -> str | None:
    """By its letters; None for a passage without any."""
    if any("\u4e00" <= char <= "\u9fff" for char in text):
        return "zh"
    return "en" if any(char.isalpha() for char in text) else None


class _Finder:
    """Walks through the passages and keeps what a sentence takes over from those before."""

    def __init__(self, languages: set[str], words: str, around: Surroundings, phrasings: Phrasings) -> None:
        self._around = around
        self._context = phrasings.context
        self._topics = words_met(self._context.topics, words)
        self._matchers = {language: Matcher(phrasings, words, language) for language in languages}
        self._defaults: dict[int | None, str] = {
            topic.section: name for name, topic in self._context.topics.items() if topic.section
        }
        self._heading: str | None = None  # what the last subheading is about
        self._section: int | None = None
        self._before: tuple[Hit, ...] = ()  # since the last subheading
        self.facts: list[Fact] = []
        self.unmatched: list[Unmatched] = []
        self.breakdowns: list[Breakdown] = []
        self.changes: list[Change] = []

    def read(self, read: Read) -> None:
        """One passage, sentence by sentence."""
        section, skeleton = read.passage.section, read.skeleton
        if section != self._section:
            self._section, self._heading, self._before = section, None, ()
        elif read.passage.text.lstrip().startswith(_BRACKETS):  # （二）: a subheading that its paragraph goes on from
            self._before = ()
        topic = self._heading or self._defaults.get(section)
        names: dict[int, tuple[str | None, dict[str, str]]] = {}
        planned, begin = False, 0
        while begin < len(skeleton.text):
            end = _end(skeleton.text, begin)
            sentence = self._cut(read, begin, end, topic)
            planned = planned or self._around.plans(sentence)
            hits = self._sentence(Placed(passage=read.passage, sentence=sentence, planned=planned))
            self._before = (*self._before, *hits)[-_REMEMBERED:]
            names |= {begin + hit.place: _stated(hit) for hit in hits if hit.place is not None}
            topic = sentence.topic(len(sentence.text))
            begin = end + skeleton.text.startswith(END, end)
        if not planned:
            self._arithmetic(Numbered(read.passage, skeleton, read.language, names))
        if len(skeleton.text) <= _LONGEST_HEADING and SIGNS.isdisjoint(skeleton.text) and END not in skeleton.text:
            words = topic_words(skeleton.text, self._topics)
            self._heading, self._before = words[-1][2] if words else None, ()

    def _arithmetic(self, passage: Numbered) -> None:
        """What the passage itself says that its numbers add up to, or grew from."""
        text = passage.skeleton.text
        if NUMBER not in text and PERCENT not in text:
            return
        if passage.language == "zh" and is_debris(text, self._context):
            return
        self.breakdowns += find_breakdowns(passage, self._context.breakdowns, self._context.share.totals)
        if passage.language == "zh":
            self.breakdowns += find_sums(passage, self._context.breakdowns)
        self.changes += find_changes(passage, self._context.changes, self._around.year)

    def _cut(self, read: Read, begin: int, end: int, carried: str | None) -> Sentence:
        text = read.skeleton.text[begin:end]
        topics = topic_words(text, self._topics)
        return Sentence(
            text=text,
            base=begin,
            skeleton=read.skeleton,
            section=read.passage.section,
            language=read.language,
            topics=topics,
            topics_met=frozenset({topic for _, _, topic in topics} | {carried}),
            carried=carried,
            in_own_section=read.passage.section in self._defaults,
            year=self._around.year,
            before=self._before,
        )

    def _sentence(self, placed: Placed) -> tuple[Hit, ...]:
        if placed.sentence.language == "zh" and is_debris(placed.sentence.text, self._context):
            return ()
        hits = self._matchers[placed.sentence.language].hits(placed.sentence)
        self.facts += facts_of(hits, placed, self._around)
        self.unmatched += unmatched_of(hits, placed)
        return tuple(hits)


def _stated(hit: Hit) -> tuple[str | None, dict[str, str]]:
    """The fact that a number states; none where it states several."""
    names = hit.phrasing.facts
    return (names[0] if len(names) == 1 else None), hit.phrasing.dimensions


def _end(text: str, begin: int) -> int:
    """Where a sentence ends; one without end is cut at a mark, since trying it costs the square of its length."""
    end = text.find(END, begin, begin + _LONGEST_SENTENCE)
    if end >= 0:
        return end
    if len(text) - begin <= _LONGEST_SENTENCE:
        return len(text)
    last = begin + _LONGEST_SENTENCE
    return max(text.rfind(";", begin, last), text.rfind(",", begin, last)) + 1 or last
