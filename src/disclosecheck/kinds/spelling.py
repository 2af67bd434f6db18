"""No word of a list of wrong spellings stands in the text.

    kind: spelling
    words:
      - {wrong: 条列, right: 条例, unless: [逐条列, 分条列]}

Fails with 信息公开条列; passes with 逐条列出, in which the two signs only happen to meet. Each word that is met is one
finding with all its places, a `review` where the word may be right and the entry says `sure: false`. What is not in the
list is not judged: silence beats a false alarm. A heading that the rules about headings find misspelt is left to them;
the name of a law that is wrong for such a word follows from it.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.prose import SHOWN, Prose, excused, no_chinese, no_document, prose_of, words_met
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Word(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    wrong: str
    right: str
    unless: tuple[str, ...] = ()  # words in which the signs of `wrong` meet by right
    sure: bool = True


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    words: tuple[Word, ...]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    left = {section.paragraph for section in facts.sections if section.alias == "similar"}
    met: dict[str, list[int]] = {}
    words = {word.wrong: word for word in params.words}
    for place, wrong in words_met(words, prose.text):
        passage = prose.at(place)
        in_heading = passage.block.number in left and place < passage.start + passage.heading
        if not in_heading and not excused(prose.text, place, words[wrong].unless, wrong):
            met.setdefault(wrong, []).append(place)
    for wrong, places in met.items():
        yield _verdict(words[wrong], places, prose)
    if not met:
        yield Verdict(outcome="pass", message=Message("spelling.none"))


def _verdict(word: Word, places: list[int], prose: Prose) -> Verdict:
    evidence = tuple(prose.evidence(place, place + len(word.wrong)) for place in places[:SHOWN])
    more = Message("wording.more", {"count": str(len(places) - 1)}) if len(places) > 1 else ""
    params: dict[str, Param] = {
        "wrong": word.wrong,
        "right": word.right,
        "quote": evidence[0].quote or "",
        "more": more,
    }
    return Verdict(
        outcome="fail" if word.sure else "review",
        message=Message("spelling.wrong" if word.sure else "spelling.doubtful", params),
        expected=word.right,
        actual=word.wrong,
        evidence=evidence,
        doubts=(misspelt(word.wrong),) if word.sure else (),
    )


def misspelt(wrong: str) -> str:
    """How verdicts name a wrong spelling, so that what only follows from it can refer to it."""
    return f"misspelt.{wrong}"
