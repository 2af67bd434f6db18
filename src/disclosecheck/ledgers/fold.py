"""Headings and words made comparable: widths, spaces, case, marks, and what stands in brackets."""

import unicodedata

_CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">", "〔": "〕", "【": "】", "《": "》"}
_MARKS = frozenset("*:;,.、，。：；“”\"'‘’·_-—–?？!！/\\|#＊※★")


def fold(text: str) -> str:
    """The text without spaces, marks and brackets (what they hold stays), in one width and case."""
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
