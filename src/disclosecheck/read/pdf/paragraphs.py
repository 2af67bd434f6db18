"""Lines into paragraphs, over line and page breaks."""

from collections.abc import Iterable
from itertools import pairwise

import msgspec

from disclosecheck.read.pdf.joining import begins_item, join_lines
from disclosecheck.read.pdf.shapes import Line, PageLayout

# In ems, the size of a full-width character:
_INDENT = 1.2  # a first line stands further in than this
_SLACK = 0.7  # room that may be left at the end of a full line
_CENTRE = 0.5  # how far off the middle a centred line may be
_LEADING = 1.45  # times the usual distance of lines: a wider gap parts paragraphs
_SIZE = 1.4  # times the height: lines that differ more belong to different paragraphs
_LARGE = 1.2  # times the height of the text's lines: a title
_SHORT = 0.35  # by which the last line of a paragraph falls short, where full lines end flush
_SENTENCE_ENDS = "。！？；：.!?;:"


class Column(msgspec.Struct, frozen=True):
    """The column of text of a page: its left and right edge, the distance and height of its lines, and their em."""

    left: float
    right: float
    pitch: float
    height: float
    em: float
    flush: float | None = None  # where full lines end, when they are stretched to end at one place


class Running(msgspec.Struct):
    """A paragraph as it grows."""

    text: str
    page: int
    centred: bool
    indented: bool  # its first line stands further in; then that of the next one would, too
    lines: int = 1


class Paragraphs:
    """Takes lines in reading order and tells paragraphs apart by indent, fullness, gaps, size and numbering."""

    def __init__(self, columns: dict[int, Column]) -> None:
        self._columns = columns
        self._paragraph: Running | None = None
        self._last: tuple[Line, int] | None = None

    def add(self, line: Line, page: int) -> Running | None:
        """The paragraph that the line begins; None when the line goes on with the last one."""
        column = self._columns[page]
        centred = _is_centred(line, column)
        paragraph, last = self._paragraph, self._last
        self._last = line, page
        if paragraph and last and not _breaks(paragraph, last, (line, page), centred, self._columns):
            paragraph.text = join_lines(paragraph.text, line.text, True)
            paragraph.lines += 1
            return None
        self._paragraph = Running(line.text, page, centred, line.x0 - column.left > _INDENT * column.em)
        return self._paragraph

    def close(self) -> None:
        """End the paragraph: a table follows."""
        self._paragraph = self._last = None


def _breaks(
    paragraph: Running, last: tuple[Line, int], new: tuple[Line, int], centred: bool, columns: dict[int, Column]
) -> bool:
    """Whether the new line begins another paragraph."""
    (previous, previous_page), (line, page) = last, new
    before, column = columns[previous_page], columns[page]
    if _is_title(previous, before) and _is_title(line, column) and previous_page == page:
        room = (before.right - before.left) - (previous.x1 - previous.x0)
        return abs(_height(previous) - _height(line)) > 0.15 * _height(line) or room > _needed(line)
    if centred or paragraph.centred or "\t" in line.text or "\t" in previous.text:
        return True
    if max(_height(line), _height(previous)) > _SIZE * min(_height(line), _height(previous)):
        return True
    if page == previous_page and not 0.3 * column.pitch < line.y1 - previous.y1 < _LEADING * column.pitch:
        return True
    if line.x0 - column.left > _INDENT * column.em and not _hangs(paragraph, previous, line):
        return True
    if before.right - previous.x1 > _needed(line):
        return True
    if before.flush is not None and before.flush - previous.x1 > _SHORT * line.em:
        return paragraph.text[-1] in _SENTENCE_ENDS
    return not paragraph.indented and paragraph.text[-1] in _SENTENCE_ENDS and begins_item(line.text)


def _is_title(line: Line, column: Column) -> bool:
    return _height(line) > _LARGE * column.height


def _height(line: Line) -> float:
    return line.y1 - line.y0


def _hangs(paragraph: Running, previous: Line, line: Line) -> bool:
    """Whether an indented line goes on under a hanging indent: 1. first line / second line further in."""
    if paragraph.lines > 1:
        return abs(line.x0 - previous.x0) < 0.5 * line.em
    return begins_item(previous.text) and 0.5 * line.em < line.x0 - previous.x0 < 4 * line.em


def _needed(line: Line) -> float:
    """The room, in points, that the line's first unbreakable characters would have needed on the line before."""
    return line.lead + _SLACK * line.em


def _is_centred(line: Line, column: Column) -> bool:
    """Whether the line stands in the middle, and not by filling the column."""
    width = line.x1 - line.x0
    if width > (0.98 if _is_title(line, column) else 0.85) * (column.right - column.left):
        return False
    off = abs((line.x0 + line.x1) - (column.left + column.right)) / 2
    indent = (line.x0 - column.left) / line.em
    usual = abs(indent - 2) < 0.25  # two characters: a paragraph's first line, of which the end may match by chance
    return indent > _INDENT and off < (_CENTRE / 3 if usual else _CENTRE) * line.em


def text_columns(pages: list[PageLayout]) -> dict[int, Column]:
    """The column of text of each page.

    A page whose lines do not reach both edges (headings and tables only) takes the column of a page of its format that
    does, sooner that of a page on the same side of the sheet: margins may be mirrored for binding.
    """
    formats: dict[tuple[int, int], list[PageLayout]] = {}
    for page in pages:
        formats.setdefault((round(page.width), round(page.height)), []).append(page)
    columns: dict[int, Column] = {}
    for same in formats.values():
        lines = [line for page in same for line in page.lines]
        em = median(line.em for line in lines) if lines else 0.0
        height = median(map(_height, lines)) if lines else 0.0
        edges = {page.number: _edges(page, em) for page in same if page.lines}
        widest = max((right - left for left, right in edges.values()), default=0.0)
        wide = {number: edge for number, edge in edges.items() if edge[1] - edge[0] > widest - em}
        pitch = _pitch(same, em)
        for page in same:
            left, right = _nearest_column(page.number, edges.get(page.number), wide, em)
            columns[page.number] = Column(left, right, pitch, height, em, _flush(page.lines, right, em))
    return columns


def _edges(page: PageLayout, em: float) -> tuple[float, float]:
    """The left edge, and the right one: where most full lines end, or else several, for a single one may run over it.

    Lines that are all short tell of no right edge; the margins are then taken to be equal.
    """
    lines = page.lines
    left = min(line.x0 for line in lines)
    rights = sorted((line.x1 for line in lines), reverse=True)
    enough = min(max(2, len(lines) // 10), len(lines))
    reached = zip(rights, rights[enough - 1 :], strict=False)
    right = next((x for x, other in reached if x - other < 0.6 * em), rights[0])
    ends = [round(x) for x in rights if x > right - 2 * em]
    usual = max(ends, key=ends.count)
    if ends.count(usual) >= max(4, 0.3 * len(ends)):
        right = usual + 0.5
    return left, right if right - left > 0.6 * page.width else max(right, page.width - left)


def _flush(lines: list[Line], right: float, em: float) -> float | None:
    """Where nearly all full lines of a page end; None where they are ragged, or too few to tell."""
    ends = [round(line.x1) for line in lines if line.x1 > right - 2 * em]
    flush = max(ends, key=ends.count, default=0)
    near = sum(abs(end - flush) <= 1 for end in ends)
    return float(flush) if near >= 5 and near > 0.7 * len(ends) else None


def _nearest_column(
    number: int, own: tuple[float, float] | None, wide: dict[int, tuple[float, float]], em: float
) -> tuple[float, float]:
    if number in wide:
        return wide[number]
    around = {
        other: edge
        for other, edge in wide.items()
        if own is None or (edge[0] <= own[0] + em / 4 and edge[1] >= own[1] - em / 4)
    }
    if not around:
        return own or (0.0, 0.0)
    return around[min(around, key=lambda other: ((other - number) % 2, abs(other - number)))]


def median(values: Iterable[float]) -> float:
    """The upper median; `statistics` costs as much to import as a page to read."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def _pitch(pages: list[PageLayout], em: float) -> float:
    """The usual distance of lines."""
    steps = [
        step for page in pages for above, below in pairwise(page.lines) if 0 < (step := below.y1 - above.y1) < 4 * em
    ]
    return median(steps) if steps else 1.5 * em
