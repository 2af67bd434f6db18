"""What a check of one submission ends in; the fields and their order are those of the JSON contract."""

from typing import Literal

import msgspec

from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Finding

Status = Literal["pass", "fail", "incomplete", "unreadable"]


class PackUsed(msgspec.Struct, frozen=True):
    id: str
    version: str


class NoteShown(msgspec.Struct, frozen=True):
    code: str
    message: Text


class Failure(msgspec.Struct, frozen=True, omit_defaults=True):
    code: str  # not_a_report, encrypted, timeout, ...
    message: Text
    lines: tuple[Text, ...] = ()  # the same where there is room for several; the contract's JSON has no such field


class DocumentShown(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    title: str | None
    edition: str | None
    organ: str | None
    year: int | None
    language: str | None
    period: tuple[str, str] | None
    published: str | None
    signed: str | None
    pages: int | None
    notes: tuple[NoteShown, ...]


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """How much of the form was read and judged; `sections_found` counts the six statutory ones."""

    cells_expected: int
    cells_read: int  # state `number` only
    equations_expected: int
    equations_judged: int  # ended in pass or fail
    sections_found: int


class Counts(msgspec.Struct, frozen=True, kw_only=True, rename={"passed": "pass"}):
    passed: int = 0
    fail: int = 0
    open: int = 0
    review: int = 0
    not_applicable: int = 0
    error: int = 0
    waived: int = 0


class SubmissionResult(msgspec.Struct, frozen=True, kw_only=True):
    path: str
    sha256: str | None
    status: Status
    error: Failure | None
    packs: tuple[PackUsed, ...]
    document: DocumentShown | None
    coverage: Coverage | None
    counts: Counts | None
    findings: tuple[Finding, ...]
