"""Facts stated in a report's running text."""

from decimal import Decimal

from disclosecheck.extract.prose.chinese import ChineseReader, is_chinese
from disclosecheck.extract.prose.english import read_english
from disclosecheck.extract.prose.matching import Matcher, Sentence, topic_words
from disclosecheck.extract.prose.passages import Passage, passages
from disclosecheck.extract.prose.skeleton import END, SIGNS, Skeleton
from disclosecheck.extract.prose.statements import Placed, facts_of, unmatched_of
from disclosecheck.extract.prose.surroundings import Surroundings, surroundings
from disclosecheck.model.document import Document
from disclosecheck.model.fact import Fact, Identity, Section, Unmatched
from disclosecheck.model.phrasing import Phrasings

_LONGEST_HEADING = 30
_FEW = 2  # numbers without a measure word that a sentence may hold and still be one


def find_figures(
    document: Document, sections: tuple[Section, ...], identity: Identity, phrasings: Phrasings
) -> tuple[tuple[Fact, ...], tuple[Unmatched, ...]]:
    """Every figure that the prose states, and the statements with a number that became none."""
    chinese = ChineseReader(phrasings.context)
    reads = []
    for passage in passages(document, sections):
        language = "zh" if is_chinese(passage.text) else "en"
        reads.append(
            (passage, chinese.read(passage.text) if language == "zh" else read_english(passage.text), language)
        )
    finder = _Finder(reads, surroundings(phrasings.context, identity), phrasings)
    for read in reads:
        finder.read(*read)
    return tuple(finder.facts), tuple(finder.unmatched)


class _Finder:
    """Walks through the passages and keeps what a sentence takes over from those before."""

    def __init__(self, reads: list[tuple[Passage, Skeleton, str]], around: Surroundings, phrasings: Phrasings) -> None:
        self._around = around
        self._context = phrasings.context
        self._matchers = {
            language: Matcher(phrasings, "\n".join(read[1].text for read in reads if read[2] == language), language)
            for language in {read[2] for read in reads}
        }
        self._defaults = {topic.section: name for name, topic in self._context.topics.items() if topic.section}
        self._heading: str | None = None  # what the last subheading is about
        self._section: int | None = None
        self.facts: list[Fact] = []
        self.unmatched: list[Unmatched] = []

    def read(self, passage: Passage, skeleton: Skeleton, language: str) -> None:
        """One passage, sentence by sentence."""
        if passage.section != self._section:
            self._section, self._heading = passage.section, None
        topic = self._heading or self._defaults.get(passage.section)
        planned = False
        begin = 0
        while begin < len(skeleton.text):
            end = skeleton.text.find(END, begin)
            end = len(skeleton.text) if end < 0 else end
            sentence = Sentence(
                text=skeleton.text[begin:end],
                base=begin,
                skeleton=skeleton,
                section=passage.section,
                language=language,
                topics=topic_words(skeleton.text[begin:end], self._context.topics),
                carried=topic,
            )
            planned = planned or self._around.plans(sentence)
            self._sentence(Placed(passage=passage, sentence=sentence, planned=planned))
            topic = sentence.topic(len(sentence.text))
            begin = end + 1
        if len(passage.text) <= _LONGEST_HEADING and END not in skeleton.text:
            self._heading = topic if topic != self._defaults.get(passage.section) else None

    def _sentence(self, placed: Placed) -> None:
        if self._is_debris(placed.sentence):
            return
        hits = self._matchers[placed.sentence.language].hits(placed.sentence)
        self.facts += facts_of(hits, placed, self._around)
        self.unmatched += unmatched_of(hits, placed)

    def _is_debris(self, sentence: Sentence) -> bool:
        """A table that lost its lines: several of the form's labels, or numbers that count nothing."""
        if sum(label in sentence.text for label in self._context.debris) >= _FEW:
            return True
        places = [place for place, char in enumerate(sentence.text) if char == "#"]
        bare = sum(
            sentence.text[place + 1 : place + 2] not in self._context.counted or place + 1 == len(sentence.text)
            for place in places
        )
        return sentence.language == "zh" and bare > _FEW and bare * 2 > len(places)
