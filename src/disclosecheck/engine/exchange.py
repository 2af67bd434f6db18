"""Two cells whose figures changed places, seen from the sums that do not add up.

Neither cell need be suspected: in a row that holds, 8 and 2 may stand for 2 and 8, and only the columns are off.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations

import msgspec

MOST = 6  # failed sums that two exchanged cells can stand in


class Equation(msgspec.Struct, frozen=True):
    """sum(coefficient x cell) = residual, which should be 0; `key` is the caller's; coefficients by cell address."""

    key: int
    terms: dict[str, int]
    residual: Decimal


def find_exchanges(
    failed: Sequence[Equation], standing: Mapping[str, Sequence[Equation]], values: Mapping[str, Decimal]
) -> tuple[tuple[str, str], ...]:
    """The only pair of cells that puts all of `failed` right, and breaks no other sum, when they change places.

    `standing` are all judged sums by cell. Nothing where several pairs would do: nobody can tell them apart.
    """
    if not 1 < len(failed) <= MOST:
        return ()
    cells = sorted({cell for equation in failed for cell in equation.terms})
    keys = {equation.key for equation in failed}
    found = [
        (one, other)
        for one, other in combinations(cells, 2)
        if values[one] != values[other] and _mends(one, other, keys, standing, values)
    ]
    return tuple(found) if len(found) == 1 else ()


def corrected_by_exchange(
    corrections: Mapping[str, Decimal], standing: Mapping[str, Sequence[Equation]], values: Mapping[str, Decimal]
) -> tuple[tuple[str, str], ...]:
    """Pairs of wrong cells in one row, column or sum of which each should hold what the other does."""
    found: list[tuple[str, str]] = []
    for one, other in combinations(sorted(corrections), 2):
        crossed = values[one] + corrections[one] == values[other] and values[other] + corrections[other] == values[one]
        joined = _in_one_line(one, other) or any(other in equation.terms for equation in standing[one])
        if crossed and joined and not any({one, other} & {*pair} for pair in found):
            found.append((one, other))
    return tuple(found)


def _in_one_line(one: str, other: str) -> bool:
    """Whether two addresses (table.row.column) share their row or their column."""
    first, second = one.split("."), other.split(".")
    return first[0] == second[0] and any(a == b for a, b in zip(first[1:], second[1:], strict=False))


def _mends(
    one: str,
    other: str,
    keys: set[int],
    standing: Mapping[str, Sequence[Equation]],
    values: Mapping[str, Decimal],
) -> bool:
    difference = values[other] - values[one]
    touched = {equation.key: equation for cell in (one, other) for equation in standing[cell]}
    if not keys <= touched.keys():
        return False
    return all(
        equation.residual + (equation.terms.get(one, 0) - equation.terms.get(other, 0)) * difference == 0
        for equation in touched.values()
    )
