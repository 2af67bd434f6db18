"""Characters into words, in the frame in which the page's text stands upright."""

from disclosecheck.read.pdf.frame import Frame, Rectangle
from disclosecheck.read.pdf.page_text import PageText
from disclosecheck.read.pdf.shapes import Word

FULL_WIDTH = "\u2e80"  # where CJK begins; full-width forms come later still
# Advance of a character in heights of one. Below it, the characters of a word stand upon each other: drawn twice, or
# drawn out of order. The narrowest honest run, `ill` in a narrow face, has 0.2.
_LEAST_ADVANCE = 0.12


def read_words(text: PageText, frame: Frame, taken: list[Word]) -> tuple[list[Word], list[str]]:
    """The page's words but for those within `taken` (whole lines), and the texts that stand aslant."""
    spans, turns = _left_over(text, taken)
    firsts = frame.place_all(text.boxes([start for start, _ in spans]))
    lasts = iter(frame.place_all(text.boxes([end - 1 for start, end in spans if end - start > 1])))
    words: list[Word] = []
    aslant: list[str] = []
    for (start, end), turn, first in zip(spans, turns, firsts, strict=True):
        chars = text.text[start:end]
        last = next(lasts) if end - start > 1 else first
        if turn is None:
            aslant.append(chars)
        elif last is first:
            if abs((first[2] - first[0]) - (first[3] - first[1])) < 0.01:
                first = text.upright_box(start, frame, first)
            words.append(word_between(first, first, chars, start, (turn - frame.turn) % 4))
        else:
            word = word_between(first, last, chars, start, (turn - frame.turn) % 4)
            if word.turn or is_level(first, last, end - start):
                words.append(word)
            else:
                words.extend(split_word(word, text, frame))
    return words, aslant


def _left_over(text: PageText, taken: list[Word]) -> tuple[list[tuple[int, int]], list[int | None]]:
    """Spans and turns of the words outside the lines that were taken whole."""
    if not taken:
        return text.spans, text.turns
    spans: list[tuple[int, int]] = []
    turns: list[int | None] = []
    lines = iter(taken)
    line = next(lines, None)
    for span, turn in zip(text.spans, text.turns, strict=True):
        while line is not None and line.end <= span[0]:
            line = next(lines, None)
        if line is None or span[0] < line.first:
            spans.append(span)
            turns.append(turn)
    return spans, turns


def word_between(first: Rectangle, last: Rectangle, chars: str, start: int, turn: int) -> Word:
    """The word between its first and its last character's box."""
    ax0, ay0, ax1, ay1 = first
    bx0, by0, bx1, by1 = last
    if chars[0] >= FULL_WIDTH:
        size = ax1 - ax0
    elif chars[-1] >= FULL_WIDTH:
        size = bx1 - bx0
    else:
        height = ay1 - ay0
        size = min(max((bx1 - ax0) / widths(chars), 0.65 * height), height)
    if not 0.1 < size < 1000:  # a broken file
        size = 1.0
    return Word(
        ax0 if ax0 < bx0 else bx0,
        ay0 if ay0 < by0 else by0,
        ax1 if ax1 > bx1 else bx1,
        ay1 if ay1 > by1 else by1,
        chars,
        size,
        start,
        start + len(chars),
        turn,
    )


def widths(chars: str) -> float:
    """The width of a text in sizes of a full-width character; Western characters have half of one on the average."""
    length = len(chars)
    return (length + (len(chars.encode("utf-8", "replace")) - length) / 2) / 2  # three bytes against one


def is_level(first: Rectangle, last: Rectangle, length: int) -> bool:
    """Whether a word's characters run to the right along one line.

    pdfium takes characters that stand under one another (vertical writing, figures in a column) for a word, too.
    """
    height = first[3] - first[1]
    return abs(last[3] - first[3]) < 0.5 * height and last[0] - first[0] > _LEAST_ADVANCE * height * (length - 1)


def split_word(word: Word, text: PageText, frame: Frame) -> list[Word]:
    """One word a character."""
    boxes = frame.place_all(text.boxes(list(range(word.first, word.end))))
    places = zip(word.text, boxes, range(word.first, word.end), strict=True)
    return [Word(*box, char, word.size, index, index + 1, word.turn) for char, box, index in places]


def is_same_print(one: Word, other: Word) -> bool:
    """Whether the same characters were drawn twice, a hair apart."""
    slack = 0.2 * (one.y1 - one.y0)
    return one.text == other.text and abs(one.x0 - other.x0) < slack and abs(one.y0 - other.y0) < slack
