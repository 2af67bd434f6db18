"""Title, organ, period and signature of a report in English, as translators and machines word them."""

from collections.abc import Sequence

import msgspec

from disclosecheck.model.recognition import Recognition

_LONGEST = 200
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SMALL = ("in", "for", "of", "on", "the", "year", "annual")
_LAST_LINES = 6


class EnglishTitle(msgspec.Struct, frozen=True):
    """Organ and year that a title names."""

    organ: str | None
    year: int | None


def read_english_title(line: str, recognition: Recognition) -> EnglishTitle | None:
    """`Annual Report on Government Information Disclosure of X in 2023`, `X 2020 annual report …`; None for others."""
    low = line.lower()
    if len(line) > _LONGEST or line.rstrip().endswith((".", ";", ":")):
        return None
    if not any(word in low for word in recognition.english_title_words):
        return None
    words = line.replace(",", " ").split()
    years = [index for index, word in enumerate(words) if _is_year(word)]
    return EnglishTitle(_organ(line, recognition), int(words[years[0]]) if years else None)


def find_english_period(text: str) -> tuple[str, str] | None:
    """`from January 1, 2023 to December 31, 2023` behind the words statistical period or data."""
    low = text.lower()
    start = next((place for word in ("statistical", "period", "data") if (place := low.find(word)) >= 0), -1)
    dates = english_dates(text[start:]) if start >= 0 else []
    return (dates[0], dates[1]) if len(dates) > 1 and dates[0] <= dates[1] else None


def find_english_signature(lines: Sequence[str]) -> tuple[str | None, str, int] | None:
    """Organ, ISO date and line index of a date that stands alone near the end."""
    for index in range(len(lines) - 1, max(-1, len(lines) - 1 - _LAST_LINES), -1):
        words = lines[index].replace(",", " ").split()
        dates = english_dates(lines[index])
        if dates and len(words) <= 4:
            before = lines[index - 1].strip() if index else ""
            named = 0 < len(before.split()) <= 14 and not before.endswith((".", ":"))
            return (before if named else None), dates[0], index
    return None


def english_dates(text: str) -> list[str]:
    """ISO dates of `January 19, 2024` and `19 January 2024`, in reading order."""
    words = text.replace(",", " ").replace(".", " ").replace(")", " ").split()
    dates: list[str] = []
    for index, word in enumerate(words):
        month = _month(word)
        if not month:
            continue
        year = next((other for other in words[index + 1 : index + 3] if _is_year(other)), None)
        day = next(
            (other for other in (words[index + 1 : index + 2] + words[index - 1 : index]) if _is_day(other)), None
        )
        if year and day:
            dates.append(f"{year}-{month:02d}-{int(_digits(day)):02d}")
    return dates


def english_years(text: str) -> list[int]:
    """The years that a text names, In 2020, …"""
    words = text.replace(",", " ").replace(".", " ").split()
    return [int(word) for word in words if _is_year(word)]


def _organ(line: str, recognition: Recognition) -> str | None:
    """What stands behind `of` after the title's own words, or before the year with which the title begins."""
    low = line.lower()
    ends = [low.rfind(word) + len(word) for word in recognition.english_title_words if word in low]
    tail = line[max(ends) :].strip()
    if tail.lower().startswith("of "):
        return _trimmed(tail[3:].split()) or None
    head = line[: min(low.find(word) for word in recognition.english_title_words if word in low)]
    return _trimmed(head.removesuffix("'s ").split()) or None


def _trimmed(words: list[str]) -> str:
    """A name without the year and the small words around it."""
    words = [word for word in words if not _is_year(word.strip(",()"))]
    while words and words[-1].lower().strip(",") in _SMALL:
        words.pop()
    while words and words[0].lower() in _SMALL:
        words.pop(0)
    return " ".join(words).strip(" ,'’")


def _month(word: str) -> int:
    low = word.lower()
    return next(
        (number for number, name in enumerate(_MONTHS, 1) if low == name or (len(low) >= 3 and low == name[:3])), 0
    )


def _digits(word: str) -> str:
    return "".join(sign for sign in word if sign.isdigit())


def _is_day(word: str) -> bool:
    digits = _digits(word)
    return 0 < len(digits) <= 2 and word[:1].isdigit() and 1 <= int(digits) <= 31


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit() and word.startswith("20")
