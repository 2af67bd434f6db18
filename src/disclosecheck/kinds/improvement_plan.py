"""Section five names problems, and what is done about them.

    kind: improvement_plan
    demand: measures
    words: {problems: [不足, 有待], measures: [加强, 建立], surely: [下一步]}

`demand` is what there must be: `measures`, where problems are named; `problems`, where measures are;
`a_measure_each`, as many counted measures as counted problems; `done`, where the measures are named, one that was
taken already; `concrete`, a problem that is none of `stock` (RE2 over a whole clause). Not applicable where the text
ends in section five: it may go on.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.improvements import Piece, SectionFive, Words, section_five
from disclosecheck.kinds.patterns import compiled
from disclosecheck.kinds.registry import Reference
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

Answer = tuple[bool | None, tuple[Piece, ...], dict[str, str]]  # holds or not asked, where, and what fills the message


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    demand: Literal["measures", "problems", "a_measure_each", "done", "concrete"]
    words: Words
    stock: tuple[str, ...] = ()
    outcome: Literal["fail", "review"] = "fail"


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    five = section_five(params.words, facts)
    if isinstance(five, Verdict):
        yield five
        return
    holds, pieces, names = _answer(params, five, facts)
    if holds is None:
        yield Verdict(outcome="not_applicable", message=Message("improvement_plan.not_asked"))
        return
    state = "met" if holds else "unmet"
    yield Verdict(
        outcome="pass" if holds else params.outcome,
        message=Message(f"improvement_plan.{params.demand}_{state}", {**names}),
        evidence=five.evidence(pieces[:3]),
    )


def references(params: Params) -> Iterator[Reference]:
    for key in ("no_problems", "surely", "future", "numerals"):
        for index, pattern in enumerate(getattr(params.words, key)):
            yield Reference("pattern", pattern, ("words", key, index))
    for index, pattern in enumerate(params.stock):
        yield Reference("pattern", pattern, ("stock", index))


def _answer(params: Params, five: SectionFive, facts: FactSet) -> Answer:
    if params.demand == "measures":
        named = tuple(piece for piece in five.pieces if piece.problem)
        return (bool(five.measures) if named else None), named, {}
    if params.demand == "problems":
        taken = tuple(piece for piece in five.pieces if piece.measure or piece.surely)
        return (any(piece.problem for piece in five.pieces) if taken else None), taken, {}
    if params.demand == "a_measure_each":
        return _counts(params.words, five)
    if params.demand == "done":
        return _done(params.words, five, facts)
    return _concrete(params, five)


def _counts(words: Words, five: SectionFive) -> Answer:
    measures = five.measures
    first = five.pieces[: five.turn] if five.turn is not None else ()
    problems, taken = _counted(words, first), _counted(words, measures)
    names = {"problems": str(problems), "measures": str(taken)}
    return (taken >= problems if min(problems, taken) > 1 else None), measures, names


def _counted(words: Words, pieces: tuple[Piece, ...]) -> int:
    """How many different numerals the pieces hold, of the style that has most."""
    texts = [piece.text for piece in pieces]
    styles = [compiled((style,)) for style in words.numerals]
    return max((len({hit for text in texts for hit in style.findall(text)}) for style in styles), default=0)


def _done(words: Words, five: SectionFive, facts: FactSet) -> Answer:
    """Whether something stands before the first word of the future, or reads as done after it."""
    years = (f"{facts.year + 1}年",) if facts.year is not None else ()
    future = compiled((*words.future, *years))
    measures = five.measures
    if not measures:
        return None, (), {}
    if future.search(measures[0].text) is None:
        return True, measures, {}
    for piece in measures:
        text = piece.text
        for word in words.not_done:
            text = text.replace(word, "")
        if any(word in text for word in words.done):
            return True, (piece,), {}
    return False, measures, {}


def _concrete(params: Params, five: SectionFive) -> Answer:
    stock, counted = compiled(params.stock), compiled(params.words.numerals)
    clauses: list[tuple[Piece, str]] = []
    for piece in five.problems:
        text = counted.sub(":", piece.text.replace("：", ":")).rpartition(":")[2]  # re2 spoils wide replacements
        parts = compiled(("[，,、]",)).split(text.strip("。；; 　"))
        clauses += [(piece, part) for part in parts if any(word in part for word in params.words.problems)]
    if not clauses:
        return None, (), {}
    found = tuple(piece for piece, clause in clauses if stock.search(clause) is None)
    return bool(found), found or five.problems, {}
