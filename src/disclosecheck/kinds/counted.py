"""What a rule may say of a figure that was counted from a ledger."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from disclosecheck.kinds.terms import canonical
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import Fact, FactSet
from disclosecheck.model.rule import Text
from disclosecheck.model.verdict import Message, Outcome, Verdict

if TYPE_CHECKING:
    from disclosecheck.model.measure import Measured

Side = Literal["pass", "fail", "review"]
Param = str | Text | Message | tuple[str | Text | Message, ...]

_ENDLESS = Decimal("Infinity")
_DAY_ONE, _LAST_DAY = "0000-00-00", "9999-99-99"


def counted(facts: FactSet, name: str) -> Fact | None:
    """The figure as a ledger yields it. It goes before what anyone states: whether they agree is a rule of its own."""
    return next((fact for fact in facts.facts if fact.name == name and fact.measured is not None), None)


def measured_of(fact: Fact) -> Measured:
    """On what a counted figure rests."""
    assert fact.measured is not None  # only counted facts are asked
    return fact.measured


def none_readable(facts: FactSet, name: str, expected: str, outcome: Callable[[Measured], Side]) -> Verdict | None:
    """A verdict where a ledger should yield the figure, no row surely counts and can be read, and it would matter."""
    if not facts.ledgers:
        return None
    from disclosecheck.measures.load import measures
    from disclosecheck.measures.rows import unsure_of
    from disclosecheck.measures.yields import unreadable

    measured = unreadable(name, facts)
    if measured is None or outcome(measured) == "pass":
        return None
    ledger = next(one for one in facts.ledgers if one.form.id == measures().facts[name].ledger)
    count = str(measured.left_out)
    return Verdict(
        outcome="review",
        message=Message("counted.none_readable", {"fact": Message(f"fact.{name}"), "count": count}),
        expected=expected,
        evidence=unsure_of(name, ledger, facts, measures().listed)
        or (Evidence(source="records", file=ledger.file, sheet=ledger.sheet),),
    )


def outcome_of(measured: Measured, reached: Callable[[Decimal], bool]) -> Side:
    """Whether a bound is reached; for a person where the rows that cannot be read could turn the answer."""
    least = measured.least if isinstance(measured.least, Decimal) else -_ENDLESS
    most = measured.most if isinstance(measured.most, Decimal) else _ENDLESS
    return _outcome(reached(least), reached(most))


def outcome_of_date(measured: Measured, limit: str) -> Side:
    """As outcome_of, for an ISO date that is not to be later than `limit`."""
    least = measured.least if isinstance(measured.least, str) else _DAY_ONE
    most = measured.most if isinstance(measured.most, str) else _LAST_DAY
    return _outcome(least <= limit, most <= limit)


def _outcome(at_one_end: bool, at_the_other: bool) -> Side:
    if at_one_end != at_the_other:
        return "review"
    return "pass" if at_one_end else "fail"


def verdict_of(
    fact: Fact,
    facts: FactSet,
    sentence: Message,
    outcome: Outcome,
    *,
    expected: str,
    above: Decimal | str | None,
    below: Decimal | None = None,
) -> Verdict:
    """The verdict on a counted figure, with the rows that offend when it is not good."""
    actual = canonical(fact.value) if isinstance(fact.value, Decimal) else str(fact.value)
    if outcome == "pass":
        message = told(fact, sentence)
        return Verdict(outcome="pass", message=message, expected=expected, actual=actual, evidence=(fact.evidence,))
    from disclosecheck.measures.load import measures
    from disclosecheck.measures.rows import cause_of, ledger_of, offenders_of, unsure_of

    found = offenders_of(fact, facts, above=above, below=below)
    numbers = {"count": str(found.count), "listed": str(len(found.listed))}
    key = ("rows_counted" if found.counted else "rows_doubtful" if found.doubtful else "rows") + (
        "_listed" if found.count > len(found.listed) else ""
    )
    rows = Message(f"counted.{key}", dict(numbers)) if found.count else ""
    unsure: tuple[Evidence, ...] = ()
    if outcome == "review" and measured_of(fact).left_out:
        unsure = unsure_of(fact.name, ledger_of(fact, facts), facts, measures().listed - len(found.listed))
    return Verdict(
        outcome=outcome,
        message=told(fact, sentence, rows, turned="left_out_turns_listed" if unsure else "left_out_turns")
        if outcome == "review"
        else told(fact, sentence, rows),
        expected=expected,
        actual=actual,
        evidence=(*(found.listed or (fact.evidence,)), *unsure),
        cause=cause_of(fact, expected),
    )


def told(fact: Fact, sentence: Message, rows: Message | str = "", *, turned: str = "left_out") -> Message:
    """A sentence on a figure, and on what rows it rests."""
    measured = measured_of(fact)
    left_out: Message | str = ""
    if measured.left_out:
        left_out = Message(f"counted.{turned}", {"count": str(measured.left_out)})
    closing: Message | str = ""
    if measured.closing is not None:
        key = "closing_stated" if measured.stated else "closing_unsure" if measured.closing_at_most else "closing"
        closing = Message(f"counted.{key}", {"date": measured.closing, "end": measured.closing_at_most or ""})
    after: Message | str = ""
    if measured.after_closing:
        after = Message("counted.after_closing", {"count": str(measured.after_closing)})
    not_told: Message | str = ""
    if measured.not_told:
        not_told = Message("counted.not_told", {"columns": measured.not_told})
    return Message(
        "counted.told",
        {
            "sentence": sentence,
            "counted": str(measured.counted),
            "rows": rows,
            "left_out": left_out,
            "closing": closing,
            "after_closing": after,
            "not_told": not_told,
        },
    )


def shown_counted(fact: Fact) -> str | Message:
    """The figure for a sentence; a share rounded for the eye, with the rows it is made of."""
    measured = fact.measured
    if not isinstance(fact.value, Decimal) or measured is None or measured.part is None:
        return canonical(fact.value) if isinstance(fact.value, Decimal) else str(fact.value)
    rounded = canonical(round(fact.value, 2))
    return Message("counted.share", {"value": rounded, "part": str(measured.part), "whole": str(measured.counted)})
