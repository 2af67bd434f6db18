"""Lines of mixed Chinese and Latin text broken to a width in terminal cells (GB/T 15834: no line begins with ，)."""

from rich.cells import cell_len

_NEVER_FIRST = frozenset("，。、；：？！）】》〉」』”’％%,.;:?!)]}…·")
_NEVER_LAST = frozenset("（【《〈「『“‘([{")


def wrap(text: str, width: int) -> list[str]:
    """Lines at most `width` cells wide; a word of Latin letters or digits is broken only when it fills a line alone."""
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        lines.extend(_fill(_pieces(paragraph), max(width, 2)))
    return lines


def _pieces(text: str) -> list[str]:
    """The parts between which a line may end."""
    pieces: list[str] = []
    for character in text:
        if pieces and _joined(pieces[-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _joined(before: str, character: str) -> bool:
    last = before[-1]
    if character in _NEVER_FIRST or last in _NEVER_LAST:
        return True
    if last == " ":
        return character == " "
    return character != " " and cell_len(last) == 1 and cell_len(character) == 1


def _fill(pieces: list[str], width: int) -> list[str]:
    lines = [""]
    for piece in pieces:
        if cell_len(lines[-1] + piece.rstrip()) <= width:
            lines[-1] += piece
        elif cell_len(piece) <= width:
            lines.append(piece.lstrip())
        else:
            lines.extend(_broken(piece, width))
    return [line.rstrip() for line in lines if line.strip()] or [""]


def _broken(piece: str, width: int) -> list[str]:
    parts = [""]
    for character in piece:
        if cell_len(parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts
