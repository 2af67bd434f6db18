"""What a file is, by its bytes; the suffix decides only between kinds that share their bytes."""

from disclosecheck.read.decode import utf16_order

READABLE = ("docx", "pdf", "html", "mhtml", "text")

_MAGIC = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image_file"),
    (b"\xff\xd8\xff", "image_file"),
    (b"GIF8", "image_file"),
    (b"BM", "bitmap"),
    (b"II*\x00", "image_file"),
    (b"MM\x00*", "image_file"),
    (b"RIFF", "riff"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
)
# Names of the streams by which an OLE compound file shows what it is (MS-CFB; [MS-DOC] 2.1, [MS-XLS] 2.1, [MS-PPT] 2.1,
# [MS-OFFCRYPTO] 1.3.2: a .docx with a password is a compound file too).
_STREAMS = {
    "WordDocument": "legacy_doc",
    "EncryptedPackage": "encrypted",
    "Workbook": "spreadsheet",
    "Book": "spreadsheet",
    "PowerPoint Document": "presentation",
    "MatOST": "wps",  # Microsoft Works, whose suffix WPS Writer shares
}
# Parts by which a zip package shows what it is (ECMA-376; GB/T 33190 for OFD; ODF 1.3 part 2 for content.xml).
_PARTS = (
    ("word/", "docx"),
    ("xl/", "spreadsheet"),
    ("ppt/", "presentation"),
    ("OFD.xml", "ofd"),
    ("content.xml", "opendocument"),
    ("[Content_Types].xml", "docx"),
)
_HTML_STARTS = tuple(
    f"<{name}".encode()
    for name in (
        "!doctype html", "!--", "![", "html", "head", "body", "meta", "title", "link", "style", "script", "base", "p",
        "div", "table", "tbody", "tr", "td", "span", "font", "center", "section", "article", "main", "ul", "ol", "h1",
        "h2", "h3", "h4", "b", "strong", "br", "img", "a",
    )
)  # fmt: skip
_HTML_INSIDE = (b"</p>", b"</div>", b"</td>", b"</span>", b"<br")
_TEXT_CONTROLS = bytes(range(9)) + bytes(range(14, 26)) + bytes(range(28, 32))


def sniff(data: bytes, suffix: str) -> str:
    """One of READABLE, or the code of the error that tells what to do: legacy_doc, archive, unknown_type ...

    `suffix` is in lower case with its dot, or "".
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound_kind(data, suffix)
    for magic, kind in _MAGIC:
        if data.startswith(magic) and (found := _confirmed(kind, data)):
            return found
    return _text_kind(data, suffix)


def _confirmed(kind: str, data: bytes) -> str | None:
    """Magic of two letters could begin a text."""
    if kind == "bitmap":
        return "image_file" if data[6:10] == bytes(4) else None
    if kind == "riff":
        return "image_file" if data[8:12] == b"WEBP" else None
    return kind


def _zip_kind(data: bytes) -> str:
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        # Cut off: the local headers still name the parts, and the reader of that kind says what is wrong.
        names = [part for part, _ in _PARTS if part.encode() in data]
    for part, kind in _PARTS:
        if any(name == part or (part.endswith("/") and name.startswith(part)) for name in names):
            return kind
    return "archive"


def _compound_kind(data: bytes, suffix: str) -> str:
    """By the stream whose directory entry (128 bytes, aligned; the name in UTF-16) comes first."""
    places = {}
    for name, kind in _STREAMS.items():
        entry = name.encode("utf-16-le") + b"\0\0"
        at = data.find(entry)
        while at >= 0 and at % 128:
            at = data.find(entry, at + 1)
        if at >= 0:
            places[at] = kind
    if not places:
        return "unknown_type"
    kind = places[min(places)]
    return "wps" if kind == "legacy_doc" and suffix in (".wps", ".wpt") else kind


def _text_kind(data: bytes, suffix: str) -> str:
    order = utf16_order(data)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        order = "utf-16"
    head = data[:8192]
    if order:
        head = head.decode(order, "ignore").encode("ascii", "ignore")
    elif len(head) - len(head.translate(None, _TEXT_CONTROLS)) > len(head) // 200:
        return "unknown_type"
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if b"mime-version:" in head[:2000] and b"content-type: multipart/related" in head:
        return "mhtml"
    if head.startswith(b"<?xml") and b"<html" not in head:
        return "word_xml" if b"office/word/2003/wordml" in head or b"<pkg:package" in head else "unknown_type"
    return "html" if _is_html(head, data, suffix) else "text"


def _is_html(head: bytes, data: bytes, suffix: str) -> bool:
    if head.startswith(_HTML_STARTS) or head.startswith(b"<?xml"):
        # A Markdown text may begin with a heading or a picture in HTML.
        return suffix not in (".md", ".markdown") or b"<html" in head[:200] or b"<!doctype" in head[:200]
    if suffix in (".md", ".markdown"):
        return False
    return b"<html" in head or sum(data.count(mark) for mark in _HTML_INSIDE) >= 3
