"""Numbers that rows state, or how many of the choices each has."""

from decimal import Decimal, InvalidOperation
from functools import lru_cache

from disclosecheck.measures.view import View
from disclosecheck.model.ledger import BLANK, UNREADABLE, Column


def numbers_of(column: Column, view: View) -> list[Decimal | int | None]:
    """By row; None where it is blank or no number. A blank is never 0.

    Raises MissingColumnError.
    """
    if column.type == "choices":
        known = {code: _chosen(code) for code in {*view.codes(column.key)}}
        return [known[code] for code in view.codes(column.key)]
    return [_number(text) for text in view.texts(column.key)]


def _chosen(code: int) -> int | None:
    return None if code in (BLANK, UNREADABLE) else code.bit_count()


@lru_cache(maxsize=4096)
def _number(text: str) -> Decimal | int | None:
    if text.isascii() and text.isdigit() and len(text) < 20:
        return int(text)
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and number >= 0 else None
