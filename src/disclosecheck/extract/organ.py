"""The reporting organ where no title names it, and the signature at the end."""

from collections.abc import Sequence

import msgspec

from disclosecheck.extract.dates import find_dates, without_year
from disclosecheck.extract.fold import narrow
from disclosecheck.model.recognition import Recognition

_LONGEST = 36  # signs of an organ's name
_BREAKS = frozenset("，,。；;：:、《》“”（）()_|-")
_LAST_LINES = 14  # within which a signature stands


class Signature(msgspec.Struct, frozen=True):
    """Organ and ISO date at a report's end, and the index of the line they were found on."""

    organ: str | None
    date: str | None
    line: int


def find_signature(lines: Sequence[str], recognition: Recognition) -> Signature | None:
    """The last date that stands alone, or right behind an organ's name; the organ is that or the line before."""
    for index in range(len(lines) - 1, max(-1, len(lines) - 1 - _LAST_LINES), -1):
        text = narrow(lines[index])
        for date in reversed(list(find_dates(text))):
            iso = date.iso()
            before = text[: date.start].rstrip("(")
            if iso is None or date.year is None:
                continue
            if not before and len(text) - date.end <= 1:
                organ = _whole_name(narrow(lines[index - 1]), recognition) if index else None
                return Signature(organ, iso, index)
            if organ := _name_at_end(before, recognition):
                return Signature(organ, iso, index)
    return None


def organ_of_page(lines: Sequence[str], recognition: Recognition) -> str | None:
    """The organ behind a page's label: `发布机构: …`, `来源：…`."""
    for line in lines:
        for label in recognition.organ_lines:
            start = line.find(label)
            if start < 0 or len(line) > 160:
                continue
            words = line[start + len(label) :].lstrip("：:】 |\t\u3000").split()
            if words and (name := _whole_name(narrow(words[0]), recognition)):
                return name
    return None


def organ_of_preamble(text: str, recognition: Recognition) -> str | None:
    """The organ in a set phrase: 由…编制, 请与…联系."""
    text = narrow(text)
    for before, after in recognition.organ_frames:
        start = text.find(before)
        end = text.find(after, start + len(before)) if start >= 0 else -1
        if 0 <= end - start - len(before) <= 2 * _LONGEST:
            name = text[start + len(before) : end]
            if found := _whole_name(name, recognition) or _name_before_verb(name, recognition):
                return found
    return None


def organ_of_sentence(text: str, recognition: Recognition) -> str | None:
    """The subject of a sentence that begins with a year: `2023年，某某厅坚持…`."""
    text = narrow(text)
    rest = without_year(text[:8]) + text[8:]
    if rest == text:
        return None
    return _name_before_verb(rest.removeprefix("以来").lstrip(","), recognition)


def _name_before_verb(text: str, recognition: Recognition) -> str | None:
    """The organ or area that a text begins with, up to the first verb."""
    ends = [place for place, sign in enumerate(text[:_LONGEST]) if sign in _BREAKS]
    ends += [at for verb in recognition.organ_verbs if (at := text.find(verb, 2)) >= 0]
    name = text[: min(ends, default=0)]
    known = name.endswith((*recognition.organ_endings, *recognition.area_endings))
    return _accept(name, recognition) if known and len(name) <= _LONGEST else None


def _name_at_end(text: str, recognition: Recognition) -> str | None:
    """The organ's name that a text ends with."""
    start = max((place for place, sign in enumerate(text) if sign in _BREAKS), default=-1) + 1
    name = text[start:]
    return _whole_name(name, recognition)


def _whole_name(text: str, recognition: Recognition) -> str | None:
    if not 2 < len(text) <= _LONGEST or any(sign in _BREAKS for sign in text.replace("(", "").replace(")", "")):
        return None
    return _accept(text, recognition) if text.endswith(recognition.organ_endings) else None


def _accept(name: str, recognition: Recognition) -> str | None:
    return None if name.startswith(recognition.first_persons) or name[:1].isdigit() or len(name) < 3 else name
