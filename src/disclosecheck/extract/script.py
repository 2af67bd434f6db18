"""The characters a document is written in: simplified, traditional, or English; and the same document to be matched."""

from collections.abc import Callable

from msgspec.structs import replace

from disclosecheck.model.document import Cell, Document, Paragraph, Table
from disclosecheck.model.fact import Language

_READING_MARKS = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_READING = frozenset("abcdefghijklmnopqrstuvwxyzü" + _READING_MARKS)


def language_of(document: Document) -> Language | None:
    """By the signs of the text; None for a document without any."""
    text = "".join(_texts(document))
    chinese = sum(text.count(sign) for sign in "的公政信息开開")
    traditional = text.count("開") + text.count("報") - text.count("开") - text.count("报")
    latin = text.count("e") + text.count("a")
    if not chinese and not latin:
        return None
    if latin > 3 * chinese:
        return "en"
    return "zh-Hant" if traditional > 0 else "zh"


def without_readings(document: Document) -> Document:
    """The document without readings in brackets after its characters, 項(xiàng)目, as mirror sites put them in."""
    text = "".join(_texts(document))
    if not any(mark in text for mark in _READING_MARKS):
        return document
    return _mapped(document, _drop_readings)


def simplified(document: Document) -> Document:
    """The document in simplified characters, sign for sign: every place in it stays what it was."""
    from disclosecheck.extract.traditional import SIMPLIFIED, TRADITIONAL

    table = str.maketrans(TRADITIONAL, SIMPLIFIED)
    return _mapped(document, lambda text: text.translate(table))


def simplify(text: str) -> str:
    """One text in simplified characters, sign for sign."""
    from disclosecheck.extract.traditional import SIMPLIFIED, TRADITIONAL

    return text.translate(str.maketrans(TRADITIONAL, SIMPLIFIED))


def _texts(document: Document) -> list[str]:
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    texts += [cell.text for block in document.blocks if isinstance(block, Table) for cell in block.cells]
    return texts


def _mapped(document: Document, change: Callable[[str], str]) -> Document:
    blocks: list[Paragraph | Table] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            blocks.append(replace(block, text=change(block.text)))
        else:
            cells: tuple[Cell, ...] = tuple(replace(cell, text=change(cell.text)) for cell in block.cells)
            blocks.append(replace(block, cells=cells))
    title = change(document.title) if document.title else document.title
    return replace(document, blocks=tuple(blocks), title=title)


def _drop_readings(text: str) -> str:
    pieces: list[str] = []
    place = 0
    while (start := text.find("(", place)) >= 0:
        end = text.find(")", start)
        inside = text[start + 1 : end] if end > start else ""
        reading = inside and len(inside) <= 6 and _READING.issuperset(inside.strip())
        stop = end + 1 if reading else start + 1
        pieces.append(text[place : start if reading else stop])
        place = stop
    pieces.append(text[place:])
    return "".join(pieces)
