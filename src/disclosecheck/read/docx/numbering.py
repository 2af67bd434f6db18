"""Automatic numbering: what Word writes before a paragraph and keeps out of its text.

A list (num) points to its abstract definition, which has nine levels; lists of one definition go on counting together,
unless a list overrides the start (ECMA-376 part 1, 17.9).
"""

from collections.abc import Callable

import msgspec
from lxml import etree

from disclosecheck.read.docx import names as n
from disclosecheck.read.docx.numerals import format_number
from disclosecheck.read.docx.styles import StyleSheet, is_on
from disclosecheck.read.docx.symbols import is_private, symbol

_LEVELS = 9
_LONGEST_START = 9  # digits of a start value that we believe
_BULLET = "•"
_OWN_GAP = "、。，．：；）】》〉」』〕"
_NO_LIST = "0"  # numId 0 takes a style's numbering away


class Level(msgspec.Struct, frozen=True, kw_only=True):
    start: int = 1
    format: str = "decimal"
    text: str = ""  # %1、
    suffix: str = "tab"
    decimal: bool = False  # isLgl: all levels in plain figures
    restart: int | None = None  # levels above this 1-based one do not restart it; 0: never restarts
    style: str | None = None  # the paragraph style bound to it


class _List(msgspec.Struct):
    definition: str  # abstractNumId after links are followed: what lists of one definition count on
    levels: dict[int, Level]
    overrides: dict[int, int]  # level -> start of this list, also whenever the level restarts
    fresh: set[int]  # levels with an override that the list has not used yet: there it restarts the count


class Numbering:
    """The counters of one document; asked for each numbered paragraph in document order."""

    def __init__(self, load: Callable[[], etree._Element | None], styles: StyleSheet) -> None:
        self._load = load
        self._styles = styles
        self._nodes: tuple[dict[str, etree._Element], dict[str, etree._Element]] | None = None
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self.unknown: set[str] = set()  # formats written as decimal for want of better

    def prefix(self, number: str, level: int | None, style: str) -> str:
        """The text before the paragraph, its gap included; counts on. `style` states the numbering, "" if direct."""
        chosen = self._list(number)
        if chosen is None:
            return ""
        if level is None:
            level = next((i for i, spec in chosen.levels.items() if style and spec.style == style), 0)
        spec = chosen.levels.get(level)
        if spec is None:
            return ""
        counts = self._advance(chosen, level)
        text = self._write(chosen, spec, counts)
        return text + _gap(spec, text) if text else ""

    def _advance(self, chosen: _List, level: int) -> list[int | None]:
        counts = self._counts.setdefault(chosen.definition, [None] * _LEVELS)
        for upper in range(level):  # a level that was passed over counts as begun
            if counts[upper] is None:
                counts[upper] = _start(chosen, upper)
        count = counts[level]
        counts[level] = _start(chosen, level) if count is None or level in chosen.fresh else count + 1
        chosen.fresh.discard(level)
        for lower in range(level + 1, _LEVELS):
            spec = chosen.levels.get(lower)
            if spec is None or spec.restart is None or level < spec.restart:
                counts[lower] = None
        return counts

    def _write(self, chosen: _List, spec: Level, counts: list[int | None]) -> str:
        if spec.format == "bullet":
            return spec.text
        text = spec.text
        for index in range(_LEVELS):
            mark = f"%{index + 1}"
            if mark in text:
                shown = chosen.levels.get(index, Level())
                name = "decimal" if spec.decimal else shown.format
                count = counts[index]
                text = text.replace(mark, self._number(_start(chosen, index) if count is None else count, name))
        return text

    def _number(self, value: int, name: str) -> str:
        if name in ("none", "bullet"):
            return ""
        text = format_number(value, name)
        if text is None:
            self.unknown.add(name)
            return str(value)
        return text

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = None if number == _NO_LIST else self._read_list(number, frozenset())
        return self._lists[number]

    def _read_list(self, number: str, seen: frozenset[str]) -> _List | None:
        abstracts, lists = self._index()
        node = lists.get(number)
        if node is None or number in seen:
            return None
        pointer = node.find(n.ABSTRACT_NUM_ID)
        definition = pointer.get(n.VAL, "") if pointer is not None else ""
        abstract = abstracts.get(definition)
        if abstract is None:
            return None
        chosen = _List(definition, _read_levels(abstract), {}, set())
        link = abstract.find(n.NUM_STYLE_LINK)
        if link is not None:
            linked = self._styles.style(link.get(n.VAL)).numbering
            chosen = (self._read_list(linked, seen | {number}) if linked else None) or chosen
        for override in node.iterchildren(n.LVL_OVERRIDE):
            _apply_override(override, chosen)
        return chosen

    def _index(self) -> tuple[dict[str, etree._Element], dict[str, etree._Element]]:
        if self._nodes is None:
            root = self._load()
            abstracts, lists = {}, {}
            for node in root.iterchildren(n.ABSTRACT_NUM, n.NUM) if root is not None else ():
                if node.tag == n.NUM:
                    lists[node.get(n.A_NUM_ID, "")] = node
                else:
                    abstracts[node.get(n.A_ABSTRACT_NUM_ID, "")] = node
            self._nodes = abstracts, lists
        return self._nodes


def _start(chosen: _List, level: int) -> int:
    return chosen.overrides.get(level, chosen.levels.get(level, Level()).start)


def _gap(spec: Level, text: str) -> str:
    """What stands between number and text: 、 and ） hold their own gap, so that a tab after them shows none."""
    shown = spec.suffix == "space" or (spec.suffix == "tab" and text[-1] not in _OWN_GAP)
    return " " if shown and not text[-1].isspace() else ""


def _read_levels(parent: etree._Element) -> dict[int, Level]:
    levels = {}
    for node in parent.iterchildren(n.LVL):
        index = node.get(n.A_ILVL, "")
        if index.isdecimal() and int(index) < _LEVELS:
            levels[int(index)] = _read_level(node)
    return levels


def _apply_override(node: etree._Element, chosen: _List) -> None:
    index = node.get(n.A_ILVL, "")
    if not index.isdecimal() or int(index) >= _LEVELS:
        return
    level = node.find(n.LVL)
    if level is not None:
        chosen.levels[int(index)] = _read_level(level)
    start = _value(node, n.START_OVERRIDE)
    if start is not None and _is_start(start):
        chosen.overrides[int(index)] = int(start)
        chosen.fresh.add(int(index))


def _read_level(node: etree._Element) -> Level:
    start = _value(node, n.START) or ""
    restart = _value(node, n.LVL_RESTART) or ""
    legal = node.find(n.IS_LEGAL)
    name = _format(node)
    return Level(
        start=int(start) if _is_start(start) else 0 if node.find(n.START) is None else 1,
        format=name,
        text=_level_text(node, name),
        suffix=_value(node, n.SUFF) or "tab",
        decimal=legal is not None and is_on(legal),
        restart=int(restart) if restart.isdecimal() else None,
        style=_value(node, n.P_STYLE),
    )


def _format(node: etree._Element) -> str:
    """The number format; a custom one stands beside a plain one for older readers, which we take."""
    direct = _value(node, n.NUM_FMT)
    if direct is None:
        fallback = next(node.iter(n.FALLBACK), None)
        direct = _value(fallback, n.NUM_FMT) if fallback is not None else None
    return direct or "decimal"


def _level_text(node: etree._Element, name: str) -> str:
    text = _value(node, n.LVL_TEXT) or ""
    if name != "bullet":
        return text
    fonts = node.find(f"{n.R_PR}/{n.R_FONTS}")
    font = fonts.get(n.ASCII_FONT) if fonts is not None else None
    shown = "".join(symbol(font, ord(sign)) for sign in text)
    return "".join(_BULLET if is_private(sign) else sign for sign in shown)


def _value(node: etree._Element, name: str) -> str | None:
    child = node.find(name)
    return None if child is None else child.get(n.VAL)


def _is_start(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_START
