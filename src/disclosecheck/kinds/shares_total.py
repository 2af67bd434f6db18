"""The shares of one whole that together are all of it make 100 %.

    kind: shares_total
    closing: [其他]
    complete: [[自然人, 法人]]

Fails with 公开占45.2%、不予公开占30.1%、其他占23.6% (98.9 %): a last share of `closing`, or `complete` ones, leave
nothing out. Shares that make more than 100 % fail in any case. Each printed share may be off by half a unit of its
last place.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds.prose import prose_of
from disclosecheck.kinds.share import share_as
from disclosecheck.kinds.statements import stated
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict

_FEWEST = 2


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    closing: tuple[str, ...] = ()  # fact names or words: requests_other, 其他
    complete: tuple[tuple[str, ...], ...] = ()
    tolerance: Decimal = Decimal("0.1")


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    asked = False
    for shares in _lists(facts):
        added = sum((Decimal(str(share.value)) for share in shares), Decimal(0))
        off = sum((_half(share) for share in shares), params.tolerance)
        if not (_is_closed(params, shares) or added > 100 + off):
            continue
        asked = True
        names = {"sum": canonical(added), "count": str(len(shares))}
        right = abs(added - 100) <= off
        yield Verdict(
            outcome="pass" if right else "fail",
            message=Message("shares_total.right" if right else "shares_total.wrong", {**names}),
            expected=None if right else "100",
            actual=canonical(added),
            evidence=tuple(share.evidence for share in shares),
            suspects=tuple(share_as(share) for share in shares),
        )
    if not asked:
        yield Verdict(outcome="not_applicable", message=Message("shares_total.none"))


def _lists(facts: FactSet) -> Iterator[list[Fact]]:
    """The shares of one total in one paragraph, each thing once."""
    groups: dict[tuple[int | None, str], list[Fact]] = {}
    loose: dict[int | None, list[Fact]] = {}
    for share in stated(facts, "share"):
        if not share.dimensions.get("what") or not isinstance(share.value, Decimal):
            continue
        if "of" in share.dimensions:
            groups.setdefault((share.evidence.paragraph, share.dimensions["of"]), []).append(share)
        else:
            loose.setdefault(share.evidence.paragraph, []).append(share)
    for shares in (*groups.values(), *_in_one_sentence(facts, loose)):
        whats = [tuple(sorted(share.dimensions.items())) for share in shares]
        kinds = {_family(share) for share in shares}
        firm = not any(share.approximate or share.confidence == "ambiguous" for share in shares)
        if firm and len(shares) >= _FEWEST and len(set(whats)) == len(whats) and len(kinds) == 1:
            yield shares


def _in_one_sentence(facts: FactSet, loose: dict[int | None, list[Fact]]) -> Iterator[list[Fact]]:
    """Shares of which no one says of what they are, where nothing but commas parts them."""
    prose = prose_of(facts) if loose else None
    for shares in loose.values():
        text = (
            next((p.text for p in prose.passages if p.block.number == shares[0].evidence.paragraph), "")
            if prose
            else ""
        )
        places = [text.find(share.evidence.quote or "\n") for share in shares]
        if min(places) >= 0 and not any(sign in text[min(places) : max(places)] for sign in "。；\n"):
            yield shares


def _family(share: Fact) -> str:
    """Outcomes, applicants and channels are three ways to divide the same requests."""
    what = share.dimensions["what"]
    if "channel" in share.dimensions:
        return "channel"
    return (
        "applicant"
        if what.startswith("requests_from") or any(word in what for word in ("自然人", "法人", "企业"))
        else ""
    )


def _half(share: Fact) -> Decimal:
    return Decimal(5).scaleb(int(Decimal(str(share.value)).as_tuple().exponent) - 1)


def _is_closed(params: Params, shares: list[Fact]) -> bool:
    whats = [share.dimensions["what"] for share in shares]
    if len(shares) > _FEWEST and whats[-1].startswith(params.closing):
        return True
    return any(all(any(word in what for what in whats) for word in words) for words in params.complete)
