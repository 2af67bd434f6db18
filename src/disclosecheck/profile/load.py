"""A profile: `disclosecheck.toml`, or the table `[tool.disclosecheck]` of a `pyproject.toml`.

    rules = ["shanghai-health-2021"]
    metrics = "指标.xlsx"
    organ = "云溪市卫生健康委员会"
    year = 2021
    closing = 2021-12-31

    [records]
    replies = "台账/咨询.xlsx"
    policies = {file = "台账/政策.csv", columns = {published = "发文日期"}}

Paths are relative to the profile. It is data only: nothing in it is run.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

from disclosecheck.model.errors import PackError
from disclosecheck.model.verdict import Message
from disclosecheck.profile.fields import Path_, Reader
from disclosecheck.profile.model import Profile

SHARED = "pyproject.toml"
LARGEST = 1 << 20  # bytes


class ProfileError(PackError):
    """A profile with mistakes, listed like those of a pack."""


def load_profile(path: str) -> Profile:
    """Raises ProfileError that lists all mistakes with their lines."""
    text = _text(path)
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        detail = str(error).partition(" (at ")[0]
        number = int(line[1]) if line else text.count("\n") + 1  # "at end of document"
        problem = (number, Message("profile.syntax", {"detail": detail}))
        raise ProfileError(path, (problem,)) from error
    prefix: Path_ = ()
    if Path(path).name == SHARED:
        prefix = ("tool", "disclosecheck")
        tools = data.get("tool")
        data = tools.get("disclosecheck", {}) if isinstance(tools, dict) else {}
    reader = Reader(path, text, prefix)
    profile = reader.read(data if isinstance(data, dict) else {})
    if reader.problems:
        raise ProfileError(path, tuple(sorted(reader.problems, key=lambda problem: problem[0] or 0)))
    return profile


def _text(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise ProfileError(path, ((None, Message("yaml.unreadable", {"detail": error.strerror or ""})),)) from error
    if len(data) > LARGEST:
        raise ProfileError(path, ((None, Message("profile.too_large")),))
    for codec in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(codec).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    raise ProfileError(path, ((None, Message("yaml.not_utf8")),))
