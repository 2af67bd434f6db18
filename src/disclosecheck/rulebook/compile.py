"""The Catalogue from the YAML: the slow way, run once for each state of the rule files."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from disclosecheck.model.catalogue import Catalogue
from disclosecheck.model.errors import UsageError
from disclosecheck.rulebook.forms import load_forms
from disclosecheck.rulebook.messages import load_messages
from disclosecheck.rulebook.names import Names
from disclosecheck.rulebook.packs import head_of, load_pack, load_pack_files, load_packs
from disclosecheck.rulebook.phrasings import load_phrasings
from disclosecheck.rulebook.recognition import load_recognition
from disclosecheck.rulebook.registry import load_registry


def compile_catalogue(rules: str | Path) -> Catalogue:
    """All of `rules/`. A fact's title stands among the messages too (`fact.<name>`), for sentences about it.

    Raises PackError for the first file with mistakes.
    """
    folder = Path(rules)
    forms, registry = load_forms(folder), load_registry(folder)
    titles = {f"fact.{name}": fact.title for name, fact in registry.items()}
    packs = load_packs(folder, forms, registry)
    return Catalogue(
        forms=forms,
        phrasings=load_phrasings(folder),
        facts=registry,
        messages=load_messages(folder) | titles,
        packs=packs,
        heads={name: head_of(pack) for name, pack in packs.items()},
        recognition=load_recognition(folder),
    )


def with_packs(catalogue: Catalogue, paths: Iterable[str], rules: str | Path) -> Catalogue:
    """The catalogue with packs that are asked for by path, each under its path.

    Raises PackError for a pack with mistakes, UsageError for one that is neither shipped nor there.
    """
    shipped = load_pack_files(Path(rules), catalogue.forms, catalogue.facts)
    names = Names(forms=catalogue.forms, facts=frozenset(catalogue.facts))
    packs = dict(catalogue.packs)
    for path in paths:
        if not Path(path).is_file():
            known = ", ".join(["cn-annual-report", *catalogue.packs])
            raise UsageError("pack_unknown", name=path, known=known)
        packs[path] = load_pack(Path(path), shipped, names)
    return msgspec.structs.replace(catalogue, packs=packs)
