"""Web pages: what content systems publish, what Word and WPS export, and single-file pages."""

from disclosecheck.model.document import Document, Note, Paragraph
from disclosecheck.model.errors import UnreadableError
from disclosecheck.read.dates import published_in
from disclosecheck.read.decode import declared_charset, decode
from disclosecheck.read.html.blocks import BlockReader
from disclosecheck.read.html.heading import title_above
from disclosecheck.read.html.main_text import MainText
from disclosecheck.read.html.metadata import Metadata
from disclosecheck.read.html.mhtml import page_of
from disclosecheck.read.html.page import Element, merge_inline, parse, text_of
from disclosecheck.read.source import Source

_OPENING = 1000  # characters at the beginning of the main text in which its own title would stand
_HEAD, _FOOT = 8, 4  # paragraphs at both ends that may state the day of publication
_SHORT = 160  # characters; longer ones are prose
_SMALL_IMAGE = 100  # pixels; icons and rules are smaller


def read_html(source: Source) -> Document:
    """The report on a page, without navigation, breadcrumbs, side columns and footers.

    Raises UnreadableError: encoding, page_too_deep, page_without_text.
    """
    return _read(source, declared_charset(source.data))


def read_mhtml(source: Source) -> Document:
    """As read_html, from a single-file web page; raises `mhtml_without_page` besides."""
    page, charset = page_of(source)
    return _read(page, charset or declared_charset(page.data))


def _read(source: Source, charset: str | None) -> Document:
    decoded = decode(source, charset)
    root = parse(decoded.text, source.path)
    metadata = Metadata(root)
    body = root.find("body")
    main = MainText(root if body is None else body)
    images = _pictures(main.element)
    reader = BlockReader(hiding="isplay" in decoded.text)
    _add_title(reader, main, metadata)
    changes = merge_inline(main.element)
    reader.read(main.element)
    if not reader.blocks:
        raise UnreadableError("page_without_text", path=source.path)
    return Document(
        path=source.path,
        sha256=source.sha256,
        format="html",
        blocks=tuple(reader.blocks),
        notes=(*decoded.notes, *changes, *reader.notes, *images),
        title=metadata.title,
        published=metadata.published or _printed_date(main, reader),
    )


def _add_title(reader: BlockReader, main: MainText, metadata: Metadata) -> None:
    """The title stands above the main text on most systems, and inside it on others."""
    title = title_above(main.above, metadata)
    if title and "".join(title[0].split()) not in "".join(text_of(main.element)[:_OPENING].split()):
        reader.add_paragraph(*title)


def _printed_date(main: MainText, reader: BlockReader) -> str | None:
    paragraphs = [block.text for block in reader.blocks if isinstance(block, Paragraph)]
    short = [text for text in (*paragraphs[:_HEAD], *paragraphs[_HEAD:][-_FOOT:]) if len(text) <= _SHORT]
    return published_in([*(text_of(element) for element in main.above), *short])


def _pictures(element: Element) -> tuple[Note, ...]:
    """Pictures may hold tables or text that no reader sees."""
    large = 0
    for image in element.iter("img"):
        if next(image.iterancestors("a"), None) is not None:
            continue
        sizes = [image.get(side, "") for side in ("width", "height")]
        large += not any(size.isdecimal() and int(size) < _SMALL_IMAGE for size in sizes)
    return (Note(code="pictures", params={"count": str(large)}),) if large else ()
