"""Who reports on what: title, organ, year, period, dates, and whether the document is a report at all."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from disclosecheck.extract.dates import find_period, first_year, labelled_date, years_in
from disclosecheck.extract.english import english_years, find_english_period, find_english_signature
from disclosecheck.extract.fold import letters, narrow
from disclosecheck.extract.organ import Signature, find_signature, organ_of_page, organ_of_preamble, organ_of_sentence
from disclosecheck.extract.title import Title, find_mention, find_title, is_other_title, read_title
from disclosecheck.model.document import Document, Paragraph
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import DocumentKind, Identity, Language, Section
from disclosecheck.model.form import Edition
from disclosecheck.model.recognition import Recognition

_HEAD = 40  # lines before the first section in which title and preamble stand
_TITLE_LINES = 25
_STRONG_SECTIONS = 4  # statutory sections that make a report of what calls itself a notice
_STRONG_CELLS = 20  # numbers in statutory tables that do, together with them
_FEWEST_LISTED = 3  # reports that a page names which is a list of them
_FEWEST_OLDER = 3  # headings of the older form that make a report
_FIRST_YEAR, _LAST_YEAR = 2008, 2100  # of reports under the Regulation


class Signs(msgspec.Struct, frozen=True, kw_only=True):
    """What the tables say towards recognising a report."""

    edition: Edition | None
    tables: int  # statutory tables of which anything was read
    numbers: int  # cells that hold one


class _Front:
    """The lines before the first section, and the first lines of it."""

    def __init__(self, document: Document, sections: tuple[Section, ...]) -> None:
        stop = sections[0].start if sections else len(document.blocks)
        blocks = [block for block in document.blocks[:stop] if isinstance(block, Paragraph) and block.role == "body"]
        self.blocks = blocks[:_HEAD]
        self.lines = [block.text for block in self.blocks]
        body = document.blocks[sections[0].start : sections[0].end] if sections else ()
        self.opening = [block.text for block in body if isinstance(block, Paragraph)]
        if sections and self.opening:
            inline = self.opening[0][-len(sections[0].inline) :] if sections[0].inline else ""
            self.opening[0:1] = [inline] if inline else []

    @property
    def preamble(self) -> str:
        """Everything up to the first lines of section one, narrowed."""
        return narrow("".join(self.lines + self.opening[:3]))


class Identifier:
    """Reads a document's own statements about itself; nothing is taken from the caller.

    `matched` is the document in simplified characters, `printed` the same sign for sign as it is quoted.
    """

    def __init__(
        self,
        matched: Document,
        printed: Document,
        sections: tuple[Section, ...],
        language: Language | None,
        recognition: Recognition,
    ) -> None:
        self.document = matched
        self.printed_document = printed
        self.sections = sections
        self.language = language
        self.recognition = recognition
        self.front = _Front(matched, sections)
        self.printed = _Front(printed, sections)
        self.found = find_title(self.front.lines[:_TITLE_LINES], recognition)
        self.meta = read_title(matched.title, 0, recognition) if matched.title else None
        self.mention = find_mention(self.front.preamble, recognition)
        self.titles = [title for title in (self.found, self.meta, self.mention) if title is not None]
        self.period, self.period_line = _period(self.front, recognition)
        self.year = _year(self.titles, self.period, self.front, language)

    def identity(self, signs: Signs) -> Identity:
        lines = [block for block in self.document.blocks if isinstance(block, Paragraph)]
        signature = self._signature([block.text for block in lines]) if self.sections else None
        best = max(self.titles, key=lambda title: title.worth) if self.titles else None
        return Identity(
            kind=self._kind(signs),
            title=self._as_printed(best) if best else None,
            edition=signs.edition,
            organ=_organ(self.front, self.titles, signature.organ if signature else None, self.recognition),
            year=self.year,
            language=self.language,
            period=self.period,
            published=self.document.published or self._published(),
            signed=signature.date if signature else None,
            places=self._places(signature),
        )

    def _published(self) -> str | None:
        """The day behind a page's label 发布日期, where the reader of the format has not looked for it."""
        lines = self.front.lines
        return next((day for line in lines if (day := labelled_date(line, self.recognition.published_lines))), None)

    def _signature(self, lines: list[str]) -> Signature | None:
        if self.language == "en":
            found = find_english_signature(lines)
            return Signature(*found) if found else None
        return find_signature(lines, self.recognition)

    def _as_printed(self, title: Title) -> str:
        """A title found in simplified characters, in those of the document."""
        for matched, printed in (
            ("".join(line.strip() for line in self.front.lines), "".join(line.strip() for line in self.printed.lines)),
            (self.front.preamble, self.printed.preamble),
        ):
            start = matched.find(title.text)
            if start >= 0 and len(matched) == len(printed):
                return printed[start : start + len(title.text)]
        return title.text

    def _kind(self, signs: Signs) -> DocumentKind:
        words = self.recognition
        numbers = {section.number for section in self.sections if section.number is not None}
        if self._is_other():
            strong = len(numbers) >= _STRONG_SECTIONS and signs.numbers >= _STRONG_CELLS
            return "annual_report" if strong else "unknown"
        if signs.tables or len(numbers) >= 2:
            return "annual_report"
        if (self.found or self.meta) is not None:
            return "unknown" if not numbers and self._is_list() else "annual_report"
        older = {letters(section.title) for section in self.sections} & set(words.older_headings)
        phrases = any(phrase in self.front.preamble for phrase in words.report_phrases)
        english = any(phrase in " ".join(self.front.lines).lower() for phrase in words.english_report_phrases)
        about = any(word in self.front.preamble for word in words.about_words) or english
        known = phrases or len(older) >= _FEWEST_OLDER or (1 in numbers and about)
        return "annual_report" if known else "unknown"

    def _is_list(self) -> bool:
        """A page that lists reports names several of them."""
        titles = {title.text for line in self.front.lines if (title := read_title(line, 0, self.recognition))}
        return len(titles) >= _FEWEST_LISTED

    def _is_other(self) -> bool:
        """Whether another document's title stands before any report's, or the page itself is called so."""
        lines = self.front.lines[: self.found.line if self.found else _TITLE_LINES]
        lines += ["".join(pair) for pair in pairwise(lines)]
        if self.document.title and (self.found is None or self.found.worth < 2):
            lines.append(self.document.title)
        return any(is_other_title(line, self.recognition) for line in lines)

    def _places(self, signature: Signature | None) -> dict[str, Evidence]:
        places: dict[str, Evidence] = {}
        if signature is not None:
            lines = self.printed_document.paragraphs
            places["signed"] = _evidence(lines[signature.line], lines[signature.line].text)
            if signature.organ is not None:
                line = lines[max(signature.line - 1, 0)]
                places["organ"] = (
                    places["signed"] if signature.organ in narrow(line.text) else _evidence(line, line.text)
                )
        if self.period_line is not None:
            block = self.printed.blocks[self.period_line]
            places["period"] = places["year"] = _evidence(block, block.text)
        if self.found is not None:
            title = _evidence(self.printed.blocks[self.found.line], self._as_printed(self.found))
            places["title"] = title
            places |= {"organ": title} if self.found.organ else {}
            places |= {"year": title} if self.found.year else {}
        return places


def _organ(front: _Front, titles: Sequence[Title | None], signed: str | None, recognition: Recognition) -> str | None:
    for title in titles:
        if title is not None and title.organ:
            return title.organ
    sentences = [
        name
        for line in front.opening + front.lines
        for sentence in line.split("。")
        if (name := organ_of_sentence(sentence, recognition))
    ]
    whole = [
        name for name in sentences if name[0] not in "省市县区州旗乡镇"
    ]  # 市卫生健康委 is what a city calls its own
    return (
        signed
        or organ_of_page(front.lines, recognition)
        or organ_of_preamble(front.preamble, recognition)
        or next(iter(whole + sentences), None)
    )


def _year(
    titles: Sequence[Title], period: tuple[str, str] | None, front: _Front, language: Language | None
) -> int | None:
    """The year of the title, else of the period, else the one the preamble or section one speaks of most."""
    for title in titles:
        if title.year is not None:
            return title.year
    if period is not None:
        return int(period[0][:4])
    if language == "en":
        return _most([year for line in front.lines + front.opening for year in english_years(line)])
    for line in front.lines:
        if any(word in line for word in ("报告", "年报")) and (year := first_year(line)):
            return year
    return _most([year for line in front.opening or front.lines for year in years_in(_without_titles(line))])


def _without_titles(text: str) -> str:
    """A text without the titles it quotes in 《》: last year's plan has last year's year."""
    pieces = [part.rpartition("》")[2] for part in text.split("《")]
    return "".join(pieces)


def _most(years: list[int]) -> int | None:
    counts = Counter(year for year in years if _FIRST_YEAR <= year <= _LAST_YEAR)
    return max(counts, key=lambda year: counts[year]) if counts else None


def _period(front: _Front, recognition: Recognition) -> tuple[tuple[str, str] | None, int | None]:
    """The statistical period and the line it stands on; in the first lines of section one it has no line."""
    for index, line in enumerate(front.lines):
        if period := find_period(line, recognition.period_words) or find_english_period(line):
            return period, index
    for line in front.opening[:2]:
        if period := find_period(line, recognition.period_words):
            return period, None
    return None, None


def _evidence(block: Paragraph, quote: str) -> Evidence:
    return Evidence(paragraph=block.number, page=block.page, quote=quote)
