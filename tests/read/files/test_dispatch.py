"""What a file is, by its content; what cannot be read is answered with what to do."""

import contextlib
import io
import os
import quopri
import subprocess
import sys
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosecheck.model.errors import UnreadableError
from disclosecheck.model.verdict import Message
from disclosecheck.model.wording import render
from disclosecheck.read import dispatch
from disclosecheck.read.dispatch import read_document
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.messages import load_messages

MESSAGES = load_messages(rules_folder())
TEXT = "云溪市临江区卫生健康委员会2023年政府信息公开工作年度报告\n一、总体情况\n全年主动公开政府信息128条。\n"
PAGE = f"<html><body><p>{TEXT}</p></body></html>"


def zipped(*names):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            package.writestr(name, "x" * 500)
    return buffer.getvalue()


def compound(*streams):
    """As much of an OLE file as shows what it is: the header and a sector of directory entries."""
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\xff") + entries


def code_of(path):
    with pytest.raises(UnreadableError) as error:
        read_document(str(path))
    for text in (shown := render(error.value.message, MESSAGES)).zh, shown.en:
        assert str(path) in text
        assert "\n" not in text
    return error.value.code


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        pytest.param("a.doc", compound("1Table", "WordDocument"), "legacy_doc", id="Word 97"),
        pytest.param("a.docx", compound("WordDocument"), "legacy_doc", id="Word 97 under a new suffix"),
        pytest.param("a.wps", compound("WordDocument"), "wps", id="WPS Writer"),
        pytest.param("a.wps", compound("MatOST"), "wps", id="Microsoft Works"),
        pytest.param("a.docx", compound("EncryptionInfo", "EncryptedPackage"), "encrypted", id="docx with a password"),
        pytest.param(
            "a.doc", compound("Workbook", "ObjectPool", "WordDocument"), "spreadsheet", id="xls with a doc inside"
        ),
        pytest.param("a.ppt", compound("PowerPoint Document"), "presentation", id="ppt"),
        pytest.param("a.db", compound("Catalog"), "unknown_type", id="another compound file"),
        pytest.param("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unknown_type", id="a compound file cut off"),
        pytest.param("a.doc", b"{\\rtf1\\ansi", "rtf", id="RTF named doc"),
        pytest.param("a.ofd", zipped("OFD.xml", "Doc_0/Document.xml"), "ofd", id="OFD"),
        pytest.param("a.xlsx", zipped("[Content_Types].xml", "xl/workbook.xml"), "spreadsheet", id="xlsx"),
        pytest.param("a.pptx", zipped("[Content_Types].xml", "ppt/presentation.xml"), "presentation", id="pptx"),
        pytest.param("a.odt", zipped("mimetype", "content.xml"), "opendocument", id="odt"),
        pytest.param("a.zip", zipped("报告.docx"), "archive", id="archive of reports"),
        pytest.param("a.docx", zipped(), "archive", id="empty archive"),
        pytest.param("a.rar", b"Rar!\x1a\x07\x00", "archive", id="rar"),
        pytest.param("a.7z", b"7z\xbc\xaf\x27\x1c\x00\x04", "archive", id="7z"),
        pytest.param("a.png", b"\x89PNG\r\n\x1a\n" + bytes(50), "image_file", id="png"),
        pytest.param("a.docx", b"\xff\xd8\xff\xe0" + bytes(50), "image_file", id="photo named docx"),
        pytest.param("a.bmp", b"BM\x36\x00\x00\x00\x00\x00\x00\x00" + bytes(50), "image_file", id="bmp"),
        pytest.param("a.xml", b"<?xml version='1.0'?><rss/>", "unknown_type", id="other XML"),
        pytest.param(
            "a.doc",
            b"<?xml version='1.0'?><w:wordDocument xmlns:w='http://schemas.microsoft.com/office/word/2003/wordml'/>",
            "word_xml",
            id="Word 2003 XML",
        ),
        pytest.param("a.txt", bytes(range(256)) * 9, "unknown_type", id="binary named txt"),
        pytest.param("a.docx", bytes(64), "unknown_type", id="zero bytes"),
        pytest.param("a.txt", b"  \r\n \n", "no_text", id="blanks"),
        pytest.param("a.html", b"<html><body></body></html>", "page_without_text", id="page without text"),
        pytest.param(
            "a.mht",
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--",
            "mhtml_without_page",
            id="mht",
        ),
        pytest.param(
            "a.txt", "臨江區衛生健康委員會政府信息公開工作年度報告".encode("big5") * 3, "encoding", id="Big5 as text"
        ),
        pytest.param("a.txt", b"", "empty_file", id="empty"),
    ],
)
def test_what_to_do(tmp_path, name, data, code):
    path = tmp_path / name
    path.write_bytes(data)
    assert code_of(path) == code


@pytest.mark.parametrize(
    ("name", "data", "format_", "kind"),
    [
        pytest.param("a.txt", TEXT.encode(), "text", None, id="text"),
        pytest.param("a.md", f"# {TEXT}".encode(), "text", None, id="Markdown"),
        pytest.param(
            "a.md",
            f"<table><tr><td>1</td><td>2</td></tr></table>{TEXT}".encode(),
            "text",
            None,
            id="Markdown with HTML",
        ),
        pytest.param("a", TEXT.encode(), "text", None, id="no suffix"),
        pytest.param("A.TXT", TEXT.encode("gb18030"), "text", None, id="suffix in capitals"),
        pytest.param("a.html", PAGE.encode(), "html", None, id="page"),
        pytest.param("a.htm", f"\ufeff\r\n {PAGE}".encode(), "html", None, id="mark and blanks before the page"),
        pytest.param("a.html", PAGE.encode("utf-16"), "html", None, id="page in UTF-16"),
        pytest.param("a.html", f"<!-- 云溪 -->{PAGE}".encode("gb18030"), "html", None, id="page in GB18030"),
        pytest.param("a.html", f"<?xml version='1.0'?>{PAGE}".encode(), "html", None, id="XHTML"),
        pytest.param("a.doc", PAGE.encode(), "html", "html", id="page named doc"),
        pytest.param(
            "a.txt", f"{TEXT}<p>甲</p><p>乙</p><p>丙</p>".encode(), "html", "html", id="source of a page named txt"
        ),
        pytest.param("a.docx", TEXT.encode(), "text", "text", id="text named docx"),
        pytest.param("a.html", TEXT.encode(), "text", "text", id="text named html"),
        pytest.param("a.txt", f"BM{TEXT}".encode(), "text", None, id="text that begins like a picture"),
        pytest.param("a.txt", f"<临江区> {TEXT}".encode(), "text", None, id="text that begins with a bracket"),
    ],
)
def test_content_decides(tmp_path, name, data, format_, kind):
    path = tmp_path / name
    path.write_bytes(data)
    document = read_document(str(path))
    assert document.format == format_
    assert document.path == str(path)
    mismatch = [note for note in document.notes if note.code == "suffix_mismatch"]
    assert [note.params["format"] for note in mismatch] == ([kind] if kind else [])
    for note in document.notes:
        assert render(Message(f"note.{note.code}", dict(note.params)), MESSAGES)


def test_a_single_file_page(tmp_path):
    path = tmp_path / "a.mht"
    body = f"<html><head><meta charset=gb2312></head><body><p>{TEXT}</p></body></html>".encode("gb18030")
    path.write_bytes(
        b"From: <Saved by Word>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"x\"\n\n"
        b"--x\nContent-Type: text/html; charset=\"gb2312\"\nContent-Transfer-Encoding: quoted-printable\n\n"
        + quopri.encodestring(body) + b"\n--x\nContent-Type: text/xml\n\n<xml/>\n--x--\n"
    )  # fmt: skip
    document = read_document(str(path))
    assert "".join(paragraph.text for paragraph in document.paragraphs) == TEXT.replace("\n", "")
    assert document.notes == ()


def test_a_kind_is_told_only_the_modules_it_needs(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    code = "import sys; from disclosecheck.read.dispatch import read_document as r; r(sys.argv[1]); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert not {"lxml", "zipfile", "pypdfium2", "docx", "email", "dataclasses", "yaml"} & set(done.stdout.split())


def test_missing_file(tmp_path):
    assert code_of(tmp_path / "报告.docx") == "not_found"


def test_a_file_as_a_folder(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert code_of(tmp_path / "a.txt" / "b.txt") == "not_found"


def test_folder(tmp_path):
    assert code_of(tmp_path) == "is_folder"


def test_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(dispatch, "LARGEST", 10)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert code_of(tmp_path / "a.txt") == "too_large"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root and Windows may read any file")
def test_no_permission(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.txt").chmod(0)
    assert code_of(tmp_path / "a.txt") == "permission"


def test_permission_denied_by_the_system(tmp_path, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    monkeypatch.setattr("disclosecheck.read.dispatch.open", refuse, raising=False)
    assert code_of(tmp_path / "a.txt") == "permission"


def test_names_that_no_file_can_have():
    with pytest.raises(UnreadableError):
        read_document("a\0b.txt")
    with pytest.raises(UnreadableError):
        read_document("a" * 5000)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert code_of(tmp_path / "a.txt") == "not_a_file"


STARTS = [
    b"",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html><table><tr>",
    b"\xff\xfe",
    b"{\\rtf",
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n",
    b"| a | b |\n|--|",
]
PIECES = st.sampled_from(
    [b"<td colspan=", b"<table>", b"</p>", b"|", b"\t", b"\n", b"<!--", b"\x84\x31", b"&#x", b"\\", "一、".encode()]
)


@settings(max_examples=300, deadline=None)
@given(
    start=st.sampled_from(STARTS),
    rest=st.lists(st.binary(max_size=40) | PIECES, max_size=12),
    name=st.sampled_from(["a.txt", "b.html", "c.md", "d"]),
)
def test_any_bytes_are_read_or_refused(tmp_path_factory, start, rest, name):
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(start + b"".join(rest))
    with contextlib.suppress(UnreadableError):
        numbers = [block.number for block in read_document(str(path)).paragraphs]
        assert numbers == list(range(1, len(numbers) + 1))


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="一二、（）|\t\n　 0123年。，#-*\\<br>", max_size=300))
def test_no_sign_of_a_text_is_lost(tmp_path_factory, text):
    """What prints stays: every digit and Han character of a text is in its paragraphs, cells or margins."""
    path = tmp_path_factory.getbasetemp() / "kept.txt"
    path.write_text(f"云溪\n{text}", "utf-8", newline="")
    document = read_document(str(path))
    if document.format != "text":
        return
    read = "".join(block.text for block in document.paragraphs) + "".join(document.margins)
    read += "".join(cell.text for table in document.tables for cell in table.cells)
    for sign in "一二0123年":
        assert read.count(sign) == text.count(sign)
