"""A table of the form is not a picture.

    kind: table_as_picture

Fails where a section lacks its table and holds a picture instead (in a .pdf: a page that is one), and owns the cells
that are gone with it; what the picture shows, nobody read. Passes where every section has its table; not applicable
where one is missing and no picture stands there. Web pages tell that pictures are there, not where, and so does the
message.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.headings import heading_evidence, sections_by_number
from disclosecheck.kinds.place import ordinal
from disclosecheck.kinds.tables import cells_of_table
from disclosecheck.model.document import Document, Note
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet, Section
from disclosecheck.model.form import Form, SectionSpec
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Notes of the readers: `placed` say behind which paragraph, `paged` on which pages, `anywhere` only that."""

    placed: tuple[str, ...]
    paged: tuple[str, ...]
    anywhere: tuple[str, ...]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form, document = facts.form, facts.document
    lacking = [spec for spec in form.sections if _lost(spec, facts)] if form else []
    if form is None or document is None or not lacking:
        yield Verdict(outcome="pass" if form else "not_applicable", message=Message("picture.none"))
        return
    found = False
    for spec in lacking:
        section = sections_by_number(facts).get(spec.number)
        if section is not None and (met := _picture(params, facts, document, section)):
            found = True
            yield _verdict(spec, form, facts, section, *met)
    if not found:
        yield Verdict(outcome="not_applicable", message=Message("picture.no_picture"))


def _lost(spec: SectionSpec, facts: FactSet) -> bool:
    return bool(spec.tables) and not any(table in facts.tables_found for table in spec.tables)


def _picture(params: Params, facts: FactSet, document: Document, section: Section) -> tuple[str, Evidence] | None:
    """How sure it is that a picture stands in a section, as a message's key, and where."""
    following = next((other for other in facts.sections if other.start >= section.end), None)
    for note in document.notes:
        if note.code in params.anywhere:
            return "perhaps", Evidence(section=section.number)
        if note.code in params.placed and _is_behind(note, section, following):
            return "instead", Evidence(section=section.number, paragraph=note.paragraph)
        if note.code in params.paged and (page := _page(note, section, following)):
            return "instead", Evidence(section=section.number, page=page)
    return None


def _is_behind(note: Note, section: Section, following: Section | None) -> bool:
    place = note.paragraph or 0
    return section.paragraph <= place and (following is None or place < following.paragraph)


def _page(note: Note, section: Section, following: Section | None) -> int | None:
    """The first page of a note (`3, 5-7`) on which the section stands."""
    if section.page is None:
        return None
    last = following.page if following is not None and following.page is not None else None
    for part in note.params.get("pages", "").replace("、", ",").split(","):
        first, _, end = part.strip().replace("–", "-").partition("-")
        for page in range(int(first), int(end or first) + 1) if first.isdigit() and (end or first).isdigit() else ():
            if page >= section.page and (last is None or page <= last):
                return page
    return None


def _verdict(spec: SectionSpec, form: Form, facts: FactSet, section: Section, sure: str, evidence: Evidence) -> Verdict:
    gaps = tuple(Evidence(section=spec.number, table=table) for table in spec.tables)
    return Verdict(
        outcome="fail",
        message=Message(f"picture.{sure}", {"number": ordinal(spec.number)}),
        evidence=(heading_evidence(section), evidence, *gaps),
        absent=tuple(cell for table in spec.tables for cell in cells_of_table(facts, table)),
    )
