"""Modules that are imported later are the same modules to whoever uses them."""

import platform
import subprocess
import sys

import pytest

START = "import sys; from disclosecheck.start import Later, import_later; import_later(); "


def said(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", START + code], capture_output=True, text=True, check=True, timeout=60)
    return run.stdout.strip()


STANDS = "print(type(sys.modules['inspect']).__name__)"


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        pytest.param(f"import inspect; {STANDS}", "Later", id="not yet imported"),
        pytest.param(f"import inspect; inspect.signature; {STANDS}", "module", id="imported when used"),
        pytest.param("import inspect; print(hasattr(inspect, 'no_such'))", "False", id="what it has not"),
        pytest.param("from inspect import isclass; print(isclass(Later))", "True", id="a name taken from it"),
        pytest.param("from pathlib import Path; print(Path('a').name)", "a", id="a class taken from it"),
        pytest.param("import textwrap; print(textwrap.wrap('ab cd', 3))", "['ab', 'cd']", id="a function of it"),
        pytest.param(
            "import inspect; print(inspect.getfullargspec(lambda a: 0).args)", "['a']", id="what lxml takes of inspect"
        ),
        pytest.param("import platform; print(platform.system())", platform.system(), id="what uuid asks platform"),
        pytest.param("import msgspec; print(msgspec.inspect.is_struct(1))", "False", id="msgspec's own inspect"),
    ],
)
def test_a_module_that_is_imported_later(code: str, printed: str) -> None:
    assert said(code) == printed
