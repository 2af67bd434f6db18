"""What may lie behind a sum that is off: said as a hint, never as a verdict."""

from decimal import Decimal

from disclosecheck.kinds.place import cell_place
from disclosecheck.kinds.terms import canonical, value_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Form
from disclosecheck.model.verdict import Balance, Message


def hint(balance: Balance, facts: FactSet, form: Form) -> Message | None:
    """The first of the known patterns that fits, most telling first."""
    values = [(times, cell, value) for times, cell in balance.terms if (value := value_of(facts, cell)) is not None]
    if zero := total_left_zero(balance.terms, facts):
        return Message("hint.total_zero", {"place": cell_place(form, zero)})
    return _swapped(values, balance.residual, form) or _one_cell(balance, facts, form)


def swapped_digits(printed: Decimal, demanded: Decimal) -> bool:
    """Whether two neighbouring digits changed places: 12 for 21."""
    one, other = canonical(printed), canonical(demanded)
    differ = [place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    first, second = differ
    return one[first] == other[second] and one[second] == other[first]


def total_left_zero(terms: tuple[tuple[int, str], ...], facts: FactSet) -> str | None:
    """E-E12: the total that stands at 0 though its parts do not; None where no total does."""
    for sign in (1, -1):
        side = [cell for times, cell in terms if times * sign > 0]
        others = [value_of(facts, cell) for times, cell in terms if times * sign < 0]
        if len(side) == 1 and value_of(facts, side[0]) == 0 and len(others) > 1 and any(map(_positive, others)):
            return side[0]
    return None


def _positive(value: Decimal | None) -> bool:
    return value is not None and value > 0


def _swapped(values: list[tuple[int, str, Decimal]], residual: Decimal, form: Form) -> Message | None:
    found = [
        (cell, value, demanded)
        for times, cell, value in values
        if swapped_digits(value, demanded := value - residual / times)
    ]
    if len(found) != 1:
        return None
    cell, value, demanded = found[0]
    return Message(
        "hint.swapped",
        {"place": cell_place(form, cell), "printed": canonical(value), "demanded": canonical(demanded)},
    )


def _one_cell(balance: Balance, facts: FactSet, form: Form) -> Message | None:
    """E-E10: the difference is what exactly one of several items holds, so it may be counted twice or left out.

    A difference of 1 is met too often to tell anything.
    """
    difference = abs(balance.residual)
    found = items_that_hold(difference, balance.terms, facts)
    if len(found) != 1 or difference < 2:
        return None
    return Message("hint.one_cell", {"place": cell_place(form, found[0]), "difference": canonical(difference)})


def items_that_hold(number: Decimal, terms: tuple[tuple[int, str], ...], facts: FactSet) -> list[str]:
    """The cells that hold a number, of sides on which others do not stand at 0 as well: alone it tells nothing."""
    found: list[str] = []
    for sign in (1, -1):
        side = [(cell, value) for times, cell in terms if times * sign > 0 and (value := value_of(facts, cell))]
        if len(side) > 1:
            found += [cell for cell, value in side if value == number]
    return found
