"""Writes to the terminal, to pipes and to files: never half a file, never a crash on a sign that cannot be encoded."""

# The path of a plain check is not to import pathlib (2 ms).
# ruff: noqa: PTH105, PTH108, PTH112, PTH120, PTH123
import errno
import os
import sys
from contextlib import suppress
from typing import TextIO

from disclosecheck.model.errors import UsageError

UTF8_PAGE = 65001  # of Windows

# What stands in for a sign that the output cannot encode; the first that it can is taken.
_PLAIN = {
    "−": "-",
    "–": "-",
    "—": "-",
    "…": ".",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "·": ".",
    "•": "*",
    "：": ":",
    "，": ",",
    "；": ";",
    "（": "(",
    "）": ")",
    "✓": "√+",
    "✗": "×x",
    "─": "-",
    "\u00a0": " ",
}


# Signs that would steer a terminal (a file may be named so), shown as the place where one stood; colours stay.
_STEERING = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)),  # C0, C1, direction of writing
    "\ufffd",
)
for _kept in "\t\n\x1b":
    del _STEERING[ord(_kept)]


def write_text(text: str, stream: TextIO | None = None) -> None:
    stream = stream or sys.stdout
    if stream is None:  # the caller has closed it
        return
    try:
        stream.write(encodable(harmless(text), encoding_of(stream)))
        stream.flush()
    except OSError as error:
        _abandon(stream, error)


def write_bytes(data: bytes) -> None:
    """Bytes as they are, whatever the console's encoding; JSON is UTF-8 always."""
    if sys.stdout is None:
        return
    buffer = getattr(sys.stdout, "buffer", None)
    try:
        if buffer is None:  # a stream of text only, such as a notebook's
            sys.stdout.write(data.decode())
        else:
            sys.stdout.flush()
            buffer.write(data)
        sys.stdout.flush()
    except OSError as error:
        _abandon(sys.stdout, error)


def _abandon(stream: TextIO, error: OSError) -> None:
    """What is left goes nowhere. Where whoever read our output has gone, the exit code still tells the verdict.

    Raises UsageError where standard output takes no more for another reason, such as a full disk.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    reader_gone = error.errno in (errno.EPIPE, errno.EINVAL)  # EINVAL: so Windows says it
    if stream is not sys.stderr and not reader_gone:
        raise UsageError("stdout_unwritable", detail=error.strerror or "") from error


def harmless(text: str) -> str:
    """The text without signs that steer a terminal, but for those of colours."""
    text = text.translate(_STEERING)
    if "\x1b" not in text:
        return text
    import re

    return re.sub(r"\x1b(?!\[[0-9;]*m)", "\ufffd", text)


def encoding_of(stream: TextIO | None) -> str:
    return str(getattr(stream, "encoding", None) or "utf-8")


def display_encoding(stream: TextIO | None) -> str:
    """What the reader's screen can show. Python writes UTF-8 to a Windows console, but its font is the code page's:
    on a Chinese one (936) ✗ is a box and ─ takes two cells.
    """
    if sys.platform == "win32" and on_terminal(stream):
        return _console_encoding() or encoding_of(stream)
    return encoding_of(stream)


def _console_encoding() -> str | None:
    """Python's name for the code page of the console; None for one that it does not know."""
    import codecs
    import ctypes

    page = getattr(ctypes, "windll").kernel32.GetConsoleOutputCP()  # noqa: B009 - there is no windll to check elsewhere
    try:
        return codecs.lookup("utf-8" if page == UTF8_PAGE else f"cp{page}").name
    except LookupError:
        return None


def encodable(text: str, encoding: str) -> str:
    """The text with plain signs for what `encoding` does not have."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_plain(character, encoding) for character in text)
    return text


def _plain(character: str, encoding: str) -> str:
    candidates: tuple[str, ...] = (character, *_PLAIN.get(character, ""), "?")
    for candidate in candidates:
        try:
            candidate.encode(encoding)
        except UnicodeEncodeError:
            continue
        return candidate
    return ""


def write_file(path: str, data: bytes) -> None:
    """Write beside the target, then rename over it: a reader never sees half of it.

    Raises UsageError when the place cannot be written.
    """
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        try:
            with open(temporary, "wb") as file:
                file.write(data)
            os.replace(temporary, path)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(temporary)
    except OSError as error:
        raise UsageError("output_unwritable", path=path, detail=error.strerror or "") from error


def check_writable(path: str) -> None:
    """Raises UsageError before the work begins where `write_file` would surely fail after it."""
    folder = os.path.dirname(path) or os.curdir
    problem = None
    if os.path.isdir(path):
        problem = errno.EISDIR
    elif not os.path.isdir(folder):
        problem = errno.ENOENT
    elif not os.access(folder, os.W_OK):
        problem = errno.EACCES
    if problem is not None:
        raise UsageError("output_unwritable", path=path, detail=os.strerror(problem))


def on_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def colourful(stream: TextIO | None) -> bool:
    """Whether to colour: on a terminal that can, unless NO_COLOR is set (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not on_terminal(stream):
        return False
    return sys.platform != "win32" or _windows_colours()


def _windows_colours() -> bool:
    """Ask the console to understand escape sequences (since Windows 10)."""
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - there is no windll to check elsewhere
    handle = kernel.GetStdHandle(-11)
    mode = ctypes.c_ulong()
    return bool(kernel.GetConsoleMode(handle, ctypes.byref(mode)) and kernel.SetConsoleMode(handle, mode.value | 4))


def terminal_width() -> int:
    """Cells a line may take: the terminal's, or COLUMNS; 80 where there is neither."""
    import shutil

    return shutil.get_terminal_size((80, 24)).columns
