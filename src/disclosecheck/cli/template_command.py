"""`disclosecheck metrics template`: the empty form for packs."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from disclosecheck.checking import catalogue_with
from disclosecheck.cli.check_options import check_choice
from disclosecheck.cli.language import default_language
from disclosecheck.cli.options import TEMPLATE, Raw
from disclosecheck.cli.streams import check_writable, write_file, write_text
from disclosecheck.engine.choose import DEFAULT, STATUTORY
from disclosecheck.kinds.registry import kind_named
from disclosecheck.measures.load import measures
from disclosecheck.metrics.template import SUFFIXES, asked_of, render_template, template_of
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.errors import UsageError
from disclosecheck.model.ledger import LedgerForm
from disclosecheck.model.rule import Rule, RulePack, Text
from disclosecheck.model.verdict import Message
from disclosecheck.model.wording import render
from disclosecheck.rulebook.demands import demands_of
from disclosecheck.rulebook.ledgers import shipped_ledger_forms


def template_command(raw: Raw) -> int:
    """Raises UsageError for a pack that is not there, and for a place that cannot be written."""
    for option in TEMPLATE:
        check_choice(option, raw)
    path, named = raw["output"], raw["rules"]
    assert isinstance(named, list)
    if not isinstance(path, str) or not path:
        raise UsageError("template_output")
    if Path(path).suffix.lower() not in SUFFIXES:
        raise UsageError("template_suffix", path=path)
    if Path(path).exists():
        raise UsageError("template_exists", path=path)
    check_writable(path)
    names = tuple(named) or tuple(name for name in DEFAULT if name != STATUTORY)
    catalogue = catalogue_with(names)
    packs = tuple(_packs(names, catalogue))
    forms = _forms_by_fact()
    asked = asked_of((asking for pack in packs for asking in _asking(pack, catalogue)), catalogue.facts, forms)
    if not asked:
        raise UsageError("template_empty", packs=", ".join(names))
    ledgers = tuple({one.ledger.id: one.ledger for one in asked if one.ledger is not None}.values())
    language = str(raw["lang"] or default_language())
    template = template_of(packs, asked, ledgers, catalogue.messages, language)
    write_file(path, render_template(template, path))
    params = {"path": path, "facts": str(len(asked)), "ledgers": str(len(ledgers))}
    said = render(Message("template.written", dict(params)), catalogue.messages)
    write_text(f"{said.zh if language == 'zh' else said.en}\n")
    return 0


def _packs(names: tuple[str, ...], catalogue: Catalogue) -> Iterator[RulePack]:
    """The packs asked for, after the key points that they extend; the statutory rules only where asked for."""
    seen: set[str] = set()
    waiting = [*names]
    while waiting:
        name = waiting.pop(0)
        pack = catalogue.packs.get(name)
        if name in seen or pack is None:
            if pack is None:
                raise UsageError("pack_unknown", name=name, known=", ".join(catalogue.packs))
            continue
        seen.add(name)
        yield pack
        waiting += [parent for parent in pack.extends if parent in catalogue.packs and _adds(catalogue.packs[parent])]


def _adds(pack: RulePack) -> bool:
    return pack.kind == "key_points"


def _asking(pack: RulePack, catalogue: Catalogue) -> Iterator[tuple[Rule, Text | None, tuple[str, ...]]]:
    """Rules that ask for facts and for nothing of the report's tables, with the bound and the facts."""
    bounds = {demand.rule: demand.asked for demand in demands_of(pack, catalogue, {}).demands}
    for rule in pack.rules:
        module = kind_named(rule.kind)
        if not hasattr(module, "references") or not (rule.decided_by or "fact" in rule.params):
            continue
        references = list(module.references(msgspec.convert(rule.params, module.Params)))
        if references and all(reference.what == "fact" for reference in references):
            yield rule, bounds.get(rule.id), tuple(reference.name for reference in references)


def _forms_by_fact() -> Mapping[str, LedgerForm]:
    forms = shipped_ledger_forms()
    return {name: forms[measure.ledger] for name, measure in measures().facts.items() if measure.ledger in forms}
