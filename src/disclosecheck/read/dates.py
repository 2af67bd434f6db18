"""The day of publication that a web page prints, also where the page was pasted as text."""

import datetime
from collections.abc import Iterable

# As content systems print it beside the title. 成文日期, 生成日期 and the like are other days.
_LABELS = (
    "发布日期",
    "发布时间",
    "发表日期",
    "发表时间",
    "公开日期",
    "公开时间",
    "發布日期",
    "發布時間",
    "發佈日期",
    "發佈時間",
)
_PLAIN_LABELS = ("时间", "日期", "時間")  # count only where no label stands before them
_SEPARATORS = str.maketrans(
    {"年": "-", "月": "-", "日": " ", "/": "-", ".": "-", "T": " ", "：": ":", "\u3000": " ", "\xa0": " "}
)


def iso_date(text: str) -> str | None:
    """The date that a text begins with, as 2024-01-20: 2024年1月20日, 2024/1/20 10:30, 2024-01-20T10:30:00+08:00."""
    parts = text.translate(_SEPARATORS).strip().replace("- ", "-").split("-", 2)
    if len(parts) < 3:
        return None
    year, month, rest = (part.strip() for part in parts)
    day = rest[:2] if rest[1:2].isdigit() else rest[:1]
    if len(year) != 4 or not (year.isdecimal() and month.isdecimal() and day.isdecimal()) or rest[2:3].isdigit():
        return None
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def published_in(lines: Iterable[str]) -> str | None:
    """The first date with a label of publication; None where none stands."""
    plain: str | None = None
    for line in lines:
        if date := _after(line, _LABELS):
            return date
        plain = plain or _after_plain(line)
    return plain


def _after(line: str, labels: tuple[str, ...]) -> str | None:
    for label in labels:
        at = line.find(label)
        if at >= 0 and (date := iso_date(line[at + len(label) :].lstrip("：:】] \u3000\xa0|\t"))):
            return date
    return None


def _after_plain(line: str) -> str | None:
    for label in _PLAIN_LABELS:
        at = line.find(label)
        standing_alone = at == 0 or (at > 0 and not line[at - 1].isalnum())
        if standing_alone and line[at + len(label) : at + len(label) + 1] in ("：", ":"):
            return iso_date(line[at + len(label) + 1 :].lstrip())
    return None
