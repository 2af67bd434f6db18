"""Which edition of the form a document's tables are, and the form as it was printed."""

from collections.abc import Iterable

from msgspec.structs import replace

from disclosecheck.extract.fold import bare
from disclosecheck.extract.labels import FormLabels
from disclosecheck.extract.reading import Reading
from disclosecheck.model.form import Edition, Form, TableSpec


def edition_of(wordings: Iterable[str], forms: dict[Edition, FormLabels]) -> Edition | None:
    """The edition of which most labels are among the bare `wordings`; None for none and for as many of two."""
    met = set(wordings)
    counts = {edition: len(_marks(edition, forms) & met) for edition in forms}
    most = max(counts.values(), default=0)
    best = [edition for edition, count in counts.items() if count == most]
    return best[0] if most and len(best) == 1 else None


def edition_of_year(year: int | None, forms: dict[Edition, Form]) -> Edition | None:
    """The edition that the notice in force asks for in a report year."""
    for edition, form in forms.items():
        if year is not None and form.first_year <= year <= (form.last_year or year):
            return edition
    return None


def printed_form(form: Form, reading: Reading, forms: dict[Edition, Form]) -> Form:
    """The form with those tables taken from another edition whose rows are the ones that were printed.

    （六）其他处理 stands in one row or in three whatever the edition: a side heading that has a line of its own and
    none of its rows, or rows that only another edition knows.
    """
    tables = tuple(_printed_table(table, reading, forms) for table in form.tables)
    return form if tables == form.tables else replace(form, tables=tables)


def _printed_table(table: TableSpec, reading: Reading, forms: dict[Edition, Form]) -> TableSpec:
    for other in forms.values():
        for variant in other.tables:
            differs = variant.id == table.id and variant.columns == table.columns and variant.rows != table.rows
            if differs and _fits_better(table, variant, reading):
                return variant
    return table


def _fits_better(table: TableSpec, variant: TableSpec, reading: Reading) -> bool:
    own = {row.key: row for row in table.rows}
    known = {bare(row.label) for row in table.rows}
    extras = {bare(extra.label) for extra in reading.extras if extra.table == table.id and extra.kind == "row"}
    for row in variant.rows:
        if row.header_only:
            continue
        if row.key in own and own[row.key].header_only:
            children = [child for child in table.rows if child.parent == row.key]
            if (table.id, row.key) in reading.side_rows and not any(reading.has_row(table.id, c) for c in children):
                return True
        elif row.key not in own and bare(row.label) not in known and bare(row.label) in extras:
            return True
    return False


def _marks(edition: Edition, forms: dict[Edition, FormLabels]) -> set[str]:
    """The wordings of an edition's fingerprint that no other edition has for anything."""
    others = [labels for other, labels in forms.items() if other != edition]
    return {
        mark
        for mark in forms[edition].fingerprint
        if not any(mark in labels.row_tables or mark in labels.column_wordings for labels in others)
    }
