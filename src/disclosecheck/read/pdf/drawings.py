"""What is drawn on a page besides text: rulings, filled areas and pictures, also those inside form XObjects."""

import ctypes
from collections import deque
from itertools import pairwise, repeat

from disclosecheck.read.pdf import pdfium
from disclosecheck.read.pdf.frame import Frame, Rectangle
from disclosecheck.read.pdf.shapes import Box, Drawings, Edge

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

THIN = 3.0  # a rectangle no wider is a ruling; borders are drawn as rectangles by most office programs
_STRAIGHT = 0.5  # a segment that strays less from the axis is a ruling
_MOST_SEGMENTS = 5000  # of a path; beyond it is a picture (a map, an emblem), not a grid
_RECTANGLE = 5  # segments of one rectangle
_DEEPEST = 8  # form XObjects within one another
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_drawings(page: int, frame: Frame) -> Drawings:
    """All that is drawn, in the frame of the page's text."""
    drawings = Drawings([], [], [], [], 0, [])
    objects = list(map(pdfium.get_object, repeat(page), range(pdfium.count_objects(page))))
    _collect(objects, _IDENTITY, frame, drawings, 0)
    return drawings


def _collect(objects: list[int], matrix: Matrix, frame: Frame, drawings: Drawings, depth: int) -> None:
    types = list(map(pdfium.object_type, objects))
    texts = [item for item, kind in zip(objects, types, strict=True) if kind == pdfium.TEXT_OBJECT]
    drawings.texts += texts
    if len(texts) == len(objects):
        return
    drawings.count += len(objects) - len(texts)
    shapes = [(item, kind) for item, kind in zip(objects, types, strict=True) if kind != pdfium.TEXT_OBJECT]
    bounds = _bounds([item for item, _ in shapes])
    for (item, kind), rectangle in zip(shapes, bounds, strict=True):
        if kind == pdfium.PATH_OBJECT:
            _add_path(item, rectangle, matrix, frame, drawings)
        elif kind == pdfium.FORM_OBJECT:
            if depth < _DEEPEST:
                inner = list(map(pdfium.form_get_object, repeat(item), range(pdfium.form_count_objects(item))))
                _collect(inner, _multiply(_matrix_of(item), matrix), frame, drawings, depth + 1)
        elif kind == pdfium.IMAGE_OBJECT:
            drawings.images.append(Box(*frame.place(*_transform(rectangle, matrix))))


def _bounds(items: list[int]) -> list[Rectangle]:
    """Left, top, right, bottom of each object in its container's space."""
    array = (ctypes.c_float * (4 * len(items)))()
    start = ctypes.addressof(array)
    left, bottom, right, top = (range(start + shift, start + shift + 16 * len(items), 16) for shift in (0, 12, 8, 4))
    deque(map(pdfium.object_bounds, items, left, bottom, right, top), maxlen=0)
    flat = iter(array[:])
    return list(zip(flat, flat, flat, flat, strict=True))


def _add_path(path: int, rectangle: Rectangle, matrix: Matrix, frame: Frame, drawings: Drawings) -> None:
    if matrix is not _IDENTITY:
        rectangle = _transform(rectangle, matrix)
    x0, y0, x1, y1 = frame.place(*rectangle)
    if x1 - x0 <= THIN or y1 - y0 <= THIN:
        _add_thin(x0, y0, x1, y1, drawings)
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.draw_mode(path, ctypes.addressof(fill), ctypes.addressof(stroke))
    segments = pdfium.count_segments(path)
    if not (fill.value or stroke.value) or segments > _MOST_SEGMENTS:
        return
    if not stroke.value and segments <= _RECTANGLE:
        drawings.fills.append(Box(x0, y0, x1, y1, path))
        return
    outlines = _subpaths(path, _multiply(_matrix_of(path), matrix), frame)
    if not stroke.value:
        outlines, rings = _rings(outlines)
        for points in rings:
            _add_outline(points, drawings, path, stroked=True)
    for points in outlines:
        _add_outline(points, drawings, path, stroked=bool(stroke.value))


def _rings(outlines: list[list[Point]]) -> tuple[list[list[Point]], list[list[Point]]]:
    """Outlines that are filled, and those that are the outer edge of a border filled between two rectangles."""
    filled: list[list[Point]] = []
    rings: list[list[Point]] = []
    for points in outlines:
        if filled and _is_inset(_extent(points), _extent(filled[-1])):
            rings.append(filled.pop())
        elif filled and _is_inset(_extent(filled[-1]), _extent(points)):
            filled.pop()
            rings.append(points)
        else:
            filled.append(points)
    return filled, rings


def _is_inset(inner: Rectangle, outer: Rectangle) -> bool:
    """Whether one rectangle lies inside the other, no further than a ruling is thick."""
    shifts = (inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])
    return all(0 <= shift <= THIN for shift in shifts) and any(shifts)


def _extent(points: list[Point]) -> Rectangle:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _add_thin(x0: float, y0: float, x1: float, y1: float, drawings: Drawings) -> None:
    """A line; a dot (the corner where two borders meet, or one of a dotted line) counts both ways."""
    if y1 - y0 <= THIN:
        drawings.horizontal.append(Edge((y0 + y1) / 2, x0, x1))
    if x1 - x0 <= THIN:
        drawings.vertical.append(Edge((x0 + x1) / 2, y0, y1))


def _add_outline(points: list[Point], drawings: Drawings, path: int, *, stroked: bool) -> None:
    """A stroked outline gives its straight sides, a filled one the ruling or the area that it is."""
    x0, y0, x1, y1 = _extent(points)
    if x1 - x0 <= THIN or y1 - y0 <= THIN:
        _add_thin(x0, y0, x1, y1, drawings)
    elif not stroked:
        drawings.fills.append(Box(x0, y0, x1, y1, path))
    else:
        for (ax, ay), (bx, by) in pairwise(points):
            if abs(ay - by) <= _STRAIGHT:
                drawings.horizontal.append(Edge((ay + by) / 2, min(ax, bx), max(ax, bx)))
            elif abs(ax - bx) <= _STRAIGHT:
                drawings.vertical.append(Edge((ax + bx) / 2, min(ay, by), max(ay, by)))


def _subpaths(path: int, matrix: Matrix, frame: Frame) -> list[list[Point]]:
    """The path's runs of straight segments; a curve ends a run."""
    runs: list[list[Point]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    at_x, at_y = ctypes.addressof(x), ctypes.addressof(y)
    for index in range(pdfium.count_segments(path)):
        segment = pdfium.get_segment(path, index)
        kind = pdfium.segment_type(segment)
        pdfium.segment_point(segment, at_x, at_y)
        left, top, _, _ = frame.place(*_transform((x.value, y.value, x.value, y.value), matrix))
        if kind == pdfium.LINE_TO and runs:
            runs[-1].append((left, top))
        else:
            runs.append([(left, top)])
        if pdfium.segment_closes(segment):
            runs[-1].append(runs[-1][0])
    return [run for run in runs if len(run) > 1]


def _matrix_of(item: int) -> Matrix:
    array = (ctypes.c_float * 6)()
    if not pdfium.object_matrix(item, ctypes.addressof(array)):
        return _IDENTITY
    a, b, c, d, e, f = array[:]
    return a, b, c, d, e, f


def _multiply(first: Matrix, then: Matrix) -> Matrix:
    """`first`, then `then`: PDF 32000-1, 8.3.4."""
    a, b, c, d, e, f = first
    ta, tb, tc, td, te, tf = then
    return (
        a * ta + b * tc,
        a * tb + b * td,
        c * ta + d * tc,
        c * tb + d * td,
        e * ta + f * tc + te,
        e * tb + f * td + tf,
    )


def _transform(rectangle: Rectangle, matrix: Matrix) -> Rectangle:
    """The upright rectangle around the transformed one."""
    left, top, right, bottom = rectangle
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (top, bottom)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), max(ys), max(xs), min(ys)
