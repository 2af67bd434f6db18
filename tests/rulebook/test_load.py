"""The catalogue and its compiled copy: the same data, never fatal, no YAML on a warm run."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from disclosecheck.model.errors import PackError, UsageError
from disclosecheck.rulebook import load
from disclosecheck.rulebook.compile import compile_catalogue
from disclosecheck.rulebook.folder import rules_folder


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DISCLOSECHECK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def copies(cache: Path) -> list[Path]:
    return sorted(cache.iterdir()) if cache.is_dir() else []


def test_the_compiled_copy_is_the_catalogue(cache: Path) -> None:
    cold, warm = load.load_catalogue(), load.load_catalogue()
    assert cold == warm == compile_catalogue(rules_folder())
    assert len(copies(cache)) == 1


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x85\xa5forms", id="cut short"),
        pytest.param(b"\xff" * 100, id="not msgpack"),
        pytest.param(b"\x80", id="another shape"),
    ],
)
def test_a_damaged_copy_is_written_anew(cache: Path, damage: bytes) -> None:
    whole = load.load_catalogue()
    (copy,) = copies(cache)
    copy.write_bytes(damage)
    assert load.load_catalogue() == whole
    assert copy.read_bytes() != damage


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("DISCLOSECHECK_CACHE", str(tmp_path / "file" / "cache"))
    assert load.load_catalogue().packs


def test_an_empty_variable_turns_the_cache_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCLOSECHECK_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert load.load_catalogue().packs
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("variable", ["XDG_CACHE_HOME", "LOCALAPPDATA"])
def test_the_platform_s_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    for name in ("DISCLOSECHECK_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    load.load_catalogue()
    assert len(list((tmp_path / "disclosecheck").glob("catalogue-*.msgpack"))) == 1


def test_changed_rules_make_another_copy_and_old_ones_go(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = tmp_path / "rules"
    shutil.copytree(rules_folder(), rules)
    monkeypatch.setattr(load, "rules_path", lambda: str(rules))
    pack = rules / "packs" / "shanghai-health-2021.yaml"
    shipped = pack.read_text("utf-8")
    for version in map(str, range(2, 9)):
        pack.write_text(shipped.replace('version: "1"', f'version: "{version}"'), "utf-8")
        assert load.load_catalogue().packs["shanghai-health-2021"].version == version
    assert len(copies(cache)) == load.KEPT + 1


def test_a_warm_run_does_not_import_yaml(cache: Path) -> None:
    load.load_catalogue()
    code = (
        "import sys; from disclosecheck.rulebook.load import load_catalogue; "
        "load_catalogue(); print([name for name in ('yaml', 'pathlib', 'dataclasses', 're2') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


OWN_PACK = """
id: yunxi-2023
version: "1"
title: {zh: 云溪市要点, en: Yunxi key points}
authority: 云溪市人民政府办公室
kind: key_points
extends: [cn-annual-report]
rules:
  - id: trainings
    title: {zh: 培训两次, en: Two trainings}
    kind: threshold
    fact: training_sessions_count
    at_least: 2
    severity: warning
    basis: 云政办〔2023〕1号
"""


def test_a_pack_by_path_is_joined_under_its_path(cache: Path, tmp_path: Path) -> None:
    path = tmp_path / "yunxi.yaml"
    path.write_text(OWN_PACK, "utf-8")
    catalogue = load.load_catalogue([str(path), "shanghai-health-2021", "cn-annual-report"])
    assert catalogue.packs[str(path)].id == "yunxi-2023"
    assert catalogue.packs[str(path)].extends == ("cn-annual-report",)


def test_a_pack_that_is_not_there_is_a_mistake_of_the_call(cache: Path) -> None:
    with pytest.raises(UsageError, match="pack_unknown"):
        load.load_catalogue(["shanghai-helth-2021"])


def test_a_broken_pack_by_path_lists_its_mistakes(cache: Path, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(OWN_PACK.replace("at_least", "at_lest").replace("severity: warning", "severity: grave"), "utf-8")
    with pytest.raises(PackError) as raised:
        load.load_catalogue([str(path)])
    assert [line for line, _ in raised.value.problems] == [13, 14]
