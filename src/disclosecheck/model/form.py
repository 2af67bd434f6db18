"""An edition of the official report form: sections, tables, rows and columns. Data, from `rules/forms/`."""

from typing import Literal

import msgspec

Edition = Literal["2019", "2021"]
CellType = Literal["int", "signed_int", "decimal"]


class SectionSpec(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One statutory section and every wording its heading is met in."""

    number: int  # 1-6
    key: str  # overview, proactive_disclosure, requests, review_litigation, problems_improvements, other_matters
    title: str  # official title, without numeral
    aliases: tuple[str, ...] = ()
    deprecated_aliases: tuple[str, ...] = ()
    english_aliases: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()  # all of which a heading of the right rank holds that is none of these wordings
    tables: tuple[str, ...] = ()  # ids of the tables that stand in it


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    key: str
    label: str
    aliases: tuple[str, ...] = ()
    type: CellType = "int"
    unit: str = ""
    group: str | None = None  # label of the header cell above (法人或其他组织; 行政诉讼/未经复议直接起诉)
    group_key: str | None = None  # organisations; review, litigation_direct, litigation_after_review
    derived: bool = False  # a total of others
    optional: bool = False  # not of the official form, but known (小计)


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    key: str
    label: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    leaf: bool = False  # a result that adds up into results_total
    derived: bool = False
    header_only: bool = False  # a side heading that holds no numbers
    optional: bool = False


class TableSpec(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A statutory table. Table 4 has no rows in the form: its one row of numbers has the row key None."""

    id: str  # t2_art20_1, ..., t3_requests, t4_review_litigation
    section: int
    caption: str = ""
    caption_aliases: tuple[str, ...] = ()
    fixed_texts: tuple[str, ...] = ()  # other texts of its header: corner, note, super-heading
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()


class Form(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An edition whole. `fingerprint` are labels that only this edition prints."""

    edition: Edition
    document_number: str  # 国办公开办函〔2021〕30号
    first_year: int
    last_year: int | None
    sections: tuple[SectionSpec, ...]
    tables: tuple[TableSpec, ...]
    fingerprint: tuple[str, ...]

    def addresses(self) -> tuple[str, ...]:
        """Every cell of the form that holds a number, in form order (200 in edition 2021, 198 in 2019)."""
        return tuple(
            address(table.id, row.key if row else None, column.key)
            for table in self.tables
            for row in (tuple(r for r in table.rows if not (r.header_only or r.optional)) or (None,))
            for column in table.columns
            if not column.optional
        )


def address(table: str, row: str | None, column: str) -> str:
    """The name of a cell: `t3_requests.new_received.total`; table 4 has no row: `t4_review_litigation.review_total`."""
    return f"{table}.{row}.{column}" if row else f"{table}.{column}"
