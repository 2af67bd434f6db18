"""Everything under `rules/` as one Catalogue, and its compiled copy, so that a run need not read YAML.

The copy lies in the user's cache folder under a name made of the rule files' bytes and the program's version; it is
never needed: what cannot be read or written there is read from the YAML.
"""

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from disclosecheck import __version__
from disclosecheck.model.catalogue import Catalogue
from disclosecheck.rulebook.folder import rules_folder

KEPT = 4  # compiled copies of other versions that stay


def load_catalogue(rules: Sequence[str] = ()) -> Catalogue:
    """The shipped data; `rules` are packs asked for, of which those given by path are joined under their path.

    Raises PackError for data or packs with mistakes, UsageError for a pack that is not there.
    """
    folder = rules_folder()
    catalogue = _cached(folder)
    paths = [name for name in rules if name not in catalogue.packs and name != "cn-annual-report"]
    if not paths:
        return catalogue
    from disclosecheck.rulebook.compile import with_packs

    return with_packs(catalogue, paths, folder)


def _cached(folder: Path) -> Catalogue:
    """The compiled copy where there is a fresh one, else the YAML, compiled for the next run."""
    copy = _copy_of(folder)
    if copy is not None:
        try:
            return msgspec.msgpack.decode(copy.read_bytes(), type=Catalogue)
        except (OSError, msgspec.MsgspecError):
            pass  # not there, cut short or written by another build: the YAML says it all
    from disclosecheck.rulebook.compile import compile_catalogue

    catalogue = compile_catalogue(folder)
    if copy is not None:
        _keep(copy, catalogue)
    return catalogue


def _copy_of(folder: Path) -> Path | None:
    """Where the compiled copy of exactly these files lies; None where the user has no place for it."""
    cache = _cache_folder()
    if cache is None:
        return None
    digest = sha256(__version__.encode())
    for path in _files(str(folder)):
        with open(path, "rb") as file:  # noqa: PTH123  (half the time of Path.read_bytes, over forty files)
            digest.update(path[len(str(folder)) :].encode() + b"\0" + file.read() + b"\0")
    return cache / f"catalogue-{digest.hexdigest()[:32]}.msgpack"


def _files(folder: str) -> list[str]:
    paths: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                paths += _files(entry.path)
            elif entry.name.endswith(".yaml"):
                paths.append(entry.path)
    return sorted(paths)


def _cache_folder() -> Path | None:
    """DISCLOSECHECK_CACHE (empty: no cache), else the platform's folder for caches."""
    chosen = os.environ.get("DISCLOSECHECK_CACHE")
    if chosen is not None:
        return Path(chosen) if chosen else None
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        if base := os.environ.get(variable):
            return Path(base) / "disclosecheck"
    home = os.path.expanduser("~")  # noqa: PTH111  (Path.home raises where there is none)
    return Path(home) / ".cache" / "disclosecheck" if home != "~" else None


def _keep(copy: Path, catalogue: Catalogue) -> None:
    """Write the copy whole or not at all; a cache that cannot be written costs time, nothing else."""
    passing = copy.with_name(f"{copy.name}.{os.getpid()}")
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        passing.write_bytes(msgspec.msgpack.encode(catalogue))
        passing.replace(copy)
        older = sorted(copy.parent.glob("catalogue-*.msgpack"), key=lambda path: path.stat().st_mtime)
        for path in older[: -KEPT - 1]:
            path.unlink(missing_ok=True)
    except OSError:
        return
    finally:
        _drop(passing)


def _drop(passing: Path) -> None:
    try:
        passing.unlink(missing_ok=True)
    except OSError:
        return
