"""A .pdf into a Document: pages read one by one, then joined."""

from disclosecheck.model.document import Document, Note
from disclosecheck.model.errors import UnreadableError
from disclosecheck.read.pdf import pdfium
from disclosecheck.read.pdf.annotations import Annotations
from disclosecheck.read.pdf.assemble import assemble
from disclosecheck.read.pdf.layout import PageReading, read_page
from disclosecheck.read.pdf.page_text import PageText
from disclosecheck.read.source import Source

MOST_PAGES = 1000  # an annual report has 5 to 40
_AT_ONCE = 8  # pages open at once
_QUOTE = 40  # characters of a text that is quoted in a note


def read_pdf(source: Source) -> Document:
    """Read a PDF that holds text.

    Raises UnreadableError: encrypted, truncated, damaged_pdf, damaged_page, empty_pdf, too_many_pages, scanned,
    unmapped_text.
    """
    document = _open(source)
    annotations = Annotations()
    try:
        count = _page_count(document, source)
        readings: list[PageReading] = []
        for start in range(0, count, _AT_ONCE):
            with _Pages(document, range(start, min(start + _AT_ONCE, count)), source, annotations) as pages:
                readings += [read_page(page, text, number) for page, text, number in pages]
    finally:
        pdfium.close_document(document)
    _demand_text(readings, source)
    notes = (*_notes(readings), *annotations.notes())
    aslant = [text for reading in readings for text in reading.aslant]
    return assemble(source, [reading.layout for reading in readings], notes, aslant)


def _open(source: Source) -> int:
    """pdfium's handle; the source's bytes must outlive it."""
    document = pdfium.load_document(source.data, len(source.data), None)
    if document:
        if _is_truncated(source.data):
            pdfium.close_document(document)
            raise UnreadableError("truncated", path=source.path)
        return document
    if pdfium.last_error() in (pdfium.ERROR_PASSWORD, pdfium.ERROR_SECURITY):
        raise UnreadableError("encrypted", path=source.path)
    raise UnreadableError("truncated" if _is_truncated(source.data) else "damaged_pdf", path=source.path)


def _is_truncated(data: bytes) -> bool:
    """Whether the file ends before its end: after its last object, no word of where its directory begins.

    pdfium rebuilds a lost directory and so opens a file whose last pages are missing.
    """
    return data.find(b"startxref", max(data.rfind(b"endobj"), 0)) < 0


def _page_count(document: int, source: Source) -> int:
    count = pdfium.count_pages(document)
    if count < 1:
        raise UnreadableError("empty_pdf", path=source.path)
    if count > MOST_PAGES:
        raise UnreadableError("too_many_pages", path=source.path, pages=str(count), limit=str(MOST_PAGES))
    return count


class _Pages:
    """Some pages, open at once: Python's part runs faster when pdfium's is not in between."""

    def __init__(self, document: int, indexes: range, source: Source, annotations: Annotations) -> None:
        self._document, self._indexes, self._source, self._annotations = document, indexes, source, annotations
        self._open: list[tuple[int, PageText, int]] = []

    def __enter__(self) -> list[tuple[int, PageText, int]]:
        """pdfium's page, its text and its number."""
        try:
            for index in self._indexes:
                page = self._load(index)
                self._open.append((page, PageText(page), index + 1))
        except BaseException:
            self.__exit__()
            raise
        return self._open

    def _load(self, index: int) -> int:
        page = pdfium.load_page(self._document, index)
        if page and self._annotations.belong_to_text(page, index + 1):
            pdfium.close_page(page)
            page = pdfium.load_page(self._document, index)
        if not page:
            raise UnreadableError("damaged_page", path=self._source.path, page=str(index + 1))
        return page

    def __exit__(self, *_: object) -> None:
        for page, text, _number in self._open:
            text.close()
            pdfium.close_page(page)


def _demand_text(readings: list[PageReading], source: Source) -> None:
    """Raise UnreadableError unless there is text that can be read."""
    pictures = [reading.layout.number for reading in readings if reading.is_picture]
    written = [reading for reading in readings if reading.characters and not reading.is_picture]
    if not written:
        code = "scanned" if pictures else "empty_pdf"
        raise UnreadableError(code, path=source.path, pages=page_ranges(pictures))
    unmapped = sum(reading.unmapped for reading in readings)
    if 4 * unmapped > sum(reading.characters for reading in readings):
        raise UnreadableError("unmapped_text", path=source.path)


def _notes(readings: list[PageReading]) -> list[Note]:
    """What was noticed: pictures, hidden text, characters that the file or this machine cannot tell."""
    notes = [
        *_note_on_pages("image_pages", [reading for reading in readings if reading.is_picture]),
        *_note_on_pages("large_pictures", [r for r in readings if r.has_large_picture and not r.is_picture]),
        *_note_on_pages("typeface_missing", [reading for reading in readings if reading.lacks_typeface]),
    ]
    hidden = [reading for reading in readings if reading.hidden and not reading.is_picture]  # a scan may be searchable
    if hidden:
        quote = " ".join(hidden[0].hidden)[:_QUOTE]
        params = {"count": str(sum(len(reading.hidden) for reading in hidden))}
        notes.append(Note(code="hidden_text", params=params, page=hidden[0].layout.number, quote=quote))
    unmapped = [reading for reading in readings if reading.unmapped]
    count = str(sum(reading.unmapped for reading in unmapped))
    return notes + _note_on_pages("unmapped_characters", unmapped, count=count)


def _note_on_pages(code: str, readings: list[PageReading], **params: str) -> list[Note]:
    pages = [reading.layout.number for reading in readings]
    return [Note(code=code, params={**params, "pages": page_ranges(pages)}, page=pages[0])] if pages else []


def page_ranges(pages: list[int]) -> str:
    """1-3, 7: ascending page numbers in short."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
