"""Not too many of the sentences are of one sort.

    kind: sentence_share
    sections: [1]
    with_words: [将进一步, 下一步]
    at_most: 50
    fewest: 8

Counts the sentences that hold one of `with_words`, or those that hold none of `without_words`, in percent of the
sentences of those sections. Fails above `at_most`, naming the first of them. Not applicable where there are fewer
than `fewest` sentences, of which no share says anything.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.prose import Prose, ends, no_chinese, no_document, prose_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param

SHOWN = 3
SHORTEST = 8  # characters of a sentence that says something: no numeral, no sub-heading


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    message: Literal["off_topic", "planned", "stock"]
    sections: tuple[int, ...] = ()
    with_words: tuple[str, ...] = ()
    without_words: tuple[str, ...] = ()
    at_most: float
    fewest: int
    outcome: Literal["fail", "review"] = "fail"


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    sentences = list(sentences_of(prose, params.sections))
    if len(sentences) < params.fewest:
        yield Verdict(outcome="not_applicable", message=Message("sentence_share.few"))
        return
    counted = _of_the_sort(params, prose, sentences)
    share = 100 * len(counted) / len(sentences)
    shown = f"{share:.0f}"
    names: dict[str, Param] = {"share": shown, "count": str(len(counted)), "all": str(len(sentences))}
    if share <= params.at_most:
        yield Verdict(outcome="pass", message=Message("sentence_share.few_of_the_sort", names))
        return
    evidence = tuple(prose.evidence(start, min(end, start + 40), 0) for start, end in counted[:SHOWN])
    message = Message(f"sentence_share.{params.message}", names)
    yield Verdict(outcome=params.outcome, message=message, evidence=evidence)


def sentences_of(prose: Prose, sections: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, headings and scraps left out."""
    for passage in prose.within(sections):
        start = passage.heading
        for end in [*ends(passage.text, "。；!?！？"), len(passage.text)]:
            if end - start >= SHORTEST:
                yield passage.start + start, passage.start + end
            start = max(start, end)


def _of_the_sort(params: Params, prose: Prose, sentences: list[tuple[int, int]]) -> list[tuple[int, int]]:
    texts = {(start, end): prose.text[start:end] for start, end in sentences}
    if params.with_words:
        return [place for place, text in texts.items() if any(word in text for word in params.with_words)]
    return [place for place, text in texts.items() if not any(word in text for word in params.without_words)]
