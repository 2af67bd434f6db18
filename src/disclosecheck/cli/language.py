"""The language to speak when --lang does not say: the user's own."""

import os
import sys

_CHINESE = 0x04  # primary language identifier of Windows (LANG_CHINESE)


def default_language() -> str:
    """`zh` where the locale is Chinese and the output can show it, else `en`."""
    return "zh" if _locale().lower().startswith("zh") and _shows_chinese() else "en"


def _shows_chinese() -> bool:
    try:
        "中文".encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _locale() -> str:
    """The locale's name as POSIX orders its variables; on Windows the language of the user's desktop."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return value
    return _windows() if sys.platform == "win32" else ""


def _windows() -> str:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - there is no windll to check elsewhere
    identifier: int = kernel.GetUserDefaultUILanguage()
    return "zh" if identifier & 0x3FF == _CHINESE else "en"
