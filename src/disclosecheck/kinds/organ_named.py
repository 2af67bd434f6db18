"""The report is one organ's all through.

    kind: organ_named
    selves:
      - {organs: [镇人民政府], never: [我局, 我委]}

Review, all places in one finding: another body's full name where this one's is due (signature, contact, the title
quoted in the preamble), and a word for itself that an organ of its kind does not use. Abbreviations, offices of the
organ and names without an area or a field of work to compare are no other body.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from disclosecheck.kinds.prose import SHOWN, Prose, excused, no_chinese, no_document, prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_SIGNED = 60  # characters of a line that is a signature
_LEVELS = ("自治区", "自治州", "自治县", "省", "市", "州", "盟", "县", "区", "旗", "镇", "乡", "街道", "苏木")


class Selves(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    organs: tuple[str, ...]  # endings of names
    never: tuple[str, ...]


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    selves: tuple[Selves, ...]  # the first entry that fits the organ's name counts
    unless: tuple[str, ...] = ()  # words in which a word of `never` is none: 自我局限
    not_areas: tuple[str, ...] = ()  # 城市, 社区
    common: tuple[str, ...] = ()  # words that organs of all fields share: 办公室, 管理


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose, organ = prose_of(facts), facts.identity.organ
    if prose is None:
        yield no_document()
    elif facts.identity.language != "zh":
        yield no_chinese()
    elif organ is None:
        yield Verdict(outcome="not_applicable", message=Message("organ_named.no_organ"))
    else:
        places = [*_others(params, facts, prose, organ), *_misfits(params, prose, organ)]
        if places:
            message = Message("organ_named.other", {"organ": organ, "quote": places[0].quote or ""})
            yield Verdict(outcome="review", message=message, expected=organ, evidence=tuple(places[:SHOWN]))
        else:
            yield Verdict(outcome="pass", message=Message("organ_named.one"))


def _others(params: Params, facts: FactSet, prose: Prose, organ: str) -> Iterator[Evidence]:
    for start, end in (*_named(prose), *_signed(facts, prose)):
        if _conflict(params, organ, prose.text[start:end]):
            yield prose.evidence(start, end)


def _named(prose: Prose) -> Iterator[tuple[int, int]]:
    for match in _mentions().finditer(prose.text):
        group = 1 if match.group(1) else 2
        yield match.start(group), match.end(group)


def _signed(facts: FactSet, prose: Prose) -> Iterator[tuple[int, int]]:
    """The line of the signature and the one above it."""
    place = facts.identity.places.get("signed")
    for index, passage in enumerate(prose.passages):
        if place is not None and passage.block.number == place.paragraph:
            for near in prose.passages[max(0, index - 1) : index + 1]:
                if len(near.text) <= _SIGNED and not near.heading and not near.text.endswith("。"):
                    yield near.start, near.end


def _conflict(params: Params, organ: str, name: str) -> bool:
    """Whether two names have an area of the same level that differs, or fields of work without a sign in common."""
    own, other = _areas(params, organ), _areas(params, name)
    for level in _LEVELS:
        ours = {area for area in own if area.endswith(level)}
        theirs = {area for area in other if area.endswith(level)}
        if ours and theirs and not any(_same(one, two) for one in ours for two in theirs):
            return True
    field, others = _field(params, organ, own), _field(params, name, other)
    return bool(other) and len(field) > 1 and len(others) > 1 and not set(field) & set(others)


def _same(one: str, two: str) -> bool:
    return one.endswith(two) or two.endswith(one)


def _areas(params: Params, name: str) -> list[str]:
    found = [match.group() for match in _area().finditer(name)]
    return [area for area in found if not area.endswith(params.not_areas or ("\0",))]


def _field(params: Params, name: str, areas: list[str]) -> str:
    """What an organ works in: its name without areas and the words that all share."""
    for word in (*areas, *params.common):
        name = name.replace(word, "")
    return "".join(sign for sign in name if "\u4e00" <= sign <= "\u9fff" and sign not in "年月日")


def _misfits(params: Params, prose: Prose, organ: str) -> Iterator[Evidence]:
    never = next((entry.never for entry in params.selves if organ.endswith(entry.organs)), ())
    for word in never:
        at = prose.text.find(word)
        while at >= 0:
            quoted = prose.text.rfind("“", prose.at(at).start, at) > prose.text.rfind("”", prose.at(at).start, at)
            if not quoted and not excused(prose.text, at, params.unless, word):
                yield prose.evidence(at, at + len(word))
                break
            at = prose.text.find(word, at + 1)


@lru_cache(maxsize=1)
def _area() -> Any:
    import re2

    return re2.compile(r"\p{Han}{1,7}?(?:" + "|".join(_LEVELS) + ")")


@lru_cache(maxsize=1)
def _mentions() -> Any:
    """The organ whose report a preamble quotes, and the one to get in touch with."""
    import re2

    return re2.compile(
        r"《(\p{Han}{4,30})20\d\d年?度?政府信息公开[^》]{0,12}报告》|请[与向](\p{Han}{4,30}?)(?:联系|咨询|反映)"
    )
