"""A report of the first year of a form has adopted it.

    kind: layout_adopted
    year: 2019

Fails, as part of the gap of the missing tables, where a report of that year has none of the form's tables: the notice
let organs with real difficulty keep the layout of before. Passes where it has one; not applicable to other years.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    year: int


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    if facts.year != params.year:
        yield Verdict(outcome="not_applicable", message=Message("plausible.not_asked"))
    elif facts.tables_found:
        yield Verdict(outcome="pass", message=Message("table.layout_adopted"))
    else:
        yield Verdict(outcome="fail", message=Message("table.layout_older"), absent=tuple(facts.cells))
