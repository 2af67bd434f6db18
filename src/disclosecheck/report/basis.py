"""A rule's basis in the reader's language: packs cite articles and tables in one notation (art. 49(2), tables 2-4)."""

import re

from disclosecheck.report.labels import Labels

_DIGITS = "零一二三四五六七八九"
_MARKS = (("; ", "；"), (", ", "，"), (": ", "："))


def say_basis(basis: str, labels: Labels) -> str:
    """As the pack has it in English; in Chinese as offices cite: 第四十九条第二款, 表二至表四."""
    if labels.language != "zh":
        return basis
    for mark, wide in _MARKS:
        basis = basis.replace(mark, wide)
    basis = re.sub(r" ?art\. (\d+(?:(?:，|、)\d+)*)(?:\((\d+)\))?", _article, basis)
    return re.sub(r"\btables? (\d)(?:-(\d))?", _table, basis)


def _article(found: re.Match[str]) -> str:
    numbers = "、".join(f"第{_numeral(int(number))}条" for number in re.split("[，、]", found[1]))
    return numbers + (f"第{_numeral(int(found[2]))}款" if found[2] else "")


def _table(found: re.Match[str]) -> str:
    return f"表{_numeral(int(found[1]))}" + (f"至表{_numeral(int(found[2]))}" if found[2] else "")


def _numeral(number: int) -> str:
    """1 to 99 as Chinese law counts."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones or not tens else "")
