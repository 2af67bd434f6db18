"""A report's text as runs of signs, small enough to compare hundreds of reports with one another."""

import msgspec

from disclosecheck.model.evidence import Evidence


class SketchedPassage(msgspec.Struct, frozen=True):
    """A paragraph, and checksums of the runs that begin in it (unsigned 32 bit, in no order, each once)."""

    evidence: Evidence
    runs: bytes


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """What the comparison of one batch's reports needs of one of them, when its own pages are no longer at hand."""

    rule: str  # pack/rule that asks for the comparison
    path: str
    organ: str | None
    year: int | None
    passages: tuple[SketchedPassage, ...]
    fail_from: float  # percent of the shorter text
    review_from: float
    fewest: int  # runs below which nothing is compared
