"""A figure of a metrics file as its fact's type wants it."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from disclosecheck.model.registry import FactName, ValueType
from disclosecheck.model.verdict import Message

Raw = str | int | float | bool
Value = Decimal | str | bool

_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_NARROW = str.maketrans("０１２３４５６７８９．，％－　", "0123456789.,%- ")
_TRUE, _FALSE = ("true", "yes", "是", "有", "已"), ("false", "no", "否", "无", "未")
_PERCENT, _RATIO = ("percent", "%", "％", "百分比"), ("ratio", "小数", "比值")
_SCALES = {"yuan": {"yuan": 1, "元": 1, "万元": 10000}}
_PLACES = Decimal("0.000001")  # of a quotient; finer than any count of cases can tell


class FigureError(Exception):
    """What is wrong with a figure."""

    def __init__(self, key: str, **params: str) -> None:
        super().__init__(key)
        self.message = Message(f"metrics.{key}", dict(params))


def read_value(raw: Raw, unit: str | None, fact: FactName) -> Value:
    """The value in the fact's own unit.

    Raises FigureError.
    """
    return _READERS[fact.type](raw, unit, fact)


def read_quotient(numerator: Raw, denominator: Raw, fact: FactName) -> Decimal:
    """A percentage from its two counts.

    Raises FigureError.
    """
    if fact.type != "percent":
        raise FigureError("no_quotient")
    part, whole = _count(numerator), _count(denominator)
    if whole == 0:
        raise FigureError("zero_denominator")
    return _in_range((part * 100 / whole).quantize(_PLACES), fact)


def _percent(raw: Raw, unit: str | None, fact: FactName) -> Decimal:
    text = str(raw).translate(_NARROW).strip()
    value = _number(raw if not isinstance(raw, str) else text.removesuffix("%"))
    if text.endswith("%") or unit in _PERCENT:
        if text.endswith("%") and unit in _RATIO:
            raise FigureError("units_differ", value=text, unit=unit or "")
        return _in_range(value, fact)
    if unit in _RATIO:
        return _in_range(value * 100, fact)
    if unit is not None:
        raise FigureError("unit_unknown", unit=unit, known="percent, ratio")
    if 0 < value <= 1:
        raise FigureError("percent_or_ratio", value=text)
    return _in_range(value, fact)


def _integer(raw: Raw, unit: str | None, fact: FactName) -> Decimal:
    _same_unit(unit, fact)
    return _in_range(_count(raw), fact)


def _count(raw: Raw) -> Decimal:
    value = _number(raw)
    if value != value.to_integral_value() or value < 0:
        raise FigureError("not_whole", value=str(raw))
    return Decimal(int(value))


def _decimal(raw: Raw, unit: str | None, fact: FactName) -> Decimal:
    scales = _SCALES.get(fact.unit, {fact.unit: 1})
    if unit is not None and unit not in scales:
        raise FigureError("unit_unknown", unit=unit, known=", ".join(scales))
    return _in_range(_number(raw) * (scales[unit] if unit else 1), fact)


def _day(raw: Raw, unit: str | None, fact: FactName) -> str:
    _same_unit(unit, fact)
    match = _DATE.fullmatch(str(raw).translate(_NARROW).replace(" ", ""))
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError as error:
        raise FigureError("no_date", value=str(raw)) from error
    raise FigureError("no_date", value=str(raw))


def _bool(raw: Raw, unit: str | None, fact: FactName) -> bool:
    _same_unit(unit, fact)
    text = str(raw).strip().lower()
    if text in _TRUE or (fact.unit == "url" and text.startswith(("http://", "https://"))):
        return True
    if text in _FALSE:
        return False
    raise FigureError("no_link" if fact.unit == "url" else "no_bool", value=str(raw))


def _number(raw: Raw) -> Decimal:
    if isinstance(raw, bool):
        raise FigureError("no_number", value=str(raw).lower())
    text = str(raw).translate(_NARROW).strip()
    if not _NUMBER.fullmatch(text):
        raise FigureError("no_number", value=text)
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation as error:
        raise FigureError("no_number", value=text) from error


def _in_range(value: Decimal, fact: FactName) -> Decimal:
    if value < 0:
        raise FigureError("negative", value=format(value, "f"))
    if fact.at_most is not None and value > fact.at_most:
        raise FigureError("too_large", value=format(value, "f"), most=str(fact.at_most))
    return value


def _same_unit(unit: str | None, fact: FactName) -> None:
    if unit is not None and unit.replace(" ", "_") != fact.unit:
        raise FigureError("unit_unknown", unit=unit, known=fact.unit)


_READERS: dict[ValueType, Callable[[Raw, str | None, FactName], Value]] = {
    "percent": _percent,
    "integer": _integer,
    "decimal": _decimal,
    "date": _day,
    "bool": _bool,
}
