"""What stands before the first section: title lines and preamble."""

from collections.abc import Iterator

from disclosecheck.kinds.prose import Passage, Prose
from disclosecheck.model.fact import FactSet

_REACH = 800  # characters of a text without headings that are its beginning
_LINE = 40  # characters of a line that may belong to a title
_SENTENCE = frozenset("。；;，,！!？?：:")


def front(facts: FactSet, prose: Prose) -> list[Passage]:
    """The passages before the first heading; of a text without headings, those at its beginning."""
    if not facts.sections:
        return [passage for passage in prose.passages if passage.start < _REACH]
    passages: list[Passage] = []
    for passage in prose.passages:
        if passage.heading:
            break
        passages.append(passage)
    return passages


def title_line(facts: FactSet, passages: list[Passage]) -> int | None:
    """The index among `passages` of the line on which the title begins."""
    place = facts.identity.places.get("title")
    for index, passage in enumerate(passages):
        if place is not None and passage.block.number == place.paragraph:
            return index
    return None


def short_lines(passages: list[Passage]) -> Iterator[Passage]:
    """Those that may be part of a title: short, and no sentence."""
    return (passage for passage in passages if is_line(passage.text))


def is_line(text: str) -> bool:
    return 0 < len(text.strip()) <= _LINE and not any(sign in _SENTENCE for sign in text)
