"""Writing: plain signs where the console lacks them, whole files or none."""

import errno
import io

import pytest

from disclosecheck.cli import streams
from disclosecheck.cli.streams import check_writable, encodable, harmless, write_file, write_text
from disclosecheck.model.errors import UsageError


@pytest.mark.parametrize(
    ("text", "encoding", "printed"),
    [
        pytest.param("✓ −5 😀", "utf-8", "✓ −5 😀", id="all of it in UTF-8"),
        pytest.param("✓ −5", "cp936", "√ -5", id="Chinese Windows"),
        pytest.param("总计 …", "cp936", "总计 …", id="what Chinese Windows has stays"),
        pytest.param("𠮷祥", "cp936", "?祥", id="a character outside GBK"),
        pytest.param("✓ “总计”", "ascii", '+ "??"', id="ascii"),
    ],
)
def test_encodable(text, encoding, printed):
    assert encodable(text, encoding) == printed
    printed.encode(encoding)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param("a\tb\nc", "a\tb\nc", id="tabs and lines stay"),
        pytest.param("\x1b[31m✗\x1b[0m", "\x1b[31m✗\x1b[0m", id="colours stay"),
        pytest.param(
            "\x1b]0;mine\x07.docx", "\ufffd]0;mine\ufffd.docx", id="a file's name that sets the window's title"
        ),
        pytest.param("\x1b[2J", "\ufffd[2J", id="a file's name that clears the screen"),
        pytest.param("\u202excod.exe", "\ufffdxcod.exe", id="a file's name written backwards"),
    ],
)
def test_a_name_cannot_steer_the_terminal(text, printed):
    assert harmless(text) == printed


def test_text_goes_to_a_real_cp936_stream():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp936", newline="")
    write_text("✗ 不通过 −1\n", stream)
    assert raw.getvalue() == "× 不通过 -1\n".encode("cp936")


def test_a_file_is_replaced_whole(tmp_path):
    target = tmp_path / "result.json"
    target.write_bytes(b"old")
    write_file(str(target), b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("result.json", b"new")]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    target = tmp_path / "result.json"
    target.write_bytes(b"old")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(streams, "open", full, raising=False)
    with pytest.raises(UsageError, match="output_unwritable"):
        write_file(str(target), b"new")
    monkeypatch.undo()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("result.json", b"old")]


@pytest.mark.parametrize(
    "path", [pytest.param("missing/result.json", id="no such folder"), pytest.param("", id="a folder")]
)
def test_a_place_that_cannot_be_written_is_told_before_the_work(path, tmp_path):
    with pytest.raises(UsageError, match="output_unwritable"):
        check_writable(str(tmp_path / path))


@pytest.mark.parametrize(
    ("environment", "terminal", "colour"),
    [
        pytest.param({}, False, False, id="piped"),
        pytest.param({"NO_COLOR": "1"}, True, False, id="NO_COLOR"),
        pytest.param({"NO_COLOR": ""}, True, True, id="an empty NO_COLOR does not count"),
        pytest.param({"TERM": "dumb"}, True, False, id="a terminal that cannot"),
        pytest.param({}, True, True, id="a terminal"),
    ],
)
def test_colour(environment, terminal, colour, monkeypatch):
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(streams.sys, "platform", "linux")
    stream = io.StringIO()
    stream.isatty = lambda: terminal
    assert streams.colourful(stream) is colour


@pytest.mark.parametrize(
    ("page", "terminal", "expected"),
    [
        pytest.param(936, True, "gbk", id="a Chinese console"),
        pytest.param(65001, True, "utf-8", id="a console in UTF-8"),
        pytest.param(4711, True, "utf-8", id="a code page that Python does not know"),
        pytest.param(936, False, "utf-8", id="a pipe"),
    ],
)
def test_a_windows_console_shows_what_its_code_page_has(page, terminal, expected, monkeypatch):
    import ctypes

    class Kernel:
        @staticmethod
        def GetConsoleOutputCP():  # noqa: N802 - the name is Windows'
            return page

    class Dlls:
        kernel32 = Kernel

    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    stream.isatty = lambda: terminal
    monkeypatch.setattr(streams.sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", Dlls, raising=False)
    assert streams.display_encoding(stream) == expected
