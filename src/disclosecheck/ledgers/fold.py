"""Headings and words made comparable: widths, spaces, case, marks, and what stands in brackets."""

import unicodedata
from functools import lru_cache

_CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">", "〔": "〕", "【": "】", "《": "》"}
_SHORT = 40  # characters of words that are met again and again
_MARKS = frozenset("*:;,.、，。：；“”\"'‘’·_-—–?？!！/\\|#＊※★")


def fold(text: str) -> str:
    """The text without spaces, marks and brackets (what they hold stays), in one width and case."""
    return _short(text) if len(text) <= _SHORT else _fold(text)


@lru_cache(maxsize=10_000)
def _short(text: str) -> str:
    return _fold(text)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(
        [
            sign
            for sign in plain
            if not sign.isspace() and sign not in _MARKS and sign not in _BRACKETS and sign.isprintable()
        ]
    )
    return kept or "".join(plain.split())


def without_brackets(text: str) -> str:
    """The text without what stands in brackets: 办理用时（工作日） is 办理用时."""
    plain = unicodedata.normalize("NFKC", text)
    kept: list[str] = []
    awaited: list[str] = []
    for sign in plain:
        if awaited and sign == awaited[-1]:
            awaited.pop()
        elif sign in _CLOSING:
            awaited.append(_CLOSING[sign])
        elif not awaited:
            kept.append(sign)
    return "".join(kept)


_BRACKETS = frozenset(_CLOSING) | frozenset(_CLOSING.values())
