"""Reports written for a test, and what their prose states."""

from decimal import Decimal
from functools import cache

from disclosecheck.extract.prose import find_figures
from disclosecheck.extract.prose.figures import Prose
from disclosecheck.model.document import Document, Paragraph
from disclosecheck.model.fact import Fact, Identity, Language, Section, Unmatched
from disclosecheck.model.phrasing import Phrasings
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.phrasings import load_phrasings

ORGAN = "云溪市临江区卫生健康委员会"


@cache
def phrasings() -> Phrasings:
    return load_phrasings(rules_folder())


def read(
    *paragraphs: str,
    section: int | None = 1,
    year: int | None = 2023,
    organ: str | None = ORGAN,
    language: Language = "zh",
) -> tuple[tuple[Fact, ...], tuple[Unmatched, ...]]:
    """What paragraphs under one heading state, and the statements that became no fact."""
    stated = prose(*paragraphs, section=section, year=year, organ=organ, language=language)
    return stated.facts, stated.unmatched


def prose(
    *paragraphs: str,
    section: int | None = 1,
    year: int | None = 2023,
    organ: str | None = ORGAN,
    language: Language = "zh",
) -> Prose:
    """Everything that paragraphs under one heading state."""
    blocks = [
        Paragraph(text="标题", number=1),
        *(Paragraph(text=text, number=n) for n, text in enumerate(paragraphs, 2)),
    ]
    document = Document(path="report.docx", sha256="", format="docx", blocks=tuple(blocks))
    headings = () if section is None else (heading(section, "标题", block=0),)
    identity = Identity(kind="annual_report", year=year, organ=organ, language=language)
    return find_figures(document, headings, identity, phrasings())


def heading(number: int, printed: str, *, block: int, inline: str = "") -> Section:
    return Section(
        number=number, key=None, heading=printed, title=printed, paragraph=block + 1, start=block, end=99, inline=inline
    )


def facts(
    *paragraphs: str, section: int | None = 1, year: int | None = 2023, organ: str | None = ORGAN
) -> tuple[Fact, ...]:
    return read(*paragraphs, section=section, year=year, organ=organ)[0]


def values(*paragraphs: str, section: int | None = 1) -> dict[str, str]:
    """Names and values, for texts that state each name once."""
    return {fact.name: shown(fact.value) for fact in facts(*paragraphs, section=section)}


def shown(value: Decimal | str | bool) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return format(value, "f") if isinstance(value, Decimal) else value
