"""One file as a reader sees it: ordered paragraphs and tables, with nothing interpreted."""

from typing import Literal

import msgspec

Role = Literal["body", "footnote", "textbox", "contents"]  # contents: an entry of a table of contents
FileFormat = Literal["docx", "pdf", "html", "text"]


class Paragraph(msgspec.Struct, frozen=True, kw_only=True, tag="paragraph"):
    """A paragraph outside tables; blank ones are not kept."""

    text: str  # as seen: automatic numbering written out, tracked insertions in, deletions out
    number: int  # 1-based count over Document.blocks, the contract's `paragraph`
    page: int | None = None  # 1-based page on which it begins
    role: Role = "body"
    level: int | None = None  # outline level 1-9 where the file's markup says it is a heading
    numbering: str = ""  # the beginning of `text` that the file holds as automatic numbering only
    bold: bool = False  # the whole paragraph is bold
    centred: bool = False


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A cell at its upper left place in the grid; a merged cell is held once."""

    row: int  # 0-based
    column: int  # 0-based
    text: str  # paragraphs inside the cell joined with "\n"; "" when blank
    rowspan: int = 1
    colspan: int = 1
    page: int | None = None


class Table(msgspec.Struct, frozen=True, kw_only=True, tag="table"):
    """A rectangular grid; places that no cell covers are not there (not blank)."""

    number: int  # 1-based over the document, nested tables counted after their parent
    rows: int
    columns: int
    cells: tuple[Cell, ...]  # in reading order
    page: int | None = None  # page on which it begins
    parent: int | None = None  # number of the table it is nested in


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Something a reader noticed about the file; `code` names a message in the catalogue (`note.<code>`)."""

    code: str  # suffix_mismatch, tracked_changes, comments, hidden_text, image_pages, encoding_guessed, ...
    params: dict[str, str] = {}
    paragraph: int | None = None
    page: int | None = None
    quote: str | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A file as read. `blocks` is the body in reading order; running headers and footers are kept apart."""

    path: str  # as given by the user
    sha256: str
    format: FileFormat  # by content, whatever the suffix says
    blocks: tuple[Paragraph | Table, ...]
    margins: tuple[str, ...] = ()  # texts of running headers, footers and page numbers, each once
    notes: tuple[Note, ...] = ()
    pages: int | None = None
    title: str | None = None  # what the file's own metadata calls it (HTML <title>, ArticleTitle); not the body's title
    published: str | None = None  # ISO date of publication that a web page itself states

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))
