"""A table that is running text, as one stream of signs that remembers tokens, lines and blanks between bars."""

from collections.abc import Sequence

import msgspec

from disclosecheck.extract.fold import narrow
from disclosecheck.model.document import Paragraph, Table

_BARS = ("|", "｜", "\t")


class Token(msgspec.Struct, frozen=True):
    """What stands between two separators; blank where two bars have nothing between them."""

    text: str  # as printed
    block: int
    line: int
    place: int  # sign of the stream at which it begins
    offset: int  # sign of the block's text at which it begins
    spaced: int  # signs printed before it on its line


class Stream:
    """The narrowed signs of some blocks, one after another, without spaces and bars.

    `signs` is what labels are looked for in; `owner` gives each sign's token, `spots` its block and place there.
    """

    def __init__(self, blocks: Sequence[tuple[int, Paragraph | Table, int]]) -> None:
        """Of (index, block, offset at which to begin in a paragraph's text)."""
        self.tokens: list[Token] = []
        self.owner: list[int] = []
        self.spots: list[tuple[int, int]] = []
        self._signs: list[str] = []
        self._line = 0
        for index, block, offset in blocks:
            if isinstance(block, Paragraph):
                self._add_text(index, block.text, offset)
            else:
                self._add_rows(index, block)
        self.signs = "".join(self._signs)

    def _add_text(self, block: int, text: str, offset: int) -> None:
        start = offset
        while start < len(text):
            stop = text.find("\n", start)
            stop = len(text) if stop < 0 else stop
            self._add_line(block, text, start, stop)
            start = stop + 1

    def _add_rows(self, block: int, table: Table) -> None:
        """A text reader's grid is lines of cells again: in text, columns do not lie under their labels."""
        rows: dict[int, list[str]] = {}
        for cell in table.cells:
            rows.setdefault(cell.row, []).append(" ".join(cell.text.split()))
        for _, texts in sorted(rows.items()):
            self._line += 1
            for text in texts:
                self._add_token(block, text, 0, 0)

    def _add_line(self, block: int, text: str, start: int, stop: int) -> None:
        self._line += 1
        line = text[start:stop]
        if any(bar in line for bar in _BARS):
            self._add_cells(block, line, start)
            return
        place = 0
        for part in line.split():
            place = line.index(part, place)
            self._add_token(block, part, start + place, place)
            place += len(part)

    def _add_cells(self, block: int, line: str, start: int) -> None:
        """The cells between bars or tabs; a bar at the beginning or the end is the row's frame, a tab parts cells."""
        cells: list[tuple[int, str]] = []
        place = 0
        for end in [*(at for at, sign in enumerate(line) if sign in _BARS), len(line)]:
            cells.append((place, line[place:end]))
            place = end + 1
        framed = "\t" not in line
        if framed and len(cells) > 1 and not cells[0][1].strip():
            cells = cells[1:]
        if framed and len(cells) > 1 and not cells[-1][1].strip():
            cells = cells[:-1]
        if len(cells) == 1 and not cells[0][1].strip():
            return  # a line that is nothing but a bar parts two cells
        for at, cell in cells:
            self._add_token(block, cell.strip(), start + at + len(cell) - len(cell.lstrip()), at)

    def _add_token(self, block: int, text: str, offset: int, spaced: int) -> None:
        self.tokens.append(Token(text, block, self._line, len(self._signs), offset, spaced))
        kept = narrow(text)
        whole = len(kept) == len(text)
        places = range(len(text)) if whole else [at for at, sign in enumerate(text) if narrow(sign)]
        self._signs += kept
        self.owner += [len(self.tokens) - 1] * len(kept)
        self.spots += [(block, offset + at) for at in places]

    def begins_token(self, place: int) -> bool:
        return place >= len(self.owner) or place == self.tokens[self.owner[place]].place

    def pieces(self, start: int, stop: int) -> list[tuple[str, Token]]:
        """The tokens between two signs, cut to what lies there; blanks among them are empty."""
        pieces: list[tuple[str, Token]] = []
        first = self.owner[start] if start < len(self.owner) else len(self.tokens)
        while first > 0 and self.tokens[first - 1].place == start and not self.tokens[first - 1].text:
            first -= 1
        for token in self.tokens[first:]:
            if token.place >= stop and (token.text or token.place > stop):
                break
            end = min(stop, token.place + len(narrow(token.text)))
            text = self.signs[max(start, token.place) : end]
            if text or not token.text:
                pieces.append((text, token))
        return pieces
