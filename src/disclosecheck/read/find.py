"""Which files a call is about: files by name, and what can be read in folders."""

# The path of a plain check is not to import pathlib (2 ms).
# ruff: noqa: PTH110, PTH112, PTH113, PTH119, PTH122, PTH207
import os
import stat
from collections.abc import Iterable, Iterator

import msgspec

from disclosecheck.model.errors import UsageError

READABLE = (".docx", ".pdf", ".html", ".htm", ".txt", ".md")
# Documents that may be reports too but must be saved anew first; in folders they are named, not checked.
_OTHER_DOCUMENTS = (".doc", ".wps", ".ofd", ".rtf", ".odt", ".mht", ".mhtml")
_METRICS = (".yaml", ".json", ".csv", ".xlsx")
# Folders that browsers and Word put beside a saved page; the page itself stands outside.
_PAGE_PARTS = (".files", "_files", ".fld")


class Found(msgspec.Struct, frozen=True):
    """Paths as the user would write them, in a stable order, each file once."""

    submissions: tuple[str, ...]
    left_out: tuple[str, ...] = ()  # documents in folders of a kind that must be saved anew first


def find_submissions(paths: Iterable[str]) -> list[str]:
    """Files by name as given, whatever they are; folders as the readable files in them and below."""
    return list(search(paths).submissions)


def search(paths: Iterable[str]) -> Found:
    """As find_submissions, with the documents that were left out in folders."""
    submissions: dict[str, str] = {}
    left_out: dict[str, str] = {}
    for path in paths:
        for name in _expand(path):
            if not os.path.isdir(name):
                submissions.setdefault(os.path.realpath(name), name)
                continue
            for file in _walk(name):
                suffix = os.path.splitext(file)[1].lower()
                if suffix in READABLE or os.path.isdir(file):
                    submissions.setdefault(os.path.realpath(file), file)
                elif suffix in _OTHER_DOCUMENTS:
                    left_out.setdefault(os.path.realpath(file), file)
    return Found(tuple(submissions.values()), tuple(left_out.values()))


def companion_metrics(path: str) -> str | None:
    """NAME.metrics.yaml (.json, .csv, .xlsx) beside NAME.docx.

    Raises UsageError for two of them: nobody can tell which counts.
    """
    stem = os.path.splitext(path)[0]
    found = [file for suffix in _METRICS if os.path.isfile(file := f"{stem}.metrics{suffix}")]
    if len(found) > 1:
        raise UsageError("metrics_two", path=path, files=", ".join(map(os.path.basename, found)))
    return found[0] if found else None


def _expand(path: str) -> list[str]:
    """A pattern that the shell left alone (Windows does): the files it stands for, or itself where none match."""
    if not any(sign in path for sign in "*?[") or os.path.exists(path):
        return [path]
    import glob

    names = glob.glob(path, recursive=True)
    return sorted(name for name in names if not _is_temporary(os.path.basename(name))) or [path]


def _walk(root: str) -> Iterator[str]:
    """Files of a folder, then those of the folders in it, each in order of their names; loops of links end.

    A folder that may not be listed is given itself, so that reading it says so.
    """
    seen: set[str] = set()
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        if (real := os.path.realpath(folder)) in seen:
            continue
        seen.add(real)
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError:
            yield folder
            continue
        visible = [entry for entry in entries if not _is_hidden(entry)]
        yield from (entry.path for entry in visible if not os.path.isdir(entry.path))
        pages = {os.path.splitext(entry.name)[0] for entry in entries if entry.name.lower().endswith((".htm", ".html"))}
        folders = [
            entry.path for entry in visible if os.path.isdir(entry.path) and not _belongs_to_page(entry.name, pages)
        ]
        waiting += reversed(folders)


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or _is_temporary(entry.name):
        return True
    try:
        attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    except OSError:  # gone since the folder was listed: reading it says so
        return False
    return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)


def _is_temporary(name: str) -> bool:
    """What Word, WPS and LibreOffice lay beside an open file."""
    return name.startswith(("~$", "~WRL", ".~"))


def _belongs_to_page(folder: str, pages: set[str]) -> bool:
    """report.files beside report.htm, report_files beside report.html."""
    return any(folder.endswith(ending) and folder.removesuffix(ending) in pages for ending in _PAGE_PARTS)
