"""Which module answers for a kind; a module is imported when a rule first asks for it."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, Literal, Protocol, cast

import msgspec

from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Verdict

KINDS = {
    "agreement": "disclosecheck.kinds.agreement",
    "cell_state": "disclosecheck.kinds.cell_state",
    "cell_value": "disclosecheck.kinds.cell_value",
    "deadline": "disclosecheck.kinds.deadline",
    "edition_fit": "disclosecheck.kinds.edition_fit",
    "equation": "disclosecheck.kinds.equation",
    "expectation": "disclosecheck.kinds.expectation",
    "file_note": "disclosecheck.kinds.file_note",
    "labels_known": "disclosecheck.kinds.labels_known",
    "labels_present": "disclosecheck.kinds.labels_present",
    "none_stated": "disclosecheck.kinds.none_stated",
    "readings_agree": "disclosecheck.kinds.readings_agree",
    "rows_split": "disclosecheck.kinds.rows_split",
    "section_content": "disclosecheck.kinds.section_content",
    "section_numeral": "disclosecheck.kinds.section_numeral",
    "section_order": "disclosecheck.kinds.section_order",
    "section_present": "disclosecheck.kinds.section_present",
    "section_title": "disclosecheck.kinds.section_title",
    "share": "disclosecheck.kinds.share",
    "sources_agree": "disclosecheck.kinds.sources_agree",
    "table_present": "disclosecheck.kinds.table_present",
    "threshold": "disclosecheck.kinds.threshold",
    "wording": "disclosecheck.kinds.wording",
}


class Reference(msgspec.Struct, frozen=True):
    """A name that a rule's parameters use, so that a pack is checked against the form and the registry."""

    what: Literal["cell", "table", "row", "column", "group", "fact", "pattern"]
    name: str  # row and column with their table: t3_requests.new_received
    path: tuple[str | int, ...]  # keys and indexes from the rule


class Kind(Protocol):
    """What a module of this folder offers; `references` may be left out."""

    Params: type[msgspec.Struct]

    def check(self, params: Any, facts: FactSet) -> Iterator[Verdict]: ...

    def references(self, params: Any) -> Iterator[Reference]: ...


def kind_named(name: str) -> Kind:
    """The module of a kind. Raises KeyError for an unknown one."""
    return cast(Kind, import_module(KINDS[name]))
