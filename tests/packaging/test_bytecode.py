"""The modules' bytecode in one file: taken while the sources are as they were, and never needed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import disclosecheck.bytecode

SAY = "import disclosecheck.{0} as one; print(one.WORD, type(one.__loader__).__name__, bytecode.stale); bytecode.keep()"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package of that name with a module to import and the one under test."""
    folder = tmp_path / "disclosecheck"
    folder.mkdir()
    (folder / "__init__.py").touch()
    write(folder, "first")
    shutil.copy(disclosecheck.bytecode.__file__, folder)
    return folder


def write(folder: Path, word: str, time: int = 1_700_000_000) -> None:
    (folder / "one.py").write_text(f"WORD = {word!r}\n", "utf-8")
    os.utime(folder / "one.py", (time, time))


def start(package: Path, *flags: str, module: str = "one") -> list[str]:
    code = f"from disclosecheck.bytecode import install; bytecode = install(); {SAY.format(module)}"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, *flags, "-c", code],
        env={**environment, "PYTHONPATH": str(package.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.split()


def kept(package: Path) -> list[Path]:
    return sorted((package / "__pycache__").glob("all.*"))


def test_the_second_start_reads_the_one_file(package: Path) -> None:
    assert start(package) == ["first", "SourceFileLoader", "True"]
    assert start(package) == ["first", "_Loader", "False"]
    assert len(kept(package)) == 1


def test_a_changed_source_counts_at_once_and_from_then_on(package: Path) -> None:
    start(package)
    write(package, "other", time=1_700_000_001)
    assert start(package) == ["other", "_Loader", "True"]
    assert start(package) == ["other", "_Loader", "False"]


def test_what_another_start_needs_is_joined_and_nothing_lost(package: Path) -> None:
    (package / "two.py").write_text("WORD = 'second'\n", "utf-8")
    start(package)
    assert start(package, module="two") == ["second", "SourceFileLoader", "True"]
    assert start(package) == ["first", "_Loader", "False"]
    assert start(package, module="two") == ["second", "_Loader", "False"]


@pytest.mark.parametrize("data", [pytest.param(b"", id="empty"), pytest.param(b"\x05\0\0\0\0\0\0\0ab", id="cut short")])
def test_a_broken_file_is_as_none(package: Path, data: bytes) -> None:
    start(package)
    kept(package)[0].write_bytes(data)
    assert start(package) == ["first", "SourceFileLoader", "True"]
    assert start(package) == ["first", "_Loader", "False"]


def test_a_file_cut_short_behind_its_index_is_as_none(package: Path) -> None:
    start(package)
    kept(package)[0].write_bytes(kept(package)[0].read_bytes()[:-9])
    assert start(package) == ["first", "_Loader", "True"]
    assert start(package) == ["first", "_Loader", "False"]


def test_each_kind_of_bytecode_has_its_own_file(package: Path) -> None:
    start(package)
    assert start(package, "-O") == ["first", "SourceFileLoader", "True"]
    assert len(kept(package)) == 2


def test_nothing_is_written_where_python_is_to_write_no_bytecode(package: Path) -> None:
    assert start(package, "-B") == ["first", "SourceFileLoader", "True"]
    assert kept(package) == []


def test_a_folder_that_takes_no_file_is_no_hindrance(package: Path) -> None:
    (package / "__pycache__").write_text("in its place", "utf-8")
    assert start(package) == ["first", "SourceFileLoader", "True"]
    assert start(package) == ["first", "SourceFileLoader", "True"]
