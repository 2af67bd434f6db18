"""Which cells are wrong, seen from the sums that do not add up.

Every judged equation is sum(coefficient x cell) = residual, and should be 0. A cell is suspected when every
equation it stands in is off; it is located when one correction of it (or the only smallest set of corrections)
puts all of them right. What stands in an equation that holds is not suspected.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations

import msgspec

from disclosecheck.engine.exchange import Equation, corrected_by_exchange, find_exchanges

LARGEST = 3  # cells that are looked for at once where they share a row or a column


class Located(msgspec.Struct, frozen=True):
    """Corrections by cell (add it to what is printed), the candidates where several would do, by equation, and pairs
    of cells that put right all they stand in when their figures change places.
    """

    corrections: dict[str, Decimal]
    candidates: dict[int, tuple[str, ...]]
    exchanges: tuple[tuple[str, str], ...] = ()


def locate(equations: Sequence[Equation], values: dict[str, Decimal], doubted: Iterable[Equation]) -> Located:
    """Find the wrong cells; `doubted` are sums that speak against a cell without being equations of the form.

    `values` are the printed numbers: a correction may not make a count negative.
    """
    standing: dict[str, list[Equation]] = {}
    for equation in equations:
        for cell in equation.terms:
            standing.setdefault(cell, []).append(equation)
    suspects = {cell: present for cell, present in standing.items() if all(equation.residual for equation in present)}
    crossing = {cell: present for cell, present in suspects.items() if len(present) > 1}
    corrections, candidates = _singles(crossing, values)
    open_ones = _unexplained(equations, corrections, candidates)
    for found, ambiguous in _groups(open_ones, crossing, values):
        corrections |= found
        candidates |= ambiguous
    open_ones = _unexplained(equations, corrections, candidates)
    corrections |= _supported(open_ones, suspects, values, tuple(doubted))
    open_ones = _unexplained(equations, corrections, candidates)
    exchanged = corrected_by_exchange(corrections, standing, values)
    single = {cell: demand for cell, demand in corrections.items() if not any(cell in pair for pair in exchanged)}
    return Located(single, candidates, (*exchanged, *find_exchanges(open_ones, standing, values)))


def _singles(
    crossing: dict[str, list[Equation]], values: dict[str, Decimal]
) -> tuple[dict[str, Decimal], dict[int, tuple[str, ...]]]:
    """Cells whose one correction puts right all they stand in, unless another cell would do as well."""
    possible = {cell: demand for cell, present in crossing.items() if (demand := _demand(cell, present, values))}
    rivals: dict[int, list[str]] = {}
    for cell in possible:
        for equation in crossing[cell]:
            rivals.setdefault(equation.key, []).append(cell)
    sure = {
        cell: demand
        for cell, demand in possible.items()
        if all(len(rivals[equation.key]) == 1 for equation in crossing[cell])
    }
    unsure = {key: tuple(cells) for key, cells in rivals.items() if not any(cell in sure for cell in cells)}
    return sure, unsure


def _demand(cell: str, present: Sequence[Equation], values: dict[str, Decimal]) -> Decimal | None:
    """The one correction of `cell` that all of `present` ask for."""
    demands = {-equation.residual / equation.terms[cell] for equation in present}
    demand = demands.pop()
    return demand if not demands and _allowed(cell, demand, values) else None


def _allowed(cell: str, demand: Decimal, values: dict[str, Decimal]) -> bool:
    corrected = values[cell] + demand
    return corrected >= 0 and corrected % 1 == 0


def _unexplained(
    equations: Sequence[Equation], corrections: dict[str, Decimal], candidates: dict[int, tuple[str, ...]]
) -> list[Equation]:
    return [
        equation
        for equation in equations
        if equation.residual and equation.key not in candidates and not corrections.keys() & equation.terms.keys()
    ]


def _groups(
    open_ones: list[Equation], crossing: dict[str, list[Equation]], values: dict[str, Decimal]
) -> Iterable[tuple[dict[str, Decimal], dict[int, tuple[str, ...]]]]:
    """Several wrong cells that share rows or columns: the only smallest set that puts a connected part right."""
    for part in _connected(open_ones, crossing):
        keys = {equation.key for equation in part}
        cells = sorted(cell for cell, present in crossing.items() if {equation.key for equation in present} <= keys)
        for size in range(2, LARGEST + 1):
            solutions = [
                solution
                for chosen in combinations(cells, size)
                if (solution := _solve(chosen, part, crossing, values)) is not None
            ]
            if len(solutions) == 1:
                yield solutions[0], {}
            elif solutions:
                named = tuple(sorted({cell for solution in solutions for cell in solution}))
                yield {}, {key: tuple(cell for cell in named if _stands(cell, key, crossing)) for key in keys}
            if solutions:
                break


def _stands(cell: str, key: int, crossing: dict[str, list[Equation]]) -> bool:
    return any(equation.key == key for equation in crossing[cell])


def _connected(equations: list[Equation], crossing: dict[str, list[Equation]]) -> list[list[Equation]]:
    """The equations in parts that no suspected cell joins; only parts that few cells could explain."""
    remaining = {equation.key: equation for equation in equations}
    neighbours: dict[int, set[int]] = {key: set() for key in remaining}
    for present in crossing.values():
        keys = [equation.key for equation in present]
        if all(key in remaining for key in keys):
            for key in keys:
                neighbours[key].update(keys)
    parts: list[list[Equation]] = []
    while remaining:
        frontier, reached = [next(iter(remaining))], set[int]()
        while frontier:
            key = frontier.pop()
            if key not in reached:
                reached.add(key)
                frontier += neighbours[key]
        parts.append([remaining.pop(key) for key in sorted(reached)])
    return [part for part in parts if 2 < len(part) <= 3 * LARGEST]  # a cell stands in three equations at most


def _solve(
    chosen: tuple[str, ...], part: list[Equation], crossing: dict[str, list[Equation]], values: dict[str, Decimal]
) -> dict[str, Decimal] | None:
    """The corrections of `chosen`, each of them needed, that put every equation of `part` right."""
    covered = {equation.key for cell in chosen for equation in crossing[cell]}
    if len(covered) < len(part):
        return None
    found: dict[str, Decimal] = {}
    for _ in chosen:
        for equation in part:
            unknown = [cell for cell in chosen if cell in equation.terms and cell not in found]
            if len(unknown) == 1:
                found[unknown[0]] = -_left(equation, found) / equation.terms[unknown[0]]
    if len(found) < len(chosen) or any(_left(equation, found) for equation in part):
        return None
    return found if all(demand and _allowed(cell, demand, values) for cell, demand in found.items()) else None


def _left(equation: Equation, corrections: dict[str, Decimal]) -> Decimal:
    """What is left of an equation's residual after corrections."""
    return equation.residual + sum(
        (equation.terms[cell] * demand for cell, demand in corrections.items() if cell in equation.terms), Decimal(0)
    )


def _supported(
    open_ones: list[Equation],
    suspects: dict[str, list[Equation]],
    values: dict[str, Decimal],
    doubted: tuple[Equation, ...],
) -> dict[str, Decimal]:
    """Cells in one equation only (table 4), where the text or the cell's own value speaks against exactly one."""
    corrections: dict[str, Decimal] = {}
    for equation in open_ones:
        found = {
            cell: demand
            for cell in equation.terms
            if len(suspects.get(cell, ())) == 1
            and (demand := _demand(cell, [equation], values))
            and any(_left(doubt, {cell: demand}) == 0 for doubt in doubted if cell in doubt.terms)
        }
        if len(found) == 1:
            corrections |= found
    return corrections
