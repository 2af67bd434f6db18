"""The report is signed at its end, and on a day on which it can have been.

    kind: signature
    demand: dated
    by: {department: "01-31", government: "03-31"}

`present` fails where a document names no date below section six and no page states one. `dated` fails with a day of the
report year or earlier; a day after the statutory one is for a person (`classes` tell departments from governments).
Only a date below the heading of section six is taken for a signature.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from disclosecheck.kinds.headings import sections_by_number
from disclosecheck.kinds.organ_class import OrganClasses, class_of
from disclosecheck.kinds.prose import no_document, prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Outcome, Verdict

_LONGEST = 40  # characters of a line that is quoted whole
_LAST = 3  # lines among which a signature stands


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    demand: Literal["present", "dated"]
    by: dict[str, str] = {}  # last day of the following year, MM-DD, by class of organ
    classes: OrganClasses | None = None


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    if facts.document is None:
        yield no_document()
    elif params.demand == "present":
        yield _present(facts)
    else:
        yield _dated(params, facts)


def _present(facts: FactSet) -> Verdict:
    if place := _signature(facts):
        return Verdict(outcome="pass", message=Message("signature.present"), evidence=(place,))
    if facts.identity.published or facts.expected.published:
        return Verdict(outcome="pass", message=Message("signature.on_the_page"))
    copied = facts.document is not None and facts.document.format == "text"
    last = sections_by_number(facts).get(6)
    if copied or last is None or facts.identity.signed is not None or _ends_in_a_date(facts):
        return Verdict(outcome="not_applicable", message=Message("signature.not_to_be_seen"))
    return Verdict(outcome="fail", message=Message("signature.missing"), evidence=(Evidence(section=6),))


def _ends_in_a_date(facts: FactSet) -> bool:
    """Whether the last lines hold a day that is none (2月30日): that is told where days are."""
    prose = prose_of(facts)
    lines = [passage.text.strip() for passage in prose.passages[-_LAST:]] if prose is not None else []
    return any(len(line) <= _LONGEST and line.endswith("日") and "年" in line and "月" in line for line in lines)


def _dated(params: Params, facts: FactSet) -> Verdict:
    place, years, signed = _signature(facts), _years(facts), facts.identity.signed
    if place is None or not years or signed is None:
        return Verdict(outcome="not_applicable", message=Message("signature.none"))
    judged = [_judge(params, facts, year, signed) for year in years]
    outcome, message, expected = next((one for one in judged if one[0] == "pass"), judged[0])
    return Verdict(
        outcome=outcome,
        message=message,
        expected=expected,
        actual=None if outcome == "pass" else signed,
        evidence=(place,),
    )


def _judge(params: Params, facts: FactSet, year: int, signed: str) -> tuple[Outcome, Message, str | None]:
    if signed <= f"{year}-12-31":
        return "fail", Message("signature.too_early", {"date": signed, "year": str(year)}), f"{year + 1}"
    kind = class_of(facts.organ, params.classes) if params.classes else None
    last = f"{year + 1}-{params.by.get(kind or '', '12-31')}"
    known = facts.identity.published or facts.expected.published  # then the rules about publication say it
    if known and signed > known:
        return "review", Message("signature.after_publication", {"date": signed, "published": known}), known
    if signed > last and not known:
        return "review", Message("signature.late", {"date": signed, "by": last}), last
    return "pass", Message("signature.in_time", {"date": signed}), None


def _years(facts: FactSet) -> list[int]:
    """The year of the period, and that of the title where it is another: which is wrong is another rule's matter."""
    period, titled = facts.identity.period, facts.identity.year
    years = [int(period[1][:4])] if period is not None else []
    return years + ([titled] if titled is not None and titled not in years else [])


def _signature(facts: FactSet) -> Evidence | None:
    """The place of a date below the heading of section six."""
    place, last = facts.identity.places.get("signed"), sections_by_number(facts).get(6)
    if facts.identity.signed is None or place is None or last is None or place.paragraph is None:
        return None
    if place.paragraph < last.paragraph:
        return None
    quote = place.quote if place.quote is None or len(place.quote) <= _LONGEST else _around_date(place.quote)
    return msgspec.structs.replace(place, section=6, quote=quote)


def _around_date(text: str) -> str:
    """The end of a paragraph that holds more than the signature, from shortly before its last date."""
    at = text.rfind("年")
    return text[max(0, at - _LONGEST // 2) : at + _LONGEST // 2]
