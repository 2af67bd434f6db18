"""The zip package: which parts there are, and each only when asked for and within limits."""

import posixpath
import zipfile
import zlib
from io import BytesIO

import msgspec
from lxml import etree

from disclosecheck.model.errors import UnreadableError
from disclosecheck.read.docx.parts import EntityError, parse_part
from disclosecheck.read.source import Source

# A table of 5,000 rows and ten columns in WPS's markup is 40 MB of XML; its tree takes some ten times as much memory.
MAX_PART = 64 * 1024 * 1024
MAX_TOTAL = 96 * 1024 * 1024
# The same table repeated row for row packs 121 : 1, deflate's limit is 1,032 : 1. Small parts may pack as they like.
MAX_RATIO = 400
RATIO_FROM = 8 * 1024 * 1024
# A report has some twenty parts and a picture or two each; the directory alone of a million would take seconds.
MAX_PARTS = 20_000

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")  # [MS-OFFCRYPTO] 2.3.4.4
_ENCRYPTED_FLAG = 0x1


class Relation(msgspec.Struct, frozen=True):
    kind: str  # the type's last word: styles, numbering, header ... (the same in strict OOXML)
    target: str  # part name without leading slash


class Package:
    """The parts of one .docx by name; names are compared without case, as OPC demands."""

    def __init__(self, source: Source) -> None:
        self._path = source.path
        self._zip = _open(source)
        self._parts = {info.filename.replace("\\", "/").lower(): info for info in self._zip.infolist()}
        self._read = 0

    def part(self, name: str) -> bytes | None:
        """The part's bytes, None when the package has no such part.

        Raises UnreadableError when it is encrypted, damaged or too large.
        """
        info = self._parts.get(name.lower())
        if info is None:
            return None
        self._admit(info)
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise UnreadableError("damaged", path=self._path, part=name) from error

    def tree(self, name: str) -> etree._Element | None:
        """The part as a tree; raises as `part` does, and when it is no XML or declares entities."""
        data = self.part(name)
        return None if data is None else self.parse(data, name)

    def parse(self, data: bytes, name: str) -> etree._Element:
        try:
            return parse_part(data)
        except EntityError as error:
            raise UnreadableError("xml_entities", path=self._path, part=name) from error
        except (etree.XMLSyntaxError, UnicodeDecodeError, LookupError) as error:
            raise UnreadableError("damaged", path=self._path, part=name) from error

    def relations(self, name: str) -> dict[str, Relation]:
        """What the part `name` ("" for the package itself) refers to inside the package, by relation id."""
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        relations: dict[str, Relation] = {}
        for node in root if root is not None else ():
            if node.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, node.get("Target", "").replace("\\", "/")))
                kind = node.get("Type", "").rpartition("/")[2]
                relations[node.get("Id", "")] = Relation(kind, target.lstrip("/"))
        return relations

    def _admit(self, info: zipfile.ZipInfo) -> None:
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise UnreadableError("encrypted", path=self._path)
        self._read += info.file_size
        packed_hard = info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * info.compress_size
        if info.file_size > MAX_PART or self._read > MAX_TOTAL or packed_hard:
            raise UnreadableError("package_too_large", path=self._path, part=info.filename)


def _open(source: Source) -> zipfile.ZipFile:
    if source.data.startswith(_OLE):
        code = "encrypted" if _ENCRYPTED_STREAM in source.data else "not_docx"
        raise UnreadableError(code, path=source.path)
    if not source.data.startswith((_ZIP, _EMPTY_ZIP)):
        raise UnreadableError("not_docx", path=source.path)
    _count_parts(source)
    try:
        return zipfile.ZipFile(BytesIO(source.data))
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        raise UnreadableError("truncated", path=source.path) from error


def _count_parts(source: Source) -> None:
    """Refuse a directory that would take long to list; zipfile reads it whole on opening."""
    if source.data.count(b"PK\x01\x02") > MAX_PARTS:
        raise UnreadableError("package_too_large", path=source.path, part="…")
