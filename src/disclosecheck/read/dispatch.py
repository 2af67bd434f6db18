"""A path to a Document: bytes read once, the kind decided by content, and only the reader that is needed imported."""

# The path of a plain check is not to import pathlib (2 ms).
# ruff: noqa: PTH116, PTH122, PTH123
import os
import stat

import msgspec

from disclosecheck.model.document import Document, Note
from disclosecheck.model.errors import UnreadableError
from disclosecheck.read.sniff import READABLE, sniff
from disclosecheck.read.source import Source, sha256_of

LARGEST = 200 * 1024 * 1024  # bytes; the largest scanned report we met has a tenth of it
_SUFFIXES = {
    "docx": (".docx", ".docm", ".dotx"),
    "pdf": (".pdf",),
    "html": (".html", ".htm", ".xhtml", ".shtml"),
    "mhtml": (".mht", ".mhtml"),
    "text": (".txt", ".md", ".markdown", ".text"),
}


def read_document(path: str) -> Document:
    """Read one submission, whatever its suffix says.

    Raises UnreadableError with a code that says what to do: not_found, legacy_doc, encrypted, encoding ...
    """
    source = read_source(path)
    suffix = os.path.splitext(path)[1].lower().rstrip(".")
    kind = sniff(source.data, suffix)
    if kind not in READABLE:
        raise UnreadableError(kind, path=path)
    document = _read(source, kind)
    if suffix and suffix not in _SUFFIXES[kind]:
        note = Note(code="suffix_mismatch", params={"suffix": suffix, "format": kind})
        document = msgspec.structs.replace(document, notes=(note, *document.notes))
    return document


def read_source(path: str) -> Source:
    """The file's bytes with their sha256.

    Raises UnreadableError: not_found, is_folder, not_a_file, permission, cannot_open, empty_file, too_large.
    """
    try:
        info = os.stat(path)
        if stat.S_ISDIR(info.st_mode):
            raise UnreadableError("is_folder" if os.access(path, os.R_OK | os.X_OK) else "permission", path=path)
        if not stat.S_ISREG(info.st_mode):
            raise UnreadableError("not_a_file", path=path)
        if info.st_size > LARGEST:
            sizes = {"size": str(info.st_size >> 20), "limit": str(LARGEST >> 20)}
            raise UnreadableError("too_large", path=path, **sizes)
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableError("not_found", path=path) from error
    except PermissionError as error:
        raise UnreadableError("permission", path=path) from error
    except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
        raise UnreadableError(
            "cannot_open", path=path, detail=getattr(error, "strerror", None) or str(error)
        ) from error
    if not data:
        raise UnreadableError("empty_file", path=path)
    return Source(path, data, sha256_of(data))


def _read(source: Source, kind: str) -> Document:
    if kind == "docx":
        from disclosecheck.read.docx import read_docx

        return read_docx(source)
    if kind == "pdf":
        from disclosecheck.read.pdf import read_pdf

        return read_pdf(source)
    if kind == "text":
        from disclosecheck.read.text import read_text

        return read_text(source)
    from disclosecheck.read.html import read_html, read_mhtml

    return read_mhtml(source) if kind == "mhtml" else read_html(source)
