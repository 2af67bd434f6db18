"""How much of the form was read and judged."""

from collections.abc import Iterable

from disclosecheck.engine.judged import Judged
from disclosecheck.kinds.headings import sections_by_number
from disclosecheck.model.fact import FactSet
from disclosecheck.model.result import Coverage
from disclosecheck.model.rule import Rule


def coverage_of(facts: FactSet, judged: Iterable[Judged]) -> Coverage:
    """Cells of the form as read; hard tie-outs asked (42 in edition 2021, 40 in 2019), and those that were decided."""
    addresses = facts.form.addresses() if facts.form is not None else ()
    sums = [item for item in judged if _hard(item.rule) and item.verdict.outcome != "not_applicable"]
    return Coverage(
        cells_expected=len(addresses),
        cells_read=sum(cell in facts.cells and facts.cells[cell].state == "number" for cell in addresses),
        equations_expected=len(sums),
        equations_judged=sum(item.verdict.outcome in ("pass", "fail") for item in sums),
        sections_found=len(sections_by_number(facts)),
    )


def _hard(rule: Rule) -> bool:
    return rule.group == "tie_outs" and rule.required
