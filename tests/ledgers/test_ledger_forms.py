"""The forms of ledgers are whole: no heading means two columns, no word two choices."""

from collections import Counter

import pytest

from disclosecheck.ledgers.fold import fold
from disclosecheck.model.errors import PackError
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.ledgers import form_named, load_ledger_forms, load_ledger_words

FORMS = load_ledger_forms(rules_folder())
COLUMNS = [
    pytest.param(form, column, id=f"{form.id}.{column.key}") for form in FORMS.values() for column in form.columns
]


def test_the_seven_ledgers_are_there():
    assert list(FORMS) == ["catalogues", "decisions", "meetings", "policies", "replies", "requests", "trainings"]
    assert all(form.source for form in FORMS.values())


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_no_heading_means_two_columns(form):
    headings = Counter(
        fold(text)
        for column in form.columns
        for text in {fold(text): text for text in (column.title.zh, column.title.en, *column.aliases, *column.weak)}
    )
    assert [heading for heading, count in headings.items() if count > 1] == []
    assert len({column.key for column in form.columns}) == len(form.columns)


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_a_form_can_be_filled_in(form):
    assert any(column.needed for column in form.columns)
    assert any(column.type == "date" for column in form.columns)
    assert all(column.needed for column in form.columns if column.filled)


@pytest.mark.parametrize(("form", "column"), COLUMNS)
def test_a_column_has_help_and_choices_where_it_needs_them(form, column):
    assert column.help is not None
    assert bool(column.choices) == (column.type in ("choice", "choices", "yes_no"))
    if column.type == "yes_no":
        assert [choice.key for choice in column.choices] == ["no", "yes"]


@pytest.mark.parametrize(("form", "column"), COLUMNS)
def test_no_word_means_two_choices(form, column):
    words = Counter(
        word
        for choice in column.choices
        for word in {fold(text) for text in (choice.title.zh, choice.title.en, *choice.aliases)}
    )
    assert [word for word, count in words.items() if count > 1] == []


def test_no_two_forms_share_a_name():
    names = Counter(
        name
        for form in FORMS.values()
        for name in {fold(text) for text in (form.id, form.title.zh, form.title.en, *form.aliases)}
    )
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "form"),
    [("replies", "replies"), ("咨询答复台账", "replies"), ("Policies", "policies"), ("依申请公开", "requests")],
)
def test_a_form_is_known_by_id_title_and_alias(name, form):
    found = form_named(name, FORMS)
    assert found is not None
    assert found.id == form


def test_an_unknown_name_is_no_form():
    assert form_named("reply", FORMS) is None


def test_a_form_with_an_unknown_key_is_refused(tmp_path):
    (tmp_path / "ledgers").mkdir()
    (tmp_path / "ledger-words.yaml").write_bytes((rules_folder() / "ledger-words.yaml").read_bytes())
    (tmp_path / "ledgers" / "own.yaml").write_text("id: own\ntitle: {zh: 试, en: Try}\ncolums: []\n", "utf-8")
    with pytest.raises(PackError) as error:
        load_ledger_forms(tmp_path)
    assert error.value.path.endswith("own.yaml")


def test_words_are_loaded():
    words = load_ledger_words(rules_folder())
    assert "合计" in words.totals
    assert [choice.key for choice in words.yes_no] == ["no", "yes"]
