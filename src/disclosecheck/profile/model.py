"""What a profile says."""

from typing import Literal

import msgspec


class LedgerFile(msgspec.Struct, frozen=True, kw_only=True):
    """`columns` are headings of the file by the column keys of the ledger's form."""

    name: str  # a form's id
    file: str
    sheet: str | None = None
    columns: dict[str, str] = {}
    closing: str | None = None


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """Paths are complete, dates ISO; None or empty where the profile says nothing."""

    path: str
    rules: tuple[str, ...] = ()
    metrics: str | None = None
    records: tuple[LedgerFile, ...] = ()
    previous: str | None = None
    organ: str | None = None
    year: int | None = None
    published: str | None = None
    closing: str | None = None
    workdays: str | None = None
    fail_on: Literal["error", "warning", "info", "never"] | None = None
    strict: bool | None = None
    lang: str | None = None
