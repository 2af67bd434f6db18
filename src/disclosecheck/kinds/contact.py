"""The contact that the preamble offers can be used.

    kind: contact
    demand: complete
    promises: [如有疑问, 请与]

`complete` fails where the text asks the reader to get in touch and gives neither telephone nor e-mail, and where a
label (电话：) has nothing behind it. `formed` fails with a postcode that has not six digits, a telephone that has not
seven or eight behind its area code, an e-mail without @. Passes with 0647-6180118, 6180118, 12345 and 400 numbers.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

import msgspec

from disclosecheck.kinds.front import front
from disclosecheck.kinds.patterns import fitting
from disclosecheck.kinds.prose import Passage, Prose, no_chinese, no_document, prose_of
from disclosecheck.kinds.registry import Reference
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | {
    ord("－"): "-",
    ord("＠"): "@",
    ord("："): ":",
    ord("（"): "(",
    ord("）"): ")",
}
_DASH = r"[-—–―─－﹣~至 \x{a0}]"
_LOCAL = (7, 8)
_CLOSING = (6,)  # the section in which a contact may stand, if not before the first


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    demand: Literal["complete", "formed"]
    promises: tuple[str, ...]  # RE2: the reader is asked to get in touch


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    offers = list(_offers(params, facts, prose))
    wrong = [verdict for offer in offers for verdict in _judge(params, prose, offer)]
    if params.demand == "complete":
        wrong += _nothing(params, prose, offers)
    yield from wrong
    if not wrong:
        told = any(_numbers().search(offer.text) or _mail().search(offer.text) for offer in offers)
        yield Verdict(
            outcome="pass" if told else "not_applicable",
            message=Message("contact.right" if told else "contact.none"),
        )


def references(params: Params) -> Iterator[Reference]:
    for index, pattern in enumerate(params.promises):
        yield Reference("pattern", pattern, ("promises", index))


def _offers(params: Params, facts: FactSet, prose: Prose) -> Iterator[Passage]:
    """The passages in which the report offers a contact; a page's own footer is none of them."""
    opening = {passage.start for passage in front(facts, prose)}
    for passage in prose.within((*_CLOSING, None)):
        if passage.start in opening or _promise(params, passage.text):
            yield msgspec.structs.replace(passage, text=passage.text.translate(_WIDE))


def _judge(params: Params, prose: Prose, offer: Passage) -> Iterator[Verdict]:
    if params.demand == "formed":
        yield from _malformed(prose, offer)
    elif blank := _blank().search(offer.text):
        message = Message("contact.blank", {"label": blank.group(1)})
        yield Verdict(outcome="fail", message=message, evidence=(_place(prose, offer, blank),))


def _nothing(params: Params, prose: Prose, offers: list[Passage]) -> Iterator[Verdict]:
    """The reader is asked to get in touch, and nowhere in the text stands how."""
    asked = [(offer, match) for offer in offers if (match := _promise(params, offer.text))]
    text = prose.text.translate(_WIDE)
    if asked and not any(pattern().search(text) for pattern in (_numbers, _mail, _any_number, _blank)):
        yield Verdict(outcome="fail", message=Message("contact.nothing"), evidence=(_place(prose, *asked[0]),))


def _malformed(prose: Prose, offer: Passage) -> Iterator[Verdict]:
    for match in _postcode().finditer(offer.text) if "邮" in offer.text else ():
        if len(match.group(1)) != 6:
            yield _wrong("postcode", match.group(1), _place(prose, offer, match))
    for match in _numbers().finditer(offer.text):
        for number in _listed().split(match.group(1).strip(" \u00a0-—–―─－.。")):
            if number and not _is_number(number):
                yield _wrong("telephone", number.strip(), _place(prose, offer, match))
                break
    for match in _mail().finditer(offer.text):
        if not any(sign in match.group(1) for sign in "@#*") and "at" not in match.group(1).lower():
            yield _wrong("mail", match.group(1), _place(prose, offer, match))


def _place(prose: Prose, offer: Passage, match: Any) -> Evidence:
    return prose.evidence(offer.start + match.start(), offer.start + match.end())


def _wrong(what: str, printed: str, place: Evidence) -> Verdict:
    message = Message(f"contact.{what}", {"printed": printed})
    return Verdict(outcome="fail", message=message, actual=printed, evidence=(place,))


def _is_number(number: str) -> bool:
    """Whether digits are a telephone number: a landline with or without its area code, a mobile, a service line."""
    number = number.removeprefix("+86").removeprefix("(86)").strip()
    parts = [part for part in _dash().split(number.replace("(", "-").replace(")", "-")) if part]
    digits = "".join(parts)
    if not digits.isdigit():
        return True  # signs that a telephone has not, so that it cannot be told what it is
    if len(parts) > 1 and parts[0].startswith("0"):
        return len(parts[0]) in (3, 4) and len(parts[1]) in _LOCAL
    if digits[0] == "0":
        return len(digits) in (10, 11, 12)
    if digits[0] == "1":
        return len(digits) in (3, 5, 6, 8, 11)
    return len(parts[0]) in _LOCAL or digits.startswith(("400", "800", "9")) or len(parts) > 1


def _promise(params: Params, text: str) -> Any:
    promises = fitting(params.promises, text)
    return _compiled(promises).search(text) if promises else None


@lru_cache(maxsize=32)
def _compiled(patterns: tuple[str, ...]) -> Any:
    import re2

    return re2.compile("|".join(patterns))


@lru_cache(maxsize=1)
def _blank() -> Any:
    import re2

    return re2.compile(
        r"(电话|邮编|邮政编码|传真|电子邮箱|电子邮件|地址)[ \x{a0}]*:[ \x{a0}]*"
        r"(?:[;；,，、）)。]|邮编|电话|传真|地址)"
    )


@lru_cache(maxsize=1)
def _postcode() -> Any:
    import re2

    return re2.compile(r"(?:邮编|邮政编码)[ \x{a0}]*[:为]?[ \x{a0}]*(\d+)")


@lru_cache(maxsize=1)
def _numbers() -> Any:
    import re2

    return re2.compile(rf"(?:电话|传真)[ \x{{a0}}/]*[:为]?[ \x{{a0}}]*((?:\+?[(]?\d)(?:[\d()/、,，;；]|{_DASH})*)")


@lru_cache(maxsize=1)
def _listed() -> Any:
    import re2

    return re2.compile(r"[/、,，;；]")


@lru_cache(maxsize=1)
def _dash() -> Any:
    import re2

    return re2.compile(_DASH)


@lru_cache(maxsize=1)
def _any_number() -> Any:
    import re2

    return re2.compile(r"(?:^|\D)(?:0\d{2,3}[-—–― ]?\d{7,8}|[2-9]\d{6,7})(?:\D|$)|[\w.]@\w")


@lru_cache(maxsize=1)
def _mail() -> Any:
    import re2

    return re2.compile(r"(?:电子邮箱|电子邮件|邮箱|[Ee]-?mail)[ \x{a0}]*[:为][ \x{a0}]*([A-Za-z0-9][^\s，,；;。）)]*)")
