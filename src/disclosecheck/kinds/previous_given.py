"""Last year's report is at hand beside this year's.

    kind: previous_given

Passes with `--previous` and the report of the year before. `review` without it: whether it is published is for a
person to see.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.last_year import last_year
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    if facts.document is None:
        yield Verdict(outcome="not_applicable", message=Message("file_note.no_document"))
    elif last_year(facts) is not None:
        yield Verdict(outcome="pass", message=Message("previous_given.given"))
    else:
        key = "previous_given.not_given" if facts.previous is None else "last_year.unfit"
        yield Verdict(outcome="review", message=Message(key))
