"""English passages as skeletons: lower case, one space between words, numbers in words and figures alike."""

import re
from decimal import Decimal

from disclosecheck.extract.prose.skeleton import BLURRED, DATE, NUMBER, OTHER, PERCENT, YEAR, Builder, Skeleton, Token

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_OTHER_WORDS = {"twice": 2, "thrice": 3}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?"
    "|nov(?:ember)?|dec(?:ember)?"
)
_TOKEN = re.compile(
    rf"(?P<mdy>\b(?P<m1>{_NAMES})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<y1>(?:19|20)\d\d)\b)?)"
    rf"|(?P<dmy>\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m2>{_NAMES})\b(?:,? (?P<y2>(?:19|20)\d\d)\b)?)"
    r"|(?P<percent>\b\d+(?:\.\d+)? ?(?:%|per ?cent\b))"
    r"|(?P<year>\b(?:19|20)\d\d\b(?!,\d| (?:cases|requests|applications|items)))"
    r"|(?P<number>\b\d{1,3}(?:,\d{3})+(?:\.\d+)?\b|\b\d+(?:\.\d+)?\b)"
    rf"|(?P<word>\b(?:{'|'.join((*_WORDS, *_OTHER_WORDS))})\b)"
    r"|(?P<stop>[.!?](?= |$))"
)
_ABOUT = ("about ", "nearly ", "more than ", "over ", "some ", "almost ", "approximately ", "at least ")
_SPACE = re.compile(r"\s+")
_TABLE = str.maketrans("，；。（）：％’", ",;.():%'") | dict.fromkeys(map(ord, "#@~"), BLURRED)


def read_english(text: str) -> Skeleton:
    """The skeleton of an English passage as printed."""
    length = len(text)
    lowered = text.translate(_TABLE).lower()
    offsets = None
    if len(lowered) != len(text):  # a letter whose lower case is longer
        lowered = text.translate(_TABLE)
    if _SPACE.search(lowered):
        offsets = [
            place
            for place, char in enumerate(lowered)
            if not char.isspace() or not lowered[place - 1 : place].isspace()
        ]
        lowered = "".join([" " if lowered[place].isspace() else lowered[place] for place in offsets])
    builder = Builder(length, offsets)
    place = 0
    for match in _TOKEN.finditer(lowered):
        builder.add(lowered[place : match.start()], place, match.start())
        sign, token = _token(match, lowered)
        builder.add(sign, match.start(), match.end(), token)
        place = match.end()
    builder.add(lowered[place:], place, len(lowered))
    return builder.build()


def _token(match: re.Match[str], text: str) -> tuple[str, Token | None]:
    about = text.endswith(_ABOUT, 0, match.start())
    if match["stop"]:
        return "。", None
    if match["mdy"] or match["dmy"]:
        year, month = match["y1"] or match["y2"], match["m1"] or match["m2"]
        day = (int(year) if year else None, _MONTHS.index(month[:3]) + 1, int(match["d1"] or match["d2"]))
        return DATE, Token(kind="date", value=day)
    if match["year"]:
        return YEAR, Token(kind="year", value=int(match["year"]))
    if match["percent"]:
        value = Decimal(match["percent"].rstrip("%percnt "))
        return PERCENT, Token(kind="percent", value=value, approximate=about, statement=True)
    if match["word"]:
        word = match["word"]
        count = _OTHER_WORDS[word] if word in _OTHER_WORDS else _WORDS.index(word)
        return NUMBER, Token(kind="number", value=Decimal(count), approximate=about)
    if _is_name(match, text):
        return OTHER, None
    value = Decimal(match["number"].replace(",", ""))
    return NUMBER, Token(kind="number", value=value, approximate=about, statement=True)


def _is_name(match: re.Match[str], text: str) -> bool:
    """A list numeral, an article, a time, a version."""
    before, after = text[max(0, match.start() - 9) : match.start()], text[match.end() : match.end() + 2]
    if (
        before.rstrip().endswith(("article", "articles", "no.", "no", "order", "(", "-", ":", "+", "/"))
        or before[-1:].isalpha()
    ):
        return True
    return after[:1] in ("-", "+", "/", ":") or (after[:1] in (".", ")") and before.strip()[-1:] in ("", "。", "."))
