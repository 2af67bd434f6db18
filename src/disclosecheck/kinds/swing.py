"""A figure that changes greatly from one year to the next is explained.

    kind: swing
    cells: [t3_requests.new_received.total, t3_requests.results_total.total]
    times: 5
    by: 20
    topics: [申请]
    changes: [增加, 下降, 同比]

Fails where a cell is more than `times` as large as last year, or as small, and differs by `by` or more, and no
sentence holds a word of `topics` and one of `changes`. Passes with 12 after 8. Last year's 0 has no ratio: `by` alone
counts. Not applicable without `--previous`, and where the cells are not printed in both.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds.last_year import from_last_year, last_year, not_compared
from disclosecheck.kinds.patterns import compiled
from disclosecheck.kinds.place import cell_place
from disclosecheck.kinds.prose import prose_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.terms import canonical, value_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    cells: tuple[str, ...]
    times: int
    by: int
    topics: tuple[str, ...]
    changes: tuple[str, ...]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    previous = last_year(facts)
    if previous is None:
        yield not_compared(facts)
        return
    pairs = [
        (cell, now, before)
        for cell in params.cells
        if (now := value_of(facts, cell)) is not None and (before := value_of(previous, cell)) is not None
    ]
    swung = [pair for pair in pairs if _swings(params, pair[1], pair[2])]
    if not pairs or facts.form is None:
        yield Verdict(outcome="not_applicable", message=Message("swing.nothing"))
    elif not swung:
        yield Verdict(outcome="pass", message=Message("swing.steady"))
    elif _explained(params, facts):
        yield Verdict(outcome="pass", message=Message("swing.explained"))
    else:
        cell, now, before = swung[0]
        shown: dict[str, Param] = {
            "place": cell_place(facts.form, cell),
            "now": canonical(now),
            "before": canonical(before),
        }
        evidence = (
            *(facts.cells[address].evidence for address, _, _ in swung),
            *(from_last_year(previous.cells[address].evidence) for address, _, _ in swung),
        )
        cells = tuple(address for address, _, _ in swung)
        message = Message("swing.swings", shown)
        yield Verdict(outcome="fail", message=message, actual=canonical(now), evidence=evidence, cells=cells)


def references(params: Params) -> Iterator[Reference]:
    for index, cell in enumerate(params.cells):
        yield Reference("cell", cell, ("cells", index))


def _swings(params: Params, now: Decimal, before: Decimal) -> bool:
    more, less = max(now, before), min(now, before)
    return more - less >= params.by and more > less * params.times


def _explained(params: Params, facts: FactSet) -> bool:
    prose = prose_of(facts)
    sentences = compiled(("[。；!?！？\n]",)).split(prose.text) if prose is not None else ()
    return any(
        any(topic in sentence for topic in params.topics) and any(change in sentence for change in params.changes)
        for sentence in sentences
    )
