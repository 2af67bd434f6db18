"""The values that follow a label in a table that is running text."""

from typing import Literal

import msgspec

from disclosecheck.extract.cells import read_cell
from disclosecheck.extract.fold import letters
from disclosecheck.extract.stream import Stream, Token

_WORDS = frozenset({"零", "无", "空", "○", "〇"})  # stand for a number in a cell; other words are parts of labels

Fit = Literal["exact", "none", "run_together", "differs"]


class Values(msgspec.Struct, frozen=True):
    """A row's values in reading order with their tokens; "" for a blank between bars."""

    found: tuple[tuple[str, Token], ...]
    run_on: bool  # digits that follow the label without any separator
    rest: tuple[tuple[str, Token], ...]  # pieces after the row's own values

    def fit(self, count: int) -> Fit:
        """Whether there are as many values as columns, and if not, why they cannot be told apart."""
        if len(self.found) == count:
            return "exact"
        if not any(text for text, _ in self.found):
            return "none"
        digits = sum(sign.isdigit() for text, _ in self.found for sign in text)
        together = len(self.found) < count and (self.run_on or (len(self.found) == 1 and digits >= count))
        return "run_together" if together and digits > len(self.found) else "differs"


NOTHING = Values((), False, ())


def values_between(stream: Stream, start: int, stop: int, next_line: int | None, count: int) -> Values:
    """The first unbroken run of values between two labels; `next_line` is the line of the label that follows.

    Blanks at the end that are more than the columns are the bars of merged cells, and blanks on the next label's
    line are that row's. When a run is too long, as with a page number below it, its first line alone may be the row.
    """
    pieces = stream.pieces(start, stop)
    run: list[tuple[str, Token]] = []
    after = len(pieces)
    for index, (text, token) in enumerate(pieces):
        if not text:
            if token.line != next_line:
                run.append((text, token))
        elif is_value(text):
            run.append((text, token))
        elif any(piece for piece, _ in run) and letters(text):
            after = index
            break
    run = _trimmed(run, count)
    if len(run) > count and run:
        first = [piece for piece in run if piece[1].line == run[0][1].line]
        run = first if len(first) == count else run
    run_on = bool(run) and run[0][1].place < start and stream.owner[start] == stream.owner[start - 1]
    return Values(tuple(run), run_on, tuple(pieces[after:]))


def is_value(text: str) -> bool:
    """Whether a piece of running text is a cell's content: anything with a digit, a dash, 零, 无 or 空."""
    if text in _WORDS or text in ("O", "o"):
        return True
    if any("0" <= sign <= "9" for sign in text):
        return len(letters(text)) <= 20
    return read_cell(text, "", ())[0] == "dash"


def _trimmed(run: list[tuple[str, Token]], count: int) -> list[tuple[str, Token]]:
    while len(run) > count and not run[-1][0]:
        run.pop()
    return run
