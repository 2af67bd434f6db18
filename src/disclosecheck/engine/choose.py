"""Which packs judge a submission: the statutory one of its year, and the key points that address it."""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.errors import UsageError
from disclosecheck.model.fact import FactSet
from disclosecheck.model.form import Form
from disclosecheck.model.rule import AppliesTo, RulePack
from disclosecheck.model.verdict import Message

STATUTORY = "cn-annual-report"  # stands for the statutory pack of the report's year
MARKS_OF_FORM = 3  # of the six statutory headings: half of them are no coincidence
DEFAULT = (STATUTORY, "shanghai-health-2021")  # the contract's packs by default
OF_LEDGERS = "cn-disclosure-ledgers"  # comes along wherever ledgers are handed in; the law's terms go before others


class Chosen(msgspec.Struct, frozen=True):
    """The packs in the order of their findings, statutory first; `notes` say which do not apply, and how to ask."""

    packs: tuple[RulePack, ...]
    notes: tuple[Message, ...] = ()


def choose(facts: FactSet, catalogue: Catalogue, asked: Sequence[str | RulePack] = ()) -> Chosen:
    """The packs for one submission; `asked` are those of `--rules`, shipped ones by id, others loaded.

    Raises UsageError for an id that is not shipped.
    """
    named = bool(asked)
    if not named and _of_no_known_form(facts):
        return Chosen((), (Message("choose.no_year"),))
    notes: list[Message] = []
    packs: dict[str, RulePack] = {}
    for pack in asked or DEFAULT:
        for found in _with_extended(pack, facts, catalogue, notes, named=named):
            packs.setdefault(found.id, found)
    for pack in [pack for pack in packs.values() if pack.changes]:
        packs |= _with_changes(packs, pack)
    if not named:
        notes += _also_addressed(facts, catalogue, packs.keys())
    if facts.ledgers:
        packs.setdefault(OF_LEDGERS, catalogue.packs[OF_LEDGERS])
    ordered = sorted(packs.values(), key=lambda pack: (pack.kind != "statutory", pack.id != OF_LEDGERS))
    return Chosen(tuple(ordered), tuple(notes))


def _with_changes(packs: dict[str, RulePack], changing: RulePack) -> dict[str, RulePack]:
    from disclosecheck.engine.changes import with_changes

    return with_changes(packs, changing)


def _also_addressed(facts: FactSet, catalogue: Catalogue, used: Collection[str]) -> list[Message]:
    """Shipped key points that are written for this organ and year, but are judged only where they are asked for."""
    if facts.organ is None or facts.year is None:
        return []
    return [
        Message("choose.pack_on_demand", {"pack": head.id, "title": head.title})
        for head in catalogue.heads.values()
        if head.kind == "key_points" and head.applies_to.organs and head.id not in (*DEFAULT, *used)
        if addresses(head.applies_to, facts)
    ]


def _of_no_known_form(facts: FactSet) -> bool:
    """A report without a year that shows nothing of the unified form: perhaps of a year before it, so not judged."""
    if facts.identity.kind != "annual_report" or facts.year is not None or facts.identity.edition is not None:
        return False
    found = {section.number for section in facts.sections if section.number is not None}
    return not facts.tables_found and len(found) < MARKS_OF_FORM


def _with_extended(
    pack: str | RulePack, facts: FactSet, catalogue: Catalogue, notes: list[Message], *, named: bool
) -> Iterator[RulePack]:
    """A pack after those it extends; nothing when it does not address the submission and was not asked for."""
    if pack == STATUTORY:
        yield from _statutory(facts, catalogue, notes)
        return
    head = pack if isinstance(pack, RulePack) else catalogue.heads.get(pack) or catalogue.packs.get(pack)
    if head is None:
        raise UsageError("pack_unknown", name=str(pack), known=", ".join([STATUTORY, *catalogue.packs]))
    if not named and not addresses(head.applies_to, facts):
        notes.append(Message("choose.pack_not_applicable", {"pack": head.id, "title": head.title}))
        return
    for extended in head.extends:
        yield from _with_extended(extended, facts, catalogue, notes, named=True)
    yield pack if isinstance(pack, RulePack) else catalogue.packs[pack]


def _statutory(facts: FactSet, catalogue: Catalogue, notes: list[Message]) -> Iterator[RulePack]:
    if facts.identity.kind == "metrics":
        return
    heads = [head for head in catalogue.heads.values() if head.kind == "statutory"]
    year = facts.year if facts.year is not None else _year_of_form(facts.form, facts)
    fitting = [head for head in heads if year is None or _covers(head.applies_to, year)]
    if fitting:
        yield catalogue.packs[max(fitting, key=lambda head: head.applies_to.first_year or 0).id]
    else:
        notes.append(Message("choose.no_statutory_pack", {"year": str(year)}))


def _year_of_form(form: Form | None, facts: FactSet) -> int | None:
    """A year that stands for the edition whose labels were met, where no year is stated."""
    return form.first_year if form is not None and facts.identity.edition is not None else None


def addresses(applies_to: AppliesTo, facts: FactSet) -> bool:
    """Whether a pack is meant for this organ and year; what is not known counts as addressed."""
    if facts.year is not None and not _covers(applies_to, facts.year):
        return False
    return (
        facts.organ is None or not applies_to.organs or any(_names(facts.organ, words) for words in applies_to.organs)
    )


def _covers(applies_to: AppliesTo, year: int) -> bool:
    return (
        (not applies_to.years or year in applies_to.years)
        and (applies_to.first_year is None or year >= applies_to.first_year)
        and (applies_to.last_year is None or year <= applies_to.last_year)
    )


def _names(organ: str, words: str) -> bool:
    """`上海 卫生`: all words of an entry stand in the organ's name."""
    return all(word.casefold() in organ.casefold() for word in words.split())
