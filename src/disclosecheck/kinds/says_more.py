"""A section says more than that there is nothing.

    kind: says_more
    section: 6
    nothing: [无, 无其他需要报告的事项]
    gap: fee_statement

Fails where nothing but one of `nothing` stands under the heading, punctuation and the organ's signature apart. Passes
with any other sentence. Not applicable where the section is not there or empty. Rules with the same `gap` miss the
same thing.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.headings import heading_evidence, sections_by_number
from disclosecheck.kinds.prose import Passage, no_document, prose_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_DROPPED = str.maketrans("", "", " \u3000\u00a0\t\n，。；：、,.;:（）()")


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    section: int
    nothing: tuple[str, ...]
    gap: str | None = None


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    section = sections_by_number(facts).get(params.section)
    if prose is None:
        yield no_document()
        return
    passages = [passage for passage in prose.within((params.section,)) if _says(passage, facts)]
    text = "".join(passage.text[passage.heading :] for passage in passages).translate(_DROPPED)
    if section is None or not text:
        yield Verdict(outcome="not_applicable", message=Message("wording.section_empty"))
    elif text in params.nothing:
        place = prose.evidence(passages[0].start + passages[0].heading, passages[0].end, 0)
        yield Verdict(
            outcome="fail",
            message=Message("says_more.nothing", {"quote": text}),
            actual=text,
            evidence=(place, heading_evidence(section)),
            absent=(params.gap,) if params.gap else (),
        )
    else:
        yield Verdict(outcome="pass", message=Message("says_more.more"))


def _says(passage: Passage, facts: FactSet) -> bool:
    """Whether a passage is more than a heading, the organ's name or the date below the text."""
    text = passage.text[passage.heading :].strip()
    signed = facts.identity.places.get("signed")
    dated = signed is not None and signed.paragraph == passage.block.number and "日" in text[-2:]
    return bool(text) and not dated and not (facts.organ or "").endswith(text)
