"""`disclosecheck rules`: list, show, lint and test packs."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from disclosecheck.checking import catalogue_with
from disclosecheck.cli.check_options import check_choice
from disclosecheck.cli.emit import terminal_look
from disclosecheck.cli.language import default_language
from disclosecheck.cli.options import LANG, Raw
from disclosecheck.cli.streams import write_text
from disclosecheck.model.errors import PackError, UsageError
from disclosecheck.model.rule import RulePack
from disclosecheck.model.verdict import Message
from disclosecheck.model.wording import render
from disclosecheck.report.labels import Labels, labels
from disclosecheck.report.rules_text import render_pack, render_pack_list, render_rule
from disclosecheck.rulebook.cases import CaseResult, try_cases
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.lint import lint
from disclosecheck.rulebook.names import Names
from disclosecheck.rulebook.packs import PackFile, joined, load_pack_files, read_pack
from disclosecheck.rulebook.yaml_source import read_yaml


def list_packs(raw: Raw) -> int:
    own = _labels(raw)
    packs = catalogue_with(()).packs.values()
    write_text(render_pack_list(list(packs), terminal_look(own.language), own))
    return 0


def show_pack(name: str, raw: Raw) -> int:
    """PACK or PACK/RULE; a pack is an id or a path. Raises UsageError for what is not there."""
    own = _labels(raw)
    pack, rule_id = _find(name)
    look = terminal_look(own.language)
    if rule_id is None:
        write_text(render_pack(pack, look, own))
        return 0
    rule = next((rule for rule in pack.rules if rule.id == rule_id), None)
    if rule is None:
        known = [rule.id for rule in pack.rules]
        near = get_close_matches(rule_id, known, n=3, cutoff=0.3) or known[:3]
        raise UsageError("rule_unknown", rule=rule_id, pack=pack.id, known=" ".join(near))
    write_text(render_rule(pack, rule, look, own))
    return 0


def _find(name: str) -> tuple[RulePack, str | None]:
    """The pack, and the rule where one is asked for; a file of that name wins over a rule."""
    packs = catalogue_with(()).packs
    head, slash, tail = name.rpartition("/")
    if slash and head in packs:
        return packs[head], tail
    if slash and not Path(name).is_file() and Path(head).is_file():
        return catalogue_with((head,)).packs[head], tail
    return packs[name] if name in packs else catalogue_with((name,)).packs[name], None


def lint_packs(names: list[str], raw: Raw) -> int:
    """Every problem with its line; 2 when there is one, for such a pack could not be relied on."""
    own = _labels(raw)
    known = _names()
    count = 0
    for path in _paths(names):
        try:
            problems = lint(read_yaml(path), known)
        except PackError as error:  # no YAML at all
            problems = list(error.problems)
        for line, problem in problems:
            write_text(f"{path}{f':{line}' if line else ''}: {_say(problem, own)}\n")
        count += len(problems)
    write_text(own.say("lint_total", packs=str(len(_paths(names))), count=str(count)) + "\n")
    return 2 if count else 0


def try_packs(names: list[str], raw: Raw) -> int:
    """Run the cases of rules; 1 when one gives something else than it expects."""
    own = _labels(raw)
    forms = catalogue_with(()).forms
    files = dict(_shipped())
    results: list[tuple[str, CaseResult]] = []
    for tried in _packs_to_try(names, files):
        results += [(tried.id, result) for result in try_cases(tried, files, forms)]
    failed = [(pack, result) for pack, result in results if result.problem is not None]
    for pack, result in failed:
        assert result.problem is not None
        write_text(f"{pack}/{result.rule}: {result.name}: {_say(result.problem, own)}\n")
    packs = len({pack for pack, _ in results})
    write_text(own.say("test_total", packs=str(packs), count=str(len(results)), failed=str(len(failed))) + "\n")
    if not results:
        return 3
    return 1 if failed else 0


def _packs_to_try(names: list[str], files: dict[str, PackFile]) -> list[RulePack]:
    """The packs asked for, all shipped ones by default; those given by path join `files`."""
    wanted = []
    for name in names:
        if name not in files:
            file = _read(name)
            files[file.pack.id] = file
            name = file.pack.id
        wanted.append(name)
    packs = joined(files)
    return [packs[name][0] for name in wanted or packs if name in packs]


def _read(path: str) -> PackFile:
    if not Path(path).is_file():
        raise UsageError("pack_unknown", name=path, known=", ".join(catalogue_with(()).packs))
    return read_pack(Path(path), _names())


def _paths(names: list[str]) -> list[Path]:
    """Files of packs given by id or path; all shipped ones by default."""
    shipped = {file.pack.id: Path(file.source.path) for file in _shipped().values()}
    if not names:
        return sorted(shipped.values())
    for name in names:
        if name not in shipped and not Path(name).is_file():
            raise UsageError("pack_unknown", name=name, known=", ".join(shipped))
    return [shipped.get(name, Path(name)) for name in names]


def _shipped() -> Mapping[str, PackFile]:
    catalogue = catalogue_with(())
    return load_pack_files(rules_folder(), catalogue.forms, catalogue.facts)


def _names() -> Names:
    catalogue = catalogue_with(())
    return Names(forms=dict(catalogue.forms), facts=frozenset(catalogue.facts))


def _labels(raw: Raw) -> Labels:
    check_choice(LANG, raw)
    return labels(catalogue_with(()), str(raw["lang"] or default_language()), None)


def _say(message: Message, own: Labels) -> str:
    text = render(message, own.messages)
    return text.zh if own.language == "zh" else text.en
