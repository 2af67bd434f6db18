"""The labels of a form in a stream of signs: the longest wording at each place, and labels that are cut off."""

import re
from typing import Literal

import msgspec

from disclosecheck.extract.fold import bare, letters, masked, narrow, numeral_length
from disclosecheck.extract.labels import FormLabels
from disclosecheck.extract.stream import Stream
from disclosecheck.model.form import Row

_SHORT = 2  # signs of a wording that stands in running text as well: 其他, 总计, 规章
_SHORTEST_CUT = 5  # signs of a row's label that is broken off
_STOPS = "、.,:"

Kind = Literal["row", "column", "group", "caption", "fixed"]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A label met. `start` includes its numeral, `end` the note in brackets after it; both count the stream's signs."""

    kind: Kind
    wording: str
    start: int
    end: int
    row: Row | None = None
    table: str | None = None  # of a row or caption; columns stand in several tables
    cut: bool = False


class Lexicon:
    """The wordings of some tables of a form, by their first two signs."""

    def __init__(self, labels: FormLabels, tables: tuple[str, ...]) -> None:
        self._entries: dict[str, list[tuple[str, Kind, Row | None, str | None]]] = {}
        self.rows: dict[str, tuple[Row, str]] = {}
        for table in tables:
            known = labels.tables[table]
            for wording, row in known.rows.items():
                self._add(wording, "row", row, table)
                self.rows.setdefault(wording, (row, table))
            for wording in known.columns:
                self._add(wording, "column", None, None)
            for wording in known.groups:
                self._add(wording, "group", None, table)
            for wording in known.captions:
                self._add(wording, "caption", None, table)
            for text in known.spec.fixed_texts:
                self._add(letters(text), "fixed", None, table)
        firsts = "".join(sorted({wording[0] for wording in self._entries}))
        self.first_signs = re.compile(f"[{firsts}]")  # each sign with which a wording begins

    def _add(self, wording: str, kind: Kind, row: Row | None, table: str | None) -> None:
        entries = self._entries.setdefault(wording[:2], [])
        if not any(entry[:2] == (wording, kind) for entry in entries):
            entries.append((wording, kind, row, table))
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, text: str, place: int) -> list[tuple[str, Kind, Row | None, str | None]]:
        """The entries of the longest wording that `text` has at a place; a wording may be a row's and a column's."""
        entries = self._entries.get(text[place : place + 2], ())
        found = [entry for entry in entries if text.startswith(entry[0], place)]
        return [entry for entry in found if entry[0] == found[0][0]]

    def cut_at(self, text: str, place: int) -> tuple[str, Row, str] | None:
        """The one row whose label begins at a place and breaks off after five signs or more."""
        best: tuple[str, Row, str] | None = None
        rows = {entry[0]: entry for entry in self._entries.get(text[place : place + 2], ()) if entry[1] == "row"}
        for wording, _, row, table in rows.values():
            length = _common(text, place, wording)
            if length >= _SHORTEST_CUT and row is not None and table is not None:
                if best is not None and len(best[0]) >= length:
                    continue
                best = (wording[:length], row, table)
        if best is None:
            return None
        alike = {row.key for wording, (row, _) in self.rows.items() if wording.startswith(best[0])}
        return best if len(alike) == 1 else None


def lexicon_of(labels: FormLabels, tables: tuple[str, ...]) -> Lexicon:
    """The lexicon of some tables of a form, made once."""
    found = labels.lexicons.get(tables)
    if not isinstance(found, Lexicon):
        found = labels.lexicons[tables] = Lexicon(labels, tables)
    return found


def find_hits(stream: Stream, lexicon: Lexicon) -> list[Hit]:
    """The labels in reading order; a wording that is a row's and a column's is the row's where its numeral stands."""
    mask = masked(stream.signs)
    letter_places = [place for place, sign in enumerate(mask) if sign != " "]
    text = mask.replace(" ", "")
    hits: list[Hit] = []
    done = 0
    for match in lexicon.first_signs.finditer(text):
        place = match.start()
        if place < done:
            continue
        found = lexicon.at(text, place)
        length = len(found[0][0]) if found else 0
        if found and length <= _SHORT and not _stands_alone(stream, lexicon, text, letter_places, place, length):
            found, length = [], 0
        made = [_hit(stream, letter_places, place, entry) for entry in found]
        if not found and (cut := lexicon.cut_at(text, place)):
            length = len(cut[0])
            made = [_hit(stream, letter_places, place, (cut[0], "row", cut[1], cut[2]), cut=True)]
        rows = [hit for hit in made if hit.kind == "row" and _has_its_numeral(stream, hit)]
        hits += rows or [hit for hit in made if hit.kind != "row"]
        done = place + length
    return hits


def _hit(
    stream: Stream,
    letter_places: list[int],
    place: int,
    entry: tuple[str, Kind, Row | None, str | None],
    *,
    cut: bool = False,
) -> Hit:
    wording, kind, row, table = entry
    start, end = letter_places[place], letter_places[place + len(wording) - 1] + 1
    if kind == "row" and row is not None:
        start = _numeral_start(stream.signs, start, row)
    return Hit(
        kind=kind, wording=wording, start=start, end=_after_note(stream.signs, end), row=row, table=table, cut=cut
    )


def _numeral_start(signs: str, start: int, row: Row) -> int:
    """Where the official numeral of a row begins, `2.` in 00000002.其他…, if it stands before the label."""
    label = narrow(row.label)
    numeral = label[: numeral_length(label)]
    if not numeral:
        return start
    variants = [numeral] if numeral.endswith(")") else [numeral[:-1] + stop for stop in _STOPS]
    for variant in variants:
        if signs.endswith(variant, 0, start):
            return start - len(variant)
    return start


def _has_its_numeral(stream: Stream, hit: Hit) -> bool:
    """A short label that the form numbers counts with its numeral only: 其他 is a fragment of others as well."""
    if hit.row is None or len(hit.wording) > _SHORT or not numeral_length(narrow(hit.row.label)):
        return True
    return stream.signs[hit.start : hit.start + 1] in tuple("(0123456789一二三四五六七八九十")


def _stands_alone(
    stream: Stream, lexicon: Lexicon, text: str, letter_places: list[int], place: int, length: int
) -> bool:
    """Whether a short wording is a label of its own and no part of a longer word."""
    start, end = letter_places[place], letter_places[place + length - 1] + 1
    before, after = stream.signs[start - 1 : start], stream.signs[end : end + 1]
    left = stream.begins_token(start) or before in "0123456789.)、:,}" or place == 0
    if not left:
        left = any(lexicon.at(text, place - back) for back in range(2, 9) if _reaches(lexicon, text, place, back))
    right = stream.begins_token(end) or after in "0123456789(+-/.,"
    if not right:
        following = text[place + length :][:1] in "一二三四五六七八九十" and place + length + 1
        right = bool(lexicon.at(text, following or place + length))
    return left and right


def _reaches(lexicon: Lexicon, text: str, place: int, back: int) -> bool:
    """Whether a wording that begins `back` signs before a place ends there."""
    return any(len(entry[0]) == back for entry in lexicon.at(text, place - back)) if place >= back else False


def _after_note(signs: str, end: int) -> int:
    """The end of a note in brackets that follows a label directly; `end` where there is none."""
    if signs[end : end + 1] != "(":
        return end
    stop = signs.find(")", end, end + 60)
    note = signs[end + 1 : stop] if stop > 0 else ""
    return stop + 1 if len(note) > 1 and not bare(note).isdigit() else end


def _common(text: str, place: int, wording: str) -> int:
    length = 0
    while length < len(wording) and text[place + length : place + length + 1] == wording[length]:
        length += 1
    return length
