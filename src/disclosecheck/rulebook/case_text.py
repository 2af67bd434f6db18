"""The text of a case's submission: its headings, and what the case prints between them."""

from __future__ import annotations

import msgspec

from disclosecheck.model.document import Paragraph
from disclosecheck.model.fact import Section
from disclosecheck.model.form import Form
from disclosecheck.rulebook.given import Given, GivenSection


def text_of(given: Given, form: Form) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    """The paragraphs, headings among them, and the sections that begin and end at their places."""
    sections = _sections(given, form)
    headings = {section.paragraph: section.heading for section in sections}
    titles = {given.title_paragraph: given.title} if given.title is not None else {}
    texts = sorted((headings | titles | given.paragraphs).items())
    places = {number: index for index, (number, _) in enumerate(texts)}
    starts = [places[section.paragraph] for section in sections]
    ends = [*starts[1:], len(texts)][: len(starts)]
    placed = tuple(
        msgspec.structs.replace(section, start=start, end=end)
        for section, start, end in zip(sections, starts, ends, strict=True)
    )
    return tuple(Paragraph(text=text, number=number) for number, text in texts), placed


def _sections(given: Given, form: Form) -> list[Section]:
    sections = []
    for place, number in enumerate(given.section_order):
        if number in given.without_sections:
            continue
        spec = next(spec for spec in form.sections if spec.number == number)
        told = given.sections.get(number, GivenSection())
        numeral = number if told.numeral is msgspec.UNSET else told.numeral
        title = told.title or spec.title
        sections.append(
            Section(
                number=number,
                key=spec.key,
                heading=f"{'一二三四五六'[numeral - 1]}、{title}" if numeral else title,
                title=title,
                numeral=numeral,
                paragraph=10 * (place + 1),
                start=0,
                end=0,
                empty=told.empty,
                alias=told.alias,
            )
        )
    sections += [_unknown(number, heading) for number, heading in given.other_sections.items()]
    return sorted(sections, key=lambda section: section.paragraph)


def _unknown(paragraph: int, heading: str) -> Section:
    numeral, _, title = heading.partition("、")
    rank = "一二三四五六七八九十".find(numeral) + 1 if len(numeral) == 1 else 0
    return Section(
        number=None,
        key=None,
        heading=heading,
        title=title or heading,
        numeral=rank or None,
        paragraph=paragraph,
        start=0,
        end=0,
    )
