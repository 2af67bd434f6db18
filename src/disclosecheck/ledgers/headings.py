"""Which row heads the columns, and which column of the form each of them is."""

from collections.abc import Sequence

import msgspec

from disclosecheck.ledgers.dates import shown
from disclosecheck.ledgers.fold import fold, without_brackets
from disclosecheck.ledgers.labels import (
    LISTED,
    LONGEST,
    SEARCHED,
    Labels,
    missing,
    nothing,
    text_of,
    twice,
    unknown_column,
    unmapped,
)
from disclosecheck.ledgers.sheet import Merge, Row
from disclosecheck.model.verdict import Message

MAPS = "=＝:："  # signs between our name of a column and its heading

Mapping = dict[str, str]  # headings of the file by the form's column keys


class Headings(msgspec.Struct, frozen=True, kw_only=True):
    first: int  # index of the heading row
    last: int  # of its second row, where it has two
    places: dict[str, int]  # index of the column by its key
    printed: dict[str, str]  # its heading
    unknown: tuple[str, ...] = ()  # headings of other columns
    passed: tuple[tuple[str, str], ...] = ()  # (heading, key) that a surer heading stands for
    sure: int = 0  # columns that are named by no weak heading
    rows: tuple[tuple[str, ...], ...] = ()  # folded, to know the row when it is repeated


class NoHeadings(msgspec.Struct, frozen=True, kw_only=True):
    """Why no row heads the columns; `known` tells how near the nearest was."""

    problems: tuple[Message, ...]
    line: int = 1
    known: int = 0
    needed: bool = False  # whether it heads one of the columns that are needed


def find_headings(
    rows: Sequence[Row], labels: Labels, mapping: Mapping, merges: Sequence[Merge] = ()
) -> Headings | NoHeadings:
    """The row, or pair of rows, of the first that names most columns, every needed one among them."""
    best = (False, 0, 0, True)
    chosen: Headings | NoHeadings = NoHeadings(problems=())
    for first in range(min(len(rows), SEARCHED)):
        for last in (first, first + 1):
            if last >= len(rows):
                continue
            found = _try(rows, first, last, labels, mapping, merges)
            known = len(found.places) if isinstance(found, Headings) else found.known
            sure = found.sure if isinstance(found, Headings) else 0
            good = (isinstance(found, Headings), known, sure, first == last)  # a title above heads no columns
            if good > best:
                best, chosen = good, found
    if isinstance(chosen, NoHeadings) and not chosen.problems:
        return NoHeadings(problems=(nothing(rows, labels.form),))
    return chosen


def read_mapping(row: Row, labels: Labels) -> tuple[Mapping, list[Message]]:
    """A row 列对应 | 收到日期=来件登记 | ... and what is wrong with it."""
    mapping: Mapping = {}
    problems: list[Message] = []
    for cell in row[1:]:
        text = shown(cell).strip()
        sign = next((sign for sign in MAPS if sign in text), None)
        if not text or sign is None:
            if text:
                problems.append(Message("ledger.bad_mapping", {"text": text}))
            continue
        name, _, heading = text.partition(sign)
        column = labels.column_named(name)
        if column is None:
            problems.append(unknown_column(name.strip(), labels.form))
        else:
            mapping[column.key] = heading.strip()
    return mapping, problems


def _try(
    rows: Sequence[Row], first: int, last: int, labels: Labels, mapping: Mapping, merges: Sequence[Merge]
) -> Headings | NoHeadings:
    printed = _printed(rows, first, last, merges)
    if last > first and not (any(text_of(cell) for cell in rows[last]) and _is_wordy(rows[last])):
        return NoHeadings(problems=())
    names = [_name_of(options, labels) for options in printed]
    problems: list[Message] = []
    places: dict[str, int] = {}
    passed: list[tuple[str, str]] = []
    for key, heading in mapping.items():
        at = [place for place, options in enumerate(printed) if fold(heading) in map(fold, options)]
        if len(at) == 1:
            places[key] = at[0]
        else:
            problems.append(unmapped(key, heading, at, printed, labels.form))
    taken = set(places.values())
    for column in labels.form.columns:
        if column.key in mapping:
            continue
        sure = [place for place, name in enumerate(names) if name == (column.key, True) and place not in taken]
        weak = [place for place, name in enumerate(names) if name == (column.key, False) and place not in taken]
        candidates = sure or weak
        if len(candidates) > 1:
            problems.append(twice(column, candidates, printed))
        if candidates:
            places[column.key] = candidates[0]
            passed += [(printed[place][0], column.key) for place in weak if sure]
    return _result(rows, first, last, labels, printed, names, places, passed, problems)


def _result(
    rows: Sequence[Row],
    first: int,
    last: int,
    labels: Labels,
    printed: list[tuple[str, ...]],
    names: list[tuple[str, bool] | None],
    places: dict[str, int],
    passed: list[tuple[str, str]],
    problems: list[Message],
) -> Headings | NoHeadings:
    headings = [options[0][:LONGEST] for options in printed if options[0]][:LISTED]
    problems += [
        missing(column, headings) for column in labels.form.columns if column.needed and column.key not in places
    ]
    if problems:
        needed = any(column.needed and column.key in places for column in labels.form.columns)
        return NoHeadings(problems=tuple(problems), line=first + 1, known=len(places), needed=needed)
    used = set(places.values())
    unknown = [
        options[0]
        for place, options in enumerate(printed)
        if options[0]
        and place not in used
        and names[place] is None
        and not {fold(options[0]), fold(without_brackets(options[0]))} & labels.passed_over
    ]
    return Headings(
        first=first,
        last=last,
        places=places,
        printed={key: printed[place][0] for key, place in places.items()},
        unknown=tuple(unknown),
        passed=tuple(passed),
        sure=sum(names[place] != (key, False) for key, place in places.items()),
        rows=tuple(tuple(fold(text_of(cell)) for cell in rows[index]) for index in range(first, last + 1)),
    )


def _printed(rows: Sequence[Row], first: int, last: int, merges: Sequence[Merge]) -> list[tuple[str, ...]]:
    """The heading of each column: as one text, and where it stands in two rows each of them as well."""
    top = [text_of(cell) for cell in rows[first]]
    if first == last:
        return [(text,) for text in top]
    bottom = [text_of(cell) for cell in rows[last]]
    width = max(len(top), len(bottom))
    top += [""] * (width - len(top))
    bottom += [""] * (width - len(bottom))
    over = _carried(top, bottom, first, merges)
    return [
        (f"{above}{below}", below, above) if above and below and above != below else (below or above,)
        for above, below in zip(over, bottom, strict=True)
    ]


def _carried(top: list[str], bottom: list[str], row: int, merges: Sequence[Merge]) -> list[str]:
    """A group's heading over all its columns: those merged, else the blank ones to its right that are headed below."""
    over = list(top)
    if any(merge[0] <= row <= merge[2] for merge in merges):
        for start, left, end, right in merges:
            if start <= row <= end:
                over[left : right + 1] = [over[left]] * (min(right + 1, len(over)) - left) if left < len(over) else []
        return over
    for place in range(1, len(over)):
        if not over[place] and bottom[place]:
            over[place] = over[place - 1]
    return over


def _name_of(options: tuple[str, ...], labels: Labels) -> tuple[str, bool] | None:
    """By the joined text first, then by each row's; a group alone (the last) only where nothing stands below it."""
    for text in options[:2]:
        if text and (name := labels.key_of(text)):
            return name
    return None


def _is_wordy(row: Row) -> bool:
    """Whether a row may be the second of a heading: texts, none of them a number or date."""
    cells = [cell for cell in row if text_of(cell)]
    return all(isinstance(cell, str) and not any(sign.isdecimal() for sign in cell) for cell in cells)
