"""Facts stated in a report's running text."""

import msgspec

from disclosecheck.extract.prose.chinese import ChineseReader
from disclosecheck.extract.prose.debris import is_debris
from disclosecheck.extract.prose.matching import Hit, Matcher, Sentence, topic_words, words_met
from disclosecheck.extract.prose.passages import Passage, passages
from disclosecheck.extract.prose.skeleton import END, SIGNS, Skeleton
from disclosecheck.extract.prose.statements import Placed, facts_of, unmatched_of
from disclosecheck.extract.prose.surroundings import Surroundings, surroundings
from disclosecheck.model.document import Document
from disclosecheck.model.fact import Fact, Identity, Section, Unmatched
from disclosecheck.model.phrasing import Phrasings

_LONGEST_HEADING = 30
_LONGEST_SENTENCE = 2000
_REMEMBERED = 60  # hits of the sentences before
_BRACKETS = ("（", "(")


class Read(msgspec.Struct, frozen=True):
    """A passage and what patterns run over."""

    passage: Passage
    skeleton: Skeleton
    language: str


def find_figures(
    document: Document, sections: tuple[Section, ...], identity: Identity, phrasings: Phrasings
) -> tuple[tuple[Fact, ...], tuple[Unmatched, ...]]:
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
    return tuple(finder.facts), tuple(finder.unmatched)


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

    def read(self, read: Read) -> None:
        """One passage, sentence by sentence."""
        section, skeleton = read.passage.section, read.skeleton
        if section != self._section:
            self._section, self._heading, self._before = section, None, ()
        elif read.passage.text.lstrip().startswith(_BRACKETS):  # （二）: a subheading that its paragraph goes on from
            self._before = ()
        topic = self._heading or self._defaults.get(section)
        planned, begin = False, 0
        while begin < len(skeleton.text):
            end = _end(skeleton.text, begin)
            sentence = self._cut(read, begin, end, topic)
            planned = planned or self._around.plans(sentence)
            hits = self._sentence(Placed(passage=read.passage, sentence=sentence, planned=planned))
            self._before = (*self._before, *hits)[-_REMEMBERED:]
            topic = sentence.topic(len(sentence.text))
            begin = end + skeleton.text.startswith(END, end)
        if len(skeleton.text) <= _LONGEST_HEADING and SIGNS.isdisjoint(skeleton.text) and END not in skeleton.text:
            words = topic_words(skeleton.text, self._topics)
            self._heading, self._before = words[-1][2] if words else None, ()

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
            before=self._before,
        )

    def _sentence(self, placed: Placed) -> tuple[Hit, ...]:
        if placed.sentence.language == "zh" and is_debris(placed.sentence.text, self._context):
            return ()
        hits = self._matchers[placed.sentence.language].hits(placed.sentence)
        self.facts += facts_of(hits, placed, self._around)
        self.unmatched += unmatched_of(hits, placed)
        return tuple(hits)


def _end(text: str, begin: int) -> int:
    """Where a sentence ends; one without end is cut at a mark, since trying it costs the square of its length."""
    end = text.find(END, begin, begin + _LONGEST_SENTENCE)
    if end >= 0:
        return end
    if len(text) - begin <= _LONGEST_SENTENCE:
        return len(text)
    last = begin + _LONGEST_SENTENCE
    return max(text.rfind(";", begin, last), text.rfind(",", begin, last)) + 1 or last
