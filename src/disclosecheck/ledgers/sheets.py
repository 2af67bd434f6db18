"""Which sheets of a workbook hold a ledger."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice

from disclosecheck.ledgers.errors import LedgerError
from disclosecheck.ledgers.fold import fold
from disclosecheck.ledgers.headings import MAPS, Headings, Mapping, NoHeadings, find_headings, read_mapping
from disclosecheck.ledgers.labels import SEARCHED, Labels
from disclosecheck.ledgers.sheet import Row, Sheet
from disclosecheck.ledgers.values import choice_named
from disclosecheck.model.ledger import Flaw, LedgerForm, LeftOut
from disclosecheck.model.ledger_words import LedgerWords
from disclosecheck.model.verdict import Message


class Found:
    """Sheets that hold the ledger, each with its headings and the rows down to them, and how they were found."""

    def __init__(self) -> None:
        self.used: list[tuple[Sheet, Headings, list[Row]]] = []
        self.notes: list[Flaw] = []
        self.flaws: list[Flaw] = []
        self.left: list[LeftOut] = []

    def lack(self, part: Sheet, headings: NoHeadings) -> None:
        """A sheet that seems to hold a part of the ledger, and does not say what it holds."""
        lines = [line for line, row in enumerate(part.rows(), 1) if line > headings.line and _says(row)]
        self.left.append(LeftOut(code="left_unread", lines=lines, sheet=part.name))
        said = {"sheet": part.name or "", "count": str(len(lines))}
        self.flaws.append(Flaw(code="sheet_unread", line=headings.line, sheet=part.name, params=said))


def find_sheets(
    sheets: list[Sheet],
    form: LedgerForm,
    forms: dict[str, LedgerForm],
    mapping: Mapping,
    words: LedgerWords,
    wanted: str | None,
    path: str,
) -> Found:
    """The sheets that hold the ledger.

    The one named, else those named like the ledger, else those whose columns are its columns more than another's.
    """
    tried = [(part, _head(part)) for part in _wanted(sheets, wanted, path)]
    headed = [(part, _headings(part, head, form, mapping, words), head) for part, head in tried]
    good = [(part, headings, head) for part, headings, head in headed if isinstance(headings, Headings)]
    if not good:
        raise _no_headings(headed, path)
    alike: list[str] = []
    if len(sheets) > 1 and wanted is None:
        own = [entry for entry in good if _better(*entry, form, forms, words) is None]
        good = own if _is_a_sheet_a_choice(own, form) else [entry for entry in own if _is_named(entry[0], form)] or own
        if not good:
            raise LedgerError(path, ((None, Message("ledger.other_ledgers", {"ledger": form.title})),))
        alike = [entry[0].name or "" for entry in own if entry not in good]
    found = Found()
    found.used = [(part, headings, head[: headings.last + 1]) for part, headings, head in good]
    unread = [
        part.name or ""
        for part, head in tried
        if not any(part is used for used, _, _ in found.used)
        and any(map(_says, head))
        and part.name not in alike
        and not any(_is_named(part, other) for other in forms.values() if other.id != form.id)
    ]
    for part, headings, _ in headed:
        if part.name in unread and isinstance(headings, NoHeadings) and headings.needed:
            found.lack(part, headings)
            unread.remove(part.name)
    found.notes = list(_notes(found.used, unread))
    if alike:
        found.notes.append(Flaw(code="sheets_alike", params={"sheets": tuple(alike)}))
    for part, headings, head in good:
        if (other := _better(part, headings, head, form, forms, words)) is not None:
            found.notes.append(Flaw(code="looks_like", sheet=part.name, params={"ledger": other.id}))
    return found


def _wanted(sheets: list[Sheet], wanted: str | None, path: str) -> list[Sheet]:
    if wanted is None or sheets[0].name is None:
        return sheets
    chosen = [part for part in sheets if part.name is not None and fold(part.name) == fold(wanted)]
    if not chosen:
        names = [part.name or "" for part in sheets]
        near = get_close_matches(wanted, names, n=2, cutoff=0.5)
        message = Message("ledger.no_sheet", {"sheet": wanted, "sheets": tuple(near or names)})
        raise LedgerError(path, ((None, message),))
    return chosen


def _head(part: Sheet) -> list[Row]:
    marks = part.marks()
    head = [list(row) for row in islice(part.rows(), SEARCHED + 2)]
    for row, cells in marks.replaced.items():
        if row < len(head):
            for place, value in cells.items():
                if place < len(head[row]):
                    head[row][place] = value
    return head


def _headings(
    part: Sheet, head: list[Row], form: LedgerForm, mapping: Mapping, words: LedgerWords
) -> Headings | NoHeadings:
    labels = Labels(form)
    own, problems = _own_mapping(head, labels, words)
    if problems:
        return NoHeadings(problems=tuple(problems), known=1000)
    return find_headings(head, labels, own | mapping, part.marks().merges)


def _own_mapping(head: list[Row], labels: Labels, words: LedgerWords) -> tuple[Mapping, list[Message]]:
    signs = {fold(word) for word in words.mapping}
    for row in head:
        names = row and isinstance(row[0], str) and fold(row[0]) in signs
        if names and any(sign in str(cell) for cell in row[1:] for sign in MAPS):
            return read_mapping(row, labels)
    return {}, []


def _no_headings(headed: list[tuple[Sheet, Headings | NoHeadings, list[Row]]], path: str) -> LedgerError:
    """The mistakes of the sheet that came nearest."""
    failed = [(part, found) for part, found, _ in headed if isinstance(found, NoHeadings)]
    part, nearest = max(failed, key=lambda entry: entry[1].known)
    where = path if part.name is None or len(headed) == 1 else f"{path} [{part.name}]"
    return LedgerError(where, tuple((nearest.line, problem) for problem in nearest.problems))


def _is_named(part: Sheet, form: LedgerForm) -> bool:
    folded = fold(part.name or "")
    return any(fold(name) in folded for name in (form.title.zh, form.title.en, form.id, *form.aliases))


def _is_a_sheet_a_choice(entries: list[tuple[Sheet, Headings, list[Row]]], form: LedgerForm) -> bool:
    """Whether sheets are named by what one of the columns says: 网上咨询, 网站留言, 12345."""
    return sum(any(choice_named(part.name, column) for column in form.columns) for part, _, _ in entries) > 1


def _better(
    part: Sheet,
    headings: Headings,
    head: list[Row],
    form: LedgerForm,
    forms: dict[str, LedgerForm],
    words: LedgerWords,
) -> LedgerForm | None:
    """Another ledger that knows more of the sheet's columns, or gives the sheet its name."""
    for other in forms.values():
        if other.id == form.id or _is_named(part, form):
            continue
        found = _headings(part, head, other, {}, words)
        if isinstance(found, Headings) and (_is_named(part, other) or len(found.places) > len(headings.places)):
            return other
    return None


def _says(row: Row) -> bool:
    return any(not isinstance(cell, str) or cell.strip() for cell in row)


def _notes(used: list[tuple[Sheet, Headings, list[Row]]], unread: list[str]) -> Iterator[Flaw]:
    """How the file was read, where a person might not expect it. Sheets of other ledgers need no word."""
    if unread:
        yield Flaw(code="sheets_left", params={"sheets": tuple(unread)})
    if len(used) > 1:
        yield Flaw(code="sheets_joined", params={"sheets": tuple(part.name or "" for part, _, _ in used)})
    for part, headings, _ in used:
        yield from _notes_of(part, headings)


def _notes_of(part: Sheet, headings: Headings) -> Iterator[Flaw]:
    marks = part.marks()
    if part.hidden:
        yield Flaw(code="hidden_sheet", sheet=part.name, params={"sheet": part.name or ""})
    if marks.hidden_rows:
        code = "filtered_rows" if marks.filtered else "hidden_rows"
        yield Flaw(code=code, sheet=part.name, params={"count": str(marks.hidden_rows)})
    if part.epoch_1904:
        yield Flaw(code="epoch_1904", sheet=part.name)
    if part.encoding is not None:
        yield Flaw(code="encoding", params={"encoding": part.encoding.upper()})
    if headings.unknown:
        yield Flaw(code="unknown_columns", sheet=part.name, params={"headings": headings.unknown})
    for heading, key in headings.passed:
        yield Flaw(
            code="column_passed", column=key, sheet=part.name, text=heading, params={"used": headings.printed[key]}
        )
