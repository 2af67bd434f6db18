"""Both parsers read a call alike, and what the fast one does not fully understand it leaves to typer."""

import pytest

from disclosecheck.cli import check_command, extract_command, rules_command
from disclosecheck.cli.app import run_app
from disclosecheck.cli.arguments import command_first, language_named, parse_check
from disclosecheck.model.errors import UsageError

PLAIN = [
    pytest.param("report.docx", id="a file"),
    pytest.param("a.docx b.pdf 文件夹", id="several"),
    pytest.param("check report.docx", id="the command named"),
    pytest.param("check check", id="a file called check after the command"),
    pytest.param("./check", id="a file called check by its path"),
    pytest.param("report.docx --format json", id="an option after the file"),
    pytest.param("--format json report.docx", id="an option before the file"),
    pytest.param("--format=json report.docx", id="an option with an equals sign"),
    pytest.param("--organ=a=b report.docx", id="a value that holds an equals sign"),
    pytest.param("--organ= report.docx", id="an empty value"),
    pytest.param("--format text report.docx --format json", id="the last of two counts"),
    pytest.param("--rules a --rules b.yaml report.docx --rules=c", id="repeatable options keep their order"),
    pytest.param("--output a.json report.docx --output b.txt", id="two outputs"),
    pytest.param("report.docx --strict --show-passed --double-check", id="flags"),
    pytest.param("a.docx --strict b.docx", id="a flag between files"),
    pytest.param(
        "r.docx --metrics m.yaml --records replies=r.xlsx --previous p.pdf --year 2023 --organ 某局 "
        "--published 2024-01-26 --fail-on warning --lang en --jobs 2 --timeout 9.5",
        id="every option with a value",
    ),
    pytest.param("--lang en check report.docx", id="the command after an option"),
]

ODD = [
    pytest.param("report.docx --help", id="help"),
    pytest.param("-h", id="short help"),
    pytest.param("--version report.docx", id="version with a file"),
    pytest.param("report.docx --form json", id="an option cut short"),
    pytest.param("report.docx --nothing", id="an option that is none"),
    pytest.param("report.docx --strict=yes", id="a flag with a value"),
    pytest.param("report.docx --year", id="a value left out at the end"),
    pytest.param("report.docx --organ --strict", id="an option where a value should be"),
    pytest.param("report.docx --year -5", id="a value that looks like an option"),
    pytest.param("-- --year", id="end of options"),
    pytest.param("- --strict", id="standard input"),
    pytest.param("--strict", id="no file"),
    pytest.param("", id="nothing"),
    pytest.param("extract report.docx", id="another command"),
    pytest.param("--lang en rules list", id="another command after an option"),
]


@pytest.fixture
def calls(monkeypatch):
    """What the commands are called with, in place of running them."""
    made = []

    def note(name, code):
        def call(*given, **named):
            made.append((name, *given))
            return code

        return call

    monkeypatch.setattr(check_command, "check_command", note("check", 1))
    monkeypatch.setattr(check_command, "audit_command", note("audit", 4))
    monkeypatch.setattr(extract_command, "extract_command", note("extract", 0))
    for name in ("list_packs", "show_pack", "lint_packs", "try_packs"):
        monkeypatch.setattr(rules_command, name, note(name, 0))
    return made


@pytest.mark.parametrize("call", PLAIN)
def test_both_parsers_read_a_plain_call_alike(call, calls):
    words = command_first(call.split())
    fast = parse_check(words)
    assert fast is not None
    assert run_app(words, "en") == 1
    assert calls == [("check", *fast)]


@pytest.mark.parametrize("call", ODD)
def test_the_fast_parser_leaves_odd_calls_alone(call):
    assert parse_check(command_first(call.split())) is None


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        pytest.param("extract a.docx --format json", ("extract", "a.docx"), id="extract"),
        pytest.param("--lang en extract a.docx", ("extract", "a.docx"), id="the command after an option"),
        pytest.param("audit dir --fail-on never", ("audit", ["dir"]), id="audit"),
        pytest.param("rules list", ("list_packs",), id="rules list"),
        pytest.param("rules show p/r", ("show_pack", "p/r"), id="rules show"),
        pytest.param("rules lint", ("lint_packs", []), id="rules lint without a pack"),
        pytest.param("rules test a b", ("try_packs", ["a", "b"]), id="rules test with packs"),
    ],
)
def test_other_commands(call, expected, calls):
    run_app(command_first(call.split()), "en")
    [made] = calls
    assert made[: len(expected)] == expected


@pytest.mark.parametrize(
    ("call", "code"),
    [
        pytest.param("report.docx --form json", "option_unknown", id="an option cut short"),
        pytest.param("report.docx --strict=yes", "option_takes_no_value", id="a flag with a value"),
        pytest.param("report.docx --year", "option_value_missing", id="a value left out"),
        pytest.param("--strict", "no_files", id="no file"),
        pytest.param("extract", "no_files", id="extract of nothing"),
        pytest.param("extract a b", "usage", id="extract of two"),
        pytest.param("rules nothing", "usage", id="a command of rules that is none"),
    ],
)
def test_what_is_wrong_with_a_call_is_a_usage_error(call, code, calls):
    with pytest.raises(UsageError) as caught:
        run_app(command_first(call.split()), "en")
    assert caught.value.code == code
    assert calls == []


@pytest.mark.parametrize(
    ("call", "words"),
    [
        pytest.param("--help", ["--help"], id="help of the program"),
        pytest.param("--lang en --help", ["--help"], id="help of the program in a language"),
        pytest.param("--version check", ["--version"], id="version before a command"),
        pytest.param("report.docx --help", ["check", "report.docx", "--help"], id="help of check"),
        pytest.param("rules --help", ["rules", "--help"], id="help of rules"),
        pytest.param("--year 2023 check", ["check", "--year", "2023"], id="an option's value is no file"),
        pytest.param("-- check", ["check", "--", "check"], id="a file called check after the end of options"),
    ],
)
def test_command_first(call, words):
    assert command_first(call.split()) == words


@pytest.mark.parametrize(
    ("call", "language"),
    [
        pytest.param("report.docx", None, id="not named"),
        pytest.param("--lang fr", None, id="not one of ours"),
        pytest.param("--nothing --lang zh", "zh", id="beside what cannot be parsed"),
        pytest.param("--lang=en", "en", id="with an equals sign"),
        pytest.param("--lang", None, id="value left out"),
    ],
)
def test_language_named(call, language):
    assert language_named(call.split()) == language
