"""The few marks of Markdown that pasted reports carry."""

import msgspec

_ESCAPABLE = "\\`*_{}[]()#+-.!|<>~"
_ENTITIES = (("&nbsp;", " "), ("&ensp;", " "), ("&emsp;", "\u3000"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


class Marked(msgspec.Struct, frozen=True):
    """A line without its marks."""

    text: str
    level: int | None = None  # of a heading, 1-6
    bold: bool = False  # the whole line


def unmark(line: str) -> Marked:
    """Take off the marks of headings and emphasis, backslashes and the entities for blanks and brackets."""
    text, level = _heading(line)
    bold = False
    if "**" in text:
        bold = text.startswith("**") and text.endswith("**") and text.count("**") == 2
        text = text.replace("**", "") if text.count("**") % 2 == 0 else text
    if "\\" in text:
        text = _unescape(text)
    if "&" in text:
        for entity, sign in _ENTITIES:
            text = text.replace(entity, sign)
    return Marked(text.strip(), level, bold)


def _heading(line: str) -> tuple[str, int | None]:
    """`## 一、总体情况 ##`; one # without a blank behind it may be a topic tag."""
    level = len(line) - len(line.lstrip("#"))
    if not 1 <= level <= 6 or (level == 1 and line[1:2] not in (" ", "\u3000")):
        return line, None
    return line[level:].strip().rstrip("#").rstrip(), level


def _unescape(text: str) -> str:
    pieces = []
    at = 0
    while at < len(text):
        if text[at] == "\\" and text[at + 1 : at + 2] and text[at + 1] in _ESCAPABLE:
            at += 1
        pieces.append(text[at])
        at += 1
    return "".join(pieces)
