"""A percentage behind two plain counts of one sentence: 审核稿件90篇，退回12篇，占13.3%.

The count right before 占 is the part, an earlier one with the same measure word the whole. What stands between 占 and
the percentage may only repeat that it is of the whole (总数的): 占网站信息的 names a whole of its own.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.prose import Prose, prose_of
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％", "0123456789.%")


class _Share(msgspec.Struct, frozen=True):
    part: Decimal
    wholes: tuple[Decimal, ...]  # earlier counts of the sentence with the part's measure word, the nearest first
    printed: Decimal
    evidence: Evidence


def plain_shares(facts: FactSet, tolerance: Decimal, known: set[int | None]) -> Iterator[Verdict]:
    """Verdicts on such percentages outside the paragraphs `known`, where wordings have told what they are of."""
    prose = prose_of(facts)
    for share in _shares(prose) if prose is not None else ():
        if share.evidence.paragraph not in known:
            yield _judge(share, tolerance)


def _judge(share: _Share, tolerance: Decimal) -> Verdict:
    places = -int(share.printed.as_tuple().exponent)
    allowed = tolerance + Decimal(5).scaleb(-places - 1)
    given = [100 * share.part / whole for whole in share.wholes]
    right = any(abs(percent - share.printed) <= allowed for percent in given)
    percent = canonical(round(given[0], max(places, 1)))
    names = {"part": canonical(share.part), "whole": canonical(share.wholes[0]), "percent": canonical(share.printed)}
    return Verdict(
        outcome="pass" if right else "fail" if len(given) == 1 else "review",
        message=Message("share.right" if right else "share.wrong", {**names, "given": percent}),
        expected=percent,
        actual=canonical(share.printed),
        evidence=(share.evidence,),
    )


def _shares(prose: Prose) -> Iterator[_Share]:
    text = prose.text.translate(_FULL_WIDTH)
    for match in _pattern().finditer(text):
        start = max(text.rfind(sign, 0, match.start()) for sign in "。；\n") + 1
        part, unit = _number(match.group(1)), match.group(2)
        before = [_number(m.group(1)) for m in _counts().finditer(text[start : match.start()]) if m.group(2) == unit]
        wholes = tuple(whole for whole in reversed(before) if whole >= part > 0)
        if wholes and len(wholes) == len(before):
            yield _Share(part, wholes, Decimal(match.group(3)), prose.evidence(match.start(), match.end()))


def _number(printed: str) -> Decimal:
    return Decimal(printed.replace(",", "").replace("，", ""))


@lru_cache(maxsize=1)
def _pattern() -> Any:
    import re2

    return re2.compile(
        r"([0-9][0-9,]*)([条件篇份场次期个项人户家起宗])[，,、（(]占(?:比|全部|总数|总量|总数量)?的?(?:比例|比重)?(?:为|达到|达|约)?"
        r"([0-9]+(?:\.[0-9]+)?)%"
    )


@lru_cache(maxsize=1)
def _counts() -> Any:
    import re2

    return re2.compile(r"([0-9][0-9,]*)([条件篇份场次期个项人户家起宗])")
