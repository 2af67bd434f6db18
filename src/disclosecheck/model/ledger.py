"""Tables of single cases handed in beside a report: consultations, requests, policy documents, meetings.

A ledger is held by columns, for it may have a million rows; one entry a row in each of them.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from disclosecheck.model.rule import Text

ColumnType = Literal["date", "text", "choice", "choices", "yes_no", "number"]

BLANK = 0  # a date or choice that is not filled in
UNREADABLE = -1  # filled in with something that is none; a Flaw says what
NO_NUMBER = "?"  # the same of a number


class Choice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the values that a column may hold."""

    key: str  # online_consultation
    title: Text
    aliases: tuple[str, ...] = ()


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    key: str  # received
    title: Text  # heads the column in the form that we write
    type: ColumnType
    aliases: tuple[str, ...] = ()  # other usual headings
    weak: tuple[str, ...] = ()  # headings that mean it only where no column bears a surer one: 日期, 办结时间
    choices: tuple[Choice, ...] = ()
    needed: bool = False  # a ledger without this column cannot be judged
    filled: bool = False  # each row must state it
    help: Text | None = None  # how it is filled in


class LedgerForm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a ledger of a kind looks like. Data, from `rules/ledgers/`."""

    id: str  # replies: as in --records replies=FILE
    title: Text
    aliases: tuple[str, ...] = ()  # other names for --records and for sheets
    columns: tuple[Column, ...]
    source: str | None = None  # the text that asks for such figures
    passed_over: tuple[str, ...] = ()  # headings of columns that are usual and of no use here: 备注

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)


class Flaw(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a ledger that could not be read or cannot be true; among `notes`, something only worth saying."""

    code: str  # of rules/messages/ledger.yaml: ledger.no_date, ledger.answer_before_question
    line: int | None = None  # 1-based row of the sheet or file; None: of the ledger as a whole
    column: str | None = None  # key
    text: str | None = None  # as it stands there
    params: Mapping[str, str | tuple[str, ...]] = {}  # what fills the message besides {text} and {column}
    sheet: str | None = None


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of the file that are no cases, or cannot be read as one."""

    code: str  # of rules/messages/ledger.yaml: ledger.left_totals, ledger.left_empty, ledger.left_shifted
    lines: Sequence[int]
    sheet: str | None = None


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """One ledger as read. Totals rows and empty rows are not among its rows."""

    form: LedgerForm
    file: str
    sheet: str | None = None  # the first, where its rows stand in several
    lines: Sequence[int]  # 1-based row of the sheet or file, one a case
    columns: dict[str, Sequence[int] | Sequence[str]]
    # By column key, only columns that the file has. Dates as proleptic ordinals (date.toordinal), choices and yes_no
    # (no: 1, yes: 2) as 1-based index into Column.choices, `choices` as a bit set of them (the first: 1), numbers (in
    # plain decimal form) and texts as str; BLANK or "" where nothing stands, UNREADABLE or NO_NUMBER where it could not
    # be read.
    headings: dict[str, str] = {}  # by column key, as printed
    flaws: tuple[Flaw, ...] = ()
    notes: tuple[Flaw, ...] = ()  # how it was read; nothing is wrong
    left_out: tuple[LeftOut, ...] = ()  # with `lines`, all rows of the file
    parts: tuple[tuple[int, str], ...] = ()  # sheets that are joined: index of the first row of each, and its name
    closing: int | None = None  # ordinal of the day on which the ledger was closed

    def sheet_of(self, row: int) -> str | None:
        """The sheet in which the row of that index stands."""
        found = self.sheet
        for first, sheet in self.parts:
            if first <= row:
                found = sheet
        return found
