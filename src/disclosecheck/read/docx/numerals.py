"""A counter's value in one of the number formats of ST_NumberFormat (ECMA-376 part 1, 17.18.59)."""

from collections.abc import Callable
from functools import partial

_IDEOGRAPHS = "〇一二三四五六七八九"
_COUNTING = "零一二三四五六七八九"
_JAPANESE = "〇一二三四五六七八九"
_TAIWANESE = "○一二三四五六七八九"
_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_FULL_WIDTH = "０１２３４５６７８９"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ENCLOSED_IDEOGRAPHS = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_ROMAN_LIMIT = 10_000  # one M a thousand: nobody numbers so, and a start of two thousand million must not fill memory
_LETTERS = 26


def format_number(value: int, name: str) -> str | None:
    """`value` as the format `name` writes it, decimal where the format's set is used up; None for an unknown format."""
    formatter = _FORMATS.get(name)
    if formatter is None:
        return None
    if value < 1 and name not in _FROM_ZERO:
        return str(value)
    return formatter(value) or str(value)


def _digits(value: int, digits: str) -> str:
    return "".join(digits[int(digit)] for digit in str(value))


def _counting(value: int, digits: str) -> str:
    """十 for tens below a hundred, single digits from there on: 九十九, 一〇〇."""
    if value < 10:
        return digits[value]
    if value >= 100:
        return _digits(value, digits)
    tens, ones = divmod(value, 10)
    return (digits[tens] if tens > 1 else "") + "十" + (digits[ones] if ones else "")


def _thousands(value: int, digits: str, units: tuple[str, str, str, str], *, zeros: bool, ones: str) -> str:
    """Read out below ten thousand: 一百零五. `ones` names the units before which a one is spoken."""
    if value >= 10_000:
        high, low = divmod(value, 10_000)
        head = _thousands(high, digits, units, zeros=zeros, ones=ones) + "万"
        zero = digits[0] if zeros and 0 < low < 1000 else ""
        return head + zero + (_thousands(low, digits, units, zeros=zeros, ones=ones) if low else "")
    text = ""
    gap = False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if not digit:
            gap = bool(text)
            continue
        unit = units[power]
        spoken = digit > 1 or not unit or unit in ones or (bool(text) and zeros)
        text += (digits[0] if gap and zeros else "") + (digits[digit] if spoken else "") + unit
        gap = False
    return text


_chinese = partial(_thousands, digits=_COUNTING, units=("", "十", "百", "千"), zeros=True, ones="百千")
_japanese = partial(_thousands, digits=_JAPANESE, units=("", "十", "百", "千"), zeros=False, ones="")
_legal_simplified = partial(
    _thousands, digits=_LEGAL_SIMPLIFIED, units=("", "拾", "佰", "仟"), zeros=True, ones="拾佰仟"
)
_legal_traditional = partial(
    _thousands, digits=_LEGAL_TRADITIONAL, units=("", "拾", "佰", "仟"), zeros=True, ones="拾佰仟"
)


def _roman(value: int) -> str:
    if value >= _ROMAN_LIMIT:
        return ""
    text = ""
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        text += sign * count
    return text


def _letters(value: int, first: str) -> str:
    """a … z, then aa, bb …: Word repeats the letter."""
    repeats, index = divmod(value - 1, _LETTERS)
    return chr(ord(first) + index) * (repeats + 1) if value < _ROMAN_LIMIT else ""


def _from_set(value: int, signs: str) -> str:
    return signs[value - 1] if value <= len(signs) else ""


def _run(value: int, first: str, count: int = 20) -> str:
    """Enclosed figures stand in a row in Unicode: ① … ⑳."""
    return chr(ord(first) + value - 1) if value <= count else ""


def _ordinal(value: int) -> str:
    teen = value % 100 in (11, 12, 13)
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _stem_and_branch(value: int) -> str:
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12] if value <= 60 else ""


_FROM_ZERO = frozenset(("decimal", "decimalHalfWidth", "decimalZero", "decimalFullWidth", "decimalFullWidth2"))
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": partial(_digits, digits=_FULL_WIDTH),
    "decimalFullWidth2": partial(_digits, digits=_FULL_WIDTH),
    "decimalEnclosedCircle": partial(_run, first="①"),
    "decimalEnclosedCircleChinese": partial(_run, first="①"),
    "decimalEnclosedParen": partial(_run, first="⑴"),
    "decimalEnclosedFullstop": partial(_run, first="⒈"),
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": partial(_letters, first="A"),
    "lowerLetter": partial(_letters, first="a"),
    "ordinal": _ordinal,
    "chineseCounting": partial(_counting, digits=_IDEOGRAPHS),
    "taiwaneseCounting": partial(_counting, digits=_TAIWANESE),
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _japanese,
    "ideographDigital": partial(_digits, digits=_IDEOGRAPHS),
    "japaneseDigitalTenThousand": partial(_digits, digits=_IDEOGRAPHS),
    "taiwaneseDigital": partial(_digits, digits=_TAIWANESE),
    "chineseLegalSimplified": _legal_simplified,
    "ideographLegalTraditional": _legal_traditional,
    "ideographTraditional": partial(_from_set, signs=_STEMS),
    "ideographZodiac": partial(_from_set, signs=_BRANCHES),
    "ideographZodiacTraditional": _stem_and_branch,
    "ideographEnclosedCircle": partial(_from_set, signs=_ENCLOSED_IDEOGRAPHS),
}
