"""The document is the report itself.

    kind: report_recognised
    others: [工作总结, 解读]

What is no report at all is not checked. Review where the sections are a report's, but a line above them is the title of
something else: 2023年政府信息公开工作总结. Passes with a report's title, and without any.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.front import front, short_lines
from disclosecheck.kinds.prose import no_chinese, no_document, prose_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_SHORTEST = 8  # characters of a title


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    others: tuple[str, ...]  # endings of titles of other documents
    about: tuple[str, ...]  # of which one stands in them: a link of the page is no title


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    if facts.identity.title is None:
        for passage in short_lines(front(facts, prose)):
            line = passage.text.strip("《》 \u3000")
            if len(line) >= _SHORTEST and line.endswith(params.others) and any(word in line for word in params.about):
                place = prose.evidence(passage.start, passage.end)
                yield Verdict(
                    outcome="review", message=Message("report_recognised.other", {"title": line}), evidence=(place,)
                )
                return
    yield Verdict(outcome="pass", message=Message("report_recognised.report"))
