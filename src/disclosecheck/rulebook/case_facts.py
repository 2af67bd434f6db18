"""Submissions in miniature: a clean one of an edition, and what a case says is different about it."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from disclosecheck.model.document import Cell, Document, Note, Table
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import (
    Attestation,
    Breakdown,
    Change,
    Expected,
    Extra,
    Fact,
    FactSet,
    Identity,
    LabelMet,
    Part,
)
from disclosecheck.model.form import Edition, Form
from disclosecheck.rulebook.case_cells import cells_of, in_other_sections, one_row_other
from disclosecheck.rulebook.case_text import text_of
from disclosecheck.rulebook.given import Given, GivenAttestation, GivenBreakdown, GivenChange, GivenExtra, GivenFact


def build(given: Given, forms: dict[Edition, Form], edition: Edition) -> FactSet:
    """The facts of `given`; `edition` is the form where the case names none. Raises KeyError for an unknown table."""
    form = forms[given.edition or edition]
    if given.one_row_other:
        form = one_row_other(form)
    gone = tuple(table.id for table in form.tables) if given.without_tables == "all" else given.without_tables
    paragraphs, sections = text_of(given, form)
    facts = FactSet(
        document=Document(
            path="case.docx",
            sha256="",
            format=given.format,
            blocks=(*paragraphs, *(_table(rows, place) for place, rows in enumerate(given.tables, start=1))),
            notes=(
                *(Note(code=code) for code in given.notes),
                *(Note(code="image", params={"after": str(number)}, paragraph=number) for number in given.images),
            ),
        ),
        identity=_identity(given, form, gone),
        form=form,
        cells=in_other_sections(cells_of(form, given.cells, given.fill, gone), given.table_sections),
        facts=tuple(_fact(fact) for fact in given.facts),
        breakdowns=tuple(_breakdown(one) for one in given.breakdowns),
        changes=tuple(_change(one, _year(given, form)) for one in given.changes),
        sections=sections,
        extras=tuple(_extra(extra) for extra in given.extras),
        tables_found=frozenset(table.id for table in form.tables) - set(gone),
        labels_met=(*map(_label, given.labels_met), *(_label(*printed) for printed in given.labels_printed.items())),
        expected=Expected(year=given.expected_year, organ=given.expected_organ, published=given.expected_published),
        peers=tuple(
            build(
                msgspec.structs.replace(peer, year=given.year) if peer.year is msgspec.UNSET else peer, forms, edition
            )
            for peer in given.peers
        ),
        previous=build(_year_before(given, form), forms, edition) if given.previous else None,
    )
    if given.ledgers:
        facts = _with_ledgers(facts, given)
    if given.second is None:
        return facts
    return msgspec.structs.replace(
        facts,
        second=msgspec.structs.replace(facts, cells=cells_of(form, {**given.cells, **given.second}, given.fill, gone)),
    )


def _with_ledgers(facts: FactSet, given: Given) -> FactSet:
    from disclosecheck.measures.yields import with_yields
    from disclosecheck.rulebook.case_ledgers import ledgers_of

    return with_yields(msgspec.structs.replace(facts, ledgers=ledgers_of(given.ledgers)), {})


def _table(rows: tuple[tuple[str, ...], ...], number: int) -> Table:
    cells = tuple(
        Cell(row=row, column=column, text=text) for row, line in enumerate(rows) for column, text in enumerate(line)
    )
    return Table(number=number, rows=len(rows), columns=max(map(len, rows)), cells=cells)


def _year(given: Given, form: Form) -> int | None:
    return form.first_year if given.year is msgspec.UNSET else given.year


def _year_before(given: Given, form: Form) -> Given:
    """Last year's report; of the year before this one's where the case names none."""
    year = form.first_year if given.year is msgspec.UNSET else given.year
    if given.previous is None or given.previous.year is not msgspec.UNSET or not isinstance(year, int):
        return given.previous or Given()
    return msgspec.structs.replace(given.previous, year=year - 1)


def _identity(given: Given, form: Form, gone: tuple[str, ...]) -> Identity:
    year = _year(given, form)
    place = Evidence(paragraph=1, quote=given.organ)
    places = {"organ": place, "year": place}
    if given.title is not None:
        places["title"] = Evidence(paragraph=given.title_paragraph, quote=given.title)
    if given.period is not None:
        places["period"] = Evidence(paragraph=2, quote=given.paragraphs.get(2))
    if given.signed is not None:
        places["signed"] = Evidence(paragraph=given.signed[1], quote=given.paragraphs.get(given.signed[1]))
    return Identity(
        kind="annual_report",
        title=given.title,
        edition=form.edition if given.edition_told and len(gone) < len(form.tables) else None,
        organ=given.organ,
        year=year,
        language=given.language,
        period=given.period,
        published=given.published,
        signed=given.signed[0] if given.signed else None,
        places=places,
    )


def _breakdown(given: GivenBreakdown) -> Breakdown:
    return Breakdown(
        whole=Part(label="", value=Decimal(str(given.whole)), approximate=given.approximate, fact=given.fact),
        parts=tuple(Part(label=label, value=Decimal(str(value))) for label, value in given.parts.items()),
        opener=given.opener,
        tail=given.tail,
        nested=given.nested,
        beside=Decimal(given.beside),
        unit="件",
        evidence=Evidence(section=1, paragraph=given.paragraph, quote=f"{given.whole}件"),
    )


def _change(given: GivenChange, year: int | None) -> Change:
    return Change(
        fact=given.fact,
        now=None if given.now is None else Part(label="", value=Decimal(str(given.now))),
        by=None if given.by is None else Decimal(str(given.by)),
        rate=None if given.rate is None else Decimal(given.rate),
        approximate=given.approximate,
        base=None if year is None else year - 1,
        evidence=Evidence(section=1, paragraph=given.paragraph, quote=given.rate),
    )


def _fact(given: GivenFact) -> Fact:
    numeric = isinstance(given.value, int | float) and not isinstance(given.value, bool)
    shown = str(given.value)
    return Fact(
        name=given.name,
        value=Decimal(shown) if numeric else given.value if isinstance(given.value, bool) else shown,
        unit="",
        dimensions=given.dimensions,
        scope=given.scope,
        period=given.period,
        approximate=given.approximate,
        confidence=given.confidence,
        attested=_attestation(given.attested),
        evidence=Evidence(
            source=given.source,
            section=1 if given.source == "report" else None,
            paragraph=given.paragraph,
            quote=given.quote or shown,
            value=shown if numeric else None,
        ),
    )


def _attestation(given: GivenAttestation | None) -> Attestation | None:
    return None if given is None else Attestation(by=given.by, on=given.on, proof=given.proof)


def _extra(given: GivenExtra) -> Extra:
    evidence = Evidence(table=given.table, row=given.row, quote=given.label)
    return Extra(
        table=given.table,
        label=given.label,
        values=given.values,
        kind=given.kind,
        row=given.row,
        same=given.same,
        evidence=evidence,
    )


def _label(name: str, printed: str = "") -> LabelMet:
    table, *keys = name.split(".")
    row, column = (None, keys[1]) if keys[0] == "*" else (keys[0], None)
    place = Evidence(table=table, row=row, column=column, quote=printed or None)
    exact = not printed
    return LabelMet(
        table=table, row=row, column=column, printed=printed or keys[-1], exact=exact, known=exact, evidence=place
    )
