"""A form's labels by their bare wording: rows, columns, groups of columns and captions."""

from disclosecheck.extract.fold import bare, is_slip, letters
from disclosecheck.model.form import Column, Form, Row, TableSpec

_SHORTEST_CUT = 4  # signs by which a label that is cut off is still known
_SHORTEST_COLUMN = 3  # signs of a column's label that is known with a slip: 自然人
_MOST_KEPT = 2000  # wordings that are no label of the form, as met in the documents of one process


class TableLabels:
    """The labels of one statutory table."""

    def __init__(self, spec: TableSpec) -> None:
        self.spec = spec
        self.rows: dict[str, Row] = {}
        self.columns: dict[str, list[Column]] = {}  # table 4 has each label three times
        self.groups: dict[str, str] = {}  # wording of a header cell above columns: group key
        for row in spec.rows:
            for wording in (row.label, *row.aliases):
                self.rows.setdefault(bare(wording), row)
        for column in spec.columns:
            for wording in dict.fromkeys(bare(text) for text in (column.label, *column.aliases)):
                self.columns.setdefault(wording, []).append(column)
            if column.group and column.group_key:
                self.groups[letters(column.group.rpartition("/")[2])] = column.group_key
        self._rows_met: dict[str, Row | None] = {}
        self._columns_met: dict[str, list[Column]] = {}
        self.fixed = frozenset(bare(text) for text in spec.fixed_texts)
        self.captions = frozenset(bare(text) for text in (spec.caption, *spec.caption_aliases) if text)

    def row(self, wording: str) -> Row | None:
        """The row of a bare wording: exact, cut off, or with a slip of the pen; None when two rows would do."""
        if found := self.rows.get(wording):
            return found
        if not wording or wording.isascii():
            return None
        if wording not in self._rows_met:
            if len(self._rows_met) >= _MOST_KEPT:
                self._rows_met.clear()
            self._rows_met[wording] = self._nearest_row(wording)
        return self._rows_met[wording]

    def _nearest_row(self, wording: str) -> Row | None:
        if len(wording) >= _SHORTEST_CUT:
            cut = {row.key: row for known, row in self.rows.items() if known.startswith(wording)}
            if len(cut) == 1:
                return next(iter(cut.values()))
        close = {row.key: row for known, row in self.rows.items() if is_slip(wording, known)}
        return next(iter(close.values())) if len(close) == 1 else None

    def near_columns(self, wording: str) -> list[Column]:
        """The columns of a bare wording, exact or with a slip of the pen; several in table 4, which has each thrice."""
        if found := self.columns.get(wording):
            return found
        if not wording or wording.isascii():
            return []
        if wording not in self._columns_met:
            if len(self._columns_met) >= _MOST_KEPT:
                self._columns_met.clear()
            self._columns_met[wording] = self._nearest_columns(wording)
        return self._columns_met[wording]

    def _nearest_columns(self, wording: str) -> list[Column]:
        close = [columns for known, columns in self.columns.items() if is_slip(wording, known, _SHORTEST_COLUMN)]
        return close[0] if close and all(columns == close[0] for columns in close) else []


class FormLabels:
    """The labels of one edition, table by table."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.tables = {spec.id: TableLabels(spec) for spec in form.tables}
        self.captions = {caption: table for table, labels in self.tables.items() for caption in labels.captions}
        self.row_tables: dict[str, str] = {}  # bare wording of a row: the table it stands in
        for table, labels in self.tables.items():
            for wording in labels.rows:
                self.row_tables.setdefault(wording, table)
        self.column_wordings = frozenset(
            wording for labels in self.tables.values() for wording in (*labels.columns, *labels.groups)
        )
        self.lexicons: dict[tuple[str, ...], object] = {}  # see hits.lexicon_of
        self.fixed = frozenset(bare(text) for spec in form.tables for text in spec.fixed_texts)
        self.fingerprint = frozenset(_fingerprint(form))


def _fingerprint(form: Form) -> set[str]:
    """Bare wordings that only this edition prints, the aliases of their rows and columns included."""
    marks = {bare(label) for label in form.fingerprint}
    for table in form.tables:
        wordings = [(row.label, row.aliases) for row in table.rows]
        wordings += [(column.label, column.aliases) for column in table.columns]
        for label, aliases in wordings:
            if bare(label) in marks:
                marks |= {bare(alias) for alias in aliases}
    return marks
