"""No case stands in a ledger twice.

    kind: ledger_rows_once

Cases are told apart by the column that `numbered` names for their ledger (blank numbers are not compared; running
numbers tell nothing); rows of a ledger without it by all their cells, if one of them must be a text such as a title:
two citizens may well ask and be answered on the same days. One failure a ledger: the same number twice is an error in
the ledger, and every figure counted from it is too high.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import islice

import msgspec

from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.ledger import Ledger
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    numbered: dict[str, str]  # ledger: column of the case number


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    if not facts.ledgers:
        yield Verdict(outcome="not_applicable", message=Message("ledger_flaws.no_ledger"))
    for ledger in facts.ledgers:
        key = params.numbered.get(ledger.form.id)
        column = ledger.columns.get(key) if key and not _runs(key, ledger) else None
        numbers = column if column is not None and any(column) else None
        if key and numbers is None and not any(one.type == "text" and one.filled for one in ledger.form.columns):
            yield Verdict(
                outcome="not_applicable",
                message=Message("ledger_rows_once.not_numbered", {"ledger": ledger.form.title}),
            )
        else:
            yield _judge(ledger, key, numbers)


def _runs(key: str, ledger: Ledger) -> bool:
    """Whether its heading names a running number (序号), which may begin anew in each sheet or month."""
    heading = "".join(ledger.headings.get(key, "").split()).casefold()
    return heading in {word.casefold() for word in ledger.form.column(key).weak}


def _judge(ledger: Ledger, key: str | None, numbers: Sequence[Hashable] | None) -> Verdict:
    from disclosecheck.measures.load import measures

    told = list(_rows(ledger)) if numbers is None else numbers
    repeated = _repeated(told, blank="" if numbers is not None else None)
    evidence = tuple(
        _place(row, key if numbers is not None else None, ledger) for row in islice(repeated, measures().listed)
    )
    sort = "rows" if numbers is None else "numbers"
    suffix = "once" if not repeated else "twice"
    return Verdict(
        outcome="fail" if repeated else "pass",
        message=Message(
            f"ledger_rows_once.{sort}_{suffix}",
            {
                "ledger": ledger.form.title,
                "count": str(len(repeated)),
                "example": str(told[repeated[0]]) if repeated and numbers is not None else "",
            },
        ),
        evidence=evidence or (Evidence(source="records", file=ledger.file, sheet=ledger.sheet),),
    )


def _rows(ledger: Ledger) -> Iterator[Hashable]:
    return zip(*ledger.columns.values(), strict=True)


def _repeated(told: Sequence[Hashable], blank: str | None) -> list[int]:
    """The rows that say what another row says too, those that say it first included."""
    if len(set(told)) == len(told):
        return []
    often = {one for one, count in Counter(told).items() if count > 1 and one != blank}
    return [row for row, one in enumerate(told) if one in often]


def _place(row: int, key: str | None, ledger: Ledger) -> Evidence:
    from disclosecheck.measures.rows import row_evidence

    return row_evidence(row, (key,) if key else tuple(ledger.columns), ledger)
