"""Places in the reader's terms: sections, tables, rows and columns as the form calls them."""

from collections.abc import Iterator

import msgspec

from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.form import Form, Row, TableSpec
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message
from disclosecheck.model.wording import render

LONGEST = 22  # characters of a label; longer ones (（二）部分公开…) are cut at a bracket or a comma, else here


class Labels(msgspec.Struct, frozen=True):
    """Renders evidence in one language; `forms` are searched in order, the report's own edition first."""

    messages: dict[str, Text]
    language: str
    forms: tuple[Form, ...]

    def say(self, key: str, **params: str) -> str:
        text = render(Message(f"report.{key}", dict(params)), self.messages)
        return text.zh if self.language == "zh" else text.en

    def place(self, evidence: Evidence) -> str:
        """Where a piece of evidence stands, without what is printed there; "" when it has no place."""
        parts = [*self._file(evidence), *self._table(evidence)]
        if evidence.section is not None and evidence.table is None:
            parts.append(self.say("section", number=self._ordinal(evidence.section)))
        if evidence.paragraph is not None:
            parts.append(self.say("paragraph", number=str(evidence.paragraph)))
        if evidence.page is not None:
            parts.append(self.say("page", number=str(evidence.page)))
        return self.say("comma").join(parts)

    def table_name(self, key: str) -> str:
        """`第三部分表格`, with the caption where the section has several tables."""
        spec = next(self._specs(key), None)
        if spec is None:
            return key
        number = self._ordinal(spec.section)
        if spec.caption:
            return self.say("table_captioned", number=number, caption=spec.caption)
        return self.say("table", number=number)

    def row_name(self, table: str, key: str) -> str:
        """The row's label under that of its side heading, for `1.` stands under three of them."""
        row = self._row(table, key)
        if row is None:
            return key
        parent = self._row(table, row.parent) if row.parent else None
        heading = f"{_short(parent.label)}/" if parent is not None and parent.parent else ""
        return heading + _short(row.label)

    def column_name(self, table: str, key: str) -> str:
        column = next((column for spec in self._specs(table) for column in spec.columns if column.key == key), None)
        if column is None:
            return key
        return f"{column.group}/{column.label}" if column.group else _short(column.label)

    def _file(self, evidence: Evidence) -> list[str]:
        parts = [] if evidence.source == "report" else [self.say(f"source_{evidence.source}")]
        if evidence.file is not None:
            parts.append(evidence.file)
        if evidence.sheet is not None:
            parts.append(self.say("sheet", name=evidence.sheet))
        if evidence.line is not None:
            parts.append(self.say("line", number=str(evidence.line)))
        return parts

    def _table(self, evidence: Evidence) -> list[str]:
        if evidence.table is None:
            return []
        parts = [self.table_name(evidence.table)]
        if evidence.row is not None:
            parts.append(self.say("row", label=self.row_name(evidence.table, evidence.row)))
        if evidence.column is not None:
            parts.append(self.say("column", label=self.column_name(evidence.table, evidence.column)))
        return parts

    def _ordinal(self, number: int) -> str:
        return self.say("ordinals").split()[number - 1]

    def _specs(self, key: str) -> Iterator[TableSpec]:
        return (table for form in self.forms for table in form.tables if table.id == key)

    def _row(self, table: str, key: str) -> Row | None:
        return next((row for spec in self._specs(table) for row in spec.rows if row.key == key), None)


def labels(catalogue: Catalogue, language: str, edition: str | None) -> Labels:
    """Labels of the report's own edition; the other editions' stand in for keys that it does not know."""
    forms = sorted(catalogue.forms.values(), key=lambda form: (form.edition != edition, form.edition))
    return Labels(catalogue.messages, language, tuple(forms))


def _short(label: str) -> str:
    if len(label) <= LONGEST:
        return label
    cut = max(label.rfind(mark, 4, LONGEST) for mark in "（(，、")
    return label[: cut if cut > 0 else LONGEST] + "…"
