"""Wordings as they are compared: without spaces, widths, punctuation, numerals in front and notes in brackets."""

from functools import lru_cache

_MOST_LOST = 3  # signs that a long wording may have lost in one place
_SPACES = " \t\r\n\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u2060\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x2010)))
_PUNCTUATION = "、，,。.．;；:：·•‧・…—–―─－-_~～/／\\|｜*#＊!！?？'\"“”‘’「」『』《》〈〉<>＜＞†‡①②③④⑤⑥⑦⑧⑨⑩"
_OPENING, _CLOSING = "（〔［【﹝﹙[{", "）〕］】﹞﹚]}"

_NARROW: dict[int, str | None] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_NARROW |= dict.fromkeys(map(ord, _OPENING), "(") | dict.fromkeys(map(ord, _CLOSING), ")")
_NARROW |= dict.fromkeys(map(ord, _SPACES), None)
_BARE = _NARROW | dict.fromkeys(map(ord, _PUNCTUATION), None)
_MASK = dict.fromkeys(map(ord, _SPACES + _PUNCTUATION + _OPENING + _CLOSING + "()"), " ")
_VARIANTS = (("其它", "其他"),)


def narrow(text: str) -> str:
    """The text without any space, its full-width signs and all brackets in their plain form; punctuation stays."""
    return text.translate(_NARROW)


@lru_cache(maxsize=4096)  # a report has the same labels and figures over and over
def bare(text: str) -> str:
    """The wording alone: `（二）部分公开（区分处理的…）` is 部分公开, `本年增／减` is 本年增减.

    A bracket that closes the text, or is never closed, is a note, and so are several behind one another; one in the
    middle loses its brackets only.
    """
    text = narrow(text)
    text = text[numeral_length(text) :]
    if (start := text.find("(")) > 0 and ")" not in _one_note(text[start : text.rfind(")")]):
        text = text[:start] if text.rstrip("。.").endswith(")") or ")" not in text else text
    return letters(text)


def _one_note(text: str) -> str:
    return text.replace(")(", "") if ")(" in text else text


def letters(text: str) -> str:
    """A text without spaces, punctuation and brackets."""
    text = text.translate(_BARE).replace("(", "").replace(")", "")
    for variant, usual in _VARIANTS:
        text = text.replace(variant, usual)
    return text


def masked(text: str) -> str:
    """The text sign for sign, with a space for all that `letters` leaves out."""
    text = text.translate(_MASK)
    for variant, usual in _VARIANTS:
        text = text.replace(variant, usual)
    return text


def numeral_length(text: str) -> int:
    """How many signs of a narrowed text are the numeral in front of a label: `(二)`, `3.`, `一、`, `—、`."""
    place = 1 if text[:1] == "(" else 0
    end = place
    while end < len(text) and (text[end] in "一二三四五六七八九十" or ("0" <= text[end] <= "9")):
        end += 1
    if end == place and text[:1] in "—–-―" and text[1:2] in ("、", "."):
        return 2
    if end == place or end - place > 3 or end == len(text):
        return 0
    if text[end] == ")":
        return end + 1 + (text[end + 1 : end + 2] in ("、", "."))
    return end + 1 if not place and text[end] in "、.,:" else 0


def shared_ends(first: str, second: str) -> tuple[int, int]:
    """How many signs are left of each text when what both begin and end with is taken away."""
    shortest = min(len(first), len(second))
    head = 0
    while head < shortest and first[head] == second[head]:
        head += 1
    tail = 0
    while tail < shortest - head and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    return len(first) - head - tail, len(second) - head - tail


def is_slip(printed: str, official: str, shortest: int = 4) -> bool:
    """Whether the printed wording is the official one, of at least `shortest` signs, but for a single slip of the pen.

    One sign wrong, lost or too many, or two or three lost in one place of a long wording.
    """
    if abs(len(printed) - len(official)) > _MOST_LOST:
        return False
    over, short = shared_ends(printed, official)
    if max(over, short) <= 1:
        return len(official) >= shortest
    return over == 0 and short <= _MOST_LOST and len(printed) >= 2 * short + 2
