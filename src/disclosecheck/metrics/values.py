"""A figure of a metrics file as its fact's type wants it."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from disclosecheck.metrics.form import MetricsForm, fold, named, says
from disclosecheck.model.registry import FactName, ValueType
from disclosecheck.model.verdict import Message

Raw = str | int | float | bool
Value = Decimal | str | bool

_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d\d)(\d\d))(?:[T ]00:00(?::00)?)?")
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050  # Excel's numbers of 2000-01-01 and 2099-12-31
_DAY_0 = date(1899, 12, 30)  # of Excel, for days after February 1900
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_NARROW = str.maketrans("０１２３４５６７８９．，％－　", "0123456789.,%- ")
_PLACES = Decimal("0.000001")  # of a quotient; finer than any count of cases can tell


class FigureError(Exception):
    """What is wrong with a figure."""

    def __init__(self, key: str, **params: str) -> None:
        super().__init__(key)
        self.message = Message(f"metrics.{key}", dict(params))


def read_value(raw: Raw, unit: str | None, fact: FactName, form: MetricsForm) -> Value:
    """The value in the fact's own unit.

    Raises FigureError.
    """
    if fact.type != "bool" and isinstance(raw, str) and fold(raw) in map(fold, form.not_stated):
        raise FigureError("not_zero", value=raw.strip())
    return _READERS[fact.type](raw, unit, fact, form)


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


def read_date(raw: Raw) -> str:
    """An ISO date from one as it is written, or from Excel's number of a day.

    Raises FigureError.
    """
    text = str(raw).translate(_NARROW).strip()
    if _SERIAL.fullmatch(text) and _FIRST_SERIAL <= float(text) <= _LAST_SERIAL:
        return (_DAY_0 + timedelta(days=int(float(text)))).isoformat()
    match = _DATE.fullmatch(text) or _DATE.fullmatch(text.replace(" ", ""))
    try:
        if match:
            return date(int(match[1]), int(match[2] or match[4]), int(match[3] or match[5])).isoformat()
    except ValueError as error:
        raise FigureError("no_date", value=str(raw)) from error
    raise FigureError("no_date", value=str(raw))


def is_proof(raw: object, fact: FactName) -> bool:
    """Whether something in place of a yes to a publication may show it: an address, a date, a number, a file.

    What it is and whether it is any good is for the rule.
    """
    if fact.unit != "url" or not isinstance(raw, str):
        return False
    text = raw.translate(_NARROW).strip()
    return any(sign in "./\\" or sign.isdecimal() for sign in text) and not _NUMBER.fullmatch(text)


def _percent(raw: Raw, unit: str | None, fact: FactName, form: MetricsForm) -> Decimal:
    text = str(raw).translate(_NARROW).strip()
    value = _number(raw if not isinstance(raw, str) else text.removesuffix("%"))
    named_unit = unit and named(unit, form.units)
    if unit and named_unit not in ("percent", "ratio"):
        raise FigureError("unit_unknown", unit=unit, known="%, ratio（比值）")
    if text.endswith("%") and named_unit == "ratio":
        raise FigureError("units_differ", value=text, unit=unit or "")
    if named_unit == "ratio":
        return _in_range(value * 100, fact)
    if 0 < value <= 1 and not (named_unit or text.endswith("%")):
        raise FigureError("percent_or_ratio", value=text)
    return _in_range(value, fact)


def _integer(raw: Raw, unit: str | None, fact: FactName, form: MetricsForm) -> Decimal:
    _scale(unit, fact, form)
    return _in_range(_count(raw), fact)


def _count(raw: Raw) -> Decimal:
    value = _number(raw)
    if value != value.to_integral_value() or value < 0:
        raise FigureError("not_whole", value=str(raw))
    return Decimal(int(value))


def _decimal(raw: Raw, unit: str | None, fact: FactName, form: MetricsForm) -> Decimal:
    return _in_range(_number(raw) * _scale(unit, fact, form), fact)


def _day(raw: Raw, unit: str | None, fact: FactName, form: MetricsForm) -> str:
    _scale(unit, fact, form)
    return read_date(raw)


def _bool(raw: Raw, unit: str | None, fact: FactName, form: MetricsForm) -> bool:
    _scale(unit, fact, form)
    text = str(raw)
    if says(text, form.no):
        return False
    if says(text, form.yes) or is_proof(raw, fact):
        return True
    raise FigureError("no_link" if fact.unit == "url" else "no_bool", value=text)


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


def _scale(unit: str | None, fact: FactName, form: MetricsForm) -> int:
    """How many of the fact's own unit one of the stated unit is.

    Raises FigureError when it is another unit.
    """
    own = form.units.get(fact.unit)
    if unit is None or fold(unit) == fold(fact.unit) or (own and says(unit, own)):
        return 1
    scales = {fold(name): scale for name, scale in own.scales.items()} if own else {}
    if fold(unit) in scales:
        return scales[fold(unit)]
    if own and own.counts and unit.strip() in form.measure_words:
        return 1
    known = [fact.unit, *((own.title.zh, *own.scales) if own else ())]
    raise FigureError("unit_unknown", unit=unit, known=", ".join(dict.fromkeys(known)))


_READERS: dict[ValueType, Callable[[Raw, str | None, FactName, MetricsForm], Value]] = {
    "percent": _percent,
    "integer": _integer,
    "decimal": _decimal,
    "date": _day,
    "bool": _bool,
}
