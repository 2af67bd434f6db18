"""A figure of last year that this year's text quotes is the one that last year's report states.

    kind: quoted_last_year
    areas: [人民政府]
    compare:
      - {fact: requests_received, cells: [t3_requests.new_received.total]}
    quotes:
      - {fact: requests_received, patterns: ["收到[^。]{0,20}申请[^。]{0,9}件，较(?:上年|<year>年)的<n>件"]}

Takes `compare` from the kind `agreement`, and asks it of the statements about the year before, and of the figures
`<n>` in `quotes` (RE2; `<year>` is last year's number), which name both years in a breath. Passes with
2022年收到30件 where last year's table, or its text, says 30; fails where both say otherwise. Last year's blanks are
no matter of this year's report. Not applicable without `--previous`, and where nothing is quoted.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds import agreement
from disclosecheck.kinds.agreement import Params as Agreement
from disclosecheck.kinds.last_year import from_last_year, last_year, not_compared
from disclosecheck.kinds.patterns import compiled
from disclosecheck.kinds.prose import prose_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.verdict import Message, Verdict

JUDGED = ("pass", "fail", "review")
_NUMBER = "([0-9０-９][0-9０-９,，]*)"
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789", ",，")


class Quote(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    fact: str
    patterns: tuple[str, ...]


class Params(Agreement, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """As those of `agreement`, and comparisons with last year."""

    quotes: tuple[Quote, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    previous = last_year(facts)
    if previous is None:
        yield not_compared(facts)
        return
    said = (*facts.facts, *_compared(params, facts))
    quoted = tuple(fact for fact in said if _is_quoted(fact, facts, previous))
    judged = [
        _of_last_year(verdict)
        for verdict in agreement.check(params, _asked(previous, quoted))
        if verdict.outcome in JUDGED
    ]
    if judged:
        yield from judged
    else:
        yield Verdict(outcome="not_applicable", message=Message("quoted_last_year.nothing"))


def references(params: Params) -> Iterator[Reference]:
    yield from agreement.references(params)
    for index, quote in enumerate(params.quotes):
        yield Reference("fact", quote.fact, ("quotes", index, "fact"))
        for place, pattern in enumerate(quote.patterns):
            yield Reference("pattern", pattern, ("quotes", index, "patterns", place))


def _compared(params: Params, facts: FactSet) -> Iterator[Fact]:
    """Last year's figures in comparisons with this year's, as facts of last year."""
    prose = prose_of(facts)
    if prose is None or facts.year is None:
        return
    last = str(facts.year - 1)
    for quote in params.quotes:
        patterns = tuple(text.replace("<year>", last).replace("<n>", _NUMBER) for text in quote.patterns)
        for found in compiled(patterns).finditer(prose.text):
            number = next(group for group in found.groups() if group is not None)
            value = Decimal(number.translate(_DIGITS))
            start, end = found.span()
            evidence = msgspec.structs.replace(prose.evidence(start, end, 0), value=canonical(value))
            yield Fact(name=quote.fact, value=value, unit="items", period=last, evidence=evidence)


def _is_quoted(fact: Fact, facts: FactSet, previous: FactSet) -> bool:
    """Whether it is about the year before, and last year's text does not say the same."""
    return (
        facts.year is not None
        and fact.period == str(facts.year - 1)
        and fact.evidence.source == "report"
        and not any(other.name == fact.name and other.value == fact.value for other in previous.facts)
    )


def _asked(previous: FactSet, quoted: tuple[Fact, ...]) -> FactSet:
    """Last year's tables beside this year's statements about them."""
    cells = {
        name: msgspec.structs.replace(cell, evidence=from_last_year(cell.evidence))
        for name, cell in previous.cells.items()
    }
    statements = tuple(msgspec.structs.replace(fact, period=None) for fact in quoted)
    return msgspec.structs.replace(previous, facts=statements, cells=cells)


def _of_last_year(verdict: Verdict) -> Verdict:
    """The verdict in words about last year, without the cells: they are none of this report."""
    told = {
        "pass": "quoted_last_year.agrees",
        "fail": "quoted_last_year.differs",
        "review": "quoted_last_year.may_differ",
    }
    given = verdict.message.params
    names = {"fact": given.get("fact", ""), "stated": given.get("stated", ""), "held": given.get("held", "")}
    message = Message(told[verdict.outcome], names)
    return msgspec.structs.replace(verdict, message=message, balance=None, cells=(), absent=(), cause=None)
