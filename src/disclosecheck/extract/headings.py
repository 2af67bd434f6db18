"""Places of a document that may be headings of the first level, with the section whose title they bear."""

from collections.abc import Iterator

import msgspec

from disclosecheck.extract.fold import letters
from disclosecheck.extract.numbering import Numbering, Style, read_numbering
from disclosecheck.extract.titles import Alias, Match, Titles
from disclosecheck.model.document import Document, Paragraph

_LONGEST = 60  # signs of a heading that stands alone; the longest English title has 130
_LONGEST_LATIN = 180
_LONGEST_REST = 12  # signs by which a title may be longer than the wording it begins with
_SHORTEST_DOUBLE = 15  # signs of a paragraph that may hold a second heading
_ENDS = "。.；;：:、，, \t\u3000\u00a0"
_SENTENCE = frozenset("。；;！？")
_LISTED = frozenset("，,、；;)）】》和及与等共")  # follows a title that is only mentioned
_MENTIONED = frozenset('，,、；;“《(（"为和及含括')  # stands before a numeral that is only mentioned
_HAN = "一二三四五六七八九十"
_LEADERS = (".....", "……", "····", "．．．", "----", "____", "\t")


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """A candidate. The title is text[title_start:title_end]; what follows is body."""

    block: int
    start: int
    title_start: int
    title_end: int
    style: Style
    rank: int | None
    match: Match | None
    alone: bool  # nothing else stands in the paragraph

    @property
    def number(self) -> int | None:
        return self.match.number if self.match else None

    @property
    def alias(self) -> Alias | None:
        return self.match.alias if self.match else None


def find_headings(
    document: Document, titles: Titles, ordinals: dict[str, int], row_labels: frozenset[str]
) -> Iterator[Heading]:
    """Candidates in reading order; rows of table 3 (`row_labels`), numbered like sections, are none."""
    for index, block in enumerate(document.blocks):
        if not isinstance(block, Paragraph) or block.role != "body" or _is_contents_line(block.text):
            continue
        text = block.text
        heading = _at_start(index, block, titles, ordinals)
        if heading is not None and not _is_row(text[heading.title_start : heading.title_end], row_labels):
            yield heading
        if len(text) > _SHORTEST_DOUBLE and "、" in text:
            yield from _inside(index, text, titles, row_labels)


def _at_start(index: int, block: Paragraph, titles: Titles, ordinals: dict[str, int]) -> Heading | None:
    text = block.text
    numbering = read_numbering(text, ordinals)
    start = numbering.end
    title_end = len(text.rstrip(_ENDS))
    latin = text[:_LONGEST].isascii()
    title = text[start:title_end]
    short = 0 < len(title) <= (_LONGEST_LATIN if latin else _LONGEST)
    if short and (match := titles.exact(title)):
        return _heading(index, numbering, start, title_end, match, alone=True)
    if numbering.style == "none":
        return None
    if found := titles.beginning(text, start):
        return _begun(index, text, numbering, *found)
    if numbering.style != "bracket" and (match := _similar(title, numbering, titles) if short else None):
        return _heading(index, numbering, start, title_end, match, alone=True)
    if found := titles.slipped_beginning(text, start):
        return _begun(index, text, numbering, *found)
    return None if latin and numbering.style != "roman" else _unknown(index, text, numbering, start, title_end)


def _similar(title: str, numbering: Numbering, titles: Titles) -> Match | None:
    return None if _has_sentence(title) else titles.similar(title, numbering.rank)


def _begun(index: int, text: str, numbering: Numbering, match: Match, end: int) -> Heading:
    """A known title with something after it: body, or the rest of a longer title."""
    rest = text[end:].strip(_ENDS)
    joined = end < len(text) and text[end] not in _ENDS and not text[end].isdigit() and text[end + 1 : end + 2] != "、"
    longer = joined and 0 < len(rest) <= _LONGEST_REST and not _has_sentence(rest)
    if longer:
        similar = Match(match.number, match.key, "similar")
        return _heading(index, numbering, numbering.end, len(text.rstrip(_ENDS)), similar, alone=True)
    return _heading(index, numbering, numbering.end, end, match, alone=not rest)


def _unknown(index: int, text: str, numbering: Numbering, start: int, title_end: int) -> Heading | None:
    """A numbered heading that is none of the six: a short line, or a short first sentence with body after it."""
    title = text[start:title_end]
    if title_end - start <= _LONGEST and not _has_sentence(title) and title:
        return _heading(index, numbering, start, title_end, None, alone=True)
    end = _title_end(text, start)
    return _heading(index, numbering, start, end, None, alone=False) if end else None


def _inside(index: int, text: str, titles: Titles, row_labels: frozenset[str]) -> Iterator[Heading]:
    """Headings in the middle of a paragraph that has lost its line breaks."""
    stop = text.find("、")
    while stop >= 0:
        start = stop
        while start > 0 and text[start - 1] in _HAN:
            start -= 1
        before = text[:start].rstrip(" \t\u3000\u00a0")
        if start < stop and before and before[-1] not in _MENTIONED:
            heading = _inner(index, text, start, stop + 1, titles)
            if heading is not None and not _is_row(text[heading.title_start : heading.title_end], row_labels):
                yield heading
        stop = text.find("、", stop + 1)


def _inner(index: int, text: str, start: int, title_start: int, titles: Titles) -> Heading | None:
    numbering = read_numbering(text[start : title_start + 1], {})
    if numbering.rank is None:
        return None
    title_start += len(text[title_start:]) - len(text[title_start:].lstrip(" \t\u3000\u00a0"))
    if found := titles.beginning(text, title_start) or titles.slipped_beginning(text, title_start):
        match, end = found
        if text[end : end + 1] in _LISTED and text[end : end + 1]:
            return None
        return _inside_heading(index, start, title_start, end, numbering, match)
    apart = text[start - 1] in "。：:\n" or text[start - 1].isspace()
    end = _title_end(text, title_start) if apart else 0
    if not end:
        return None
    similar = titles.similar(text[title_start:end], numbering.rank)
    return _inside_heading(index, start, title_start, end, numbering, similar)


def _inside_heading(
    index: int, start: int, title_start: int, end: int, numbering: Numbering, match: Match | None
) -> Heading:
    return Heading(
        block=index,
        start=start,
        title_start=title_start,
        title_end=end,
        style=numbering.style,
        rank=numbering.rank,
        match=match,
        alone=False,
    )


def _heading(index: int, numbering: Numbering, start: int, end: int, match: Match | None, *, alone: bool) -> Heading:
    return Heading(
        block=index,
        start=0,
        title_start=start,
        title_end=end,
        style=numbering.style,
        rank=numbering.rank,
        match=match,
        alone=alone,
    )


def _title_end(text: str, start: int) -> int:
    """Where an unknown title ends that runs on into its body; 0 where that cannot be told within a heading's length."""
    for place in range(start + 2, min(len(text), start + _LONGEST)):
        sign = text[place]
        if sign in "。：:\u3000\t\n（(①" or ("0" <= sign <= "9") or (sign == " " and text[place - 1] > "\u2e80"):
            return place
    return len(text) if len(text) - start <= _LONGEST else 0


def _has_sentence(text: str) -> bool:
    return any(sign in _SENTENCE for sign in text)


def _is_row(title: str, row_labels: frozenset[str]) -> bool:
    wording = letters(title)
    return any(wording.startswith(label) for label in row_labels)


def _is_contents_line(text: str) -> bool:
    """An entry of a table of contents: leaders or a tab, and a page number."""
    stripped = text.rstrip()
    return stripped[-1:].isdigit() and any(leader in text for leader in _LEADERS) and len(text) < 2 * _LONGEST
