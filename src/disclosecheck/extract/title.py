"""A report's title, over one line or several, and the organ and year it names."""

from collections.abc import Sequence

import msgspec

from disclosecheck.extract.dates import first_year, without_year
from disclosecheck.extract.fold import letters, narrow
from disclosecheck.model.recognition import Recognition

_LONGEST = 70  # signs of a title
_LONGEST_LATIN = 200
_PARTS = ("｜", "|", " > ", ">", "_", " - ", "—", " ")  # between a page's own words and the title
_SENTENCE = frozenset("。；;！？")
_QUOTES = "《》〈〉<>“”\"'"
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
    best: Title | None = None
    for start in range(len(lines)):
        for count in range(1, _LINES + 1):
            joined = _join(lines[start : start + count], recognition)
            title = read_title(joined, start, recognition) if joined else None
            if title is not None and (best is None or title.worth > best.worth):
                best = title
            if title is not None and title.worth == 2:
                return title
    return best


def read_title(line: str, place: int, recognition: Recognition) -> Title | None:
    """A line, or the part of it between a page's own words, as a title; None where it is none."""
    line = _after_label(line, recognition)
    for part in _candidates(line):
        printed = part.strip(_QUOTES + " \t\u3000?")
        if organ_and_year := _split(printed, recognition):
            organ, year = organ_and_year
            if organ or year:
                return Title(text=printed, organ=organ, year=year, line=place)
    return None


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
    for lead in ("现公布", "现发布", "向社会公布", "编制发布", "梳理编制", "编制"):
        start = text.find(lead)
        end = min((at for stop in "。，,报" if (at := text.find(stop, start + len(lead))) > 0), default=-1)
        if start >= 0 and end > 0:
            stop = text.find("报告", start)
            named = text[start + len(lead) : stop + 2] if 0 < stop <= start + _LONGEST else ""
            title = read_title(named, 0, recognition) if named else None
            if title is not None and title.worth == 2 and not title.text.startswith(("根据", "本", "《")):
                return title
    return None


def is_other_title(line: str, recognition: Recognition) -> bool:
    """Whether a line is the title of another document: of key points, a notice, an interpretation of a report."""
    if len(line) > _LONGEST and not line.isascii() and len(line) > 2 * _LONGEST:
        return False
    wording = letters(_without_note(line))
    if line.isascii():
        low = line.lower()
        return any(word in low for word in recognition.english_other_documents)
    if len(wording) > 80 or any(sign in _SENTENCE for sign in line):
        return False
    about = any(word in wording for word in recognition.title_words)
    return about and any(wording.endswith(ending) for ending in recognition.other_documents)


def _split(printed: str, recognition: Recognition) -> tuple[str | None, int | None] | None:
    """Organ and year of a title; None for what is no title."""
    plain = narrow(_without_note(printed))
    if any(sign in _SENTENCE for sign in plain):
        return None
    low = plain.lower()
    if plain.isascii():
        known = any(letters(word) in letters(low) for word in recognition.english_title_words)
        return (None, first_year_latin(printed)) if known and len(printed) <= _LONGEST_LATIN else None
    ending = next((ending for ending in recognition.title_endings if letters(plain).endswith(ending)), None)
    if ending is None or len(plain) > _LONGEST:
        return None
    year = first_year(plain)
    rest = letters(without_year(plain))[: -len(ending)]
    if any(word in rest for word in recognition.other_words):
        return None
    organ = _organ(printed, recognition) if rest.removesuffix("关于").removesuffix("年度") else None
    return organ, year


def first_year_latin(text: str) -> int | None:
    """The first word of an English title that is a year."""
    for word in text.replace(",", " ").split():
        if len(word) == 4 and word.isdigit() and word.startswith("20"):
            return int(word)
    return None


def _organ(printed: str, recognition: Recognition) -> str | None:
    """What is left of a title without its year and its kind; brackets that belong to the name stay."""
    text = without_year(narrow(printed))
    stop = min((at for word in recognition.title_words if (at := text.find(word)) >= 0), default=len(text))
    name = text[:stop]
    if not name.endswith("人民政府"):  # 丽水市政府信息公开 is the disclosure of 丽水市
        name = name.removesuffix("政府")
    for tail in ("关于", "年度", "本级", "的"):
        name = name.removesuffix(tail)
    name = name.strip("：:、，,-—_")
    return name or None


def _without_note(text: str) -> str:
    """A title without what stands in brackets behind it: （2024年3月26日）, （第3页）."""
    stripped = text.strip()
    if stripped.endswith((")", "）")):
        start = max(stripped.rfind("("), stripped.rfind("（"))
        return stripped[:start] if start > 0 else stripped
    return stripped


def _join(lines: Sequence[str], recognition: Recognition) -> str | None:
    """Lines that may be one title; a line that is a page's label, a date or a sentence ends it."""
    if len(lines) > 1:
        for line in lines:
            if any(sign in "。；：:；，" for sign in line) or len(line) > _LONGEST or not line.strip():
                return None
        if any(_DATE_SIGNS.issuperset(line) and "年" not in line for line in lines):
            return None
        if any(letters(lines[0]).endswith(ending) for ending in recognition.title_endings):
            return None  # complete as it is
    return "".join(line.strip() for line in lines)


def _candidates(line: str) -> list[str]:
    parts = [line]
    for separator in _PARTS:
        if separator in line.strip():
            parts += [part for part in line.split(separator) if part.strip()]
    return parts


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
