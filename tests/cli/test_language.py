"""The language to speak when --lang does not say."""

import pytest

from disclosecheck.cli import language


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        pytest.param({}, "en", id="nothing set"),
        pytest.param({"LANG": "C.UTF-8"}, "en", id="the C locale"),
        pytest.param({"LANG": "zh_CN.UTF-8"}, "zh", id="Chinese"),
        pytest.param({"LANG": "ZH_TW"}, "zh", id="Taiwan"),
        pytest.param({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.GB18030"}, "zh", id="LC_ALL outweighs LANG"),
        pytest.param({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US"}, "en", id="LC_MESSAGES outweighs LANG"),
        pytest.param({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh", id="an empty variable does not count"),
    ],
)
def test_locale(environment, expected, monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(language.sys, "platform", "linux")
    assert language.default_language() == expected


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        pytest.param(0x0804, "zh", id="Chinese (PRC)"),
        pytest.param(0x0404, "zh", id="Chinese (Taiwan)"),
        pytest.param(0x0409, "en", id="English (US)"),
        pytest.param(0x0407, "en", id="German"),
    ],
)
def test_windows(identifier, expected, monkeypatch):
    import ctypes

    class Kernel:
        @staticmethod
        def GetUserDefaultUILanguage():  # noqa: N802 - the name is Windows'
            return identifier

    class Dlls:
        kernel32 = Kernel

    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(language.sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", Dlls, raising=False)
    assert language.default_language() == expected
