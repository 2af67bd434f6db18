"""No word of two to six characters stands twice in a row.

    kind: doubled_words
    whitelist: [研究研究, 一步一步]
    compounds: [公开, 工作, 服务]

Fails with 严格遵循遵循; passes with 研究研究. `compounds` are words that end one compound and begin the next
(政务服务服务大厅): they fail only before a mark or at the end, where nothing can follow (做好政务公开工作工作。).
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.prose import Prose, excused, no_chinese, no_document, prose_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

LENGTHS = (6, 5, 4, 3, 2)
MARKS = "，。；：、！？）》”\n和及与"  # with which no compound begins


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    whitelist: tuple[str, ...] = ()  # the whole doubled word
    compounds: tuple[str, ...] = ()  # the single word


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    found = list(_found(params, prose))
    for place, word in found:
        evidence = prose.evidence(place, place + 2 * len(word))
        message = Message("doubled_words.twice", {"word": word, "quote": evidence.quote or ""})
        yield Verdict(outcome="fail", message=message, expected=word, actual=word * 2, evidence=(evidence,))
    if not found:
        yield Verdict(outcome="pass", message=Message("doubled_words.none"))


def _found(params: Params, prose: Prose) -> Iterator[tuple[int, str]]:
    reached = 0
    for places, length in _runs(prose.text):
        word = prose.text[places[0] : places[0] + length]
        if places[0] < reached or not _is_word(word) or any(_is_right(params, prose, p, length) for p in places):
            continue
        reached = places[-1] + 2 * length
        yield places[0], word


def _is_right(params: Params, prose: Prose, place: int, length: int) -> bool:
    word = prose.text[place : place + length]
    after = prose.text[place + 2 * length : place + 2 * length + 1]
    between_compounds = word.endswith(params.compounds) and after != "" and after not in MARKS
    return between_compounds or excused(prose.text, place, params.whitelist, word * 2)


def _runs(text: str) -> list[tuple[list[int], int]]:
    """The repetitions, those that only begin at another sign of the same one together: 务服务服 in 政务服务服务大厅."""
    runs: list[tuple[list[int], int]] = []
    for place, length in _repetitions(text):
        if runs and runs[-1][1] == length and runs[-1][0][-1] == place - 1:
            runs[-1][0].append(place)
        else:
            runs.append(([place], length))
    return sorted(runs, key=lambda run: (run[0][0], -run[1]))


def _is_word(text: str) -> bool:
    return all("\u4e00" <= sign <= "\u9fff" for sign in text) and len(set(text)) > 1


def _repetitions(text: str) -> Iterator[tuple[int, int]]:
    """Where `length` signs are the same as the next ones.

    The text is one number, four bytes a sign: xor with itself, shifted by `length` signs, is 0 where signs are alike.
    """
    data = text.encode("utf-32-le")
    whole = int.from_bytes(data, "little")
    for length in LENGTHS:
        differences = (whole ^ (whole >> 32 * length)).to_bytes(len(data), "little")
        alike = bytes(4 * length)
        place = differences.find(alike)
        while place >= 0:
            sign = -(-place // 4)
            if differences.startswith(alike, 4 * sign):
                yield sign, length
            place = differences.find(alike, 4 * sign + 4)
