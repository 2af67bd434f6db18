"""What comes first in a ledger does come first.

    kind: ledger_dates_in_order
    orders:
      replies: [[received, answered]]

One failure for each pair of columns, with the rows in which the second date lies before the first: an answer before
its question. Such a row is left out of every figure that counts the days between. Dates that are blank or cannot be
read are for other rules.
"""

from collections.abc import Iterator
from itertools import islice
from typing import cast

import msgspec

from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.ledger import Ledger
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    orders: dict[str, tuple[tuple[str, str], ...]]  # ledger: pairs of date columns, the earlier first


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    if not facts.ledgers:
        yield Verdict(outcome="not_applicable", message=Message("ledger_flaws.no_ledger"))
    for ledger in facts.ledgers:
        pairs = [pair for pair in params.orders.get(ledger.form.id, ()) if set(pair) <= ledger.columns.keys()]
        failed = [verdict for pair in pairs if (verdict := _judge(ledger, *pair))]
        yield from failed
        if not failed:
            yield Verdict(
                outcome="pass",
                message=Message("ledger_dates_in_order.in_order", {"ledger": ledger.form.title}),
                evidence=(Evidence(source="records", file=ledger.file, sheet=ledger.sheet),),
            )


def _judge(ledger: Ledger, first: str, second: str) -> Verdict | None:
    from disclosecheck.measures.load import measures
    from disclosecheck.measures.rows import row_evidence

    dates = zip(cast("list[int]", ledger.columns[first]), cast("list[int]", ledger.columns[second]), strict=True)
    rows = [row for row, (earlier, later) in enumerate(dates) if 0 < later < earlier]
    if not rows:
        return None
    listed = measures().listed
    return Verdict(
        outcome="fail",
        message=Message(
            f"ledger_dates_in_order.{'reversed' if len(rows) <= listed else 'reversed_listed'}",
            {
                "ledger": ledger.form.title,
                "first": ledger.form.column(first).title,
                "second": ledger.form.column(second).title,
                "count": str(len(rows)),
                "listed": str(listed),
            },
        ),
        evidence=tuple(row_evidence(row, (first, second), ledger) for row in islice(rows, listed)),
    )
