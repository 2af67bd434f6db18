"""The reader of .docx: lxml over the parts of the package, no document library between."""

from disclosecheck.read.docx.reader import read_docx

__all__ = ["read_docx"]
