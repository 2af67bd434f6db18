"""Edges into cells: a grid of unit cells, joined wherever no ruling parts them."""

from bisect import bisect_left
from itertools import pairwise

from disclosecheck.read.pdf.edges import GAP, Joints, join_edges
from disclosecheck.read.pdf.shapes import Drawings, Edge, Grid, GridCell

_LEAST = 5.0  # points between two lines that hold a cell; nearer ones are the two strokes of a double border
_FURTHEST = 50_000.0  # points
_MOST_UNITS = 200_000  # cells of one page's grid; beyond it is hatching or graph paper
_MOST_EDGES = 5_000  # of a page; beyond them is a map or hatching


def find_grids(drawings: Drawings) -> list[Grid]:
    """The grids that a page's rulings outline, single boxes among them, from top to bottom."""
    if not drawings.horizontal or not drawings.vertical:
        return []
    horizontal, vertical = join_edges(_sane(drawings.horizontal)), join_edges(_sane(drawings.vertical))
    if len(horizontal) + len(vertical) > _MOST_EDGES:
        return []
    grids = [grid for levels, uprights in Joints(horizontal, vertical).groups() if (grid := _grid(levels, uprights))]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _sane(edges: list[Edge]) -> list[Edge]:
    """Edges with numbers that a page can have; a broken file may have others."""
    return [edge for edge in edges if -_FURTHEST < edge.start <= edge.end < _FURTHEST and abs(edge.at) < _FURTHEST]


def _grid(levels: list[Edge], uprights: list[Edge]) -> Grid | None:
    """The grid of edges that touch; None when they enclose nothing."""
    xs, ys = _places(uprights), _places(levels)
    left, right = _reach(levels)
    top, bottom = _reach(uprights)
    xs = [*([left] if left < xs[0] - 2 * GAP else []), *xs, *([right] if right > xs[-1] + 2 * GAP else [])]
    ys = [*([top] if top < ys[0] - 2 * GAP else []), *ys, *([bottom] if bottom > ys[-1] + 2 * GAP else [])]
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns > _MOST_UNITS:
        return None
    walls = _walls(uprights, xs, ys)
    floors = _walls(levels, ys, xs)
    cells, places = _cells(walls, floors, rows, columns)
    for number in {*places[0], *places[-1]}:
        cell = cells[number]
        cell.open_top = cell.row == 0 and not any(floors[0][cell.column : cell.column_end])
        cell.open_bottom = cell.row_end == rows and not any(floors[rows][cell.column : cell.column_end])
    return Grid(xs, ys, cells, places)


def _reach(edges: list[Edge]) -> tuple[float, float]:
    """How far at least two of the edges go: a single one that sticks out opens no row or column."""
    starts, ends = sorted(edge.start for edge in edges), sorted(edge.end for edge in edges)
    return starts[min(1, len(starts) - 1)], ends[max(-2, -len(ends))]


def _places(edges: list[Edge]) -> list[float]:
    """The places of edges, those too near to hold a cell between them taken as one."""
    places: list[float] = []
    for at in sorted({edge.at for edge in edges}):
        if not places or at - places[-1] >= _LEAST:
            places.append(at)
    return places


def _walls(edges: list[Edge], places: list[float], across: list[float]) -> list[list[bool]]:
    """For each place and each unit along it: whether an edge runs there."""
    middles = [(start + end) / 2 for start, end in pairwise(across)]
    walls = [[False] * len(middles) for _ in places]
    for edge in edges:
        place = max(bisect_left(places, edge.at) - 1, 0)
        if place + 1 < len(places) and abs(places[place + 1] - edge.at) < abs(places[place] - edge.at):
            place += 1
        for unit in range(bisect_left(middles, edge.start - GAP), bisect_left(middles, edge.end + GAP)):
            walls[place][unit] = True
    return walls


def _cells(
    walls: list[list[bool]], floors: list[list[bool]], rows: int, columns: int
) -> tuple[list[GridCell], list[list[int]]]:
    """Unit cells grown to the right, then down, until a ruling stops them; and for each unit its cell's index."""
    places = [[-1] * columns for _ in range(rows)]
    cells: list[GridCell] = []
    for row, line in enumerate(places):
        for column in range(columns):
            if line[column] >= 0:
                continue
            right = column + 1
            while right < columns and not walls[right][row] and line[right] < 0:
                right += 1
            down = row + 1
            while down < rows and not floors[down][column] and _continues(walls, floors, down, column, right):
                down += 1
            line[column] = len(cells)
            if right > column + 1 or down > row + 1:
                for below in places[row:down]:
                    below[column:right] = [len(cells)] * (right - column)
            cells.append(GridCell(row, column, down, right))
    return cells, places


def _continues(walls: list[list[bool]], floors: list[list[bool]], row: int, column: int, right: int) -> bool:
    """Whether the cell over columns [column, right) goes on into `row`: no floor above it, no wall within it."""
    return not any(floors[row][column:right]) and not any(walls[inner][row] for inner in range(column + 1, right))
