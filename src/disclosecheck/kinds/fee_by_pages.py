"""A fee that is stated with its pages is that of the tariff.

    kind: fee_by_pages
    steps: [[30, 0], [100, 10], [200, 20]]
    beyond: 40
    about: [处理费, 收费]
    unless: [累计, 分别]

Each step is the last page at a price a page; `beyond` is the price of all later pages. Fails with 复印80页，收取800元
(500 yuan is right); passes with 500. Asked only of a sentence with one number of pages, one sum of money and no more
than one request: a sum over several requests follows from no tariff.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from disclosecheck.kinds.improvements import LONGEST
from disclosecheck.kinds.patterns import compiled
from disclosecheck.kinds.prose import Prose, no_document, prose_of
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param

_NUMBER = r"([0-9０-９][0-9０-９,，.]*)\s*"
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789", ",， ")


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    steps: tuple[tuple[int, int], ...]
    beyond: int
    about: tuple[str, ...]
    unless: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    verdicts = [
        verdict
        for start, sentence in _sentences(prose)
        if any(word in sentence for word in params.about) and not any(word in sentence for word in params.unless)
        if (verdict := _judge(params, prose, start, sentence)) is not None
    ]
    if verdicts:
        yield from verdicts
    else:
        yield Verdict(outcome="not_applicable", message=Message("fee_by_pages.nothing"))


def tariff(params: Params, pages: int) -> int:
    """The fee in yuan for that many pages of one request."""
    fee, last = 0, 0
    for upto, price in params.steps:
        fee += max(0, min(pages, upto) - last) * price
        last = upto
    return fee + max(0, pages - last) * params.beyond


def _sentences(prose: Prose) -> Iterator[tuple[int, str]]:
    if "页" not in prose.text:
        return
    for passage in prose.passages:
        if "页" in passage.text and "元" in passage.text:
            start = 0
            for end in [*(mark.end() for mark in compiled(("[。！？]",)).finditer(passage.text)), len(passage.text)]:
                yield passage.start + start, passage.text[start:end]
                start = end


def _judge(params: Params, prose: Prose, start: int, sentence: str) -> Verdict | None:
    pages, sums, requests = (_numbers(sentence, unit) for unit in ("页", "元", "件"))
    if len(pages) != 1 or len(sums) != 1 or any(count > 1 for count in requests) or pages[0] % 1:
        return None
    right, stated = Decimal(tariff(params, int(pages[0]))), sums[0]
    names: dict[str, Param] = {"pages": canonical(pages[0]), "right": canonical(right), "stated": canonical(stated)}
    agrees = right == stated
    return Verdict(
        outcome="pass" if agrees else "fail",
        message=Message(f"fee_by_pages.{'agrees' if agrees else 'differs'}", names),
        expected=canonical(right),
        actual=canonical(stated),
        evidence=(prose.evidence(start, start + min(len(sentence), LONGEST), 0),),
    )


def _numbers(sentence: str, unit: str) -> list[Decimal]:
    found: Any = compiled((_NUMBER + unit,)).findall(sentence)
    return [Decimal(text.translate(_DIGITS).rstrip(".")) for text in found]
