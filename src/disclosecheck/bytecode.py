"""The bytecode of the program's modules in one file: a start need not look for, open and check two hundred (6 %).

The file lies beside the .pyc files in `__pycache__` and is made of them. Each module in it counts only while its source
has the time and size that it was compiled from, as with a .pyc. Where it cannot be written, Python's own way remains.
"""

# pathlib is not imported on the way to a verdict (3 ms).
# ruff: noqa: PTH100, PTH105, PTH107, PTH116, PTH118, PTH120, PTH123
import marshal
import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER, cache_from_source, spec_from_file_location
from io import FileIO
from types import CodeType

PACKAGE = "disclosecheck"
_HEADER = 16  # bytes of a .pyc before the code: magic number, flags, time and size of the source (PEP 552)
_LENGTH = 8  # bytes that say how long the index is

_Entry = tuple[str, bool, int, int, int, int]  # path, is a package, the source's time (s) and size, where its code is


class Bytecode:
    """Finds modules of the package in the file first; `stale` once one was not in it, or had been changed."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.stale = False
        self._path = cache_from_source(os.path.join(root, "all.py"))  # so that each Python has a file of its own
        self._entries: dict[str, _Entry] = {}
        self._file: FileIO | None = None
        try:
            self._open()
        except (OSError, EOFError, ValueError, TypeError):
            self.close()  # none there, cut short, or of another build

    def _open(self) -> None:
        self._file = FileIO(self._path)
        length = int.from_bytes(self._file.read(_LENGTH), "little")
        magic, entries = marshal.loads(self._file.read(length))
        if magic == MAGIC_NUMBER:
            self._entries = entries

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """As importlib.abc.MetaPathFinder has it."""
        if not name.startswith(f"{PACKAGE}."):
            return None
        entry = self._entries.get(name)
        if entry is None:
            self.stale = True
            return None
        source = os.path.join(self.root, entry[0])
        inside = [os.path.dirname(source)] if entry[1] else None
        return spec_from_file_location(
            name, source, loader=_Loader(name, source, self), submodule_search_locations=inside
        )

    def code(self, name: str, source: str) -> CodeType | None:
        """The module's code; None when its source is another by now."""
        entry = self._entries[name]
        found = os.stat(source)
        if (int(found.st_mtime), found.st_size) != entry[2:4]:
            self.stale = True
            return None
        try:
            code: CodeType = marshal.loads(self._read(entry))
        except (EOFError, ValueError, TypeError):  # cut short behind its index
            self._entries, self.stale = {}, True
            return None
        return code

    def _read(self, entry: _Entry) -> bytes:
        assert self._file is not None
        self._file.seek(entry[4])
        return self._file.read(entry[5])

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file = None
        self._entries = {}

    def keep(self) -> None:
        """Write the file anew where it lacked something; one that cannot be written costs time, nothing else."""
        if not self.stale or sys.dont_write_bytecode:
            return
        codes = {name: (entry[:4], self._read(entry)) for name, entry in self._entries.items()}
        codes |= {name: found for name in sorted(sys.modules) if (found := self._compiled(name)) is not None}
        self.close()  # Windows replaces no open file
        entries, start = {}, 0
        for name, (entry, code) in codes.items():
            entries[name] = (*entry, start, len(code))
            start += len(code)
        passing = f"{self._path}.{os.getpid()}"
        try:
            with open(passing, "wb") as file:
                file.write(_with_index(entries))
                file.writelines(code for _, code in codes.values())
            os.replace(passing, self._path)
        except OSError:
            _drop(passing)

    def _compiled(self, name: str) -> tuple[tuple[str, bool, int, int], bytes] | None:
        """What the .pyc of a module holds, as far as there is one."""
        spec = getattr(sys.modules[name], "__spec__", None)
        if not name.startswith(f"{PACKAGE}.") or spec is None or not spec.cached or not spec.origin:
            return None
        try:
            with open(spec.cached, "rb") as file:
                data = file.read()
        except OSError:
            return None
        flags, time, size = (int.from_bytes(data[place : place + 4], "little") for place in (4, 8, 12))
        if flags or data[:4] != MAGIC_NUMBER:
            return None  # checked by its source's hash, not by time and size
        path = os.path.relpath(spec.origin, self.root)
        return (path, spec.submodule_search_locations is not None, time, size), data[_HEADER:]


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, bytecode: Bytecode) -> None:
        super().__init__(name, path)
        self._bytecode = bytecode

    def get_code(self, fullname: str) -> CodeType | None:
        return self._bytecode.code(fullname, self.path) or super().get_code(fullname)


def _drop(passing: str) -> None:
    try:
        os.remove(passing)
    except OSError:
        return  # it was never written


def _with_index(entries: dict[str, _Entry]) -> bytes:
    """The head of the file; places of codes count from its own beginning, so that its length must be known first."""
    head = 0
    while True:
        moved = {name: (*entry[:4], entry[4] + head, entry[5]) for name, entry in entries.items()}
        index = marshal.dumps((MAGIC_NUMBER, moved))
        if len(index) + _LENGTH == head:
            return len(index).to_bytes(_LENGTH, "little") + index
        head = len(index) + _LENGTH


def install() -> Bytecode:
    """Look in the file before Python's own finders do."""
    bytecode = Bytecode(os.path.dirname(os.path.abspath(__file__)))
    sys.meta_path.insert(0, bytecode)
    return bytecode
