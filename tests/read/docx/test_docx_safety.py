"""Files that are broken, foreign or hostile end in one error with its remedy, soon and without filling the memory."""

import contextlib
import io
import time
import zipfile

import pytest
from docx_builder import document, p, package, read_bytes, tbl, tc, texts, tr, zipped
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosecheck.model.errors import UnreadableError
from disclosecheck.model.wording import render
from disclosecheck.read.docx import package as package_module
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.messages import load_messages

GOOD = package(document(p("甲") + tbl(tr("1", "2"))))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


def with_flag(data, flag):
    """The package with a flag set in every header, as if its parts were encrypted one by one."""
    altered = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = altered.find(mark)
        while at >= 0:
            altered[at + offset] |= flag
            at = altered.find(mark, at + 4)
    return bytes(altered)


def flipped(data, part):
    """The package with a byte of that part's packed content changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo(part)
    at = info.header_offset + 30 + len(part) + info.compress_size // 2
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", id="password"),
        pytest.param(with_flag(GOOD, 1), "encrypted", id="zip with a password"),
        pytest.param(OLE + "WordDocument".encode("utf-16-le"), "not_docx", id="old .doc"),
        pytest.param(GOOD[: len(GOOD) // 2], "truncated", id="cut in the middle"),
        pytest.param(GOOD[:-30], "truncated", id="cut before its end"),
        pytest.param(GOOD[:6], "truncated", id="cut after its first bytes"),
        pytest.param(flipped(GOOD, "word/document.xml"), "damaged", id="a byte changed"),
        pytest.param(package(document(p("甲"))[:-20]), "damaged", id="markup cut off"),
        pytest.param(package(""), "damaged", id="empty body part"),
        pytest.param(package(document(p("甲")).encode("gbk")), "damaged", id="body in a foreign encoding"),
        pytest.param(package(document(p("甲")), {"word/_rels/document.xml.rels": "<x"}), "damaged",
                     id="broken relations"),
        pytest.param(package(document(p("甲", style="x")), styles="<w:style"), "damaged", id="broken styles"),
        pytest.param(zipped({"readme.txt": "x"}), "not_docx", id="other zip"),
        pytest.param(zipped({"xl/workbook.xml": "<x/>"}), "not_docx", id="spreadsheet"),
        pytest.param(zipped({"word/document.xml": "<x/>"}), "not_docx", id="body that is none"),
        pytest.param(zipped({}), "not_docx", id="empty zip"),
        pytest.param(b"%PDF-1.7", "not_docx", id="PDF"),
        pytest.param(b"", "not_docx", id="nothing"),
        pytest.param(package(LAUGHS + document(p("&i;"))), "xml_entities", id="entity bomb"),
        pytest.param(package((LAUGHS + document(p("甲"))).encode("utf-16")), "xml_entities", id="entities in UTF-16"),
        pytest.param(package('<!DOCTYPE x SYSTEM "file:///etc/passwd">' + document(p("甲"))), "xml_entities",
                     id="outside DTD"),
        pytest.param(package(document("<w:p>" * 400 + "</w:p>" * 400)), "damaged", id="nested four hundred deep"),
    ],
)  # fmt: skip
def test_unreadable(data, code):
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data)
    assert caught.value.code == code
    said = render(caught.value.message, load_messages(rules_folder()))
    assert "报告.docx" in said.zh
    assert "报告.docx" in said.en


def test_the_good_one_is_read():
    assert texts(read_bytes(GOOD)) == ["甲"]


def test_broken_part_that_is_not_needed_does_no_harm():
    data = package(document(p("甲")), {"word/theme/theme1.xml": "<x", "word/media/image1.png": "no picture"})
    assert texts(read_bytes(data)) == ["甲"]


@pytest.mark.parametrize(
    "limits",
    [
        pytest.param({"MAX_PART": 4_000_000}, id="a part too large"),
        pytest.param({"MAX_TOTAL": 4_000_000}, id="parts too large together"),
        pytest.param({"RATIO_FROM": 1_000_000}, id="packed too hard"),
        pytest.param({"MAX_PARTS": 2}, id="too many parts"),
    ],
)
def test_limits(limits, monkeypatch):
    data = package(document(p("0" * 5_000_000)))
    assert texts(read_bytes(data)) == ["0" * 5_000_000]
    for name, value in limits.items():
        monkeypatch.setattr(package_module, name, value)
    with pytest.raises(UnreadableError) as caught:
        read_bytes(data)
    assert caught.value.code == "package_too_large"


def test_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(80):
            part.write(b" " * 1_000_000)
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(UnreadableError) as caught:
        read_bytes(target.getvalue())
    assert caught.value.code == "package_too_large"


def test_size_that_the_directory_lies_about():
    data = bytearray(package(document(p("甲" * 5000))))
    at = data.find(b"word/document.xml", data.find(b"PK\x01\x02")) - 46
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    with pytest.raises(UnreadableError) as caught:
        read_bytes(bytes(data))
    assert caught.value.code in ("damaged", "truncated")


def test_five_thousand_rows():
    line = "".join(
        tr(
            tc(f"事项{number}", merge="restart" if number % 7 == 0 else "continue"),
            *(str(number + k) for k in range(9)),
        )
        for number in range(5000)
    )
    data = package(document(tbl(line, widths=(900,) * 10)))
    began = time.perf_counter()
    [table] = read_bytes(data).tables
    spent = time.perf_counter() - began
    assert (table.rows, table.columns, len(table.cells)) == (5000, 10, 5000 * 9 + 715)
    assert table.cells[-1].text == "5007"
    assert spent < 10  # 0.6 s where it was measured; python-docx's table.cell would take hours


def test_deep_nesting_within_the_limit():
    body = p("芯")
    for _ in range(40):
        body = tbl(tr("a", tc(body)))
    assert len(read_bytes(package(document(body))).tables) == 40


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_broken_bytes_end_in_our_error_or_a_document(data):
    raw = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(raw)))
    damaged = bytes(raw[:end] if data.draw(st.booleans()) else raw)
    with contextlib.suppress(UnreadableError):  # any other error fails the test
        read_bytes(damaged)
