"""Rule packs as a person reads them: what each rule demands, how gravely, and by which text."""

from collections.abc import Callable, Sequence
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from disclosecheck.model.rule import AppliesTo, Rule, RulePack
from disclosecheck.report.basis import say_basis
from disclosecheck.report.labels import Labels
from disclosecheck.report.look import Look, printed
from disclosecheck.report.wording import group_name, translate
from disclosecheck.report.wrap import wrap


def render_pack_list(packs: Sequence[RulePack], look: Look, labels: Labels) -> str:
    console = look.console()
    for pack in packs:
        _head(console, pack, look, labels)
        console.print()
    return printed(console)


def render_pack(pack: RulePack, look: Look, labels: Labels) -> str:
    """The pack's rules by group, a line or two each."""
    console = look.console()
    _head(console, pack, look, labels)
    for group, rules in groupby(sorted(pack.rules, key=_group_order(pack)), key=lambda rule: rule.group):
        console.print()
        console.print(Styled(group_name(group, labels), style="bold"))
        console.print(_table(list(rules), look, labels))
    return printed(console)


def render_rule(pack: RulePack, rule: Rule, look: Look, labels: Labels) -> str:
    """One rule whole."""
    console = look.console()
    _line(console, f"{pack.id}/{rule.id}", look, "bold")
    pairs = [
        ("rule_title", translate(rule.title, labels)),
        ("rule_severity", _severity(rule, labels)),
        ("rule_clause", _clause(pack, rule, labels)),
        ("rule_decided", labels.say(f"decided_{rule.decided_by}") if rule.decided_by else ""),
        ("rule_number", labels.say(f"from_{rule.threshold_from}") if rule.threshold_from else ""),
        ("rule_kind", rule.kind),
        ("rule_group", group_name(rule.group, labels)),
        ("label_basis", say_basis(rule.basis, labels)),
        ("label_fix", translate(rule.fix, labels) if rule.fix else ""),
        ("rule_error_type", rule.error_type or ""),
        ("rule_params", "\n".join(f"{name}: {_plain(value)}" for name, value in rule.params.items())),
    ]
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    width = look.columns - 14
    for key, text in pairs:
        if text:
            grid.add_row(labels.say(key), "\n".join(wrap(text, width)))
    console.print(grid)
    return printed(console)


def _clause(pack: RulePack, rule: Rule, labels: Labels) -> str:
    """The clause with its heading; "" for a rule that stands under none."""
    clause = next((clause for clause in pack.clauses if clause.id == rule.clause), None)
    if clause is None:
        return ""
    return labels.say("clause_line", clause=clause.id, title=translate(clause.title, labels))


def _head(console: Console, pack: RulePack, look: Look, labels: Labels) -> None:
    _line(console, f"{pack.id}  {labels.say('pack_version', version=pack.version)}", look, "bold")
    _line(console, translate(pack.title, labels), look)
    count = labels.say("pack_rules", count=str(len(pack.rules)))
    extends = labels.say("pack_extends", packs=" ".join(pack.extends)) if pack.extends else ""
    parts = (labels.say(f"pack_{pack.kind}"), pack.authority, count, extends, _addressed(pack.applies_to, labels))
    _line(console, labels.say("comma").join(part for part in parts if part), look, "dim")


def _addressed(applies_to: AppliesTo, labels: Labels) -> str:
    """Whom the pack addresses; "" when everyone."""
    years = " ".join(str(year) for year in applies_to.years)
    if not years and (applies_to.first_year or applies_to.last_year):
        years = f"{applies_to.first_year or ''}-{applies_to.last_year or ''}"
    organs = labels.say("pause").join(applies_to.organs)
    said = [
        labels.say("pack_years", years=years) if years else "",
        labels.say("pack_organs", organs=organs) if organs else "",
    ]
    return labels.say("comma").join(part for part in said if part)


def _group_order(pack: RulePack) -> Callable[[Rule], int]:
    order = list(dict.fromkeys(rule.group for rule in pack.rules))
    return lambda rule: order.index(rule.group)


def _table(rules: Sequence[Rule], look: Look, labels: Labels) -> Table:
    table = Table(box=look.box(), show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), show_header=False, expand=True)
    table.add_column(no_wrap=True, ratio=2)
    table.add_column(no_wrap=True, ratio=3)
    left = (look.columns - 2) * 2 // 5
    right = look.columns - 2 - left
    for rule in rules:
        name = "\n".join(wrap(rule.id, left))
        said = [
            *wrap(translate(rule.title, labels), right),
            *wrap(f"{_severity(rule, labels)}  {say_basis(rule.basis, labels)}", right),
        ]
        table.add_row(name, "\n".join(said))
    return table


def _severity(rule: Rule, labels: Labels) -> str:
    severity = labels.say(f"severity_{rule.severity}")
    return severity + labels.say("comma") + labels.say("rule_required") if rule.required else severity


def _plain(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_plain(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}={_plain(item)}" for key, item in value.items())
    return str(value)


def _line(console: Console, text: str, look: Look, style: str = "") -> None:
    for line in wrap(text, look.columns):
        console.print(Styled(line, style=style), no_wrap=True, overflow="ignore", crop=False)
