"""The report's title where a page sets it outside the main text."""

from collections.abc import Iterator

from disclosecheck.read.html.metadata import Metadata
from disclosecheck.read.html.page import BOLD, Element, is_bold, plain_style, text_of

_SHORTEST, _LONGEST = 6, 100  # characters of a title
_NEAREST = 12  # blocks above the main text that are looked at
_LEVELS = {"h1": 1, "h2": 2, "h3": 3}
_SEPARATORS = ("_", "|", " - ", "-", "—", "–")  # between article and site in <title>


def title_above(above: list[Element], metadata: Metadata) -> tuple[str, int | None] | None:
    """The title's text and heading level; None where none stands above.

    First what repeats the metadata's title, then what is set like a title and names a year.
    """
    named = _article_title(metadata)
    set_like_titles: list[tuple[str, int | None]] = []
    for element in above[:_NEAREST]:
        for part in _parts(element):
            line = " ".join(text_of(part).split())
            if not _SHORTEST <= len(line) <= _LONGEST or "：" in line or ":" in line:
                continue
            level = _LEVELS.get(part.tag)
            if _repeats(line, named):
                return line, level
            if (level or _is_set_off(part)) and any(sign.isdigit() or sign == "〇" for sign in line):
                set_like_titles.append((line, level))
    return set_like_titles[0] if set_like_titles else None


def _is_set_off(part: Element) -> bool:
    """Centred, bold, or named a title in its class."""
    names = f"{part.get('class') or ''} {part.get('id') or ''}".lower()
    style = plain_style(part.get("style") or "")
    centred = "text-align:center" in style or (part.get("align") or "").lower() == "center"
    return "tit" in names or centred or is_bold(style) or next(part.iter(*BOLD), None) is not None


def _repeats(line: str, title: str) -> bool:
    """Whether a line and the metadata's title are the same, give or take an organ's name before it."""
    if not title:
        return False
    line, title = "".join(line.split()), "".join(title.split())
    short, long = sorted((line, title), key=len)
    return len(short) >= _SHORTEST and short in long and len(short) * 2 > len(long)


def _article_title(metadata: Metadata) -> str:
    title = metadata.title or ""
    if title == metadata.site_title:
        for separator in _SEPARATORS:
            title = max(title.split(separator), key=len)
    return title


def _parts(element: Element) -> Iterator[Element]:
    """Elements that hold a line of their own, links and lists left out."""
    for part in element.iter("h1", "h2", "h3", "p", "div", "td", "span", "strong"):
        if not any(isinstance(child.tag, str) and child.tag in ("p", "div", "table", "ul", *_LEVELS) for child in part):
            yield part
