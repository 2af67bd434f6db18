"""Numbers that a text takes apart: a whole, what introduces its parts, and the parts with their labels."""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.extract.prose.matching import compiled
from disclosecheck.extract.prose.skeleton import END, NUMBER, PERCENT, Token
from disclosecheck.extract.prose.spans import Numbered, part_at
from disclosecheck.model.fact import Breakdown, Part
from disclosecheck.model.phrasing import Breakdowns

_LONGEST_LABEL = 60
_MARKS = ",;、。)"
_BARE = ("(", ":")  # marks that open a list of two parts and more without a word
_JOINTS = ("和", "及", "与", "以及")  # between two parts, right after the first one's measure word


class Segment(msgspec.Struct, frozen=True):
    """A stretch of the list between two marks, and where its numbers stand."""

    start: int
    end: int
    numbers: tuple[int, ...]


class Listed(msgspec.Struct, frozen=True):
    """What a list holds."""

    parts: tuple[Part, ...]
    end: int  # behind the last part
    tail: str
    nested: bool


def find_breakdowns(passage: Numbered, words: Breakdowns, totals: tuple[str, ...]) -> Iterator[Breakdown]:
    """Every number of a passage that its text takes apart; `totals` are facts that may be divided further on."""
    yield from _right_after(passage, words, totals)
    if passage.language == "zh" and words.divided:
        yield from _further_on(passage, words, totals)


def _further_on(passage: Numbered, words: Breakdowns, totals: tuple[str, ...]) -> Iterator[Breakdown]:
    """Totals divided where they no longer stand beside: 收到78件……从渠道看，网上52件、信函26件."""
    text = passage.skeleton.text
    stated = [place for place, (name, more) in passage.names.items() if name in totals and not more]
    if not stated:
        return
    for match in compiled(words.divided).finditer(text):
        place = max((place for place in stated if place < match.start()), default=-1)
        whole = passage.token(place)
        if whole is None:
            continue
        unit = _unit(text, place, words)
        found = _Reader(passage, words, unit).read(match.end(), _limit(text, match.start(), match.end(), ""))
        if len(found.parts) > 1:
            yield _breakdown(passage, place, match.group(1), unit, whole, found)


def _right_after(passage: Numbered, words: Breakdowns, totals: tuple[str, ...]) -> Iterator[Breakdown]:
    """Numbers with their parts right behind: after 其中, in a bracket, after a colon."""
    text = passage.skeleton.text
    english = passage.language == "en"
    openers = words.english_openers if english else words.openers
    if text.count(NUMBER) < 2 or not any(opener in text for opener in (*openers, *_BARE)):
        return
    pattern = compiled(_english(openers) if english else _chinese(openers))
    place = 0
    while match := pattern.search(text, place):
        place = match.start() + 1
        mark, opener = match.group(1) or ("" if english else match.group(3)) or "", match.group(2) or ""
        whole = passage.token(match.start())
        if whole is None or (opener in words.marked and not mark):
            continue
        if opener and text.startswith(words.not_openers, match.start(2)):
            continue
        if english:
            unit, found = "", _english_parts(passage, match.end())
        else:
            unit = _unit(text, match.start(), words)
            found = _Reader(passage, words, unit).read(match.end(), _limit(text, match.start(), match.end(), mark))
        if len(found.parts) > (not opener):
            start = match.start()
            if mark == END and (other := _meant(passage, start, unit, found.parts, totals)) is not None:
                start, whole = other
            yield _breakdown(passage, start, opener, unit, whole, found)


def _meant(
    passage: Numbered, nearest: int, unit: str, parts: tuple[Part, ...], totals: tuple[str, ...]
) -> tuple[int, Token] | None:
    """The earlier number that a sentence with 其中 takes apart: 收到136件，上年结转9件。其中自然人118件、法人18件."""
    text = passage.skeleton.text
    begin = text.rfind(END, 0, nearest) + 1
    places = [place for place in range(begin, nearest) if text[place] == NUMBER and text.startswith(unit, place + 1)]
    earlier = [(place, token) for place in places if (token := passage.token(place)) is not None]
    added, last = sum((part.value for part in parts), Decimal(0)), passage.token(nearest)
    if last is None or last.value == added:
        return None
    exact = next((one for one in earlier if one[1].value == added), None)
    if exact is not None or _states(passage, nearest, totals):
        return exact
    return next((one for one in earlier if _states(passage, one[0], totals)), None)


def _states(passage: Numbered, place: int, names: tuple[str, ...]) -> bool:
    return passage.names.get(place, (None, {}))[0] in names


def _chinese(openers: tuple[str, ...]) -> str:
    """The whole and its words, a mark, what introduces the parts."""
    return rf"#[^#%@~,;:()、。]{{0,14}}?(?:([,;:。(])?({'|'.join(openers)})[:,]?|([(:]))"


def _english(openers: tuple[str, ...]) -> str:
    return rf"#[^#%@~;:().。]{{0,80}}?(,)? ({'|'.join(openers)}) (?:about )?"


def _unit(text: str, place: int, words: Breakdowns) -> str:
    unit = text[place + 1 : place + 2]
    return words.same_unit.get(unit, unit)


def _limit(text: str, whole: int, start: int, mark: str) -> int:
    """Where the list must end: at the bracket that opened it, or one around it, else with the sentence."""
    end = text.find(END, start)
    end = len(text) if end < 0 else end
    depth = 1 if mark == "(" or text.rfind("(", 0, whole) > text.rfind(")", 0, whole) else 0
    for place in range(start, end if depth else start):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return end


def _breakdown(passage: Numbered, start: int, opener: str, unit: str, whole: Token, found: Listed) -> Breakdown:
    return Breakdown(
        whole=part_at(passage, start, whole),
        parts=found.parts,
        opener=opener,
        tail=found.tail,
        nested=found.nested,
        unit=unit,
        beside=_beside(passage, start, unit),
        evidence=passage.evidence(passage.label_start(start), found.end, whole.value),
    )


def _beside(passage: Numbered, place: int, unit: str) -> Decimal:
    """The sum of the numbers of the same measure in the clauses right before, each alone in its clause."""
    text, found = passage.skeleton.text, Decimal(0)
    start = passage.label_start(place)
    while start > 0 and text[start - 1] in ",、":
        end, start = start - 1, passage.label_start(start - 1)
        number = text.find(NUMBER, start, end)
        token = passage.token(number)
        if token is None or text.count(NUMBER, start, end) > 1 or not text.startswith(unit, number + 1):
            break
        found += token.value if isinstance(token.value, Decimal) else 0
    return found


class _Reader:
    """Reads the parts of one list; it stops at the first clause that may be about something else."""

    def __init__(self, passage: Numbered, words: Breakdowns, unit: str) -> None:
        self._passage = passage
        self._text = passage.skeleton.text
        self._words = words
        self._unit = unit

    def read(self, start: int, limit: int) -> Listed:
        parts: list[Part] = []
        end, label = start, ""
        separators = ",、;" if self._text.find(";", start, limit) < self._first_mark(start, limit) else ",、"
        for segment in _segments(self._text, start, limit):
            words = self._text[segment.start : segment.end]
            if parts and self._text[segment.start - 1] == ";" and ";" not in separators:
                return Listed(tuple(parts), end, words, False)
            if not segment.numbers:
                if self._text[segment.end : segment.end + 1] == "、" and PERCENT not in words:
                    label += words + "、"
                elif words and not words.startswith(self._words.asides):
                    return Listed(tuple(parts), end, label + words, False)
                continue
            if words.startswith(self._words.openers):
                return Listed(tuple(parts), end, "", True)
            number = self._number(segment)
            part = self._part(segment, number, label) if number is not None else None
            if number is None or part is None:
                return Listed(tuple(parts), end, label + words, False)
            parts.append(part)
            end, label = segment.end, ""
            if (behind := self._after(segment, number)).startswith("等"):
                return Listed(tuple(parts), end, behind, False)
        return Listed(tuple(parts), end, label, False)

    def _first_mark(self, start: int, limit: int) -> int:
        """Where the first part ends; a list that is divided by commas ends with a semicolon."""
        number = self._text.find(NUMBER, start, limit)
        places = [self._text.find(mark, max(number, start), limit) for mark in ",、"]
        return min((place for place in places if place >= 0), default=limit)

    def _number(self, segment: Segment) -> int | None:
        """The one number that counts what the whole counts (6.2级地震灾后重建1086条); None where several may."""
        places = [place for place in segment.numbers if self._unit_at(segment, place) in ("", "等", self._unit)]
        return places[0] if len(places) == 1 and places[0] == segment.numbers[-1] else None

    def _unit_at(self, segment: Segment, place: int) -> str:
        unit = self._text[place + 1 : min(place + 2, segment.end)]
        return self._words.same_unit.get(unit, unit)

    def _part(self, segment: Segment, number: int, before: str) -> Part | None:
        token = self._passage.token(number)
        label, behind = before + self._passage.printed(segment.start, number), self._after(segment, number)
        if token is None or label.startswith(self._words.other_matter):
            return None
        if len(label) > _LONGEST_LABEL or not (label or behind):
            return None
        return part_at(self._passage, number, token, label or behind)

    def _after(self, segment: Segment, number: int) -> str:
        """What follows the number and its measure word."""
        return self._text[number + 1 + (self._unit_at(segment, number) == self._unit) : segment.end]


def _segments(text: str, start: int, limit: int) -> Iterator[Segment]:
    """The stretches of a list; brackets inside it are passed over."""
    begin, depth, numbers = start, 0, list[int]()
    for place in range(start, limit + 1):
        char = text[place] if place < limit else END
        if depth == 0 and (char in _MARKS or _joins(text, place, numbers)):
            yield Segment(begin, place, tuple(numbers))
            begin, numbers = place + 1, []
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif char == NUMBER and depth == 0:
            numbers.append(place)


def _joins(text: str, place: int, numbers: list[int]) -> bool:
    return len(numbers) == 1 and place - numbers[0] == 2 and text.startswith(_JOINTS, place)


def _english_parts(passage: Numbered, start: int) -> Listed:
    """Parts that name their number first: 64 central media, 594 provincial media and 289 new media."""
    text = passage.skeleton.text
    parts, place = list[Part](), start
    pattern = compiled(r"#([^#%@~,;:().。]{1,60}?)(, and |, | and |[.;。)]|$)")
    while match := pattern.match(text, place):
        token = passage.token(match.start())
        if token is None:
            break
        parts.append(part_at(passage, match.start(), token, match.group(1).strip()))
        place = match.end()
        if not match.group(2).endswith(" "):
            break
    return Listed(tuple(parts), max(place - 1, start), "", False)
