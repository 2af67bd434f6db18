"""The one form in which numbers are written out."""

from decimal import Decimal


def canonical(value: Decimal) -> str:
    """The contract's form: no exponent, no superfluous zeros, no sign on 0."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
