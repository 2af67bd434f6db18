"""One part of a document as running text: its stream, and the way back from signs to print and places."""

from collections.abc import Sequence

from disclosecheck.extract.fold import narrow
from disclosecheck.extract.reading import Place, Stretch
from disclosecheck.extract.stream import Stream, Token
from disclosecheck.model.document import Document, Paragraph, Table


class TextPart:
    """What tables in running text are read from; it remembers which text they took up."""

    def __init__(
        self, document: Document, printed: Document, part: Sequence[tuple[int, int]], section: int | None
    ) -> None:
        """`part` are (block, offset) to read; `printed` is the document as quoted, sign for sign the same."""
        self.printed = printed
        self.section = section
        blocks = [(index, document.blocks[index], offset) for index, offset in part]
        self.stream = Stream(blocks)
        last_block = blocks[-1][0] if blocks else -1
        self.at_end = not any(isinstance(block, Paragraph) for block in document.blocks[last_block + 1 :])
        self._taken: tuple[int, int] | None = None  # signs of the stream from the first header to the last value

    def take(self, start: int, stop: int) -> None:
        """Signs that belong to a table."""
        first, last = self._taken or (start, stop)
        self._taken = (min(first, start), max(last, stop))

    def taken(self) -> list[Stretch]:
        """The text that tables take up, block by block."""
        if self._taken is None:
            return []
        stretches: dict[int, tuple[int, int]] = {}
        for block, offset in self.stream.spots[self._taken[0] : self._taken[1]]:
            first, _ = stretches.get(block, (offset, offset))
            stretches[block] = (first, offset + 1)
        return [(block, first, end) for block, (first, end) in stretches.items()]

    def place_at(self, sign: int) -> Place:
        """Where a sign of the stream stands."""
        return self.place(self.token_at(sign))

    def place(self, token: Token) -> Place:
        block = self.printed.blocks[token.block]
        number = block.number if isinstance(block, Paragraph) else None
        return Place(section=self.section, page=block.page, paragraph=number)

    def token_at(self, sign: int) -> Token:
        return self.stream.tokens[self.stream.owner[sign]]

    def quote(self, start: int, stop: int) -> str:
        """Signs of the stream as they are printed, first to last."""
        (block, first), (last_block, last) = self.stream.spots[start], self.stream.spots[stop - 1]
        source = self.printed.blocks[block]
        if block != last_block or isinstance(source, Table):
            return self.stream.signs[start:stop]
        return source.text[first : last + 1]

    def value(self, piece: str, token: Token) -> str:
        """A value as printed; a piece of a token has lost nothing but its width."""
        source = self.printed.blocks[token.block]
        if narrow(token.text) != piece or isinstance(source, Table):
            return piece
        return source.text[token.offset : token.offset + len(token.text)]
