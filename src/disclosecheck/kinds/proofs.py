"""What a metrics file names as proof: an address, a date, a document number, a file beside it.

Several stand one behind the other, parted by `;`. An address is looked at, never opened.
"""

from datetime import date
from pathlib import Path
from typing import Literal

import msgspec
import re2

from disclosecheck.model.fact import Fact

Sort = Literal["address", "date", "number", "file", "missing_file", "bad_address", "bad_date", "words"]

ACCEPTED: tuple[Sort, ...] = ("address", "date", "number", "file")

_ADDRESS = re2.compile(r"https?://[^\s/?#.]+(?:\.[^\s/?#.]+)+(?:[/?#]\S*)?")
_HALF_ADDRESS = re2.compile(r"(?i)https?:.*|ftp:.*|www\..*|(?:[a-z0-9-]+\.)+(?:cn|com|net|org|gov)(?::\d+)?(?:/.*)?")
_DATE = re2.compile(r"(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?(?:[T ]00:00(?::00)?)?")
_NUMBER = re2.compile(r"[〔\[［（(【]\d{4}[〕\]］）)】]第?\d+号|(?:令|公告|通告)第?\d+号|第\d+号")
_FILE = re2.compile(r".*[/\\].*|.*\.[A-Za-z0-9]{1,5}")


class Proof(msgspec.Struct, frozen=True):
    sort: Sort
    text: str


def proofs_of(fact: Fact) -> tuple[Proof, ...]:
    """Those that the statement names; files are looked for beside the file that states it."""
    named = fact.attested.proof if fact.attested is not None else None
    if not named and isinstance(fact.value, str) and fact.value not in ("true", "false"):
        named = fact.value
    folder = Path(fact.evidence.file).parent if fact.evidence.file else Path()
    parts = (named or "").replace("；", ";").replace("\n", ";").split(";")
    return tuple(_proof(part.strip(), folder) for part in parts if part.strip())


def _proof(text: str, folder: Path) -> Proof:
    if _ADDRESS.fullmatch(text):
        return Proof("address", text)
    if match := _DATE.fullmatch(text):
        return Proof("date" if _possible(match[1], match[2], match[3]) else "bad_date", text)
    if _is_file(folder / text):
        return Proof("file", text)
    if _HALF_ADDRESS.fullmatch(text):
        return Proof("bad_address", text)
    if _FILE.fullmatch(text):
        return Proof("missing_file", text)
    return Proof("number" if _NUMBER.search(text.replace(" ", "")) else "words", text)


def _possible(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long for a name, or a sign that names may not hold
        return False
