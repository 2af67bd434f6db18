"""The empty form for a pack: what stands in it, before a format is chosen."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from disclosecheck.metrics.form import MetricsForm, load_form
from disclosecheck.model.errors import UsageError
from disclosecheck.model.ledger import LedgerForm
from disclosecheck.model.registry import FactName
from disclosecheck.model.rule import Rule, RulePack, Text
from disclosecheck.model.verdict import Message
from disclosecheck.model.wording import render

SUFFIXES = (".xlsx", ".csv", ".yaml", ".yml")


class Asked(msgspec.Struct, frozen=True):
    """A fact that a pack asks for, with the rules that do."""

    name: str
    fact: FactName
    demands: tuple[tuple[Rule, Text | None], ...]  # each with the number or date that it asks for: 不低于 60%
    ledger: LedgerForm | None = None  # that yields it

    def decided_by(self, what: str) -> bool:
        return any(rule.decided_by == what for rule, _ in self.demands)


class Template(msgspec.Struct, frozen=True, kw_only=True):
    packs: tuple[RulePack, ...]
    asked: tuple[Asked, ...]
    ledgers: tuple[LedgerForm, ...]
    messages: Mapping[str, Text]
    language: str
    form: MetricsForm

    @property
    def year(self) -> int | None:
        """The year that the packs are for, where it is one."""
        years = {year for pack in self.packs for year in pack.applies_to.years}
        return years.pop() if len(years) == 1 else None

    def say(self, key: str, **params: "str | Text | tuple[Text, ...]") -> str:
        return self.both(render(Message(f"template.{key}", dict(params)), dict(self.messages)))

    def together(self, *keys: str) -> Text:
        """Several of the form's texts as one."""
        said = [self.messages[f"template.{key}"] for key in keys]
        return Text(zh="".join(text.zh for text in said), en=" ".join(text.en for text in said))

    def both(self, text: Text, between: str = "\n") -> str:
        """Chinese; with English under it where that is asked for."""
        if self.language == "zh" or text.zh == text.en:
            return text.zh
        return f"{text.zh}{between}{text.en}"

    def title(self) -> str:
        return self.say("title", packs=tuple(pack.title for pack in self.packs))

    def clause(self, asked: Asked) -> str:
        return "、".join(dict.fromkeys(rule.clause for rule, _ in asked.demands if rule.clause))

    def demand(self, asked: Asked) -> str:
        return "\n".join(self._demand(rule, bound) for rule, bound in asked.demands)

    def _demand(self, rule: Rule, bound: Text | None) -> str:
        encouraged = bool(rule.params.get("encouraged"))
        source = self.messages.get(f"template.{'encouraged' if encouraged else rule.threshold_from}")
        if bound is None and not encouraged and rule.threshold_from == "text":
            source = None
        said = [bound] if bound is not None else []
        told = f"（{self.both(source, ' / ')}）" if source else ""
        return self.both(rule.title) + "".join(f"\n{self.both(text, ' / ')}" for text in said) + told

    def unit(self, asked: Asked) -> str:
        known = self.form.units.get(asked.fact.unit)
        return known.title.zh if known else asked.fact.unit

    def help(self, asked: Asked) -> str:
        kind = "url" if asked.fact.unit == "url" else asked.fact.type
        shown = [by for by in ("evidence", "attestation") if asked.decided_by(by)]
        if kind == "url" and "evidence" in shown:
            shown.remove("evidence")  # the value itself may be the evidence
        said = [self.both(self.together(kind, *shown))]
        if asked.ledger is not None:
            said.append(self.say("ledger", ledger=asked.ledger.title))
        dimensions = [name for name in asked.fact.dimensions if name != "part_of"]
        if dimensions:
            said.append(self.say("dimensions", known="、".join(dimensions)))
        return "\n".join(said)


def asked_of(
    demands: Iterable[tuple[Rule, Text | None, tuple[str, ...]]],
    registry: Mapping[str, FactName],
    ledgers: Mapping[str, LedgerForm],
) -> tuple[Asked, ...]:
    """One entry a fact, in the order in which the rules first ask for them.

    `demands` are rules with the number or date that they ask for and the names of the facts that they ask about;
    `ledgers` are the forms by the facts that they yield.
    """
    asking: dict[str, list[tuple[Rule, Text | None]]] = {}
    for rule, bound, names in demands:
        for name in names:
            asking.setdefault(name, []).append((rule, bound))
    return tuple(
        Asked(name, registry[name], tuple(found), ledgers.get(name))
        for name, found in asking.items()
        if name in registry
    )


def render_template(template: Template, path: str) -> bytes:
    """The form in the format that the path's suffix names.

    Raises UsageError for a suffix of none.
    """
    suffix = Path(path).suffix.lower()
    if suffix == ".xlsx":
        from disclosecheck.metrics.template_workbook import render_workbook

        return render_workbook(template, Path(path).name)
    if suffix in SUFFIXES:
        from disclosecheck.metrics.template_text import render_csv, render_yaml

        return render_csv(template) if suffix == ".csv" else render_yaml(template, Path(path).name)
    raise UsageError("template_suffix", path=path)


def template_of(
    packs: tuple[RulePack, ...],
    asked: tuple[Asked, ...],
    ledgers: tuple[LedgerForm, ...],
    messages: Mapping[str, Text],
    language: str,
) -> Template:
    return Template(packs=packs, asked=asked, ledgers=ledgers, messages=messages, language=language, form=load_form())
