"""A page shows the report itself, not only a file to download.

    kind: attachment_only
    words: [附件, 点击下载]
    hard: [.rar, .zip, .wps]

Asked of web pages only. Review where a page has a report's title, none of the six sections, and a line that offers a
file. Passes where the page has sections.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.prose import no_document, prose_of
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    words: tuple[str, ...]  # that offer a file
    hard: tuple[str, ...] = ()  # endings of files that many readers cannot open


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None or facts.document is None:
        yield no_document()
        return
    if facts.document.format != "html":
        yield Verdict(outcome="not_applicable", message=Message("attachment_only.no_page"))
        return
    if facts.sections or facts.tables_found:
        yield Verdict(outcome="pass", message=Message("attachment_only.whole"))
        return
    at = min((at for word in (*params.hard, *params.words) if (at := prose.text.find(word)) >= 0), default=-1)
    if at < 0:
        yield Verdict(outcome="not_applicable", message=Message("attachment_only.no_file"))
        return
    hard = any(ending in prose.text for ending in params.hard)
    message = Message(f"attachment_only.{'hard' if hard else 'only'}")
    yield Verdict(outcome="review", message=message, evidence=(prose.evidence(at, at + 2),))
