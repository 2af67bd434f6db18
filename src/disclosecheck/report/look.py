"""How text is to be shown: language, width, colour, and the signs that the output can encode."""

import io
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from rich.box import Box
    from rich.console import Console

WIDEST = 120  # longer lines are hard to follow across

_SIGNS = {
    "pass": "✓√+",
    "fail": "✗×x",
    "open": "○?",
    "review": "◇?",
    "not_applicable": "·-",
    "error": "‼!",
    "waived": "≈~",
}


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """`encoding` is that of the stream to be written to; `width` is in terminal cells."""

    language: str = "zh"
    encoding: str = "utf-8"
    width: int = 80
    colour: bool = False
    show_passed: bool = False

    def sign(self, outcome: str) -> str:
        return next(sign for sign in _SIGNS[outcome] if self.encodes(sign))

    def encodes(self, text: str) -> bool:
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    @property
    def columns(self) -> int:
        return max(40, min(self.width, WIDEST))

    def console(self) -> "Console":
        """A console that writes into a string; `printed` takes it out."""
        from rich.console import Console

        return Console(
            file=io.StringIO(),
            width=self.columns,
            force_terminal=self.colour,
            color_system="standard" if self.colour else None,
            no_color=not self.colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )

    def box(self) -> "Box":
        """A rule under the head and between groups, no verticals: those shift where a terminal draws “ two wide."""
        from rich.box import Box

        line = "─" if self.encoding.lower().startswith("utf") else "-"
        rule = f" {line}{line} "
        return Box(f"    \n    \n{rule}\n    \n{rule}\n    \n    \n    \n", ascii=line == "-")


def printed(console: "Console") -> str:
    """What was written, without blanks at the ends of lines."""
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines()) + "\n"
