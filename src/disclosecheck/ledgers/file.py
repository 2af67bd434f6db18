"""The bytes of a ledger's file, and by them what it is; the suffix decides nothing."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Literal

from disclosecheck.model.errors import UsageError

LARGEST = 512  # MB; a million rows of a ledger take 20 to 100
Kind = Literal["xlsx", "text"]

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB]
_STREAMS = (("EncryptedPackage", "ledger_encrypted"), ("Workbook", "ledger_xls"), ("Book", "ledger_xls"))
_OTHERS = ((b"%PDF-", "ledger_no_table"), (b"\x89PNG", "ledger_no_table"), (b"\xff\xd8\xff", "ledger_no_table"))
_MARKUP = (b"<html", b"<!doctype html", b"<table", b"<?xml", b"<workbook", b"mime-version:")


def read_bytes(path: str) -> bytes:
    """Raises UsageError with what to do."""
    file = Path(path)
    if file.exists() and not (file.is_file() or file.is_dir()):
        raise UsageError("not_a_file", path=path)  # a device may never end
    try:
        size = file.stat().st_size
        if size > LARGEST * 2**20:
            raise UsageError("ledger_too_large", path=path, size=str(size >> 20), limit=str(LARGEST))
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise UsageError("not_found", path=path) from error
    except IsADirectoryError as error:
        raise UsageError("is_folder", path=path) from error
    except PermissionError as error:
        raise UsageError("permission", path=path) from error
    except OSError as error:
        raise UsageError("cannot_open", path=path, detail=error.strerror or "") from error
    if not data.strip():
        raise UsageError("empty_file", path=path)
    return data


def kind_of(data: bytes, path: str) -> Kind:
    """Raises UsageError for what is no table that we read."""
    if data.startswith(b"PK\x03\x04"):
        return _package(data, path)
    if data.startswith(_COMPOUND):
        raise UsageError(_compound(data), path=path)
    for magic, code in _OTHERS:
        if data.startswith(magic):
            raise UsageError(code, path=path)
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(_MARKUP):  # web pages and XML that systems hand out under the name of .xls
        raise UsageError("ledger_markup", path=path)
    return "text"


def _package(data: bytes, path: str) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
        raise UsageError("ledger_damaged", path=path) from error
    if "xl/workbook.xml" in names or any(name.startswith("xl/") for name in names):
        return "xlsx"
    raise UsageError("ledger_ods" if "content.xml" in names else "ledger_no_table", path=path)


def _compound(data: bytes) -> str:
    for name, code in _STREAMS:
        entry = name.encode("utf-16-le") + b"\0\0"
        at = data.find(entry)
        while at >= 0 and at % 128:  # directory entries are 128 bytes, aligned
            at = data.find(entry, at + 1)
        if at >= 0:
            return code
    return "ledger_no_table"
