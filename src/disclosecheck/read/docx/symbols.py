"""Signs that fonts put at code points of their own: bullets, boxes, ticks and circled figures.

Source: the encodings of Wingdings, Wingdings 2 and Symbol as Unicode maps them (L2/11-052, Adobe's symbol.txt).
"""

from collections.abc import Callable

_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x70: "□",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0x77: "◆",
    0x9E: "·",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE8: "➔",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    **{0x80 + value: chr(0x245F + value) for value in range(1, 11)},  # ① … ⑩
    **{0x8B + value: chr(0x2775 + value) for value in range(1, 11)},  # ❶ … ❿
}
_WINGDINGS_2 = {0x50: "✓", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x98: "●", 0x99: "○", 0xA3: "□"}
_SYMBOL = {
    0x2D: "−",
    0xA3: "≤",
    0xA5: "∞",
    0xA8: "♦",
    0xAC: "←",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    **{code: chr(code) for code in range(0x30, 0x3C)},  # figures, : and ;
}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE_FIRST, _PRIVATE_LAST = 0xF000, 0xF0FF  # where Word keeps the signs of symbol fonts


def is_private(sign: str) -> bool:
    return _PRIVATE_FIRST <= ord(sign) <= _PRIVATE_LAST


def symbol(font: str | None, code: int) -> str:
    """The sign that `font` shows at `code`; what we cannot tell stays the private character it is."""
    signs = _FONTS.get((font or "").lower())
    low = code & 0xFF
    if signs is not None and (code <= 0xFF or _PRIVATE_FIRST <= code <= _PRIVATE_LAST):
        return signs.get(low, chr(_PRIVATE_FIRST + low))
    return chr(code)


def decode_private(text: str, font: Callable[[], str | None]) -> str:
    """`text` with the private characters of a symbol font turned into what they show; `font` is asked if there are."""
    if not any(map(is_private, text)):
        return text
    name = font()
    return "".join(symbol(name, ord(sign)) if is_private(sign) else sign for sign in text)
