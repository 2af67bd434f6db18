"""The text is not copied from another organ's report.

    kind: peer_similarity
    length: 6
    boilerplate: [根据《中华人民共和国政府信息公开条例》]
    fail_from: 60
    review_from: 30

Of the runs of `length` signs in the six sections, figures masked, headings, titles of laws, the organ's own name and
`boilerplate` taken out, so many percent stand in the other report as well, measured on the shorter of the two. Compared
are reports of the same year by organs of other names, those of one batch: a report checked alone has none (not
applicable). Nor has one of fewer than `fewest` runs.
"""

from array import array
from collections.abc import Iterator, Sequence
from zlib import crc32

import msgspec

from disclosecheck.kinds.last_year import other_name
from disclosecheck.kinds.prose import Prose, no_document, prose_of
from disclosecheck.kinds.similarity import plain_text
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.sketch import Sketch, SketchedPassage
from disclosecheck.model.verdict import Message, Verdict
from disclosecheck.model.wording import Param

SHOWN = 3  # copied passages named as evidence
_COPIED = 0.8  # of a passage's runs that make it one
_QUOTED = 60


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    fail_from: float
    review_from: float
    length: int = 6
    fewest: int = 200
    boilerplate: tuple[str, ...] = ()


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    own = sketch_of(params, facts, "")
    yield judge(own, [sketch_of(params, peer, "") for peer in facts.peers])


def sketch_of(params: Params, facts: FactSet, rule: str) -> Sketch:
    prose = prose_of(facts)
    return Sketch(
        rule=rule,
        path=facts.document.path if facts.document else "",
        organ=facts.organ,
        year=facts.year,
        passages=tuple(_passages(params, facts.organ, prose)) if prose else (),
        fail_from=params.fail_from,
        review_from=params.review_from,
        fewest=params.fewest,
    )


def _passages(params: Params, organ: str | None, prose: Prose) -> Iterator[SketchedPassage]:
    """A run that stands in several passages belongs to the first."""
    known: set[int] = set()
    out = (*params.boilerplate, *((organ,) if organ else ()))
    for passage in prose.passages:
        if (
            passage.section is None
        ):  # what stands before section one is a form of words, and after six a name and a date
            continue
        text = plain_text(passage.text[passage.heading :], out)
        places = range(len(text) - params.length + 1)
        runs = {crc32(text[place : place + params.length].encode()) for place in places} - known
        known |= runs
        evidence = prose.evidence(passage.start + passage.heading, passage.end, 0)
        short = msgspec.structs.replace(evidence, quote=(evidence.quote or "")[:_QUOTED])
        yield SketchedPassage(short, array("I", runs).tobytes())


def runs_of(sketch: Sketch) -> set[int]:
    return {run for passage in sketch.passages for run in array("I", passage.runs)}


def comparable(one: Sketch, other: Sketch) -> bool:
    """Reports of one year by two organs; what names no organ may be the same report once more."""
    if one.organ is None or other.organ is None or one.year != other.year:
        return False
    return other_name(one.organ, other.organ)


def judge(own: Sketch, peers: Sequence[Sketch]) -> Verdict:
    """Of one report against all of `peers` that may be compared with it; the most similar one is named."""
    runs = runs_of(own)
    shares = {
        peer.path: (len(runs & theirs) / min(len(runs), len(theirs)), peer, runs & theirs)
        for peer in peers
        if comparable(own, peer) and min(len(runs), len(theirs := runs_of(peer))) >= max(own.fewest, 1)
    }
    if not shares:
        return Verdict(outcome="not_applicable", message=Message("peers.none"))
    share, peer, common = max(shares.values(), key=lambda one: (one[0], one[1].path))
    names: dict[str, Param] = {"share": f"{100 * share:.0f}", "organ": peer.organ or "", "path": peer.path}
    if 100 * share < own.review_from:
        return Verdict(outcome="pass", message=Message("peers.own", {"share": names["share"]}))
    return Verdict(
        outcome="fail" if 100 * share >= own.fail_from else "review",
        message=Message("peers.copied", names),
        actual=f"{100 * share:.0f}",
        evidence=_copied(own, common),
    )


def _copied(own: Sketch, common: set[int]) -> tuple[Evidence, ...]:
    """The longest passages of which most stands in the other report, else the one with the most of it."""
    met = [(len(runs & common), len(runs), p.evidence) for p in own.passages if (runs := {*array("I", p.runs)})]
    met.sort(key=lambda one: -one[0])
    copied = [evidence for count, total, evidence in met if count >= _COPIED * total][:SHOWN]
    return tuple(copied or [evidence for _, _, evidence in met[:1]])
