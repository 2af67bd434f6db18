"""Pages that teach."""

import pytest
from rich.cells import cell_len

from disclosecheck import __version__
from disclosecheck.cli.options import CHECK


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "page",
    [
        "--help",
        "check --help",
        "extract --help",
        "audit --help",
        "rules --help",
        "rules show --help",
        "metrics --help",
        "metrics template --help",
    ],
)
def test_pages_fit_the_screen_in_both_languages(call, page, language):
    done = call(*page.split(), "--lang", language)
    assert (done.code, done.error) == (0, "")
    assert max(cell_len(line) for line in done.text.splitlines()) <= 80
    assert ("用法：" in done.text) is (language == "zh")


def test_the_first_page_teaches_examples_and_exit_codes(call):
    text = call("--help").text
    for words in (
        "check  ",
        "extract  ",
        "audit  ",
        "rules  ",
        "metrics  ",
        "disclosecheck report.docx",
        "Exit codes",
        "4  nothing fails",
    ):
        assert words in text


def test_the_page_of_check_names_every_option(call):
    text = call("report.docx", "--help").text
    assert [option.flag for option in CHECK if option.flag not in text] == []


def test_no_words_at_all_are_a_usage_error_with_the_first_page(call):
    done = call()
    assert (done.code, "Exit codes" in done.text) == (2, True)


def test_a_group_without_its_command_is_a_usage_error_with_its_page(call):
    done = call("rules")
    assert (done.code, "lint" in done.text) == (2, True)


@pytest.mark.parametrize("words", [["--version"], ["--version", "report.docx"], ["--lang", "zh", "--version"]])
def test_version(call, words):
    done = call(*words)
    assert (done.code, done.text) == (0, f"disclosecheck {__version__}\n")
