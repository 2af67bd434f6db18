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

from disclosecheck.kinds.prose import Prose, no_chinese, no_document, prose_of
from disclosecheck.model.evidence import Evidence
from disclosecheck.model.fact import FactSet
from disclosecheck.model.verdict import Message, Verdict

_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | {ord("－"): "-", ord("＠"): "@", ord("："): ":"}
_DASH = r"[-—–―─－﹣~至 \x{a0}]"
_LOCAL = (7, 8)


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    demand: Literal["complete", "formed"]
    promises: tuple[str, ...] = ()  # RE2: the reader is asked to get in touch


def check(params: Params, facts: FactSet) -> Iterator[Verdict]:
    prose = prose_of(facts)
    if prose is None:
        yield no_document()
        return
    if facts.identity.language != "zh":
        yield no_chinese()
        return
    text = prose.text.translate(_WIDE)
    wrong = list(_incomplete(params, prose, text) if params.demand == "complete" else _malformed(prose, text))
    yield from wrong
    if not wrong:
        told = _numbers().search(text) or _mail().search(text)
        yield Verdict(
            outcome="pass" if told else "not_applicable",
            message=Message("contact.right" if told else "contact.none"),
        )


def _incomplete(params: Params, prose: Prose, text: str) -> Iterator[Verdict]:
    blank = _blank().search(text)
    if blank:
        message = Message("contact.blank", {"label": blank.group(1)})
        yield Verdict(outcome="fail", message=message, evidence=(prose.evidence(blank.start(), blank.end()),))
    promise = _promise(params.promises).search(text)
    if promise and not blank and not (_numbers().search(text) or _mail().search(text) or _any_number().search(text)):
        place = prose.evidence(promise.start(), promise.end(), around=30)
        yield Verdict(outcome="fail", message=Message("contact.nothing"), evidence=(place,))


def _malformed(prose: Prose, text: str) -> Iterator[Verdict]:
    for match in _postcode().finditer(text):
        if len(match.group(1)) != 6:
            yield _wrong("postcode", match.group(1), prose.evidence(match.start(), match.end()))
    for match in _numbers().finditer(text):
        for number in _listed().split(match.group(1).strip(" \u00a0-—–―─－.。")):
            if number and not _is_number(number):
                yield _wrong("telephone", number.strip(), prose.evidence(match.start(), match.end()))
                break
    for match in _mail().finditer(text):
        if not any(sign in match.group(1) for sign in "@#*") and "at" not in match.group(1).lower():
            yield _wrong("mail", match.group(1), prose.evidence(match.start(), match.end()))


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


@lru_cache(maxsize=8)
def _promise(patterns: tuple[str, ...]) -> Any:
    import re2

    return re2.compile("|".join(patterns))


@lru_cache(maxsize=1)
def _blank() -> Any:
    import re2

    return re2.compile(
        r"(电话|邮编|邮政编码|传真|电子邮箱|电子邮件|地址)[ \x{a0}]*:[ \x{a0}]*"
        r"(?:[;；,，、）)。\n]|邮编|电话|传真|地址|$)"
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
