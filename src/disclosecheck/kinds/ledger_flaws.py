"""The rows of a ledger can be read and can be true.

    kind: ledger_flaws
    codes: [no_date, impossible_date]

One failure for each ledger, sort of flaw and column, with the rows as evidence (the first of them, where there are
many) and their number. `otherwise: true` takes every sort that `codes` does not name. `outcome: review` for what a
person is to look at, `outcome: pass` for what was read all the same and is only to be known.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Literal

import msgspec

from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.ledger import Flaw, Ledger
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    codes: tuple[str, ...]
    otherwise: bool = False
    outcome: Literal["fail", "review", "pass"] = "fail"


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    if not facts.ledgers:
        yield Verdict(outcome="not_applicable", message=Message("ledger_flaws.no_ledger"))
    for ledger in facts.ledgers:
        groups: dict[tuple[str, str | None], list[Flaw]] = {}
        for flaw in ledger.flaws:
            if (flaw.code in params.codes) != params.otherwise:
                groups.setdefault((flaw.code, flaw.column), []).append(flaw)
        for flaws in groups.values():
            yield _verdict(params, ledger, flaws)
        if not groups:
            yield Verdict(
                outcome="pass",
                message=Message(
                    "ledger_flaws.none",
                    {"ledger": ledger.form.title, "file": ledger.file, "rows": str(len(ledger.lines))},
                ),
                evidence=(Evidence(source="records", file=ledger.file, sheet=ledger.sheet),),
            )


def _verdict(params: Params, ledger: Ledger, flaws: list[Flaw]) -> Verdict:
    from disclosecheck.measures.load import measures

    listed = measures().listed
    first = flaws[0]
    title = ledger.form.column(first.column).title if first.column else ""
    said = Message(f"ledger.{first.code}", {**first.params, "text": first.text or "", "column": title})
    key = "one" if len(flaws) == 1 else "several" if len(flaws) <= listed else "many"
    return Verdict(
        outcome=params.outcome,
        message=Message(
            f"ledger_flaws.{key}",
            {"ledger": ledger.form.title, "flaw": said, "count": str(len(flaws)), "listed": str(listed)},
        ),
        evidence=tuple(_place(flaw, ledger) for flaw in islice(flaws, listed)),
    )


def _place(flaw: Flaw, ledger: Ledger) -> Evidence:
    return Evidence(
        source="records",
        file=ledger.file,
        sheet=flaw.sheet or ledger.sheet,
        line=flaw.line,
        column=flaw.column,
        quote=flaw.text,
    )
