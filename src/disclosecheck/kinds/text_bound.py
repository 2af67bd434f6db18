"""Figures that stand in the text behind certain words are within a bound.

    kind: text_bound
    patterns: ["(?:解读率|答复率)(?:达到|达|为)?([0-9]+(?:\\\\.[0-9]+)?)[%％]"]
    at_most: 100

Patterns are RE2 with one group, the number. Fails at each that is above the bound; passes where none is.
"""

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from disclosecheck.kinds.patterns import matches
from disclosecheck.kinds.prose import no_document, prose_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.kinds.terms import canonical
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    patterns: tuple[str, ...]
    at_most: Decimal


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    within = True
    for match in matches(params.patterns, prose.text):
        figure = Decimal(next(group for group in match.groups() if group is not None))
        if figure <= params.at_most:
            continue
        within = False
        evidence = msgspec.structs.replace(prose.evidence(*match.span()), value=canonical(figure))
        names: dict[str, Param] = {"quote": match.group(), "bound": canonical(params.at_most)}
        yield Verdict(
            outcome="fail",
            message=Message("figure.text_above", names),
            expected=canonical(params.at_most),
            actual=canonical(figure),
            evidence=(evidence,),
        )
    if within:
        yield Verdict(outcome="pass", message=Message("figure.text_within", {"bound": canonical(params.at_most)}))


def references(params: Params) -> Iterator[Reference]:
    for index, pattern in enumerate(params.patterns):
        yield Reference("pattern", pattern, ("patterns", index))
