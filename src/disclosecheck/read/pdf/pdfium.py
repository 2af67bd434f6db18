"""The C functions of pdfium that reading needs, bound by hand.

pypdfium2's own bindings declare some 450 functions and cost 20 ms of start-up. The few below cost none, and take
handles as plain integers, which makes a call half as dear.
pdfium is not safe for threads: one process, one reading at a time. Calls that may take long let go of the interpreter's
lock (CFUNCTYPE), so that a watchdog can end one that hangs; the others keep it, for there are thousands of them.
"""

import ctypes
import os
import sys
from collections.abc import Callable
from ctypes import c_double, c_float, c_int, c_size_t, c_uint, c_ulong, c_void_p
from importlib.machinery import PathFinder
from typing import Any

# results of FPDF_GetLastError, fpdfview.h
ERROR_PASSWORD = 4
ERROR_SECURITY = 5
# FPDF_PAGEOBJ_*, fpdf_edit.h
TEXT_OBJECT = 1
PATH_OBJECT = 2
IMAGE_OBJECT = 3
SHADING_OBJECT = 4
FORM_OBJECT = 5
# FPDF_SEGMENT_*, fpdf_edit.h
LINE_TO = 0
BEZIER_TO = 1
MOVE_TO = 2
# FPDF_TEXTRENDERMODE_*, fpdf_edit.h: neither filled nor stroked
INVISIBLE_MODES = frozenset((3, 7))
# FPDF_ANNOT_*, fpdf_annot.h
FREE_TEXT = 3
MARKUP = (1, 9, 10, 11, 12, 14)  # note, highlight, underline, squiggly, strike-out, caret
WIDGET = 20
FLATTEN_FOR_DISPLAY = 0  # FLAT_NORMALDISPLAY, fpdf_flatten.h
FLATTENED = 1  # FLATTEN_SUCCESS

_LIBRARY_NAMES = {"win32": "pdfium.dll", "cygwin": "pdfium.dll", "darwin": "libpdfium.dylib"}


def _library() -> ctypes.CDLL:
    """The shared library inside pypdfium2's package; else whatever that package itself finds."""
    spec = PathFinder.find_spec("pypdfium2_raw")
    name = _LIBRARY_NAMES.get(sys.platform, "libpdfium.so")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = os.path.join(folder, name)  # noqa: PTH118  # pathlib would cost another 3 ms of start-up
        if os.path.exists(path):  # noqa: PTH110
            return ctypes.CDLL(path)
    from pypdfium2_raw import bindings  # a pdfium of the system

    library: ctypes.CDLL = bindings._libs["pdfium"]
    return library


_LIB = _library()


def _bind(name: str, result: "type[ctypes._SimpleCData[Any]] | None", *arguments: type) -> Callable[..., int]:
    return ctypes.PYFUNCTYPE(result, *arguments)((name, _LIB))


def _bind_long(name: str, result: "type[ctypes._SimpleCData[Any]] | None", *arguments: type) -> Callable[..., int]:
    return ctypes.CFUNCTYPE(result, *arguments)((name, _LIB))


initialise = _bind("FPDF_InitLibrary", None)
load_document = _bind_long("FPDF_LoadMemDocument64", c_void_p, c_void_p, c_size_t, c_void_p)
close_document = _bind_long("FPDF_CloseDocument", None, c_void_p)
last_error = _bind("FPDF_GetLastError", c_ulong)
count_pages = _bind("FPDF_GetPageCount", c_int, c_void_p)
load_page = _bind_long("FPDF_LoadPage", c_void_p, c_void_p, c_int)
close_page = _bind_long("FPDF_ClosePage", None, c_void_p)
page_box = _bind("FPDF_GetPageBoundingBox", c_int, c_void_p, c_void_p)

load_text = _bind_long("FPDFText_LoadPage", c_void_p, c_void_p)
close_text = _bind("FPDFText_ClosePage", None, c_void_p)
count_chars = _bind("FPDFText_CountChars", c_int, c_void_p)
get_text = _bind_long("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
char_code = _bind("FPDFText_GetUnicode", c_uint, c_void_p, c_int)
char_box = _bind("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, c_void_p)
char_unmapped = _bind("FPDFText_HasUnicodeMapError", c_int, c_void_p, c_int)
char_ink = _bind("FPDFText_GetCharBox", c_int, c_void_p, c_int, c_void_p, c_void_p, c_void_p, c_void_p)
char_matrix = _bind("FPDFText_GetMatrix", c_int, c_void_p, c_int, c_void_p)
char_angle: Callable[..., float] = _bind("FPDFText_GetCharAngle", c_float, c_void_p, c_int)
font_size: Callable[..., float] = _bind("FPDFText_GetFontSize", c_double, c_void_p, c_int)
char_object = _bind("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)

count_objects = _bind("FPDFPage_CountObjects", c_int, c_void_p)
get_object = _bind("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
form_count_objects = _bind("FPDFFormObj_CountObjects", c_int, c_void_p)
form_get_object = _bind("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)
object_type = _bind("FPDFPageObj_GetType", c_int, c_void_p)
object_bounds = _bind("FPDFPageObj_GetBounds", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
object_matrix = _bind("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
fill_colour = _bind("FPDFPageObj_GetFillColor", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
render_mode = _bind("FPDFTextObj_GetTextRenderMode", c_int, c_void_p)
text_font = _bind("FPDFTextObj_GetFont", c_void_p, c_void_p)
font_is_embedded = _bind("FPDFFont_GetIsEmbedded", c_int, c_void_p)
text_of_object = _bind("FPDFTextObj_GetText", c_ulong, c_void_p, c_void_p, c_void_p, c_ulong)
draw_mode = _bind("FPDFPath_GetDrawMode", c_int, c_void_p, c_void_p, c_void_p)
count_segments = _bind("FPDFPath_CountSegments", c_int, c_void_p)
get_segment = _bind("FPDFPath_GetPathSegment", c_void_p, c_void_p, c_int)
segment_point = _bind("FPDFPathSegment_GetPoint", c_int, c_void_p, c_void_p, c_void_p)
segment_type = _bind("FPDFPathSegment_GetType", c_int, c_void_p)
segment_closes = _bind("FPDFPathSegment_GetClose", c_int, c_void_p)

count_annotations = _bind("FPDFPage_GetAnnotCount", c_int, c_void_p)
get_annotation = _bind("FPDFPage_GetAnnot", c_void_p, c_void_p, c_int)
annotation_type = _bind("FPDFAnnot_GetSubtype", c_int, c_void_p)
close_annotation = _bind("FPDFPage_CloseAnnot", None, c_void_p)
flatten = _bind_long("FPDFPage_Flatten", c_int, c_void_p, c_int)

initialise()
