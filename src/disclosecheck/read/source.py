"""The bytes of a file, read once, as every reader gets them."""

import msgspec


class Source(msgspec.Struct, frozen=True):
    path: str  # as the user gave it; only for messages
    data: bytes
    sha256: str
