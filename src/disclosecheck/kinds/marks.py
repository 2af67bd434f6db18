"""Brackets and quotation marks of a text, paired as a reader would pair them."""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.prose import Passage, Prose

OPENING = {
    "（": "round", "(": "round", "《": "title", "“": "quote", "【": "black", "〔": "shell",
    "［": "square", "[": "square", "「": "corner", "『": "corners",
}  # fmt: skip
CLOSING = {
    "）": "round", ")": "round", "》": "title", "”": "quote", "】": "black", "〕": "shell",
    "］": "square", "]": "square", "」": "corner", "』": "corners",
}  # fmt: skip
_NARROW = "()[]"
_NUMERALS = "0123456789０１２３４５６７８９一二三四五六七八九十abcdefABCDEFivxIVX"
_REACH = 2  # passages over which a pair may go


class Mark(msgspec.Struct, frozen=True):
    """A mark without its other half, or the closing half of a pair of unequal width."""

    place: int
    sign: str
    passage: int  # index into Prose.passages


class Pairing(msgspec.Struct, frozen=True):
    alone: tuple[Mark, ...]
    unequal: tuple[Mark, ...]


def pair(prose: Prose) -> Pairing:
    """The marks that have no other half in their passage or the next ones, and the pairs of unequal width."""
    alone: list[Mark] = []
    unequal: list[Mark] = []
    index = -1
    opened: list[Mark] = []
    met = [(place, sign) for place, sign in enumerate(prose.text) if sign in OPENING or sign in CLOSING]
    for number, (place, sign) in enumerate(met):
        while index + 1 < len(prose.starts) and prose.starts[index + 1] <= place:
            index += 1
            alone += opened
            opened = []
        mark = Mark(place, sign, index)
        if sign in CLOSING:
            alone += _close(mark, opened, unequal, prose.passages[index])
        elif sign == "“" and (first := next((other for other in opened if other.sign == "“"), None)):
            after = next((met[later][1] for later in range(number + 1, len(met)) if met[later][1] in "“”"), None)
            if after == "”":  # “…，“…”: the first was not closed
                opened[opened.index(first)] = mark
                alone.append(first)
            else:  # “…“: the other half turned the wrong way
                opened.remove(first)
                alone.append(mark)
        else:
            opened.append(mark)
    alone += opened
    return Pairing(tuple(_joined(alone, prose)), tuple(unequal))


def _close(mark: Mark, opened: list[Mark], unequal: list[Mark], passage: Passage) -> Iterator[Mark]:
    """Take the other half of a closing mark off the open ones; what cannot be paired."""
    families = [OPENING[other.sign] for other in opened]
    if CLOSING[mark.sign] not in families:
        if not _ends_numeral(mark, passage):
            yield mark
        return
    while True:
        other = opened.pop()
        if OPENING[other.sign] == CLOSING[mark.sign]:
            break
        yield other
    if (other.sign in _NARROW) != (mark.sign in _NARROW):
        unequal.append(mark)


def _ends_numeral(mark: Mark, passage: Passage) -> bool:
    """`1）` and `a)` number a list without an opening half."""
    before = passage.text[: mark.place - passage.start]
    numeral = before[len(before.rstrip(_NUMERALS)) :]
    return mark.sign in "）)" and 0 < len(numeral) <= 3


def _joined(alone: list[Mark], prose: Prose) -> Iterator[Mark]:
    """Without the halves that find each other over the end of a passage, and what a cut at the very end has opened."""
    left = sorted(alone, key=lambda mark: mark.place)
    number = 0
    while number < len(left):
        mark = left[number]
        after = left[number + 1] if number + 1 < len(left) else None
        if _reaches(mark, after):
            number += 2
            continue
        if not (mark.sign in OPENING and mark.passage == len(prose.passages) - 1):
            yield mark
        number += 1


def _reaches(mark: Mark, after: Mark | None) -> bool:
    if after is None or mark.sign not in OPENING or after.sign not in CLOSING:
        return False
    return OPENING[mark.sign] == CLOSING[after.sign] and 0 < after.passage - mark.passage <= _REACH
