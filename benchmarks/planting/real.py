"""Real reports of the corpus as bases: their text and figures, laid out by the samples' writers. None is kept.

Only reports whose six sections and tables were read, and in which nothing fails, serve (most of the corpus are
excerpts); for mistakes of wording, and for those of cells where none is blank: nobody has said where each of their
figures stands in the text.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from disclosecheck.checking import Settings, Submission, catalogue_with, check_submission, read_report
from disclosecheck.model.document import Paragraph
from disclosecheck.model.errors import UnreadableError
from disclosecheck.model.fact import FactSet, Section
from making.content import Piece
from making.layout import addresses, lay_out
from making.source import Page, Report, load_form
from planting.draft import TABLES, Draft

WORDING = ("E-K", "E-J08", "E-J10")
CELLS = ("E-D0", "E-D10", "E-E01", "E-E04")
MOST = 6  # reports, the first that serve


def serves(draft: Draft, kind: str) -> bool:
    """Whether a type can be planted in a real report."""
    filled = all(text.isdigit() for cell, text in draft.cells.items() if "fee" not in cell)
    return kind.startswith(WORDING) or (filled and kind.startswith(CELLS))


def real_drafts() -> Iterator[tuple[str, Draft]]:
    folder = os.environ.get("DISCLOSECHECK_CORPUS")
    found = 0
    for path in sorted(Path(folder).glob("[0-9]*")) if folder else ():
        if found < MOST and path.suffix in (".txt", ".html", ".pdf"):
            draft = _draft(path)
            if draft is not None:
                found += 1
                yield f"real-{path.stem}", draft


def _draft(path: Path) -> Draft | None:
    catalogue = catalogue_with(())
    try:
        facts = read_report(str(path), catalogue)
    except UnreadableError:
        return None
    result = check_submission(Submission(path=str(path)), Settings(), catalogue)
    whole = [section.number for section in facts.sections] == [1, 2, 3, 4, 5, 6]
    identity = facts.identity
    if result.status not in ("pass", "incomplete") or not whole or not identity.year or facts.form is None:
        return None
    form = load_form(facts.form.edition)
    cells = {cell: facts.cells[cell].text for cell in addresses(form) if cell in facts.cells}
    if len(cells) < len(addresses(form)):
        return None
    page = Page(site="", domain="", column="", published=f"{identity.year + 1}-01-20")
    title = (identity.title or "",)
    report = Report(title=title, page=page, organ=identity.organ or "", year=identity.year, edition=facts.form.edition)
    pieces = [Piece(kind="title", text=title[0]), *_front(facts)]
    for section in facts.sections:
        pieces += _section(facts, section)
        if section.number in TABLES:
            pieces.append(Piece(kind="table", table=lay_out(form, cells, TABLES[section.number])))
    return Draft(report, tuple(pieces), cells)


def _front(facts: FactSet) -> Iterator[Piece]:
    blocks = facts.document.blocks[: facts.sections[0].start] if facts.document else ()
    for block in blocks:
        if isinstance(block, Paragraph) and "。" in block.text:
            yield Piece(kind="body", text=block.text)


def _section(facts: FactSet, section: Section) -> Iterator[Piece]:
    """The heading and the sentences below it; lines without a full stop may be a table that lost its lines."""
    numeral, mark, _ = section.heading.partition("、")
    yield Piece(kind="heading", numeral=f"{numeral}{mark}", text=section.title)
    if section.inline:
        yield Piece(kind="body", text=section.inline)
    for block in facts.document.blocks[section.start + 1 : section.end] if facts.document else ():
        if isinstance(block, Paragraph) and "。" in block.text:
            yield Piece(kind="body", text=block.text)
