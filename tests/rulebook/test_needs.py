"""What a text must hold for a pattern: never more than the pattern itself asks, and enough to spare most texts."""

from functools import lru_cache
from pathlib import Path

import pytest

from disclosecheck.kinds.registry import kind_named, params_of
from disclosecheck.model.needs import may_match
from disclosecheck.rulebook.compile import compile_catalogue
from disclosecheck.rulebook.folder import rules_folder
from disclosecheck.rulebook.needs import needs_of
from disclosecheck.rulebook.phrasings import load_examples


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        pytest.param("待补充", ((("待补充",),),), id="a word"),
        pytest.param(
            "(?:召开|组织)(#)(?:次|场)", ((("召开#场", "召开#次", "组织#场", "组织#次"),),), id="words listed"
        ),
        pytest.param("召开[^,;]{0,8}会", ((("召开",), ("会",)),), id="words in their order, a gap between"),
        pytest.param("全?市", ((("市",),),), id="what may be left out is not needed"),
        pytest.param("(?:[0-9]+件)?收到", ((("收到",),),), id="nor what stands in it"),
        pytest.param("(?:收到[0-9]件)+", ((("收到",), ("件",)),), id="what stands at least once is"),
        pytest.param("网站|[0-9]条信息", ((("网站",),), (("条信息",),)), id="two ways to match"),
        pytest.param("网站|[0-9]", (), id="one way without any word"),
        pytest.param("(?i)cn", (), id="capitals or not"),
        pytest.param("(?:(?i:cn)|com)站", ((("站",),),), id="capitals or not, in a part"),
        pytest.param(r"\p{Han}{2}局", ((("局",),),), id="a class that only RE2 has"),
        pytest.param(r"\x{FFFD}+", (((chr(0xFFFD),),),), id="a sign by its number, as RE2 writes it"),
        pytest.param("(?P<x", (), id="no pattern at all"),
        pytest.param(
            "[一二三四五六][子丑寅卯辰]年",
            ((tuple("一三二五六四"), tuple(sorted(["子年", "丑年", "寅年", "卯年", "辰年"]))),),
            id="too many words to list as one",
        ),
    ],
)
def test_needs(pattern, needs):
    assert needs_of(pattern) == needs


@pytest.mark.parametrize(
    ("text", "may"),
    [
        pytest.param("召开了一次会", True, id="all of it"),
        pytest.param("会上召开", False, id="in the wrong order"),
        pytest.param("召开", False, id="half of it"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_may_match(text, may):
    assert may_match(needs_of("召开[^,;]{0,8}会"), text) == may


def test_a_word_does_not_serve_twice():
    assert not may_match(needs_of("公开[^,]{1,4}公开"), "已公开")


@lru_cache(maxsize=1)
def catalogue():
    return compile_catalogue(rules_folder())


def texts() -> list[str]:
    """Sentences of the phrasings' examples, and whatever the cases of packs print."""
    said = [example.text for examples in load_examples(rules_folder()).values() for example in examples]
    for path in sorted((rules_folder() / "packs").glob("*.yaml")):
        said += [line.strip() for line in Path(path).read_text("utf-8").splitlines() if "paragraphs:" in line]
    return said


def patterns() -> list[str]:
    found = [phrasing.pattern for phrasing in catalogue().phrasings.phrasings]
    for pack in catalogue().packs.values():
        for rule in pack.rules:
            kind = kind_named(rule.kind)
            if hasattr(kind, "references"):
                asked = kind.references(params_of(rule, kind))
                found += [reference.name for reference in asked if reference.what == "pattern"]
    return list(dict.fromkeys(found))


@pytest.mark.slow
def test_no_shipped_pattern_matches_a_text_that_lacks_what_it_needs():
    import re2

    said, met, spared = texts(), 0, 0
    for pattern in patterns():
        needs, compiled = needs_of(pattern), re2.compile(f"(?m){pattern}")
        for text in said:
            if not may_match(needs, text):
                spared += 1
                assert compiled.search(text) is None, (pattern, text)
            else:
                met += compiled.search(text) is not None
    assert met > 1_000
    assert spared > 20 * met, "most texts are spared most patterns"
