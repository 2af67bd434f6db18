"""The README promises what the program has: its commands parse, its options and exit codes are all there."""

import re
import shlex
from pathlib import Path

import pytest

from disclosecheck.cli.arguments import command_first, parse_check
from disclosecheck.cli.options import CHECK, NAMES

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def shown():
    """Every call of the program that the README shows, in code of a line or of a block."""
    calls = re.findall(r"`(disclosecheck [^`]*)`", README)
    for block in re.findall(r"```[a-z]*\n(.*?)```", README, flags=re.S):
        calls += re.findall(r"^(?:\$ |- run: )?(disclosecheck .*)$", block, flags=re.M)
    return sorted({re.split(r"\s{2,}|\s[|#]\s", call)[0] for call in calls})


def test_the_readme_shows_calls():
    assert len(shown()) > 10


@pytest.mark.parametrize("call", shown())
def test_calls_parse(call):
    words = command_first(shlex.split(call)[1:])
    assert parse_check(words) is not None or words[0] in {*NAMES, "--version"} - {"check"} or "--help" in words


def test_every_option_is_explained():
    assert [option.flag for option in CHECK if f"{option.flag}" not in README] == []


def test_the_make_targets_are_there():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^make ([a-z-]+)", README, flags=re.M)
    assert sorted(set(targets)) == ["check-sample", "test"]
    assert [target for target in targets if f"\n{target}:" not in makefile] == []


def test_samples_that_are_named_are_there():
    named = re.findall(r"samples/[\w.-]+", README)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
