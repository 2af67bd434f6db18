"""From a Document to everything that the rules may ask of it."""

from msgspec.structs import replace

from disclosecheck.extract.fold import bare
from disclosecheck.extract.headings import find_headings
from disclosecheck.extract.identity import Identifier, Signs
from disclosecheck.extract.prose import find_figures
from disclosecheck.extract.reading import Stretch
from disclosecheck.extract.script import language_of, simplified, without_readings
from disclosecheck.extract.sections import choose_headings, make_sections, split_at
from disclosecheck.extract.tables import Pages, read_tables
from disclosecheck.extract.titles import Titles
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.document import Document, Paragraph, Table
from disclosecheck.model.fact import Expected, FactSet, Language
from disclosecheck.model.form import Form

_HAN = frozenset("一二三四五六七八九十")
_CACHE: dict[tuple[int, ...], tuple[tuple[Form, ...], Titles, frozenset[str]]] = {}


def extract_facts(document: Document, catalogue: Catalogue, expected: Expected = Expected()) -> FactSet:
    """Recognise a report and read its sections, tables and figures.

    What is no annual report gets the kind `unknown` and nothing else. The document of the result is the one given,
    with headings that stood inside a paragraph parted from it; numbers of paragraphs stay those of the file.
    """
    language = language_of(document)
    pages = _pages(document, catalogue, language)
    about = Identifier(pages.document, pages.printed, pages.sections, language, catalogue.recognition)
    tables = read_tables(pages, catalogue.forms, catalogue.recognition.units, about.year or expected.year)
    numbers = sum(cell.state == "number" for cell in tables.cells.values())
    identity = about.identity(Signs(edition=tables.edition, tables=len(tables.found), numbers=numbers))
    if identity.kind != "annual_report":
        return FactSet(document=pages.printed, identity=identity, form=None, expected=expected)
    prose = _without_tables(pages.printed, tables.taken)
    stated = find_figures(prose, pages.sections, identity, catalogue.phrasings)
    reading = tables.reading
    return FactSet(
        document=pages.printed,
        identity=identity,
        form=tables.form,
        cells=tables.cells,
        facts=stated.facts,
        sections=pages.sections,
        extras=tuple(reading.extras) if reading else (),
        unmatched=stated.unmatched,
        breakdowns=stated.breakdowns,
        changes=stated.changes,
        tables_found=tables.found,
        labels_met=tuple(reading.met) if reading else (),
        expected=expected,
    )


def _pages(document: Document, catalogue: Catalogue, language: Language | None) -> Pages:
    """The document as printed and as matched, both cut at their headings, and its sections."""
    printed = without_readings(document) if language == "zh-Hant" else document
    matched = simplified(printed) if language == "zh-Hant" else printed
    titles, rows = _wordings(tuple(catalogue.forms.values()))
    candidates = find_headings(matched, titles, catalogue.recognition.english_ordinals, rows)
    headings = choose_headings(candidates)
    printed, _ = split_at(printed, headings)
    matched, headings = split_at(matched, headings)
    return Pages(document=matched, printed=printed, sections=make_sections(printed, headings))


def _wordings(forms: tuple[Form, ...]) -> tuple[Titles, frozenset[str]]:
    """The section titles, and the labels of rows that are numbered as sections are: 一、本年新收…"""
    key = tuple(map(id, forms))
    if key not in _CACHE:
        rows = [row for form in forms for table in form.tables for row in table.rows]
        numbered = frozenset(bare(row.label) for row in rows if row.label[0] in _HAN)
        _CACHE[key] = (forms, Titles(forms), numbered)  # the forms are kept, so that their ids stay their own
    return _CACHE[key][1:]


def _without_tables(document: Document, taken: tuple[Stretch, ...]) -> Document:
    """The document with the text blanked that is table: sign for sign, so that places stay."""
    if not taken:
        return document
    blocks: list[Paragraph | Table] = list(document.blocks)
    for index, start, end in taken:
        block = blocks[index]
        if isinstance(block, Paragraph):
            text = block.text[:start] + " " * (end - start) + block.text[end:]
            blocks[index] = replace(block, text=text)
    return replace(document, blocks=tuple(blocks))
