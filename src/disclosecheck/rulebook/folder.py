"""Where `rules/` stands: inside the installed package, or beside `src/` in a checkout."""

# A run that finds the compiled catalogue is not to import pathlib (3 ms).
# ruff: noqa: PTH100, PTH112, PTH118, PTH120
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def rules_path() -> str:
    """The folder of the shipped rules.

    Raises FileNotFoundError when the installation has lost it.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    checkout = os.path.dirname(os.path.dirname(package))
    for folder in (os.path.join(package, "rules"), os.path.join(checkout, "rules")):
        if os.path.isdir(os.path.join(folder, "packs")):
            return folder
    raise FileNotFoundError(f"no rules folder beside {package}")


def rules_folder() -> "Path":
    """As rules_path, for those who read the YAML."""
    from pathlib import Path

    return Path(rules_path())
