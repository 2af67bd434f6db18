"""Facts stated in a report's running text."""

from disclosecheck.model.document import Document
from disclosecheck.model.fact import Fact, Identity, Section, Unmatched
from disclosecheck.model.phrasing import Phrasings


def find_figures(
    document: Document, sections: tuple[Section, ...], identity: Identity, phrasings: Phrasings
) -> tuple[tuple[Fact, ...], tuple[Unmatched, ...]]:
    """Every figure that the prose states, and the statements with a number that became none."""
    raise NotImplementedError
