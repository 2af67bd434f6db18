"""A demand and the packs it stands in. Data, from `rules/packs/`."""

from typing import Any, Literal

import msgspec

from disclosecheck.model.needs import Needs

Severity = Literal["error", "warning", "info"]
DecidedBy = Literal["figures", "evidence", "attestation"]  # a value or date; a publication or file; a person's word
ThresholdFrom = Literal["text", "implied", "default"]  # stands in the clause; asked for at least once; ours, to change


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text in both languages."""

    zh: str
    en: str


class AppliesTo(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whom a pack addresses; an empty field addresses everyone."""

    organs: tuple[str, ...] = ()  # words of which one must stand in the organ's name
    years: tuple[int, ...] = ()
    first_year: int | None = None
    last_year: int | None = None


class Clause(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One numbered part of the document that a pack renders."""

    id: str  # as the document counts: 二（一）
    title: Text
    note: Text | None = None  # what a reader of the clause should know: a slip in its numbering, in a translation


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One demand. `params` are the keys of its kind, checked against that kind's Params."""

    id: str
    title: Text
    kind: str
    severity: Severity
    basis: str  # the text that demands it, with its place
    required: bool = False  # open leaves the submission incomplete
    error_type: str | None = None  # id in the catalogue of mistakes, e.g. E-E01
    group: str = ""  # heading under which passes are folded: sections, tables, tie_outs, prose, key_points
    fix: Text | None = None
    clause: str | None = None  # of the document that the pack renders: id of a Clause
    decided_by: DecidedBy | None = None
    threshold_from: ThresholdFrom | None = None
    applies_to: AppliesTo | None = None  # whom the clause names, where it does not ask all whom the pack addresses
    params: dict[str, Any] = {}
    needs: dict[str, Needs] = {}  # of the patterns among the params
    plain: bool = False  # the params are of built-in types throughout: there is nothing to convert


class PackHead(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be known of a pack to choose it."""

    id: str
    version: str
    title: Text
    authority: str
    kind: Literal["statutory", "key_points"]
    applies_to: AppliesTo = AppliesTo()
    extends: tuple[str, ...] = ()


class RulePack(PackHead, frozen=True, kw_only=True):
    """The rules of one authority, those of packs it extends included (they keep their own pack's id)."""

    clauses: tuple[Clause, ...] = ()  # every one that asks for something, in the document's order
    changes: dict[str, dict[str, Any]] = {}  # by pack/rule: numbers in place of those of packs it extends
    rules: tuple[Rule, ...] = ()  # own rules; those of `extends` are joined when packs are chosen
