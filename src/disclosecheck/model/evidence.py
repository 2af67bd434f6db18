"""Where something stands, in the terms of the contract's `evidence` object."""

from typing import Literal

import msgspec

Source = Literal["report", "previous", "metrics", "records"]


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One place in a submission and what is printed there; the field order is that of the JSON."""

    source: Source = "report"
    file: str | None = None  # a ledger's or metrics file's path, else None
    sheet: str | None = None
    line: int | None = None  # 1-based row of a ledger or line of a metrics file
    section: int | None = None  # 1-6; None before section one and after section six
    table: str | None = None  # form keys: t3_requests, new_received, natural_person
    row: str | None = None
    column: str | None = None
    paragraph: int | None = None  # 1-based, non-empty paragraphs outside tables
    page: int | None = None  # 1-based; None for formats without pages
    quote: str | None = None  # the text as printed
    value: str | None = None  # canonical decimal form, or None where it is no number
