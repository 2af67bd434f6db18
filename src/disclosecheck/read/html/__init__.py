"""Web pages to a Document, with lxml."""

from disclosecheck.read.html.reader import read_html, read_mhtml

__all__ = ["read_html", "read_mhtml"]
