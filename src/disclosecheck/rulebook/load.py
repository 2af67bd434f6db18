"""Everything under `rules/` as one Catalogue, and its compiled copy, so that a run need not read YAML.

The copy lies in the user's cache folder under a name made of the rule files' bytes and the program's version; it is
never needed: what cannot be read or written there is read from the YAML.
"""

# A run that finds the compiled catalogue is not to import pathlib (3 ms).
# ruff: noqa: PTH103, PTH105, PTH107, PTH111, PTH118, PTH120, PTH123, PTH208
import os
from collections.abc import Sequence
from hashlib import sha256

import msgspec

from disclosecheck import __version__
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.rulebook.folder import rules_path

KEPT = 4  # compiled copies of other versions that stay


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
    copy = _copy_of(folder)
    if copy is not None:
        try:
            return msgspec.msgpack.decode(_bytes(copy), type=Catalogue)
        except (OSError, msgspec.MsgspecError):
            pass  # not there, cut short or written by another build: the YAML says it all
    from disclosecheck.rulebook.compile import compile_catalogue

    catalogue = compile_catalogue(folder)
    if copy is not None:
        _keep(copy, msgspec.msgpack.encode(catalogue))
    return catalogue


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _copy_of(folder: str) -> str | None:
    """Where the compiled copy of exactly these files lies; None where the user has no place for it."""
    cache = _cache_folder()
    if cache is None:
        return None
    digest = sha256(__version__.encode())
    for path in _files(folder):
        digest.update(path[len(folder) :].encode() + b"\0" + _bytes(path) + b"\0")
    return os.path.join(cache, f"catalogue-{digest.hexdigest()[:32]}.msgpack")


def _files(folder: str) -> list[str]:
    paths: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                paths += _files(entry.path)
            elif entry.name.endswith(".yaml"):
                paths.append(entry.path)
    return sorted(paths)


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
