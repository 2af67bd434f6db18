"""The calendar knows the days from which working days are counted.

    kind: ledger_days_known
    years_apart: 1

Fails for dates of the report year, or up to `years_apart` before or after it, in a year whose holidays are not known:
no term is guessed from weekends. The message says which file to write. Dates further off are slips of the pen, for
another rule. Without a report year every date is asked.
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import cast

import msgspec

from disclosecheck.kinds.counted import Param
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.ledger import Ledger
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    years_apart: int


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    if not facts.ledgers:
        yield Verdict(outcome="not_applicable", message=Message("ledger_flaws.no_ledger"))
    for ledger in facts.ledgers:
        yield _judge(params, ledger, facts.year)


def _judge(params: Params, ledger: Ledger, year: int | None) -> Verdict:
    from disclosecheck.measures.view import view_of

    view = view_of(ledger, year)
    keys = [column.key for column in ledger.form.columns if column.type == "date" and view.has(column.key)]
    days = {day for key in keys for day in set(view.codes(key)) if day > 0}
    missing = [
        one for one in view.calendar.missing_years(days) if year is None or abs(one - year) <= params.years_apart
    ]
    first, last = view.calendar.years()
    told: dict[str, Param] = {
        "ledger": ledger.form.title,
        "years": tuple(map(str, missing)),
        "first": str(first),
        "last": str(last),
    }
    return Verdict(
        outcome="fail" if missing else "pass",
        message=Message(f"ledger_days_known.{'missing' if missing else 'known'}", told),
        evidence=tuple(_places(view.ledger, keys, set(missing)))
        or (Evidence(source="records", file=ledger.file, sheet=ledger.sheet),),
    )


def _places(ledger: Ledger, keys: list[str], years: set[int]) -> Iterator[Evidence]:
    from disclosecheck.measures.load import measures
    from disclosecheck.measures.rows import row_evidence

    if not years:
        return
    found = (
        row
        for row in range(len(ledger.lines))
        if any(_year(cast("int", ledger.columns[key][row])) in years for key in keys)
    )
    for row in islice(found, measures().listed):
        yield row_evidence(row, tuple(keys), ledger)


def _year(day: int) -> int | None:
    return date.fromordinal(day).year if day > 0 else None
