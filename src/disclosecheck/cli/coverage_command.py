"""`disclosecheck rules coverage`: clause by clause what key points ask, and what decides it."""

from collections.abc import Sequence
from pathlib import Path

from disclosecheck.checking import catalogue_with
from disclosecheck.cli.check_options import check_choice
from disclosecheck.cli.emit import terminal_look
from disclosecheck.cli.language import default_language
from disclosecheck.cli.options import FORMAT, LANG, Raw
from disclosecheck.cli.streams import write_bytes, write_text
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.demand import PackDemands
from disclosecheck.model.errors import UsageError
from disclosecheck.model.rule import RulePack
from disclosecheck.report.labels import labels
from disclosecheck.rulebook.demands import demands_of


def show_coverage(names: list[str], raw: Raw) -> int:
    """Raises UsageError for a pack that is not there, or lists no clauses."""
    check_choice(LANG, raw)
    check_choice(FORMAT, raw)
    catalogue = catalogue_with(())
    found = coverage_of(_packs(names, catalogue), catalogue)
    if raw["format"] == "json":
        from disclosecheck.report.coverage_json import render_coverage_json

        write_bytes(render_coverage_json(found))
        return 0
    from disclosecheck.report.coverage_text import render_coverage

    language = str(raw["lang"] or default_language())
    write_text(render_coverage(found, terminal_look(language), labels(catalogue, language, None)))
    return 0


def coverage_of(packs: Sequence[RulePack], catalogue: Catalogue) -> list[PackDemands]:
    """The demands of packs, with the ledgers that yield their facts."""
    from disclosecheck.measures.load import measures

    ledgers = {name: measure.ledger for name, measure in measures().facts.items()}
    return [demands_of(pack, catalogue, ledgers) for pack in packs]


def _packs(names: list[str], catalogue: Catalogue) -> list[RulePack]:
    """Those asked for; all that render a document's clauses by default."""
    if not names:
        return [pack for pack in catalogue.packs.values() if pack.clauses]
    packs = [_pack(name, catalogue) for name in names]
    for pack in packs:
        if not pack.clauses:
            raise UsageError("pack_no_clauses", pack=pack.id)
    return packs


def _pack(name: str, catalogue: Catalogue) -> RulePack:
    if name in catalogue.packs:
        return catalogue.packs[name]
    if not Path(name).is_file():
        raise UsageError("pack_unknown", name=name, known=", ".join(catalogue.packs))
    return catalogue_with((name,)).packs[name]
