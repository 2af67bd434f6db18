"""The rows of a ledger can be read.

    kind: ledger_flaws
    of: flaws

One failure for each ledger, sort of flaw and column, with the rows as evidence (the first of them, where there are
many) and their number; a ledger without any row is for a person. `of: notes` tells how a ledger was read where nothing
is wrong, `of: rows_left_out` which of its rows were taken for no case, such as totals. `only` names the sorts that are
meant, `except` those that are not; `outcome: review` is for what a person is to look at, `outcome: pass` for what is
only to be known.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Literal

import msgspec

from disclosecheck.kinds.counted import Param
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.ledger import Flaw, Ledger
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"other_than": "except"}):
    of: Literal["flaws", "notes", "rows_left_out"] = "flaws"
    only: tuple[str, ...] = ()
    other_than: tuple[str, ...] = ()
    outcome: Literal["fail", "review", "pass"] = "fail"


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    if not facts.ledgers:
        yield Verdict(outcome="not_applicable", message=Message("ledger_flaws.no_ledger"))
    for ledger in facts.ledgers:
        groups: dict[tuple[str, str | None], list[Flaw]] = {}
        for flaw in _told(params, ledger):
            if (not params.only or flaw.code in params.only) and flaw.code not in params.other_than:
                groups.setdefault((flaw.code, flaw.column), []).append(flaw)
        for flaws in groups.values():
            yield _verdict(params, ledger, flaws)
        if not groups:
            told: dict[str, Param] = {"ledger": ledger.form.title, "file": ledger.file, "rows": str(len(ledger.lines))}
            empty = params.of == "flaws" and not ledger.lines
            yield Verdict(
                outcome="review" if empty else "pass",
                message=Message("ledger_flaws.no_rows" if empty else f"ledger_flaws.no_{params.of}", told),
                evidence=(Evidence(source="records", file=ledger.file, sheet=ledger.sheet),),
            )


def _told(params: Params, ledger: Ledger) -> Iterator[Flaw]:
    if params.of != "rows_left_out":
        yield from ledger.flaws if params.of == "flaws" else ledger.notes
        return
    for part in ledger.left_out:
        count = {"count": str(len(part.lines))}
        yield from (Flaw(code=part.code, line=line, sheet=part.sheet, params=count) for line in part.lines)


def _verdict(params: Params, ledger: Ledger, flaws: list[Flaw]) -> Verdict:
    from disclosecheck.measures.load import measures

    listed = measures().listed
    first = flaws[0]
    title = ledger.form.column(first.column).title if first.column else ""
    placed: dict[str, Param] = {"text": first.text or "", "column": title, "line": str(first.line or "")}
    said = Message(f"ledger.{first.code}", {**first.params, **placed})
    several = "one" if len(flaws) == 1 else "several"
    if params.of != "flaws":  # these say themselves how many rows they are about
        several = "one"
    key = several if len(flaws) <= listed else f"{several}_listed"
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
