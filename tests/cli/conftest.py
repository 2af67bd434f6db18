"""Calls of the command in this process."""

import pytest
from called import Called

from disclosecheck.cli.entry import run


@pytest.fixture
def call(capfdbinary, monkeypatch):
    """Run `disclosecheck WORDS…` in English, whatever the locale, and take what it printed."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    for name in ("COLUMNS", "NO_COLOR", "DISCLOSECHECK_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def calling(*words):
        code = run([str(word) for word in words])
        printed = capfdbinary.readouterr()
        return Called(code, printed.out, printed.err.decode("utf-8"))

    return calling
