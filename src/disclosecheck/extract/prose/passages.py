"""The running text of a report in passages that each stand in one section, headings and table rows left out."""

from collections.abc import Iterator

import msgspec

from disclosecheck.model.document import Document, Paragraph
from disclosecheck.model.fact import Section


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph, or the part of it that follows an inline heading."""

    text: str  # as printed
    section: int | None
    paragraph: int
    page: int | None


def passages(document: Document, sections: tuple[Section, ...]) -> Iterator[Passage]:
    """All prose in reading order."""
    headings: dict[int, list[Section]] = {}
    for section in sections:
        headings.setdefault(section.start, []).append(section)
    current: int | None = None
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph) or block.role == "contents":
            continue
        cursor = 0
        for section in headings.get(index, ()):
            start, end = _heading(block.text, section, cursor)
            if block.text[cursor:start].strip():
                yield _passage(block, cursor, start, current)
            cursor, current = end, section.number
        if block.text[cursor:].strip():
            yield _passage(block, cursor, len(block.text), current)


def _passage(block: Paragraph, start: int, end: int, section: int | None) -> Passage:
    return Passage(text=block.text[start:end], section=section, paragraph=block.number, page=block.page)


def _heading(text: str, section: Section, cursor: int) -> tuple[int, int]:
    """Where a heading stands in its paragraph; without inline text it is the whole paragraph."""
    heading = section.heading.removesuffix(section.inline) if section.inline else section.heading
    start = text.find(heading, cursor)
    if start >= 0:
        return start, start + len(heading)
    if section.inline and (body := text.find(section.inline, cursor)) >= 0:
        return cursor, body
    return cursor, len(text)
