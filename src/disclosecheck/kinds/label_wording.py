"""The labels of the tables are worded as the form has them.

    kind: label_wording
    axis: row
    fault: altered

`altered`: a label that is neither the form's nor a wording the form lists: cut off, or with a wrong sign. A column's
header that is cut off is one although it is known (现行有效件).
`explained`: a label that is longer than the form's, its own notes included, by `longer_by` signs or more.
`superseded`: a row or column that bears one of `words`, its label in another edition.
`only_in` asks only tables of an edition. One failure a table; passes where no label is so. Not applicable where none
was met, and to odd labels of pasted text (which cuts them off) and of other scripts.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.place import column_name, lettered, row_name, table_place, table_spec
from disclosecheck.model.fact import FactSet, LabelMet
from disclosecheck.model.form import Edition, Form
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message, Verdict

SHOWN = 4  # labels named in a message; the evidence names all

Axis = Literal["row", "column"]
Fault = Literal["altered", "explained", "superseded"]


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    axis: Axis
    fault: Fault
    longer_by: int = 12
    words: tuple[str, ...] = ()
    only_in: Edition | None = None


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    form = facts.form
    met = [label for label in facts.labels_met if (label.row if params.axis == "row" else label.column)]
    if form is None or not met or params.only_in not in (None, form.edition):
        yield Verdict(outcome="not_applicable", message=Message("label.none"))
        return
    wrong = [label for label in met if _is_wrong(params, form, label)]
    if wrong and not _is_exact(facts):
        yield Verdict(outcome="not_applicable", message=Message("label.copied"))
        return
    for table in dict.fromkeys(label.table for label in wrong):
        yield _verdict(params, form, table, [label for label in wrong if label.table == table])
    if not wrong:
        yield Verdict(outcome="pass", message=Message(f"label.not_{params.fault}"))


def _is_exact(facts: FactSet) -> bool:
    """Whether labels stand as they were written: a pasted text cuts them off, another script changes their signs."""
    copied = facts.document is not None and facts.document.format == "text"
    return not copied and facts.identity.language in (None, "zh")


def _is_wrong(params: Params, form: Form, label: LabelMet) -> bool:
    if params.fault == "superseded":
        return any(lettered(word) == lettered(label.printed) for word in params.words)
    if label.exact or (params.fault == "altered" and label.known and not _is_cut(form, label)):
        return False
    longer = len(lettered(label.printed)) - len(lettered(_official(form, label))) >= params.longer_by
    return longer is (params.fault == "explained")


def _is_cut(form: Form, label: LabelMet) -> bool:
    """Whether a column's header is the beginning of the form's, whose notes in brackets may be left out."""
    official = lettered(_official(form, label).partition("（")[0])
    printed = lettered(label.printed)
    return label.column is not None and printed != official and official.startswith(printed)


def _official(form: Form, label: LabelMet) -> str:
    spec = table_spec(form, label.table)
    parts = (spec.rows if label.row else spec.columns) if spec else ()
    return next((part.label for part in parts if part.key == (label.row or label.column)), "")


def _verdict(params: Params, form: Form, table: str, labels: list[LabelMet]) -> Verdict:
    shown = tuple(dict.fromkeys(label.printed for label in labels))
    return Verdict(
        outcome="fail",
        message=Message(
            f"label.{params.fault}",
            {
                "table": table_place(form, table),
                "printed": tuple(f"“{text}”" for text in shown[:SHOWN]),
                "official": tuple(dict.fromkeys(_name(form, label) for label in labels))[:SHOWN],
                "more": Message("equation.more") if len(shown) > SHOWN else "",
            },
        ),
        expected=_official(form, labels[0]),
        actual=labels[0].printed,
        evidence=tuple(label.evidence for label in labels),
    )


def _name(form: Form, label: LabelMet) -> Text:
    if label.row:
        return row_name(form, label.table, label.row)
    return column_name(form, label.table, label.column or "")
