"""Grids of a single column: boxes around prose, unless they continue a table over a page break."""

from itertools import pairwise

from disclosecheck.read.pdf.joining import join_lines
from disclosecheck.read.pdf.shapes import Grid, Line, PageLayout, Piece, PieceCell
from disclosecheck.read.pdf.stitch import SAME

_FOOT = 0.6  # of the page's height


def adopt_frames(layouts: list[PageLayout]) -> None:
    """Turn frames at a page break into pieces of the table on its other side; the lines in all others stay prose.

    A caption row that stands alone at the foot of a page is such a frame.
    """
    for before, after in pairwise(layouts):
        if not before.frames and not after.frames:
            continue
        last, first = _last(before), _first(after)
        if isinstance(last, Grid) and isinstance(first, Piece) and _same_outline(last, first):
            _adopt(before, last)
        elif isinstance(last, Piece) and isinstance(first, Grid) and _same_outline(first, last):
            _adopt(after, first)


def _last(layout: PageLayout) -> Grid | Piece | None:
    """What stands lowest on the page, when it is a table, or a frame at the foot of the page."""
    frames = [frame for frame in layout.frames if frame.ys[-1] > _FOOT * layout.height]
    bodies = [(piece.y1, piece) for piece in layout.pieces] + [(frame.ys[-1], frame) for frame in frames]
    if not bodies:
        return None
    bottom, body = max(bodies, key=lambda item: item[0])
    return body if all(_middle(line) < bottom for line in layout.lines) else None


def _first(layout: PageLayout) -> Grid | Piece | None:
    """What stands highest on the page, when it is a table or a frame."""
    bodies = [(piece.y0, piece) for piece in layout.pieces] + [(frame.ys[0], frame) for frame in layout.frames]
    if not bodies:
        return None
    top, body = min(bodies, key=lambda item: item[0])
    return body if all(_middle(line) > top for line in layout.lines) else None


def _same_outline(frame: Grid, piece: Piece) -> bool:
    return abs((frame.xs[-1] - frame.xs[0]) - (piece.x1 - piece.x0)) <= SAME


def _adopt(layout: PageLayout, frame: Grid) -> None:
    inside = [line for line in layout.lines if frame.ys[0] <= _middle(line) <= frame.ys[-1]]
    x0, x1 = frame.xs
    cells = []
    for cell in frame.cells:
        top, bottom = frame.ys[cell.row], frame.ys[cell.row_end]
        text = ""
        for line in inside:
            if top <= _middle(line) <= bottom:
                text = join_lines(text, line.text, True)
        cells.append(
            PieceCell(cell.row, cell.row_end, x0, x1, text, layout.number, 0.0, cell.open_top, cell.open_bottom)
        )
    layout.lines = [line for line in layout.lines if line not in inside]
    layout.frames.remove(frame)
    layout.pieces.append(Piece(layout.number, len(frame.ys) - 1, x0, x1, frame.ys[0], frame.ys[-1], cells))


def _middle(line: Line) -> float:
    return (line.y0 + line.y1) / 2
