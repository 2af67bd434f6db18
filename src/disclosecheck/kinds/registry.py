"""Which module answers for a kind; a module is imported when a rule first asks for it."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, Literal, Protocol, cast

import msgspec

from disclosecheck.model.fact import FactSet
from disclosecheck.model.rule import Rule
from disclosecheck.model.verdict import Verdict

KINDS = {
    "addressed_upward": "disclosecheck.kinds.addressed_upward",
    "agreement": "disclosecheck.kinds.agreement",
    "amount_unit": "disclosecheck.kinds.amount_unit",
    "aspect_figures": "disclosecheck.kinds.aspect_figures",
    "aspects": "disclosecheck.kinds.aspects",
    "attachment_only": "disclosecheck.kinds.attachment_only",
    "attested": "disclosecheck.kinds.attested",
    "breakdown": "disclosecheck.kinds.breakdown",
    "cell_format": "disclosecheck.kinds.cell_format",
    "cell_state": "disclosecheck.kinds.cell_state",
    "cell_value": "disclosecheck.kinds.cell_value",
    "citation": "disclosecheck.kinds.citation",
    "consistent": "disclosecheck.kinds.consistent",
    "contact": "disclosecheck.kinds.contact",
    "continuity": "disclosecheck.kinds.continuity",
    "deadline": "disclosecheck.kinds.deadline",
    "doubled_words": "disclosecheck.kinds.doubled_words",
    "edition_fit": "disclosecheck.kinds.edition_fit",
    "edition_known": "disclosecheck.kinds.edition_known",
    "equation": "disclosecheck.kinds.equation",
    "evidenced": "disclosecheck.kinds.evidenced",
    "expectation": "disclosecheck.kinds.expectation",
    "fact_bound": "disclosecheck.kinds.fact_bound",
    "fee_by_pages": "disclosecheck.kinds.fee_by_pages",
    "fee_covered": "disclosecheck.kinds.fee_covered",
    "file_note": "disclosecheck.kinds.file_note",
    "follow_up": "disclosecheck.kinds.follow_up",
    "growth": "disclosecheck.kinds.growth",
    "improvement_plan": "disclosecheck.kinds.improvement_plan",
    "instrument_titles": "disclosecheck.kinds.instrument_titles",
    "label_wording": "disclosecheck.kinds.label_wording",
    "labels_known": "disclosecheck.kinds.labels_known",
    "labels_present": "disclosecheck.kinds.labels_present",
    "layout_adopted": "disclosecheck.kinds.layout_adopted",
    "ledger_dates_in_order": "disclosecheck.kinds.ledger_dates_in_order",
    "ledger_days_known": "disclosecheck.kinds.ledger_days_known",
    "ledger_fits_table": "disclosecheck.kinds.ledger_fits_table",
    "ledger_flaws": "disclosecheck.kinds.ledger_flaws",
    "ledger_rows_once": "disclosecheck.kinds.ledger_rows_once",
    "ledger_years_near": "disclosecheck.kinds.ledger_years_near",
    "length": "disclosecheck.kinds.length",
    "magnitudes_agree": "disclosecheck.kinds.magnitudes_agree",
    "mark_widths": "disclosecheck.kinds.mark_widths",
    "measure_words": "disclosecheck.kinds.measure_words",
    "mentions": "disclosecheck.kinds.mentions",
    "no_contradiction": "disclosecheck.kinds.no_contradiction",
    "none_stated": "disclosecheck.kinds.none_stated",
    "numbering_style": "disclosecheck.kinds.numbering_style",
    "numeral_style": "disclosecheck.kinds.numeral_style",
    "organ_named": "disclosecheck.kinds.organ_named",
    "other_places": "disclosecheck.kinds.other_places",
    "paired_marks": "disclosecheck.kinds.paired_marks",
    "parts_promised": "disclosecheck.kinds.parts_promised",
    "peer_similarity": "disclosecheck.kinds.peer_similarity",
    "period": "disclosecheck.kinds.period",
    "personal_data": "disclosecheck.kinds.personal_data",
    "plausible": "disclosecheck.kinds.plausible",
    "possible_dates": "disclosecheck.kinds.possible_dates",
    "previous_fits": "disclosecheck.kinds.previous_fits",
    "previous_given": "disclosecheck.kinds.previous_given",
    "published_by": "disclosecheck.kinds.published_by",
    "quoted_last_year": "disclosecheck.kinds.quoted_last_year",
    "reading_fits": "disclosecheck.kinds.reading_fits",
    "readings_agree": "disclosecheck.kinds.readings_agree",
    "repeated_text": "disclosecheck.kinds.repeated_text",
    "report_recognised": "disclosecheck.kinds.report_recognised",
    "row_order": "disclosecheck.kinds.row_order",
    "rows_split": "disclosecheck.kinds.rows_split",
    "says_more": "disclosecheck.kinds.says_more",
    "section_content": "disclosecheck.kinds.section_content",
    "section_numeral": "disclosecheck.kinds.section_numeral",
    "section_of_content": "disclosecheck.kinds.section_of_content",
    "section_order": "disclosecheck.kinds.section_order",
    "section_present": "disclosecheck.kinds.section_present",
    "section_title": "disclosecheck.kinds.section_title",
    "sections_known": "disclosecheck.kinds.sections_known",
    "sections_once": "disclosecheck.kinds.sections_once",
    "sentence_share": "disclosecheck.kinds.sentence_share",
    "share": "disclosecheck.kinds.share",
    "shares_total": "disclosecheck.kinds.shares_total",
    "side_rows_add_up": "disclosecheck.kinds.side_rows_add_up",
    "signature": "disclosecheck.kinds.signature",
    "similarity": "disclosecheck.kinds.similarity",
    "site_named": "disclosecheck.kinds.site_named",
    "sources_agree": "disclosecheck.kinds.sources_agree",
    "spelling": "disclosecheck.kinds.spelling",
    "stale_year": "disclosecheck.kinds.stale_year",
    "subnumbering": "disclosecheck.kinds.subnumbering",
    "sum_explained": "disclosecheck.kinds.sum_explained",
    "superseded_names": "disclosecheck.kinds.superseded_names",
    "swing": "disclosecheck.kinds.swing",
    "table_all_zero": "disclosecheck.kinds.table_all_zero",
    "table_as_picture": "disclosecheck.kinds.table_as_picture",
    "table_present": "disclosecheck.kinds.table_present",
    "table_words": "disclosecheck.kinds.table_words",
    "tables_differ": "disclosecheck.kinds.tables_differ",
    "text_bound": "disclosecheck.kinds.text_bound",
    "threshold": "disclosecheck.kinds.threshold",
    "title": "disclosecheck.kinds.title",
    "wording": "disclosecheck.kinds.wording",
    "year_form": "disclosecheck.kinds.year_form",
}

# Those that compare with last year's report. Without one they all answer the same, and are not even imported.
COMPARING = frozenset(
    {"continuity", "follow_up", "previous_fits", "quoted_last_year", "similarity", "swing", "tables_differ"}
)


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


def params_of(rule: Rule, kind: Kind) -> msgspec.Struct:
    """A rule's parameters as its kind wants them. Raises msgspec.ValidationError for those that do not fit."""
    if rule.plain:
        return kind.Params(**as_tuples(rule.params))
    return msgspec.convert(rule.params, kind.Params)


def as_tuples(params: dict[str, Any]) -> dict[str, Any]:
    return {key: _as_tuple(value) for key, value in params.items()}


def _as_tuple(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_as_tuple, value))
    return as_tuples(value) if isinstance(value, dict) else value
