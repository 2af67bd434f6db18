"""Nothing in the text gives away a private person.

    kind: personal_data
    office: [电话, 传真, 热线]
    private: [申请人, 本人]
    accounts: [卡号, 账号]
    not_before: [索引号]

Fails with an identity-card number whose check digit is right (GB 11643), with a bank card's (Luhn) after one of
`accounts`, and with a mobile number in a sentence that has a word of `private`. One in a sentence with a word of
`office` is the office's own; where both or none stand, it is for `review`. Numbers right after `not_before` are
others'. An applicant's name, where a pattern of `names` fits, is for `review`. Quotes are masked.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

import msgspec

from disclosecheck.kinds.patterns import matches
from disclosecheck.kinds.prose import Prose, no_document, prose_of, sentence_around
from disclosecheck.kinds.registry import Reference
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

Sort = Literal["identity_card", "mobile", "bank_card", "name"]

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643-1999, 6.2
_CHECK_DIGITS = "10X98765432"
_NARROW = str.maketrans("０１２３４５６７８９ｘＸ", "0123456789xX")
_NEAR = 12  # characters before a number in which its label stands


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    office: tuple[str, ...]
    private: tuple[str, ...]
    accounts: tuple[str, ...]
    treasury: tuple[str, ...] = ()  # of a sentence about the office's own account
    not_before: tuple[str, ...] = ()
    units: tuple[str, ...] = ()  # after which eleven digits are an amount
    names: tuple[str, ...] = ()  # RE2 patterns whose group is an applicant's name


class Hit(msgspec.Struct, frozen=True):
    sort: Sort
    start: int
    end: int
    outcome: Literal["fail", "review"]


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    places = [match.span(1) for match in _numbers().finditer(prose.text)]
    hits = [hit for start, end in places if (hit := _judge(start, end, params, prose.text))]
    hits += [Hit("name", *span, "review") for span in _names(params.names, prose.text)]
    for hit in hits:
        evidence, hidden = _masked(hit, prose)
        message = Message(f"personal_data.{hit.sort}", {"number": hidden})
        yield Verdict(outcome=hit.outcome, message=message, actual=hidden, evidence=(evidence,))
    if not hits:
        yield Verdict(outcome="pass", message=Message("personal_data.none"))


def references(params: Params) -> Iterator[Reference]:
    for index, pattern in enumerate(params.names):
        yield Reference("pattern", pattern, ("names", index))


def _names(patterns: tuple[str, ...], text: str) -> Iterator[tuple[int, int]]:
    for pattern in patterns:
        yield from (match.span(1) for match in matches((pattern,), text))


def _judge(start: int, end: int, params: Params, text: str) -> Hit | None:
    number = "".join(sign for sign in text[start:end].translate(_NARROW) if sign.isalnum())
    before = text[max(0, start - _NEAR) : start]
    if any(word in before for word in params.not_before):
        return None
    sentence = sentence_around(text, start, end)
    if len(number) == 18 and is_identity_card(number):
        return Hit("identity_card", start, end, "fail")
    if len(number) >= 16 and is_bank_card(number) and any(word in before for word in params.accounts):
        return None if any(word in sentence for word in params.treasury) else Hit("bank_card", start, end, "fail")
    if len(number) != 11 or number[0] != "1" or number[1] < "3" or text[end:].startswith(params.units):
        return None
    office, private = (any(word in sentence for word in words) for words in (params.office, params.private))
    if office and not private:
        return None
    return Hit("mobile", start, end, "fail" if private and not office else "review")


def is_identity_card(number: str) -> bool:
    """Whether 18 places hold a date of birth and the right check digit."""
    year, month, day = number[6:10], number[10:12], number[12:14]
    if not number[:17].isdigit() or not ("1900" <= year <= "2099" and "01" <= month <= "12" and "01" <= day <= "31"):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return number[17].upper() == _CHECK_DIGITS[total % 11]


def is_bank_card(number: str) -> bool:
    """Whether the number is one of UnionPay's (62), with the right check digit (ISO/IEC 7812-1, Luhn)."""
    if not number.isdigit() or not number.startswith("62"):
        return False
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2])
    return (sum(map(int, number[::-2])) + sum(doubled)) % 10 == 0


def _masked(hit: Hit, prose: Prose) -> tuple[Evidence, str]:
    """The place with the middle of the number hidden, and the number so."""
    evidence = prose.evidence(hit.start, hit.end)
    number = prose.text[hit.start : hit.end]
    shown = (1, 0) if hit.sort == "name" else (3, 2)
    hidden = number[: shown[0]] + "*" * (len(number) - sum(shown)) + number[len(number) - shown[1] :]
    quote = _long().sub("*", (evidence.quote or "").replace(number, hidden))
    return msgspec.structs.replace(evidence, quote=quote), hidden


@lru_cache(maxsize=1)
def _long() -> Any:
    """Other numbers in a quote that may be as private."""
    import re2

    return re2.compile("[0-9０-９][0-9０-９ ]{9,}[0-9０-９]")


@lru_cache(maxsize=1)
def _numbers() -> Any:
    """Runs of digits that stand for themselves; the groups of a card's number may be parted."""
    import re2

    digit, others = "[0-9０-９]", "[^0-9０-９A-Za-z./_"
    kinds = (
        rf"{digit}{{17}}[0-9０-９XxＸｘ]",
        rf"{digit}{{16,19}}",
        rf"62{digit}{{2}}(?: {digit}{{4}}){{3}}(?: {digit}{{3}})?",
        rf"1[3-9]{digit}[ -]?{digit}{{4}}[ -]?{digit}{{4}}",
    )
    return re2.compile(rf"(?:^|{others}-])({'|'.join(kinds)})(?:{others}]|$)")
