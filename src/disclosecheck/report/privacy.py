"""Masks identity-card and mobile numbers in whatever is printed; office (landline) numbers stay."""

import re
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_SHRINK = bytes.maketrans(b"123456789", b"000000000")
_FULL_WIDTH = tuple(digit.encode() for digit in "０１２３４５６７８９")
_EXACT = frozenset({"path", "sha256", "file", "rule", "because_of", "id", "version"})  # never a quote


def mask(text: str) -> str:
    """Hide the middle of identity-card numbers (GB 11643, 18 places) and mobile numbers (11 digits from 13 to 19)."""
    return _pattern().sub(_hide, text)


def masked(value: T) -> T:
    """The same struct with every text masked and fit for UTF-8; the struct itself when nothing needs that."""
    return _masked(value)[0]


def masked_json(value: Any) -> bytes:
    """The masked struct as JSON, by which it is seen whether anything needs masking: it is not to be made twice."""
    return _masked(value)[1]


def _masked(value: T) -> tuple[T, bytes]:
    try:
        data = msgspec.json.encode(value)
    except UnicodeEncodeError:  # a file's name or an argument that is no UTF-8 stands as lone surrogates (PEP 383)
        value = msgspec.convert(_encodable(msgspec.to_builtins(value)), type(value))
        data = msgspec.json.encode(value)
    if _suspicious(data):
        value = msgspec.convert(_walk(msgspec.to_builtins(value)), type(value))
        data = msgspec.json.encode(value)
    return value, data


def _encodable(value: Any) -> Any:
    """Every text with � for what UTF-8 cannot write."""
    if isinstance(value, str):
        return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in value)
    if isinstance(value, dict):
        return {key: _encodable(item) for key, item in value.items()}
    return [_encodable(item) for item in value] if isinstance(value, list | tuple) else value


def _suspicious(data: bytes) -> bool:
    """Whether eleven digits stand in a row, spaces and hyphens left out (or as many full-width ones anywhere)."""
    if b"0" * 11 in data.translate(_SHRINK, b" -"):
        return True
    return sum(data.count(digit) for digit in _FULL_WIDTH) >= 11


def _walk(value: Any) -> Any:
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, dict):
        return {key: item if key in _EXACT else _walk(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_walk(item) for item in value]
    return value


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<![0-9A-Za-z０-９])(?:"
        r"[1-9１-９][\d]{5}(?:[1１][9９]|[2２][0０])\d{2}(?:[0０]\d|[1１][0-2０-２])[0-3０-３]\d{4}[\dXxＸｘ]"
        r"|(?:\+?86[- ]?)?[1１][3-9３-９]\d[- ]?\d{4}[- ]?\d{4}"
        r")(?![0-9A-Za-z０-９])"
    )


def _hide(match: re.Match[str]) -> str:
    text = match.group()
    return text[:3] + "*" * (len(text) - 7) + text[-4:] if len(text) < 18 else text[:6] + "*" * 8 + text[-4:]
