"""What is noticed on the way through a document and becomes its notes: each kind once, with its first place."""

import msgspec

from disclosecheck.model.document import Note

_QUOTE = 40  # characters that let a person find the place


class _Notice(msgspec.Struct):
    count: int = 0
    quote: str | None = None
    paragraph: int | None = None
    settled: bool = False
    params: dict[str, int] = {}


class Notices:
    """Collects; what is added before `settle` belongs to the paragraph that settle names (None: in a table)."""

    def __init__(self) -> None:
        self._notices: dict[str, _Notice] = {}
        self._open: list[_Notice] = []
        self._pictures: list[Note] = []

    def add(self, code: str, quote: str = "", part: str = "", count: int = 1) -> None:
        """One more of `code`; `part` names a share that is counted beside the whole."""
        notice = self._notices.get(code)
        if notice is None:
            notice = self._notices[code] = _Notice()
            self._open.append(notice)
        notice.count += count
        if part:
            notice.params[part] = notice.params.get(part, 0) + count
        if not notice.quote and not notice.settled:
            notice.quote = _shorten(quote)

    def settle(self, paragraph: int | None) -> None:
        for notice in self._open:
            notice.paragraph = paragraph
            notice.settled = True
        self._open.clear()

    def picture(self, after: int, **cell: int) -> None:
        """A place that holds only a picture, after the paragraph of that number; in a table also its cell."""
        params = {"after": str(after), **{name: str(value) for name, value in cell.items()}}
        self._pictures.append(Note(code="image", params=params, paragraph=after or None))

    def notes(self) -> tuple[Note, ...]:
        found = [
            Note(
                code=code,
                params={"count": str(notice.count), **{name: str(share) for name, share in notice.params.items()}},
                paragraph=notice.paragraph,
                quote=notice.quote,
            )
            for code, notice in self._notices.items()
        ]
        return (*found, *self._pictures)


def _shorten(quote: str) -> str | None:
    quote = " ".join(quote.split())
    return (quote if len(quote) <= _QUOTE else quote[:_QUOTE] + "…") or None
