"""A report's title, over one line or several, and the organ and year it names."""

from collections.abc import Sequence

import msgspec

from disclosecheck.extract.dates import first_year, without_year
from disclosecheck.extract.english import read_english_title
from disclosecheck.extract.fold import letters, narrow
from disclosecheck.model.recognition import Recognition

_LONGEST = 70  # signs of a title
_LONGEST_LATIN = 200
_PARTS = ("｜", "|", ">", "_", " - ", "\t")  # between a page's own words and the title
_SENTENCE = frozenset("。；;！？")
_QUOTES = "《》〈〉<>“”\"'"
_SHORTEST_NAME = 3  # signs of an organ's name
_LINES = 3  # over which a title may run
_DATE_SIGNS = frozenset("0123456789年月日()（）-－ ")


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """A title with the index of the line on which it begins."""

    text: str
    organ: str | None
    year: int | None
    line: int

    @property
    def worth(self) -> int:
        return (self.organ is not None) + (self.year is not None)


def find_title(lines: Sequence[str], recognition: Recognition) -> Title | None:
    """The first title among short lines that names organ and year, else the best there is."""
    titles = [title for place, line in enumerate(lines) if (title := read_title(line, place, recognition))]
    if any(title.worth == 2 for title in titles):
        return next(title for title in titles if title.worth == 2)
    for count in range(2, _LINES + 1):
        for start in range(len(lines) - count + 1):
            joined = _join(lines[start : start + count], recognition)
            if joined and (title := read_title(joined, start, recognition)):
                titles.append(title)
    return max(titles, key=lambda title: title.worth) if titles else None


def read_title(line: str, place: int, recognition: Recognition) -> Title | None:
    """A line, or the part of it between a page's own words, as a title; None where it is none."""
    line = _after_label(line, recognition)
    best: Title | None = None
    for part in _candidates(line):
        printed = part.strip(_QUOTES + " \t\n\u3000?").replace("\n", "")
        if organ_and_year := _split(printed, recognition):
            title = Title(text=printed, organ=organ_and_year[0], year=organ_and_year[1], line=place)
            if title.worth and (best is None or title.worth > best.worth):
                best = title
    return best


def find_mention(text: str, recognition: Recognition) -> Title | None:
    """A title that a preamble quotes, 《…2022年政府信息公开工作年度报告》, or names behind 现公布."""
    start = text.find("《")
    while start >= 0:
        end = text.find("》", start)
        if end < 0:
            break
        title = read_title(text[start + 1 : end], 0, recognition)
        if title is not None and title.worth == 2:
            return title
        start = text.find("《", end)
    for ending in recognition.title_endings:
        stop = text.find(ending)
        while stop >= 0:
            start = max(text.rfind(sign, 0, stop) for sign in "。，,；;《》）)、") + 1
            named = text[start : stop + len(ending)]
            for lead in recognition.title_leads:
                named = named.rpartition(lead)[2]
            title = read_title(named, 0, recognition)
            if title is not None and title.worth == 2:
                return title
            stop = text.find(ending, stop + 1)
    return None


def is_other_title(line: str, recognition: Recognition) -> bool:
    """Whether a line is the title of another document: of key points, a notice, an interpretation of a report."""
    wording = letters(_without_note(line))
    if line.isascii():
        title = len(line) <= _LONGEST_LATIN and not line.rstrip().endswith(".")
        return title and any(word in line.lower() for word in recognition.english_other_documents)
    if len(wording) > 80 or any(sign in _SENTENCE for sign in line):
        return False
    about = any(word in wording for word in recognition.title_words)
    return about and (wording.endswith(recognition.other_documents) or wording.startswith(recognition.other_beginnings))


def _split(printed: str, recognition: Recognition) -> tuple[str | None, int | None] | None:
    """Organ and year of a title; None for what is no title."""
    plain = narrow(_without_note(printed))
    if any(sign in _SENTENCE for sign in plain):
        return None
    if plain.isascii():
        english = read_english_title(printed, recognition)
        return (english.organ, english.year) if english else None
    ending = next((ending for ending in recognition.title_endings if letters(plain).endswith(ending)), None)
    if ending is None or len(plain) > _LONGEST:
        return None
    year = first_year(plain, bare=True) or _noted_year(printed)
    rest = letters(without_year(plain))[: -len(ending)]
    if any(word in rest for word in recognition.other_words):
        return None
    return _organ(plain, recognition), year


def _organ(plain: str, recognition: Recognition) -> str | None:
    """What is left of a title without its year and its kind; brackets that belong to the name stay."""
    text = without_year(plain)
    stop = min((at for word in recognition.title_words if (at := text.find(word)) >= 0), default=len(text))
    name = text[:stop]
    if not name.endswith("人民政府"):  # 丽水市政府信息公开 is the disclosure of 丽水市
        name = name.removesuffix("政府")
    for tail in ("关于", "年度", "本级", "的"):
        name = name.removesuffix(tail)
    name = name.strip("：:、，,-—_")
    return name if len(name) >= _SHORTEST_NAME and not name.startswith(recognition.first_persons) else None


def _without_note(text: str) -> str:
    """A title without what stands in brackets behind it: （2024年3月26日）, （第3页）."""
    stripped = text.strip()
    if stripped.endswith((")", "）")):
        start = max(stripped.rfind("("), stripped.rfind("（"))
        return stripped[:start] if start > 0 else stripped
    return stripped


def _noted_year(printed: str) -> int | None:
    """The year in brackets behind a title, （2023年度）; a whole date there is that of publication."""
    note = narrow(printed)[len(narrow(_without_note(printed))) :]
    return first_year(note) if "月" not in note else None


def _join(lines: Sequence[str], recognition: Recognition) -> str | None:
    """Lines that may be one title: the first ends with an organ's name or breaks off inside the title."""
    for line in lines:
        if any(sign in "。；：:，,!！" for sign in line) or len(line) > _LONGEST or not line.strip():
            return None
        if _DATE_SIGNS.issuperset(line) and "年" not in line:
            return None
    first = letters(lines[0])
    begun = first.rstrip("0123456789年度关于")
    named = begun.endswith((*recognition.organ_endings, *recognition.area_endings))
    cut = first_year(first) is not None or any(word in first for word in recognition.title_words)
    return "".join(line.strip() for line in lines) if named or cut else None


def _candidates(line: str) -> list[str]:
    """The parts of a line, and the line itself; last what stands apart by a space."""
    parts: list[str] = []
    for separator in _PARTS:
        if separator in line:
            parts += [part for part in line.split(separator) if part.strip()]
    return [*parts, line, *(line.split() if " " in line else ())]


def _after_label(line: str, recognition: Recognition) -> str:
    """The title behind a page's label: `标题: …`, `名 称 …`."""
    plain = narrow(line)
    for label in recognition.title_lines:
        if plain.startswith(label):
            kept = 0
            for place, sign in enumerate(line):
                kept += len(narrow(sign))
                if kept == len(label):
                    return line[place + 1 :].lstrip("：:|\t \u3000")
    return line
