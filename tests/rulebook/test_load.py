"""The catalogue and its compiled copy: the same data, never fatal, no YAML on a warm run."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from disclosecheck.engine.choose import choose
from disclosecheck.model.errors import PackError, UsageError
from disclosecheck.model.fact import FactSet, Identity
from disclosecheck.rulebook import load
from disclosecheck.rulebook.compile import compile_catalogue
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.stored import Stored


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


PACK = "shanghai-health-2021"


def place_rules(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Rules of one's own in a folder, last changed long ago."""
    shutil.copytree(rules_folder(), folder)
    monkeypatch.setattr(load, "rules_path", lambda: str(folder))
    for path in folder.rglob("*.yaml"):
        age(path)
    return folder / "packs" / f"{PACK}.yaml"


def age(path: Path) -> None:
    os.utime(path, (1e9, 1e9))


def revise(pack: Path, version: int) -> None:
    """Another version in as many bytes."""
    text = pack.read_text("utf-8")
    was = text.partition('version: "')[2][0]
    pack.write_text(text.replace(f'version: "{was}"', f'version: "{version}"'), "utf-8")


def version() -> str:
    return load.load_catalogue().packs[PACK].version


def test_changed_rules_are_read_anew_although_size_and_time_are_as_before(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = place_rules(tmp_path / "rules", monkeypatch)
    for number in (2, 3):
        revise(pack, number)
        age(pack)
        assert version() == str(number)
        assert version() == str(number)
    assert len(copies(cache)) == 1


def test_rules_changed_a_moment_ago_leave_no_copy_for_the_next_change_may_bear_the_same_time(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = place_rules(tmp_path / "rules", monkeypatch)
    revise(pack, 2)
    assert (version(), copies(cache)) == ("2", [])
    monkeypatch.setattr(load, "time", time_in(load.SETTLED))
    assert (version(), len(copies(cache))) == ("2", 1)


def time_in(seconds: float) -> object:
    class Later:
        @staticmethod
        def time() -> float:
            return time.time() + seconds

    return Later


@pytest.mark.parametrize("change", ["a file more", "a file less"])
def test_a_file_more_or_less_is_a_change(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    pack = place_rules(tmp_path / "rules", monkeypatch)
    assert PACK in load.load_catalogue().packs
    if change == "a file less":
        pack.unlink()
    else:
        (pack.parent / "mine.yaml").write_text(OWN_PACK, "utf-8")
    packs = load.load_catalogue().packs
    assert (PACK in packs, "yunxi-2023" in packs) == (change == "a file more", change == "a file more")


def test_two_installations_share_a_cache_and_old_copies_go(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2, 9):
        revise(pack := place_rules(tmp_path / str(number), monkeypatch), number)
        age(pack)
        assert version() == str(number)
        monkeypatch.setattr(load, "rules_path", lambda: str(tmp_path / "2"))
        assert version() == "2"
    assert len(copies(cache)) == load.KEPT + 1


def test_two_versions_of_the_program_share_a_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in ("1.0", "1.1", "1.0"):
        monkeypatch.setattr(load, "__version__", number)
        assert load.load_catalogue().packs
    assert len(copies(cache)) == 2


def test_rules_that_nobody_may_write_are_compiled_all_the_same(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place_rules(tmp_path / "rules", monkeypatch)
    before = sorted((tmp_path / "rules").rglob("*"))
    for path in (tmp_path / "rules", *before):
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert load.load_catalogue() == load.load_catalogue()
    assert sorted((tmp_path / "rules").rglob("*")) == before
    assert len(copies(cache)) == 1


def test_packs_that_nobody_asks_for_are_not_decoded(cache: Path) -> None:
    load.load_catalogue()
    catalogue = load.load_catalogue()
    assert isinstance(catalogue.packs, Stored)
    assert isinstance(catalogue.facts, Stored)
    choose(report_of_2023(), catalogue)
    assert sorted(catalogue.packs.decoded()) == ["cn-annual-report-2021"]
    assert list(catalogue.facts.decoded()) == []


def report_of_2023() -> FactSet:
    identity = Identity(kind="annual_report", organ="云溪市临江区卫生健康委员会", year=2023)
    return FactSet(document=None, identity=identity, form=None)


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
