"""A metrics file's bytes and text."""

import stat
from pathlib import Path

from disclosecheck.model.errors import MetricsError, UsageError
from disclosecheck.model.verdict import Message

LARGEST_TEXT = 16 * 1024 * 1024  # bytes; a figure for every name of the registry takes under 100 kB
LARGEST_WORKBOOK = 200 * 1024 * 1024  # its ledgers may be long


def read_bytes(path: str, largest: int) -> bytes:
    """Raises UsageError for a file that cannot be opened, is none, is empty, or is larger than `largest`."""
    try:
        info = Path(path).stat()
        if stat.S_ISDIR(info.st_mode):
            raise UsageError("is_folder", path=path)
        if not stat.S_ISREG(info.st_mode):
            raise UsageError("not_a_file", path=path)  # a device may never end
        if info.st_size > largest:
            sizes = {"size": str(info.st_size >> 20), "limit": str(largest >> 20)}
            raise UsageError("metrics_too_large", path=path, **sizes)
        data = Path(path).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError("not_found", path=path) from error
    except PermissionError as error:
        raise UsageError("permission", path=path) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise UsageError("cannot_open", path=path, detail=getattr(error, "strerror", None) or "") from error
    if not data.strip():
        raise UsageError("empty_file", path=path)
    return data


def read_text(path: str) -> str:
    """UTF-8, or what Chinese Windows and Excel write: GB18030, UTF-16.

    Raises as read_bytes, and MetricsError for what is no text.
    """
    data = read_bytes(path, LARGEST_TEXT)
    for codec in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    raise MetricsError(path, ((None, Message("yaml.not_utf8")),))
