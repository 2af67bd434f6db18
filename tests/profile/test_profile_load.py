"""What stands in a profile, and every mistake in it with its line."""

from pathlib import Path

import pytest

from disclosecheck.model.rule import Text
from disclosecheck.model.wording import render
from disclosecheck.profile.lines import line_of
from disclosecheck.profile.load import ProfileError, load_profile
from disclosecheck.profile.model import LedgerFile, Profile
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.messages import load_messages

MESSAGES = load_messages(rules_folder())


def profile(folder: Path, text: str, name: str = "disclosecheck.toml", codec: str = "utf-8") -> Profile:
    for file in ("figures.xlsx", "2020.docx", "replies.csv", "own.yaml", "days.yaml"):
        (folder / file).touch()
    (folder / name).write_bytes(text.encode(codec))
    return load_profile(str(folder / name))


def said(folder: Path, text: str) -> list[tuple[int | None, str]]:
    with pytest.raises(ProfileError) as caught:
        profile(folder, text)
    rendered: list[tuple[int | None, Text]] = [
        (line, render(message, MESSAGES)) for line, message in caught.value.problems
    ]
    assert all(text.zh for _, text in rendered)
    return [(line, text.en) for line, text in rendered]


WHOLE = """
rules = ["shanghai-health-2021", "own.yaml"]
metrics = "figures.xlsx"
previous = "2020.docx"
organ = "云溪市卫生健康委员会"
year = 2021
published = 2022-01-20
closing = "2021-12-31"
workdays = "days.yaml"
fail_on = "warning"
strict = true
lang = "zh"

[records]
replies = "replies.csv"
[records.'政策文件']
file = "replies.csv"
sheet = "2021"
closing = 2021-11-30
[records.'政策文件'.columns]
'标题' = "件名"
"""


def test_all_keys(tmp_path: Path) -> None:
    text = WHOLE.replace("标题", policy_title())
    read = profile(tmp_path, text)
    assert read == Profile(
        path=str(tmp_path / "disclosecheck.toml"),
        rules=("shanghai-health-2021", str(tmp_path / "own.yaml")),
        metrics=str(tmp_path / "figures.xlsx"),
        records=(
            LedgerFile(name="replies", file=str(tmp_path / "replies.csv")),
            LedgerFile(
                name="policies",
                file=str(tmp_path / "replies.csv"),
                sheet="2021",
                columns={"title": "件名"},
                closing="2021-11-30",
            ),
        ),
        previous=str(tmp_path / "2020.docx"),
        organ="云溪市卫生健康委员会",
        year=2021,
        published="2022-01-20",
        closing="2021-12-31",
        workdays=str(tmp_path / "days.yaml"),
        fail_on="warning",
        strict=True,
        lang="zh",
    )


def policy_title() -> str:
    from disclosecheck.rulebook.ledgers import load_ledger_forms

    return load_ledger_forms(rules_folder())["policies"].column("title").title.zh


def test_nothing_said_is_nothing(tmp_path: Path) -> None:
    assert profile(tmp_path, "# empty\n") == Profile(path=str(tmp_path / "disclosecheck.toml"))


def test_the_table_of_a_pyproject(tmp_path: Path) -> None:
    text = "[project]\nname = 'x'\n[tool.disclosecheck]\npacks = 'shanghai-health-2021'\n[tool.other]\nyear = 1\n"
    read = profile(tmp_path, text, "pyproject.toml")
    assert (read.rules, read.year) == (("shanghai-health-2021",), None)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030"])
def test_files_of_chinese_windows(tmp_path: Path, codec: str) -> None:
    assert profile(tmp_path, 'organ = "云溪市水务局"\r\nyear = 2021\r\n', codec=codec).organ == "云溪市水务局"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param("year = 2021\nmetric = 'figures.xlsx'", 2, "did you mean metrics", id="a key misspelt"),
        pytest.param("\n\ncolour = 'red'", 3, "there are rules metrics", id="a key of nothing"),
        pytest.param("rules = ['a']\npacks = ['a']", 2, "are the same", id="one thing by two names"),
        pytest.param("year = 21", 1, "a year of four digits", id="a year of two digits"),
        pytest.param("year = '2021'", 1, "a year of four digits", id="a year in quotation marks"),
        pytest.param("year = true", 1, "a year of four digits", id="true is no year"),
        pytest.param("closing = 2021-12-31T00:00:00", 1, "a date", id="a time"),
        pytest.param("published = '20220120'", 1, "a date", id="a date without hyphens"),
        pytest.param("organ = ''", 1, "a text", id="an empty text"),
        pytest.param("organ = 5", 1, "a text", id="a number for an organ"),
        pytest.param("rules = [1]", 1, "a list of texts", id="a number for a pack"),
        pytest.param("strict = 'yes'", 1, "true or false", id="a text for yes"),
        pytest.param("fail_on = 'never mind'", 1, "error warning info never", id="no severity"),
        pytest.param("lang = 'fr'", 1, "zh en", id="no language of ours"),
        pytest.param("metrics = 'nowhere.xlsx'", 1, "nowhere.xlsx", id="a file that is not there"),
        pytest.param("records = 'replies.csv'", 1, "a table", id="a ledger without its name"),
        pytest.param("[records]\nreplys = 'replies.csv'", 2, "did you mean replies", id="a ledger misspelt"),
        pytest.param("[records]\nweather = 'replies.csv'", 2, "there are", id="a ledger of nothing"),
        pytest.param("[records]\nreplies = 5", 2, "a file's name", id="a number for a file"),
        pytest.param("[records.replies]\nsheet = 'a'", 1, "names no file", id="a ledger without a file"),
        pytest.param("[records]\nreplies = {file = 'replies.csv', sheets = 'a'}", 2, "sheet", id="a key of a ledger"),
        pytest.param(
            "[records.replies]\nfile = 'replies.csv'\n[records.replies.columns]\nrecieved = '来件'",
            4,
            "did you mean received",
            id="a column misspelt",
        ),
        pytest.param("[records]\nreplies = 'replies.csv'\n咨询台账 = 1", None, "TOML syntax", id="a bare Chinese key"),
        pytest.param('metrics = "C:\\data\\a.xlsx"', 1, "write / in paths", id="backslashes"),
        pytest.param("year = 2021\nyear = 2022", 2, "TOML syntax", id="a key twice"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, line: int | None, words: str) -> None:
    (found,) = said(tmp_path, text)
    assert words in found[1]
    assert found[0] == line or line is None


def test_all_mistakes_at_once_in_order(tmp_path: Path) -> None:
    text = "lang = 'fr'\nyear = 1\n[records]\nreplies = 'nowhere'\n[other]\na = 1\n"
    assert [line for line, _ in said(tmp_path, text)] == [1, 2, 4, 5]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param(("a",), 1, id="a key"),
        pytest.param(("t", "b"), 3, id="a key of a table"),
        pytest.param(("t", "c", "d"), 4, id="a dotted key"),
        pytest.param(("t", "c", "x"), 2, id="a key that is not there: that of its table"),
        pytest.param(("q", "咨询"), 6, id="in quotation marks"),
        pytest.param(("nothing",), None, id="nothing"),
    ],
)
def test_the_line_of_a_key(path: tuple[str, ...], line: int | None) -> None:
    text = "a = 1\n[t]\nb = '[x]'\nc.d = 1\n['q']\n\"咨询\" = 1\n"
    assert line_of(text, path) == line


def test_a_profile_that_is_no_profile(tmp_path: Path) -> None:
    (tmp_path / "disclosecheck.toml").write_bytes(b"#" * (2 << 20))
    with pytest.raises(ProfileError):
        load_profile(str(tmp_path / "disclosecheck.toml"))
