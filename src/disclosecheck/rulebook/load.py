"""Everything under `rules/` as one Catalogue, and its compiled copy, so that a run need not read YAML.

The copy lies in the user's cache folder under the program's version and a number for the folder of the rules. It says
of which files it was made, by size and times, and is good for these only. It is never needed: what cannot be read or
written there is read from the YAML.
"""

# A run that finds the compiled catalogue is not to import pathlib (3 ms).
# ruff: noqa: PTH100, PTH103, PTH105, PTH107, PTH111, PTH118, PTH120, PTH123, PTH208
import os
import time
from collections.abc import Iterator, Sequence
from zlib import crc32

import msgspec

from disclosecheck import __version__
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.rulebook.folder import rules_path
from disclosecheck.rulebook.stored import decode, encode

KEPT = 4  # compiled copies of other versions and places that stay
SETTLED = 2.0  # seconds; two edits of a file may bear one time, by the clocks of file systems (FAT: 2 s)


def load_catalogue(rules: Sequence[str] = ()) -> Catalogue:
    """The shipped data; `rules` are packs asked for, of which those given by path are joined under their path.

    Raises PackError for data or packs with mistakes, UsageError for a pack that is not there.
    """
    catalogue = _cached(rules_path())
    paths = [name for name in rules if name not in catalogue.packs and name != "cn-annual-report"]
    if not paths:
        return catalogue
    from disclosecheck.rulebook.compile import with_packs

    return with_packs(catalogue, paths, rules_path())


def _cached(folder: str) -> Catalogue:
    """The compiled copy where there is a fresh one, else the YAML, compiled for the next run."""
    cache = _cache_folder()
    if cache is None:
        return _compiled(folder)
    copy = os.path.join(cache, f"catalogue-{__version__}-{crc32(os.fsencode(folder)):08x}.msgpack")
    state, newest = _state(folder)
    settled = not 0 <= time.time() - newest < SETTLED
    try:
        if catalogue := decode(_bytes(copy), state):
            return catalogue
    except (OSError, msgspec.MsgspecError):
        pass  # not there, cut short or written by another build: the YAML says it all
    catalogue = _compiled(folder)
    if settled:
        _keep(copy, encode(catalogue, state))
    return catalogue


def _compiled(folder: str) -> Catalogue:
    from disclosecheck.rulebook.compile import compile_catalogue

    return compile_catalogue(folder)


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _state(folder: str) -> tuple[str, float]:
    """Path, size and times of each file that the catalogue is made of, and the time at which one was last changed.

    The times are those of the last change of the contents, and of anything (an older file may be put in its place).
    The modules that compile are among them: whoever works on them needs no new version to see what comes of it.
    """
    program = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    lines, newest = [], 0
    for place in (folder, os.path.join(program, "model"), os.path.join(program, "rulebook")):
        for entry in _files(place):
            stat = entry.stat()
            newest = max(newest, stat.st_mtime_ns)
            lines.append(f"{entry.path} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}")
    return "\n".join(sorted(lines)), newest / 1e9


def _files(folder: str) -> "Iterator[os.DirEntry[str]]":
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".yaml", ".py")):
                yield entry
            elif entry.is_dir():
                yield from _files(entry.path)


def _cache_folder() -> str | None:
    """DISCLOSECHECK_CACHE (empty: no cache), else the platform's folder for caches."""
    chosen = os.environ.get("DISCLOSECHECK_CACHE")
    if chosen is not None:
        return chosen or None
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        if base := os.environ.get(variable):
            return os.path.join(base, "disclosecheck")
    home = os.path.expanduser("~")
    return os.path.join(home, ".cache", "disclosecheck") if home != "~" else None


def _keep(copy: str, data: bytes) -> None:
    """Write the copy whole or not at all; a cache that cannot be written costs time, nothing else."""
    folder, passing = os.path.dirname(copy), f"{copy}.{os.getpid()}"
    try:
        os.makedirs(folder, exist_ok=True)
        with open(passing, "wb") as file:
            file.write(data)
        os.replace(passing, copy)
        older = [os.path.join(folder, name) for name in os.listdir(folder) if name.startswith("catalogue-")]
        for path in sorted(older, key=os.path.getmtime)[: -KEPT - 1]:
            os.remove(path)
    except OSError:
        _drop(passing)


def _drop(passing: str) -> None:
    try:
        os.remove(passing)
    except OSError:
        return  # it was never written
