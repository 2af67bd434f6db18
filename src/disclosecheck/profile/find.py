"""Which profile lies nearest to a report: looked for on every call, so with a few stats and no more."""

# A run without a profile is not to import pathlib (3 ms).
# ruff: noqa: PTH100, PTH110, PTH111, PTH113, PTH118, PTH120, PTH123
import os
from collections.abc import Iterable

NAME = "disclosecheck.toml"
SHARED = "pyproject.toml"
TABLE = b"tool.disclosecheck"  # a pyproject.toml without these signs is not parsed
_ROOT = ".git"  # a repository ends here: what lies above it is somebody else's


def profiles_of(paths: Iterable[str]) -> dict[str, str]:
    """The nearest profile of each path that has one."""
    known: dict[str, str | None] = {}
    found = {path: _nearest(os.path.dirname(os.path.abspath(path)), known) for path in paths}
    return {path: profile for path, profile in found.items() if profile is not None}


def _nearest(folder: str, known: dict[str, str | None]) -> str | None:
    """In the folder or above it, up to the repository's or the user's own folder; `known` is filled on the way."""
    home = os.path.expanduser("~")
    passed = []
    found = None
    while True:
        if folder in known:
            found = known[folder]
            break
        passed.append(folder)
        found = _in(folder)
        parent = os.path.dirname(folder)
        if found or parent == folder or folder == home or os.path.exists(os.path.join(folder, _ROOT)):
            break
        folder = parent
    known.update(dict.fromkeys(passed, found))
    return found


def _in(folder: str) -> str | None:
    own = os.path.join(folder, NAME)
    if os.path.isfile(own):
        return own
    shared = os.path.join(folder, SHARED)
    return shared if os.path.isfile(shared) and _has_table(shared) else None


def _has_table(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return TABLE in file.read(1 << 20)
    except OSError:  # somebody else's file that we may not read says nothing to us
        return False
