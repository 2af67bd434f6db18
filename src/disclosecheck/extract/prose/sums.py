"""Numbers that a text adds up itself: 予以公开12件，部分公开3件，合计15件."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from disclosecheck.extract.prose.matching import compiled
from disclosecheck.extract.prose.skeleton import END, NUMBER
from disclosecheck.extract.prose.spans import Numbered, part_at
from disclosecheck.model.fact import Breakdown, Part
from disclosecheck.model.phrasing import Breakdowns

_FEWEST = 2


def find_sums(passage: Numbered, words: Breakdowns) -> Iterator[Breakdown]:
    """Every clause that is nothing but a sum, with the numbers before it that make it.

    They are the last of the sentence that do; where none do, all of a list that a colon opens, if none of them is
    taken apart in turn. Other lists may count several matters, and their sum only some of them.
    """
    text = passage.skeleton.text
    if not words.sums or not any(word in text for word in words.sums):
        return
    for match in compiled(rf"[,;、]({'|'.join(words.sums)})为?#[^#%@~,;:()、。]?(?:[,;。)]|$)").finditer(text):
        place = text.index(NUMBER, match.start())
        whole = passage.token(place)
        begin = max(text.rfind(mark, 0, place) for mark in (END, ":")) + 1
        outside = _outside_brackets(text[begin : match.start()])
        parts = _parts(passage, begin, outside, text[place + 1 : place + 2])
        if whole is None or len(parts) < _FEWEST:
            continue
        sums = list(accumulate(part.value for part in reversed(parts)))
        made = next((count for count, found in enumerate(sums, 1) if count >= _FEWEST and found == whole.value), 0)
        listed = begin > 0 and text[begin - 1] == ":" and not any(word in outside for word in words.openers)
        if made or listed:
            start = passage.label_start(place)
            yield Breakdown(
                whole=part_at(passage, place, whole, match.group(1)),
                parts=parts[-made:],
                opener=match.group(1),
                unit=text[place + 1 : place + 2],
                beside=Decimal(0),
                evidence=passage.evidence(start, place + 2, whole.value),
            )


def _outside_brackets(text: str) -> str:
    """A stretch of the same length in which what stands in brackets is blank."""
    depths = accumulate({"(": 1, ")": -1}.get(char, 0) for char in text)
    return "".join(" " if depth else char for char, depth in zip(text, depths, strict=True))


def _parts(passage: Numbered, begin: int, words: str, unit: str) -> tuple[Part, ...]:
    """The numbers of one measure in a stretch that begins at `begin`."""
    places = [begin + at for at, char in enumerate(words) if char == NUMBER and words.startswith(unit, at + 1)]
    return tuple(part_at(passage, place, token) for place in places if (token := passage.token(place)) is not None)
