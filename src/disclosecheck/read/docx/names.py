"""Qualified names of the markup, in the transitional namespaces (strict ones are turned into these at parsing)."""

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"

# parts and blocks
DOCUMENT = _MAIN + "document"
BODY = _MAIN + "body"
P = _MAIN + "p"
TBL = _MAIN + "tbl"
SDT = _MAIN + "sdt"
SDT_PR = _MAIN + "sdtPr"
SDT_CONTENT = _MAIN + "sdtContent"
DOC_PART_GALLERY = _MAIN + "docPartGallery"
CUSTOM_XML = _MAIN + "customXml"
ALT_CHUNK = _MAIN + "altChunk"
ALTERNATE = _COMPATIBILITY + "AlternateContent"
CHOICE = _COMPATIBILITY + "Choice"
FALLBACK = _COMPATIBILITY + "Fallback"

# properties of paragraphs and runs
P_PR = _MAIN + "pPr"
R_PR = _MAIN + "rPr"
P_STYLE = _MAIN + "pStyle"
R_STYLE = _MAIN + "rStyle"
NUM_PR = _MAIN + "numPr"
NUM_ID = _MAIN + "numId"
ILVL = _MAIN + "ilvl"
OUTLINE_LEVEL = _MAIN + "outlineLvl"
JC = _MAIN + "jc"
B = _MAIN + "b"
VANISH = _MAIN + "vanish"
WEB_HIDDEN = _MAIN + "webHidden"
R_FONTS = _MAIN + "rFonts"

# inside a paragraph
R = _MAIN + "r"
HYPERLINK = _MAIN + "hyperlink"
SMART_TAG = _MAIN + "smartTag"
FIELD_SIMPLE = _MAIN + "fldSimple"
DIR = _MAIN + "dir"
BDO = _MAIN + "bdo"
O_MATH = _MATH + "oMath"
O_MATH_PARA = _MATH + "oMathPara"
MATH_TEXT = _MATH + "t"

# inside a run
T = _MAIN + "t"
TAB = _MAIN + "tab"
P_TAB = _MAIN + "ptab"
BR = _MAIN + "br"
CR = _MAIN + "cr"
NO_BREAK_HYPHEN = _MAIN + "noBreakHyphen"
SYM = _MAIN + "sym"
FIELD_CHAR = _MAIN + "fldChar"
FIELD_CODE = _MAIN + "instrText"
FOOTNOTE_REFERENCE = _MAIN + "footnoteReference"
ENDNOTE_REFERENCE = _MAIN + "endnoteReference"
COMMENT_REFERENCE = _MAIN + "commentReference"
RUBY = _MAIN + "ruby"
RUBY_BASE = _MAIN + "rubyBase"
DRAWING = _MAIN + "drawing"
PICT = _MAIN + "pict"
OBJECT = _MAIN + "object"
DELETED_TEXT = _MAIN + "delText"

# inside a drawing
TEXT_BOX = _MAIN + "txbxContent"
WORD_ART = _VML + "textpath"
PICTURES = frozenset(
    (
        _DRAWING + "blip",
        _VML + "imagedata",
        _CHART + "chart",
        _DIAGRAM + "relIds",
        _OFFICE + "OLEObject",
    )
)

# tracked changes
INS = _MAIN + "ins"
DEL = _MAIN + "del"
MOVE_TO = _MAIN + "moveTo"
MOVE_FROM = _MAIN + "moveFrom"
CELL_INS = _MAIN + "cellIns"
CELL_DEL = _MAIN + "cellDel"
CELL_MERGE = _MAIN + "cellMerge"
FORMAT_CHANGES = tuple(
    _MAIN + name
    for name in (
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tblGridChange",
        "tblPrExChange",
        "trPrChange",
        "tcPrChange",
        "numberingChange",
    )
)

# tables
TBL_GRID = _MAIN + "tblGrid"
GRID_COL = _MAIN + "gridCol"
TR = _MAIN + "tr"
TR_PR = _MAIN + "trPr"
TC = _MAIN + "tc"
TC_PR = _MAIN + "tcPr"
GRID_BEFORE = _MAIN + "gridBefore"
GRID_SPAN = _MAIN + "gridSpan"
V_MERGE = _MAIN + "vMerge"
H_MERGE = _MAIN + "hMerge"
HIDDEN = _MAIN + "hidden"

# styles and numbering
STYLE = _MAIN + "style"
NAME = _MAIN + "name"
BASED_ON = _MAIN + "basedOn"
ABSTRACT_NUM = _MAIN + "abstractNum"
NUM = _MAIN + "num"
LVL = _MAIN + "lvl"
LVL_OVERRIDE = _MAIN + "lvlOverride"
START_OVERRIDE = _MAIN + "startOverride"
START = _MAIN + "start"
NUM_FMT = _MAIN + "numFmt"
LVL_TEXT = _MAIN + "lvlText"
LVL_RESTART = _MAIN + "lvlRestart"
SUFF = _MAIN + "suff"
IS_LEGAL = _MAIN + "isLgl"
ABSTRACT_NUM_ID = _MAIN + "abstractNumId"
NUM_STYLE_LINK = _MAIN + "numStyleLink"

# notes
FOOTNOTE = _MAIN + "footnote"
ENDNOTE = _MAIN + "endnote"
COMMENT = _MAIN + "comment"

# attributes
VAL = _MAIN + "val"
W = _MAIN + "w"
ID = _MAIN + "id"
STYLE_ID = _MAIN + "styleId"
TYPE = _MAIN + "type"
DEFAULT = _MAIN + "default"
FONT = _MAIN + "font"
CHAR = _MAIN + "char"
ASCII_FONT = _MAIN + "ascii"
FIELD_CHAR_TYPE = _MAIN + "fldCharType"
INSTR = _MAIN + "instr"
A_ILVL = _MAIN + "ilvl"
A_NUM_ID = _MAIN + "numId"
A_ABSTRACT_NUM_ID = _MAIN + "abstractNumId"
A_V_MERGE = _MAIN + "vMerge"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# document properties
DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"

OFF = frozenset(("0", "false", "off"))  # ST_OnOff, ECMA-376 part 1, 22.9.2.7
