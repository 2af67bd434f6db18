"""Rulings into edges: near parallels snapped to one line, pieces on a line joined, those that touch kept together."""

from bisect import bisect_left, bisect_right

from disclosecheck.read.pdf.shapes import Edge

SNAP = 3.0  # parallels nearer than this are one line (double borders, the two sides of neighbouring cells)
_COLUMN = 150.0  # points; a ruling further from a table is no side of it
GAP = 3.0  # pieces of a line no further apart are one ruling (dashes, cells bordered one by one)


class Joints:
    """Edges that touch, directly or over others; each group outlines one grid."""

    def __init__(self, horizontal: list[Edge], vertical: list[Edge]) -> None:
        self.horizontal = horizontal
        self.vertical = vertical
        self._leader = list(range(len(horizontal) + len(vertical)))
        self._touched = [False] * len(self._leader)
        self._join()

    def _join(self) -> None:
        places = [level.at for level in self.horizontal]  # ascending, as join_edges leaves them
        for number, upright in enumerate(self.vertical, len(self.horizontal)):
            at = upright.at
            first, last = bisect_left(places, upright.start - GAP), bisect_right(places, upright.end + GAP)
            for index in range(first, last):
                level = self.horizontal[index]
                if level.start - GAP <= at <= level.end + GAP:
                    self._leader[self._find(number)] = self._find(index)
                    self._touched[number] = self._touched[index] = True

    def _find(self, number: int) -> int:
        while self._leader[number] != number:
            self._leader[number] = self._leader[self._leader[number]]
            number = self._leader[number]
        return number

    def groups(self) -> list[tuple[list[Edge], list[Edge]]]:
        """Horizontal and vertical edges of each group; edges that touch none are left out."""
        groups: dict[int, tuple[list[Edge], list[Edge]]] = {}
        offset = len(self.horizontal)
        loose: list[Edge] = []
        for number in range(len(self._leader)):
            if self._touched[number]:
                group = groups.setdefault(self._find(number), ([], []))
                if number < offset:
                    group[0].append(self.horizontal[number])
                else:
                    group[1].append(self.vertical[number - offset])
            elif number >= offset:
                loose.append(self.vertical[number - offset])
        for levels, uprights in groups.values():
            uprights += _beside(loose, levels, uprights)
        return list(groups.values())


def _beside(loose: list[Edge], levels: list[Edge], uprights: list[Edge]) -> list[Edge]:
    """The outer side of a column whose one cell goes on over both ends of the page: no level ruling meets it."""
    top, bottom = min(edge.start for edge in uprights), max(edge.end for edge in uprights)
    left, right = min(edge.start for edge in levels), max(edge.end for edge in levels)
    return [
        edge
        for edge in loose
        if edge.start <= top + 2 * GAP
        and edge.end >= bottom - 2 * GAP
        and (left - _COLUMN < edge.at < left or right < edge.at < right + _COLUMN)
    ]


def join_edges(edges: list[Edge]) -> list[Edge]:
    """Edges of one direction, snapped and joined, sorted by their place."""
    joined: list[Edge] = []
    for line in _parallels(edges):
        line.sort(key=_start)
        at = _weighted_place(line)
        current = Edge(at, line[0].start, line[0].end)
        for edge in line[1:]:
            if edge.start <= current.end + GAP:
                current.end = max(current.end, edge.end)
            else:
                joined.append(current)
                current = Edge(at, edge.start, edge.end)
        joined.append(current)
    return joined


def _parallels(edges: list[Edge]) -> list[list[Edge]]:
    """Edges grouped by their place; a group spans no more than SNAP."""
    lines: list[list[Edge]] = []
    first = 0.0
    for edge in sorted(edges, key=_at):
        if lines and edge.at - first <= SNAP:
            lines[-1].append(edge)
        else:
            lines.append([edge])
            first = edge.at
    return lines


def _weighted_place(line: list[Edge]) -> float:
    """The place most of the line's length lies at."""
    length = sum(edge.end - edge.start for edge in line) or 1.0
    return sum(edge.at * (edge.end - edge.start) for edge in line) / length


def _at(edge: Edge) -> float:
    return edge.at


def _start(edge: Edge) -> float:
    return edge.start
