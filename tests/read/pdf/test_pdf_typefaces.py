"""A typeface that is neither in the file nor on the machine must not take characters away in silence."""

import subprocess
import sys
from pathlib import Path

import pytest
from pdf_builder import Sheet, read

from disclosecheck.read.pdf import read_pdf

# pdfium as it starts on a machine without typefaces: its list of folders to look in is empty.
_WITHOUT_TYPEFACES = """
import ctypes, importlib.util, pathlib, sys
folder = pathlib.Path(importlib.util.find_spec("pypdfium2_raw").submodule_search_locations[0])
library = ctypes.CDLL(str(next(path for path in folder.iterdir() if "pdfium." in path.name)))
class Config(ctypes.Structure):
    _fields_ = [("version", ctypes.c_int), ("folders", ctypes.c_void_p), ("rest", ctypes.c_void_p * 6)]
folders = (ctypes.c_char_p * 1)(None)
library.FPDF_InitLibraryWithConfig(ctypes.byref(Config(2, ctypes.cast(folders, ctypes.c_void_p))))
from disclosecheck.read.pdf import read_pdf
from disclosecheck.read.source import Source
document = read_pdf(Source("report.pdf", pathlib.Path(sys.argv[1]).read_bytes(), ""))
print([(note.code, note.params["pages"]) for note in document.notes])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pdfium asks the system for typefaces")
def test_noted_on_a_machine_without_typefaces() -> None:
    path = Path(__file__).parent / "fixtures" / "reportlab.pdf"
    command = [sys.executable, "-c", _WITHOUT_TYPEFACES, str(path)]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.startswith(
        "[('typeface_missing', '1-"
    )


def test_not_noted_where_the_file_brings_its_own() -> None:
    assert read(read_pdf, Sheet().text(100, 100, "一、总体情况").text(100, 200, "人")).notes == ()
