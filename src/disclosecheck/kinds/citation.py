"""What the report names as its basis is in force, and numbered as it is.

    kind: citation
    superseded:
      - cited: '〔?2019〕?60'
        unless: ['〔?2021〕?30']
        from_year: 2021
        name: 国办公开办函〔2019〕60号
        now: 国办公开办函〔2021〕30号
    misnumbered:
      - {pattern: '国办发〔2021〕30号', name: 国办公开办函〔2021〕30号}

`superseded`: fails where a report from that year on cites the old text and nowhere the new one; a report that cites
both, or neither, passes. `misnumbered`: fails with each wrong number of a known text. Patterns are RE2, over the text
without spaces and with every bracket as 〔〕, so that 〔202130), from which a copy has lost a sign, is no wrong number.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.patterns import fitting
from disclosecheck.kinds.prose import Prose, no_document, prose_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_OPENING, _CLOSING = "([【［（﹝〖", ")]】］）﹞〗"
_DROPPED = " \t\u3000\u00a0"
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_OPENING, "〔"),
        **dict.fromkeys(_CLOSING, "〕"),
        **dict.fromkeys(_DROPPED, None),
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    }
)


class Superseded(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    cited: str
    unless: tuple[str, ...]
    from_year: int
    name: str
    now: str


class Misnumbered(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pattern: str
    name: str


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    superseded: tuple[Superseded, ...] = ()
    misnumbered: tuple[Misnumbered, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    plain = prose.text.translate(_PLAIN)
    wrong = [*_superseded(params, facts, prose, plain), *_misnumbered(params, prose, plain)]
    yield from wrong
    if not wrong:
        yield Verdict(outcome="pass", message=Message("citation.right"))


def references(params: Params) -> Iterator[Reference]:
    for index, old in enumerate(params.superseded):
        yield Reference("pattern", old.cited, ("superseded", index, "cited"))
        for number, pattern in enumerate(old.unless):
            yield Reference("pattern", pattern, ("superseded", index, "unless", number))
    for index, wrong in enumerate(params.misnumbered):
        yield Reference("pattern", wrong.pattern, ("misnumbered", index, "pattern"))


def _superseded(params: Params, facts: FactSet, prose: Prose, plain: str) -> Iterator[Verdict]:
    for old in params.superseded:
        if facts.identity.year is None or facts.identity.year < old.from_year:
            continue
        match = _first((old.cited,), plain)
        if match is None or _first(old.unless, plain):
            continue
        message = Message("citation.superseded", {"name": old.name, "now": old.now})
        yield Verdict(
            outcome="fail",
            message=message,
            expected=old.now,
            actual=old.name,
            evidence=(_place(prose, plain, match.start(), match.end()),),
        )


def _misnumbered(params: Params, prose: Prose, plain: str) -> Iterator[Verdict]:
    told: set[str] = set()
    for wrong in params.misnumbered:
        match = _first((wrong.pattern,), plain)
        if match is None or match.group(1) in told:
            continue
        printed = match.group(1)
        told.add(printed)
        yield Verdict(
            outcome="fail",
            message=Message("citation.misnumbered", {"printed": printed, "name": wrong.name}),
            expected=wrong.name,
            actual=printed,
            evidence=(_place(prose, plain, match.start(1), match.end(1)),),
        )


def _place(prose: Prose, plain: str, start: int, end: int) -> Evidence:
    """The place of a stretch of the plain text in the printed one, which has the same signs and more."""
    places = [place for place, sign in enumerate(prose.text) if sign not in _DROPPED]
    return prose.evidence(places[start], places[end - 1] + 1)


def _first(patterns: tuple[str, ...], text: str) -> Any:
    patterns = fitting(patterns, text)
    return _compiled(patterns).search(text) if patterns else None


@lru_cache(maxsize=32)
def _compiled(patterns: tuple[str, ...]) -> Any:
    import re2

    return re2.compile("|".join(f"(?:{pattern})" for pattern in patterns) if len(patterns) > 1 else patterns[0])
