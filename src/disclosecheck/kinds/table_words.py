"""Words that show what a table is not: the annex of an earlier form, or the notes of a template.

    kind: table_words
    words: [主动公开政府信息数, 微博公开政府信息数]
    at_least: 2

Looks at the cells of all tables and at short lines (a table that lost its lines), or with `tables_only` at cells alone.
Fails where as many different `words` stand there; passes otherwise. Not applicable before `first_year`, and to
tables of another edition than `only_in`.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.prose import no_document
from disclosecheck.model.document import Paragraph
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Edition
from disclosecheck.model.verdict import Message, Verdict

SHOWN = 4  # words named in a message; the evidence names all

_LONGEST = 60  # signs of a line that can be a label


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    words: tuple[str, ...]
    at_least: int = 1
    tables_only: bool = False
    first_year: int | None = None
    only_in: Edition | None = None


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    if facts.document is None:
        yield no_document()
        return
    if params.only_in is not None and (facts.form is None or facts.form.edition != params.only_in):
        yield Verdict(outcome="not_applicable", message=Message("equation.not_in_form"))
        return
    if params.first_year is not None and (facts.year is None or facts.year < params.first_year):
        yield Verdict(outcome="not_applicable", message=Message("plausible.not_asked"))
        return
    met: dict[str, Evidence] = {}
    for text, place in _texts(params, facts):
        for word in params.words:
            if word in text and word not in met:
                met[word] = place
    if len(met) < params.at_least:
        yield Verdict(outcome="pass", message=Message("words.none"))
        return
    more = Message("equation.more") if len(met) > SHOWN else ""
    message = Message("words.met", {"words": tuple(f"“{word}”" for word in list(met)[:SHOWN]), "more": more})
    yield Verdict(outcome="fail", message=message, evidence=tuple(met.values()))


def _texts(params: Params, facts: FactSet) -> Iterator[tuple[str, Evidence]]:
    """Cells and short lines without spaces, with their places."""
    blocks = facts.document.blocks if facts.document else ()
    sections = sorted(facts.sections, key=lambda section: section.start)
    current, upcoming = None, list(sections)
    for index, block in enumerate(blocks):
        while upcoming and upcoming[0].start <= index:
            current = upcoming.pop(0).number
        if isinstance(block, Paragraph):
            if not params.tables_only and len(block.text) <= _LONGEST:
                place = Evidence(section=current, paragraph=block.number, page=block.page, quote=block.text)
                yield "".join(block.text.split()), place
            continue
        for cell in block.cells:
            if len(cell.text) > 1:
                place = Evidence(section=current, page=cell.page or block.page, quote=" ".join(cell.text.split()))
                yield "".join(cell.text.split()), place
