"""The report is one organ's all through.

    kind: organ_named
    selves:
      - {organs: [镇人民政府], never: [我局, 我委]}

Review, all places in one finding: another body's full name where this one's is due (signature, contact, the title
quoted in the preamble), and a word for itself that an organ of its kind does not use. Abbreviations, offices of the
organ and names without an area or a field of work to compare are no other body.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.prose import SHOWN, Prose, excused, no_chinese, no_document, prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_SIGNED = 60  # characters of a line that is a signature
_REACH = 60  # characters within which a title or a request ends
_SHORTEST = 4  # characters of an organ's name
_LONGEST_AREA = 11
_TOWNSHIPS = ("镇", "乡", "街道", "苏木")
_ABOVE_TOWNS = ("市", "州", "盟", "县", "区", "旗")
_SEATS = ("人民政府", "办事处")
_BUREAUS = ("局", "委员会")
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
    """The organ whose report a title in 《》 names, and the one that readers are asked to get in touch with."""
    for start, end in _between(prose.text, "《", ("》",)):
        title = prose.text[start:end]
        year = title.find("20")
        if year >= _SHORTEST and "政府信息公开" in title and title.endswith("报告"):
            yield start, start + year
    for word in ("请与", "请向"):
        for start, end in _between(prose.text, word, ("联系", "咨询", "反映")):
            if end - start >= _SHORTEST:
                yield start, end


def _between(text: str, word: str, ends: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The stretches behind a word, up to the first of the ends that is near."""
    start = text.find(word)
    while start >= 0:
        start += len(word)
        stops = [at for end in ends if (at := text.find(end, start, start + _REACH)) >= 0]
        if stops:
            yield start, min(stops)
        start = text.find(word, start)


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
    for level in (*_LEVELS, _TOWNSHIPS):
        ours = {area for area in own if area.endswith(level)}
        theirs = {area for area in other if area.endswith(level)}
        if ours and theirs and not any(_same(one, two) for one in ours for two in theirs):
            return True
    if _township(other) and not _township(own) and name.endswith(_SEATS):
        return True  # a town's or a street's office, in the report of a body above it
    field, others = _field(params, organ, own), _field(params, name, other)
    if organ.endswith("人民政府") and name.endswith(_BUREAUS) and _level(other) not in ("", _level(own)):
        return len(others) > 1  # a bureau of another level than the government whose report it is
    return bool(other) and len(field) > 1 and len(others) > 1 and not set(field) & set(others)


def _township(areas: list[str]) -> bool:
    return any(area.endswith(_TOWNSHIPS) for area in areas)


def _level(areas: list[str]) -> str:
    """The smallest area that a name names, towns apart: 青屏县."""
    return next((area for area in reversed(areas) if area.endswith(_ABOVE_TOWNS)), "")


def _same(one: str, two: str) -> bool:
    return one.endswith(two) or two.endswith(one)


def _areas(params: Params, name: str) -> list[str]:
    """The areas that a name begins with: 云溪市, 临江区."""
    found: list[str] = []
    start = 0
    for place in range(1, len(name)):
        level = next((level for level in _LEVELS if name.startswith(level, place)), None)
        if place < start or level is None or place == start:
            continue
        area = name[start : place + len(level)]
        start = place + len(level)
        if len(area) <= _LONGEST_AREA and not area.endswith(params.not_areas or ("\0",)):
            found.append(area)
    return found


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
