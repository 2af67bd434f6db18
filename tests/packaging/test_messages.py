"""The catalogue of messages: both languages, the same parameters, and every key that the code names."""

import re
import string
from pathlib import Path

import pytest

from disclosecheck.checking import catalogue_with
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.messages import load_messages

MESSAGES = load_messages(rules_folder())
SOURCE = Path(__file__).resolve().parents[2] / "src" / "disclosecheck"


def parameters(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", MESSAGES)
def test_both_languages_say_the_same(key):
    text = MESSAGES[key]
    assert text.zh.strip()
    assert text.en.strip()
    zh, en = parameters(text.zh), parameters(text.en)
    assert zh <= en or en <= zh, "one language may leave a parameter out; a name that the other lacks is a slip"


def named_in_code():
    """Keys written out in the code, by the calls that name them."""
    for path in sorted(SOURCE.rglob("*.py")):
        code = path.read_text("utf-8")
        for found in re.finditer(r'(?:UnreadableError|UsageError|not_checked\([^,]+,)\(?\s*"([a-z_]+)"', code):
            yield f"error.{found[1]}"
        for found in re.finditer(r'\bMessage\(\s*"([a-z_]+\.[a-z_]+)"', code):
            yield found[1]
        if path.parent.name == "report":
            for found in re.finditer(r'\bsay\(\s*"([a-z_]+)"', code):
                yield f"report.{found[1]}"


@pytest.mark.parametrize("key", sorted(set(named_in_code())))
def test_every_key_that_the_code_names_is_there(key):
    assert key in MESSAGES


def spelled(room):
    """The code of a room, where every key must stand, whole or by its beginning (`f"status_{status}"`)."""
    return "\n".join(path.read_text("utf-8") for path in (SOURCE / room).rglob("*.py"))


@pytest.mark.parametrize("prefix", ["report", "cli"])
def test_no_message_is_left_over(prefix):
    code = spelled("report") + spelled("cli")
    keys = [key.partition(".")[2] for key in MESSAGES if key.startswith(f"{prefix}.")]
    families = {found[1] for found in re.finditer(r"[\"']([a-z_]+_)(?:\{|[\"'] \+)", code)}
    assert keys
    unused = [
        key
        for key in keys
        if not re.search(rf"[\"']{re.escape(key)}[\"']", code)
        and not any(key.startswith(family) for family in families)
    ]
    assert unused == []


def test_every_group_of_a_shipped_rule_has_a_heading():
    groups = {rule.group for pack in catalogue_with(()).packs.values() for rule in pack.rules}
    assert groups
    assert sorted(group for group in groups if f"report.group_{group}" not in MESSAGES) == []
