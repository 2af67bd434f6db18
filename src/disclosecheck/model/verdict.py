"""A kind's answer to a rule, and the finding the engine makes of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.model.evidence import Evidence
from disclosecheck.model.rule import Severity, Text

Outcome = Literal["pass", "fail", "open", "review", "not_applicable", "error"]


class Message(msgspec.Struct, frozen=True):
    """A text of the catalogue and what fills its braces; values may be Message or Text to be rendered in turn."""

    key: str  # equation.unequal
    params: dict[str, str | Text | Message | tuple[str | Text | Message, ...]] = {}


class Balance(msgspec.Struct, frozen=True):
    """A judged sum as the arithmetic of blame needs it: sum(coefficient x cell) should be 0 and is `residual`."""

    terms: tuple[tuple[int, str], ...]  # (coefficient, cell address)
    residual: Decimal
    stated: bool = False  # one side is a figure in prose, not a cell: it supports a suspicion, never raises one


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What a kind says of one subject. It knows no rule id, severity, file or screen."""

    outcome: Outcome
    message: Message
    expected: str | None = None
    actual: str | None = None
    evidence: tuple[Evidence, ...] = ()
    balance: Balance | None = None  # for sums of cells only
    cells: tuple[str, ...] = ()  # addresses this verdict is about, for blame
    absent: tuple[str, ...] = ()  # addresses (and `section.3`) it misses; the first finding to name them owns the gap
    explains: tuple[tuple[tuple[int, str], ...], ...] = ()  # terms of failed sums that it says the reason of
    doubts: tuple[str, ...] = ()  # what a failure says is wrong in the text: stated.review_cases.8
    suspects: tuple[str, ...] = ()  # what would explain a failure if another one doubts it
    cause: str | None = None  # failures that share a cause are one defect: reads the text as includes_carried_in ...


class Waived(msgspec.Struct, frozen=True):
    reason: str
    by: str
    until: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A rule with a verdict; the fields and their order are those of the JSON."""

    rule: str  # pack/rule
    title: Text
    outcome: Outcome
    severity: Severity
    required: bool
    error_type: str | None
    message: Text
    basis: str
    expected: str | None
    actual: str | None
    evidence: tuple[Evidence, ...]
    fix: Text | None
    because_of: str | None = None
    waived: Waived | None = None
