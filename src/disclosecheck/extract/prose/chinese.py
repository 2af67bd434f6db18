"""Chinese passages as skeletons: every number in its sign, white space and quotation marks gone."""

import re
from decimal import Decimal

import msgspec

from disclosecheck.extract.numbers import read_chinese
from disclosecheck.extract.prose.skeleton import BLURRED, DATE, NUMBER, OTHER, PERCENT, YEAR, Builder, Skeleton, Token
from disclosecheck.model.phrasing import Context

_DROPPED = frozenset(" \t\n\r\f\v\u00a0\u2002\u2003\u2009\u200b\u202f\u3000\ufeff\"'“”‘’「」『』*")
_NARROW: dict[int, int | str] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(mark): end for mark, end in (("！", "。"), ("？", "。"), ("!", "。"), ("?", "。"), ("○", "〇"), ("﹪", "%"))
}
_NARROW.update(dict.fromkeys(map(ord, "#@~＃＠～\ue000"), BLURRED))
_TIMES = {"万": Decimal(10**4), "亿": Decimal(10**8), "百": Decimal(100), "千": Decimal(1000)}
_NO_TENTH = tuple("立功果员为就效都份人长本套型因品熟")  # 两成员, 一成立: not 20 %

_RUN = re.compile(
    r"[\d零〇一二两三四五六七八九十百千](?:[\d.,零〇一二两三四五六七八九十百千]*[\d零〇一二两三四五六七八九十百千])?"
)
_ARABIC = re.compile(r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?")
_LISTED_YEAR = re.compile(r"\d{1,2}(?=\.(?:19|20)\d\d年)")  # 1.2021年: the number of a list item, then a year
_SCALE = re.compile(r"[百千]?[万亿]")
_MONTH = re.compile(r"(\d{1,2})月(?:(\d{1,2})[日号]?)?")
_PERCENT = (
    r"百分之(\d+(?:\.\d+)?|[零〇一二三四五六七八九十百]+)(?:点([零〇一二三四五六七八九]+))?"  # compiled where it is met
)
_YEAR = re.compile(r"((?:19|20)\d\d)年度?")
_ISO_DATE = re.compile(r"((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_NUMERAL = re.compile(r"[零〇一二两三四五六七八九十百千]+(?:万[零〇一二两三四五六七八九十百千]*)?")
_SPACED = re.compile(r"(?<=\d)([ \u00a0\u3000]+)(?=\d)")


class ChineseReader:
    """Reads passages with the words of one Context."""

    def __init__(self, context: Context, *, traditional: bool = False) -> None:
        self._context = context
        self._table: dict[int, int | str] = dict(_NARROW)
        if traditional:
            from disclosecheck.extract.traditional import SIMPLIFIED, TRADITIONAL

            self._table = {**str.maketrans(TRADITIONAL, SIMPLIFIED), **_NARROW}

    def read(self, text: str) -> Skeleton:
        """The skeleton of a passage as printed."""
        length = len(text)
        text = _SPACED.sub(_keep_apart, text.translate(self._table))
        offsets = None
        if not _DROPPED.isdisjoint(text):
            offsets = [place for place, char in enumerate(text) if char not in _DROPPED]
            text = "".join([text[place] for place in offsets])
        builder = Builder(length, offsets)
        place = 0
        for run in _RUN.finditer(text):
            while place < run.end():
                start = max(place, run.start())
                end, sign, token = self._figure(text, start)
                if sign is None:
                    end = max(end, place + 1)
                    builder.add(text[place:end], place, end)
                else:
                    begin = self._about_from(text, place, start) if token and token.approximate else start
                    if token and text[begin:start] in self._context.aims:
                        token = msgspec.structs.replace(token, aim=True)
                    builder.add(text[place:begin], place, begin)
                    builder.add(sign, begin, end, token)
                place = end
        builder.add(text[place:], place, len(text))
        return builder.build()

    def _figure(self, text: str, start: int) -> tuple[int, str | None, Token | None]:
        """What stands at `start`: where it ends, its sign (None: ordinary text), its token."""
        if text[start].isdigit():
            return _date(text, start) or self._arabic(text, start)
        if text.startswith("百分之", start) and (match := re.compile(_PERCENT).match(text, start)):
            return match.end(), PERCENT, _percent(match)
        match = _NUMERAL.match(text, start)
        if match is None:  # a separator inside a run
            return start + 1, None, None
        return self._numeral(text, start, match)

    def _arabic(self, text: str, start: int) -> tuple[int, str | None, Token | None]:
        match = _LISTED_YEAR.match(text, start) or _ARABIC.match(text, start)
        if match is None:
            return start + 1, None, None
        value, end = Decimal(match[0].replace(",", "")), match.end()
        if text[end : end + 1] == "%":
            return (
                end + 1,
                PERCENT,
                Token(kind="percent", value=value, approximate=self._about(text, start, end + 1), statement=True),
            )
        if scale := _SCALE.match(text, end):
            for unit in scale[0]:
                value *= _TIMES[unit]
            value = value.to_integral_value() if value == value.to_integral_value() else value
            end = scale.end()
        if self._names(text, start, end):
            return end, OTHER, None
        about = self._about(text, start, end) or (scale is not None and text[end : end + 1] != "元")
        return self._past_more(text, end), NUMBER, Token(kind="number", value=value, approximate=about, statement=True)

    def _numeral(self, text: str, start: int, match: re.Match[str]) -> tuple[int, str | None, Token | None]:
        end = match.end()
        if text[end : end + 1] == "成" and end - start == 1 and not text.startswith(_NO_TENTH, end + 1):
            value = read_chinese(match[0])
            if value is not None:
                about = self._about(text, start, end + 1)
                return end + 1, PERCENT, Token(kind="percent", value=value * 10, approximate=about, statement=True)
        if end - start == 4 and text.startswith("年", end) and (year := read_chinese(match[0])) is not None:
            return end + 1, YEAR, Token(kind="year", value=int(year))
        after = self._past_more(text, end)
        counted = text[after : after + 1]
        if not counted or counted not in self._context.counted or text.startswith(self._context.name_before, after):
            return end, None, None
        if text.startswith(self._context.numeral_words, start):
            return end, None, None
        value = read_chinese(match[0])
        if value is None or text[max(0, start - 4) : start].endswith(self._context.numeral_after):
            return end, None, None
        strict = counted in self._context.strictly_counted and match[0] != "一"
        about = self._about(text, start, end)
        return after, NUMBER, Token(kind="number", value=value, approximate=about, statement=strict)

    def _names(self, text: str, start: int, end: int) -> bool:
        """Whether a number is a name, an address or an ordinal and counts nothing."""
        context, before, following = self._context, text[max(0, start - 12) : start], text[end : end + 1]
        if before.endswith(context.name_after) or text.startswith(context.name_before, end):
            return True
        counts = bool(following) and following in context.counted
        if not counts and (
            _is_year(text[start:end]) or text[start:end] in context.names or before.endswith(context.label_after)
        ):
            return True
        if (before and _joins(before[-1])) or (following and _joins(following)) or following in (":", "+"):
            return True
        return (before.endswith(":") and before[-2:-1].isdigit()) or _is_list_numeral(text, start, end)

    def _about(self, text: str, start: int, end: int) -> bool:
        context = self._context
        if text[max(0, start - 5) : start].endswith(context.approximate_before):
            return True
        unit = 0 if text.startswith(context.approximate_after, end) else 1  # 余篇, 篇以上
        return text.startswith(context.approximate_after, end + unit)

    def _about_from(self, text: str, place: int, start: int) -> int:
        """Where 近, 约 or 超过 begins before a number: it is part of the number, so that patterns need not know it."""
        words = [word for word in self._context.approximate_before if text.endswith(word, place, start)]
        return start - max((len(word) for word in words), default=0)

    def _past_more(self, text: str, end: int) -> int:
        return end + 1 if text[end : end + 1] in ("余", "多") else end


def _date(text: str, start: int) -> tuple[int, str, Token | None] | None:
    if match := _YEAR.match(text, start):
        year, end = int(match[1]), match.end()
        if text[end - 1] == "年" and (month := _MONTH.match(text, end)):
            return _month(month, year)
        return end, YEAR, Token(kind="year", value=year)
    if match := _ISO_DATE.match(text, start):
        return match.end(), DATE, Token(kind="date", value=(int(match[1]), int(match[2]), int(match[3])))
    month = _MONTH.match(text, start)
    return _month(month, None) if month else None


def _month(match: re.Match[str], year: int | None) -> tuple[int, str, Token | None]:
    if match[2]:
        return match.end(), DATE, Token(kind="date", value=(year, int(match[1]), int(match[2])))
    if year:
        return match.end(), YEAR, Token(kind="year", value=year)
    return match.end(), OTHER, None


def _percent(match: re.Match[str]) -> Token | None:
    printed = f"一{match[1]}" if match[1].startswith("百") else match[1]
    whole = Decimal(printed) if printed[0].isdigit() else read_chinese(printed)
    if whole is None:
        return None
    tenths = "".join(str(digit) for digit in (read_chinese(char) for char in match[2] or ""))
    return Token(kind="percent", value=Decimal(f"{whole}.{tenths}") if tenths else whole, statement=True)


def _is_list_numeral(text: str, start: int, end: int) -> bool:
    """1. 2、 (3) at the beginning of a passage, sentence or clause."""
    before, after = text[start - 1] if start else "", text[end : end + 1]
    if before in "([" and after in ")]":
        return end - start <= 2 or _is_year(text[start:end])
    return end - start <= 2 and after in (".", "、", ")") and before in ("", "。", ";", ":")


def _joins(char: str) -> bool:
    """What ties a number to a word, an address or another number: COVID-19, t2023_1, 15-20."""
    return (char.isascii() and char.isalpha()) or char in "-—/_=&?@\\"


def _is_year(text: str) -> bool:
    return len(text) == 4 and text[:2] in ("19", "20")


def _keep_apart(match: re.Match[str]) -> str:
    """Space inside a grouped number goes; any other between digits keeps them apart."""
    text, place = match.string, match.end()
    group = (
        len(text[place : place + 4]) >= 3
        and text[place : place + 3].isdigit()
        and not text[place + 3 : place + 4].isdigit()
    )
    head = match.start()
    while head and text[head - 1].isdigit():
        head -= 1
    return match[0] if group and match.start() - head <= 3 and len(match[0]) == 1 else BLURRED * len(match[0])
