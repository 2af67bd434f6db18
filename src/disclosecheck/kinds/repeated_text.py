"""No passage stands in the report twice.

    kind: repeated_text
    shortest: 50

Fails where sentences that follow one another, `shortest` characters or more together, come again word for word; spaces
and punctuation do not count. Passes with a short sentence said twice (本年度未收取信息处理费), and with sentences whose
figures differ.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.prose import Prose, no_document, prose_of
from disclosecheck.kinds.sentence_share import sentences_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param

_DROPPED = str.maketrans("", "", ' \u3000\u00a0\t\n，。；：、！？,.;:!?“”"（）()《》')

Span = tuple[int, int]


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    shortest: int


class Run(msgspec.Struct):
    """Sentences that come again one after the other: of the later place, and of the first."""

    later: Span
    first: Span
    length: int


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    runs = [run for run in _runs(prose) if run.length >= params.shortest]
    if not runs:
        yield Verdict(outcome="pass", message=Message("repeated_text.none"))
        return
    longest = max(runs, key=lambda run: run.length)
    evidence = tuple(prose.evidence(start, min(end, start + 60), 0) for start, end in (longest.later, longest.first))
    names: dict[str, Param] = {"length": str(longest.length), "quote": evidence[0].quote or ""}
    yield Verdict(outcome="fail", message=Message("repeated_text.twice", names), evidence=evidence)


def _runs(prose: Prose) -> Iterator[Run]:
    seen: dict[str, tuple[int, Span]] = {}
    run: Run | None = None
    expected = -1
    for number, span in enumerate(sentences_of(prose, ())):
        words = prose.text[span[0] : span[1]].translate(_DROPPED)
        known = seen.setdefault(words, (number, span))
        if known[0] == number:
            expected = -1
            continue
        if run is not None and known[0] == expected:
            run.later, run.first = (run.later[0], span[1]), (run.first[0], known[1][1])
            run.length += len(words)
        else:
            if run is not None:
                yield run
            run = Run(later=span, first=known[1], length=len(words))
        expected = known[0] + 1
    if run is not None:
        yield run
