"""The wheel, installed in an empty environment and run from another folder."""

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "clean-2021.docx"
FOREIGN = ("/tests/", "/samples/", "/benchmarks/", ".tmp", "__pycache__")

pytestmark = pytest.mark.slow


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, timeout=300, check=False, **options)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr.decode()
    [found] = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The folder of the command in an environment of its own; nothing of the checkout can be seen from there."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder / "venv", with_pip=True)
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    done = run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, env=surroundings(folder))
    if b"No matching distribution" in done.stderr and b"connection" in done.stderr.lower():
        pytest.skip("no package index can be reached")
    assert done.returncode == 0, done.stderr.decode()
    return scripts


def surroundings(home):
    """What pip needs of ours to reach an index, and a home of its own."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name.startswith(("PIP_", "SSL_", "HTTP", "http", "SYSTEMROOT"))
    }
    return {**kept, "HOME": str(home), "PATH": os.defpath, "LANG": "zh_CN.UTF-8"}


def test_rules_and_schemas_are_inside_and_nothing_else_is(wheel):
    names = ZipFile(wheel).namelist()
    shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.yaml")}
    assert shipped
    assert {f"disclosecheck/{name}" for name in shipped} <= set(names)
    assert {name for name in names if name.startswith("disclosecheck/report/schema/")}
    assert [name for name in names if any(part in f"/{name}" for part in FOREIGN)] == []


def test_it_checks_a_report_from_another_folder(installed, tmp_path):
    shutil.copy(SAMPLE, tmp_path / "报告.docx")
    done = run(installed / "disclosecheck", "报告.docx", "--format", "json", cwd=tmp_path, env=surroundings(tmp_path))
    assert done.stderr.decode() == ""
    [submission] = json.loads(done.stdout)["submissions"]
    assert (done.returncode, submission["status"], submission["path"]) == (0, "pass", "报告.docx")


def test_it_prints_the_table_in_the_language_of_the_locale(installed, tmp_path):
    done = run(installed / "disclosecheck", SAMPLE, cwd=tmp_path, env=surroundings(tmp_path))
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert "✓ 通过" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("command", ["lint", "test"])
def test_its_packs_hold(installed, tmp_path, command):
    done = run(installed / "disclosecheck", "rules", command, cwd=tmp_path, env=surroundings(tmp_path))
    assert done.returncode == 0, done.stdout.decode("utf-8") + done.stderr.decode("utf-8")


def test_it_runs_as_a_module_too(installed, tmp_path):
    done = run(installed / "python", "-m", "disclosecheck", "--version", cwd=tmp_path, env=surroundings(tmp_path))
    assert done.stdout.decode().startswith("disclosecheck ")


def test_it_runs_where_no_cache_can_be_written(installed, tmp_path):
    blocked = tmp_path / "no-folder"
    blocked.write_text("a file where the cache's folder should be")
    there = {**surroundings(tmp_path), "XDG_CACHE_HOME": str(blocked)}
    done = run(installed / "disclosecheck", SAMPLE, "--format", "json", cwd=tmp_path, env=there)
    assert (done.returncode, done.stderr.decode()) == (0, "")
