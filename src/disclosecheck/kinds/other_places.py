"""No other place does the organ's own work: a name left in from the report that served as a model.

    kind: other_places
    levels: [[区, 县, 旗], [镇, 乡, 街道]]
    larger: [自治区, 市, 省]
    verbs: [认真, 高度重视]
    not_names: [社区, 辖区]

`review` where a sentence begins with another place of the organ's own level that does something itself, 望山县认真落实
in the report of 临江区. Passes with 望山县 as a guest or in a list, with the towns of a county, and with the organ's
own place. Not applicable where the organ's place is of no such level.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.prose import SHOWN, no_chinese, no_document, prose_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    levels: tuple[tuple[str, ...], ...]
    larger: tuple[str, ...]
    verbs: tuple[str, ...]
    not_names: tuple[str, ...] = ()
    not_first: tuple[str, ...] = ()  # with which no name begins: 与望山县


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    level = _level(params, facts.organ or "")
    if level is None:
        yield Verdict(outcome="not_applicable", message=Message("other_places.no_level"))
        return
    own = f"{facts.organ}{facts.identity.title}"
    found: dict[str, list[tuple[int, int]]] = {}
    for match in _subjects(level, params.verbs).finditer(prose.text):
        name = match.group(1)
        if name not in own and not name.endswith(params.not_names) and not name.startswith(params.not_first):
            found.setdefault(name, []).append(match.span(1))
    for name, places in found.items():
        evidence = tuple(prose.evidence(*place) for place in places[:SHOWN])
        names: dict[str, Param] = {"name": name, "organ": facts.organ or "", "quote": evidence[0].quote or ""}
        yield Verdict(outcome="review", message=Message("other_places.other", names), actual=name, evidence=evidence)
    if not found:
        yield Verdict(outcome="pass", message=Message("other_places.none"))


def _level(params: Params, organ: str) -> tuple[str, ...] | None:
    """The level of the smallest place in the organ's name."""
    ends = {word: organ.rfind(word) + len(word) for words in (*params.levels, params.larger) for word in words}
    last = max(ends, key=lambda word: (ends[word] if word in organ else -1, len(word)))
    if last not in organ:
        return None
    return next((level for level in params.levels if last in level), None)


@lru_cache(maxsize=16)
def _subjects(level: tuple[str, ...], verbs: tuple[str, ...]) -> Any:
    import re2

    ends, does = "|".join(map(re2.escape, level)), "|".join(map(re2.escape, verbs))
    return re2.compile(
        rf"(?m)(?:^|[。；：，]|[0-9]年)(?:[一-龥]{{2,3}}[省市])?([一-龥]{{2,3}}(?:{ends}))"
        rf"(?:人民政府|政府|街道办事处|办事处|[一-龥]{{2,6}}(?:局|委员会|办公室))?(?:{does})"
    )
