"""The file itself is fit to be published: its reader noticed nothing of the given sort.

    kind: file_note
    notes: [tracked_changes]

Fails, naming each place, where a draft still has open changes. Passes where the reader noted nothing of the kind.
"""

from collections.abc import Iterator

import msgspec

from disclosecheck.kinds.headings import section_at
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    notes: tuple[str, ...]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    if facts.document is None:
        yield Verdict(outcome="not_applicable", message=Message("file_note.no_document"))
        return
    met = [note for note in facts.document.notes if note.code in params.notes]
    if not met:
        yield Verdict(outcome="pass", message=Message("file_note.clean"))
        return
    evidence = tuple(
        Evidence(section=section_at(facts, note.paragraph), paragraph=note.paragraph, page=note.page, quote=note.quote)
        for note in met
    )
    yield Verdict(outcome="fail", message=Message(f"file_note.{met[0].code}"), evidence=evidence)
