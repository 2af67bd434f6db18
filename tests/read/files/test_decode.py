"""Encodings of texts: told, found out, or refused; never guessed into garbage."""

import pytest

from disclosecheck.model.errors import UnreadableError
from disclosecheck.read.decode import declared_charset, decode
from disclosecheck.read.source import Source

SIMPLE = (
    "云溪市临江区卫生健康委员会二〇二三年政府信息公开工作年度报告\r\n一、总体情况。全年主动公开政府信息128条。\r\n" * 3
)
TRADITIONAL = "雲溪市臨江區衛生健康委員會政府信息公開工作年度報告，全年主動公開政府信息128條。\n" * 3
ENGLISH = "Annual report of the Health Commission – “2023” – 128 items were disclosed.\n" * 3


@pytest.mark.parametrize("text", [pytest.param(SIMPLE, id="Chinese"), pytest.param(ENGLISH, id="English")])
@pytest.mark.parametrize(
    ("encoding", "declared", "guessed"),
    [
        pytest.param("utf-8", None, False, id="UTF-8"),
        pytest.param("utf-8-sig", None, False, id="UTF-8 with a mark"),
        pytest.param("utf-8", "gbk", False, id="UTF-8 under another name"),
        pytest.param("utf-16", None, False, id="UTF-16 with a mark"),
        pytest.param("utf-16-le", None, True, id="UTF-16, little end first"),
        pytest.param("utf-16-be", None, True, id="UTF-16, big end first"),
        pytest.param("gb18030", None, True, id="GB18030"),
        pytest.param("gb18030", "gb2312", False, id="GB18030 under the name of its smallest part"),
    ],
)
def test_every_encoding_gives_the_same_text(text, encoding, declared, guessed):
    decoded = decode(Source("x", text.encode(encoding), ""), declared)
    assert decoded.text == text
    assert [note.code for note in decoded.notes] == ["encoding_guessed"] * guessed


def test_big5_where_declared():
    assert decode(Source("x", TRADITIONAL.encode("big5"), ""), "big5").text == TRADITIONAL


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TRADITIONAL.encode("big5"), id="Big5 undeclared"),
        pytest.param(SIMPLE.encode().decode("latin-1").encode(), id="UTF-8 once read as Latin-1"),
        pytest.param(SIMPLE.encode().decode("gb18030", "replace").encode(), id="UTF-8 once read as GBK"),
        pytest.param(SIMPLE.encode("gb18030").decode("latin-1").encode(), id="GBK once read as Latin-1"),
        pytest.param("锟斤拷锟斤拷总体情况".encode(), id="replacement signs once read as GBK"),
        pytest.param("总体\ufffd\ufffd\ufffd情况".encode(), id="lost before it was saved"),
        pytest.param(b"\x81\xff\xfe\x80" * 9, id="no encoding at all"),
    ],
)
def test_garbage_is_refused(data):
    with pytest.raises(UnreadableError) as error:
        decode(Source("x", data, ""))
    assert error.value.code == "encoding"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_text_cut_in_the_middle_of_a_sign_is_read_and_told(encoding):
    decoded = decode(Source("x", (SIMPLE + "末").encode(encoding)[:-1], ""))
    assert decoded.text == SIMPLE + "\ufffd"
    assert "characters_lost" in [note.code for note in decoded.notes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1\u200b2\u200d8\ufeff件\xad", "128件", id="signs that print nothing"),
        pytest.param("规\ue5e5章", "规\u3000章", id="the blank that only GBK has"),
        pytest.param("甲\x00\x01\x1a乙", "甲乙", id="control characters"),
        pytest.param("甲\x0b乙\x0c丙", "甲\n乙\n丙", id="soft breaks and page breaks"),
        pytest.param("１２８　件", "１２８　件", id="full-width signs stay"),
    ],
)
def test_signs(text, expected):
    assert decode(Source("x", text.encode(), "")).text == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(b'<meta charset="utf-8">', "utf-8", id="HTML5"),
        pytest.param(b"<meta charset=GBK>", "gbk", id="without quotes"),
        pytest.param(b"<META content='text/html; CHARSET = gb2312'>", "gb2312", id="http-equiv"),
        pytest.param(b"<?xml version='1.0' encoding='GB18030'?>", "gb18030", id="XML"),
        pytest.param(b"<script src=x.js></script><p>charset</p>", None, id="the word alone"),
        pytest.param(b"", None, id="nothing"),
    ],
)
def test_declared_charset(head, expected):
    assert declared_charset(head) == expected
