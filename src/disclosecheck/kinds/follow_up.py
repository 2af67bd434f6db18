"""What last year's report promised or complained of is taken up again.

    kind: follow_up
    past: [上年, 上年度, 去年]
    problems: [问题, 不足]
    done: [整改, 解决, 改进]

Passes where a sentence speaks of last year (a word of `past`, or the year before), of problems and of what was done
about them; fails where section five has none. Not applicable without `--previous`, where last year's section five
named no problem, and where there is no section five.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.headings import sections_by_number
from disclosecheck.kinds.last_year import last_year, not_compared
from disclosecheck.kinds.patterns import compiled
from disclosecheck.kinds.prose import no_chinese, prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

SECTION = 5


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    past: tuple[str, ...]
    problems: tuple[str, ...]
    done: tuple[str, ...]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    previous = last_year(facts)
    if previous is None:
        yield not_compared(facts)
        return
    if facts.identity.language != "zh" or previous.identity.language != "zh":
        yield no_chinese()
        return
    prose, before = prose_of(facts), prose_of(previous)
    named = before is not None and any(
        word in passage.text[passage.heading :] for passage in before.within((SECTION,)) for word in params.problems
    )
    section = sections_by_number(facts).get(SECTION)
    if prose is None or not named or section is None or section.empty:
        yield Verdict(outcome="not_applicable", message=Message("follow_up.nothing"))
        return
    years = (f"{facts.year - 1}年",) if facts.year is not None else ()
    wanted = ((*params.past, *years), params.problems, params.done)
    for start, sentence in _sentences(prose.text):
        if all(any(word in sentence for word in words) for words in wanted):
            evidence = (prose.evidence(start, start + len(sentence), 0),)
            yield Verdict(outcome="pass", message=Message("follow_up.taken_up"), evidence=evidence)
            return
    place = Evidence(section=SECTION, paragraph=section.paragraph, page=section.page, quote=section.heading)
    yield Verdict(outcome="fail", message=Message("follow_up.not_taken_up"), evidence=(place,))


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for mark in compiled(("[。！？\\n]",)).finditer(text):
        yield start, text[start : mark.start()]
        start = mark.end()
    yield start, text[start:]
