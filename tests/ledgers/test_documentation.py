"""The page on ledgers names those that there are, with the columns they need."""

from pathlib import Path

import pytest

from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.ledgers import load_ledger_forms

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "ledgers.md").read_text("utf-8")
ROWS = {
    cells[1].strip(" `"): cells
    for line in PAGE.splitlines()
    if line.startswith("| `") and len(cells := line.split("|")) == 6
}
FORMS = load_ledger_forms(rules_folder())


def test_every_ledger_has_its_row():
    assert ROWS.keys() == FORMS.keys()


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_a_row_names_the_columns_that_are_needed_and_others_that_there_are(form):
    _, _, title, needed, others, _ = ROWS[form.id]
    assert title.strip() == form.title.zh
    assert needed.strip().split("、") == [column.title.zh for column in form.columns if column.needed]
    assert set(others.strip().split("、")) <= {column.title.zh for column in form.columns}
