"""Running headers, footers and page numbers, told apart from the text by their place and their return."""

import re

from disclosecheck.read.pdf.shapes import Line, PageLayout

_ZONE = 0.17  # of the page's height, at its top and its bottom
_DEEPEST = 3  # lines of a header or footer
_SAME_PLACE = 4.0  # points by which the place of a running line may differ from page to page
_DASH = r"[-—–－―─‐·•~～|｜_]*"
_NUMBER = r"(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,5}|[ivxlcIVXLC]{1,6})"
# - 1 -, 第 1 页, 第1页共5页, 1/5, Page 1 of 5; spaces are taken out before
_PAGE_NUMBER = re.compile(
    rf"{_DASH}(?:\d{{1,4}}|[ivxl]{{1,6}}){_DASH}|第{_NUMBER}页[,，/]?(?:[（(]?共{_NUMBER}页[)）]?)?|共{_NUMBER}页[,，]?第{_NUMBER}页"
    rf"|{_DASH}\d{{1,4}}[/／]\d{{1,4}}{_DASH}|[Pp]age\d{{1,4}}(?:of\d{{1,4}})?"
)
_DIGITS = re.compile(r"\d+")


def take_margins(pages: list[PageLayout]) -> list[str]:
    """Remove running lines from the pages; returns their texts, each once, in the order met."""
    met: dict[str, None] = {}
    for side in (_Side(at_top=True), _Side(at_top=False)):
        for _ in range(_DEEPEST):
            outermost = {page.number: line for page in pages if (line := side.outermost(page))}
            running = _running(outermost, pages)
            for page in pages:
                if page.number in running:
                    line = outermost[page.number]
                    page.lines.remove(line)
                    met[line.text] = None
            if not running:
                break
    return list(met)


class _Side:
    """The upper or the lower margin."""

    def __init__(self, *, at_top: bool) -> None:
        self.at_top = at_top

    def outermost(self, page: PageLayout) -> Line | None:
        """The page's outermost line, when it lies in the margin and no table lies further out."""
        if not page.lines:
            return None
        if self.at_top:
            line = page.lines[0]
            beyond = any(piece.y0 < line.y0 for piece in page.pieces)
            inside = line.y1 < _ZONE * page.height
        else:
            line = page.lines[-1]
            beyond = any(piece.y1 > line.y1 for piece in page.pieces)
            inside = line.y0 > (1 - _ZONE) * page.height
        return line if inside and not beyond else None


def _running(outermost: dict[int, Line], pages: list[PageLayout]) -> set[int]:
    """The pages whose outermost line is a page number, or returns at its place on many pages."""
    running: set[int] = set()
    shapes: dict[str, list[int]] = {}
    for number, line in outermost.items():
        bare = "".join(line.text.split())
        if _PAGE_NUMBER.fullmatch(bare):
            running.add(number)
        shapes.setdefault(_DIGITS.sub("0", bare), []).append(number)
    enough = max(2, (len(pages) * 2 + 4) // 5)
    for numbers in shapes.values():
        places = [outermost[number].y0 for number in numbers]
        if len(numbers) >= enough and max(places) - min(places) <= _SAME_PLACE:
            running.update(numbers)
    return running
