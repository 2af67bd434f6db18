"""The report has a title that says whose report it is, of which year, and what.

    kind: title
    demand: named
    endings: [政府信息公开工作年度报告]

`present` fails where a document has no title (a page may hold it elsewhere, a copied text have left it behind). `named`
fails with 政府信息公开工作年度报告 alone: organ or year are missing. `worded` fails with 2023年政府信息公开报告, and
`single` with 2023年度政府信息公开工作年度报告. All pass with 某局2023年政府信息公开工作年度报告.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

import msgspec

from disclosecheck.kinds.front import front, short_lines, title_line
from disclosecheck.kinds.prose import Passage, no_document, prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_SPACES = str.maketrans("", "", ' \t\n\u3000\u00a0\u2002\u2003《》〈〉“”"?')
_YEAR = r"20\d\d|２０[０-９]{2}|二[〇○零ＯO0][〇○零一二三四五六七八九十]{1,2}"


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    demand: Literal["present", "named", "worded", "single"]
    endings: tuple[str, ...] = ()  # the official wording
    subjects: tuple[str, ...] = ()  # words with which a title's subject begins; before them stands the organ
    words: tuple[str, ...] = ()  # of which one stands in a line that may be a title
    empty: tuple[str, ...] = ()  # words that name no organ


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    title, passages = facts.identity.title, front(facts, prose)
    if params.demand == "present":
        yield _present(params, facts, passages)
    elif title is None or facts.identity.language == "en":
        yield Verdict(outcome="not_applicable", message=Message("title.none_to_judge"))
    elif params.demand == "named":
        yield _named(params, facts, passages, title)
    else:
        yield _worded(params, facts, title)


def _present(params: Params, facts: FactSet, passages: list[Passage]) -> Verdict:
    if facts.identity.title is not None and not _only_quoted(facts, passages):
        return Verdict(outcome="pass", message=Message("title.present"), evidence=_place(facts))
    if facts.document is not None and facts.document.format == "text":
        return Verdict(outcome="not_applicable", message=Message("title.left_behind"))
    texts = [passage.text for passage in short_lines(passages)] + list(facts.document.margins if facts.document else ())
    page = facts.document is not None and facts.document.format == "html"
    if page or any(word in text.translate(_SPACES) for text in texts for word in params.words):
        return Verdict(outcome="review", message=Message("title.unknown"), evidence=(Evidence(paragraph=1),))
    return Verdict(outcome="fail", message=Message("title.missing"), evidence=(Evidence(paragraph=1),))


def _only_quoted(facts: FactSet, passages: list[Passage]) -> bool:
    """Whether a document names its title in a sentence alone: its own may be a picture, or not there."""
    document, place = facts.document, facts.identity.places.get("title")
    if document is None or document.format != "docx" or not passages:
        return False
    return place is None and not any(facts.identity.title == passage.text for passage in passages)


def _named(params: Params, facts: FactSet, passages: list[Passage], title: str) -> Verdict:
    plain = title.translate(_SPACES)
    place = title_line(facts, passages)
    near = passages[max(0, place - 2) : place + 3] if place is not None else []
    lines = [passage.text.translate(_SPACES) for passage in short_lines(near)]
    # a page's navigation may name an organ and the column of reports; the report's own title says 工作年度报告
    paper = facts.document is not None and facts.document.format in ("docx", "pdf")
    # what the preamble quotes is complete where the title itself may not be
    quoted = paper and place is not None and plain not in "".join(lines)
    if quoted and place is not None:
        title = passages[place].text.strip()
        plain = title.translate(_SPACES)
    year = any(_year().search(text) for text in (plain, *lines))
    lacking = [part for part, there in (("year", year), ("organ", _organ(params, plain))) if not there]
    if not lacking:
        return Verdict(outcome="pass", message=Message("title.named"), evidence=_place(facts))
    # a line above may be an organ's name that is not known as one
    above = place is not None and any(True for _ in short_lines(passages[max(0, place - 2) : place]))
    if quoted and lacking == ["organ"] and above:
        return Verdict(outcome="pass", message=Message("title.named"), evidence=_place(facts))
    certain = place is not None and not quoted and (paper or plain.endswith(params.endings))
    return Verdict(
        outcome="fail" if certain and not (lacking == ["organ"] and above) else "review",
        message=Message("title.lacks", {"title": title, "parts": tuple(Message(f"title.{part}") for part in lacking)}),
        actual=title,
        evidence=_place(facts) or (Evidence(quote=title),),
    )


def _organ(params: Params, plain: str) -> bool:
    """Whether anything but the year stands before the words of the title's subject."""
    stop = min((at for word in params.subjects if (at := plain.find(word)) >= 0), default=len(plain))
    rest = _year().sub("", plain[:stop])
    for word in params.empty:
        rest = rest.replace(word, "")
    return len(rest.strip("：:、，,-—_年度")) >= 2


def _worded(params: Params, facts: FactSet, title: str) -> Verdict:
    plain = title.translate(_SPACES)
    bare = plain[: max(plain.rfind("（"), plain.rfind("("))] if plain.endswith(("）", ")")) else plain
    worded = params.demand == "worded"
    right = bare.endswith(params.endings) if worded else not _doubled().search(plain)
    key = f"title.not_{params.demand}" if _place(facts) else f"title.called_not_{params.demand}"
    return Verdict(
        outcome="pass" if right else "fail",
        message=Message("title.worded") if right else Message(key, {"title": title}),
        expected=params.endings[0] if worded and not right else None,
        actual=None if right else title,
        evidence=_place(facts) or (Evidence(quote=title),),
    )


def _place(facts: FactSet) -> tuple[Evidence, ...]:
    place = facts.identity.places.get("title")
    return (place,) if place is not None else ()


@lru_cache(maxsize=1)
def _year() -> Any:
    import re2

    return re2.compile(_YEAR)


@lru_cache(maxsize=1)
def _doubled() -> Any:
    import re2

    return re2.compile(f"(?:{_YEAR})年度.{{0,24}}年度(?:工作)?[报報]告")
