"""The command as a process: consoles, terminals, pipes, interrupts, time."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CLEAN, DEFECTIVE = SAMPLES / "clean-2021.docx", SAMPLES / "several-defects.docx"
COMMAND = [sys.executable, "-m", "disclosecheck"]

posix = pytest.mark.skipif(os.name == "nt", reason="terminals and signals of POSIX")
pytestmark = pytest.mark.slow


def environment(**more):
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "NO_COLOR", "COLUMNS"))
    }
    return {**kept, "LANG": "zh_CN.UTF-8", **more}


def run(*words, **more):
    call = [*COMMAND, *map(str, words)]
    return subprocess.run(call, capture_output=True, env=environment(**more), timeout=120, check=False)


@pytest.mark.parametrize("encoding", ["cp936", "gb18030", "utf-8"])
def test_a_chinese_console_shows_the_report_whatever_its_encoding(encoding):
    done = run(DEFECTIVE, PYTHONIOENCODING=encoding)
    text = done.stdout.decode(encoding)
    assert (done.returncode, done.stderr) == (1, b"")
    assert "不通过  4 项不通过，须改正后再发布" in text
    assert ("✗" in text) is (encoding != "cp936")
    assert ("×" in text) is (encoding == "cp936")


def test_a_console_without_chinese_gets_english():
    done = run(DEFECTIVE, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    assert "x FAIL  4 to correct before publication" in done.stdout.decode("ascii")


def test_a_console_without_chinese_does_not_crash_when_asked_for_it():
    done = run(DEFECTIVE, "--lang", "zh", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    done.stdout.decode("ascii")


@pytest.mark.parametrize(
    "words", [["--help"], ["rules", "show", "shanghai-health-2021"], ["extract", DEFECTIVE], ["nowhere.docx"]]
)
@pytest.mark.parametrize("encoding", ["cp936", "ascii"])
def test_no_page_crashes_on_a_sign_that_cannot_be_encoded(words, encoding):
    done = run(*words, "--lang", "zh", PYTHONIOENCODING=encoding)
    assert done.returncode in (0, 3)
    assert b"Traceback" not in done.stderr
    (done.stdout + done.stderr).decode(encoding)


def test_json_is_utf8_on_a_chinese_console():
    done = run(CLEAN, "--format", "json", PYTHONIOENCODING="cp936")
    assert (
        json.loads(done.stdout.decode("utf-8"))["submissions"][0]["document"]["organ"] == "云溪市临江区卫生健康委员会"
    )


@posix
@pytest.mark.parametrize(
    ("more", "colour"),
    [pytest.param({}, True, id="a terminal"), pytest.param({"NO_COLOR": "1"}, False, id="NO_COLOR")],
)
def test_colour_on_a_terminal_only(more, colour):
    import pty

    here, there = pty.openpty()
    with subprocess.Popen([*COMMAND, str(DEFECTIVE)], stdout=there, env=environment(TERM="xterm", **more)) as process:
        os.close(there)
        printed = b""
        while chunk := _read(here):
            printed += chunk
        process.wait(60)
    os.close(here)
    assert (b"\x1b[" in printed) is colour
    assert b"\x1b[" not in run(DEFECTIVE, TERM="xterm").stdout


def _read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so at the end
        return b""


@posix
def test_a_reader_that_leaves_early_breaks_nothing():
    process = subprocess.Popen(
        [*COMMAND, str(DEFECTIVE)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    assert (process.wait(60), error) == (1, b"")


@posix
@pytest.mark.parametrize("words", ["--version", "--help", f"{CLEAN} --format json", f"extract {CLEAN}"])
def test_a_reader_that_never_reads_breaks_nothing(words):
    call = f"{' '.join(COMMAND)} {words} | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", call], env=environment(), timeout=60, check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("words", ["--version", "--help", f"{CLEAN}", f"{CLEAN} --format json", f"extract {CLEAN}"])
def test_a_full_disk_is_told_in_one_line(words):
    call = f"{' '.join(COMMAND)} {words} >/dev/full"
    done = subprocess.run(["sh", "-c", call], env=environment(), timeout=60, check=False, capture_output=True)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert "结果无法写到标准输出" in done.stderr.decode()


@posix
@pytest.mark.parametrize("words", [[], ["--format", "json"], [CLEAN], ["--organ", os.fsdecode(b"\xd4\xc6")]])
def test_a_name_that_is_no_utf_8_is_shown_as_far_as_it_can_be(words, tmp_path):
    path = os.fsencode(tmp_path) + b"/\xc4\xea\xb1\xa8.docx"  # 年报 in GBK, as archives from Windows unpack
    try:
        Path(os.fsdecode(path)).write_bytes(CLEAN.read_bytes())
    except OSError:
        pytest.skip("a file system that takes UTF-8 names only")
    done = run(os.fsdecode(path), *words)
    assert (done.returncode, done.stderr) == (1 if "--organ" in words else 0, b"")
    assert "\ufffd" in done.stdout.decode("utf-8")


@posix
def test_closed_streams_break_nothing():
    call = " ".join([*COMMAND, str(DEFECTIVE), ">&- 2>&-"])
    assert subprocess.run(["sh", "-c", call], env=environment(), timeout=60, check=False).returncode == 1


def test_one_file_is_held_to_its_time():
    done = run(CLEAN, "--timeout", "0.001", "--format", "json")
    [submission] = json.loads(done.stdout)["submissions"]
    assert (done.returncode, submission["error"]["code"]) == (3, "timeout")
    assert "0.001 秒内没有检查完" in done.stderr.decode("utf-8")


@posix
@pytest.mark.parametrize("after", [0.3, 0.45, 0.6, 1.5])
def test_an_interrupt_ends_a_batch_cleanly(tmp_path, after):
    for number in range(200):
        (tmp_path / f"{number}.docx").write_bytes(CLEAN.read_bytes())
    process = subprocess.Popen(
        [*COMMAND, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        start_new_session=True,
    )
    time.sleep(after)
    os.killpg(process.pid, signal.SIGINT)
    printed, error = process.communicate(timeout=60)
    assert (process.returncode, printed) == (130, b"")
    assert b"Traceback" not in error


def test_it_runs_as_a_module_and_says_its_version():
    assert run("--version").stdout.startswith(b"disclosecheck ")
