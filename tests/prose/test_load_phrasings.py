"""The data of wordings is read strictly: every mistake of a file with its line."""

from pathlib import Path
from shutil import copytree

import pytest

from disclosecheck.extract.prose.chinese import ChineseReader
from disclosecheck.extract.prose.english import read_english
from disclosecheck.model.errors import PackError
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.messages import load_messages
from disclosecheck.rulebook.phrasings import expand, load_examples, load_phrasings
from disclosecheck.rulebook.registry import load_registry

GOOD = """- id: invented
  facts: [requests_received]
  triggers: [收到]
  patterns: ['收到<n>件']
  examples: [{text: 收到5件, gives: {}}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(rules_folder(), tmp_path / "rules"))


def problems(folder: Path, text: str) -> list[tuple[int | None, str]]:
    (folder / "phrasings" / "zz-invented.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_phrasings(folder)
    known = load_messages(rules_folder())
    assert all(problem.key in known for _, problem in caught.value.problems)
    return [(line, problem.key) for line, problem in caught.value.problems]


def test_the_invented_wording_is_good(folder: Path) -> None:
    (folder / "phrasings" / "zz-invented.yaml").write_text(GOOD, encoding="utf-8")
    assert "invented" in {phrasing.id for phrasing in load_phrasings(folder).phrasings}


@pytest.mark.parametrize(
    ("written", "instead", "line", "problem"),
    [
        pytest.param(
            "requests_received", "requests_recieved", 2, "phrasing.unknown", id="a fact that is not registered"
        ),
        pytest.param("收到<n>件", "收到<m>件", 4, "phrasing.placeholder", id="a placeholder that is none"),
        pytest.param("收到<n>件", "收到<n>件和<n>件", 4, "phrasing.groups", id="two figures in a pattern"),
        pytest.param("收到<n>件", "(?<!未)收到<n>件", 4, "phrasing.pattern", id="look-behind"),
        pytest.param("triggers: [收到]", "triggers: 收到", 3, "yaml.misfit", id="a word where a list should be"),
        pytest.param("triggers: [收到]", "trigger: [收到]", 1, "yaml.misfit", id="a key that is not known"),
        pytest.param("  facts", "  topics: [weather]\n  facts", 2, "phrasing.unknown", id="a topic that is not named"),
        pytest.param("id: invented", "id: requests-received", 1, "phrasing.double", id="an id that stands elsewhere"),
        pytest.param("  facts", "  id: again\n  facts", 2, "yaml.double_key", id="a key twice"),
    ],
)
def test_a_mistake_is_named_with_its_line(folder: Path, written: str, instead: str, line: int, problem: str) -> None:
    assert (line, problem) in problems(folder, GOOD.replace(written, instead))


def test_all_mistakes_of_a_file_are_listed(folder: Path) -> None:
    text = GOOD.replace("<n>", "<m>") + GOOD.replace("requests_received", "nothing").replace("invented", "other")
    assert problems(folder, text) == [(4, "phrasing.placeholder"), (7, "phrasing.unknown")]


def test_guards_come_first() -> None:
    kinds = [bool(phrasing.facts) for phrasing in load_phrasings(rules_folder()).phrasings]
    assert kinds == sorted(kinds)
    assert False in kinds


def test_a_trigger_stands_in_every_sentence_that_a_wording_knows() -> None:
    """Else the wording could never be tried: its own examples would be met by another."""
    loaded = load_phrasings(rules_folder())
    chinese = ChineseReader(loaded.context)
    examples = load_examples(rules_folder())
    for phrasing in loaded.phrasings:
        read = chinese.read if phrasing.language == "zh" else read_english
        shown = [read(example.text).text for example in examples[phrasing.id]]
        assert any(trigger in text for trigger in phrasing.triggers for text in shown), phrasing.id


@pytest.mark.parametrize(
    ("written", "pattern"),
    [
        pytest.param("收到<n>件", "收到(#)件", id="a figure"),
        pytest.param("占<gap:4><p>", "占[^,;:()#%@]{0,4}(%)", id="a short gap"),
        pytest.param("，（含<other>件）", r",\(含#件\)", id="full-width marks are half-width in skeletons"),
    ],
)
def test_expansion(written: str, pattern: str) -> None:
    assert expand(written) == pattern


def test_every_registered_fact_is_described_in_both_languages() -> None:
    registry = load_registry(rules_folder())
    titles = [fact.title.zh for fact in registry.values()]
    assert all(fact.title.zh.strip() and fact.title.en.isascii() for fact in registry.values())
    assert len(set(titles)) == len(titles)


def test_key_points_ask_for_figures_of_a_named_document() -> None:
    registry = load_registry(rules_folder())
    assert registry["diversified_interpretation_rate"].source == "沪卫办〔2021〕1号 二（一）"
    assert (registry["diversified_interpretation_rate"].type, registry["share"].at_most) == ("percent", 100)


def test_a_registry_with_mistakes_lists_them(tmp_path: Path) -> None:
    text = "a: {title: {zh: 甲}, type: percent, unit: percent}\nb: {title: {zh: 乙, en: b}, type: number, unit: x}\n"
    (tmp_path / "facts.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_registry(tmp_path)
    assert [line for line, _ in caught.value.problems] == [1, 2]
