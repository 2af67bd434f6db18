"""The bytes of a file, read once, as every reader gets them."""

import sys
from importlib import import_module

import msgspec

SMALL = 1 << 19  # bytes; for more, OpenSSL is worth the 2 ms that loading it takes
_BUILT_IN = "_sha2" if sys.version_info >= (3, 12) else "_sha256"  # what hashlib falls back on where OpenSSL is not


class Source(msgspec.Struct, frozen=True):
    path: str  # as the user gave it; only for messages
    data: bytes
    sha256: str


def sha256_of(data: bytes) -> str:
    """The digest in hexadecimal."""
    try:
        module = import_module(_BUILT_IN if len(data) <= SMALL else "hashlib")
    except ImportError:  # a Python built without
        module = import_module("hashlib")
    return str(module.sha256(data).hexdigest())
