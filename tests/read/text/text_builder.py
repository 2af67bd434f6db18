"""Pasted texts, and what a test asks about the Document they become."""

import hashlib

from disclosecheck.model.document import Document, Paragraph
from disclosecheck.read.source import Source
from disclosecheck.read.text import read_text


def read(text: str) -> Document:
    data = text.encode()
    return read_text(Source("report.txt", data, hashlib.sha256(data).hexdigest()))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]
