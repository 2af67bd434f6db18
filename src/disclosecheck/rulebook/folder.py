"""Where `rules/` stands: inside the installed package, or beside `src/` in a checkout."""

from pathlib import Path


def rules_folder() -> Path:
    """The folder of the shipped rules.

    Raises FileNotFoundError when the installation has lost it.
    """
    package = Path(__file__).parent.parent
    for folder in (package / "rules", package.parent.parent / "rules"):
        if (folder / "packs").is_dir():
            return folder
    raise FileNotFoundError(f"no rules folder beside {package}")
