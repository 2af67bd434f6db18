"""The titles of the six sections, looked up by what a heading says."""

from typing import Literal

import msgspec

from disclosecheck.extract.fold import is_slip, letters, masked
from disclosecheck.model.form import Form, SectionSpec

Alias = Literal["official", "alias", "deprecated", "similar", "english"]
RANKED: tuple[Alias, ...] = ("official", "english", "alias", "deprecated", "similar")  # best first

_ARTICLES = frozenset({"the", "a", "an", "of", "for", "and", "to"})


class Match(msgspec.Struct, frozen=True):
    """A section and how its title is worded."""

    number: int
    key: str
    alias: Alias


class Titles:
    """All wordings of the section titles; built once for a set of forms."""

    def __init__(self, forms: tuple[Form, ...]) -> None:
        self._by_wording: dict[str, Match] = {}
        self._english: dict[tuple[str, ...], Match] = {}
        self.specs: dict[str, SectionSpec] = {}
        self._official: dict[str, str] = {}  # the bare official title by key
        for form in forms:
            for spec in form.sections:
                self.specs.setdefault(spec.key, spec)
                self._official.setdefault(spec.key, letters(spec.title))
                self._add(spec)
        self.longest = max(map(len, self._by_wording), default=0)

    def _add(self, spec: SectionSpec) -> None:
        groups: tuple[tuple[Alias, tuple[str, ...]], ...] = (
            ("official", (spec.title,)),
            ("alias", spec.aliases),
            ("deprecated", spec.deprecated_aliases),
        )
        for alias, wordings in groups:
            for wording in wordings:
                self._by_wording.setdefault(letters(wording), Match(spec.number, spec.key, alias))
        for wording in spec.english_aliases:
            self._english.setdefault(_words(wording), Match(spec.number, spec.key, "english"))

    def exact(self, title: str) -> Match | None:
        """A title that is one of the wordings, a year in front set aside."""
        wording = letters(title)
        if found := self._by_wording.get(wording) or self._by_wording.get(without_year(wording)):
            return found
        return self._english.get(_words(title)) if wording.isascii() and wording else None

    def similar(self, title: str, rank: int | None) -> Match | None:
        """A title with a slip of the pen, or worded freely with the section's own words and its rank."""
        wording = without_year(letters(title))
        for spec in self.specs.values():
            if is_slip(wording, self._official[spec.key]):
                return Match(spec.number, spec.key, "similar")
        for known, match in self._by_wording.items():
            if len(known) >= 8 and is_slip(wording, known):
                return Match(match.number, match.key, "similar")
        for spec in self.specs.values():
            if rank == spec.number and spec.keywords and all(word in wording for word in spec.keywords):
                return Match(spec.number, spec.key, "similar")
        return None

    def beginning(self, text: str, start: int) -> tuple[Match, int] | None:
        """The longest wording that `text` has at `start`, and where it ends."""
        wording = ""
        found: tuple[Match, int] | None = None
        for place, sign in enumerate(masked(text[start : start + 2 * self.longest]), start):
            if sign == " ":
                continue
            wording += sign
            if len(wording) > self.longest:
                break
            if match := self._by_wording.get(wording):
                found = match, place + 1
        return found

    def slipped_beginning(self, text: str, start: int) -> tuple[Match, int] | None:
        """An official title with a slip of the pen that `text` has at `start`, and where it ends."""
        signs = masked(text[start : start + 2 * self.longest])
        places = [place for place, sign in enumerate(signs, start) if sign != " "]
        wording = signs.replace(" ", "")
        for spec in self.specs.values():
            official = self._official[spec.key]
            for length in (len(official), len(official) + 1, len(official) - 1):
                printed = wording[:length]
                if printed[-1:] == official[-1] and is_slip(printed, official):
                    return Match(spec.number, spec.key, "similar"), places[len(printed) - 1] + 1
        return None


def without_year(wording: str) -> str:
    """`2023年度政务公开总体情况` without its year."""
    if len(wording) > 5 and wording[:4].isdigit() and wording[4] == "年":
        return wording[6:] if wording[5] == "度" else wording[5:]
    return wording


def _words(title: str) -> tuple[str, ...]:
    letters_only = "".join(sign if sign.isalnum() else " " for sign in title.lower())
    return tuple(word for word in letters_only.split() if word not in _ARTICLES)
