"""Every code that the reading of ledgers gives has its message."""

import re
from pathlib import Path

import pytest

from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.messages import load_messages

MESSAGES = load_messages(rules_folder())
ROOM = Path(__file__).resolve().parents[2] / "src" / "disclosecheck" / "ledgers"
CODE = "\n".join(path.read_text("utf-8") for path in sorted(ROOM.glob("*.py")))
FORMS = (
    r'code="(\w+)"',
    r'(?:UNREADABLE|BLANK|NO_NUMBER|ordinal), "(\w+)"',
    r'"(left_\w+)"',
    r'_add_flaw\("(\w+)"',
    r'\(_NO_\w+, "(\w+)"',
    r'\(_SHORT_YEAR, "(\w+)"',
    r'code = "(\w+)"',
    r'else "(unknown_choice|no_date|hidden_rows)"',
)
CODES = sorted({found for form in FORMS for found in re.findall(form, CODE)})
ERRORS = sorted(set(re.findall(r'"(ledger_\w+)"', CODE)))


@pytest.mark.parametrize("code", CODES)
def test_a_code_has_its_message(code):
    assert f"ledger.{code}" in MESSAGES


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_has_its_message(code):
    assert f"error.{code}" in MESSAGES


def test_no_message_is_left_over():
    named = {f"ledger.{code}" for code in CODES} | set(re.findall(r'"(ledger\.\w+)"', CODE))
    own = (rules_folder() / "messages" / "ledger.yaml").read_text("utf-8")
    reading = own.partition("# ── the judging")[0]  # what the judging of ledgers adds stands below
    assert sorted({f"ledger.{key}" for key in re.findall(r"(?m)^(\w+):", reading)} - named) == []
    assert len(CODES) > 30
