"""Numbers as Chinese offices print them: Arabic, full-width, grouped, Chinese numerals, 万 and 亿."""

from decimal import Decimal

from disclosecheck.model.number import canonical as canonical

_NARROW = str.maketrans("０１２３４５６７８９．，＋－−﹣–—　\u00a0\u2002\u2003\u2009\u202f", "0123456789.,+-----      ")
_PLAIN = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億兩〇○", "一二二三三四五六六七八九十百千万亿两零零")
_DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UNITS = (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))
_TIMES = dict(_UNITS)


def read_number(text: str) -> Decimal | None:
    """The value of a text that is one number from end to end, None for anything else.

    `1,234`, `1 234`, `１５`, `-3`, `3.6万`, `一百二十`, `二〇二四`; not `约5`, `12,34`, `05`, `5%`, `O`, `NaN`.
    """
    text = (text if text.isascii() else text.translate(_NARROW)).strip()
    if text.isascii():
        return _read_arabic(text)
    if text[-1] in "百千万亿萬億" and (head := _read_arabic(text[:-1].rstrip())) is not None:
        return head * _TIMES[text[-1].translate(_PLAIN)]
    return read_chinese(text)


def read_chinese(text: str) -> Decimal | None:
    """The value of Chinese numerals: `十`, `两`, `一百零五`, `三万二千`, `二〇二四`; None where not well formed.

    Colloquial short forms (`一百二` for 120) are None: they are read in two ways.
    """
    text = text.translate(_PLAIN)
    if len(text) > 1 and all(char in _DIGITS and char != "两" for char in text):
        return None if text[0] == "零" else Decimal("".join(str(_DIGITS[char]) for char in text))
    value = _read_units(text)
    return None if value is None else Decimal(value)


def _read_arabic(text: str) -> Decimal | None:
    sign, body = (text[0], text[1:].lstrip()) if text[:1] in ("+", "-") else ("", text)
    whole, point, fraction = body.partition(".")
    digits = _ungroup(whole)
    if digits is None or (point and not fraction.isdigit()):
        return None
    return Decimal(f"{sign}{digits}{point}{fraction}")


def _ungroup(digits: str) -> str | None:
    for separator in (",", " "):
        if separator in digits:
            first, *groups = digits.split(separator)
            if len(first) > 3 or any(len(group) != 3 for group in groups):
                return None
            digits = first + "".join(groups)
            break
    return digits if digits.isdigit() and (digits[0] != "0" or digits == "0") else None


def _read_units(text: str) -> int | None:
    for unit, size in _UNITS:
        if unit in text:
            head, _, tail = text.partition(unit)
            times = 1 if not head and size == 10 else _read_units(head)
            rest = _read_rest(tail, size)
            if not times or rest is None or (size <= 1000 and times > 9):
                return None
            return times * size + rest
    return _DIGITS.get(text)


def _read_rest(tail: str, size: int) -> int | None:
    """What follows a unit: a skipped place needs 零 (一百零五); without it the next lower place is meant."""
    if not tail:
        return 0
    skipped = tail[0] == "零"
    value = _read_units(tail[1:] if skipped else tail)
    if not value or value >= size or (not skipped and value < size // 10):
        return None
    return value
