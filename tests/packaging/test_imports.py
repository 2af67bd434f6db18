"""What a call does not need is not imported, and rooms import downward only."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "disclosecheck"
SAMPLE = ROOT / "samples" / "clean-2021.docx"

RUN = """
import sys
from disclosecheck.start import Later, import_later, import_msgspec
import_later()
import_msgspec()
from disclosecheck.cli.entry import run
code = run({argv!r})
there = [name for name in {unwanted!r} if not isinstance(sys.modules.get(name), Later | None)]
print(code, *sorted(there), file=sys.stderr)
"""
HEAVY = (
    "typing_extensions",
    "inspect",
    "textwrap",
    "platform",
    "pathlib",
    "_hashlib",
    "typer",
    "rich",
    "yaml",
    "docx",
    "pdfplumber",
    "pdfminer",
    "pypdfium2",
    "multiprocessing",
    "python_calamine",
    "xlsxwriter",
    "tomllib",
)


def imported(*argv, unwanted=HEAVY):
    """Exit code, and which of `unwanted` a call has imported."""
    code = RUN.format(argv=argv, unwanted=unwanted)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return run.stderr.split()


def test_version_imports_nothing_of_ours():
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "disclosecheck", "--version"],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    names = [line.rpartition("|")[2].strip() for line in run.stderr.splitlines()]
    assert [name for name in names if name.startswith("disclosecheck.")] == []


@pytest.mark.slow
def test_checking_a_docx_for_json_imports_only_what_it_needs():
    imported(str(SAMPLE), "--format", "json")  # compiles the rules, which takes yaml
    assert imported(str(SAMPLE), "--format", "json") == ["0"]


@pytest.mark.slow
def test_checking_a_docx_for_the_table_takes_rich_besides():
    imported(str(SAMPLE))
    assert imported(str(SAMPLE)) == ["0", "rich"]


ALLOWED = {
    "model": set(),
    "read": {"model"},
    "extract": {"model"},
    "metrics": {"model", "rulebook"},
    "calendar": {"model", "rulebook"},
    "ledgers": {"model", "rulebook"},
    "measures": {"model", "calendar", "rulebook"},
    "rulebook": {"model", "kinds", "measures"},
    "kinds": {"model", "measures"},
    "engine": {"model", "kinds"},
    "report": {"model", "standing"},
}


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        yield from (name.split(".")[1] for name in names if name.startswith("disclosecheck."))


@pytest.mark.parametrize("room", ALLOWED)
def test_rooms_import_downward_only(room):
    strangers = {
        f"{path.relative_to(SOURCE)} imports {other}"
        for path in (SOURCE / room).rglob("*.py")
        for other in imports_of(path)
        if other not in ALLOWED[room] | {room}
    }
    assert strangers == set()
