"""docs/rules.md says what the packs say."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_the_page_is_up_to_date() -> None:
    module = runpy.run_path(str(DOCS / "rules_page.py"))
    assert module["page"]() == (DOCS / "rules.md").read_text("utf-8"), "run: python docs/rules_page.py"
