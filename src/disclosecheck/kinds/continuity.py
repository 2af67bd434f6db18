"""What this year's tables begin with is what last year's ended with.

    kind: continuity
    for_each: column
    pairs:
      - {now: [t3_requests.carried_in], before: [t3_requests.carried_forward]}

The sum of `now` in this report is that of `before` in last year's. Passes with 5 carried forward and 5 carried in;
fails with 3, in one finding a table: a part and its total that are off by the same are one defect. `fewer: review`
where a smaller number than follows has other reasons too (documents lapse), and any difference is for review where
the text has a word of `explained_by`. `relation: not_vanished` asks only that something is left where there was
something. Blank or unread cells: open, naming them. Not applicable without `--previous`, and where one of the two
forms lacks the cells.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from disclosecheck.kinds.last_year import from_last_year, last_year, not_compared, says
from disclosecheck.kinds.place import column_name, inner_place, split_address, table_place
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.terms import (
    Axis,
    Summand,
    Term,
    canonical,
    cells_of,
    expand,
    subjects,
    table_of,
    term_references,
    total,
    unread,
    value_of,
)
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Form
from disclosecheck.model.verdict import Balance, Message, Verdict


class Pair(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    now: tuple[Term, ...]
    before: tuple[Term, ...]


class Sum(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sum that last year's report had to keep, so that a wrong figure of its own can be told."""

    left: tuple[Term, ...]
    right: tuple[Term, ...]
    for_each: Axis


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pairs: tuple[Pair, ...]
    sums: tuple[Sum, ...] = ()
    for_each: Axis = "none"
    relation: Literal["equal", "not_vanished"] = "equal"
    fewer: Literal["fail", "review"] = "fail"
    explained_by: tuple[str, ...] = ()


class Compared(msgspec.Struct, frozen=True):
    """One subject: its cells in this report, those in last year's, and what they add up to; None where unread."""

    table: str
    now: tuple[Summand, ...]
    before: tuple[Summand, ...]
    stands: Decimal | None
    follows: Decimal | None

    @property
    def off(self) -> Decimal:
        return self.stands - self.follows if self.stands is not None and self.follows is not None else Decimal(0)


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    previous = last_year(facts)
    if previous is None:
        yield not_compared(facts)
        return
    compared = list(_compared(params, facts, previous))
    if facts.form is None or not compared:
        yield Verdict(outcome="not_applicable", message=Message("continuity.other_form"))
        return
    for table in dict.fromkeys(one.table for one in compared):
        of_table = [one for one in compared if one.table == table]
        yield from _judged(params, of_table, facts, previous, facts.form)


def references(params: Params) -> Iterator[Reference]:
    for index, pair in enumerate(params.pairs):
        for key, terms in (("now", pair.now), ("before", pair.before)):
            for reference in term_references(terms, params.for_each, key):
                yield Reference(reference.what, reference.name, ("pairs", index, *reference.path))
    for index, rule in enumerate(params.sums):
        for key, terms in (("left", rule.left), ("right", rule.right)):
            for reference in term_references(terms, rule.for_each, key):
                yield Reference(reference.what, reference.name, ("sums", index, *reference.path))


def _compared(params: Params, facts: FactSet, previous: FactSet) -> Iterator[Compared]:
    for pair in params.pairs:
        table = table_of(pair.now[0])
        if facts.form is None or previous.form is None or table not in facts.tables_found & previous.tables_found:
            continue
        for subject in subjects(facts.form, table, params.for_each):
            now = expand(facts.form, pair.now, params.for_each, subject)
            before = expand(previous.form, pair.before, params.for_each, subject)
            if now and before:
                yield Compared(table, now, before, _read(facts, now), _read(previous, before))


def _read(facts: FactSet, summands: tuple[Summand, ...]) -> Decimal | None:
    return None if unread(facts, summands) else total(facts, summands)


def _judged(
    params: Params, compared: list[Compared], facts: FactSet, previous: FactSet, form: Form
) -> Iterator[Verdict]:
    unknown = [one for one in compared if one.stands is None or one.follows is None]
    apart = [one for one in compared if one not in unknown and _breaks(params, one)]
    faults = {id(one): _fault(params, previous, one) for one in apart}
    broken = [one for one in apart if faults[id(one)] != "last_year"]
    if broken:
        doubtful = any(faults[id(one)] == "either" for one in broken)
        yield _broken(params, broken, facts, previous, form, doubtful=doubtful)
    if unknown:
        yield _open(unknown, facts, previous, form)
    elif not broken:
        yield Verdict(outcome="pass", message=Message("continuity.continues"))


def _breaks(params: Params, one: Compared) -> bool:
    if params.relation == "not_vanished":
        return one.follows is not None and one.follows > 0 and one.stands == 0
    return one.off != 0


def _fault(params: Params, previous: FactSet, one: Compared) -> Literal["this_year", "last_year", "either"]:
    """Whose figure is wrong: last year's, where a sum of its report that is off would hold with this year's figure."""
    fault: Literal["this_year", "either"] = "this_year"
    own = {cell for _, cell in one.before}
    for residual, terms in _sums(params, previous, own) if len(own) == 1 else ():
        times = sum(times for times, cell in terms if cell in own)
        if residual and residual + times * one.off == 0:
            return "last_year"
        fault = "either" if residual else fault
    return fault


def _sums(params: Params, previous: FactSet, own: set[str]) -> Iterator[tuple[Decimal, list[Summand]]]:
    """The sums of last year's report that have one of the cells, and what they are off by."""
    form = previous.form
    if form is None:
        return
    for rule, subject in [(every, subject) for every in params.sums for subject in _subjects(form, every)]:
        left = expand(form, rule.left, rule.for_each, subject)
        right = expand(form, rule.right, rule.for_each, subject)
        if left and right and own & {cell for _, cell in (*left, *right)}:
            terms = [*left, *((-times, cell) for times, cell in right)]
            if not unread(previous, tuple(terms)):
                yield total(previous, tuple(terms)), terms


def _subjects(form: Form, rule: Sum) -> tuple[str, ...]:
    return subjects(form, table_of(rule.left[0]), rule.for_each)


def _broken(
    params: Params, broken: list[Compared], facts: FactSet, previous: FactSet, form: Form, *, doubtful: bool
) -> Verdict:
    first = broken[0]
    unsure = (
        doubtful
        or says(facts, params.explained_by)
        or (params.fewer == "review" and all(one.off < 0 for one in broken))
    )
    pairs = tuple(_pair(params, one, facts, previous, form) for one in broken)
    note = Message("continuity.doubtful") if doubtful else ""
    table = table_place(form, first.table)
    key = "vanished" if params.relation == "not_vanished" else "carried" if len(first.now) == 1 else "computed"
    cells = [cell for one in broken for cell in cells_of(facts, one.now)]
    old = [cell for one in broken for cell in cells_of(previous, one.before)]
    return Verdict(
        outcome="review" if unsure else "fail",
        message=Message(f"continuity.{key}", {"table": table, "pairs": pairs, "note": note}),
        expected=None if params.relation == "not_vanished" else _shown(_stated(facts, first) - first.off),
        actual=_shown(_stated(facts, first)),
        evidence=(*(cell.evidence for cell in cells), *(from_last_year(cell.evidence) for cell in old)),
        cells=tuple(cell.address for cell in cells),
        balance=None if unsure or len(broken) > 1 else Balance(first.now, first.off, stated=True),
    )


def _pair(params: Params, one: Compared, facts: FactSet, previous: FactSet, form: Form) -> Message:
    stands = _stated(facts, one)
    table, _, column = split_address(one.now[0][1])
    place = column_name(form, table, column) if params.for_each == "column" else inner_place(form, one.now[0][1])
    if params.relation == "not_vanished":
        pending = tuple(inner_place(form, cell) for _, cell in one.before if value_of(previous, cell))
        return Message(
            "continuity.pair_vanished", {"place": pending, "follows": _shown(one.follows), "stands": _shown(stands)}
        )
    return Message("continuity.pair", {"place": place, "follows": _shown(stands - one.off), "stands": _shown(stands)})


def _stated(facts: FactSet, one: Compared) -> Decimal:
    """The figure of the first cell, which the others only help to compute."""
    return value_of(facts, one.now[0][1]) or Decimal(0)


def _open(unknown: list[Compared], facts: FactSet, previous: FactSet, form: Form) -> Verdict:
    here = tuple(cell for one in unknown for cell in unread(facts, one.now))
    there = tuple(cell for one in unknown for cell in unread(previous, one.before))
    evidence = (
        *(facts.cells[cell].evidence for cell in here if cell in facts.cells),
        *(from_last_year(previous.cells[cell].evidence) for cell in there if cell in previous.cells),
    )
    places = tuple(inner_place(form, cell) for cell in here[:3])
    key = "continuity.open" if here else "continuity.open_last_year"
    names = {"places": places} if here else {"places": tuple(inner_place(form, one.now[0][1]) for one in unknown[:3])}
    return Verdict(outcome="open", message=Message(key, {**names}), evidence=evidence, absent=here)


def _shown(value: Decimal | None) -> str:
    return canonical(value) if value is not None else ""
