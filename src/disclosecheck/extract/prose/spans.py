"""A passage with its numbers' places, and what they were taken for."""

from decimal import Decimal

import msgspec

from disclosecheck.extract.numbers import canonical
from disclosecheck.extract.prose.passages import Passage
from disclosecheck.extract.prose.skeleton import SIGNS, Skeleton, Token
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import Part

_BREAKS = ",;:、()。"


class Numbered(msgspec.Struct, frozen=True):
    """A passage as patterns see it; `names` are fact and dimensions by the place of the number that states it."""

    passage: Passage
    skeleton: Skeleton
    language: str
    names: dict[int, tuple[str | None, dict[str, str]]]

    def token(self, place: int) -> Token | None:
        """The number at a place, None where it counts nothing."""
        token = self.skeleton.tokens.get(place)
        return token if token is not None and isinstance(token.value, Decimal) else None

    def label_start(self, place: int) -> int:
        """Where the clause of a number begins."""
        return max(self.skeleton.text.rfind(mark, 0, place) for mark in _BREAKS) + 1

    def printed(self, start: int, end: int) -> str:
        """A stretch as the skeleton has it, numbers written out."""
        words = self.skeleton.text[start:end]
        if SIGNS.isdisjoint(words):
            return words
        first, last = self.skeleton.printed(start, end)
        return self.passage.text[first:last].strip()

    def evidence(self, start: int, end: int, value: object = None) -> Evidence:
        """A stretch of the passage as printed."""
        first, last = self.skeleton.printed(start, end)
        return Evidence(
            section=self.passage.section,
            paragraph=self.passage.paragraph,
            page=self.passage.page,
            quote=self.passage.text[first:last].strip(),
            value=canonical(value) if isinstance(value, Decimal) else None,
        )


def part_at(passage: Numbered, place: int, token: Token, label: str | None = None) -> Part:
    """The number at a place with its label: what its clause says before it, unless given."""
    words = passage.skeleton.text[passage.label_start(place) : place] if label is None else label
    assert isinstance(token.value, Decimal)
    name, _ = passage.names.get(place, (None, {}))
    return Part(label=words, value=token.value, approximate=token.approximate, fact=name)
