"""Numbers inside a section run on from one.

    kind: subnumbering

Fails with （一）（三） and with （一）（二）（二）, at the number that is wrong, in the sections that hold no table. A
new list may begin with one again; a number in the middle of a sentence (条例第二十条第（五）项) is none; a number that
stands elsewhere in the section is not missing.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.numerals import Level, Numeral, leading, within
from disclosecheck.kinds.prose import Passage, Prose, no_document, prose_of
from disclosecheck.model.document import Paragraph
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_HAN = "一二三四五六七八九十"
_BELOW: dict[Level, tuple[Level, ...]] = {
    "han_bracket": ("arabic", "arabic_bracket", "ordinal"),
    "arabic": ("arabic_bracket", "ordinal"),
    "arabic_bracket": ("ordinal",),
    "ordinal": (),
}


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing to set."""


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    met = 0
    wrong: list[tuple[str, Passage, Numeral]] = []
    for number in _sections(facts):
        passages = [passage for passage in prose.passages if passage.section == number]
        numerals = [(passage, numeral) for passage in passages if (numeral := leading(passage))]
        met += len(numerals)
        wrong += _breaks(numerals, _printed(facts, number), first=True)
        begun = {passage.start: numeral.end for passage, numeral in numerals}
        for passage in passages:
            inner = [(passage, numeral) for numeral in within(passage) if numeral.start >= begun.get(passage.start, 0)]
            met += len(inner)
            wrong += _breaks(inner, passage.text[passage.heading :], first=False)
    for suffix, numeral, place in _placed(prose, wrong):
        message = Message(f"subnumbering.{suffix}", {"printed": numeral.printed})
        yield Verdict(outcome="fail", message=message, actual=numeral.printed, evidence=(place,))
    if not wrong:
        suffix = "in_order" if met else "none"
        yield Verdict(outcome="pass" if met else "not_applicable", message=Message(f"subnumbering.{suffix}"))


def _sections(facts: FactSet) -> list[int]:
    tabular = {spec.number for spec in facts.form.sections if spec.tables} if facts.form else set()
    numbers = {section.number for section in facts.sections if section.number is not None}
    return sorted(numbers - tabular)


def _printed(facts: FactSet, number: int) -> str:
    """All that is printed below a section's heading, also what the prose leaves out as a table."""
    texts: list[str] = []
    for section in facts.sections:
        if section.number == number and facts.document is not None:
            texts.append(section.inline)
            texts += [
                block.text
                for block in facts.document.blocks[section.start + 1 : section.end]
                if isinstance(block, Paragraph)
            ]
    return "\n".join(texts)


def _breaks(
    numerals: list[tuple[Passage, Numeral]], printed: str, *, first: bool
) -> Iterator[tuple[str, Passage, Numeral]]:
    """The numbers that do not follow from those before them on their level; `first`: a list must begin with one."""
    last: dict[Level, int] = {}
    told: set[Level] = set()  # levels whose list is known to be broken: what follows in it is the same defect
    for passage, numeral in numerals:
        before = last.get(numeral.level, 0)
        if numeral.rank == 1:
            told.discard(numeral.level)
        elif numeral.level not in told and numeral.rank != before + 1 and (before or first):
            if numeral.rank == before:
                told.add(numeral.level)
                yield "twice", passage, numeral
            elif not _stands(printed, numeral, range(before + 1, numeral.rank) or (numeral.rank - 1,)):
                told.add(numeral.level)
                yield "skips", passage, numeral
        last[numeral.level] = numeral.rank
        for level in _BELOW[numeral.level]:
            last.pop(level, None)
            told.discard(level)


def _stands(printed: str, numeral: Numeral, ranks: range | tuple[int, ...]) -> bool:
    """Whether one of the ranks stands anywhere in the text, in whatever form."""
    return any(form in printed for rank in ranks for form in _forms(numeral.level, rank))


def _forms(level: Level, rank: int) -> tuple[str, ...]:
    if level.startswith("arabic"):
        return f"{rank}.", f"{rank}、", f"{rank}．", f"{rank})", f"{rank}）"
    if rank > 2 * len(_HAN) - 1:
        return ()
    sign = _HAN[rank - 1] if rank <= len(_HAN) else f"十{_HAN[rank - 11]}"
    return f"（{sign}）", f"({sign})", f"（{sign})", f"({sign}）", f"{sign}是", f"{sign}、"


def _placed(prose: Prose, wrong: list[tuple[str, Passage, Numeral]]) -> Iterator[tuple[str, Numeral, Evidence]]:
    for suffix, passage, numeral in wrong:
        start = passage.start + numeral.start
        yield suffix, numeral, prose.evidence(start, start + len(numeral.printed))
