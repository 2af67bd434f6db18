"""Exports .pdf through LibreOffice."""

import ctypes
import shutil
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from making.content import Content
from making.source import Pdf
from making.word import write_docx


def write_pdf(content: Content, how: Pdf) -> bytes:
    """Raises FileNotFoundError where LibreOffice is not installed, CalledProcessError where it fails."""
    office = shutil.which("soffice")
    if office is None:
        raise FileNotFoundError("soffice (LibreOffice) is needed to export .pdf")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "report.docx")
        source.write_bytes(write_docx(content, how.docx))
        profile = Path(folder, "profile").as_uri()
        command = [office, "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
        exported = source.with_suffix(".pdf")
        if how.rotate:
            _turn(exported, how.rotate)
        return exported.read_bytes()


def _turn(path: Path, degrees: int) -> None:
    """Lay the pages down and give them a /Rotate that sets them upright again, as some printer drivers do."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    for index in range(len(document)):
        page = document[index]
        width, height = page.get_size()
        back = (0, 1, -1, 0, height, 0) if degrees == 90 else (0, -1, 1, 0, 0, width)
        matrix = pdfium.FS_MATRIX(*back)
        clip = pdfium.FS_RECTF(0, width, height, 0)
        pdfium.FPDFPage_TransFormWithClip(page.raw, ctypes.byref(matrix), ctypes.byref(clip))
        page.set_mediabox(0, 0, height, width)
        page.set_cropbox(0, 0, height, width)
        page.set_rotation(degrees)
        page.close()
    document.save(str(path))
    document.close()
