"""Annotations: those that are part of what the page says, and those of reviewers."""

from disclosecheck.model.document import Note
from disclosecheck.read.pdf import pdfium


class Annotations:
    """Finds form fields and typed-on text, which stand on the printed page, and counts reviewers' marks."""

    def __init__(self) -> None:
        self._marks = 0
        self._first_page: int | None = None

    def belong_to_text(self, page: int, number: int) -> bool:
        """Make fields and typed-on text part of the page's content; True when the page must be loaded anew."""
        kinds = [self._kind(page, index) for index in range(max(pdfium.count_annotations(page), 0))]
        marks = sum(kind in pdfium.MARKUP for kind in kinds)
        if marks:
            self._marks += marks
            self._first_page = self._first_page or number
        if not any(kind in (pdfium.FREE_TEXT, pdfium.WIDGET) for kind in kinds):
            return False
        return bool(pdfium.flatten(page, pdfium.FLATTEN_FOR_DISPLAY) == pdfium.FLATTENED)

    @staticmethod
    def _kind(page: int, index: int) -> int:
        annotation = pdfium.get_annotation(page, index)
        if not annotation:
            return 0
        kind = pdfium.annotation_type(annotation)
        pdfium.close_annotation(annotation)
        return kind

    def notes(self) -> list[Note]:
        if not self._marks:
            return []
        return [Note(code="comments", params={"count": str(self._marks)}, page=self._first_page)]
