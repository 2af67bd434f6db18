"""Every bracket and quotation mark has its other half.

    kind: paired_marks
    furniture: ["【字体"]

Fails with （电话：0647-6180118 and with “放管服“改革. Passes with 1）受理；2）答复, where the bracket ends a numeral,
and with a pair that goes on over the end of a paragraph. One finding a paragraph, at its first mark. `furniture` are
the beginnings of what a web page puts around a text. What is found in pasted text is not judged: a copy loses signs.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.marks import OPENING, Mark, pair
from disclosecheck.kinds.prose import no_document, prose_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    furniture: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None or facts.document is None:
        yield no_document()
        return
    first: dict[int, Mark] = {}
    for mark in pair(prose).alone:
        if not prose.text.startswith(params.furniture, mark.place):
            first.setdefault(mark.passage, mark)
    if first and facts.document.format == "text":
        yield Verdict(outcome="not_applicable", message=Message("wording.copy"))
        return
    for mark in first.values():
        evidence = prose.evidence(mark.place, mark.place + 1)
        key = "paired_marks.not_closed" if mark.sign in OPENING else "paired_marks.not_opened"
        message = Message(key, {"mark": mark.sign, "quote": evidence.quote or ""})
        yield Verdict(outcome="fail", message=message, actual=mark.sign, evidence=(evidence,))
    if not first:
        yield Verdict(outcome="pass", message=Message("paired_marks.paired"))
