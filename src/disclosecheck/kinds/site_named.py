"""The site that the preamble names is written as an address, and is not that of another place.

    kind: site_named
    endings: [.gov.cn, .cn]

Only where the report may be read or downloaded is looked at. Review with www.linjiang.gov,cn and http：//, and with
乙县政府网站 in a report of 甲县; what the site really is, only a person can see.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.front import front
from disclosecheck.kinds.prose import Prose, no_chinese, no_document, prose_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_LEVELS = ("县", "旗", "区", "镇", "乡")


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    malformed: tuple[str, ...]  # RE2 of addresses with a slip
    not_areas: tuple[str, ...] = ()  # 开发区, 专区: words that end like an area's name


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    met = 0
    for message, place in _doubts(params, facts, prose):
        met += 1
        yield Verdict(outcome="review", message=message, evidence=(place,))
    if not met:
        yield Verdict(outcome="pass", message=Message("site_named.plausible"))


def references(params: Params) -> Iterator[Reference]:
    for index, pattern in enumerate(params.malformed):
        yield Reference("pattern", pattern, ("malformed", index))


def _doubts(params: Params, facts: FactSet, prose: Prose) -> Iterator[tuple[Message, Evidence]]:
    own = facts.organ or ""
    for passage in front(facts, prose):
        if match := _any_of(params.malformed).search(passage.text):
            place = prose.evidence(passage.start + match.start(), passage.start + match.end())
            yield Message("site_named.malformed", {"printed": match.group()}), place
            return
        for match in _sites().finditer(passage.text):
            area = match.group(1)
            if area.endswith(params.not_areas) or area in own or not _other(area, own):
                continue
            place = prose.evidence(passage.start + match.start(), passage.start + match.end())
            yield Message("site_named.other_area", {"area": area, "organ": own}), place
            return


def _other(area: str, own: str) -> bool:
    """Whether the organ's name has an area of the same level, and it is another one."""
    level = area[-1]
    place = own.rfind(level)
    if level not in _LEVELS or place < 2:
        return False
    return own[place - 1 : place + 1] != area[-2:]


@lru_cache(maxsize=8)
def _any_of(patterns: tuple[str, ...]) -> Any:
    import re2

    return re2.compile("|".join(f"(?:{pattern})" for pattern in patterns))


@lru_cache(maxsize=1)
def _sites() -> Any:
    import re2

    return re2.compile(
        r"(?:在|从|通过|登录|“)(?:[一-龥]{2,6}[省市州])?([一-龥]{2,6}[县区旗镇乡])(?:人民)?(?:政府)?(?:门户|信息公开|官方)*网"
    )
