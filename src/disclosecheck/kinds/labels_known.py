"""The tables hold nothing that the form does not have.

    kind: labels_known
    of: [row]

`of` names what is looked for:
    row          a row of the report's own, or a row of the form that stands twice
    column       a column of the report's own; a known addition such as 小计 is none
    side_row     numbers in a row that is a side heading in the form
    copy         a table that stands twice with the same figures
    other_copy   a second table of the kind with other figures, as where every unit prints its own

`words` narrows it to labels that are one of these, `except_words` leaves them out; `only_in` asks only tables of an
edition. One verdict a table, `review` or
`fail`. Passes where there is nothing of the kind.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.place import lettered, table_place, table_spec
from disclosecheck.kinds.tables import found_tables
from disclosecheck.model.fact import Extra, FactSet
from disclosecheck.model.form import Edition, Form
from disclosecheck.model.verdict import Message, Verdict

Sort = Literal["row", "column", "side_row", "copy", "other_copy"]

ZEROS = frozenset({"", "0", "０", "/", "-", "—", "－", "／", "无"})


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    of: tuple[Sort, ...]
    words: tuple[str, ...] = ()
    except_words: tuple[str, ...] = ()
    outcome: Literal["fail", "review"] = "review"
    only_in: Edition | None = None


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form, tables = facts.form, found_tables(facts)
    if form is None or not tables:
        yield Verdict(outcome="not_applicable", message=Message("table.none"))
        return
    if params.only_in not in (None, form.edition):
        yield Verdict(outcome="not_applicable", message=Message("equation.not_in_form"))
        return
    met = [extra for extra in facts.extras if _meets(params, form, facts, extra)]
    for table in tables:
        if extras := [extra for extra in met if extra.table == table]:
            yield _verdict(params, form, table, extras)
    if not met:
        yield Verdict(outcome="pass", message=Message(f"table.no_{params.of[0]}"))


def _meets(params: Params, form: Form, facts: FactSet, extra: Extra) -> bool:
    if _sort(form, extra, facts) not in params.of:
        return False
    label = lettered(extra.label)
    if params.words and not any(lettered(word) == label for word in params.words):
        return False
    return not any(lettered(word) == label for word in params.except_words)


def _sort(form: Form, extra: Extra, facts: FactSet) -> Sort | None:
    """What an extra is; None for what harms nobody: a known added column, or a side heading's zeros."""
    spec = table_spec(form, extra.table)
    if extra.kind == "table":
        return "copy" if all(_is_same(form, extra, other) for other in facts.extras) else "other_copy"
    if extra.kind == "column":
        known = {lettered(column.label) for column in spec.columns if column.optional} if spec else set()
        return None if lettered(extra.label) in known else "column"
    row = next((row for row in spec.rows if row.key == extra.row), None) if spec else None
    if row is None or not row.header_only:
        return "row"
    return "side_row" if any(text not in ZEROS for text in extra.values) else None


def _is_same(form: Form, extra: Extra, other: Extra) -> bool:
    """Whether a second copy holds what the first does; the parts of table 2 are one table."""
    one, two = table_spec(form, extra.table), table_spec(form, other.table)
    together = one is not None and two is not None and one.section == two.section
    return other.same or other.kind != "table" or not together


def _verdict(params: Params, form: Form, table: str, extras: list[Extra]) -> Verdict:
    spec = table_spec(form, table)
    labels = tuple(dict.fromkeys(extra.label for extra in extras))
    return Verdict(
        outcome=params.outcome,
        message=Message(f"table.extra_{params.of[0]}", {"table": table_place(form, table), "labels": labels}),
        actual=None if extras[0].kind == "table" else "、".join(labels),
        evidence=tuple(extra.evidence for extra in extras),
        cause=f"copy.{spec.section}" if spec and extras[0].kind == "table" else None,  # all parts of table 2 are one
    )
