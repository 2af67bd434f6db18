"""The dates of a ledger lie in the report year, or near it.

    kind: ledger_years_near
    columns: {replies: [received, answered]}
    years_apart: 1

Rows with a date in these columns that lies more years before or after the report year are for a person: a slip of the
pen makes a row count for another year, and so for no figure. Not applicable where nobody says which year it is.
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
    columns: dict[str, tuple[str, ...]]  # ledger: date columns
    years_apart: int


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    year = facts.year
    asked = [ledger for ledger in facts.ledgers if ledger.form.id in params.columns] if year is not None else []
    if year is None or not asked:
        yield Verdict(outcome="not_applicable", message=Message("ledger_years_near.not_asked"))
        return
    first = date(year - params.years_apart, 1, 1).toordinal()
    last = date(year + params.years_apart, 12, 31).toordinal()
    for ledger in asked:
        keys = tuple(key for key in params.columns[ledger.form.id] if key in ledger.columns)
        yield _judge(ledger, keys, first, last)


def _judge(ledger: Ledger, keys: tuple[str, ...], first: int, last: int) -> Verdict:
    columns = [cast("list[int]", ledger.columns[key]) for key in keys]
    far = {day for column in columns for day in {*column} if day > 0 and not first <= day <= last}
    rows = [row for row in range(len(ledger.lines)) if any(column[row] in far for column in columns)] if far else []
    told: dict[str, Param] = {"ledger": ledger.form.title, "count": str(len(rows))}
    if not rows:
        return Verdict(
            outcome="pass",
            message=Message("ledger_years_near.near", told),
            evidence=(Evidence(source="records", file=ledger.file, sheet=ledger.sheet),),
        )
    from disclosecheck.measures.load import measures
    from disclosecheck.measures.rows import row_evidence

    return Verdict(
        outcome="review",
        message=Message("ledger_years_near.far", told),
        evidence=tuple(row_evidence(row, keys, ledger) for row in islice(rows, measures().listed)),
    )
