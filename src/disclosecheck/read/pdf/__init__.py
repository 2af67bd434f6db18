"""The reader of .pdf: characters and rulings by pdfium, tables from the grid that the rulings make."""

from disclosecheck.read.pdf.reader import read_pdf

__all__ = ["read_pdf"]
