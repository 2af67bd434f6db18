"""Modules that libraries import as they start and a check never uses: imported when something of them is used.

lxml takes from inspect what it needs for parsers written in Python (4 ms of a start); zipfile takes pathlib for paths
in a package, and shutil, bz2 and lzma for what no .docx has (4 ms); msgspec takes textwrap and an inspect of its own
for JSON schemas, and uuid, which asks platform for the name of the system (4 ms).
"""

import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class Later(ModuleType):
    """Stands for a module of the standard library until an attribute of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name == "__path__":  # the import system asks whether this is a package
            raise AttributeError(name)
        return getattr(_imported(self.__name__), name)


def import_later() -> None:
    """Put off the modules above; those already imported stay as they are."""
    _put_off("inspect", getfullargspec=lambda function: _imported("inspect").getfullargspec(function))
    for name in ("pathlib", "shutil", "bz2", "lzma", "textwrap", "msgspec.inspect"):
        _put_off(name)
    if hasattr(os, "uname"):  # elsewhere uuid does not ask
        _put_off("platform", system=lambda: os.uname().sysname)


def import_msgspec() -> None:
    """msgspec looks for typing_extensions first: 8 ms (inspect, ast, tokenize) for what typing has."""
    if "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # "not there", as the import system has it
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]


def _put_off(name: str, **known: Any) -> None:
    """`known` are the functions that a library takes or calls at its import."""
    if name not in sys.modules:
        stand_in = Later(name)
        vars(stand_in).update(known)
        sys.modules[name] = stand_in


def _imported(name: str) -> ModuleType:
    if isinstance(sys.modules.get(name), Later):
        del sys.modules[name]
    return import_module(name)
