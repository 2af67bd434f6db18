"""Which profile a report goes by: the nearest, never one from beyond its repository."""

from pathlib import Path

import pytest

from disclosecheck.profile.find import profiles_of


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder, so that nothing above it is looked at."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


def place(path: Path, text: str = "year = 2021\n") -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return str(path)


def found(report: Path) -> str | None:
    return profiles_of([str(report)]).get(str(report))


def test_in_the_reports_own_folder_or_above_it(home: Path) -> None:
    own = place(home / "2021" / "临江区" / "disclosecheck.toml")
    above = place(home / "2021" / "disclosecheck.toml")
    assert found(home / "2021" / "临江区" / "report.docx") == own
    assert found(home / "2021" / "云溪区" / "report.docx") == above
    assert found(home / "2022" / "report.docx") is None


def test_in_the_users_own_folder(home: Path) -> None:
    assert found(home / "a" / "report.docx") is None
    own = place(home / "disclosecheck.toml")
    assert found(home / "a" / "report.docx") == own


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch], ids=["a repository", "a work tree of one"])
def test_nothing_from_beyond_the_repository(home: Path, make) -> None:  # type: ignore[no-untyped-def]
    place(home / "disclosecheck.toml")
    (home / "drafts" / "a").mkdir(parents=True)
    make(home / "drafts" / ".git")
    assert found(home / "drafts" / "a" / "report.docx") is None
    own = place(home / "drafts" / "disclosecheck.toml")
    assert found(home / "drafts" / "a" / "report.docx") == own


def test_nothing_from_above_the_users_own_folder(home: Path) -> None:
    place(home.parent / "disclosecheck.toml")
    assert found(home / "report.docx") is None


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        pytest.param("[tool.disclosecheck]\nyear = 2021\n", True, id="with our table"),
        pytest.param("[tool.disclosecheck.records]\nreplies = 'a.csv'\n", True, id="with a table below ours"),
        pytest.param("[project]\nname = 'disclosecheck'\n", False, id="of another project"),
    ],
)
def test_a_pyproject_counts_when_it_has_our_table(home: Path, text: str, counts: bool) -> None:
    path = place(home / "a" / "pyproject.toml", text)
    assert found(home / "a" / "report.docx") == (path if counts else None)


def test_a_file_of_our_own_name_comes_before_a_pyproject(home: Path) -> None:
    place(home / "a" / "pyproject.toml", "[tool.disclosecheck]\nyear = 2020\n")
    own = place(home / "a" / "disclosecheck.toml")
    assert found(home / "a" / "report.docx") == own


def test_a_path_is_looked_at_from_where_the_user_stands(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = place(home / "a" / "disclosecheck.toml")
    monkeypatch.chdir(home / "a")
    assert profiles_of(["report.docx", "b/report.docx"]) == {"report.docx": own, "b/report.docx": own}
